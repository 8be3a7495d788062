/** Patterns as the command line writes them: `course=retaliation.war,missions.PAK=recalled`. */
import type { Dyad, Pattern } from "../machine/index.ts";
import { problemsOf } from "./issues.ts";
import { nearest } from "./nearest.ts";
import { filePattern, patternShape } from "./schema/pattern.ts";
import { toPattern } from "./translate.ts";

/** A pattern, or what is wrong with its text in sentences. */
export type PatternReading = { readonly pattern: Pattern } | { readonly problems: readonly string[] };

/**
 * Reads a pattern from `key=state,key=state`; a state may be a list `a|b`. Keys: course, ledger, missions.CODE,
 * relations, channels, posture, terms.
 */
export function parsePattern(text: string, dyad: Dyad): PatternReading {
  const parts = text.split(",").map((part) => part.split("=").map((word) => word.trim()));
  const problems = parts.flatMap(([key = "", states]) => {
    const known = [
      ...Object.keys(patternShape).filter((one) => one !== "missions"),
      `missions.${dyad.a}`,
      `missions.${dyad.b}`,
    ];
    if (states === undefined) return [`"${key}" lacks a state: write key=state, such as course=strike.`];
    return known.includes(key) ? [] : [`There is no key "${key}" in a pattern. ${hint(nearest(key, known), known)}`];
  });
  if (problems.length > 0) return { problems };
  const written: Record<string, unknown> = {};
  const missions: Record<string, unknown> = {};
  for (const [key = "", states = ""] of parts) {
    const [region, code] = key.split(".");
    const value = states.includes("|") ? states.split("|") : states;
    if (region === "missions" && code !== undefined) missions[code] = value;
    else written[key] = value;
  }
  const read = filePattern.safeParse(Object.keys(missions).length > 0 ? { ...written, missions } : written);
  if (read.success) return { pattern: toPattern(read.data, dyad) };
  return {
    problems: read.error.issues.flatMap((issue) =>
      problemsOf(issue, { ...written, missions }, () => []).map(
        ({ message, expected, suggestion }) => `${message} ${hint(suggestion, [expected ?? ""])}`,
      ),
    ),
  };
}

function hint(suggestion: string | undefined, words: readonly string[]): string {
  return suggestion === undefined ? `Expected: ${words.join(", ")}.` : `Did you mean ${suggestion}?`;
}
