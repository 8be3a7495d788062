/** How a check reports what it found. */

import type { DiagnosticCode, Path, UnplacedProblem } from "../diagnostic.ts";
import { guessMoment } from "../guesses.ts";
import { dropUndefined } from "../values.ts";
import { showValue } from "../wording.ts";

type More = Pick<UnplacedProblem, "atKey" | "suggestion">;

/** What is wrong at a place, in a sentence, and what was expected there. */
export function problem(
  code: DiagnosticCode,
  path: Path,
  message: string,
  expected?: string,
  more: More = {},
): UnplacedProblem {
  return { code, path, message, ...dropUndefined({ expected }), ...more };
}

/** The same, where the file can be read all the same. */
export function warning(code: DiagnosticCode, path: Path, message: string, expected?: string, more: More = {}) {
  return { ...problem(code, path, message, expected, more), severity: "warning" as const };
}

/** A name that is not known where it is used, with the nearest that is. */
export function unknownName(
  code: DiagnosticCode,
  path: Path,
  name: string,
  what: string,
  words: Iterable<string>,
): UnplacedProblem {
  const known = words instanceof Set ? listOnce(words) : [...words];
  const some = known.slice(0, 8).map(showValue).join(", ");
  return {
    code,
    path,
    message: `${showValue(name)} is ${what}.`,
    expected:
      known.length === 0
        ? "none is declared"
        : known.length <= 8
          ? `one of ${some}`
          : `one of ${known.length}, such as ${some}`,
    among: { word: name, known },
    suggestion: code === "unknown-event" ? guessMoment(path, name) : undefined,
  };
}

/** Sets as lists, made once: a file may name a hundred thousand events that are not there. */
const lists = new WeakMap<ReadonlySet<string>, readonly string[]>();

function listOnce(words: ReadonlySet<string>): readonly string[] {
  const known = lists.get(words) ?? [...words];
  lists.set(words, known);
  return known;
}
