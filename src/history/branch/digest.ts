/** The digest of a branch: the same for branches in which the same happens, however they came about. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Branch, eventsOf, rootOf } from "./branch.ts";

/** SHA-256 over parties, opening, quiet period, the end of the clock and every event, in hexadecimal. */
export function digestOf(branch: Branch): string {
  const { dyad, opening, quiet } = branch.end;
  const [beginning] = rootOf(branch).marks;
  const hash = sha256.create().update(json([dyad, opening, quiet, beginning?.state.now ?? null, branch.until ?? null]));
  for (const event of eventsOf(branch)) hash.update(json(event));
  return bytesToHex(hash.digest());
}

function json(value: unknown): Uint8Array {
  return utf8ToBytes(`${JSON.stringify(value)}\n`);
}
