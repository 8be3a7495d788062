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

/** In this order come entries that are due at the same minute. */
const ORDER: readonly ClockEntry["kind"][] = ["kept", "suspended", "resumed", "ended", "lapsed", "passed", "faded"];

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
  const all = entries(view);
  if (all.length < 2) return all;
  return all.sort((one, other) => one.due - other.due || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

/** The entry that is due by a minute and comes first; undefined when nothing is. */
export function nextDue(view: ClockView, until: number): ClockEntry | undefined {
  if (firstDue(view) > until) return undefined;
  const [first] = pendingEntries(view);
  return first !== undefined && first.due <= until ? first : undefined;
}

/** The minute at which the first entry falls due, without making a list: this is asked twice for every event. */
export function firstDue({ situation, dossier, now, quiet, quietSince }: ClockView): number {
  const { commitments, measures, deadlines } = dossier;
  // A history that has neither a beginning nor an event yet has no quiet to count.
  const fades = Number.isFinite(quietSince) && canFade(situation, dossier);
  let first = fades ? Math.max(quietSince + quiet, now) : Number.POSITIVE_INFINITY;
  for (const { endedBy, changedBy, before } of commitments.open) {
    if (endedBy !== undefined || changedBy !== undefined) return now;
    if (before !== undefined) first = Math.min(first, when(before).end + 1);
  }
  for (const { endedBy } of commitments.lapsed) if (endedBy !== undefined) return now;
  for (const { changedBy } of commitments.suspended) if (changedBy !== undefined) return now;
  for (const { endedBy, until } of measures) {
    if (endedBy !== undefined) return now;
    if (until !== undefined) first = Math.min(first, when(until).end + 1);
  }
  for (const { at } of deadlines) first = Math.min(first, when(at).end + 1);
  return first;
}

function entries(view: ClockView): ClockEntry[] {
  const { now, quiet, quietSince } = view;
  const { commitments, measures, deadlines } = view.dossier;
  const open = commitments.open.flatMap((commitment): ClockEntry[] => {
    const due = overdueFrom(commitment);
    if (commitment.endedBy !== undefined) return [];
    if (commitment.changedBy !== undefined) return [{ due: now, kind: "suspended", commitment }];
    return due === undefined ? [] : [{ due, kind: "lapsed", commitment }];
  });
  const fading: ClockEntry[] =
    Number.isFinite(quietSince) && canFade(view.situation, view.dossier)
      ? [{ due: Math.max(quietSince + quiet, now), kind: "faded" }]
      : [];
  return [
    ...fulfilled(commitments).map((commitment): ClockEntry => ({ due: now, kind: "kept", commitment })),
    ...open,
    ...commitments.suspended.flatMap((commitment): ClockEntry[] =>
      commitment.changedBy === undefined ? [] : [{ due: now, kind: "resumed", commitment }],
    ),
    ...measures.flatMap((measure): ClockEntry[] => {
      const due = measure.endedBy === undefined ? overFrom(measure) : now;
      return due === undefined ? [] : [{ due, kind: "ended", measure }];
    }),
    ...deadlines.map((deadline): ClockEntry => ({ due: when(deadline.at).end + 1, kind: "passed", deadline })),
    ...fading,
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
  { now, dossier: { commitments } }: ClockView,
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
