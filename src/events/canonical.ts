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
 * import { canonical } from "demarche/events";
 * canonical({ b: 1, a: [true] }); // => '{"a":[true],"b":1}'
 * ```
 */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Nothing can't be written as JSON.");
  return text;
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
