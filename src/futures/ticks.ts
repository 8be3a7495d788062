/** Ticks: the minutes at which actors consider something unasked, every so often. */

/** The ticks of one future after another. At any minute each source that ticks has one that is its next. */
export interface Ticks {
  /** Every source has its first tick before it again. */
  readonly rewind: () => void;
  /** The minute of the next one; Infinity when there is none. */
  readonly next: () => number;
  /** The source whose it is. */
  readonly source: () => number;
  /** The next one is over. That source's following one is at the earliest at this minute. */
  readonly pass: (earliest: number) => void;
}

/**
 * The ticks of sources with a period.
 *
 * @param periods minutes, by source; 0 for those that never tick
 * @param from the minute from which on periods are counted
 * @param horizon the last minute
 */
export function createTicks(periods: ArrayLike<number>, from: number, horizon: number): Ticks {
  const sources = Int32Array.from(Array.from(periods).flatMap((period, k) => (period > 0 ? [k] : [])));
  const lengths = Float64Array.from(sources, (source) => periods[source] ?? 0);
  const due = new Float64Array(sources.length);
  let first = 0;
  let next = Number.POSITIVE_INFINITY;

  function look(): void {
    next = Number.POSITIVE_INFINITY;
    for (let k = 0; k < due.length; k++) {
      const at = due[k] ?? next;
      if (at < next && at <= horizon) {
        next = at;
        first = k;
      }
    }
  }

  return {
    rewind: () => {
      for (let k = 0; k < due.length; k++) due[k] = from + (lengths[k] ?? 0);
      look();
    },
    next: () => next,
    source: () => sources[first] ?? -1,
    pass: (earliest) => {
      const length = lengths[first] ?? 0;
      due[first] = next + Math.max(1, Math.ceil((earliest - next) / length)) * length;
      look();
    },
  };
}
