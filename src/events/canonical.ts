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

/** Node's own hashing where there is Node: several times as fast. Found, not imported, so that a browser need not have it. */
const native = typeof process === "undefined" ? undefined : process.getBuiltinModule?.("node:crypto")?.hash;

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function digest(text: string): string {
  return native === undefined ? digestAnywhere(text) : native("sha256", text, "hex");
}

/** The same without Node. */
export function digestAnywhere(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
