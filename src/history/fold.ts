/** Folding: from events to a history. The only place where chart, dossier and clock meet. */
import { createDraft, type Draft, finishDraft } from "immer";
import { type Dossier, dossierOf, type StandingMeasure, seenIn, write } from "../dossier/index.ts";
import { type DiplomaticEvent, isHostile, MINUTES_PER_DAY, when } from "../events/index.ts";
import { type Dyad, PEACE, reasonsAgainst, type Situation, sharedTable, symbolIndex } from "../machine/index.ts";
import { numberArgument, Problem, quoted } from "../problem/index.ts";
import { canFade, clockEvent, firstDue, nextEntry } from "./clock.ts";
import type { History, Step } from "./history.ts";
import { minuteOf, refuseRepeatedIds } from "./order.ts";
import { touches } from "./touch.ts";

/** Where a history begins. */
export interface Beginning {
  readonly dyad: Dyad;
  /** In a crisis of several relations: the states of all of them. Events that concern others only are passed over. */
  readonly states?: readonly string[] | undefined;
  /** Full normal relations by default. */
  readonly opening?: Situation;
  /** What stands already, in an opening in which measures do. */
  readonly standing?: readonly StandingMeasure[];
  /** The first minute; that of the first event by default. */
  readonly from?: number;
  /** Minutes without a hostile act after which a crisis fades; 180 days by default. */
  readonly quiet?: number;
}

/**
 * The quiet period after which a crisis fades unless a file says otherwise: 180 days. It is the coding rule of the
 * Militarized Interstate Dispute data, where an incident after so long a rest is a new dispute.
 */
export const QUIET: number = 180 * MINUTES_PER_DAY;

/** A history in which nothing has happened yet. */
export function begin(beginning: Beginning): History {
  const { dyad, states, opening = PEACE, standing = [], from = Number.NEGATIVE_INFINITY, quiet = QUIET } = beginning;
  numberArgument("from", from);
  numberArgument("quiet", quiet, 0);
  if (dyad.a === dyad.b) throw new Problem("bad-option", `${quoted(dyad.a)} is both parties: a relation has two.`);
  const dossier = dossierOf(standing);
  const followed = states === undefined ? { dyad } : { dyad, states };
  const start = { situation: opening, dossier, now: from, quietSince: from };
  return { ...followed, opening, standing, quiet, from, steps: [], ...start };
}

/**
 * Folds events over the chart and the dossier and, when `until` is given, lets the clock run on to that minute.
 *
 * An event counts from the beginning of its date, or from the event before it in the list where that is later and the date
 * covers it. No event is moved out of its date, nor sorted.
 *
 * @param events in order of time; events of the same day in the order in which they are to count
 * @throws Problem `bad-option` for a number that is none, or parties that are one; `out-of-order` when the date of an event is over before the event that stands before it, or before the
 *   beginning; `duplicate-id` when two events have one id
 * @example
 * ```ts
 * import { event, fold } from "demarche";
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * fold([strike], { dyad: { a: "IRN", b: "PAK" } }).situation.course; // => "strike"
 * ```
 */
export function fold(events: readonly DiplomaticEvent[], beginning: Beginning, until?: number): History {
  const history = begin(beginning);
  const work = open(history);
  takeAll(work, events, history);
  if (until !== undefined) runOn(work, until);
  return close(history, work);
}

/**
 * A history with more events at its end. `fold(a ++ b)` equals `extend(fold(a), b)`.
 *
 * @throws Problem `out-of-order` and `duplicate-id`, as {@link fold} does; what the clock has run past is past
 */
export function extend(history: History, events: readonly DiplomaticEvent[]): History {
  const work = open(history);
  takeAll(work, events, history);
  return close(history, work);
}

function takeAll(work: Work, events: readonly DiplomaticEvent[], history: History): void {
  refuseRepeatedIds(events, history.steps);
  let minute = work.now;
  for (const event of events) {
    minute = minuteOf(event, minute);
    if (work.quietSince === Number.NEGATIVE_INFINITY) work.quietSince = minute;
    if (!touches(event, history)) continue;
    runClock(work, minute);
    work.now = minute;
    take(work, event);
    runClock(work, minute);
  }
  // What comes last may be of other relations: the clock has run on all the same.
  runClock(work, minute);
  work.now = minute;
}

/** A history whose clock has run to a minute: deadlines have passed and a crisis may have faded. */
export function advance(history: History, until: number): History {
  const work = open(history);
  runOn(work, until);
  return close(history, work);
}

function runOn(work: Work, until: number): void {
  numberArgument("until", until);
  runClock(work, until);
  work.now = Math.max(work.now, until);
}

/** A history under work: the chart as a number of the table, the dossier as a draft. */
interface Work {
  readonly dyad: Dyad;
  readonly quiet: number;
  readonly draft: Draft<Dossier>;
  /** Those of the draft, which are changed and never put in another's place. */
  readonly commitments: Draft<Dossier["commitments"]>;
  readonly steps: Step[];
  situation: number;
  now: number;
  quietSince: number;
  /** When the clock is next due; not known until it is asked for, and asked for anew after each step. */
  due: number;
}

function open({ dyad, quiet, dossier, steps, situation, now, quietSince }: History): Work {
  const id = sharedTable.idOf(situation);
  const due = Number.NEGATIVE_INFINITY;
  const draft = createDraft(dossier);
  const { commitments } = draft;
  return { dyad, quiet, draft, commitments, steps: steps.slice(), situation: id, now, quietSince, due };
}

function close(history: History, { draft, steps, situation, now, quietSince }: Work): History {
  return {
    ...history,
    from: Number.isFinite(history.from) ? history.from : (steps[0]?.minute ?? history.from),
    steps,
    situation: sharedTable.situationOf(situation),
    dossier: finishDraft(draft),
    now,
    quietSince,
  };
}

function runClock(work: Work, until: number): void {
  while (work.due <= until) {
    const { situation, now, quiet, quietSince, draft, commitments } = work;
    // Each reading of a draft costs, so that its parts are read once.
    const { measures, deadlines } = draft;
    const view = { situation, now, quiet, quietSince, dossier: { commitments, measures, deadlines } };
    work.due = firstDue(view);
    const entry = work.due > until ? undefined : nextEntry(view);
    if (entry === undefined) return;
    work.now = Math.max(work.now, entry.due);
    take(work, clockEvent(entry, view));
  }
}

/** One empty list for all valid steps: a list for each would cost long folds a tenth of their time in memory. */
const NONE: Step["reasons"] = Object.freeze([]);

function take(work: Work, event: DiplomaticEvent): void {
  const { dyad, now: minute } = work;
  const seen = seenIn(work.draft, event, dyad);
  const symbol = symbolIndex(seen);
  const previous = work.situation;
  const before = sharedTable.situationOf(previous);
  const verdict = sharedTable.verdict(work.situation, symbol);
  work.situation = sharedTable.next(work.situation, symbol);
  const after = sharedTable.situationOf(work.situation);
  const reasons = verdict === "void" ? reasonsAgainst(before, seen) : NONE;
  const couldFade = canFade(previous, work.draft);
  write(work.draft, { event, verdict, minute, dyad });
  // Nothing fades on the day on which it began to be able to.
  if (!couldFade && canFade(work.situation, work.draft)) work.quietSince = Math.max(work.quietSince, minute);
  if (seen.by !== "other" && isHostile(event.act))
    work.quietSince = Math.max(work.quietSince, quietFrom(event, minute));
  Object.freeze(seen);
  const step: Step = { event, seen, minute, verdict, before, after, reasons, quietSince: work.quietSince };
  work.steps.push(Object.freeze(step));
  work.due = Number.NEGATIVE_INFINITY;
}

/** From when the quiet after a hostile act is counted: from its last day, where it lasts. */
function quietFrom(event: DiplomaticEvent, minute: number): number {
  const { lasts, end } = when(event.at);
  return lasts === true ? Math.max(minute, end) : minute;
}
