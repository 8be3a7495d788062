/** Words of the pictures: all that they say, in one object for each language. Each must say all that English says. */
import { english, type Words } from "./english.ts";
import { french } from "./french.ts";
import type { Language } from "./words.ts";

export { english, type Words } from "./english.ts";
export { french } from "./french.ts";
export type { Fate, Headline, Kind, Language, Names } from "./words.ts";

const spoken: Readonly<Record<Language, Words>> = { en: english, fr: french };

/** The languages that pictures speak, as HTML names them. */
export const languages: readonly Language[] = ["en", "fr"];

/** All that pictures say in a language. */
export function wordsOf(language: Language): Words {
  return spoken[language];
}
