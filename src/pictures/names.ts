/** Names from a file, safe to show. */
import { visibleLine } from "../problem/index.ts";
import { nameOf, type Telling } from "../views/index.ts";

/** The name of an actor on one line, what is hidden in it visible. */
export function nameIn(telling: Pick<Telling, "scenario">, code: string): string {
  return visibleLine(nameOf(telling, code));
}
