/** The inverse of edits: edits of the branch that give its parent's events back, to the byte. */
import type { DiplomaticEvent } from "../../events/index.ts";
import type { Change } from "./carry-out.ts";
import type { Edit } from "./edit.ts";

/**
 * Edits that take changes back. Carried out with `keep` on a branch made with `keep`, they give its parent's events.
 *
 * @param changes what the edits of the branch changed
 * @param events the events of the parent
 */
export function inverse(changes: readonly Change[], events: readonly DiplomaticEvent[]): readonly Edit[] {
  const places = new Map(events.map(({ id }, place) => [id, place]));
  const placeOf = ({ before }: Change): number => places.get(before?.id ?? "") ?? -1;
  const left = new Set(changes.flatMap(({ edit, before }) => (before && edit.kind !== "swap" ? [before.id] : [])));
  const ordered = changes.toSorted((one, other) => placeOf(one) - placeOf(other));
  return ordered.map((change): Edit => {
    const { edit, before, after } = change;
    if (edit.kind === "swap") return edit;
    if (before === undefined) return { kind: "drop", id: after?.id ?? "" };
    const next = events.slice(placeOf(change) + 1).find(({ id }) => !left.has(id));
    const place = next === undefined ? {} : { before: next.id };
    if (after === undefined) return { kind: "add", event: before, ...place };
    return { kind: "replace", id: before.id, event: before, ...place };
  });
}
