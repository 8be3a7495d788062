/** Queries: which records are wanted, on both axes of time. */
import { parseWhen } from "../events/index.ts";
import { Problem } from "../problem/index.ts";
import type { JournalEntry } from "./entry.ts";
import type { Selection } from "./store.ts";

/** Which records are to be read. What is left out does not matter. */
export interface Query {
  /** What was written to this stream itself. */
  readonly stream?: string | undefined;
  /** This stream with what it shares of those that it branched from. */
  readonly branch?: string | undefined;
  /** Who did it, or was aimed at. */
  readonly actor?: string | undefined;
  readonly act?: string | undefined;
  /** Events, corrections, frames, forks or proposals. */
  readonly kind?: JournalEntry["kind"] | undefined;
  /** After this position. */
  readonly after?: number | undefined;
  /** As of this position: nothing after it. */
  readonly position?: number | undefined;
  /** Of events, those that had happened by the end of this day or minute; corrections are always among the records. */
  readonly at?: string | undefined;
  /** What had been recorded by the end of this day or minute; a time with seconds is taken as it is. */
  readonly recordedAt?: string | undefined;
}

/**
 * A query as stores take it, without its stream or branch.
 *
 * @throws Problem `unreadable` for a date that is none
 */
export function selectionOf({ kind, actor, act, at, recordedAt }: Query): Selection {
  return {
    ...{ kind, actor, act },
    valid: at === undefined ? undefined : endOf(at, "at"),
    recordedAt: recordedAt === undefined ? undefined : recordedBy(recordedAt),
  };
}

const FULL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The last `recordedAt` that lies in a day or minute. */
function recordedBy(text: string): string {
  if (FULL_TIME.test(text)) return text;
  return new Date(endOf(text, "recordedAt") * 60_000 + 59_999).toISOString();
}

function endOf(text: string, axis: string): number {
  const moment = parseWhen(text);
  if (moment !== undefined) return moment.end;
  throw new Problem("unreadable", `${axis}: ${JSON.stringify(text)} is no date: YYYY-MM-DD or YYYY-MM-DDThh:mm.`);
}

/** What a query says, as texts: for hooks. */
export function textsOf(query: Query): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
}
