/** Seals: each built file holds a digest of itself, which shows whether it has been changed since. */
import { digest } from "../events/index.ts";

/** What stands where the digest will. */
export const UNSEALED: string = "0".repeat(64);

/** Where the digest stands in a notebook, and in a page. The text of a cell or a page has its quotation marks escaped. */
const SEAL = /(^ {3}"built": "|^<meta name="demarche-built" content=")([0-9a-f]{64})(?=")/m;

/** A text with its digest in the place of {@link UNSEALED}. */
export function withSeal(text: string): string {
  return text.replace(SEAL, (_, before: string) => `${before}${digest(text)}`);
}

/**
 * Whether a file is as some release built it. A file without a seal is not: it may be somebody's own work.
 */
export function isAsBuilt(text: string): boolean {
  // A checkout may have changed how lines end.
  const plain = text.replaceAll("\r\n", "\n");
  const seal = SEAL.exec(plain)?.[2];
  return seal !== undefined && digest(plain.replace(SEAL, `$1${UNSEALED}`)) === seal;
}
