/** The clock: deadlines and the quiet period, as entries ordered by when they fall due, that become events. */
import { type Commitment, type Dossier, fulfilled, overdueFrom } from "../dossier/index.ts";
import { type DiplomaticEvent, emptyLists, formatWhen, MINUTES_PER_DAY, when } from "../events/index.ts";
import { sharedTable, symbolIndex } from "../machine/index.ts";

/** Something that will happen by itself unless an event comes first. */
export interface ClockEntry {
  /** The minute it falls due. */
  readonly due: number;
  /** Breaks ties: entries due at the same minute come in this order. */
  readonly sequence: number;
  readonly kind: "kept" | "lapsed" | "faded";
  readonly commitment?: Commitment;
}

/** What the clock looks at: a history or a draft of one. */
export interface ClockView {
  readonly situation: number;
  readonly commitments: Dossier["commitments"];
  readonly now: number;
  readonly quiet: number;
  readonly quietSince: number;
}

const FADED = symbolIndex({ type: "crisis-faded", by: "other" });

/** Everything that is waiting, first due first. */
export function pendingEntries(view: ClockView): readonly ClockEntry[] {
  return entries(view).sort((one, other) => one.due - other.due || one.sequence - other.sequence);
}

/** The entry that is due by a minute and comes first; undefined when nothing is. */
export function nextDue(view: ClockView, until: number): ClockEntry | undefined {
  if (!anyDue(view, until)) return undefined;
  const [first] = pendingEntries(view);
  return first !== undefined && first.due <= until ? first : undefined;
}

/** Whether anything is due, without making a list: this is asked twice for every event. */
function anyDue(view: ClockView, until: number): boolean {
  const due = ({ endedBy, before }: Commitment): boolean =>
    endedBy !== undefined || (before !== undefined && when(before).end < until);
  return view.commitments.open.some(due) || fades(view, until);
}

/** A history that has neither a beginning nor an event yet has no quiet to count. */
function fades({ situation, quiet, quietSince }: ClockView, until: number): boolean {
  return Number.isFinite(quietSince) && quietSince + quiet <= until && sharedTable.verdict(situation, FADED) !== "void";
}

function entries(view: ClockView): ClockEntry[] {
  const { commitments, now, quiet, quietSince } = view;
  const kept = fulfilled(commitments).map(
    (commitment): ClockEntry => ({ due: now, sequence: 0, kind: "kept", commitment }),
  );
  const lapsing = commitments.open.flatMap((commitment): ClockEntry[] => {
    const due = overdueFrom(commitment);
    return due === undefined || commitment.endedBy !== undefined
      ? []
      : [{ due, sequence: 1, kind: "lapsed", commitment }];
  });
  const fading: ClockEntry[] = fades(view, Number.POSITIVE_INFINITY)
    ? [{ due: Math.max(quietSince + quiet, now), sequence: 2, kind: "faded" }]
    : [];
  return [...kept, ...lapsing, ...fading];
}

/** The event that an entry becomes when it falls due. */
export function clockEvent({ kind, commitment, due }: ClockEntry, { now, commitments }: ClockView): DiplomaticEvent {
  const minute = Math.max(due, now);
  const at = formatWhen(minute, minute % MINUTES_PER_DAY === 0 ? "day" : "minute");
  const common = { at, version: 1, from: [], ...emptyLists(), source: "clock" as const };
  if (commitment === undefined) return { ...common, id: `clock-faded-${at.slice(0, 10)}`, act: "crisis-faded" };
  const { id, event, endedBy } = commitment;
  const owed = { commitment: id, outstanding: commitments.open.length - 1 };
  return kind === "kept"
    ? {
        ...common,
        ...owed,
        id: `clock-kept-${id}`,
        act: "commitment-kept",
        because: [event, ...(endedBy ? [endedBy] : [])],
      }
    : { ...common, ...owed, id: `clock-lapsed-${id}`, act: "commitment-lapsed", because: [event] };
}
