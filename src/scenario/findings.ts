/** Findings: where a history is not what the file expects, or breaks a contract. */
import { type History, type Step, situationAt, stepsUntil, why } from "../history/index.ts";
import { matches, type Pattern, type Region, regionNames, type Situation } from "../machine/index.ts";
import type { Contract } from "./contract.ts";
import type { Expectation } from "./expectation.ts";
import { type ContractVerdict, judgeContract } from "./judge-contract.ts";

/** A region that is not as it was expected to be. */
export interface Mismatch {
  readonly region: Region;
  readonly expected: string | readonly string[];
  readonly found: string;
  /** The step that brought it where it is; absent when it has stood there from the opening. */
  readonly since?: Step;
}

/** A contract that does not hold. */
export interface BrokenContract extends Omit<ContractVerdict, "standing"> {
  readonly kind: Contract["kind"];
  readonly name: string;
}

/** One finding. */
export type Finding =
  | {
      readonly kind: "expectation";
      /** Its place in the file's list. */
      readonly index: number;
      readonly at: string;
      readonly mismatches: readonly Mismatch[];
    }
  | BrokenContract
  /** A what-if says that it breaks this contract of the file, and keeps it. */
  | { readonly kind: "kept"; readonly name: string };

/** What is demanded of a history. */
export interface Demands {
  readonly expect: readonly Expectation[];
  readonly contracts: readonly Contract[];
  /** Names of contracts that are meant to be broken. */
  readonly breaks?: readonly string[];
}

/** What a history is judged to be by what is demanded of it. */
export interface JudgedDemands {
  /** All failed expectations and violated contracts; none when the history is faithful. */
  readonly findings: readonly Finding[];
  /**
   * What is to be told beside findings: contracts about which the history does not say enough, since the time for an
   * answer is not over, and those that it breaks and is meant to.
   */
  readonly besides: readonly ContractVerdict[];
}

/**
 * Judges a history by what is demanded of it. Every contract is watched once.
 *
 * @example
 * ```ts
 * import { fold, judgeHistory } from "demarche";
 * const calm = { kind: "always", name: "calm", pattern: { posture: "none" } } as const;
 * judgeHistory({ expect: [], contracts: [calm] }, fold([], { dyad: { a: "IRN", b: "PAK" } })).findings; // => []
 * ```
 */
export function judgeHistory({ expect, contracts, breaks = [] }: Demands, history: History): JudgedDemands {
  const failed = expect.flatMap(({ index, at, minute, pattern }): readonly Finding[] => {
    const mismatches = mismatchesIn(history, pattern, minute);
    return mismatches.length === 0 ? [] : [{ kind: "expectation", index, at, mismatches }];
  });
  const verdicts = contracts.map((contract) => judgeContract(contract, history));
  const broken = verdicts.flatMap(({ standing, ...verdict }): readonly Finding[] => {
    const { kind, name } = verdict.contract;
    if (breaks.includes(name)) return standing === "violated" ? [] : [{ kind: "kept", name }];
    return standing === "violated" ? [{ kind, name, ...verdict }] : [];
  });
  return {
    findings: [...failed, ...broken],
    besides: verdicts.filter(
      ({ contract, standing }) => standing === (breaks.includes(contract.name) ? "violated" : "undecided"),
    ),
  };
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
