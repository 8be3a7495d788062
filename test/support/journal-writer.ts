/**
 * A process that appends to a journal and prints each acknowledgement when it has it: to be killed at any moment, or to
 * race with others of its kind. What it does is given as JSON in its first argument.
 */
import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type DiplomaticEvent, event } from "../../src/events/index.ts";
import type { Journal } from "../../src/journal/index.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { Problem } from "../../src/problem/index.ts";
import { postgresJournal } from "../../src/server/postgres/store.ts";

/** What a writer is told. */
export interface WriterTask {
  /** A file, or the address of a server. */
  readonly journal: string;
  /** It appends to each of these in turn. */
  readonly streams: readonly string[];
  /** What its events are called; each has a number besides. */
  readonly writer: string;
  /** So many events; without end if it is left out. */
  readonly events?: number;
  /** The most events in one append. */
  readonly batch: number;
  /** Of so many appends one is made again, as by somebody who did not hear the answer. */
  readonly again: number;
}

/** What it prints of an append: the numbers of its events, and where they stand. */
export interface Acknowledged {
  readonly from: number;
  readonly positions: readonly number[];
}

const task: WriterTask = JSON.parse(process.argv[2] ?? "");
const { streams, writer, events = Number.POSITIVE_INFINITY, batch, again } = task;
const journal = await opened();
for (let from = 0, turn = 0; from < events; turn += 1) {
  const stream = streams[turn % streams.length] ?? "one";
  const size = Math.min(events - from, 1 + Math.floor(Math.random() * batch));
  const entries = Array.from({ length: size }, (_, k) => numbered(from + k, `From ${from}, ${size} at once.`));
  const positions = await acknowledged(stream, entries);
  if (Math.random() * again < 1) {
    const second = await acknowledged(stream, entries);
    if (second.join() !== positions.join())
      throw new Error(`${writer} ${from}: ${positions} the first time, then ${second}.`);
  }
  const told: Acknowledged = { from, positions };
  writeSync(1, `${JSON.stringify(told)}\n`);
  from += size;
}
await journal.close();

/** Appends, however often the server has to be looked for. */
async function acknowledged(stream: string, entries: readonly DiplomaticEvent[]): Promise<readonly number[]> {
  for (;;) {
    try {
      return (await journal.append(stream, entries)).positions;
    } catch (error) {
      if (!(error instanceof Problem) || !["unreachable", "busy"].includes(error.code)) throw error;
      await pause(20);
    }
  }
}

async function opened(): Promise<Journal> {
  const { journal: place } = task;
  return place.startsWith("postgres://") ? postgresJournal(place, { connections: 1 }) : sqliteJournal(place);
}

function numbered(number: number, note: string): DiplomaticEvent {
  const at = new Date(Date.UTC(2024, 0, 1 + (number % 365))).toISOString().slice(0, 10);
  return event({ id: `${writer}-${number}`, act: "lodge-protest", at, from: ["PAK"], to: ["IRN"], note });
}
