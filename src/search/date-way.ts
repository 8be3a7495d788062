/** Dating: a way as events after a history that lead through the same situations when they are folded. */
import { actIds, actOf, type DiplomaticEvent, dayStart, formatWhen, MINUTES_PER_DAY } from "../events/index.ts";
import { advance, extend, type History, pendingOf } from "../history/index.ts";
import { type ChartEvent, keyOf } from "../machine/index.ts";
import { freeName } from "../scenario/index.ts";
import { invented } from "./invented.ts";
import type { Way, WayStep } from "./way.ts";

/** A way with dates. */
export interface Dated {
  /** The acts, each because of the one before. What the clock does is not among them: it comes of itself. */
  readonly events: readonly DiplomaticEvent[];
  /** The history with them, up to the end of the way. */
  readonly history: History;
}

/** What an agreement on the way is about: what is owed, and by whom. */
interface Owed {
  readonly act: string;
  readonly by: string;
  readonly before?: string;
}

/** Which terms the agreement at a step has, made on a day. */
type Terms = (k: number, day: number) => readonly Owed[];

type Pace = (history: History) => Pick<DiplomaticEvent, "at"> & { readonly day: number };

/**
 * Dates a way: its first act falls on the day after a history's last moment, each further one a day later, and where the
 * way waits for the clock, after that. Where the clock would come first, because a crisis is about to fade or a term to
 * lapse, acts fall on one day, before it. The terms of an agreement are chosen so that they are kept, lapse or stay open
 * as the way has it.
 *
 * @param history where the way begins; its situation is the way's first
 * @param taken ids that the events may not have
 * @throws RangeError when the history has neither a beginning nor an event, and so no moment
 * @returns undefined when no such dates lead through the way: it may count on what the dossier does not know of, such as
 *   an agreement that is kept before anything was done
 */
export function datedWay(way: Way, history: History, taken: ReadonlySet<string> = new Set()): Dated | undefined {
  if (!Number.isFinite(history.now))
    throw new RangeError("The history has no moment yet from which a way could go on.");
  const tries: readonly Terms[] = [
    (k) => laterActs(way, k, history),
    (_, day) => [{ act: "return-ambassador", by: "both", before: formatWhen(day) }],
    () => [{ act: "return-ambassador", by: "both" }],
    () => [{ act: "negotiate", by: "both" }],
  ];
  for (const pace of [daily, beforeTheClock]) {
    for (const terms of tries) {
      const dated = dateWith(way, history, taken, { terms, pace });
      if (dated !== undefined) return dated;
    }
  }
  return undefined;
}

function daily({ now }: History): ReturnType<Pace> {
  const day = dayStart(now) + MINUTES_PER_DAY;
  return { at: formatWhen(day), day };
}

/** An act a day, or at once where the clock would act before the next day. */
function beforeTheClock(history: History): ReturnType<Pace> {
  const { now } = history;
  const next = daily(history);
  const [pending] = pendingOf(history);
  if (pending === undefined || pending.due > next.day) return next;
  const day = dayStart(now);
  return { at: now === day ? formatWhen(day) : formatWhen(now, "minute"), day };
}

function dateWith(
  { steps }: Way,
  history: History,
  taken: ReadonlySet<string>,
  { terms, pace }: { readonly terms: Terms; readonly pace: Pace },
): Dated | undefined {
  const ids = new Set([...taken, ...history.steps.map(({ event: { id } }) => id)]);
  const events: DiplomaticEvent[] = [];
  let now = history;
  for (const [k, step] of steps.entries()) {
    if (actOf(step.event.type).class === "clock") {
      now = waitForClock(step, now);
      continue;
    }
    const { at, day } = pace(now);
    const { type, detail } = step.event;
    const needsTerms = type === "agree" || detail === "terms";
    const owed = needsTerms ? terms(k, day) : [];
    if (needsTerms && owed.length === 0) return undefined;
    const made = invented({
      id: freeName(`way-${step.event.type}`, (id) => ids.has(id)),
      at,
      seen: fittingAct(step.event, now),
      dyad: history.dyad,
      because: [events.at(-1) ?? history.steps.at(-1)?.event].flatMap((cause) =>
        cause === undefined ? [] : [cause.id],
      ),
      note: "Invented by a search for the shortest valid way.",
      ...(owed.length === 0 ? {} : { more: { terms: owed, ...(detail === "truce" ? { kind: "truce" } : {}) } }),
    });
    ids.add(made.id);
    events.push(made);
    now = extend(now, [made]);
  }
  const applied = now.steps.slice(history.steps.length).filter(({ verdict }) => verdict === "applied");
  const isSame =
    applied.length === steps.length &&
    applied.every(({ after }, k) => keyOf(after) === keyOf(steps[k]?.after ?? after));
  return isSame ? { events, history: now } : undefined;
}

/** The act itself; of acts that end what stands the one that ends all that the actor has standing, if there is one. */
function fittingAct(seen: ChartEvent, { dossier: { measures }, dyad: { a, b } }: History): ChartEvent {
  if (actOf(seen.type).ends === undefined) return seen;
  const parties = seen.by === "both" ? [a, b] : [seen.by === "a" ? a : b];
  const kinds = measures.filter(({ by }) => parties.includes(by)).map(({ kind }) => kind);
  const type = actIds.find((id) => kinds.every((kind) => actOf(id).ends?.includes(kind) ?? false));
  return type === undefined || kinds.length === 0 ? seen : { ...seen, type };
}

/** The history after the clock has done what a step has it do; as it is where it has done so already. */
function waitForClock({ after }: WayStep, history: History): History {
  if (keyOf(history.situation) === keyOf(after)) return history;
  const [next] = pendingOf(history);
  return next === undefined ? history : advance(history, next.due);
}

/** What is done after an agreement and before the clock finds it kept. */
function laterActs({ steps }: Way, k: number, { dyad }: History): readonly Owed[] {
  const rest = steps.slice(k + 1);
  const end = rest.findIndex(({ event }) => actOf(event.type).class === "clock");
  return rest.slice(0, Math.max(end, 0)).map(({ event: { type, by } }) => ({
    act: type,
    by: by === "both" ? "both" : by === "a" ? dyad.a : dyad.b,
  }));
}
