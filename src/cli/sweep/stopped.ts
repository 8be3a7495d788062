/** What ends a sweep before its end, and leaves what was done. */
import { Problem } from "../../problem/index.ts";

/** `stopped`: a sweep can't go on now, and why. What was done stands. */
export function stopped(sentence: string): Problem {
  return new Problem("stopped", sentence);
}
