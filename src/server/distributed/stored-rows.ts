/** Rows as bytes on a server: compressed, and checked when they are read again. */
import { promisify } from "node:util";
import { deflateRaw, inflateRawSync } from "node:zlib";
import * as z from "zod/mini";
import { digest } from "../../events/index.ts";
import { type PackedRows, statuses } from "../../futures/index.ts";
import { jsonIn } from "../../problem/index.ts";

export interface StoredRows {
  /** SHA-256 of the uncompressed bytes. */
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** Runs off the main thread, which has other shards to look after. */
const deflate = promisify<Buffer, { readonly level: number }, Buffer>(deflateRaw);

/** Bytes of a row besides its values: two counts and a status. */
const ROW_OVERHEAD = 9;

/** Maximum bytes of reasons. */
const MAX_REASONS_BYTES = 16 * 1024 * 1024;

const reasonsSchema = z.array(z.tuple([z.int().check(z.minimum(0)), z.string()]));

/** Packs rows: the values of each outcome together, since similar values compress well. */
export async function storeRows({ length, values, events, refused, status, reasons }: PackedRows): Promise<StoredRows> {
  const width = length === 0 ? 0 : values.length / length;
  const columns = new Float64Array(values.length);
  for (let column = 0; column < width; column++) {
    for (let row = 0; row < length; row++) columns[column * length + row] = values[row * width + column] ?? Number.NaN;
  }
  const bytes = Buffer.concat([
    ...[columns, events, refused, status].map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength),
    ),
    Buffer.from(JSON.stringify([...reasons])),
  ]);
  return { digest: digest(bytes), bytes: await deflate(bytes, { level: 3 }) };
}

/**
 * The rows in bytes.
 *
 * @param wanted which rows they should be, and how many values each should have
 * @returns undefined for bytes that hold something else
 */
export function restoreRows(
  { digest: expected, bytes }: StoredRows,
  { start, length, width }: { readonly start: number; readonly length: number; readonly width: number },
): PackedRows | undefined {
  const fixed = length * (width * 8 + ROW_OVERHEAD);
  const whole = inflate(bytes, fixed + MAX_REASONS_BYTES);
  if (whole === undefined || whole.length < fixed || digest(whole) !== expected) return undefined;
  // A copy of its own, so that numbers of eight bytes lie at a multiple of eight.
  const own = Uint8Array.from(whole.subarray(0, fixed)).buffer;
  const columns = new Float64Array(own, 0, length * width);
  const values = new Float64Array(length * width);
  for (let column = 0; column < width; column++) {
    for (let row = 0; row < length; row++) values[row * width + column] = columns[column * length + row] ?? Number.NaN;
  }
  const beside = length * width * 8;
  const status = new Uint8Array(own, beside + length * 8, length);
  const reasons = reasonsIn(whole.subarray(fixed).toString(), length);
  if (reasons === undefined || status.some((one) => one >= statuses.length)) return undefined;
  return {
    start,
    length,
    values,
    events: new Int32Array(own, beside, length),
    refused: new Int32Array(own, beside + length * 4, length),
    status,
    reasons,
  };
}

function inflate(bytes: Uint8Array, maxBytes: number): Buffer | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: maxBytes });
  } catch {
    return undefined; // Not packed by us, or more than rows can be.
  }
}

function reasonsIn(text: string, length: number): ReadonlyMap<number, string> | undefined {
  const read = reasonsSchema.safeParse(jsonIn(text));
  return read.success && read.data.every(([row]) => row < length) ? new Map(read.data) : undefined;
}
