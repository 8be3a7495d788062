/** What futures need: a what-if that hands over to doctrines, and outcomes that are asked for. */
import { Problem } from "../../problem/index.ts";
import type { Scenario, Supposed } from "../../scenario/index.ts";

/**
 * Checks that doctrines decide what follows a what-if, and that something is asked of it.
 *
 * @throws Problem when they do not, with the what-ifs of the file after which they do
 */
export function checkModelled({ name, whatIf }: Supposed, { doctrines, outcomes, whatIfs }: Scenario): void {
  if (Object.keys(doctrines).length === 0) {
    throw new Problem(
      "not-modelled",
      "Nobody decides what follows: there are no doctrines here. Futures start from a what-if of a whole crisis whose file has doctrines.",
    );
  }
  if (Object.keys(outcomes).length === 0) {
    throw new Problem(
      "not-modelled",
      "The file asks for no outcome, so there is nothing to count. Add some under `outcomes`.",
    );
  }
  if (whatIf.then === "model") return;
  const others = Object.entries(whatIfs).flatMap(([other, { then }]) =>
    then === "model" && other !== name ? [other] : [],
  );
  const known = others.length === 0 ? "" : ` What-ifs here that do: ${others.join(", ")}.`;
  throw new Problem(
    "not-modelled",
    `${name} says then: "${whatIf.then}", so nobody decides what follows. Futures need then: "model".${known}`,
  );
}
