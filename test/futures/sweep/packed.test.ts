/** Packed rows: joined and cut they are the rows that they were, and kept threads give what a sweep gives. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import {
  assumptionsOf,
  chunksOf,
  joined,
  type PackedRows,
  packedFrom,
  planOf,
  rangedOf,
  type SweepRow,
  setupOf,
  sweepPool,
  sweepPooled,
  sweepResult,
  unpack,
} from "../../../src/futures/index.ts";
import { evaluateWhatIf, readScenario } from "../../../src/scenario/index.ts";

const file = "scenarios/iran-pakistan-2024.yaml";
const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
if (scenario === undefined) throw new Error("The flagship can't be read.");
const setup = setupOf(scenario, evaluateWhatIf(scenario, "second-round").branch);
const wanted = { seed: 5, futures: 7, points: 60, design: "lhs" } as const;
const plan = planOf(setup, scenario.outcomes, rangedOf(assumptionsOf(setup)), wanted);
const job = { kind: "sweep", plan, format: "csv", columns: [] } as const;

const results: { readonly rows: PackedRows; readonly text: string }[] = [];
for await (const result of sweepPooled(job, 0, { workers: 1 })) results.push(result);
const whole = joined(results.map(({ rows }) => rows));
const rows: readonly SweepRow[] = [...unpack(whole, plan)];

const pool = await sweepPool({ plan }, 2);
afterAll(() => pool.close());

test("joined, the packs of all chunks are the rows of the sweep", () => {
  expect(results.length).toBeGreaterThan(1);
  expect(rows).toEqual(results.flatMap((result) => [...unpack(result.rows, plan)]));
  expect(rows.map(({ point, run }) => point * plan.futures + run)).toEqual(
    Array.from({ length: plan.rows }, (_, k) => k),
  );
});

test("reasons stay with their rows, however packs are cut and joined again", () => {
  const failing = {
    ...whole,
    reasons: new Map(rows.flatMap((_, k) => (k % 3 === 0 ? [[k, `reason ${k}`] as const] : []))),
  };
  const places = fc.uniqueArray(fc.nat(plan.rows), { maxLength: 5 }).map((all) => all.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(places, (cuts) => {
      const ends = [...cuts, plan.rows];
      const parts = ends.map((end, k) => {
        const rest = packedFrom(failing, ends[k - 1] ?? 0);
        const length = end - rest.start;
        const width = whole.values.length / whole.length;
        return {
          ...rest,
          length,
          values: rest.values.subarray(0, length * width),
          events: rest.events.subarray(0, length),
          refused: rest.refused.subarray(0, length),
          status: rest.status.subarray(0, length),
          reasons: new Map([...rest.reasons].filter(([k]) => k < length)),
        };
      });
      expect(joined(parts)).toEqual(failing);
    }),
  );
});

test("cut before its first row a pack is whole, and after its last it is empty", () => {
  expect(packedFrom(whole, 0)).toBe(whole);
  expect([...unpack(packedFrom(whole, plan.rows + 10), plan)]).toEqual([]);
});

test("kept threads give the chunks of a sweep in whatever order they are asked for, and their text can be made later", async () => {
  const chunks = [...chunksOf(plan)].toReversed();
  const parts = await Promise.all(chunks.map((chunk) => pool.work(chunk)));
  expect(joined(parts.toReversed().map((part) => part.rows))).toEqual(whole);
  expect((await sweepResult(whole, job)).text).toBe(results.map(({ text }) => text).join(""));
  expect((await sweepResult(whole, { kind: "sweep", plan })).text).toBe("");
});
