/** What-ifs: every edit names an event that is there, once, and leaves events that are right. */
import type { Problem } from "../diagnostic.ts";
import type { FileEvent } from "../schema/event.ts";
import type { FileEdit } from "../schema/file.ts";
import { ofAdded, ofReplaced, type Stage } from "./edits.ts";
import { ofDemand } from "./patterns.ts";
import type { Parts } from "./raw.ts";
import { event, namesOf } from "./references.ts";
import { outsideWindow } from "./window.ts";

/** What is wrong with the what-ifs. */
export function whatIfs(parts: Parts): readonly Problem[] {
  const names = namesOf(parts);
  const record = new Map(parts.events.map((one) => [one.event.id, one.event]));
  const background = new Set((parts.context ?? []).map(({ id }) => id));
  return Object.entries(parts["what-if"] ?? {}).flatMap(([name, { edit, expect, never }]) => {
    const path = ["what-if", name];
    const added = edit.flatMap((one) => ("add" in one ? [one.add.id] : []));
    const stage: Stage = {
      parts,
      names: { ...names, ids: new Set([...names.ids, ...added]) },
      record: added.length === 0 ? record : withAdded(record, edit),
      background,
    };
    return [
      ...edit.flatMap((one, k) => ofEdit(one, [...path, "edit", k], stage)),
      ...twice(edit, path, names.ids),
      ...(expect ?? []).flatMap((one, k) => [
        ...ofDemand(one, [...path, "expect", k], names),
        ...outsideWindow(one.at, [...path, "expect", k, "at"], parts.window),
      ]),
      ...(never ?? []).flatMap((one, k) => ofDemand(one, [...path, "never", k], names)),
    ];
  });
}

function withAdded(record: ReadonlyMap<string, FileEvent>, edits: readonly FileEdit[]): Map<string, FileEvent> {
  const whole = new Map(record);
  for (const edit of edits) if ("add" in edit && !whole.has(edit.add.id)) whole.set(edit.add.id, edit.add);
  return whole;
}

function ofEdit(edit: FileEdit, path: readonly PropertyKey[], stage: Stage): readonly Problem[] {
  const { names, parts } = stage;
  if ("add" in edit) return ofAdded(edit.add, [...path, "add"], stage);
  if ("drop" in edit) return event(edit.drop, [...path, "drop"], names);
  if ("swap" in edit) return event(edit.swap, [...path, "swap"], names);
  if ("move" in edit) {
    return [...event(edit.move, [...path, "move"], names), ...outsideWindow(edit.to, [...path, "to"], parts.window)];
  }
  return [...event(edit.replace, [...path, "replace"], names), ...ofReplaced(edit, [...path, "with"], stage)];
}

function twice(edits: readonly FileEdit[], path: readonly PropertyKey[], ids: ReadonlySet<string>): readonly Problem[] {
  const seen = new Set<string>();
  return edits.flatMap((edit, k): readonly Problem[] => {
    const id = editedBy(edit);
    const place = [...path, "edit", k];
    if (id === undefined) return [];
    if ("add" in edit && ids.has(id)) {
      const message = `The id ${id} is taken by an event of the record.`;
      return [{ code: "duplicate-id", path: [...place, "add", "id"], message, expected: "an id of its own" }];
    }
    const again = seen.has(id);
    seen.add(id);
    if (!again) return [];
    const message = `${id} is edited twice in this what-if.`;
    return [{ code: "edited-twice", path: place, message, expected: "one edit for each event" }];
  });
}

/** The event that an edit concerns; none for a swap, which concerns all that follow. */
function editedBy(edit: FileEdit): string | undefined {
  if ("add" in edit) return edit.add.id;
  if ("drop" in edit) return edit.drop;
  if ("move" in edit) return edit.move;
  return "swap" in edit ? undefined : edit.replace;
}
