/** Assumptions as a table: every number that a result rests on, with its range and its basis. */
import type { Resting } from "../../futures/index.ts";
import { type Line, line, span, type TablePart, table } from "../../render/index.ts";

/** A row of the table; a sweep that was kept has it from its manifest. */
export type AssumptionRow = Pick<Resting, "name" | "value" | "meaning" | "origin"> & {
  readonly range?: readonly [number, number] | undefined;
  readonly basis?: string | undefined;
};

const ORIGINS: Readonly<Record<Resting["origin"], string>> = {
  file: "the file's assumption",
  default: "a default of ours",
  strategy: "the strategy's own",
  doctrine: "stands in the doctrine",
};

/** What numbers a result rests on, each basis once. A number without one is marked. */
export function assumptionsTable(caption: string, assumptions: readonly AssumptionRow[]): TablePart {
  const columns = [
    { head: "Assumption", most: 24 },
    { head: "Value", least: 5, most: 80 },
    { head: "What it is, and its basis", rest: 0, hang: 0 },
  ] as const;
  const first = new Map(assumptions.toReversed().map(({ basis, name }) => [basis, name]));
  const rows = assumptions.map((one) => {
    const { basis, name } = one;
    const shownRow =
      first.get(basis) === name ? one : { ...one, ...(basis === undefined ? {} : { basis: `as ${first.get(basis)}` }) };
    return [span(name, "strong"), valueText(one), [line(one.meaning), basisOf(shownRow)]];
  });
  const fixed = assumptions.flatMap(({ range }, k) => (range === undefined ? [k] : []));
  const whole = table(caption, columns, rows);
  // Those with a range are looked at first, where there are any.
  if (fixed.length === 0 || fixed.length === rows.length) return whole;
  return { ...whole, folded: { rows: new Set(fixed), words: `${fixed.length} more, each with one value` } };
}

function basisOf({ basis, origin }: AssumptionRow): Line {
  const basisText =
    basis === undefined ? span("no basis given", origin === "file" ? "warn" : "faint") : span(basis, "faint");
  return line(span(`${ORIGINS[origin]}: `, "faint"), basisText);
}

function valueText({ value, range }: AssumptionRow): string {
  return range === undefined ? numeral(value) : `${numeral(value)} [${numeral(range[0])} to ${numeral(range[1])}]`;
}

/** A number with at most three significant digits after the point. */
export function numeral(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** An assumption as plain data. */
export type Assumed = Pick<Resting, "name" | "value" | "range" | "meaning" | "basis">;

export function assumptionData({ name, value, range, meaning, basis }: Resting): Assumed {
  return { name, value, meaning, ...(range === undefined ? {} : { range }), ...(basis === undefined ? {} : { basis }) };
}
