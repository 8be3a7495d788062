/** Sweeps: the design fills its ranges, the same seed gives the same rows on any number of threads, failures stay as rows. */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MINUTES_PER_DAY } from "../../../src/events/index.ts";
import {
  assumptionsOf,
  type Cells,
  cellsOf,
  columnsOf,
  compile,
  createObserver,
  createSummary,
  createSweeper,
  grid,
  latinHypercube,
  lengthOf,
  type Plan,
  planOf,
  type Ranged,
  rangedOf,
  rowsIn,
  runFutures,
  runPooled,
  type Setup,
  type SweepRow,
  setupOf,
  spreadOf,
  sweepPooled,
  tableText,
  unpack,
  valuesAt,
  withValues,
} from "../../../src/futures/index.ts";
import { evaluateWhatIf, readScenario } from "../../../src/scenario/index.ts";
import { ofAll } from "../../support/enduring.ts";

const file = "scenarios/iran-pakistan-2024.yaml";
const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
if (scenario === undefined) throw new Error("The flagship can't be read.");
const { outcomes } = scenario;
const setup = setupOf(scenario, evaluateWhatIf(scenario, "second-round").branch);
const over = rangedOf(assumptionsOf(setup));

function ranged(name: string, low: number, high: number, whole = false): Ranged {
  return { name, value: low, range: [low, high], meaning: "", origin: "file", whole };
}

async function rowsOf(plan: Plan, workers: number, from = 0): Promise<readonly SweepRow[]> {
  const rows: SweepRow[] = [];
  for await (const { rows: packed } of sweepPooled({ plan }, from, { workers })) rows.push(...unpack(packed, plan));
  return rows;
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

test("a Latin hypercube uses every part of every range once", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 200 }), (seed, points) => {
      const design = latinHypercube([ranged("one", 2, 10), ranged("other", -1, 0)], points, seed);
      for (const [k, [low, high]] of [[2, 10] as const, [-1, 0] as const].entries()) {
        const sorted = design.map((point) => ((point[k] ?? 0) - low) / (high - low)).toSorted((a, b) => a - b);
        // Values have six digits; nothing else may push them out of their part.
        for (const [part, share] of sorted.entries()) {
          expect(share).toBeGreaterThanOrEqual(part / points - 1e-5);
          expect(share).toBeLessThanOrEqual((part + 1) / points + 1e-5);
        }
      }
    }),
  );
});

test("an assumption beside it changes nothing of what an assumption gets", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const alone = latinHypercube([ranged("b", 0, 1)], 30, seed).map(([b]) => b);
      const beside = latinHypercube([ranged("a", 0, 1), ranged("b", 0, 1)], 30, seed).map(([, b]) => b);
      expect(beside).toEqual(alone);
    }),
  );
});

test("whole numbers stay whole and all of them come", () => {
  const values = latinHypercube([ranged("ceiling", 2, 5, true)], 40, 1).map(([value]) => value);
  expect(new Set(values)).toEqual(new Set([2, 3, 4, 5]));
});

test("a grid has every value with every other, the ends among them", () => {
  expect(grid([ranged("one", 0, 1), ranged("other", 2, 4)], 3)).toEqual(
    [0, 0.5, 1].flatMap((one) => [2, 3, 4].map((other) => [one, other])),
  );
});

test("a grid needs two values of each assumption, and no sweep may be endless", () => {
  const wanted = { seed: 1, futures: 1, points: 10, design: "grid" } as const;
  expect(() => planOf(setup, outcomes, over, wanted)).toThrow(`at least ${2 ** over.length} points`);
  expect(() => planOf(setup, outcomes, over, { ...wanted, design: "lhs", points: 1e9 })).toThrow("too many");
  expect(() => planOf(setup, outcomes, over, { ...wanted, design: "lhs", futures: 1e8 })).toThrow("too many");
});

/** The same, with a named strategy for one of the parties. */
const mixed: Setup = {
  ...setup,
  doctrines: { ...setup.doctrines, IRN: { kind: "strategy", use: "generous-tit-for-tat", parameters: {} } },
};

test("every number that a doctrine rests on is an assumption, our defaults among them", () => {
  const names = assumptionsOf(mixed).map(({ name }) => name);
  for (const name of ["resolve.PAK", "PAK.2.chance", "IRN.generosity", "IRN.median", "default.keeps", "default.term"]) {
    expect(names).toContain(name);
  }
  expect(new Set(names).size).toBe(names.length);
  expect(assumptionsOf({ doctrines: {}, assumptions: { unused: { value: 1 } } }).map(({ name }) => name)).toEqual([
    "default.keeps",
    "default.term",
  ]);
});

test("values reach the model: of assumptions, of defaults and of a strategy's parameters", () => {
  const changed = compile(withValues(mixed, { "resolve.PAK": 0.31, "default.keeps": 0.55, "IRN.answers": 0.21 }));
  expect(changed.sources.find(({ rule }) => rule?.chance === "resolve.PAK")?.chance).toBe(0.31);
  expect(changed.sources.find(({ kind }) => kind === "strategy")?.chance).toBe(0.21);
  expect(changed.keeps).toBe(0.55);
});

test("a row is the future of that run at that point, by the seed that stands in it", () => {
  const plan = planOf(setup, outcomes, over, { seed: 5, futures: 7, points: 4, design: "lhs" });
  const rows = createSweeper(plan)({ start: 0, end: plan.rows });
  for (const { point, run, values, seed } of rows) {
    const { row, future } = createObserver(compile(withValues(setup, valuesAt(plan, point))), outcomes, plan).observe(
      run,
    );
    expect([values, seed]).toEqual([Array.from(row), future.seed >>> 0]);
  }
});

/** A few days of it, where what is run matters and not how long it is: no fewer chunks than threads are started for. */
const brief: Setup = { ...setup, horizon: ofAll(setup.horizon, setup.history.now + 3 * MINUTES_PER_DAY) };

test("one thread and two give the same rows, from the start or from anywhere", async () => {
  const wanted = { seed: 3, futures: 40, points: ofAll(300, 220), design: "lhs" } as const;
  const plan = planOf(brief, outcomes, over, wanted);
  const [alone, together] = [await rowsOf(plan, 1), await rowsOf(plan, 2)];
  // Compared as a whole first: comparing so many rows one by one takes long.
  if (!isDeepStrictEqual(together, alone)) expect(together).toEqual(alone);
  const rest = await rowsOf(plan, 1, 777);
  if (!isDeepStrictEqual(rest, alone.slice(777))) expect(rest).toEqual(alone.slice(777));
});

test("threads give the report of no pool, however many there are", { tags: "long" }, async () => {
  const runs = { seed: 3, from: 11, futures: 130_001 };
  const whole = runFutures(compile(brief), outcomes, runs);
  for (const workers of ofAll([1, 2], [2])) {
    expect(await runPooled({ setup: brief, outcomes }, runs, { workers })).toEqual(whole);
  }
});

test.each([1, 2])("a signal ends a pool of %i early, with whole chunks", async (workers) => {
  const ending = new AbortController();
  const plan = planOf(setup, outcomes, over, { seed: 1, futures: 100, points: 5000, design: "lhs" });
  let rows = 0;
  const swept = async () => {
    for await (const result of sweepPooled({ plan }, 0, { workers, signal: ending.signal })) {
      rows += result.rows.length;
      ending.abort();
    }
  };
  await expect(swept()).rejects.toMatchObject({ code: "stopped", cause: { name: "AbortError" } });
  expect(rows).toBe(1600);
});

test("an aborted run rejects, unless what was run is asked for", async () => {
  const stoppedAfterOne = () => {
    const ending = new AbortController();
    return { workers: 1, signal: ending.signal, onDone: () => ending.abort(new Error("enough")) };
  };
  const runs = { seed: 3, futures: 30_000 };
  await expect(runPooled({ setup, outcomes }, runs, stoppedAfterOne())).rejects.toMatchObject({
    code: "stopped",
    cause: new Error("enough"),
  });
  const part = await runPooled({ setup, outcomes }, runs, { ...stoppedAfterOne(), partial: true });
  expect(part.futures).toBe(10_000);
});

test("a table of rows is read again as the same rows", async () => {
  const all = {
    ...outcomes,
    end: { kind: "final", region: "course" },
    reason: { kind: "peak", of: "hostility" },
  } as const;
  const plan = planOf(setup, all, over, { seed: 9, futures: 20, points: 5, design: "lhs" });
  const rows = createSweeper(plan)({ start: 0, end: plan.rows });
  const columns = columnsOf(plan);
  expect(columns.outcomes).toContain("outcome.reason");
  const cells = rows.map(cellsOf(plan));
  const lines = (await tableText(cells, columns.all, "jsonl")).trimEnd().split("\n");
  const words = { placeOf: (row: number) => `Row ${row}` };
  async function* table(): AsyncGenerator<Cells> {
    for (const line of lines) yield JSON.parse(line);
  }
  const read = await Array.fromAsync(rowsIn(plan, table(), words, plan.rows), ({ assumed: _, ...row }) => row);
  expect(read).toEqual(rows);
});

test("a future that can't be run is a row with its reason, and the summary counts it apart", () => {
  const broken = { ...setup, doctrines: { IRN: { kind: "strategy", use: "nobody", parameters: {} } } } as const;
  const plan = planOf(broken, outcomes, [ranged("resolve.PAK", 0, 1)], {
    seed: 1,
    futures: 3,
    points: 2,
    design: "lhs",
  });
  const rows = createSweeper(plan)({ start: 0, end: plan.rows });
  expect(rows).toHaveLength(9);
  for (const { status, reason } of rows)
    expect([status, reason]).toEqual(["failed", expect.stringContaining("There is no strategy called nobody.")]);
  const summing = createSummary({ ...plan, length: lengthOf(setup) });
  rows.forEach(summing.add);
  const { failed, reasons, sweep, points, counted } = summing.summary();
  expect([failed, reasons, sweep["uses-of-force"]?.futures]).toEqual([
    9,
    [expect.stringContaining("There is no strategy called nobody.")],
    0,
  ]);
  expect(points.map((point) => spreadOf(point, { counted }))).toEqual(points.map(() => undefined));
});

test("a summary at the central values is the report of those futures", () => {
  const plan = planOf(setup, outcomes, over, { seed: 4, futures: 60, points: 3, design: "lhs" });
  const summing = createSummary({ ...plan, length: lengthOf(setup) });
  createSweeper(plan)({ start: 0, end: plan.rows }).forEach(summing.add);
  expect(summing.summary().central).toEqual(runFutures(compile(setup), outcomes, { seed: 4, futures: 60 }).outcomes);
  expect(summing.summary().sweep["uses-of-force"]?.futures).toBe(180);
});
