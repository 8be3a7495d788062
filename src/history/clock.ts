/** The clock: deadlines and the quiet period, as entries ordered by when they fall due, that become events. */
import {
  type Commitment,
  type Deadline,
  type Dossier,
  fulfilled,
  isHeld,
  outstandingAfter,
  overdueFrom,
  overFrom,
  type StandingMeasure,
} from "../dossier/index.ts";
import { type DiplomaticEvent, emptyLists, formatWhen, MINUTES_PER_DAY, when } from "../events/index.ts";
import { sharedTable, symbolIndex } from "../machine/index.ts";
import { nth } from "../problem/index.ts";

interface Due {
  /** The minute it falls due. */
  readonly due: number;
}

/** Something that will happen by itself unless an event comes first. */
export type ClockEntry = Due &
  (
    | { readonly kind: "kept" | "suspended" | "resumed" | "lapsed"; readonly commitment: Commitment }
    | { readonly kind: "ended"; readonly measure: StandingMeasure }
    | { readonly kind: "passed"; readonly deadline: Deadline }
    | { readonly kind: "faded" }
  );

/** In this order come entries that are due at the same minute, and after them the fading. */
const ORDER: readonly ClockEntry["kind"][] = ["kept", "suspended", "resumed", "ended", "lapsed", "passed"];

/** What the clock looks at: a history or a draft of one. */
export interface ClockView {
  readonly situation: number;
  readonly dossier: Pick<Dossier, "commitments" | "measures" | "deadlines">;
  readonly now: number;
  readonly quiet: number;
  readonly quietSince: number;
}

const FADED = symbolIndex({ type: "crisis-faded", by: "other" });

/** Whether a crisis can fade once it has been quiet for long enough: the chart allows it, and nothing holds the clock. */
export function canFade(situation: number, dossier: Pick<Dossier, "measures">): boolean {
  return sharedTable.verdict(situation, FADED) !== "void" && !isHeld(dossier);
}

/** Everything that is waiting, first due first. */
export function pendingEntries(view: ClockView): readonly ClockEntry[] {
  const fading = { due: fadingDue(view), kind: "faded" as const };
  const all: ClockEntry[] = [...waitingIn(view.dossier, view.now), ...(fading.due < NEVER ? [fading] : [])];
  return all.sort((one, other) => one.due - other.due);
}

/** The entry that comes first; undefined when nothing waits. */
export function nextEntry(view: ClockView): ClockEntry | undefined {
  return pendingEntries(view)[0];
}

/** The earliest of a minute and those at which a list's entries fall due. Read by index, which is cheapest on a draft. */
function soonest<One>(minute: number, list: readonly One[], dueOf: (one: One) => number): number {
  let first = minute;
  for (let k = 0; k < list.length; k++) first = Math.min(first, dueOf(nth(list, k)));
  return first;
}

/** The minute at which the first entry falls due, without making a list: this is asked after every step. */
export function firstDue(view: ClockView): number {
  const { now } = view;
  const { commitments, measures, deadlines } = view.dossier;
  const { open, lapsed, suspended } = commitments;
  const owed = soonest(fadingDue(view), open, (one) => openDue(one, now));
  const lapsing = soonest(owed, lapsed, ({ endedBy }) => (endedBy === undefined ? NEVER : now));
  const resumed = soonest(lapsing, suspended, ({ changedBy }) => (changedBy === undefined ? NEVER : now));
  return soonest(
    soonest(resumed, measures, (one) => measureDue(one, now)),
    deadlines,
    deadlineDue,
  );
}

const NEVER = Number.POSITIVE_INFINITY;

/** When the crisis fades. A history that has neither a beginning nor an event yet has no quiet to count. */
function fadingDue({ situation, dossier, now, quiet, quietSince }: ClockView): number {
  return Number.isFinite(quietSince) && canFade(situation, dossier) ? Math.max(quietSince + quiet, now) : NEVER;
}

/** When the clock reports on a commitment: at once that it was kept or suspended, on its day that it lapses. */
function openDue(owed: Commitment, now: number): number {
  return owed.endedBy === undefined && owed.changedBy === undefined ? (overdueFrom(owed) ?? NEVER) : now;
}

function measureDue(measure: StandingMeasure, now: number): number {
  return measure.endedBy === undefined ? (overFrom(measure) ?? NEVER) : now;
}

function deadlineDue({ at }: Deadline): number {
  return when(at).end + 1;
}

/**
 * What waits for the clock beside the fading of the crisis. It comes in this order where it is due at the same minute.
 *
 * @param now when what is due at once is due
 */
export function waitingIn({ commitments, measures, deadlines }: ClockView["dossier"], now: number): ClockEntry[] {
  const ending = measures.filter((measure) => measureDue(measure, now) < NEVER);
  const all: readonly ClockEntry[] = [
    ...owedIn(commitments, now),
    ...ending.map((measure) => ({ due: measureDue(measure, now), kind: "ended" as const, measure })),
    ...deadlines.map((deadline) => ({ due: deadlineDue(deadline), kind: "passed" as const, deadline })),
  ];
  return all.filter(({ due }) => due < NEVER).sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

function owedIn(commitments: Dossier["commitments"], now: number): readonly ClockEntry[] {
  const { open, lapsed, suspended } = commitments;
  if (open.length + lapsed.length + suspended.length === 0) return [];
  const owed = open.filter(({ endedBy }) => endedBy === undefined);
  const resumed = suspended.filter(({ changedBy }) => changedBy !== undefined);
  return [
    ...fulfilled(commitments).map((commitment) => ({ due: now, kind: "kept" as const, commitment })),
    ...owed.map((commitment) => ({
      due: openDue(commitment, now),
      kind: commitment.changedBy === undefined ? ("lapsed" as const) : ("suspended" as const),
      commitment,
    })),
    ...resumed.map((commitment) => ({ due: now, kind: "resumed" as const, commitment })),
  ];
}

/** The day or minute at which an entry falls due, as an event of the clock says it. */
function dueText(minute: number): string {
  return formatWhen(minute, minute % MINUTES_PER_DAY === 0 ? "day" : "minute");
}

/**
 * The event that an entry becomes when it falls due.
 *
 * @param at its date, where that is known or does not matter
 */
export function clockEvent(
  entry: ClockEntry,
  { now, dossier: { commitments } }: Pick<ClockView, "now" | "dossier">,
  at: string = dueText(Math.max(entry.due, now)),
): DiplomaticEvent {
  const common = { at, version: 1, from: [], ...emptyLists(), source: "clock" as const };
  switch (entry.kind) {
    case "faded":
      return { ...common, id: `clock-faded-${at.slice(0, 10)}`, act: "crisis-faded" };
    case "ended": {
      const { event: of, endedBy } = entry.measure;
      const because = endedBy === undefined ? [of] : [of, endedBy];
      return { ...common, of, id: `clock-ended-${of}`, act: "measure-ended", because };
    }
    case "passed": {
      const { event: of } = entry.deadline;
      return { ...common, of, id: `clock-passed-${of}`, act: "deadline-passed", because: [of] };
    }
    case "suspended":
    case "resumed": {
      const { event: agreement, changedBy = agreement } = entry.commitment;
      const owed = commitments.open.filter(({ event }) => event !== agreement).length;
      const act = entry.kind === "suspended" ? "terms-suspended" : "terms-resumed";
      return {
        ...common,
        agreement,
        outstanding: owed,
        act,
        id: `clock-${entry.kind}-${changedBy}`,
        because: [changedBy],
      };
    }
    default: {
      const { commitment } = entry;
      const { id, event, endedBy, status, settles } = commitment;
      const outstanding = outstandingAfter(commitments, commitment);
      const owed = { commitment: id, outstanding };
      if (entry.kind === "lapsed") {
        return { ...common, ...owed, id: `clock-lapsed-${id}`, act: "commitment-lapsed", because: [event] };
      }
      const late = status === "lapsed" && settles === true && outstanding === 0 ? { late: true as const } : {};
      const count = status === "lapsed" && !("late" in late) ? { outstanding: Math.max(1, outstanding) } : {};
      const because = [event, ...(endedBy ? [endedBy] : [])];
      return { ...common, ...owed, ...count, ...late, id: `clock-kept-${id}`, act: "commitment-kept", because };
    }
  }
}
