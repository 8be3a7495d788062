/** Problems with their places in the text: the diagnostics of a file, in order, each reported once. */
import { nearestAct } from "../events/index.ts";
import { nearest, visibleLine } from "../problem/index.ts";
import type { Diagnostic, DiagnosticCode, Path, Place, Problems, TextProblem, UnplacedProblem } from "./diagnostic.ts";
import { dropUndefined, mapValues } from "./values.ts";
import { pathText } from "./wording.ts";
import type { ParsedFile } from "./yaml/document.ts";

/** Maximum number of diagnostics shown for a file; nobody would read more. */
const MAX_DIAGNOSTICS = 1000;

/** Maximum number of diagnostics with a suggestion: finding one means comparing with every valid word. */
const MAX_SUGGESTED = 100;

/** What is known about a text: its own problems, and where things stand in it. */
export interface LocatedText extends Pick<ParsedFile, "problems" | "placeOf" | "placeBetween"> {
  /** Whether there is no text: then a problem stands where its path leads, and two of a kind are two. */
  readonly textless?: boolean;
}

/**
 * The problems of the text itself and those of its values, as diagnostics of a file.
 *
 * @param value what the text holds, as it is written
 */
export function placeProblems(
  parsed: LocatedText,
  problems: Problems,
  file: string,
  value?: unknown,
): readonly Diagnostic[] {
  const ofText = parsed.problems.map(({ from, to, ...problem }: TextProblem) => ({
    problem,
    path: "",
    place: parsed.placeBetween(from, to),
  }));
  const ofData = problems.map(({ path: read, atKey, ...problem }) => {
    const path = pathAsWritten(value, read);
    return { problem, path: pathText(path), place: parsed.placeOf(path, atKey) };
  });
  const all = [...ofText, ...ofData].sort(
    ({ place: one }, { place: other }) => one.line - other.line || one.column - other.column,
  );
  const where = ({ path, place }: PlacedProblem): string =>
    parsed.textless === true ? path : `${place.line}:${place.column}`;
  const isMerge = ({ problem }: PlacedProblem): boolean =>
    problem.code === "yaml-ambiguous" && problem.suggestion === undefined;
  const merges = new Set(all.filter(isMerge).map(where));
  const wrong = new Set(ofData.filter(({ problem }) => problem.severity !== "warning").map(where));
  const distinct = new Map(
    all
      // A value that is wrong itself is not to be put in quotes.
      .filter((one) => !ABOUT_QUOTES.has(one.problem.code) || isMerge(one) || !wrong.has(where(one)))
      .filter((one) => one.problem.code !== "unknown-key" || !merges.has(where(one)))
      .map((one) => {
        const what = one.problem.code === "missing" ? ` ${one.path}` : "";
        return [`${one.problem.code} ${where(one)}${what}`, one];
      }),
  );
  return mergeRepeated([...distinct.values()], parsed.textless === true)
    .slice(0, MAX_DIAGNOSTICS)
    .map(({ problem: { among, ...problem }, path, place }, k) => ({
      ...wordDiagnostic(k < MAX_SUGGESTED ? { ...problem, ...(among && { among }) } : problem, file, path),
      ...place,
    }));
}

/** Problems with the quotation marks of a value. */
const ABOUT_QUOTES: ReadonlySet<DiagnosticCode> = new Set(["yaml-ambiguous", "curly-quotes", "comment-in-text"]);

interface PlacedProblem {
  readonly problem: Omit<UnplacedProblem, "path" | "atKey">;
  readonly path: string;
  readonly place: Place;
}

/** Maximum number of other lines listed for a name that is unknown in several lines. */
const MAX_LINES_NAMED = 5;

/** Reports each unknown name once, with the other lines in which it stands. */
function mergeRepeated(all: readonly PlacedProblem[], textless: boolean): readonly PlacedProblem[] {
  if (textless) return all;
  const key = ({ problem: { code, among } }: PlacedProblem): string | undefined =>
    among === undefined || !REPEATED.has(code) ? undefined : `${code} ${among.word}`;
  const groups = Map.groupBy(all, key);
  return all.flatMap((one): readonly PlacedProblem[] => {
    const [first, ...others] = key(one) === undefined ? [one] : (groups.get(key(one)) ?? []);
    if (first !== one) return [];
    if (others.length === 0) return [one];
    const lines = [...new Set(others.map(({ place }) => place.line))];
    const more = lines.length > MAX_LINES_NAMED ? ` and ${lines.length - MAX_LINES_NAMED} more lines` : "";
    const message = `${one.problem.message} It stands in ${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, MAX_LINES_NAMED).join(", ")}${more} too.`;
    return [{ ...one, problem: { ...one.problem, message } }];
  });
}

const REPEATED: ReadonlySet<DiagnosticCode> = new Set([
  "unknown-actor",
  "unknown-source",
  "unknown-event",
  "unknown-assumption",
  "unknown-outcome",
]);

/** A path to what was read, in what is written: an item of a list may stand there by itself. */
function pathAsWritten(written: unknown, path: Path): Path {
  let value = written;
  return path.filter((step) => {
    if (typeof step === "number" && (typeof value !== "object" || value === null)) return false;
    value = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
    return true;
  });
}

type WordedDiagnostic = Omit<Diagnostic, keyof Place>;

function wordDiagnostic(
  { among, ...problem }: Omit<UnplacedProblem, "path" | "atKey">,
  file: string,
  path: string,
): WordedDiagnostic {
  const { code, severity = "error", message, expected } = problem;
  const near = code === "unknown-act" ? nearestAct : nearest;
  const suggestion = problem.suggestion ?? (among === undefined ? undefined : near(among.word, among.known));
  const texts = mapValues(dropUndefined({ expected, suggestion }), (text) => visibleLine(text));
  return { code, severity, message: visibleLine(message), file, path, ...texts };
}
