/** The options of spreading: which go together. Light, for a sweep on this machine looks at them too. */
import { Problem } from "../../problem/index.ts";
import { type Call, flag } from "../command.ts";

/** Options that say how a sweep is spread, and mean nothing without a server. */
const ofSpreading = ["shard", "patience", "tries", "detach"] as const;

/**
 * Refuses options of spreading where nothing is spread.
 *
 * @throws Problem naming the first of them
 */
export function refuseWithoutServer({ options }: Pick<Call, "options">): void {
  const given = ofSpreading.find((name) => options[name] !== undefined);
  if (given !== undefined)
    throw new Problem("bad-option", `--${given} is of a sweep that is spread from a server: give --on too.`);
}

/**
 * Whether the options ask to submit a sweep and not to wait for it.
 *
 * @throws Problem for an option of the result that nobody waits for
 */
export function detached({ options }: Pick<Call, "options">): boolean {
  if (!flag(options, "detach")) return false;
  const given = ["out", "format", "svg", "json", "width"].find((name) => options[name] !== undefined);
  if (given !== undefined)
    throw new Problem("bad-option", `--detach waits for no result: give --${given} when you gather it.`);
  return true;
}
