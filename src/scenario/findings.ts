/** Findings: where a replay is not what the file expects, or reaches what it must never reach. */
import { type History, type Step, situationAt, stepsUntil, why } from "../history/index.ts";
import { matches, type Pattern, type Region, regionNames, type Situation } from "../machine/index.ts";
import type { Scenario } from "./scenario.ts";

/** A region that is not as it was expected to be. */
export interface Mismatch {
  readonly region: Region;
  readonly expected: string | readonly string[];
  readonly found: string;
  /** The step that brought it where it is; absent when it has stood there from the opening. */
  readonly since?: Step;
}

/** One finding. */
export type Finding =
  | {
      readonly kind: "expectation";
      readonly index: number;
      readonly at: string;
      readonly mismatches: readonly Mismatch[];
    }
  | { readonly kind: "never"; readonly name: string; readonly pattern: Pattern; readonly step?: Step };

/** All failed expectations and violated invariants of a scenario's replay; none when it is faithful. */
export function findings({ expect, never }: Pick<Scenario, "expect" | "never">, history: History): readonly Finding[] {
  const failed = expect.flatMap(({ at, minute, pattern }, index): readonly Finding[] => {
    const mismatches = mismatchesIn(history, pattern, minute);
    return mismatches.length === 0 ? [] : [{ kind: "expectation", index, at, mismatches }];
  });
  const violated = never.flatMap(({ name, pattern }): readonly Finding[] => {
    if (matches(history.opening, pattern)) return [{ kind: "never", name, pattern }];
    const step = history.steps.find(({ after }) => matches(after, pattern));
    return step === undefined ? [] : [{ kind: "never", name, pattern, step }];
  });
  return [...failed, ...violated];
}

function mismatchesIn(history: History, pattern: Pattern, minute: number): readonly Mismatch[] {
  const situation: Situation = situationAt(history, minute);
  const count = stepsUntil(history, minute);
  return regionNames.flatMap((region) => {
    const expected = pattern[region];
    if (expected === undefined || matches(situation, { [region]: expected })) return [];
    const since = why(history, region, count).cause?.step;
    return [{ region, expected, found: situation[region], ...(since === undefined ? {} : { since }) }];
  });
}
