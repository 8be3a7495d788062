/** Verdicts: what the law says of an event in a situation. */
import type { RequirementId } from "../events/index.ts";
import type { ChartEvent } from "./alphabet.ts";
import { type Requirement, requirements, unmet } from "./requirements.ts";
import type { Situation } from "./situation.ts";
import { step } from "./step.ts";

/** Applied: the situation changed. Noted: valid, and the chart stays. Void: a requirement is not met; it stays. */
export type Verdict = "applied" | "noted" | "void";

/** A requirement that was not met: its name, what it demands, where that comes from and what would meet it. */
export interface Reason extends Omit<Requirement, "holds"> {
  readonly requirement: RequirementId;
}

/** A verdict with where it leads and, if void, why. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly after: Situation;
  /** The requirements that failed; empty unless void. */
  readonly reasons: readonly Reason[];
}

/**
 * Judges an event in a situation.
 *
 * @example
 * ```ts
 * import { judge, PEACE } from "demarche/machine";
 * const judged = judge(PEACE, { type: "expel-ambassador", by: "a", detail: "contrary" });
 * judged.verdict; // => "void"
 * judged.reasons[0]?.requirement; // => "receiving-state"
 * ```
 */
export function judge(situation: Situation, event: ChartEvent): Judgement {
  const reasons = reasonsAgainst(situation, event);
  if (reasons.length > 0) return { verdict: "void", after: situation, reasons };
  const after = step(situation, event);
  return { verdict: after === situation ? "noted" : "applied", after, reasons };
}

/** Why an event is void in a situation; none when it is valid. */
export function reasonsAgainst(situation: Situation, event: ChartEvent): readonly Reason[] {
  return unmet(situation, event).map((requirement) => {
    const { sentence, rule, remedy } = requirements[requirement];
    return { requirement, sentence, rule, remedy };
  });
}
