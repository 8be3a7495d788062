/** Replacements: the event that an edit puts in the place of one in the record. */
import type { DiplomaticEvent } from "../events/index.ts";
import type { Edit } from "../history/index.ts";
import { commonKeys, fileEvent } from "./schema/event.ts";
import type { ReadEdit } from "./schema/file.ts";

/** An edit with a whole event; undefined for a replacement that makes none. */
export function completeEdit(edit: ReadEdit, record: ReadonlyMap<string, DiplomaticEvent>): Edit | undefined {
  if (edit.kind !== "replace") return edit;
  const original = record.get(edit.id);
  const event = original === undefined ? undefined : fileEvent.safeParse(applyPatch(original, edit.with)).data;
  const { kind, id, with: _, ...place } = edit;
  return event === undefined ? undefined : { kind, id, event, ...place };
}

/**
 * An event with some keys replaced, as a file would write it. Where the act changes, the old act's own fields and version
 * go with it.
 */
export function applyPatch(
  original: DiplomaticEvent,
  patch: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const keepsAct = patch["act"] === undefined || patch["act"] === original.act;
  const kept = Object.entries(original).filter(
    ([key, value]) =>
      (keepsAct || (commonKeys.includes(key) && key !== "version")) && !(Array.isArray(value) && value.length === 0),
  );
  return { ...Object.fromEntries(kept), ...patch };
}
