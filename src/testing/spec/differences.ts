/** Differences: what was expected beside what there is, aligned, with a mark where they are not the same. */

/** One thing that was compared. */
export interface StepRow {
  /** What is compared: a region, a key of an event, a verdict. */
  readonly part: string;
  readonly expected: string;
  readonly actual: string;
  /** Whether they agree, where that is more than being the same text. */
  readonly same?: boolean;
}

export function differs({ expected, actual, same = expected === actual }: StepRow): boolean {
  return !same;
}

/**
 * The rows as an aligned table. Rows that differ begin with `≠`.
 *
 * @example
 * ```ts
 * import { differenceText } from "demarche/testing";
 * differenceText([{ part: "course", expected: "strike", actual: "normal.full" }]);
 * // => "    part    expected  actual\n  ≠ course  strike    normal.full"
 * ```
 */
export function differenceText(rows: readonly StepRow[]): string {
  const head: StepRow = { part: "part", expected: "expected", actual: "actual", same: true };
  const all = [head, ...rows];
  const width = (key: "part" | "expected"): number => Math.max(...all.map((row) => row[key].length));
  const [parts, expectations] = [width("part"), width("expected")];
  return all
    .map((row) => {
      const mark = differs(row) ? "≠" : " ";
      return `  ${mark} ${row.part.padEnd(parts)}  ${row.expected.padEnd(expectations)}  ${row.actual}`.trimEnd();
    })
    .join("\n");
}
