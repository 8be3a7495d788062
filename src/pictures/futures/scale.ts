/** Scales: from values to places, with round ticks. */

/** A linear scale with its ticks. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** A scale whose ends are round numbers, with at most so many steps. */
export function roundScale(most: number, [from, to]: readonly [number, number], steps = 5): Scale {
  const step = roundStep(Math.max(most, 1e-9) / steps);
  const high = step * Math.max(1, Math.ceil(most / step - 1e-9));
  const ticks = Array.from({ length: Math.round(high / step) + 1 }, (_, k) => Number((k * step).toPrecision(12)));
  return scaleBetween(0, high, [from, to], ticks);
}

/** A scale between two values. */
export function scaleBetween(
  low: number,
  high: number,
  [from, to]: readonly [number, number],
  ticks: readonly number[],
): Scale {
  const at = (value: number): number => {
    const inside = Math.min(high, Math.max(low, value));
    return from + ((inside - low) / (high - low)) * (to - from);
  };
  return { at, low, high, ticks };
}

/** The least of 1, 2 and 5 times a power of ten that is not below. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((one) => one * power >= least * (1 - 1e-9)) ?? 10) * power;
}
