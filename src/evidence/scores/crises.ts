/**
 * Actors of International Crisis Behavior as a trigger and the response to it. Only columns are read that say what was known
 * when the crisis was triggered: none of outcome, end, response, violence, or what third states did in it.
 */
import type { Design, Predictor } from "../../calibrated/index.ts";
import type { Cells } from "../tables/cells.ts";
import { icbTable } from "../tables/icb.ts";
import type { TableKind } from "../tables/table.ts";

export const RESPONSES = 9;

/** A crisis actor as far as prediction reads it. */
export interface CrisisRow {
  readonly crisis: number;
  readonly trigger: number;
  /** The year of the trigger, and its day as a number that only orders the triggers of a crisis. */
  readonly year: number;
  readonly order: number;
  /** The values of {@link SITUATION}, in order; 0 where the table says nothing. */
  readonly situation: readonly number[];
  readonly own: readonly number[];
  /** The place of the response among nine. */
  readonly label: number;
}

/** Columns of codes, and how many each has: 0 stands for what is not known. */
const SITUATION: Readonly<Record<string, number>> = {
  southpow: 5,
  cractloc: 5,
  period: 7,
  syslev: 3,
  pc: 4,
  iwc: 12,
  age: 10,
  territ: 5,
  regime: 6,
  durreg: 4,
  allycap: 6,
  globmemb: 5,
  nuclear: 6,
  powsta: 6,
  issue: 8,
  chissu: 8,
  gravty: 9,
  pethin: 9,
  econdt: 5,
  socunr: 5,
  massvl: 5,
  gvinst: 5,
  regrep: 5,
  trigloc: 4,
  geog: 60,
};

const NAMES = Object.keys(SITUATION);

/** The table, read without what a prediction may not know. */
export const crisisTable: TableKind<CrisisRow> = {
  name: icbTable.name,
  columns: ["crisno", "cracid", "triggr", "yrtrig", "motrig", "datrig", "trigent", "majres"],
  quotes: true,
  row: (cells) => {
    const year = cells.whole("yrtrig", 1, 9999);
    const [by, actor] = [numberIn(cells, "trigent"), cells.whole("cracid", 1, 999)];
    const powdis = numberIn(cells, "powdis");
    return {
      crisis: cells.whole("crisno", 1),
      trigger: cells.whole("triggr", 1, 9),
      year,
      order: year * 500 + numberIn(cells, "motrig") * 40 + Math.min(31, numberIn(cells, "datrig")),
      situation: NAMES.map((name) => codeIn(cells, name)),
      own: [
        by === actor ? 1 : by >= 990 ? 2 : 0,
        cells.text("powdis") === "" ? 0 : 1,
        (Math.sign(powdis) * Math.log1p(Math.abs(powdis))) / 2,
      ],
      label: cells.whole("majres", 1, 9) - 1,
    };
  },
};

function codeIn(cells: Cells, name: string): number {
  const value = numberIn(cells, name);
  return value >= 0 && value < (SITUATION[name] as number) ? value : 0;
}

function numberIn(cells: Cells, name: string): number {
  const value = Number(cells.text(name));
  return Number.isSafeInteger(value) ? value : 0;
}

const responseColumns: readonly Predictor[] = [
  { name: "triggr", codes: 10 },
  ...NAMES.map((name): Predictor => ({ name, codes: SITUATION[name] as number })),
  { name: "triggered-by", codes: 3 },
  { name: "powdis-known", codes: 2 },
  { name: "powdis", bends: [0] },
  { name: "decade", bends: [2, 5] },
  { name: "earlier", bends: [0.5, 1.2] },
  { name: "earlier-violent", bends: [0.5] },
  { name: "last-trigger", codes: 10 },
];

export const responseDesign: Design = {
  columns: responseColumns,
  together: [
    ["triggr", "pc"],
    ["triggr", "iwc"],
    ["triggr", "gravty"],
    ["triggr", "powsta"],
  ],
};

export interface Trigger {
  readonly group: number;
  readonly year: number;
  /** What simple guesses look at: nothing, or the trigger. */
  readonly seen: readonly [nothing: number, trigger: number];
  readonly row: Float64Array;
  readonly label: number;
}

/** Every trigger, with what triggered the crisis for other actors before. */
export function triggersIn(rows: readonly CrisisRow[]): readonly Trigger[] {
  const crises = Map.groupBy(rows, ({ crisis }) => crisis);
  return rows.map((one) => {
    const earlier = (crises.get(one.crisis) ?? [])
      .filter(({ order }) => order < one.order)
      .toSorted((a, b) => a.order - b.order);
    const violent = earlier.filter(({ trigger }) => trigger >= 8).length;
    return {
      group: one.crisis,
      year: one.year,
      seen: [0, one.trigger],
      label: one.label,
      row: Float64Array.from([
        one.trigger,
        ...one.situation,
        ...one.own,
        (Math.min(2010, Math.max(1918, one.year)) - 1918) / 10,
        Math.log1p(earlier.length),
        Math.log1p(violent),
        earlier.at(-1)?.trigger ?? 0,
      ]),
    };
  });
}
