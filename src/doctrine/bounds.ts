/** Bounds of a future: the simulation ends there, and a check warns of doctrines that would come to it. */

/** Maximum number of events in one future, unless another bound is given. */
export const BOUND = 1000;

/** For each event that a future may have, rules that act unasked come round at most this often. */
export const ROUNDS = 100;
