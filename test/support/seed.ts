/**
 * One seed for all properties of a run: DEMARCHE_SEED, or else always the same, so that the same tree gives the same
 * result. `npm run hunt` tries others. Under every test that fails stands the command that repeats it. DEMARCHE_RUNS says
 * how many cases each property tries that does not say so itself; by default 100, and 30 in `npm test`.
 *
 * A property that passes over more cases than it tries (`fc.pre`) fails. How many it tried and passed over is kept with
 * the test, for the line at the end of `npm test`.
 */
import fc from "fast-check";
import { beforeEach, TestRunner } from "vitest";
import { commandFor } from "./again.ts";
import { ofAll } from "./enduring.ts";

/** What the properties of one test came to. */
export interface Cases {
  readonly tried: number;
  readonly passedOver: number;
}

declare module "vitest" {
  interface TaskMeta {
    cases?: Cases;
  }
}

/** The day of the strike. */
const USUAL = 20_240_116;

const given = (name: string): number | undefined => {
  const value = Number(process.env[name] || Number.NaN);
  return Number.isInteger(value) ? value : undefined;
};
const seed = given("DEMARCHE_SEED") ?? USUAL;
const numRuns = given("DEMARCHE_RUNS");
const endOnFailure = process.env["DEMARCHE_SHRINK"] === "no";
fc.configureGlobal({
  seed,
  endOnFailure,
  maxSkipsPerRun: 1,
  reporter: counted,
  numRuns: numRuns ?? ofAll(100, 30),
});

/** Counts the cases of a property, and fails as fast-check does. */
function counted<T>(details: fc.RunDetails<T>): void {
  const meta = TestRunner.getCurrentTest()?.meta;
  if (meta !== undefined) {
    const { tried, passedOver } = meta.cases ?? { tried: 0, passedOver: 0 };
    meta.cases = { tried: tried + details.numRuns, passedOver: passedOver + details.numSkips };
  }
  const message = fc.defaultReportMessage(details);
  if (message !== undefined) throw new Error(message, { cause: details.errorInstance });
}

beforeEach(({ task, onTestFailed }) => {
  onTestFailed(() => {
    const runs = numRuns === undefined ? "" : `DEMARCHE_RUNS=${numRuns} `;
    console.error(
      `The same again: ${ofAll("DEMARCHE_ALL=1 ", "")}DEMARCHE_SEED=${seed} ${runs}${commandFor(task.file.filepath, task.name)}`,
    );
  });
});
