/** Names from a file, safe to show, and what is said of them. */
import { visibleLine } from "../problem/index.ts";
import { nameOf, type Telling } from "../views/index.ts";
import type { Words } from "./words/index.ts";

/** The name of an actor on one line, what is hidden in it visible. */
export function nameIn(telling: Pick<Telling, "scenario">, code: string): string {
  return visibleLine(nameOf(telling, code));
}

/** Who does something, and what: `Pakistan: strikes`. */
export function saidOf(who: string, what: string, { colon }: Words): string {
  return `${who}${colon}${what.slice(0, 1).toLowerCase()}${what.slice(1)}`;
}
