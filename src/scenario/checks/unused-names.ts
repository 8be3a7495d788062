/** Unused names: actors that nothing names, and sources that nothing cites. */
import type { Problems } from "../diagnostic.ts";
import { isRecord } from "../values.ts";
import type { Parts } from "./parts.ts";
import { warning } from "./problem.ts";

/** Actors beside the parties, and sources, of a file that can be read as a whole, which could be left out. */
export function checkUnused(parts: Parts): Problems {
  const { others, sources, parties: _, declared: __, unread: ___, ...rest } = parts;
  const words = new Set<string>(Object.keys(parts.doctrines ?? {}));
  wordsIn(rest, words);
  const idle = (declared: object = {}): readonly string[] => Object.keys(declared).filter((name) => !words.has(name));
  return [
    ...idle(others).map((code) => {
      const expected = `an event, a claim or a doctrine with ${code}`;
      return warning("unused-actor", ["others", code], `Nothing names ${code}.`, expected, { atKey: true });
    }),
    ...idle(sources).map((id) => {
      const expected = `an event or an entry of context with cite: ${id}`;
      return warning("unused-source", ["sources", id], `Nothing cites ${id}.`, expected, { atKey: true });
    }),
  ];
}

/** All words that stand anywhere in a value; long text is none. */
function wordsIn(value: unknown, words: Set<string>): void {
  if (typeof value === "string" && value.length <= 128) words.add(value);
  else if (Array.isArray(value)) for (const one of value) wordsIn(one, words);
  else if (isRecord(value)) for (const one of Object.values(value)) wordsIn(one, words);
}
