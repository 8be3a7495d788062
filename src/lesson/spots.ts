/** Spots: from places of data to stretches of a line. */
import type { Place } from "../scenario/index.ts";
import type { Spot, Spots } from "./lesson.ts";

/** Where a path of the data stands. */
export type SpotOf = (path: readonly PropertyKey[]) => Spot;

/** Places, as stretches of their first line. */
export function spotIn(placeOf: (path: readonly PropertyKey[]) => Place): SpotOf {
  return (path) => {
    const { line, column, endLine, endColumn } = placeOf(path);
    return { line, column, length: endLine === line ? Math.max(1, endColumn - column) : 1 };
  };
}

/** The spot of each key's value. */
export function spotsOf(value: object, spot: SpotOf): Spots {
  return Object.fromEntries(Object.keys(value).map((key) => [key, spot([key])]));
}
