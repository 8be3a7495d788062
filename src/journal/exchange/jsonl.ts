/** Journals as lines of JSON: a head, then a record on each line, as canonical JSON. What was exported can be imported. */
import { canonical } from "../../events/index.ts";
import { jsonIn, Problem } from "../../problem/index.ts";
import { entryOf, type ForkEntry, type JournalEntry, stream as streamName } from "../entry.ts";
import { lastPosition, type ReadOptions } from "../faulty-records.ts";
import type { Journal } from "../port.ts";
import { entryIn, faultOf, GENESIS, LONGEST_ENTRY, rowOf, type StoredRecord, sealOf } from "../record.ts";
import type { Transaction } from "../store.ts";
import { isShared } from "../verify.ts";
import { type Imported, type ImportFault, type ImportOptions, importProblem, MAX_FAULTS } from "./report.ts";
import { startStreamCheck } from "./stream-check.ts";

/** The form of the lines. */
const FORM = 1;
/** The longest line that is read, in characters: room for the longest entry and for what stands around it. */
export const LONGEST_LINE: number = LONGEST_ENTRY + 1024;

interface Head {
  readonly demarche: "journal";
  readonly form: number;
  readonly records: number;
  readonly head: string;
}

const PAGE = 1000;

/**
 * A journal as lines, without their ends. What is appended meanwhile is not among them.
 *
 * @param options with `onFault` every record is checked as it is written: a wrong one is among the lines as it is, and no
 *   import accepts them
 */
export async function* toJsonl(
  { store }: Journal,
  { onFault }: ReadOptions = {},
): AsyncGenerator<string, void, undefined> {
  const position = onFault === undefined ? (await store.head()).position : await lastPosition(store);
  const [last] = position === 0 ? [] : await store.page({ after: position - 1, upTo: position }, 1);
  const head: Head = { demarche: "journal", form: FORM, records: position, head: last?.hash ?? GENESIS };
  yield canonical(head);
  const versions = new Map<string, number>();
  let before = { position: 0, hash: GENESIS };
  for (let after = 0; after < position; ) {
    const rows = await store.page({ after, upTo: position }, PAGE);
    for (const row of rows) {
      if (onFault !== undefined) {
        const problem = faultOf(row, before, versions.get(row.stream) ?? 0);
        if (problem !== undefined) onFault({ position: row.position, problem });
        versions.set(row.stream, row.version);
        before = row;
      }
      yield lineOf(row);
    }
    after = rows.at(-1)?.position ?? position;
  }
}

/** A row as its line: the canonical JSON of its record. */
function lineOf({ body, hash, position, previous, recordedAt, stream, version }: StoredRecord): string {
  return `{"entry":${body},"hash":"${hash}","position":${position},"previous":"${previous}","recordedAt":"${recordedAt}","stream":${JSON.stringify(stream)},"version":${version}}`;
}

/**
 * Puts exported lines into a journal that is empty, or holds the beginning of the same: all of them or none. Positions,
 * times and hashes stay what they were.
 *
 * @param lines without their ends
 * @param options a check keeps all lines in memory until their end was reached
 * @throws Problem `unreadable` with every line that is wrong; nothing was changed
 */
export async function fromJsonl(
  journal: Journal,
  lines: AsyncIterable<string>,
  options: ImportOptions = {},
): Promise<Imported> {
  return journal.observe("import", { journal: journal.name }, () => importLines(journal, lines, options));
}

async function importLines(journal: Journal, lines: AsyncIterable<string>, options: ImportOptions): Promise<Imported> {
  let hasBegun = false;
  return journal.store.transact(async (transaction) => {
    // A store may try again when it lost its server; lines can't be read again.
    if (hasBegun) throw new Problem("unreachable", `${journal.name} was lost during the import. Import again.`);
    hasBegun = true;
    const existing = await transaction.head();
    const reader = readerOf(existing.position, latestOf(journal));
    const streamCheck = startStreamCheck(options);
    let fresh: StoredRecord[] = [];
    let added = 0;
    const flush = async (): Promise<void> => {
      added += fresh.length;
      if (reader.faults.length === 0 && fresh.length > 0) await transaction.insert(fresh);
      fresh = [];
    };
    for await (const line of lines) {
      const row = reader.read(line);
      if (row !== undefined) streamCheck.add(row);
      if (row !== undefined && row.position > existing.position) fresh.push(row);
      if (fresh.length === PAGE) await flush();
      if (reader.faults.length >= MAX_FAULTS) break;
    }
    await flush();
    const faults = [...reader.faults, ...reader.end()];
    if (faults.length === 0 && existing.position > 0 && reader.hashThere !== existing.hash) {
      const problem = `the journal holds ${existing.position} records that are not the first of these. Import into an empty journal`;
      faults.push({ line: Math.min(existing.position, reader.records) + 1, problem });
    }
    if (faults.length === 0) faults.push(...(await forkFaults(transaction, reader.forks)));
    if (faults.length === 0) faults.push(...streamCheck.faults(existing.position));
    if (faults.length > 0) throw importProblem("line", faults);
    return { records: reader.records, added, already: reader.records - added };
  });
}

/** Maximum difference between clocks, in milliseconds. */
const SKEW = 10 * 60_000;

/** The latest time at which anything can have been recorded. */
function latestOf(journal: Journal): string {
  return new Date(Date.parse(journal.now()) + SKEW).toISOString();
}

async function forkFaults(transaction: Transaction, forks: readonly Fork[]): Promise<readonly ImportFault[]> {
  const faults: ImportFault[] = [];
  for (const { line, position, entry } of forks) {
    if (await isShared(entry, position, transaction)) continue;
    const problem = `it branches from version ${entry.version} of ${entry.parent}, which is not what its digest says`;
    faults.push({ line, problem });
  }
  return faults;
}

interface Fork {
  readonly line: number;
  readonly position: number;
  readonly entry: ForkEntry;
}

/** Reads line after line; what is wrong is collected. */
function readerOf(existingCount: number, latest: string) {
  const faults: ImportFault[] = [];
  const versions = new Map<string, number>();
  const ids = new Set<string>();
  const forks: Fork[] = [];
  let line = 0;
  let hasBegun = false;
  let head: Head | undefined;
  let before = { position: 0, hash: GENESIS, recordedAt: "" };
  let hashThere = GENESIS;
  const addFault = (problem: string): undefined => {
    faults.push({ line, problem });
    return undefined;
  };

  function record(value: unknown): StoredRecord | undefined {
    const row = rowFrom(value);
    if (typeof row === "string") return addFault(row);
    const problem = problemOf(row);
    if (problem !== undefined) addFault(problem);
    versions.set(row.stream, row.version);
    ids.add(`${row.stream} ${row.id}`);
    before = row;
    if (row.position === existingCount) hashThere = row.hash;
    const entry = entryIn(row);
    if (entry.kind === "fork") forks.push({ line, position: row.position, entry });
    return row;
  }

  function problemOf(row: StoredRecord): string | undefined {
    const { position, previous, version, stream, hash, recordedAt, id, kind } = row;
    const next = (versions.get(stream) ?? 0) + 1;
    if (position !== before.position + 1) {
      return `position ${position} stands where ${before.position + 1} belongs: a record is missing or moved`;
    }
    if (previous !== before.hash) {
      return `position ${position} does not follow from the record before: one of them was changed`;
    }
    if (version !== next) return `it is version ${version} of ${stream}, where ${next} comes next`;
    if (sealOf(row, row.body) !== hash) return `position ${position} is not what its hash says: it was changed`;
    if (recordedAt < before.recordedAt) return `position ${position} was recorded before the one before it`;
    if (position > existingCount && recordedAt > latest) {
      return `position ${position} was recorded at ${recordedAt}, which is yet to come`;
    }
    if (ids.has(`${stream} ${id}`)) return `the id ${id} stands twice in ${stream}`;
    return kind === "fork" && version > 1 ? "a fork is the first entry of its stream" : undefined;
  }

  return {
    faults,
    forks,
    get records() {
      return before.position;
    },
    get hashThere() {
      return hashThere;
    },
    read: (text: string): StoredRecord | undefined => {
      line += 1;
      if (text.trim() === "") return undefined;
      const isHead = !hasBegun;
      hasBegun = true;
      if (text.length > LONGEST_LINE) return addFault(`the line is longer than ${LONGEST_LINE} characters`);
      // What follows no head is nothing that could be read.
      if (!isHead && head === undefined) return undefined;
      const value = jsonIn(text.trim());
      if (value === undefined) return addFault(isCut(text) ? "it is no JSON: it was cut off" : "it is no JSON");
      if (!isHead) return record(value);
      const read = headFrom(value);
      if (typeof read === "string") return addFault(read);
      head = read;
      return undefined;
    },
    /** What is wrong with the whole, once its end was reached. */
    end: (): readonly ImportFault[] => {
      if (!hasBegun) return [{ line: 1, problem: "there is nothing: an export begins with its head" }];
      if (head === undefined || faults.length > 0) return [];
      if (head.records !== before.position) {
        const problem = `the export has ${head.records} records, and ${before.position} are here: it was cut off`;
        return [{ line: line + 1, problem }];
      }
      if (head.head !== before.hash) return [{ line, problem: "the last record is not the one that the head names" }];
      return [];
    },
  };
}

function isCut(text: string): boolean {
  return text.trimStart().startsWith("{") && !text.trimEnd().endsWith("}");
}

function headFrom(value: unknown): Head | string {
  const head = value as Partial<Head> | null;
  if (typeof head !== "object" || head?.demarche !== "journal" || typeof head.form !== "number") {
    return 'it is no head of an export: expected {"demarche":"journal","form":1,…}';
  }
  if (head.form > FORM)
    return `it was exported by a later release: its form is ${head.form}, and this release reads ${FORM}`;
  if (head.form !== FORM) return `its form is ${head.form}, and there is none but ${FORM}`;
  if (typeof head.records !== "number" || typeof head.head !== "string")
    return "its head does not say how many records it has";
  return head as Head;
}

const HASH = /^[0-9a-f]{64}$/;
const KEYS = "entry hash position previous recordedAt stream version";

function rowFrom(value: unknown): StoredRecord | string {
  if (typeof value !== "object" || value === null || Object.keys(value).sort().join(" ") !== KEYS) {
    return `it is no record: expected the keys ${KEYS.replaceAll(" ", ", ")}`;
  }
  const { entry, hash, position, previous, recordedAt, stream, version } = value as Record<string, unknown>;
  const hasRightTypes = isCount(position) && isCount(version) && isStream(stream) && isTime(recordedAt);
  if (!hasRightTypes || !matches(hash, HASH) || !matches(previous, HASH)) {
    return "a number, a name, a time or a hash of it is none";
  }
  try {
    entryOf(entry);
    // As it was written, not as it is lifted.
    const row = rowOf(entry as JournalEntry, canonical(entry), { position, stream, version, recordedAt, previous });
    return { ...row, hash };
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

function isStream(value: unknown): value is string {
  return streamName.safeParse(value).success;
}

/** Whether it is a time as records have it, to the millisecond. */
function isTime(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const time = Date.parse(value);
  return Number.isFinite(time) && new Date(time).toISOString() === value;
}

function matches(value: unknown, form: RegExp): value is string {
  return typeof value === "string" && form.test(value);
}
