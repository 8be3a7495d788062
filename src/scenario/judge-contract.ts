/** A history judged by contracts. */
import type { History, Step } from "../history/index.ts";
import { matches, type Pattern, type Situation } from "../machine/index.ts";
import type { Contract } from "./contract.ts";
import { type ContractStanding, monitorOf, type Seen } from "./monitor.ts";

/** How a contract stands in a history. */
export interface ContractVerdict {
  readonly contract: Contract;
  readonly standing: ContractStanding;
  /**
   * The step that broke it; for `leads-to` the one with which the first pattern began to hold and was not answered, or
   * waits for it. Absent where it held, and where the opening is meant.
   */
  readonly step?: Step;
  /** For `leads-to`, unless it held: the last minute at which the answer was, or is, in time. */
  readonly due?: number;
  /** How often it was put to the test, see {@link Seen}. */
  readonly occasions: number;
}

/**
 * Judges a history by a contract. The opening counts as its first moment, and the time of `leads-to` runs on to the
 * minute up to which the history is told: a time that is not over by then leaves it undecided.
 *
 * @example
 * ```ts
 * import { event, fold, judgeContract } from "demarche";
 * const dyad = { a: "IRN", b: "PAK" };
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const calm = { kind: "never", name: "no-force", pattern: { posture: "force" } } as const;
 * judgeContract(calm, fold([strike], { dyad })).step?.event.id; // => "strike"
 * const answer = { kind: "leads-to", name: "answered", from: { ledger: "by-a" }, to: { ledger: "both" }, within: 1440 } as const;
 * judgeContract(answer, fold([strike], { dyad })).standing; // => "undecided"
 * ```
 */
export function judgeContract(contract: Contract, history: History): ContractVerdict {
  const monitor = monitorOf(contract, matcher);
  monitor.begin(history.opening, Number.isFinite(history.from) ? history.from : history.now);
  for (const { after, minute } of history.steps) monitor.see(after, minute);
  monitor.end(history.now);
  return verdictOf(contract, history, monitor.seen());
}

function matcher(pattern: Pattern): (situation: Situation) => boolean {
  return (situation) => matches(situation, pattern);
}

function verdictOf(
  contract: Contract,
  { steps }: History,
  { standing, moment, due, occasions }: Seen,
): ContractVerdict {
  const step = moment === undefined ? undefined : steps[moment - 1];
  return {
    contract,
    standing,
    ...(step === undefined ? {} : { step }),
    ...(due === undefined ? {} : { due }),
    occasions,
  };
}
