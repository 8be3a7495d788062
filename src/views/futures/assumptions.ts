/** Assumptions as a table: every number that a result rests on, with its range and its basis. */
import type { Resting } from "../../futures/index.ts";
import { type Block, beside, line, span, width, wrap } from "../../render/index.ts";

/** An assumption as it is told. */
export type ToldAssumption = Pick<Resting, "name" | "value" | "meaning" | "origin"> & {
  readonly range?: readonly [number, number] | undefined;
  readonly basis?: string | undefined;
};

const ORIGINS: Readonly<Record<Resting["origin"], string>> = {
  file: "the file's assumption",
  default: "a default of ours",
  strategy: "the strategy's own",
  doctrine: "stands in the doctrine",
};

/** What numbers a result rests on. One without a basis is marked. */
export function assumptionsBlock(assumptions: readonly ToldAssumption[], columns: number): Block {
  const names = Math.min(24, Math.max(0, ...assumptions.map(({ name }) => width(name))));
  const values = Math.max(5, ...assumptions.map((one) => width(valueText(one))));
  const room = columns - names - values - 4;
  return assumptions.flatMap((one) =>
    beside([
      { columns: names, block: wrap(line(span(one.name, "strong")), names, 2) },
      { columns: values, block: [line(valueText(one))] },
      { columns: room, block: [...wrap(line(one.meaning), room), ...wrap(basisOf(one), room)] },
    ]),
  );
}

function basisOf({ basis, origin }: ToldAssumption) {
  const said =
    basis === undefined ? span("no basis given", origin === "file" ? "warn" : "faint") : span(basis, "faint");
  return line(span(`${ORIGINS[origin]}: `, "faint"), said);
}

function valueText({ value, range }: ToldAssumption): string {
  return range === undefined ? numeral(value) : `${numeral(value)} [${numeral(range[0])} to ${numeral(range[1])}]`;
}

/** A number with at most three significant digits after the point. */
export function numeral(value: number): string {
  return String(Number(value.toPrecision(3)));
}
