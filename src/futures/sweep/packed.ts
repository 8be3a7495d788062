/** Packed rows: rows of a sweep as a few arrays of numbers, which pass from thread to thread at no cost. */
import { runKey } from "../chance.ts";
import type { Plan } from "./plan.ts";
import { type SweepRow, statuses } from "./rows.ts";

/** Rows that follow each other. What can be worked out from their numbers is left out. */
export interface PackedRows {
  /** The number of the first. */
  readonly start: number;
  readonly length: number;
  /** All values of the first row, then those of the second, and so on. */
  readonly values: Float64Array;
  readonly events: Int32Array;
  readonly refused: Int32Array;
  /** The place in the list of statuses. */
  readonly status: Uint8Array;
  /** Why rows failed, by their place. */
  readonly reasons: ReadonlyMap<number, string>;
}

/** Packs rows that follow each other, the first of them the row of that number. */
export function pack(rows: readonly SweepRow[], start: number): PackedRows {
  return {
    start,
    length: rows.length,
    values: Float64Array.from(rows.flatMap(({ values }) => values)),
    events: Int32Array.from(rows, ({ events }) => events),
    refused: Int32Array.from(rows, ({ refused }) => refused),
    status: Uint8Array.from(rows, ({ status }) => statuses.indexOf(status)),
    reasons: new Map(rows.flatMap(({ reason }, k) => (reason === "" ? [] : [[k, reason] as const]))),
  };
}

/** Unpacks rows, one after another. */
export function* unpack(
  { start, length, values, events, refused, status, reasons }: PackedRows,
  { futures, seed }: Pick<Plan, "futures" | "seed">,
): Generator<SweepRow> {
  const width = length === 0 ? 0 : values.length / length;
  for (let k = 0; k < length; k++) {
    const run = (start + k) % futures;
    yield {
      point: Math.floor((start + k) / futures),
      run,
      seed: runKey(seed, run) >>> 0,
      values: Array.from(values.subarray(k * width, (k + 1) * width)),
      events: events[k] ?? 0,
      refused: refused[k] ?? 0,
      status: statuses[status[k] ?? 0] ?? "done",
      reason: reasons.get(k) ?? "",
    };
  }
}
