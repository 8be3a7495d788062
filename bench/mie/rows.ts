/** Reading Militarized Interstate Events: rows by the names of their columns, put together as confrontations of two states. */
import { parse } from "csv-parse/sync";

/** A row: an event of one confrontation, by the first state against the second. */
export interface Row {
  readonly confrontation: number;
  readonly number: number;
  readonly states: readonly [from: number, to: number];
  readonly start: Day;
  readonly end: Day;
  readonly action: number;
  /** 2 threat, 3 display, 4 force, 5 war. */
  readonly level: number;
}

/** A date; the day is undefined where only the month is known. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
}

/** What two states did in one confrontation, in order of time. */
export interface Pair {
  readonly confrontation: number;
  readonly states: readonly [lower: number, higher: number];
  /** Whether nobody else is in the confrontation. */
  readonly alone: boolean;
  /** The year in which the confrontation began, for whichever pair of it. */
  readonly began: number;
  readonly rows: readonly Row[];
}

/** Clash and war battle: which state stands first says nothing. */
const OF_BOTH: ReadonlySet<number> = new Set([17, 22]);

/** Whether a row is an act of both states. */
export function isOfBoth({ action }: Row): boolean {
  return OF_BOTH.has(action);
}

/**
 * The rows of a table with the columns of Militarized Interstate Events 1.0.
 *
 * @throws RangeError when a column is missing or holds no whole number
 */
export function rowsOf(csv: string): readonly Row[] {
  const cells: readonly Readonly<Record<string, string>>[] = parse(csv, { columns: true, skip_empty_lines: true });
  return cells.map((one, k): Row => {
    const value = (column: string): number => {
      const text = one[column] ?? "";
      if (!/^-?\d+$/.test(text)) throw new RangeError(`Row ${k + 1} has no whole number under ${column}: "${text}".`);
      return Number(text);
    };
    const date = (which: "st" | "end"): Day => {
      const day = value(`${which}day`);
      return { year: value(`${which}year`), month: value(`${which}mon`), day: day < 0 ? undefined : day };
    };
    return {
      confrontation: value("micnum"),
      number: value("eventnum"),
      states: [value("ccode1"), value("ccode2")],
      start: date("st"),
      end: date("end"),
      action: value("action"),
      level: value("hostlev"),
    };
  });
}

/** Every pair of states of every confrontation. */
export function pairsOf(rows: readonly Row[]): readonly Pair[] {
  const within = Map.groupBy(rows, ({ confrontation }) => confrontation);
  return [...within].flatMap(([confrontation, all]): Pair[] => {
    const alone = new Set(all.flatMap(({ states }) => states)).size === 2;
    const began = Math.min(...all.map(({ start }) => start.year));
    const pairs = Map.groupBy(all, ({ states }) => lowerFirst(states).join("-"));
    return [...pairs.values()].map((some) => {
      const inOrder = some.toSorted((one, other) => order(one.start) - order(other.start) || one.number - other.number);
      return { confrontation, states: lowerFirst(some[0]?.states ?? [0, 0]), alone, began, rows: inOrder };
    });
  });
}

/** What is known to a month sorts at its beginning. */
function order({ year, month, day = 1 }: Day): number {
  return (year * 12 + month) * 31 + day;
}

function lowerFirst([one, other]: Row["states"]): Pair["states"] {
  return one < other ? [one, other] : [other, one];
}
