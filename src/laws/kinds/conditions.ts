/** On what laws of steps have something to say. */
import type { ChartEvent } from "../../machine/index.ts";
import type { ChartStep } from "../law.ts";

/** Events of one party or both; what others do is not theirs, and moves nothing. */
export function byParties(about: (event: ChartEvent) => boolean): (event: ChartEvent) => boolean {
  return (event) => event.by !== "other" && about(event);
}

/** What holds of every step but those that are void. */
export function valid(holds: (step: ChartStep) => boolean): (step: ChartStep) => boolean {
  return (step) => step.verdict === "void" || holds(step);
}
