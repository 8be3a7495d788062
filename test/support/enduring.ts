import { globSync } from "node:fs";
import { basename } from "node:path";

/** Whether trials are in full numbers, as `npm run endurance` has them. */
export const enduring: boolean = process.env["DEMARCHE_ENDURANCE"] === "1";

/** Whether everything is tried that there is, as `npm run test:all` does; `npm test` tries some of it, to be quick. */
const all: boolean = enduring || process.env["DEMARCHE_ALL"] === "1";

/** What a trial uses in full, or in its small form. */
export function inFull<T>(full: T, small: T): T {
  return enduring ? full : small;
}

/** What a test tries where there is time for all of it, and what `npm test` tries. */
export function ofAll<T>(every: T, some: T): T {
  return all ? every : some;
}

/** The names of the crises that are tried: of those that are shipped the first, the first web and the longest, or all. */
export const crises: readonly string[] = ofAll(
  globSync("scenarios/*.yaml")
    .map((path) => basename(path, ".yaml"))
    .toSorted(),
  ["iran-pakistan-2024", "gulf-rift-2017", "india-pakistan-2001"],
);
