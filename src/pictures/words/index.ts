/** Words of the pictures: everything they say, in one object for each language. Each must have all the words of English. */
import { english, type Words } from "./english.ts";
import { french } from "./french.ts";
import type { Language } from "./words.ts";

export { english, type Words } from "./english.ts";
export { french } from "./french.ts";
export { type Fate, type Headline, type Kind, type Language, languages, type Names } from "./words.ts";

const spoken: Readonly<Record<Language, Words>> = { en: english, fr: french };

export function wordsOf(language: Language): Words {
  return spoken[language];
}
