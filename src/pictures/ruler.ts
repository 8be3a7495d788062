/** Rulers: from values to places, with round ticks. */

/** A linear ruler with its ticks. */
export interface Ruler {
  readonly at: (value: number) => number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** A ruler whose ends are round numbers, with at most `steps` steps. */
export function roundRuler(most: number, [from, to]: readonly [number, number], steps = 5): Ruler {
  const step = roundStep(Math.max(most, 1e-9) / steps);
  const high = step * Math.max(1, Math.ceil(most / step - 1e-9));
  const ticks = Array.from({ length: Math.round(high / step) + 1 }, (_, k) => Number((k * step).toPrecision(12)));
  return rulerBetween(0, high, [from, to], ticks);
}

/** A ruler between two values. */
export function rulerBetween(
  low: number,
  high: number,
  [from, to]: readonly [number, number],
  ticks: readonly number[],
): Ruler {
  const at = (value: number): number => {
    const inside = Math.min(high, Math.max(low, value));
    return from + ((inside - low) / (high - low)) * (to - from);
  };
  return { at, low, high, ticks };
}

/** The smallest of 1, 2 and 5 times a power of ten that is at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((one) => one * power >= least * (1 - 1e-9)) ?? 10) * power;
}
