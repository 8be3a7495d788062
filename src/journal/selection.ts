/** Choosing rows: in memory as a test of each, for SQL as a condition. */
import { frozen } from "../problem/index.ts";
import type { StoredRecord } from "./record.ts";
import type { Selection } from "./store.ts";

/** Whether a row is among those that are wanted, its position aside. */
export function isSelected(
  row: StoredRecord,
  { segments, recordedAt, valid, later, kind, actor, act }: Selection,
): boolean {
  return (
    (segments?.some(({ stream, upTo }) => row.stream === stream && row.version <= upTo) ?? true) &&
    (recordedAt === undefined || row.recordedAt <= recordedAt) &&
    (valid === undefined || row.kind !== "event" || (row.valid ?? 0) <= valid) &&
    (later === undefined || (row.valid ?? later) > later) &&
    (kind === undefined || row.kind === kind) &&
    (actor === undefined || row.actors.includes(` ${actor} `)) &&
    (act === undefined || row.act === act)
  );
}

/** The columns of a record in a table, in their order. In SQL `recordedAt` is called `recorded_at`. */
export const recordColumns = [
  ...(["position", "stream", "version", "id", "kind", "act", "actors", "valid"] as const),
  ...(["recordedAt", "body", "previous", "hash"] as const),
] satisfies readonly (keyof StoredRecord)[];
frozen(recordColumns);

/** A condition with the values that its places stand for. */
export interface SqlCondition {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/**
 * The same as a condition in SQL. A plus keeps the index over versions out of it: there are better ones, over positions
 * and ids, and by that one each page of a long stream would look at all of it.
 *
 * @param place writes the k-th place, counted from 1: `?` or `$1`
 * @param position writes the place of a text in another: `instr` or `strpos`
 */
export function conditionOf(selection: Selection, place: (k: number) => string, position: string): SqlCondition {
  const values: (string | number)[] = [];
  const put = (value: string | number): string => place(values.push(value));
  const { segments, after, upTo, recordedAt, valid, later, kind, actor, act } = selection;
  const parts = [
    after === undefined ? "" : `position > ${put(after)}`,
    upTo === undefined ? "" : `position <= ${put(upTo)}`,
    segments === undefined
      ? ""
      : anyOf(segments.map((one) => `(stream = ${put(one.stream)} AND +version <= ${put(one.upTo)})`)),
    recordedAt === undefined ? "" : `recorded_at <= ${put(recordedAt)}`,
    valid === undefined ? "" : `(kind <> 'event' OR valid <= ${put(valid)})`,
    later === undefined ? "" : `valid > ${put(later)}`,
    kind === undefined ? "" : `kind = ${put(kind)}`,
    actor === undefined ? "" : `${position}(actors, ${put(` ${actor} `)}) > 0`,
    act === undefined ? "" : `act = ${put(act)}`,
  ].filter((part) => part !== "");
  return { text: parts.length === 0 ? "TRUE" : parts.join(" AND "), values };
}

/** Any of these, in halves of halves: a long row of ORs is deeper than SQLite takes. */
function anyOf(parts: readonly string[]): string {
  if (parts.length <= 2) return parts.length === 0 ? "FALSE" : `(${parts.join(" OR ")})`;
  const middle = Math.ceil(parts.length / 2);
  return `(${anyOf(parts.slice(0, middle))} OR ${anyOf(parts.slice(middle))})`;
}
