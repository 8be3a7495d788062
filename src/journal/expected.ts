/** What a writer expects of a stream. */

/** How a stream must be for an append: at this version, without entries, with some, or as it may be. */
export type Expected = number | "none" | "exists" | "any";

/** Whether a stream at a version is as expected. */
export function isAsExpected(version: number, expected: Expected): boolean {
  if (expected === "any") return true;
  if (expected === "none") return version === 0;
  return expected === "exists" ? version > 0 : version === expected;
}
