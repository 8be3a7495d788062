/** What a search brings into a record can be written down: read again in the file, each edit is the one that was tried. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { branch, type Edit, isEditProblem } from "../../src/history/index.ts";
import { editYaml, readScenario, recordOf } from "../../src/scenario/index.ts";
import { candidates } from "../../src/search/candidates.ts";
import { shippedFiles } from "../support/scenario.ts";

/** So many of each kind are written, spread over the record. */
const EACH = 40;

test.each(shippedFiles("scenarios/*.yaml"))("every edit that is tried on %s reads back the same", (file) => {
  const text = readFileSync(file, "utf8");
  const { scenario } = readScenario(text, { file });
  if (scenario === undefined) throw new Error(`${file} can't be read.`);
  const record = recordOf(scenario);
  const isPossible = (edit: Edit): boolean => {
    try {
      return branch(record, [edit], "keep") !== undefined;
    } catch (error) {
      if (isEditProblem(error)) return false;
      throw error;
    }
  };
  // Those that are written are tried, and no others: there are thousands.
  const spread = [...Map.groupBy(candidates(record), ({ kind }) => kind).values()].flatMap((all) =>
    all.filter((_, k) => k % Math.max(1, Math.floor(all.length / EACH)) === 0),
  );
  const some = spread.filter(isPossible);
  expect([...new Set(some.map(({ kind }) => kind))].toSorted()).toEqual(["add", "drop", "move", "replace"]);
  expect(some.length).toBeGreaterThan(EACH);
  const entries = some.map((edit, k) => `  tried-${k}:\n    edit: [${editYaml(edit)}]\n    then: keep\n`);
  const read = readScenario(
    text.replace(/^what-if:\n/m, (line) => `${line}${entries.join("")}`),
    { file },
  );
  const again = some.map((_, k): readonly Edit[] | undefined => read.scenario?.whatIfs[`tried-${k}`]?.edits);
  expect(again).toEqual(some.map((edit) => [edit]));
});
