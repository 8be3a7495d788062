/** Words of the pictures: all that they say, in one object for each language. Each must say all that English says. */
import { english, type Words } from "./english.ts";
import { french } from "./french.ts";
import type { Language } from "./words.ts";

export { english, type Words } from "./english.ts";
export { french } from "./french.ts";
export { type Fate, type Headline, type Kind, type Language, languages, type Names } from "./words.ts";

const spoken: Readonly<Record<Language, Words>> = { en: english, fr: french };

/** All that pictures say in a language. */
export function wordsOf(language: Language): Words {
  return spoken[language];
}
