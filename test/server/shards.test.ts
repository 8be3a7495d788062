/** What lies on a server of a sweep: how it is cut, what a job may be, rows as bytes, and specs that are what they say. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PackedRows } from "../../src/futures/index.ts";
import { serverAddress } from "../../src/server/distributed/address.ts";
import { jobId, jobSchema, MAX_SHARDS, rowsOf, shardingOf } from "../../src/server/distributed/shards.ts";
import { restoreRows, storeRows } from "../../src/server/distributed/stored-rows.ts";
import { idOf, type SweepSpec } from "../../src/server/distributed/sweep-spec.ts";

const packed = fc.tuple(fc.nat(40), fc.nat(4)).chain(([length, width]) =>
  fc.record({
    start: fc.nat(1000),
    length: fc.constant(length),
    values: fc
      .array(fc.oneof(fc.double(), fc.integer()), { minLength: length * width, maxLength: length * width })
      .map((all) => Float64Array.from(all)),
    events: fc.array(fc.nat(5000), { minLength: length, maxLength: length }).map((all) => Int32Array.from(all)),
    refused: fc.array(fc.nat(5000), { minLength: length, maxLength: length }).map((all) => Int32Array.from(all)),
    status: fc.array(fc.nat(2), { minLength: length, maxLength: length }).map((all) => Uint8Array.from(all)),
    reasons: fc
      .array(fc.tuple(fc.nat(Math.max(0, length - 1)), fc.string()), { maxLength: Math.min(3, length) })
      .map((all) => new Map(all)),
  }),
);

function wantedOf({ start, length, values }: PackedRows) {
  return { start, length, width: length === 0 ? 0 : values.length / length };
}

test("rows come back from their bytes as they were, to the last digit", async () => {
  await fc.assert(
    fc.asyncProperty(packed, async (rows) => {
      expect(restoreRows(await storeRows(rows), wantedOf(rows))).toEqual(rows);
    }),
  );
});

test("bytes that were changed anywhere, or are of other rows, are no rows", async () => {
  const two = packed.filter(({ length }) => length > 1);
  await fc.assert(
    fc.asyncProperty(two, fc.nat(), fc.integer({ min: 1, max: 255 }), async (rows, place, change) => {
      const { digest, bytes } = await storeRows(rows);
      const changed = Buffer.from(bytes);
      const at = place % bytes.length;
      changed[at] = (changed[at] ?? 0) ^ change;
      // What is not of the content, such as bits that fill up the last byte, may be anything.
      const read = restoreRows({ digest, bytes: changed }, wantedOf(rows));
      if (read !== undefined) expect(read).toEqual(rows);
      expect(restoreRows({ digest, bytes: bytes.subarray(0, at) }, wantedOf(rows))).toBeUndefined();
      expect(restoreRows({ digest, bytes }, { ...wantedOf(rows), length: rows.length + 50 })).toBeUndefined();
    }),
  );
});

test("bytes that would swell beyond any rows are not unpacked whole", async () => {
  const bomb = await storeRows({
    start: 0,
    length: 4_000_000,
    values: new Float64Array(4_000_000),
    events: new Int32Array(4_000_000),
    refused: new Int32Array(4_000_000),
    status: new Uint8Array(4_000_000),
    reasons: new Map(),
  });
  expect(bomb.bytes.length).toBeLessThan(400_000);
  expect(restoreRows(bomb, { start: 0, length: 10, width: 1 })).toBeUndefined();
});

test("shards hold every row once, in order, and are not too many", () => {
  const plans = fc.record({ futures: fc.integer({ min: 1, max: 20_000 }), points: fc.integer({ min: 1, max: 5000 }) });
  fc.assert(
    fc.property(plans, fc.integer({ min: 1, max: 300_000 }), ({ futures, points }, wanted) => {
      const plan = { futures, rows: futures * points };
      const cut = shardingOf(plan, wanted);
      expect(cut.shards).toBeLessThanOrEqual(MAX_SHARDS);
      expect(rowsOf(plan, cut, 0).start).toBe(0);
      expect(rowsOf(plan, cut, cut.shards - 1).end).toBe(plan.rows);
      const some = Math.floor(cut.shards / 2);
      if (some > 0) expect(rowsOf(plan, cut, some - 1).end).toBe(rowsOf(plan, cut, some).start);
    }),
  );
  expect(shardingOf({ futures: 1, rows: 100_000_000 }, 1).shards).toBeLessThanOrEqual(MAX_SHARDS);
});

test("the job of a shard has an id of its own, always the same", () => {
  const sweep = "a".repeat(64);
  const ids = Array.from({ length: 1000 }, (_, shard) => jobId({ sweep, shard }));
  expect(new Set(ids).size).toBe(1000);
  expect(ids[7]).toBe(jobId({ sweep, shard: 7 }));
  expect(ids[7]).not.toBe(jobId({ sweep: "b".repeat(64), shard: 7 }));
  expect(ids[7]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test("whatever is no sweep and shard is no job", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(jobSchema.safeParse(value).success).toBe(false);
    }),
  );
  expect(jobSchema.safeParse({ sweep: "a".repeat(64), shard: 0 }).success).toBe(true);
  expect(jobSchema.safeParse({ sweep: "a".repeat(64), shard: 0, more: 1 }).success).toBe(false);
});

const spec: SweepSpec = {
  model: { version: "0.1.0", chart: "0123456789abcdef" },
  file: "crisis.yaml",
  text: "scenario: crisis",
  whatIf: "restraint",
  futures: 10,
  points: 10,
  design: "lhs",
  seed: 1,
  over: ["one", "other"],
};

test.each<Partial<SweepSpec>>([
  { model: { version: "0.2.0", chart: spec.model.chart } },
  { model: { version: "0.1.0", chart: "fedcba9876543210" } },
  { text: "scenario: crises" },
  { whatIf: "other" },
  { whatIf: undefined, from: "restraint" },
  { futures: 11 },
  { points: 11 },
  { design: "grid" },
  { seed: 2 },
  { over: ["one"] },
])("a sweep with other %j is another sweep", (change) => {
  expect(idOf({ ...spec, ...change })).not.toBe(idOf(spec));
});

test("what the file is called, and in which order the assumptions were named, makes no other sweep", () => {
  expect(idOf({ ...spec, file: "other.yaml", over: ["other", "one"] })).toBe(idOf(spec));
});

test("a schema in the address keeps sweeps apart, and the server's name holds no password", () => {
  const address = serverAddress("postgres://me:secret@example.org:1/db?schema=class_b&sslmode=disable");
  expect(address).toEqual({
    name: "postgres://example.org:1/db?schema=class_b",
    connectionString: "postgres://me:secret@example.org:1/db?sslmode=disable",
    sweeps: "class_b_sweeps",
    queue: "class_b_queue",
  });
  expect(serverAddress("postgresql:///db")).toMatchObject({ sweeps: "demarche_sweeps" });
});
