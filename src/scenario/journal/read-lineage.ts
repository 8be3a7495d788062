/** A line of a journal read as the scenario that it holds: as data, without a detour through text. */
import { UTC } from "../../events/index.ts";
import {
  type Correction,
  type EventEntry,
  type Facts,
  factsOf,
  type JournalEntry,
  type JournalRecord,
} from "../../journal/index.ts";
import { judgeScenario, type Reading } from "../read.ts";
import { type FileData, fileForm } from "../write/file-form.ts";
import { scenarioText } from "../write/scenario-text.ts";
import { parseFile } from "../yaml/document.ts";
import { fitToEvents } from "./fit.ts";
import { frameFile } from "./frame.ts";

/** A line that was read: a stream with what it shares of those that it branched from. */
export interface Lineage {
  readonly stream: string;
  readonly records: readonly JournalRecord[];
  readonly facts: Facts;
  /** Whether it is a part of a record: a fork, or a line as it was. */
  readonly partial: boolean;
  /** Ids of earlier events that are not among the records, where only its end was read. */
  readonly unseen?: readonly string[];
}

/** A line with fewer records is read whole, and its errors are shown in its whole text. */
export const LONG = 1000;

/** What a line was read as: a scenario, or everything that is wrong with it. */
export interface LineageReading extends Reading {
  /** The scenario's file as data. */
  readonly data: FileData;
  /** What was left out of it, since it is about events that are not there. */
  readonly left: readonly string[];
  /** The same as a file: the author's own where it still says so, else in its layout. Places are those of this text. */
  readonly text: () => string;
}

/**
 * A line of these records.
 *
 * @param asOf whether it is a line as it was
 */
export function lineageOf(stream: string, records: readonly JournalRecord[], asOf = false): Lineage {
  const partial = asOf || records.some(({ entry }) => entry.kind === "fork");
  return { stream, records, facts: factsOf(records), partial };
}

/** A line as it would be with more entries in it. */
export function lineageWith(line: Lineage, entries: readonly JournalEntry[]): Lineage {
  const { stream, records, partial } = line;
  const more = entries.map((entry, k): JournalRecord => {
    const place = records.length + k + 1;
    return { position: place, stream, version: place, recordedAt: "", previous: "", hash: "", entry };
  });
  const all = [...records, ...more];
  return {
    ...line,
    records: all,
    facts: factsOf(all),
    partial: partial || entries.some(({ kind }) => kind === "fork"),
  };
}

/**
 * Reads a line.
 *
 * @param name what messages call it
 * @param errorsAlone whether warnings and notes are left out: it is read sooner
 * @throws RangeError when the line has no frame: it was not begun from a scenario
 */
export function readLineage(line: Lineage, name: string, errorsAlone = false): LineageReading {
  const { facts } = line;
  if (facts.frame === undefined) throw new RangeError("The line has no frame: it was not begun from a scenario.");
  const events = facts.facts.map(({ event }) => fileForm(event));
  return readData(line, { ...frameFile(facts.frame), events }, name, errorsAlone);
}

/** Reads data that a line would hold. They become text, in the layout of its own, only where a place is asked for. */
export function readData(
  { facts, partial, unseen }: Lineage,
  whole: FileData,
  name: string,
  errorsAlone: boolean,
): LineageReading {
  const textOf = (data: FileData) => computeOnce(() => scenarioText(data, attachedText(facts)));
  const { data, reading, left } = fitToEvents(whole, partial, (one) => {
    const parsed = computeOnce(() => parseFile(textOf(one)().replace(/^\ufeff/, "")));
    return judgeScenario(
      { zone: UTC, ...one },
      { file: name, placeOf: (path, atKey) => parsed().placeOf(path, atKey), errorsAlone, ...(unseen && { unseen }) },
    );
  });
  return { ...reading, data, left, text: textOf(data) };
}

function computeOnce<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** The text of the latest frame; of one by an older release, put together of what its entries kept. */
export function attachedText({ frame, facts }: Facts): string | undefined {
  if (frame === undefined || "file" in frame) return frame?.text;
  const events = facts.flatMap(({ record: { entry } }) =>
    "text" in entry && entry.text !== undefined && entry.kind !== "frame" ? [entry.text] : [],
  );
  return joinTexts([frame.before, ...events, frame.after]);
}

/** One text after another; a last line without an end gets one, as the first line has it, when something follows. */
function joinTexts(parts: readonly string[]): string {
  const end = parts.map((part) => /\r?\n/.exec(part)?.[0]).find((found) => found !== undefined) ?? "\n";
  const texts = parts.filter((part) => part !== "");
  const isWhole = (part: string, k: number) => k === texts.length - 1 || part === "\ufeff" || part.endsWith("\n");
  return texts.map((part, k) => (isWhole(part, k) ? part : part + end)).join("");
}

/** A record that says something of an event: that it happened, that it was otherwise, that it did not happen. */
export interface Report {
  readonly position: number;
  readonly hash: string;
  /** Without an event it withdraws it. */
  readonly entry: EventEntry | Correction;
}

/** All that is reported of each event, by its id; the last of it holds. */
export function idHistory(records: readonly JournalRecord[]): ReadonlyMap<string, readonly Report[]> {
  const reports = records.flatMap(({ position, hash, entry }): readonly Report[] =>
    entry.kind === "event" || entry.kind === "correction" ? [{ position, hash, entry }] : [],
  );
  return Map.groupBy(reports, ({ entry }) => (entry.kind === "event" ? entry.event.id : entry.corrects));
}
