/** Numbers of tournaments as short texts: shares in per cent, times in days, counts. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import type { DuelOutcome, Estimate } from "../../futures/index.ts";
import { duelOutcomes } from "../../futures/index.ts";

const SCALES = { share: 100, days: 1 / MINUTES_PER_DAY, count: 1 } as const;

/** A value in the unit that it is shown in: per cent, days or a count. */
export function shown(outcome: DuelOutcome, value: number): number {
  return value * SCALES[duelOutcomes[outcome].unit];
}

/** `6.1 (5.9–6.3)`; a dash where there is no future. */
export function estimateText(outcome: DuelOutcome, { value, low, high }: Estimate): string {
  if (!Number.isFinite(value)) return "–";
  const text = (one: number): string => shown(outcome, one).toFixed(1);
  return Number.isFinite(low) ? `${text(value)} (${text(low)}–${text(high)})` : text(value);
}

/** The unit as the head of a column says it. */
export function unitText(outcome: DuelOutcome): string {
  return { share: "%", days: "days", count: "number" }[duelOutcomes[outcome].unit];
}
