/** Canonical JSON (RFC 8785) and its SHA-256: the same value gives the same text and the same digest everywhere. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";

/**
 * A value as canonical JSON: keys sorted, no space between.
 *
 * @throws Error for what JSON has no word for: NaN, half of a surrogate pair, a circle
 * @example
 * ```ts
 * import { canonical } from "demarche";
 * canonical({ b: 1, a: [true] }); // => '{"a":[true],"b":1}'
 * ```
 */
export function canonical(value: unknown): string {
  const text = plainText(value) ?? canonicalize(value);
  if (text === undefined) throw new TypeError("Nothing can't be written as JSON.");
  return text;
}

/** What is left to the library: what is not plain, or too deep for recursion. */
class Unsure extends Error {}
const UNSURE = new Unsure();
const DEEP = 64;

/** The library's text, several times as fast: JSON.stringify's, of plain data with its keys in order. */
function plainText(value: unknown): string | undefined {
  try {
    const text = JSON.stringify(inOrder(value, 0));
    // Half of a surrogate pair is written as an escape. A text may also hold what looks like one, and do no harm.
    return text?.includes("\\ud") ? undefined : text;
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}

function inOrder(value: unknown, depth: number): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw UNSURE;
  if (typeof value !== "object" || value === null) return value;
  if ("toJSON" in value || depth > DEEP) throw UNSURE;
  if (Array.isArray(value)) return value.map((item) => inOrder(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw UNSURE;
  const plain = value as Readonly<Record<string, unknown>>;
  const ordered: Record<string, unknown> = {};
  for (const key of sortKeys(Object.keys(plain))) ordered[key] = inOrder(plain[key], depth + 1);
  return ordered;
}

/** The order of keys that were met before: most objects have those of many others. */
const orders = new Map<string, readonly string[]>();
const MAX_ORDERS = 1000;

function sortKeys(keys: readonly string[]): readonly string[] {
  const together = keys.join("\n");
  const cached = orders.get(together);
  if (cached !== undefined && cached.length === keys.length) return cached;
  // An object would put numbers first, which are all before the colon, and take one key for its prototype.
  if (keys.some((key) => key < ":" || key === "__proto__")) throw UNSURE;
  const order = keys.toSorted();
  if (orders.size >= MAX_ORDERS) orders.clear();
  // A key with an end of line in it could be taken for two.
  if (!keys.some((key) => key.includes("\n"))) orders.set(together, order);
  return order;
}

/** Node's own hashing where there is Node: several times as fast. Found, not imported, so that a browser need not have it. */
const native = typeof process === "undefined" ? undefined : process.getBuiltinModule?.("node:crypto")?.hash;

/** SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export function digest(data: string | Uint8Array): string {
  return native === undefined ? digestAnywhere(data) : native("sha256", data, "hex");
}

/** The same without Node. */
export function digestAnywhere(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === "string" ? utf8ToBytes(data) : data));
}
