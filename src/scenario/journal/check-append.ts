/** What may be appended to a line: the same for the command line, for HTTP and for a game at a table. */
import { canonical, type DiplomaticEvent, digest, latestStart, parseSpan } from "../../events/index.ts";
import { idOf, type JournalEntry } from "../../journal/index.ts";
import { nearest, Problem, scalarText, visibleLine } from "../../problem/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Reading } from "../read.ts";
import { dropUndefined } from "../values.ts";
import { countSigns, readBraces } from "../write/braces.ts";
import { type FileData, fileForm, sameEvent } from "../write/file-form.ts";
import { convertDates } from "../zones.ts";
import { frameFile, frameZone } from "./frame.ts";
import {
  idHistory,
  type Lineage,
  type LineageReading,
  LONG,
  lineageWith,
  type Report,
  readData,
  readLineage,
} from "./read-lineage.ts";

/** An entry that is asked for; where the line has it already, with its position. */
export interface EntryChange {
  readonly entry: JournalEntry;
  readonly position?: number;
  /** What says otherwise by now of an event that is there already. */
  readonly since?: Report;
}

/** Why nothing is appended: the line could not be read as a scenario any more. */
export interface Unreadable {
  readonly errors: readonly Diagnostic[];
  /** The file that the line would make, in which the errors have their places. */
  readonly text: () => string;
  /** The ids of events among those that are asked for which the line knows with another content. */
  readonly there?: readonly string[];
}

/** Maximum length of an event in braces, in characters. One with two hundred claims has some forty thousand. */
const MAX_EVENT_LENGTH = 64 * 1024;
/** Maximum number of signs between its values. An event with two hundred claims of ten figures has some four thousand. */
const MAX_SIGNS = 5000;

/** What is to be appended, or why not. */
export type CheckedAppend = { readonly changes: readonly EntryChange[] } | Unreadable;

/**
 * Events as they are typed, each a mapping in braces. One that was recorded before with the same content stands
 * where it stands, whatever became known since: an append that may have arrived can safely be tried again.
 *
 * @param name what messages call them
 * @throws Problem `no-scenario`, `not-braces`, `id-clash` for another content, `withdrawn`
 */
export function checkEvents(line: Lineage, braces: readonly string[], name: string): CheckedAppend {
  const history = idHistory(line.records);
  const zone = frameZone(line.facts.frame);
  const written = valuesIn(braces, zone).map((value) => ({ value, known: findRecorded(value, history) }));
  const fresh = written.flatMap(({ value, known }) => (known === undefined ? [value] : []));
  for (const one of fresh) refuseRepeated(one, fresh);
  const reading = readWith(line, fresh, name);
  if (reading.scenario === undefined) {
    const there = fresh.map(({ id }) => scalarText(id)).filter((id) => history.has(id));
    const [taken = ""] = there;
    const last = history.get(taken)?.at(-1);
    // What is right in itself and has a name that is taken is refused for its name, and not for what it would break.
    if (last !== undefined && !areWrong(fresh, reading.data, reading)) throw clash(taken, last);
    return { ...unreadable(reading), there };
  }
  const { events } = reading.scenario;
  const changes = written.map(({ value, known }): EntryChange => {
    if (known !== undefined) return known;
    const event = events.find(({ id }) => id === value["id"]);
    if (event === undefined)
      throw new Error(`${scalarText(value["id"])} was read, and is not there: a defect of ours.`);
    const last = history.get(event.id)?.at(-1);
    if (last !== undefined) throw clash(event.id, last);
    return { entry: { kind: "event", event } };
  });
  return acceptIfReadable(line, changes, name, events);
}

/**
 * Changes, if the line can be read with exactly these.
 *
 * @param read the events of the line with them as it was read already, which may be in another order
 */
function acceptIfReadable(
  line: Lineage,
  changes: readonly EntryChange[],
  name: string,
  read?: readonly DiplomaticEvent[],
) {
  const fresh = newEntries(changes);
  if (fresh.length === 0) return { changes };
  const made = lineageWith(line, fresh).facts.facts;
  const isRead = made.length === read?.length && made.every(({ event }, k) => event.id === read[k]?.id);
  return (isRead ? undefined : unreadableWith(line, fresh, name)) ?? { changes };
}

/** The entries that are not there already. */
export function newEntries(changes: readonly EntryChange[]): readonly JournalEntry[] {
  return changes.flatMap(({ entry, position }) => (position === undefined ? [entry] : []));
}

/**
 * What is now known of an event, instead of what was recorded; it also brings back what was withdrawn.
 *
 * @param braces the keys that change; null or an empty list takes one out
 * @throws Problem `no-scenario`, `not-braces`, `unknown-event`, `nothing-new`
 */
export function checkCorrection(
  line: Lineage,
  id: string,
  braces: string,
  because: string,
  name: string,
): CheckedAppend {
  const reports = reportsOf(line, id);
  const original = reports.findLast(({ entry }) => entry.event !== undefined)?.entry.event;
  if (original === undefined) throw unknownEvent(line, id);
  const value = patchEvent(original, valueIn(braces, frameZone(line.facts.frame)));
  const reading = readWith(line, [value], name);
  if (reading.scenario === undefined) return unreadable(reading);
  const { events } = reading.scenario;
  const event = events.find((one) => one.id === id);
  return acceptIfReadable(line, [correctionOf(id, reports, because, event)], name, events);
}

/**
 * An event that did not happen, after all.
 *
 * @throws Problem `no-scenario`, `unknown-event`, `nothing-new`
 */
export function checkWithdrawal(line: Lineage, id: string, because: string, name: string): CheckedAppend {
  frameIn(line);
  return acceptIfReadable(line, [correctionOf(id, reportsOf(line, id), because)], name);
}

/** Entries as data. A line without a scenario is not looked at as one. */
export function checkEntries(line: Lineage, entries: readonly JournalEntry[], name: string): CheckedAppend {
  const zone = frameZone(line.facts.frame);
  const there = new Map(line.records.map(({ entry, position }) => [idOf(entry), { entry, position }]));
  const changes = entries.map((written): EntryChange => {
    const entry = entryIn(written, zone);
    const known = there.get(idOf(entry));
    return known !== undefined && saysSame(known.entry, entry) ? { entry, position: known.position } : { entry };
  });
  return acceptIfReadable(line, changes, name);
}

/** What keeps a line with more entries in it from being read; nothing, where it is no scenario. */
export function unreadableWith(line: Lineage, entries: readonly JournalEntry[], name: string): Unreadable | undefined {
  const made = lineageWith(line, entries);
  if (made.facts.frame === undefined) return undefined;
  const reading = readLineage(made, name, true);
  return reading.scenario === undefined ? unreadable(reading) : undefined;
}

/**
 * A correction of an event; withdrawn without another event. Its id says what it supersedes and by what. The same call
 * again comes to the record that is there.
 *
 * @throws Problem `nothing-new` when it is known so already, and for another reason
 */
export function correctionOf(
  id: string,
  reports: readonly Report[],
  because: string,
  event?: DiplomaticEvent,
): EntryChange {
  const last = reports.at(-1);
  if (last === undefined) throw new Error(`Nothing is reported of ${id}: a defect of ours.`);
  const { entry, position, hash } = last;
  if (entry.event === event || sameEvent(entry.event, event)) {
    if (entry.kind === "correction" && entry.because === because) return { entry, position };
    const already = event === undefined ? "was withdrawn already" : "is known so already";
    throw new Problem("nothing-new", `${visibleLine(id)} ${already}, at position ${position}: nothing changes.`);
  }
  const seal = digest(canonical([hash, id, because, event ?? null])).slice(0, 12);
  const own = `correct:${id.slice(0, 100)}-${seal}`;
  return { entry: { kind: "correction", id: own, corrects: id, because, ...dropUndefined({ event }) } };
}

function reportsOf(line: Lineage, id: string): readonly Report[] {
  const reports = idHistory(line.records).get(id);
  if (reports === undefined) throw unknownEvent(line, id);
  return reports;
}

function unknownEvent({ facts }: Lineage, id: string): Problem {
  const suggestion = nearest(
    id,
    facts.facts.map(({ event }) => event.id),
  );
  return new Problem("unknown-event", `${visibleLine(id)}: there is no such event.`, { suggestion });
}

function clash(id: string, { entry, position }: Report): Problem {
  return entry.event === undefined
    ? new Problem("withdrawn", `${id} was withdrawn at position ${position}.`, { data: { id, position } })
    : new Problem("id-clash", `${id} is there already, at position ${position}, with another content.`, {
        data: { id, position },
      });
}

function unreadable({ diagnostics, text }: LineageReading): Unreadable {
  return { errors: diagnostics.filter(({ severity }) => severity === "error"), text };
}

function saysSame(one: JournalEntry, other: JournalEntry): boolean {
  if (one.kind === "event" && other.kind === "event") return sameEvent(one.event, other.event);
  return canonical(one) === canonical(other);
}

function refuseRepeated(value: FileData, all: readonly FileData[]): void {
  const other = all.find(({ id }) => id === value["id"]);
  if (other === value || sameEvent(other, value)) return;
  const id = scalarText(value["id"]);
  throw new Problem("id-clash", `${visibleLine(id)} stands twice in one call, with different contents.`, {
    data: { id },
  });
}

/** An entry with the dates of its event in a zone. */
function entryIn(entry: JournalEntry, zone: string): JournalEntry {
  return "event" in entry && entry.event !== undefined ? { ...entry, event: convertDates(entry.event, zone) } : entry;
}

/**
 * Events as they are typed, with their dates in a zone.
 *
 * @throws Problem `not-braces`, also for one that is too long or has too many values
 */
export function valuesIn(braces: readonly string[], zone: string): readonly FileData[] {
  const refuseIf = (isTooMuch: (one: string) => boolean, most: string): void => {
    const found = braces.findIndex(isTooMuch);
    if (found >= 0) throw new Problem("not-braces", `Event ${found + 1} ${most}, the most that one may have.`);
  };
  refuseIf(({ length }) => length > MAX_EVENT_LENGTH, `is longer than ${MAX_EVENT_LENGTH} characters`);
  refuseIf((one) => countSigns(one) > MAX_SIGNS, `has more than ${MAX_SIGNS} commas, colons and brackets`);
  return braces.map((one) => valueIn(one, zone));
}

function valueIn(braces: string, zone: string): FileData {
  const read = readBraces(braces);
  if ("problem" in read) throw new Problem("not-braces", visibleLine(read.problem));
  return convertDates(read.value, zone);
}

/** Where an event was recorded before as it is written now, and where it is known otherwise since. */
function findRecorded(value: FileData, history: ReadonlyMap<string, readonly Report[]>): EntryChange | undefined {
  const reports = history.get(scalarText(value["id"])) ?? [];
  const found = reports.findLast(({ entry }) => entry.event !== undefined && sameEvent(entry.event, value));
  const last = reports.at(-1);
  if (found === undefined) {
    if (last !== undefined && last.entry.event === undefined) throw clash(scalarText(value["id"]), last);
    return undefined;
  }
  const { entry, position } = found;
  return { entry, position, ...(last === undefined || last === found ? {} : { since: last }) };
}

/** The keys of a patch in place of those of an event. */
function patchEvent(event: DiplomaticEvent, patch: FileData): FileData {
  const { id, ...others } = fileForm(event);
  const whole = { ...others, ...patch };
  const kept = Object.entries(whole).filter(
    ([key, value]) => key !== "id" && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return { id, ...Object.fromEntries(kept) };
}

function frameIn({ facts, stream }: Lineage): NonNullable<typeof facts.frame> {
  if (facts.frame !== undefined) return facts.frame;
  throw new Problem("no-scenario", `${visibleLine(stream)} holds no scenario that events could be checked by.`);
}

/** The line with events as they are written, each in its place in time and in place of what is known under its id. */
function readWith(line: Lineage, values: readonly FileData[], name: string): LineageReading {
  const frame = frameIn(line);
  const known = line.facts.facts.map(({ event }) => fileForm(event));
  const data = { ...frameFile(frame), events: values.reduce(insertByTime, known) };
  const isShort = line.unseen === undefined && known.length < LONG;
  return (isShort ? undefined : readAround(line, data, values, name)) ?? readData(line, data, name, true);
}

/** Where events are wrong, they are shown with those beside them and those that are named: a long line has too much text. */
function readAround(
  line: Lineage,
  data: FileData & { readonly events: readonly FileData[] },
  values: readonly FileData[],
  name: string,
): LineageReading | undefined {
  const [newEvents, names] = [new Set(values), new Set([...wordsIn(values), ...wordsOfFrame(data)])];
  const isNear = data.events.map(
    (one, k) =>
      names.has(scalarText(one["id"])) ||
      data.events.slice(Math.max(0, k - 1), k + 2).some((two) => newEvents.has(two)),
  );
  const near = data.events.filter((_, k) => isNear[k]);
  const far = data.events.flatMap(({ id }, k) => (isNear[k] === true ? [] : [scalarText(id)]));
  const part = { ...line, facts: { facts: [], withdrawn: [] }, unseen: [...far, ...(line.unseen ?? [])] };
  const reading = readData(part, { ...data, events: near }, name, true);
  return areWrong(values, { events: near }, reading) ? reading : undefined;
}

/** Whether an error is found in one of these events of a file itself. */
function areWrong(values: readonly FileData[], { events }: FileData, { diagnostics }: Reading): boolean {
  if (!Array.isArray(events)) return false;
  const places = new Set(values.map((one) => `events[${events.indexOf(one)}]`));
  return diagnostics.some(({ severity, path }) => severity === "error" && places.has(path.replace(/\].*/, "]")));
}

/** With a value in its place in time, and in place of what has its id. */
function insertByTime(events: readonly FileData[], value: FileData): readonly FileData[] {
  const { id, at } = value;
  const there = events.findIndex((one) => one["id"] === id && one["at"] === at);
  if (there >= 0) return events.with(there, value);
  const others = events.filter((one) => one["id"] !== id);
  const minute = lastMinute(value);
  const later = others.findIndex((one) => (parseSpan(scalarText(one["at"]))?.start ?? 0) > minute);
  return later < 0 ? [...others, value] : others.toSpliced(later, 0, value);
}

/** The last minute at which an event may have begun. What has no date that can be understood comes last. */
export function lastMinute({ at }: FileData): number {
  return typeof at === "string" && parseSpan(at) !== undefined ? latestStart(at) : Number.MAX_SAFE_INTEGER;
}

const WORD = /^[a-z0-9][a-z0-9-]{0,127}$/;

/** All words in data that can be ids, keys among them. */
export function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return WORD.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value) ? value.flatMap(wordsIn) : Object.entries(value).flat().flatMap(wordsIn);
}

/** The words by which a file may name events around them. */
export function wordsOfFrame({
  events: _,
  parties: __,
  others: ___,
  sources: ____,
  title: _____,
  ...naming
}: FileData) {
  return wordsIn(naming);
}
