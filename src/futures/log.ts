/** The log of a simulator: what happened in a future, as numbers. */

/** What happened in a future, event by event. It is overwritten by the next one. */
export interface Log {
  readonly symbol: Int32Array;
  readonly minute: Float64Array;
  /** The place of the event that gave occasion; -3 - k for the opening's occasion number k; -1 for none. */
  readonly cause: Int32Array;
  /** The source that it came from; -1 for the clock, -2 - k for the scheduled event number k. */
  readonly source: Int32Array;
  /** For an agreement: the first minute at which what was agreed is overdue. */
  readonly overdue: Float64Array;
}

/** A log with room for so many events. */
export function emptyLog(bound: number): Log {
  return {
    symbol: new Int32Array(bound),
    minute: new Float64Array(bound),
    cause: new Int32Array(bound),
    source: new Int32Array(bound),
    overdue: new Float64Array(bound),
  };
}
