/** What-ifs: every edit names an event that is there, once, and leaves events that are right. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { carryOut, type Edit, type Fault } from "../../history/index.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import { completeEdit } from "../replacements.ts";
import { isAboutOutcome } from "../schema/contract.ts";
import type { ReadEdit } from "../schema/file.ts";
import { checkBreaks, checkContracts, contractNames } from "./contracts.ts";
import { checkAdded, checkReplaced, type Stage } from "./edits.ts";
import { checkExpectedOutcome } from "./outcome-expectations.ts";
import { earlierIds, type Parts } from "./parts.ts";
import { checkExpectation } from "./patterns.ts";
import { type Names, namesOf, withIds } from "./references.ts";
import { checkInWindow } from "./window.ts";

/**
 * What is wrong with the what-ifs.
 *
 * @param orderly whether the record is in order: where it is not, an edit need not be to blame
 */
export function checkWhatIfs(parts: Parts, orderly: boolean): Problems {
  const written = Object.entries(parts["what-if"] ?? {});
  if (written.length === 0) return [];
  const names = namesOf(parts);
  const record = new Map(parts.events.map((one) => [one.event.id, one.event]));
  const events = parts.events.map((one) => one.event);
  const contracts = contractNames(parts);
  return written.flatMap(([name, { edit, then, expect, breaks, ...own }]) => {
    const path = ["what-if", name];
    const added = edit.flatMap((one) => (one.kind === "add" ? [one.event.id] : []));
    const stage: Stage = { parts, record, names: added.length === 0 ? names : withIds(names, added) };
    return [
      ...edit.flatMap((one, k) => checkEdit(one, [...path, "edit", k], stage)),
      ...checkEdits(edit, [...path, "edit"], events, stage).filter(({ code }) => orderly || !OF_ORDER.has(code)),
      ...(expect ?? []).flatMap((one, k) =>
        isAboutOutcome(one)
          ? checkExpectedOutcome(one, then, [...path, "expect", k], parts)
          : [
              ...checkExpectation(one, [...path, "expect", k], stage.names),
              ...(one.at === undefined ? [] : checkInWindow(one.at, [...path, "expect", k, "at"], parts.window)),
            ],
      ),
      ...checkContracts(own, path, names),
      ...checkBreaks(breaks ?? [], [...path, "breaks"], contracts),
    ];
  });
}

const OF_ORDER: ReadonlySet<string> = new Set(["effect-before-cause", "out-of-order"]);

function checkEdit(edit: ReadEdit, path: Path, stage: Stage): Problems {
  if (edit.kind === "add") return checkAdded(edit.event, [...path, "add"], stage);
  if (edit.kind === "move") return checkInWindow(edit.to, [...path, "to"], stage.parts.window);
  return edit.kind === "replace" ? checkReplaced(edit, [...path, "with"], stage) : [];
}

function checkEdits(
  written: readonly ReadEdit[],
  path: Path,
  events: readonly DiplomaticEvent[],
  { parts, record, names }: Stage,
): Problems {
  const translated = written.flatMap((edit, index) => {
    // What replaces an event that is not there makes none; that it is not there is found as for one that is dropped.
    const unknown = edit.kind === "replace" && !record.has(edit.id);
    const whole = unknown ? ({ kind: "drop", id: edit.id } as const) : completeEdit(edit, record);
    return whole === undefined ? [] : [{ whole, edit, index }];
  });
  const edits: readonly Edit[] = translated.map(({ whole }) => whole);
  const [dyad = { a: "", b: "" }] = names.relations;
  const background = earlierIds(parts);
  return carryOut(edits, events, dyad, background).faults.flatMap((fault): Problems => {
    const found = translated[fault.index];
    // An event that is there and wrong in itself is reported elsewhere.
    const isWrongItself =
      fault.code === "unknown-event" && names.ids.has(fault.id) && !events.some(({ id }) => id === fault.id);
    // A fault of the record itself is reported there.
    const isReplaced = found?.edit.kind === "replace" && typeof fault.part === "object" && "because" in fault.part;
    const isOfRecord =
      isReplaced && found.edit.kind === "replace" && !("because" in found.edit.with || "at" in found.edit.with);
    if (found === undefined || isWrongItself || isOfRecord) return [];
    return [problemOf(fault, found.edit, [...path, found.index], names)];
  });
}

function problemOf(fault: Fault, edit: ReadEdit, path: Path, { ids }: Names): UnplacedProblem {
  const { code, id, message, expected } = fault;
  const among = code === "unknown-event" && !ids.has(id) ? { among: { word: id, known: [...ids] } } : {};
  return { code, path: [...path, ...partOf(fault, edit)], message, expected, ...among };
}

function partOf({ part, code }: Fault, edit: ReadEdit): Path {
  if (code === "edited-twice") return [];
  if (part === "before") return ["before"];
  if (part === "at") return ["to"];
  if (part === "id") return edit.kind === "add" ? ["add", "id"] : [edit.kind];
  if ("said" in part) return [edit.kind === "add" ? "add" : "with", part.said];
  if (edit.kind === "add") return ["add", "because", part.because];
  if (edit.kind !== "replace") return [];
  return edit.with["because"] === undefined ? ["with", "at"] : ["with", "because", part.because];
}
