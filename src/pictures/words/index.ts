/** Words of the pictures: all that they say, in one object for each language. A second language must say all of it. */
export { english } from "./english.ts";
export type { Fate, Headline, Kind, Names, Words } from "./words.ts";
