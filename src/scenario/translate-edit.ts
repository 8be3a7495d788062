/** From what-ifs as files write them to edits whose events are whole. */
import type { Dyad } from "../machine/index.ts";
import { commonKeys, type FileEvent, fileEvent } from "./schema/event.ts";
import type { FileEdit, ScenarioFile } from "./schema/file.ts";
import { toEvent, toExpectations, toInvariants } from "./translate.ts";
import type { Edit, WhatIf } from "./what-if.ts";

/** A file's what-if. Its edits were checked against the record before. */
export function toWhatIf(
  { because, edit, then, expect, never }: NonNullable<ScenarioFile["what-if"]>[string],
  record: ReadonlyMap<string, FileEvent>,
  dyad: Dyad,
): WhatIf {
  return {
    ...(because === undefined ? {} : { because }),
    edits: edit.map((one) => toEdit(one, record)),
    then,
    expect: toExpectations(expect, dyad),
    never: toInvariants(never, dyad),
  };
}

function toEdit(edit: FileEdit, record: ReadonlyMap<string, FileEvent>): Edit {
  if ("drop" in edit) return { kind: "drop", id: edit.drop };
  if ("add" in edit) return { kind: "add", event: toEvent(edit.add) };
  if ("move" in edit) return { kind: "move", id: edit.move, to: edit.to };
  if ("swap" in edit) return { kind: "swap", id: edit.swap };
  const original = record.get(edit.replace);
  if (original === undefined) throw new Error(`${edit.replace} was checked and is no event: a defect of ours.`);
  return { kind: "replace", id: edit.replace, event: toEvent(fileEvent.parse(merged(original, edit.with))) };
}

/** An event with some keys replaced. Where the act changes, the old act's own fields go with it. */
export function merged(original: FileEvent, patch: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const stays = patch["act"] === undefined || patch["act"] === original.act;
  const kept = Object.entries(original).filter(([key]) => stays || commonKeys.includes(key));
  return { ...Object.fromEntries(kept), ...patch };
}
