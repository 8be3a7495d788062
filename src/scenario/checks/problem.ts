/** How a check says what it found. */

import type { DiagnosticCode, Path, UnplacedProblem } from "../diagnostic.ts";
import { momentMeant } from "../meant.ts";
import { given } from "../values.ts";
import { say } from "../wording.ts";

type More = Pick<UnplacedProblem, "atKey" | "suggestion">;

/** What is wrong at a place, in a sentence, and what was expected there. */
export function problem(
  code: DiagnosticCode,
  path: Path,
  message: string,
  expected?: string,
  more: More = {},
): UnplacedProblem {
  return { code, path, message, ...given({ expected }), ...more };
}

/** The same, where the file can be read all the same. */
export function warning(code: DiagnosticCode, path: Path, message: string, expected?: string, more: More = {}) {
  return { ...problem(code, path, message, expected, more), severity: "warning" as const };
}

/** A name that is not known where it is used, with the nearest that is. */
export function unknown(
  code: DiagnosticCode,
  path: Path,
  name: string,
  what: string,
  words: Iterable<string>,
): UnplacedProblem {
  const known = words instanceof Set ? listed(words) : [...words];
  const some = known.slice(0, 8).map(say).join(", ");
  return {
    code,
    path,
    message: `${say(name)} is ${what}.`,
    expected:
      known.length === 0
        ? "none is declared"
        : known.length <= 8
          ? `one of ${some}`
          : `one of ${known.length}, such as ${some}`,
    among: { word: name, known },
    suggestion: code === "unknown-event" ? momentMeant(path, name) : undefined,
  };
}

/** Sets as lists, made once: a file may name a hundred thousand events that are not there. */
const lists = new WeakMap<ReadonlySet<string>, readonly string[]>();

function listed(words: ReadonlySet<string>): readonly string[] {
  const known = lists.get(words) ?? [...words];
  lists.set(words, known);
  return known;
}
