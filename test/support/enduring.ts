/** Whether trials are in full numbers, as `npm run endurance` has them; in `npm test` each has a small form. */
export const enduring: boolean = process.env["DEMARCHE_ENDURANCE"] === "1";

/** What a trial uses in full, or in its small form. */
export function inFull<T>(full: T, small: T): T {
  return enduring ? full : small;
}
