/** Frames: the lines of a file around a remark, where lines say something. */

import { codeFrame } from "../scenario/index.ts";
import type { Remark } from "./diagnostics.ts";

/** What concerns the whole file, or one that has no readable lines. */
const WITHOUT: ReadonlySet<string> = new Set(["binary", "empty", "too-large", "unreadable"]);

/** Shows the lines of a text around a remark. */
export function framesOf(text: string): (remark: Remark) => string {
  return (remark) => (WITHOUT.has(remark.code) ? "" : codeFrame(text, remark));
}
