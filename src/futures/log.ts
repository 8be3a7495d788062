/** The log of a simulator: what happened in a future, as numbers. */

/** The source of what the clock brings. */
export const CLOCK = -1;

/** The source of the first event of the schedule; that of the event number k is this less k. */
export const SCHEDULED = -2;

/** The cause that is the first open occasion of the history; that of the occasion number k is this less k. */
export const IN_HISTORY = -3;

/** The cause that is the first of those in other relations; that of the number k is this less k. No history is as long. */
export const ABROAD: number = -(2 ** 30);

/** What happened in a future, event by event. It is overwritten by the next one. */
export interface Log {
  readonly symbol: Int32Array;
  readonly minute: Float64Array;
  /**
   * The place of the event that gave occasion; for an open occasion of the history see {@link IN_HISTORY}, for an event of
   * another relation {@link ABROAD}; -1 for none.
   */
  readonly cause: Int32Array;
  /** The source of the model that it came from; else {@link CLOCK}, or see {@link SCHEDULED}. */
  readonly source: Int32Array;
  /** For an agreement: the first minute at which what was agreed is overdue. */
  readonly overdue: Float64Array;
  /** One party's word that it would do an act together with the other, in order. By itself it changes nothing. */
  readonly proposals: Proposed[];
  readonly abroad: Abroad[];
}

/** An event of another relation: the place of the relation among all, and its own in the log of that one. */
export interface Abroad {
  readonly relation: number;
  readonly place: number;
}

export function emptyLog(bound: number): Log {
  return {
    symbol: new Int32Array(bound),
    minute: new Float64Array(bound),
    cause: new Int32Array(bound),
    source: new Int32Array(bound),
    overdue: new Float64Array(bound),
    proposals: [],
    abroad: [],
  };
}

/** A proposal in a future. */
export interface Proposed {
  /** The symbol of the act by both parties. */
  readonly symbol: number;
  readonly source: number;
  readonly minute: number;
  /** How many events of the log came before it. */
  readonly place: number;
}
