/** What follows what in a confrontation: who goes on, who answers, how soon and how strongly. */
import type { KnownDate, MiePair, MieRow } from "../../src/evidence/index.ts";

/** What comes next after an event of one state: more of the same state, an act of the other, one of both, or nothing. */
export type Next = "same" | "other" | "both" | "nothing";

/** Two events in a row. */
interface Following {
  readonly row: MieRow;
  readonly next: MieRow | undefined;
  readonly kind: Next;
}

/** What was measured of some pairs. Shares are from 0 to 1, delays in days between the first days of both events. */
export interface Measured {
  readonly pairs: number;
  readonly singleEvent: number;
  /** Each of the two states has an event of its own. */
  readonly bothSides: number;
  /** The same where a clash or a war battle counts as an act of both. */
  readonly bothWithClashes: number;
  readonly withClash: number;
  /** Of those with a clash: something follows the first one. */
  readonly goOnAfterClash: number;
  /** After an event of one state. */
  readonly next: Readonly<Record<Next, number>>;
  /** The same for the first events of confrontations alone. */
  readonly nextAfterFirst: Readonly<Record<Next, number>>;
  readonly delays: Readonly<Record<"same" | "other", { readonly median: number; readonly p90: number }>>;
  /** The level of the next event is the same, by who does it. */
  readonly sameLevel: Readonly<Record<"same" | "other", number>>;
  /** Of the replies to force: those by force. */
  readonly forceForForce: number;
  /** How many events of one state come in a row, at most, in half and in nine of ten rows. */
  readonly inARow: { readonly median: number; readonly p90: number };
}

/** Measures pairs. */
export function measured(pairs: readonly MiePair[]): Measured {
  const followings = pairs.flatMap(({ rows }) => followingsOf(rows));
  const firsts = pairs.flatMap(({ rows }) => followingsOf(rows.slice(0, 2)).slice(0, 1));
  const clashes = pairs.filter(({ rows }) => rows.some(isClash));
  const goesOn = ({ rows }: MiePair): boolean => rows.findIndex(isClash) < rows.length - 1;
  const of = (wanted: Next): readonly Following[] => followings.filter(({ kind }) => kind === wanted);
  const [same, other] = [of("same"), of("other")];
  const toForce = other.filter(({ row }) => row.level === 4);
  return {
    pairs: pairs.length,
    singleEvent: share(pairs, ({ rows }) => rows.length === 1),
    bothSides: share(pairs, bothAct),
    bothWithClashes: share(pairs, (pair) => bothAct(pair) || pair.rows.some(isOfBoth)),
    withClash: clashes.length,
    goOnAfterClash: share(clashes, goesOn),
    next: sharesOf(followings),
    nextAfterFirst: sharesOf(firsts),
    delays: { same: spread(same.flatMap(delayOf)), other: spread(other.flatMap(delayOf)) },
    sameLevel: { same: share(same, levelsAgree), other: share(other, levelsAgree) },
    forceForForce: share(toForce, ({ next }) => (next?.level ?? 0) >= 4),
    inARow: spread(pairs.flatMap(({ rows }) => rowsInARow(rows))),
  };
}

/** Whether a row is an act of both states: which of them stands first says nothing. */
function isOfBoth({ directed }: MieRow): boolean {
  return !directed;
}

function isClash({ action }: MieRow): boolean {
  return action === 17;
}

/** What follows each event of one state. */
function followingsOf(rows: readonly MieRow[]): readonly Following[] {
  return rows.flatMap((row, k): Following[] => {
    if (isOfBoth(row)) return [];
    const next = rows[k + 1];
    return [{ row, next, kind: kindOf(row, next) }];
  });
}

function kindOf(row: MieRow, next: MieRow | undefined): Next {
  if (next === undefined) return "nothing";
  if (isOfBoth(next)) return "both";
  return next.a === row.a ? "same" : "other";
}

function bothAct({ rows }: MiePair): boolean {
  return new Set(rows.filter((row) => !isOfBoth(row)).map(({ a }) => a)).size === 2;
}

function levelsAgree({ row, next }: Following): boolean {
  return next?.level === row.level;
}

/** Days between the beginnings of two events, where both days are known. */
function delayOf({ row, next }: Following): readonly number[] {
  const [first, second] = [dayNumber(row.start), next === undefined ? undefined : dayNumber(next.start)];
  return first === undefined || second === undefined ? [] : [second - first];
}

function dayNumber({ year, month, day }: KnownDate): number | undefined {
  return month === undefined || day === undefined ? undefined : Date.UTC(year, month - 1, day) / 86_400_000;
}

/** How many events of one state come in a row, for every row of them. */
function rowsInARow(rows: readonly MieRow[]): readonly number[] {
  const lengths: number[] = [];
  let by: number | undefined;
  for (const row of rows) {
    const own = isOfBoth(row) ? undefined : row.a;
    if (own !== undefined) lengths.push(own === by ? (lengths.pop() ?? 0) + 1 : 1);
    by = own;
  }
  return lengths;
}

function sharesOf(followings: readonly Following[]): Readonly<Record<Next, number>> {
  const of = (wanted: Next): number => share(followings, ({ kind }) => kind === wanted);
  return { same: of("same"), other: of("other"), both: of("both"), nothing: of("nothing") };
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.filter(is).length / all.length;
}

function spread(values: readonly number[]): { readonly median: number; readonly p90: number } {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  return { median: at(0.5), p90: at(0.9) };
}
