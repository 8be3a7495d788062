/** How a check says what it found. */

import type { DiagnosticCode, Path, UnplacedProblem } from "../diagnostic.ts";
import { momentMeant } from "../meant.ts";
import { say } from "../wording.ts";

/** A name that is not known where it is used, with the nearest that is. */
export function unknown(
  code: DiagnosticCode,
  path: Path,
  name: string,
  what: string,
  words: Iterable<string>,
): UnplacedProblem {
  const known = words instanceof Set ? listed(words) : [...words];
  const moment = code === "unknown-event" ? momentMeant(path, name) : undefined;
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
    ...(moment === undefined ? {} : { suggestion: moment }),
  };
}

/** Sets as lists, made once: a file may name a hundred thousand events that are not there. */
const lists = new WeakMap<ReadonlySet<string>, readonly string[]>();

function listed(words: ReadonlySet<string>): readonly string[] {
  const known = lists.get(words) ?? [...words];
  lists.set(words, known);
  return known;
}
