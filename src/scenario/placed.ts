/** Problems put into their places: the diagnostics of a text, in order, each said once. */
import { nearestAct } from "../events/index.ts";
import { nearest, visibleLine } from "../problem/index.ts";
import type { Diagnostic, Place, TextProblem, UnplacedProblem } from "./diagnostic.ts";
import { pathText } from "./wording.ts";
import type { ParsedFile } from "./yaml/document.ts";

/** A file with more problems than that shows the first ones; more would not be read. */
const MOST = 1000;

/** So many of them say the nearest valid word: to find it is to compare all there are. More are not shown at once. */
const MOST_SUGGESTED = 100;

/** What is known of a text: its own problems, and where things stand in it. */
export interface Placing extends Pick<ParsedFile, "problems" | "placeOf" | "placeBetween"> {
  /** Whether there is no text: then a problem stands where its path leads, and two of a kind are two. */
  readonly textless?: boolean;
}

/**
 * The problems of the text itself and those of its values, as diagnostics of a file.
 *
 * @param value what the text holds, as it is written
 */
export function placed(
  parsed: Placing,
  problems: readonly UnplacedProblem[],
  file: string,
  value?: unknown,
): readonly Diagnostic[] {
  const ofText = parsed.problems.map(({ from, to, ...problem }: TextProblem) => ({
    problem,
    path: "",
    place: parsed.placeBetween(from, to),
  }));
  const ofData = problems.map(({ path: read, atKey, ...problem }) => {
    const path = pathIn(value, read);
    return { problem, path: pathText(path), place: parsed.placeOf(path, atKey) };
  });
  const all = [...ofText, ...ofData].sort(
    ({ place: one }, { place: other }) => one.line - other.line || one.column - other.column,
  );
  const distinct = new Map(
    all.map((one) => {
      const where = parsed.textless === true ? one.path : `${one.place.line}:${one.place.column}`;
      return [`${one.problem.code} ${where}`, one];
    }),
  );
  return [...distinct.values()].slice(0, MOST).map(({ problem: { among, ...problem }, path, place }, k) => ({
    ...worded(k < MOST_SUGGESTED ? { ...problem, ...(among && { among }) } : problem, file, path),
    ...place,
  }));
}

/** A path to what was read, in what is written: an item of a list may stand there by itself. */
function pathIn(written: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] {
  let value = written;
  return path.filter((step) => {
    if (typeof step === "number" && (typeof value !== "object" || value === null)) return false;
    value = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
    return true;
  });
}

type Worded = Omit<Diagnostic, keyof Place>;

function worded({ among, ...problem }: Omit<UnplacedProblem, "path" | "atKey">, file: string, path: string): Worded {
  const { code, severity = "error", message, expected } = problem;
  const near = code === "unknown-act" ? nearestAct : nearest;
  const suggestion = problem.suggestion ?? (among === undefined ? undefined : near(among.word, among.known));
  return {
    code,
    severity,
    message: visibleLine(message),
    file,
    path,
    ...(expected === undefined ? {} : { expected: visibleLine(expected) }),
    ...(suggestion === undefined ? {} : { suggestion: visibleLine(suggestion) }),
  };
}
