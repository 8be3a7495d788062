/**
 * Militarized Interstate Events as what came after what. Only columns that are known on the day of an event are read:
 * neither ends nor losses, nor anything that is counted over a whole confrontation.
 */
import { aroundOf, END, type Happening, labelBetween, type PairCourse, pairCourseOf } from "../../calibrated/index.ts";
import type { Cells } from "../tables/cells.ts";
import { dateOf, type KnownDate } from "../tables/day.ts";
import { mieTable } from "../tables/mie.ts";
import type { TableKind } from "../tables/table.ts";

/** A row as far as prediction reads it. */
export interface TurnRow extends Happening {
  readonly confrontation: number;
  /** Its number within the confrontation: only the order is used. */
  readonly event: number;
  readonly pair: string;
}

export const FIRST_YEAR = 1946;

const LEVELS: Readonly<Record<string, number>> = { 2: 2, 3: 3, 4: 4, 5: 5 };
const BOTH: ReadonlySet<number> = new Set([17, 22]);

/** The table, read without what a prediction may not know. */
export const turnTable: TableKind<TurnRow> = {
  name: mieTable.name,
  columns: ["micnum", "eventnum", "ccode1", "ccode2", "stmon", "stday", "styear", "action", "hostlev"],
  quotes: true,
  row: (cells) => {
    const [a, b] = [cells.whole("ccode1", 1, 999), cells.whole("ccode2", 1, 999)];
    if (a === b) throw cells.refusal("ccode2", "one state alone", `a state can't act against itself (${a}).`);
    const start = dateOf(cells, { year: "styear", month: "stmon", day: "stday" });
    const action = cells.whole("action", 1, 22);
    return {
      confrontation: cells.whole("micnum", 0),
      event: cells.whole("eventnum", 0),
      pair: `${Math.min(a, b)}-${Math.max(a, b)}`,
      by: BOTH.has(action) ? 2 : a < b ? 0 : 1,
      action,
      level: levelIn(cells),
      day: dayOf(start),
      year: start.year,
    };
  },
};

function levelIn(cells: Cells): number {
  return cells.code("hostlev", LEVELS, "level of hostility");
}

function dayOf({ year, month, day }: KnownDate): number | undefined {
  return month === undefined || day === undefined ? undefined : Date.UTC(year, month - 1, day) / 86_400_000;
}

/** A moment after which the next event is predicted. */
export interface Moment {
  readonly group: number;
  readonly pair: string;
  readonly year: number;
  /** The columns of the course so far. */
  readonly row: Float64Array;
  readonly habit: Float64Array;
  readonly label: number;
  /** Days until it; undefined where that is not known, or nothing came. */
  readonly gap: number | undefined;
  /**
   * What simple guesses look at: nothing; the level and whether both acted; that and the label by which the event came.
   */
  readonly seen: readonly [nothing: number, step: number, steps: number];
}

/** The events of each pair of states of each confrontation, in order. */
export function pairsIn(rows: readonly TurnRow[]): readonly (readonly TurnRow[])[] {
  const pairs = Map.groupBy(rows, ({ confrontation, pair }) => `${confrontation} ${pair}`);
  return [...pairs.values()].map((events) => events.toSorted((one, other) => one.event - other.event));
}

export function isPredicted({ day, year }: Happening): boolean {
  return day !== undefined && year >= FIRST_YEAR;
}

/**
 * Every moment of every pair: after each event whose day is known, from 1946 on. The pairs of a confrontation go on beside one
 * another, in the order of its events, so that each knows what the others did before, and nothing of what they do later.
 */
export function momentsIn(rows: readonly TurnRow[]): readonly Moment[] {
  const places = new Map<TurnRow, Moment>();
  for (const confrontation of Map.groupBy(rows, (row) => row.confrontation).values()) {
    const around = aroundOf();
    const courses = new Map<string, PairCourse>();
    const next = followers(confrontation);
    for (const event of confrontation.toSorted((one, other) => one.event - other.event)) {
      const course = courses.get(event.pair) ?? pairCourseOf(around);
      courses.set(event.pair, course);
      const { last: before } = course;
      course.add(event);
      if (isPredicted(event)) places.set(event, momentAfter(event, before, next.get(event), course));
    }
  }
  return pairsIn(rows).flatMap((events) => events.flatMap((event) => places.get(event) ?? []));
}

/** For each event the next between the same two. */
function followers(rows: readonly TurnRow[]): ReadonlyMap<TurnRow, TurnRow> {
  return new Map(
    pairsIn(rows).flatMap((events) => events.slice(1).map((event, k) => [events[k] as TurnRow, event] as const)),
  );
}

function momentAfter(
  event: TurnRow,
  before: Happening | undefined,
  next: TurnRow | undefined,
  course: PairCourse,
): Moment {
  const level = event.level + (event.by === 2 ? 10 : 0);
  return {
    group: event.confrontation,
    pair: event.pair,
    year: event.year,
    row: course.row.slice(),
    habit: course.habit.slice(),
    label: next === undefined ? END : labelBetween(event, next),
    gap: next?.day === undefined || event.day === undefined ? undefined : Math.max(0, next.day - event.day),
    seen: [0, level, level * 10 + (before === undefined ? 0 : labelBetween(before, event))],
  };
}
