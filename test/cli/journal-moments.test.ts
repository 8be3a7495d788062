/** Moments and words that a journal does not know are refused before anything is printed. */
import { beforeAll, expect, test } from "vitest";
import { demarche, folder } from "../support/cli.ts";

const place = folder();
beforeAll(() => {
  demarche(["journal", "init", "k.db", "--from", "iran-pakistan-2024"], { cwd: place });
});

const ENDS = "@999: k.db ends at position 21.";
const NOTHING = "@2025-01-01: nothing of k.db#iran-pakistan-2024 had been recorded by then. Its first record is at";
const MOMENT = "expected a position after the @, such as 12, or a date: YYYY-MM-DD or YYYY-MM-DDThh:mm.";

test.each([
  [["journal", "list", "k.db#@999"], ENDS],
  [["journal", "list", "k.db#@999", "--all"], ENDS],
  [["show", "k.db#@999"], ENDS],
  [["show", "k.db#@2025-01-01"], NOTHING],
  [["journal", "show", "k.db#@2025-01-01"], NOTHING],
  [["journal", "fork", "k.db#@2025-01-01", "--as", "x"], NOTHING],
  [["journal", "list", "k.db#@0"], "nothing of k.db#iran-pakistan-2024 had been recorded by then."],
  [["journal", "list", "k.db#@2025-01-01", "--all"], "nothing of k.db had been recorded by then."],
  [["journal", "list", "k.db#@-1"], `@-1: ${MOMENT}`],
  [["journal", "list", "k.db#@tomorrow"], `@tomorrow: ${MOMENT}`],
  [["replay", "k.db#@2024-02-30"], `@2024-02-30: ${MOMENT}`],
  [["journal", "list", "k.db", "--at", "tomorrow"], "--at tomorrow: that is no date."],
  [["journal", "list", "k.db", "--actor", "IRM"], "--actor IRM: no such actor. Did you mean IRN? Actors: IRN, PAK"],
  [["journal", "list", "k.db", "--actor", "irn"], "Did you mean IRN?"],
])("%j", (args, message) => {
  const { code, out, err } = demarche(args, { cwd: place });
  expect(err).toContain(message);
  expect(out).toBe("");
  expect(code).toBe(2);
});

test("a time to the millisecond is a moment, as a record has it", () => {
  const [line = ""] = demarche(["journal", "list", "k.db", "--jsonl"], { cwd: place }).out.split("\n");
  const { recordedAt } = JSON.parse(line);
  const { code, out } = demarche(["journal", "list", `k.db#@${recordedAt}`, "--jsonl"], { cwd: place });
  expect(code).toBe(0);
  expect(out).toContain(line);
});

test("a party of whom nothing was recorded yet is no unknown actor", () => {
  expect(demarche(["journal", "list", "k.db#@1", "--actor", "PAK"], { cwd: place })).toMatchObject({
    code: 0,
    err: "Nothing of that kind.\n",
  });
});
