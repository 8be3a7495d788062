/** Packed rows: rows of a sweep as a few arrays of numbers, which pass from thread to thread at no cost. */
import { nth, numberAt } from "../../problem/index.ts";
import { runKey } from "../chance.ts";
import type { Plan } from "./plan.ts";
import { type SweepRow, statuses } from "./sweeper.ts";

/** Rows that follow each other. What can be worked out from their numbers is left out. */
export interface PackedRows {
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

/** Packs that follow each other as one. */
export function joined(packs: readonly PackedRows[]): PackedRows {
  const length = packs.reduce((sum, pack) => sum + pack.length, 0);
  const values = new Float64Array(packs.reduce((sum, pack) => sum + pack.values.length, 0));
  const whole = { events: new Int32Array(length), refused: new Int32Array(length), status: new Uint8Array(length) };
  const reasons = new Map<number, string>();
  let [row, value] = [0, 0];
  for (const pack of packs) {
    values.set(pack.values, value);
    whole.events.set(pack.events, row);
    whole.refused.set(pack.refused, row);
    whole.status.set(pack.status, row);
    for (const [k, reason] of pack.reasons) reasons.set(row + k, reason);
    row += pack.length;
    value += pack.values.length;
  }
  return { start: nth(packs, 0).start, length, values, ...whole, reasons };
}

/** The rows of a pack from a number on; all of them when it begins there or later. */
export function packedFrom(rows: PackedRows, from: number): PackedRows {
  const skipped = Math.min(rows.length, Math.max(0, from - rows.start));
  if (skipped === 0) return rows;
  const width = rows.values.length / rows.length;
  return {
    start: rows.start + skipped,
    length: rows.length - skipped,
    values: rows.values.subarray(skipped * width),
    events: rows.events.subarray(skipped),
    refused: rows.refused.subarray(skipped),
    status: rows.status.subarray(skipped),
    reasons: new Map([...rows.reasons].flatMap(([k, reason]) => (k < skipped ? [] : [[k - skipped, reason] as const]))),
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
      events: numberAt(events, k),
      refused: numberAt(refused, k),
      status: nth(statuses, numberAt(status, k)),
      reason: reasons.get(k) ?? "",
    };
  }
}
