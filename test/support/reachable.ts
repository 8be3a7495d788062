/** Everything reachable, enumerated once for the test file that asks. */
import { enumerate, type Situation } from "../../src/machine/index.ts";

export const reachable: ReturnType<typeof enumerate> = enumerate();

export const situations: readonly Situation[] = Array.from({ length: reachable.situations }, (_, id) =>
  reachable.table.situationOf(id),
);
