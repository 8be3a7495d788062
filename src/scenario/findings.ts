/** Findings: where a history is not what the file expects, or breaks a contract. */
import { type History, type Step, situationAfter, stepsUntil, why } from "../history/index.ts";
import { matches, type Pattern, type Region, regionNames, type Situation, type Verdict } from "../machine/index.ts";
import type { Contract, Expectation } from "./claims.ts";
import { type ContractVerdict, judgeContract } from "./monitor.ts";
import { dropUndefined } from "./values.ts";

/** A region that is not as it was expected to be. */
export interface Mismatch {
  readonly region: Region;
  readonly expected: string | readonly string[];
  readonly found: string;
  /** The step that brought it where it is; absent when it has stood there from the opening. */
  readonly since?: Step;
}

/** An event that has another verdict than it was expected to have; none is found where it did not happen. */
export interface VerdictMismatch {
  readonly event: string;
  readonly expected: Verdict;
  readonly found: Verdict | "absent";
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
      /** Events with another verdict than they were expected to have, or that did not happen. */
      readonly verdicts: readonly VerdictMismatch[];
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
   * What is to be reported beside findings: contracts about which the history does not say enough, since the time for an
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
  const failed = expect.flatMap((one): readonly Finding[] => {
    const { index, at, pattern, not = {} } = one;
    const count = momentOf(one, history);
    const mismatches = count === undefined ? [] : mismatchesIn(history, pattern, not, count);
    const verdicts = verdictsIn(history, one);
    return mismatches.length + verdicts.length === 0 ? [] : [{ kind: "expectation", index, at, mismatches, verdicts }];
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

function verdictsIn({ steps }: History, { after, verdicts = {} }: Expectation): readonly VerdictMismatch[] {
  const verdictOf = (id: string): Verdict | "absent" => steps.find(({ event }) => event.id === id)?.verdict ?? "absent";
  const wrong = Object.entries(verdicts).map(([event, expected]) => ({ event, expected, found: verdictOf(event) }));
  const missing = after !== undefined && verdictOf(after) === "absent";
  return [
    ...(missing ? [{ event: after, expected: "applied" as const, found: "absent" as const }] : []),
    ...wrong.filter(({ expected, found }) => expected !== found),
  ];
}

/** After how many steps something is expected; undefined where its event did not happen, or where it has no moment. */
function momentOf({ minute, after }: Expectation, history: History): number | undefined {
  if (minute !== undefined) return stepsUntil(history, minute);
  const { steps } = history;
  const place = after === undefined ? -1 : steps.findIndex(({ event }) => event.id === after);
  const step = steps[place];
  if (step === undefined) return undefined;
  let count = place + 1;
  while (steps[count]?.event.source === "clock" && steps[count]?.minute === step.minute) count += 1;
  return count;
}

function mismatchesIn(history: History, pattern: Pattern, not: Pattern, count: number): readonly Mismatch[] {
  const situation: Situation = situationAfter(history, count);
  const mismatch = (region: Region, expected: string | readonly string[]): Mismatch => {
    const since = why(history, region, count).cause?.step;
    return { region, expected, found: situation[region], ...dropUndefined({ since }) };
  };
  const unlike = regionNames.flatMap((region) => {
    const expected = pattern[region];
    return expected === undefined || matches(situation, { [region]: expected }) ? [] : [mismatch(region, expected)];
  });
  if (Object.keys(not).length === 0 || !matches(situation, not)) return unlike;
  const alike = regionNames.flatMap((region) => {
    const forbidden = not[region];
    return forbidden === undefined ? [] : [mismatch(region, `not ${[forbidden].flat().join(", ")}`)];
  });
  return [...unlike, ...alike];
}
