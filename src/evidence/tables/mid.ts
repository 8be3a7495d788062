/** Militarized Interstate Disputes 5.0 (Palmer and others), dispute level: how each confrontation ended, a row. */
import { frozen } from "../../problem/index.ts";
import { dateOf, type KnownDate } from "./day.ts";
import type { TableKind } from "./table.ts";

/** How a dispute ended, by the number of the codebook. */
export const midOutcomes = {
  "1": "victory for side A",
  "2": "victory for side B",
  "3": "side A yields",
  "4": "side B yields",
  "5": "stalemate",
  "6": "compromise",
  "7": "released",
  "8": "unclear",
  "9": "joins an ongoing war",
  "-9": "not known",
} as const;

/** What was settled and how, by the number of the codebook. */
export const midSettlements = {
  "1": "negotiated",
  "2": "imposed",
  "3": "none",
  "4": "unclear",
  "-9": "not known",
} as const;

export type MidOutcome = (typeof midOutcomes)[keyof typeof midOutcomes];
export type MidSettlement = (typeof midSettlements)[keyof typeof midSettlements];

export interface MidRow {
  readonly line: number;
  /** The number of the confrontation in Militarized Interstate Events. */
  readonly dispute: number;
  readonly start: KnownDate;
  readonly end: KnownDate;
  readonly outcome: MidOutcome;
  readonly settlement: MidSettlement;
  /** The highest level: 1 none, 2 threat, 3 display, 4 force, 5 war. */
  readonly level: number;
  /** How many states stood on each side. */
  readonly sides: readonly [a: number, b: number];
  readonly goesOn: boolean;
}

/** The table of Militarized Interstate Disputes: how a confrontation ended, a row. */
export const midTable: TableKind<MidRow> = {
  name: "Militarized Interstate Disputes",
  columns: [
    ["dispnum", "stday", "stmon", "styear", "endday", "endmon", "endyear"],
    ["outcome", "settle", "hostlev", "numa", "numb"],
  ].flat(),
  quotes: true,
  row: (cells) => ({
    line: cells.line(),
    dispute: cells.whole("dispnum", 0),
    start: dateOf(cells, { year: "styear", month: "stmon", day: "stday" }),
    end: dateOf(cells, { year: "endyear", month: "endmon", day: "endday" }),
    outcome: cells.code("outcome", midOutcomes, "outcome of the codebook"),
    settlement: cells.code("settle", midSettlements, "settlement of the codebook"),
    level: cells.whole("hostlev", 1, 5),
    sides: [cells.whole("numa", 1), cells.whole("numb", 1)],
    goesOn: cells.has("ongo2014") && cells.known("ongo2014") === 1,
  }),
};
frozen(midTable);
