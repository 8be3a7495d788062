/** Acts that a generator is told to draw from: those of the catalogue, or a sentence about the first that is not. */
import { type ActId, isActId, nearestAct } from "../events/index.ts";

/**
 * The acts themselves, when each of them is in the catalogue.
 *
 * @throws RangeError for a list of none, and for a word that is no act, with the nearest one
 */
export function knownActs(acts: readonly ActId[]): readonly ActId[] {
  if (acts.length === 0) throw new RangeError("acts is empty: name at least one act, or leave it out for all.");
  for (const act of acts) {
    if (isActId(act)) continue;
    const near = nearestAct(String(act));
    const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
    throw new RangeError(`"${String(act)}" is no act of the catalogue.${hint} demarche acts lists them.`);
  }
  return acts;
}
