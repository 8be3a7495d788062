/** Claims: what a hunt checks histories against, a law of the system or a contract of the file. */
import type { Branch, History, Step } from "../../history/index.ts";
import { frozen } from "../../problem/index.ts";
import { type Contract, judgeContract, type Scenario } from "../../scenario/index.ts";
import { breachesIn, breachesOf } from "../check-history.ts";
import type { Law } from "../law.ts";
import { laws } from "../laws.ts";

/** A law or a contract. */
export type HuntedClaim =
  | { readonly kind: "contract"; readonly name: string; readonly contract: Contract }
  | { readonly kind: "law"; readonly name: string; readonly law: Law };

/** What breaks a claim in a history. */
export interface Broken {
  /** The step that broke it; absent where the opening did, or a law names no event. */
  readonly step?: Step;
  /** The minute from which it is known to be broken. */
  readonly minute: number;
  /** For `leads-to`: the last minute at which the answer was in time. */
  readonly due?: number;
  /** For laws: what was true, in words. */
  readonly what?: string;
}

/** The claims of a scenario: its contracts, and every law that a single history can break. */
export function huntedClaims({ contracts }: Pick<Scenario, "contracts">, only?: string): readonly HuntedClaim[] {
  const all: readonly HuntedClaim[] = [
    ...contracts.map((contract): HuntedClaim => ({ kind: "contract", name: contract.name, contract })),
    ...heldLaws.map((law): HuntedClaim => ({ kind: "law", name: law.name, law })),
  ];
  return only === undefined ? all : all.filter(({ name }) => name === only);
}

/** The laws that a history or a branch can break; the others are checked elsewhere. */
export const heldLaws: readonly Law[] = laws.filter((law) => law.of !== "chart" && law.of !== "future");
frozen(heldLaws);

export function breachOfContract(contract: Contract, history: History): Broken | undefined {
  const { standing, step, due } = judgeContract(contract, history);
  if (standing !== "violated") return undefined;
  const at = step?.minute ?? history.from;
  if (due === undefined) return { ...(step === undefined ? {} : { step }), minute: at };
  return { ...(step === undefined ? {} : { step }), due, minute: due + 1 };
}

/** What breaks laws in the history of a branch, by their names. */
export function breachesOfLaws(
  branch: Branch,
  history: History,
  lawsToCheck: readonly Law[],
  choice: number,
  thorough: boolean,
): ReadonlyMap<string, Broken> {
  const quick = lawsToCheck.filter(({ of }) => of === "situation" || of === "step");
  const found = [
    ...breachesIn(history, quick),
    ...(thorough
      ? breachesOf(
          branch,
          lawsToCheck.filter(({ of }) => of === "history" || of === "branch"),
          choice,
        )
      : []),
  ];
  return new Map(
    found.map(({ law, what, event }) => {
      const step = history.steps.find((step) => step.event.id === event);
      return [law, { ...(step === undefined ? {} : { step }), minute: step?.minute ?? history.now, what }];
    }),
  );
}
