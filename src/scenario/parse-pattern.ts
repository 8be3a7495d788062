/** Patterns as the command line writes them: `course=retaliation.war,missions.PAK=recalled`. */
import { type Dyad, type Pattern, patternWords } from "../machine/index.ts";
import { nearest, visibleLine } from "../problem/index.ts";
import { filePattern } from "./schema/pattern.ts";
import { toPattern } from "./sides.ts";
import { regionKeys, regionOfKey, stateWord } from "./words.ts";

/** A pattern, or what is wrong with its text in sentences. */
export type PatternReading = { readonly pattern: Pattern } | { readonly problems: readonly string[] };

/**
 * Reads a pattern from `key=state,key=state`; a state may be a list `a|b`. Keys: course, ledger, missions.CODE,
 * relations, channels, posture, terms.
 *
 * @example
 * ```ts
 * import { parsePattern } from "demarche";
 * parsePattern("ledger=by-PAK", { a: "IRN", b: "PAK" }); // => { pattern: { ledger: "by-b" } }
 * ```
 */
export function parsePattern(text: string, dyad: Dyad): PatternReading {
  const parts = text.split(",").map((part) => part.split("=").map((word) => word.trim()));
  const problems = parts.flatMap((words, k) => problemsOf(words, parts.slice(0, k), dyad));
  if (problems.length > 0) return { problems };
  const read = parts.map(
    ([key = "", states = ""]) => [key, states.includes("|") ? states.split("|") : states] as const,
  );
  const written = Object.fromEntries(read.filter(([key]) => !key.startsWith(MISSIONS)));
  const missions = Object.fromEntries(
    read.filter(([key]) => key.startsWith(MISSIONS)).map(([key, states]) => [key.slice(MISSIONS.length), states]),
  );
  const pattern = filePattern.parse(Object.keys(missions).length > 0 ? { ...written, missions } : written);
  return { pattern: toPattern(pattern, dyad) };
}

const MISSIONS = "missions.";

function problemsOf(part: readonly string[], before: readonly (readonly string[])[], dyad: Dyad): readonly string[] {
  const [key = "", states, ...more] = part;
  if (states === undefined || states === "") {
    return [`"${visibleLine(key)}" lacks a state: write key=state, such as course=strike.`];
  }
  if (more.length > 0) return [`"${visibleLine(part.join("="))}" has more than one =: put a comma between two parts.`];
  const region = regionOfKey(key, dyad);
  if (region === undefined) {
    return [`There is no key "${visibleLine(key)}" in a pattern. ${hint(key, regionKeys(dyad))}`];
  }
  if (before.some(([other]) => other === key)) {
    return [`The key ${key} stands twice: write its states as a list, such as ${key}=a|b.`];
  }
  // The parties by code too.
  const words = patternWords(region).flatMap((word) => [...new Set([word, stateWord(word, dyad)])]);
  const wrong = states.split("|").filter((state) => !words.includes(state));
  return wrong.map((state) => `"${visibleLine(state)}" is no state of ${key}. ${hint(state, words)}`);
}

function hint(word: string, words: readonly string[]): string {
  const suggestion = nearest(word, words);
  return suggestion === undefined ? `Expected: ${words.join(", ")}.` : `Did you mean ${suggestion}?`;
}
