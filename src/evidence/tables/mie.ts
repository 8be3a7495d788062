/** Militarized Interstate Events 1.0 (Gibler and Miller): an event of a confrontation, by one state against another, a row. */
import { frozen } from "../../problem/index.ts";
import type { Cells } from "./cells.ts";
import { dateOf, isBefore, type KnownDate } from "./day.ts";
import type { TableKind } from "./table.ts";

/** Hostility as the Correlates of War codebook counts it: 2 threat, 3 display, 4 force, 5 war. */
export type Level = 2 | 3 | 4 | 5;

/** How many died, at least and at most. */
export type Losses = readonly [least: number, most: number];

export interface MieRow {
  readonly line: number;
  readonly confrontation: number;
  /** Its number within the confrontation. */
  readonly event: number;
  /** The state that acts, and the one that it acts against; of what is not directed, the lower code first. */
  readonly a: number;
  readonly b: number;
  /** False of a clash and a battle, which are acts of both. */
  readonly directed: boolean;
  /** Whether `a` is on the side that the coders call A: the one that changed what was. */
  readonly sideA: boolean;
  readonly start: KnownDate;
  readonly end: KnownDate;
  readonly action: number;
  readonly level: Level;
  readonly fatalities: { readonly a: Losses; readonly b: Losses };
}

const ACTIONS = codes([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]);
const LEVELS: Readonly<Record<string, Level>> = { 2: 2, 3: 3, 4: 4, 5: 5 };
const NOT_DIRECTED: ReadonlySet<number> = new Set([17, 22]);

const START = { year: "styear", month: "stmon", day: "stday" };
const END = { year: "endyear", month: "endmon", day: "endday" };

/** The table of Militarized Interstate Events, for {@link readTable}: an event of one state against another, a row. */
export const mieTable: TableKind<MieRow> = {
  name: "Militarized Interstate Events",
  columns: [
    ["micnum", "eventnum", "ccode1", "ccode2", "stmon", "stday", "styear", "endmon", "endday", "endyear"],
    ["sidea1", "action", "hostlev", "fatalmin1", "fatalmax1", "fatalmin2", "fatalmax2"],
  ].flat(),
  quotes: true,
  row: (cells) => {
    const [a, b] = [cells.whole("ccode1", 1, 999), cells.whole("ccode2", 1, 999)];
    if (a === b) throw cells.refusal("ccode2", "one state alone", `a state can't act against itself (${a}).`);
    const [start, end] = [dateOf(cells, START), dateOf(cells, END)];
    if (isBefore(end, start)) throw cells.refusal("endyear", "it ends before it begins", "it ends before it begins.");
    const action = cells.code("action", ACTIONS, "action of the codebook");
    return {
      line: cells.line(),
      confrontation: cells.whole("micnum", 0),
      event: cells.whole("eventnum", 0),
      a,
      b,
      directed: !NOT_DIRECTED.has(action),
      sideA: cells.whole("sidea1", 0, 1) === 1,
      start,
      end,
      action,
      level: cells.code("hostlev", LEVELS, "level of hostility"),
      fatalities: { a: losses(cells, "1"), b: losses(cells, "2") },
    };
  },
};
frozen(mieTable);

function losses(cells: Cells, side: "1" | "2"): Losses {
  const least = cells.known(`fatalmin${side}`) ?? 0;
  const most = cells.known(`fatalmax${side}`) ?? least;
  if (least <= most) return [least, most];
  throw cells.refusal(`fatalmax${side}`, "more dead at least than at most", `${least} at least and ${most} at most.`);
}

function codes(numbers: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(numbers.map((number) => [String(number), number]));
}
