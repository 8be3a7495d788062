/** Folding a journal: where a line stood at any moment, by what was known at any other; page by page, or on from a snapshot. */
import { canonical, type DiplomaticEvent, digest, when } from "../events/index.ts";
import { advance, type Beginning, begin, extend, type History } from "../history/index.ts";
import { chart } from "../machine/index.ts";
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
}

/** Where a line stands. */
export interface Folded {
  /** Its history without steps: the situation, the dossier and the clock. */
  readonly history: History;
  /** The position of the last record that was heard; 0 when none was. */
  readonly position: number;
  /** The position of the snapshot that it went on from; absent when it was folded from the beginning. */
  readonly from?: number;
}

/** Raised when folding changes its meaning: what was kept before is not used any more. */
const FOLD = 1;
/** A snapshot is left when so many records were folded since the last one. */
const WORTH = 1000;

/** What is kept of a history. */
interface Kept {
  readonly history: Pick<History, "situation" | "dossier" | "now" | "quietSince" | "from">;
  /** The latest first minute of an event: what happened before it can't be added at the end. */
  readonly latest: number;
}

/**
 * Where a line stood. Events are folded as they come, in bounded memory, so long as they were recorded in the order in
 * which they happened and none was corrected; else all of them are put in order first.
 */
export async function foldJournal(journal: Journal, query: FoldQuery): Promise<Folded> {
  const { branch, beginning, position, at, recordedAt, snapshot = true } = query;
  const reading = { branch, position, at, recordedAt };
  const until = at === undefined ? undefined : when(at).end;
  const kind = kindOf(branch, beginning);
  const head = Math.min((await journal.head()).position, position ?? Number.MAX_SAFE_INTEGER);
  const kept = snapshot && recordedAt === undefined ? await journal.snapshots.latest(kind, head) : undefined;
  const state: Kept | undefined = kept === undefined ? undefined : JSON.parse(kept.body);
  const usable = state !== undefined && (until === undefined || state.history.now <= until);
  const start = usable ? { ...begin(beginning), ...state.history } : begin(beginning);
  const from = usable ? kept?.position : undefined;
  const streamed = await stream(journal, { ...reading, after: from ?? 0 }, start, usable ? state.latest : undefined);
  if (streamed === undefined && from !== undefined) return foldJournal(journal, { ...query, snapshot: false });
  const { history, last = from ?? 0, latest, count } = streamed ?? (await collected(journal, reading, start));
  const worth = snapshot && recordedAt === undefined && at === undefined && count >= WORTH;
  if (worth && latest !== undefined) await journal.snapshots.put(kind, last, JSON.stringify(keptOf(history, latest)));
  return {
    history: until === undefined ? history : advance(history, until),
    position: last,
    ...(from === undefined ? {} : { from }),
  };
}

interface Streamed {
  readonly history: History;
  readonly last?: number;
  readonly latest?: number;
  readonly count: number;
}

/** How many events are folded at once. */
const CHUNK = 1000;

/** Folds what comes; undefined when it does not come in order. */
async function stream(
  journal: Journal,
  query: Query,
  start: History,
  before = Number.NEGATIVE_INFINITY,
): Promise<Streamed | undefined> {
  let history = start;
  let latest = before;
  let last: number | undefined;
  let count = 0;
  let chunk: DiplomaticEvent[] = [];
  const fold = (): void => {
    history = { ...extend(history, chunk), steps: [] };
    chunk = [];
  };
  for await (const { entry, position } of journal.read(query)) {
    last = position;
    count += 1;
    if (entry.kind === "correction") return undefined;
    if (entry.kind !== "event") continue;
    const { start: minute, end } = when(entry.event.at);
    if (end < latest) return undefined;
    latest = Math.max(latest, minute);
    chunk.push(entry.event);
    if (chunk.length === CHUNK) fold();
  }
  fold();
  return {
    history,
    count,
    ...(last === undefined ? {} : { last }),
    ...(Number.isFinite(latest) ? { latest } : {}),
  };
}

/** Folds all there is, in order of time. */
async function collected(journal: Journal, query: Query, start: History): Promise<Streamed> {
  const records: JournalRecord[] = [];
  // A correction may concern what happened by then, whenever it says that it happened.
  for await (const record of journal.read({ ...query, at: undefined })) records.push(record);
  const until = query.at === undefined ? Number.POSITIVE_INFINITY : when(query.at).end;
  const events = factsOf(records).facts.flatMap(({ event }) => (when(event.at).start <= until ? [event] : []));
  const last = records.at(-1)?.position;
  // No snapshot of it: what is added at its end might belong in its middle.
  return { history: { ...extend(start, events), steps: [] }, count: 0, ...(last === undefined ? {} : { last }) };
}

function keptOf({ situation, dossier, now, quietSince, from }: History, latest: number): Kept {
  return { history: { situation, dossier, now, quietSince, from }, latest };
}

let chartDigest: string | undefined;

/** What a snapshot is of: a line, its beginning, the law, and how folding was meant. */
function kindOf(branch: string, beginning: Beginning): string {
  chartDigest ??= digest(canonical(JSON.parse(JSON.stringify(chart.config))));
  const { dyad, opening, from, quiet } = beginning;
  const told = JSON.stringify([FOLD, chartDigest, dyad, opening ?? null, from ?? null, quiet ?? null]);
  return `history ${branch} ${digest(told).slice(0, 16)}`;
}
