/**
 * The runner of `npm run hunt`: every test that draws at random is run again and again, each time on another seed, in
 * the process that has its modules loaded. Tests that ask for no seed run once, and tell the hunt nothing.
 */
import fc from "fast-check";
import { type RunnerTestCase, TestRunner } from "vitest";

/** What became of one test. */
export interface Hunted {
  /** How many seeds were tried. */
  readonly seeds: number;
  readonly failures: readonly { readonly seed: number; readonly message: string }[];
}

declare module "vitest" {
  interface TaskMeta {
    hunted?: Hunted;
  }
}

const setting = (name: string, usual: number): number => Number(process.env[`DEMARCHE_HUNT_${name}`] || usual);
const [first, seeds, end] = [setting("FIRST", 0), setting("SEEDS", 1), setting("END", Number.POSITIVE_INFINITY)];

/** After so many failures a test is known to be wrong. */
const ENOUGH = 3;

export default class Hunter extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    const failures: Hunted["failures"][number][] = [];
    const asked = watchSeed();
    let tried = 0;
    while (tried < seeds && failures.length < ENOUGH && Date.now() < end) {
      const seed = first + tried;
      asked.become(seed);
      tried += 1;
      try {
        await run();
      } catch (error) {
        failures.push({ seed, message: error instanceof Error ? error.message : String(error) });
      }
      if (!asked.read()) break;
    }
    if (asked.read() && tried > 0) test.meta.hunted = { seeds: tried, failures };
  }
}

/** Stands in the place of fast-check's global seed, and knows whether any draw began with it. */
function watchSeed(): { readonly become: (seed: number) => void; readonly read: () => boolean } {
  let current = 0;
  let read = false;
  const parameters = { ...fc.readConfigureGlobal() };
  // A run with a seed of its own copies this one, too, but does not look at its value.
  Reflect.set(parameters, "seed", {
    valueOf: () => {
      read = true;
      return current;
    },
  });
  fc.configureGlobal(parameters);
  return {
    become: (to) => {
      current = to;
    },
    read: () => read,
  };
}
