/** What ends a sweep before its end, and leaves what was done. */

/** Thrown when a sweep can't go on now: its message says why. What was done stands. */
export class Stopped extends Error {}
