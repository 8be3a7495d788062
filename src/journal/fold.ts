/** Folding a journal: where a line stood at any moment, by what was known at any other; page by page, or on from a snapshot. */
import { type DiplomaticEvent, digest, formatWhen, latestStart, when } from "../events/index.ts";
import { advance, type Beginning, begin, extend, type History } from "../history/index.ts";
import { lawDigest } from "../machine/index.ts";
import { Problem } from "../problem/index.ts";
import { factsOf } from "./facts.ts";
import type { Journal } from "./port.ts";
import type { Query } from "./query.ts";
import type { JournalRecord } from "./record.ts";

/** What is to be folded. */
export interface FoldQuery extends Pick<Query, "position" | "at" | "recordedAt"> {
  readonly branch: string;
  /** Where it begins. */
  readonly beginning: Beginning;
  /** Uses a snapshot where there is one, and leaves one; true by default. */
  readonly snapshot?: boolean;
  /** How many records are folded from one snapshot to the next; 1000 by default. */
  readonly worth?: number;
}

/** Where a line stands. */
export interface Folded {
  /** Its history without steps: the situation, the dossier and the clock. */
  readonly history: History;
  /** The position of the last record that was folded; 0 when there was none. */
  readonly position: number;
  /** The position of the snapshot that it went on from; absent when it was folded from the beginning. */
  readonly from?: number;
}

/** Raised when the meaning of folding or of snapshots changes: older snapshots are then no longer used. */
const FOLD = 3;

interface Snapshot {
  readonly history: Pick<History, "situation" | "dossier" | "now" | "quietSince" | "from">;
  /** The latest first minute of an event: what happened before it can't be added at the end. */
  readonly latest: number;
}

/**
 * Where a line stood. Events are folded as they come, in bounded memory, so long as they were recorded in the order in
 * which they happened and none was corrected; else all of them are put in order first.
 */
export async function foldJournal(journal: Journal, query: FoldQuery): Promise<Folded> {
  return journal.observe("fold", { journal: journal.name, stream: query.branch }, () => foldLine(journal, query));
}

async function foldLine(journal: Journal, query: FoldQuery): Promise<Folded> {
  const { branch, beginning, position, at, recordedAt, snapshot = true, worth = 1000 } = query;
  const reading = { branch, position, recordedAt };
  const until = at === undefined ? Number.POSITIVE_INFINITY : when(at).end;
  const kind = kindOf(branch, beginning);
  const head = Math.min((await journal.head()).position, position ?? Number.MAX_SAFE_INTEGER);
  const cached = snapshot && recordedAt === undefined;
  const kept = cached ? await recallSnapshot(journal, kind, head, until) : undefined;
  const start = kept === undefined ? begin(beginning) : { ...begin(beginning), ...kept.history };
  const leave = (last: JournalRecord, history: History, latest: number) =>
    keepSnapshot(journal, kind, last, history, latest);
  const course = { journal, query: { ...reading, after: kept?.position ?? 0 }, until, ...(cached ? { leave } : {}) };
  const inOrder = await foldInOrder(course, start, kept?.latest);
  if (inOrder === undefined && kept !== undefined) return foldLine(journal, { ...query, snapshot: false });
  const { history, last, latest, count } = inOrder ?? (await foldSorted(journal, reading, start, until));
  if (cached && at === undefined && count >= worth && last !== undefined && latest !== undefined) {
    await leave(last, history, latest);
  }
  return {
    history: { ...(at === undefined ? history : advance(history, until)), steps: [] },
    position: last?.position ?? kept?.position ?? 0,
    ...(kept === undefined ? {} : { from: kept.position }),
  };
}

/** The latest intact snapshot of a line that matches its records and does not go beyond a minute. */
async function recallSnapshot(
  journal: Journal,
  kind: string,
  upTo: number,
  until: number,
): Promise<(Snapshot & { readonly position: number }) | undefined> {
  const found = await journal.snapshots.latest(kind, upTo);
  if (found === undefined) return undefined;
  const { position, body } = found;
  const [row] = await journal.store.page({ after: position - 1, upTo: position }, 1);
  const text = body.slice(65);
  if (row === undefined || body.slice(0, 64) !== digest(`${row.hash} ${text}`)) return undefined;
  const kept: Snapshot = JSON.parse(text);
  return kept.history.now > until ? recallSnapshot(journal, kind, position - 1, until) : { ...kept, position };
}

/** Keeps a history, sealed with the hash of the last record in it: a damaged snapshot is none. */
async function keepSnapshot(
  journal: Journal,
  kind: string,
  { hash, position }: JournalRecord,
  { situation, dossier, now, quietSince, from }: History,
  latest: number,
): Promise<void> {
  const kept: Snapshot = { history: { situation, dossier, now, quietSince, from }, latest };
  const text = JSON.stringify(kept);
  try {
    await journal.snapshots.put(kind, position, `${digest(`${hash} ${text}`)} ${text}`);
  } catch (error) {
    // What can only be read, or is busy, is folded all the same.
    if (!(error instanceof Problem)) throw error;
  }
}

interface FoldedStream {
  readonly history: History;
  readonly last: JournalRecord | undefined;
  readonly latest?: number;
  readonly count: number;
}

interface Course {
  readonly journal: Journal;
  readonly query: Query;
  readonly until: number;
  readonly leave?: (last: JournalRecord, history: History, latest: number) => Promise<void>;
}

const CHUNK = 1000;
/** A long fold leaves a snapshot after this many chunks, for questions about earlier moments. */
const CHUNKS = 50;

/** Folds the events that began by a minute as they are read; undefined when they are not in order. */
async function foldInOrder(
  { journal, query, until, leave }: Course,
  start: History,
  before = Number.NEGATIVE_INFINITY,
): Promise<FoldedStream | undefined> {
  let history = start;
  let latest = before;
  let last: JournalRecord | undefined;
  let count = 0;
  let chunk: DiplomaticEvent[] = [];
  const fold = (): void => {
    history = { ...extend(history, chunk), steps: [] };
    chunk = [];
  };
  for await (const record of journal.read(query)) {
    const { entry } = record;
    if (entry.kind === "correction") return undefined;
    if (entry.kind === "event") {
      const minute = when(entry.event.at).start;
      if (latestStart(entry.event.at) < latest) return undefined;
      if (minute > until) {
        if (await isReportedLater(journal, { ...query, after: record.position }, until)) return undefined;
        break;
      }
      latest = Math.max(latest, minute);
      chunk.push(entry.event);
    }
    last = record;
    count += 1;
    if (chunk.length < CHUNK) continue;
    fold();
    if (count % (CHUNK * CHUNKS) === 0) await leave?.(last, history, latest);
  }
  fold();
  return { history, count, last, ...(Number.isFinite(latest) ? { latest } : {}) };
}

/** Whether a later record reports or corrects something that happened by a minute. */
async function isReportedLater(journal: Journal, query: Query, until: number): Promise<boolean> {
  for await (const { entry } of journal.read({ ...query, at: formatWhen(until, "minute") })) {
    if (entry.kind === "event" || entry.kind === "correction") return true;
  }
  return false;
}

/** Folds all there is, in order of time. */
async function foldSorted(journal: Journal, query: Query, start: History, until: number): Promise<FoldedStream> {
  const records = await Array.fromAsync(journal.read(query));
  const events = factsOf(records).facts.flatMap(({ event }) => (when(event.at).start <= until ? [event] : []));
  // No snapshot of it: what is added at its end might belong in its middle.
  return { history: { ...extend(start, events), steps: [] }, count: 0, last: records.at(-1) };
}

/** What a snapshot is of: a line, its beginning, the law, and how folding was meant. */
function kindOf(branch: string, beginning: Beginning): string {
  const { dyad, states, opening, standing, from, quiet } = beginning;
  const more = [states, standing?.length === 0 ? undefined : standing].filter((one) => one !== undefined);
  const text = JSON.stringify([FOLD, lawDigest(), dyad, opening ?? null, from ?? null, quiet ?? null, ...more]);
  return `history ${branch} ${digest(text).slice(0, 16)}`;
}
