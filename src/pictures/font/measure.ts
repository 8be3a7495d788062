/** Measuring: how wide text is in Source Sans 3, without a browser. Characters that the font lacks count as wide. */
import { width as columns } from "../../render/index.ts";
import { widths } from "./widths.ts";

/** The weights that pictures use. */
export type Weight = keyof typeof widths;

/** The height of a line of text for each unit of its size. */
export const LEADING = 1.3;

const tables = new Map<Weight, ReadonlyMap<number, number>>();

/** The width of one line of text. */
export function measure(text: string, size: number, weight: Weight = 400): number {
  const table = tableOf(weight);
  let sum = 0;
  for (const sign of text) sum += table.get(sign.codePointAt(0) ?? 0) ?? columns(sign) * 650;
  return (sum * size) / 1000;
}

function tableOf(weight: Weight): ReadonlyMap<number, number> {
  const cached = tables.get(weight);
  if (cached !== undefined) return cached;
  const table = new Map<number, number>();
  for (const run of widths[weight].split(";")) {
    const [first = 0, ...each] = run.split(" ").map((one) => Number.parseInt(one, 36));
    for (const [k, one] of each.entries()) table.set(first + k, one);
  }
  tables.set(weight, table);
  return table;
}
