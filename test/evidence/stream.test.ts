/** A table that is larger than the memory is imported: what is held is a piece, and what two states did. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { inFull, ofAll } from "../support/enduring.ts";

/** Megabytes of the table, and of the memory that the program may use for what it holds. */
const [TABLE, MEMORY] = [inFull(2000, ofAll(60, 40)), 32];

test(`${TABLE} MB are imported with a heap of ${MEMORY} MB`, { tags: "long" }, () => {
  const args = [`--max-old-space-size=${MEMORY}`, "test/support/gdelt-stream.ts", String(TABLE)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const { rows, events, megabytes } = JSON.parse(stdout);
  expect(rows * 300).toBeGreaterThan(TABLE * 0.9e6);
  expect(events).toBeGreaterThan(20);
  // What is held beside the heap is alike for every size, and says something only of a large one.
  if (TABLE > 1000) expect(megabytes).toBeLessThan(400);
});
