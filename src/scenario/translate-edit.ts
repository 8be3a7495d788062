/** From what-ifs as files write them to edits whose events are whole. */

import type { Edit } from "../history/index.ts";
import type { Dyad } from "../machine/index.ts";
import { commonKeys, type FileEvent, fileEvent } from "./schema/event.ts";
import type { FileEdit, ScenarioFile } from "./schema/file.ts";
import { toEvent } from "./translate.ts";
import { toContracts, toExpectations, toOutcomeExpectations } from "./translate-contract.ts";
import type { WhatIf } from "./what-if.ts";

/** A file's what-if. Its edits were checked against the record before. */
export function toWhatIf(
  { because, edit, then, expect, breaks, ...written }: NonNullable<ScenarioFile["what-if"]>[string],
  record: ReadonlyMap<string, FileEvent>,
  dyad: Dyad,
): WhatIf {
  return {
    ...(because === undefined ? {} : { because }),
    edits: edit.map((one) => toEdit(one, record) ?? impossible()),
    then,
    expect: toExpectations(expect, dyad),
    expectOutcomes: toOutcomeExpectations(expect),
    contracts: toContracts(written, dyad),
    breaks: breaks ?? [],
  };
}

/** A file's edit with whole events; undefined for a replacement that makes no event. */
export function toEdit(edit: FileEdit, record: ReadonlyMap<string, FileEvent>): Edit | undefined {
  if ("drop" in edit) return { kind: "drop", id: edit.drop };
  if ("swap" in edit) return { kind: "swap", id: edit.swap };
  const place = edit.before === undefined ? {} : { before: edit.before };
  if ("add" in edit) return { kind: "add", event: toEvent(edit.add), ...place };
  if ("move" in edit) return { kind: "move", id: edit.move, to: edit.to, ...place };
  const original = record.get(edit.replace);
  const whole = original === undefined ? undefined : fileEvent.safeParse(merged(original, edit.with)).data;
  return whole === undefined ? undefined : { kind: "replace", id: edit.replace, event: toEvent(whole), ...place };
}

function impossible(): never {
  throw new Error("An edit that was checked makes no event: a defect of ours.");
}

/** An event with some keys replaced. Where the act changes, the old act's own fields go with it. */
export function merged(original: FileEvent, patch: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const stays = patch["act"] === undefined || patch["act"] === original.act;
  const kept = Object.entries(original).filter(([key]) => stays || commonKeys.includes(key));
  return { ...Object.fromEntries(kept), ...patch };
}
