// @module-tag long
/** What is printed when a property fails: its seed, its shortest counterexample and the command that repeats it. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "test/fixtures/failing/vitest.config.ts"];

function failing(env: Readonly<Record<string, string>>): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, vitest, {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", DEMARCHE_ALL: "", DEMARCHE_ENDURANCE: "", ...env },
  });
  expect(status).toBe(1);
  return stdout + stderr;
}

test("a property that fails, or passes over most cases, prints its counterexample and the command that repeats it", () => {
  const printed = failing({ DEMARCHE_SEED: "7" });
  expect(printed).toContain("Counterexample: [50]");
  expect(printed).toContain("{ seed: 7,");
  expect(printed).toContain("Failed to run property, too many pre-condition failures encountered");
  expect(printed).toContain(
    'The same again: DEMARCHE_SEED=7 npx vitest run test/fixtures/failing/failing.ts -t "every number is small .it is not."',
  );
});

test("without a seed it is always the same", () => {
  expect(failing({ DEMARCHE_SEED: "" })).toContain("{ seed: 20240116,");
});
