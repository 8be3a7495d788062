/** A page of a long stream costs as much as a page, not as much as the stream: SQLite says by which index it looks. */
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { conditionOf } from "../../src/journal/selection.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { ALL } from "../../src/journal/store.ts";
import { filesOfTest } from "../support/journals.ts";

const path = filesOfTest();

test.each([
  ["all of it", {}, "USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"],
  [
    "a stream",
    { segments: [{ stream: "one", upTo: ALL }] },
    "USING INDEX record_of_stream (stream=? AND rowid>? AND rowid<?)",
  ],
  [
    "a beginning of a stream",
    { segments: [{ stream: "one", upTo: 5 }], act: "strike", valid: 7 },
    "USING INDEX record_of_stream",
  ],
])("a page of %s is found by position, and needs no sorting", async (_what, selection, index) => {
  const file = path();
  await sqliteJournal(file, { create: true }).close();
  const database = new DatabaseSync(file);
  const { text, values } = conditionOf({ after: 1, upTo: 9, ...selection }, () => "?", "instr");
  const plan = database
    .prepare(`EXPLAIN QUERY PLAN SELECT * FROM record WHERE ${text} ORDER BY position LIMIT 1000`)
    .all(...values)
    .map(({ detail }) => String(detail));
  database.close();
  expect(plan).toHaveLength(1);
  expect(plan[0]).toContain(index);
});
