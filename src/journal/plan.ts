/** Planning an append: what becomes of each entry, decided before anything is written. The same on every store. */
import { canonical } from "../events/index.ts";
import { Problem, present } from "../problem/index.ts";
import { dropText, entryFrom, idOf, type JournalEntry, stream as streamName } from "./entry.ts";
import { conflict, idClash, isAsExpected } from "./errors.ts";
import type { Appended, AppendRequest } from "./port.ts";
import { LONGEST_ENTRY, recordIn, rowOf, type StoredRecord } from "./record.ts";
import { segmentsOf, sharedBy } from "./segments.ts";
import { ALL, type Head, type Segment, type Transaction, type WantedIds } from "./store.ts";

/** The rows to write, and the result for the caller. */
export interface Planned {
  readonly rows: readonly StoredRecord[];
  readonly appended: readonly Appended[];
}

interface Draft {
  readonly entry: JournalEntry;
  readonly id: string;
  readonly body: string;
}

/** A request whose entries were found right. */
export interface DraftedRequest extends Omit<AppendRequest, "entries"> {
  /** What its entries are called, in the order in which they were given. */
  readonly ids: readonly string[];
  /** Its entries, without what stands twice. */
  readonly drafts: readonly Draft[];
}

/**
 * Checks requests before anyone has to wait for them.
 *
 * @throws Problem `invalid-entry`, IdClashError
 */
export function draftRequests(requests: readonly AppendRequest[]): readonly DraftedRequest[] {
  return requests.map(({ stream, entries, expected }) => {
    if (!streamName.safeParse(stream).success) {
      throw new Problem(
        "invalid-entry",
        `${JSON.stringify(stream)} is no name of a stream: small letters, digits and hyphens, in parts divided by slashes.`,
      );
    }
    const drafts = entries.map((data): Draft => {
      const entry = entryFrom(data);
      const [id, body] = [idOf(entry), canonical(entry)];
      if (body.length <= LONGEST_ENTRY) return { entry, id, body };
      throw new Problem("invalid-entry", `${id} is longer than ${LONGEST_ENTRY} characters.`);
    });
    return { stream, expected, ids: drafts.map(({ id }) => id), drafts: dropRepeated(stream, drafts) };
  });
}

function dropRepeated(stream: string, drafts: readonly Draft[]): readonly Draft[] {
  const bodies = new Map<string, string>();
  return drafts.filter(({ id, body }) => {
    const before = bodies.get(id);
    if (before !== undefined && before !== body) throw idClash(stream, id);
    bodies.set(id, body);
    return before === undefined;
  });
}

/** What planning will look up first. */
export function idsWanted([first]: readonly DraftedRequest[]): WantedIds | undefined {
  return first === undefined ? undefined : { stream: first.stream, ids: idsToLookUp(first) };
}

/** The ids of entries, and of the events that they correct. */
function idsToLookUp({ drafts }: Pick<DraftedRequest, "drafts">): readonly string[] {
  return [...drafts.map(({ id }) => id), ...drafts.flatMap(correctedIds)];
}

export async function planAppend(
  transaction: Transaction,
  requests: readonly DraftedRequest[],
  now: () => string,
): Promise<Planned> {
  const head = await transaction.head();
  const time = now();
  // A clock that was set back, or another machine's that is behind, does not make the record go back.
  const recordedAt = [time, head.recordedAt].toSorted().at(-1) ?? time;
  const course = { transaction, recordedAt, rows: [] as StoredRecord[], head };
  const appended: Appended[] = [];
  for (const request of requests) appended.push(await planOne(course, request));
  return { rows: course.rows, appended };
}

interface Course {
  readonly transaction: Transaction;
  readonly recordedAt: string;
  readonly rows: StoredRecord[];
  readonly head: Head;
}

async function planOne(
  course: Course,
  { stream, ids: requestedIds, drafts, expected = "any" }: DraftedRequest,
): Promise<Appended> {
  const version = await versionOf(course, stream);
  const segments = await lineOf(course, stream, version, drafts[0]?.entry);
  const ids = idsToLookUp({ drafts });
  const known = new Map((await findKnown(course, segments, ids)).map((row) => [row.id, row]));
  const fresh = known.size === 0 ? drafts : drafts.filter(({ id }) => !known.has(id));
  const clash = drafts.find((draft) => !isSame(known.get(draft.id), draft));
  const changes = fresh.length > 0 || clash !== undefined || drafts.length === 0;
  if (changes && !isAsExpected(version, expected)) throw conflict(stream, expected, version);
  if (clash !== undefined) throw idClash(stream, clash.id, known.get(clash.id)?.position);
  checkShape(stream, version, fresh, known);
  const { recordedAt } = course;
  for (const [k, { entry, body }] of fresh.entries()) {
    const { position, hash: previous } = course.rows.at(-1) ?? course.head;
    const row = rowOf(entry, body, { position: position + 1, stream, version: version + k + 1, recordedAt, previous });
    course.rows.push(row);
    known.set(row.id, row);
  }
  return {
    stream,
    version: version + fresh.length,
    positions: requestedIds.map((id) => present(known.get(id), `record of ${id}`).position),
    added: fresh.length,
  };
}

/** Whether nothing is known, or the same; as it was written, as it is lifted today, or beside another text. */
function isSame(row: StoredRecord | undefined, { entry, body }: Draft): boolean {
  if (row === undefined || row.body === body) return true;
  const known = recordIn(row).entry;
  return canonical(known) === body || canonical(dropText(known)) === canonical(dropText(entry));
}

function correctedIds({ entry }: Draft): readonly string[] {
  return entry.kind === "correction" ? [entry.corrects] : [];
}

/** A fork comes first or not at all, and a correction after what it corrects. */
function checkShape(
  stream: string,
  version: number,
  fresh: readonly Draft[],
  known: ReadonlyMap<string, StoredRecord>,
): void {
  const events = new Set([...known.values()].flatMap(({ id, kind }) => (kind === "event" ? [id] : [])));
  for (const [k, { entry, id }] of fresh.entries()) {
    if (entry.kind === "event") events.add(id);
    if (entry.kind === "fork" && version + k > 0) {
      throw new Problem("stream-exists", `${stream} has begun: a fork is the first entry of its stream.`);
    }
    if (entry.kind === "correction" && !events.has(entry.corrects)) {
      throw new Problem("unknown-event", `${stream} has no event ${entry.corrects} to correct.`);
    }
  }
}

/** The line that a stream belongs to, even if it begins with what is to be written. */
async function lineOf(course: Course, stream: string, version: number, first?: JournalEntry) {
  const find = (name: string, at: number) => entryAt(course, name, at);
  if (version > 0 || first?.kind !== "fork") return segmentsOf(find, stream);
  return [...(await sharedBy(find, first)), { stream, upTo: ALL }];
}

async function entryAt({ transaction, rows }: Course, stream: string, version: number) {
  return (
    rows.find((row) => row.stream === stream && row.version === version) ?? (await transaction.at(stream, version))
  );
}

async function versionOf({ transaction, rows }: Course, stream: string): Promise<number> {
  return rows.findLast((row) => row.stream === stream)?.version ?? (await transaction.versionOf(stream));
}

async function findKnown({ transaction, rows }: Course, segments: readonly Segment[], ids: readonly string[]) {
  const wanted = new Set(ids);
  const plannedRows = rows.filter(
    (row) => wanted.has(row.id) && segments.some(({ stream, upTo }) => row.stream === stream && row.version <= upTo),
  );
  return [...(await transaction.known(segments, ids)), ...plannedRows];
}
