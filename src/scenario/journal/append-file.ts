/** What a file adds to a line: new events, other data around them, and events that it reports differently. */
import type { JournalEntry } from "../../journal/index.ts";
import type { Scenario } from "../scenario.ts";
import { isRecord, itemsOf } from "../values.ts";
import { type FileData, sameEvent } from "../write/file-form.ts";
import { correctionOf, type EntryChange, newEntries, type Unreadable, unreadableWith } from "./check-append.ts";
import { type AnyFrame, frameFile, frameOf, journalEntries } from "./frame.ts";
import { attachedText, idHistory, type Lineage, lineageWith, readLineage } from "./read-lineage.ts";

/** What comes of a file. */
export interface FileChanges {
  readonly changes: readonly EntryChange[];
  /** Events of the line that the file does not have: they stay. */
  readonly left: readonly string[];
  /** What-ifs, outcomes and lessons of the line that the file does not have: they go. */
  readonly lost: readonly string[];
  /** Whether events of a day stand in another order: those that are known keep theirs. */
  readonly reordered: boolean;
}

/**
 * What a scenario's file changes of a line; all of it, for a line that has not begun.
 *
 * @param text of the file, which was read as the scenario
 * @param reasonFor why it reports a known event differently; may throw
 * @param name what messages about the line call the file
 */
export function checkFile(
  line: Lineage,
  { scenario, text }: { readonly scenario: Scenario; readonly text: string },
  reasonFor: (id: string) => string,
  name: string,
): FileChanges | Unreadable {
  const [frame, ...events] = journalEntries(scenario, text);
  if (frame?.kind !== "frame" || !("file" in frame)) throw new Error("A file has a frame: a defect of ours.");
  if (line.records.length === 0) {
    return { changes: [frame, ...events].map((entry) => ({ entry })), left: [], lost: [], reordered: false };
  }
  const history = idHistory(line.records);
  const eventChanges = events.flatMap((entry): readonly EntryChange[] => {
    if (entry.kind !== "event") return [];
    const { event } = entry;
    const reports = history.get(event.id) ?? [];
    if (reports.length === 0) return [{ entry }];
    if (sameEvent(reports.at(-1)?.entry.event, event)) return [];
    return [correctionOf(event.id, reports, reasonFor(event.id), event)];
  });
  const data = frameFile(frame);
  const changes = [...frameChange(line, newEntries(eventChanges), data, text, name), ...eventChanges];
  const refused = changes.length === 0 ? undefined : unreadableWith(line, newEntries(changes), name);
  if (refused !== undefined) return refused;
  const ids = new Set(scenario.events.map(({ id }) => id));
  const made = lineageWith(line, newEntries(changes)).facts.facts.map(({ event }) => event.id);
  const order = made.filter((id) => ids.has(id));
  return {
    changes,
    left: made.filter((id) => !ids.has(id)),
    lost: line.facts.frame === undefined ? [] : findLost(line.facts.frame, data, line.partial),
    reordered: scenario.events.some(({ id }, k) => id !== order[k]),
  };
}

/** Another frame, unless the line has its data, and makes the file's text or came with it. */
function frameChange(
  line: Lineage,
  entries: readonly JournalEntry[],
  data: FileData,
  text: string,
  name: string,
): readonly EntryChange[] {
  const { frame } = line.facts;
  if (frame !== undefined && JSON.stringify(frameFile(frame)) === JSON.stringify(data)) {
    if (attachedText(line.facts) === text || readLineage(lineageWith(line, entries), name).text() === text) return [];
  }
  const replaced = line.records.findLast(({ entry }) => entry.kind === "frame");
  return [{ entry: frameOf(data, text, replaced?.hash) }];
}

/** What one frame has and the next has no longer, each by its name: `what-if restraint`, `the lesson after strike`. */
function findLost(before: AnyFrame, after: FileData, partial: boolean): readonly string[] {
  const there = new Set(partNames(after, partial));
  return [...new Set(partNames(frameFile(before), partial))].filter((name) => !there.has(name));
}

/** A part of a record has outcomes only. */
function partNames({ outcomes, teach, ...file }: FileData, partial: boolean): readonly string[] {
  const outcomeNames = keysOf(outcomes).map((name) => `outcome ${name}`);
  if (partial) return outcomeNames;
  return [
    ...keysOf(file["what-if"]).map((name) => `what-if ${name}`),
    ...outcomeNames,
    ...itemsOf(teach)
      .filter(isRecord)
      .map(({ pause }) => `the lesson after ${String(pause)}`),
  ];
}

function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value) : [];
}
