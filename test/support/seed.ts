/**
 * One seed for all properties of a run: given by DEMARCHE_SEED, or drawn, by `npm test` for all files together. It
 * stands, with the command that repeats it, under every test that fails. DEMARCHE_RUNS says how often each property is
 * tried that does not say so itself; 100 times by default.
 */
import { randomInt } from "node:crypto";
import { relative } from "node:path";
import fc from "fast-check";
import { beforeEach } from "vitest";

const given = (name: string): number | undefined => {
  const value = Number(process.env[name] || Number.NaN);
  return Number.isInteger(value) ? value : undefined;
};
const seed = given("DEMARCHE_SEED") ?? randomInt(2 ** 31);
const numRuns = given("DEMARCHE_RUNS");
const endOnFailure = process.env["DEMARCHE_SHRINK"] === "no";
fc.configureGlobal({ seed, endOnFailure, ...(numRuns === undefined ? {} : { numRuns }) });

beforeEach(({ task, onTestFailed }) => {
  onTestFailed(() => {
    const file = relative(process.cwd(), task.file.filepath);
    const name = task.name.replaceAll(/[^\w ,-]/g, ".");
    const runs = numRuns === undefined ? "" : `DEMARCHE_RUNS=${numRuns} `;
    console.error(`The same again: DEMARCHE_SEED=${seed} ${runs}npx vitest run ${file} -t "${name}"`);
  });
});
