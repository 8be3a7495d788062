/** What ends a sweep before its end, and leaves what was done. */

import { isProblem, Problem } from "../../problem/index.ts";

/** `stopped`: a sweep can't go on now, and why. What was done stands. */
export function stopped(sentence: string): Problem {
  return new Problem("stopped", sentence);
}

/** Whether a sweep could not go on. */
export function isStopped(error: unknown): error is Problem {
  return isProblem(error, "stopped");
}
