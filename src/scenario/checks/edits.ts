/** Events that an edit brings: they must be as right as those of the record. */
import type { DiplomaticEvent } from "../../events/index.ts";
import type { Path, Problems } from "../diagnostic.ts";
import { problemsOf } from "../issues.ts";
import { keysAt } from "../keys.ts";
import { applyPatch } from "../replacements.ts";
import { fileEvent } from "../schema/event.ts";
import type { Replacement } from "../schema/file.ts";
import { checkEventActors } from "./actors.ts";
import { backgroundOf, checkEventAnswers } from "./answers.ts";
import { checkEventAct } from "./broad-acts.ts";
import { checkEventDeadlines } from "./deadlines.ts";
import { refuseClockId } from "./order.ts";
import type { Parts } from "./parts.ts";
import { problem } from "./problem.ts";
import { checkEventReferences, type Names } from "./references.ts";
import { checkEventRepeats } from "./repeats.ts";
import { checkInWindow } from "./window.ts";

/** What the events of one what-if are checked against. */
export interface Stage {
  readonly parts: Parts;
  /** The names of the file and of what the what-if adds. */
  readonly names: Names;
  readonly record: ReadonlyMap<string, DiplomaticEvent>;
}

export function checkAdded(added: DiplomaticEvent, path: Path, stage: Stage): Problems {
  if (added.id.startsWith("clock-")) {
    return [refuseClockId(added.id, [...path, "id"])];
  }
  return checkEvent(added, path, stage);
}

/** What is wrong with an event that an edit brings, whatever stands around it. */
function checkEvent(event: DiplomaticEvent, path: Path, stage: Stage): Problems {
  const { parts, names, record } = stage;
  const answerable = {
    known: names.ids,
    background: backgroundOf(parts),
    find: (id: string) => record.get(id),
    isLater: (id: string) => id === event.id,
  };
  return [
    ...checkEventReferences(event, path, names),
    ...checkEventActors(event, path, parts),
    ...checkEventDeadlines(event, path),
    ...checkEventAnswers(event, path, answerable),
    ...checkEventAct(event, path, parts),
    ...checkEventRepeats(event, path),
    ...checkInWindow(event.at, [...path, "at"], parts.window),
  ];
}

/** What is wrong with the event that a replacement makes, as far as the replacement brought it about. */
export function checkReplaced(edit: Replacement, path: Path, stage: Stage): Problems {
  const original = stage.record.get(edit.id);
  if (original === undefined) return [];
  if ("id" in edit.with) {
    const expected = "drop and add instead";
    return [problem("unknown-key", [...path, "id"], "A replaced event keeps its id.", expected, { atKey: true })];
  }
  const whole = applyPatch(original, edit.with);
  const read = fileEvent.safeParse(whole);
  if (!read.success) {
    const root = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), whole);
    const keys = (at: Path): readonly string[] => keysAt(fileEvent, at.slice(path.length), whole);
    return read.error.issues.flatMap((issue) => problemsOf({ ...issue, path: [...path, ...issue.path] }, root, keys));
  }
  const all = checkEvent(read.data, path, stage);
  const touched = new Set([...Object.keys(edit.with), ...("act" in edit.with ? ["from", "to"] : [])]);
  return all.filter((problem) => touched.has(String(problem.path[path.length])));
}
