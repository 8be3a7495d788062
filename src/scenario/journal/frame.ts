/** A scenario as entries of a journal: its frame, which is everything but its events, and each event. */
import * as z from "zod/mini";
import { canonical, type DiplomaticEvent, digest, parseDuration, UTC, when } from "../../events/index.ts";
import { type Beginning, QUIET, webStates } from "../../history/index.ts";
import type { FrameEntry, JournalEntry, TextFrameEntry } from "../../journal/index.ts";
import type { Scenario } from "../scenario.ts";
import { scenarioFile } from "../schema/file.ts";
import { standingIn, toOpening } from "../sides.ts";
import { isRecord } from "../values.ts";
import { areRelationsFromActs, relationsIn } from "../web.ts";
import type { FileData } from "../write/file-form.ts";
import { parseFile } from "../yaml/document.ts";
import { convertFileDates, zoneOf } from "../zones.ts";

/** A frame of this release, or of one before. */
export type AnyFrame = FrameEntry | TextFrameEntry;

/** Maximum length of a frame's data and text together: longer, the entry would exceed its own maximum. */
const MAX_TEXT = 12 * 1024 * 1024;

/**
 * A scenario's file as entries.
 *
 * @param text the file, which was read without an error; it is kept beside the data, for exports
 */
export function journalEntries({ events }: Pick<Scenario, "events">, text: string): readonly JournalEntry[] {
  const { value } = convertFileDates(parseFile(text.replace(/^\ufeff/, "")).value);
  return [frameOf(withoutEvents(value), text), ...events.map((event): JournalEntry => ({ kind: "event", event }))];
}

/**
 * A frame; what it is called says what is in it and what it replaces, so that the same one is the same entry, and an
 * earlier one can come again.
 *
 * @param text the author's file; left out where it is too long to be kept beside the data
 * @param replaces the hash of the record whose frame held until now; absent for the first
 */
export function frameOf(data: FileData, text?: string, replaces?: string): FrameEntry {
  const file = JSON.stringify(data);
  const kept = text === undefined || text.length + file.length > MAX_TEXT ? {} : { text };
  const seal = digest(canonical([replaces ?? null, file, kept.text ?? null])).slice(0, 16);
  return { kind: "frame", id: `frame:${seal}`, file, ...kept };
}

/** What a frame holds; nothing, where an older one holds text that is no mapping. */
export function frameFile(frame: AnyFrame): FileData {
  return withoutEvents("file" in frame ? JSON.parse(frame.file) : parseFile(textAround(frame)).value);
}

/** The zone of a line's dates; UTC, where its frame names none. */
export function frameZone(frame: AnyFrame | undefined): string {
  return (frame === undefined ? undefined : zoneOf(frameFile(frame))) ?? UTC;
}

/** The text of an older frame: that of a file whose events are empty. */
function textAround({ before, after }: TextFrameEntry): string {
  return `${before.replace(/^\ufeff/, "").replace(/\n*$/, "\n")}${after}`;
}

/** A file's value without its events; nothing, where it is no mapping. */
function withoutEvents(file: unknown): FileData {
  if (!isRecord(file)) return {};
  const { events: _, ...frame } = file;
  return frame;
}

const headKeys = { title: true, parties: true, relations: true, opening: true, quiet: true, window: true } as const;
const head = z.object(z.pick(scenarioFile, headKeys).shape);

/** What a frame says of its scenario: what folding needs to know, without its events. */
export interface FrameHead {
  readonly title: string;
  readonly zone: string;
  readonly names: Readonly<Record<string, string>>;
  /** How many relations are followed. */
  readonly relations: number;
  /** Where the main one begins. */
  readonly beginning: Beginning;
}

/** Whether a frame names no relations of more than two parties: then the line's events say which pairs are followed. */
export function hasRelationsFromActs(frame: AnyFrame): boolean {
  const { parties, relations } = frameFile(frame);
  return isRecord(parties) && areRelationsFromActs({ parties, relations });
}

/**
 * What a frame says; undefined when it is no part of a scenario's file.
 *
 * @param events those of the line, where it depends on them which pairs are followed; see {@link hasRelationsFromActs}
 */
export function frameHead(frame: AnyFrame, events: readonly DiplomaticEvent[] = []): FrameHead | undefined {
  const file = frameFile(frame);
  const read = head.safeParse(file);
  if (!read.success) return undefined;
  const { title, parties, relations, opening, quiet, window } = read.data;
  const followed = relationsIn({ parties, relations, opening, events });
  const [main] = followed;
  if (main === undefined || main.dyad.b === "") return undefined;
  const { dyad } = main;
  const situation = toOpening(main.opening, dyad);
  if (situation === undefined) return undefined;
  const from = when(window.from).start;
  return {
    title,
    zone: zoneOf(file) ?? UTC,
    names: Object.fromEntries(Object.entries(parties).map(([code, { name }]) => [code, name])),
    relations: followed.length,
    beginning: {
      dyad,
      states: webStates(followed),
      opening: situation,
      standing: standingIn(main.opening, from),
      from,
      quiet: parseDuration(quiet ?? "") ?? QUIET,
    },
  };
}
