/** Unused names: actors that nothing names, and sources that nothing cites. */
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import { isRecord, type Parts } from "./parts.ts";

/** Actors beside the parties, and sources, of a file that can be read as a whole, which could be left out. */
export function unused(parts: Parts): Problems {
  const { others, sources, parties: _, declared: __, unread: ___, ...rest } = parts;
  const words = new Set<string>(Object.keys(parts.doctrines ?? {}));
  wordsIn(rest, words);
  return [
    ...Object.keys(others ?? {}).flatMap((code) =>
      words.has(code)
        ? []
        : [
            problem(
              "unused-actor",
              ["others", code],
              `Nothing names ${code}.`,
              `an event, a claim or a doctrine with ${code}`,
            ),
          ],
    ),
    ...Object.keys(sources ?? {}).flatMap((id) =>
      words.has(id)
        ? []
        : [
            problem(
              "unused-source",
              ["sources", id],
              `Nothing cites ${id}.`,
              `an event or an entry of context with cite: ${id}`,
            ),
          ],
    ),
  ];
}

function problem(
  code: "unused-actor" | "unused-source",
  path: Path,
  message: string,
  expected: string,
): UnplacedProblem {
  return { code, severity: "warning", path, message, expected, atKey: true };
}

/** All words that stand anywhere in a value; long text is none. */
function wordsIn(value: unknown, words: Set<string>): void {
  if (typeof value === "string" && value.length <= 128) words.add(value);
  else if (Array.isArray(value)) for (const one of value) wordsIn(one, words);
  else if (isRecord(value)) for (const one of Object.values(value)) wordsIn(one, words);
}
