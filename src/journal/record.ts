/** Records: an entry in its place, sealed by the hash of everything before it. */
import { canonical, digest } from "../events/index.ts";
import { Problem } from "../problem/index.ts";
import { entryOf, idOf, type JournalEntry, type Keys, keysOf } from "./entry.ts";
import { corrupt, isCorruptRecord } from "./errors.ts";

/** An entry in its place. */
export interface JournalRecord {
  /** Its place in the whole journal: 1, 2, 3 and so on, without a gap. */
  readonly position: number;
  readonly stream: string;
  /** Its place in its stream, without a gap. */
  readonly version: number;
  /** When it was recorded, in UTC with milliseconds; never earlier than the record before. */
  readonly recordedAt: string;
  readonly entry: JournalEntry;
  /** The hash of the record before; zeros for the first. */
  readonly previous: string;
  /** SHA-256 over the canonical JSON of all of the above. */
  readonly hash: string;
}

/** A record as it is stored: its entry as canonical JSON, and what it can be looked up by. */
export interface StoredRecord extends Omit<JournalRecord, "entry">, Keys {
  readonly id: string;
  readonly kind: JournalEntry["kind"];
  readonly body: string;
}

/** The longest entry as canonical JSON, in characters: so that no line of an export is longer than an import reads. */
export const LONGEST_ENTRY: number = 16 * 1024 * 1024;

/** What the first record names as the hash of the record before. */
export const GENESIS: string = "0".repeat(64);

export type Place = Pick<JournalRecord, "position" | "stream" | "version" | "recordedAt" | "previous">;

export function rowOf(entry: JournalEntry, body: string, place: Place): StoredRecord {
  const { position, stream, version, recordedAt, previous } = place;
  const { act, actors, valid } = keysOf(entry);
  const [id, hash] = [idOf(entry), sealOf(place, body)];
  return { position, stream, version, id, kind: entry.kind, act, actors, valid, recordedAt, body, previous, hash };
}

/** The hash of a record. The text that is hashed is the canonical JSON of the record without its hash. */
export function sealOf({ position, stream, version, recordedAt, previous }: Place, body: string): string {
  return digest(
    `{"entry":${body},"position":${position},"previous":"${previous}","recordedAt":"${recordedAt}","stream":"${stream}","version":${version}}`,
  );
}

/**
 * The record that a row holds.
 *
 * @throws Problem `corrupt` when it holds none, or another than its hash says
 */
export function recordIn(row: StoredRecord): JournalRecord {
  const { position, stream, version, recordedAt, previous, hash } = checkSeal(row);
  return { position, stream, version, recordedAt, entry: entryIn(row), previous, hash };
}

/**
 * The same row, when it is what its hash says.
 *
 * @throws Problem `corrupt` when it is not
 */
export function checkSeal(row: StoredRecord): StoredRecord {
  if (sealOf(row, row.body) !== row.hash) throw corrupt(row.position, BROKEN_SEAL);
  return row;
}

/** The fault of a record that does not name the hash of the one before. */
export const UNLINKED = "it does not follow from the record before, which was changed or moved";
const BROKEN_SEAL = "its content is not what its hash says: it was changed";

/**
 * The entry that a row holds, whatever its hash says.
 *
 * @throws Problem `corrupt` when it holds none
 */
export function entryIn({ body, position }: Pick<StoredRecord, "body" | "position">): JournalEntry {
  try {
    return entryOf(JSON.parse(body));
  } catch (error) {
    if (error instanceof Problem || error instanceof SyntaxError) {
      throw corrupt(position, `the entry can't be read: ${error.message}`);
    }
    throw error;
  }
}

/**
 * What is wrong with a row: its place after the one before, its hash, that it holds no entry, or what it can be looked up by.
 *
 * @param version the version of its stream before it
 */
export function faultOf(row: StoredRecord, before: RowPlace, version: number): string | undefined {
  try {
    return differenceIn(row, before, version);
  } catch (error) {
    if (isCorruptRecord(error)) return error.data.problem;
    if (error instanceof Error) return error.message;
    throw error;
  }
}

type RowPlace = Pick<StoredRecord, "position" | "hash">;

function differenceIn(row: StoredRecord, before: RowPlace, version: number): string | undefined {
  const { position, stream } = row;
  if (position !== before.position + 1) return `position ${before.position + 1} is missing`;
  if (row.previous !== before.hash) return UNLINKED;
  if (sealOf(row, row.body) !== row.hash) return BROKEN_SEAL;
  if (row.version !== version + 1) return `it is version ${row.version} of ${stream}, where ${version + 1} comes next`;
  entryIn(row);
  // As it was written, not as it is lifted: an act may have had another name.
  const written: JournalEntry = JSON.parse(row.body);
  if (canonical(written) !== row.body) return "its entry is not written as canonical JSON";
  const { act, actors, valid } = keysOf(written);
  const hasSameKeys = act === row.act && actors === row.actors && valid === row.valid;
  return hasSameKeys && idOf(written) === row.id && written.kind === row.kind
    ? undefined
    : "what it is looked up by is not what its entry says";
}
