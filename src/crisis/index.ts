/** Questions: everything that can be asked of a crisis, each answered in one place for every door. */
export { type Asked, argument, option } from "./asked.ts";
export { type Crisis, crisisOf } from "./crisis.ts";
export { fileUntil, sourceUntil } from "./file-until.ts";
export { at, cutAt, dateIn, dateOf, stepOf, until } from "./moments.ts";
export { actNamed, actorNamed, regionNamed, whatIfNamed } from "./names.ts";
export { type Judged, judge, type SupposedEvent, type Why, why, whyNot } from "./why.ts";
