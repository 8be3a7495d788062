/** Assumptions as a table: every number that a result rests on, with its range and where it comes from. */
import type { Resting } from "../../futures/index.ts";
import { type Part, table } from "../../render/index.ts";
import { numeral } from "../futures/assumptions.ts";

/** What numbers a result rests on. */
export function assumptionsTable(assumptions: readonly Resting[]): Part {
  return table(
    "What it rests on",
    ["Assumption", "Value", "Range", "What it is", "Basis"],
    assumptions.map(({ name, value, range, meaning, basis }) => [
      name,
      numeral(value),
      range === undefined ? "not said" : `${numeral(range[0])} to ${numeral(range[1])}`,
      meaning,
      basis ?? { text: "no basis given", tone: "warn" },
    ]),
  );
}

/** The same as plain data. */
export function assumptionData({ name, value, range, meaning, basis }: Resting): Assumed {
  return { name, value, meaning, ...(range === undefined ? {} : { range }), ...(basis === undefined ? {} : { basis }) };
}

/** An assumption as plain data. */
export type Assumed = Pick<Resting, "name" | "value" | "range" | "meaning" | "basis">;
