/** Problems put into their places: the diagnostics of a text, in order, each said once. */
import { nearestAct } from "../events/index.ts";
import { nearest, visibleLine } from "../problem/index.ts";
import type { Diagnostic, DiagnosticCode, Path, Place, Problems, TextProblem, UnplacedProblem } from "./diagnostic.ts";
import { given, mapped } from "./values.ts";
import { pathText } from "./wording.ts";
import type { ParsedFile } from "./yaml/document.ts";

/** A file with more problems than that shows the first ones; more would not be read. */
const MOST = 1000;

/** The most that say the nearest valid word: finding it means comparing all there are. */
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
export function placed(parsed: Placing, problems: Problems, file: string, value?: unknown): readonly Diagnostic[] {
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
  const where = ({ path, place }: Found): string => (parsed.textless === true ? path : `${place.line}:${place.column}`);
  const isMerge = ({ problem }: Found): boolean =>
    problem.code === "yaml-ambiguous" && problem.suggestion === undefined;
  const merges = new Set(all.filter(isMerge).map(where));
  const wrong = new Set(ofData.filter(({ problem }) => problem.severity !== "warning").map(where));
  const distinct = new Map(
    all
      // A value that is wrong itself is not to be put in quotes.
      .filter((one) => !QUOTED.has(one.problem.code) || isMerge(one) || !wrong.has(where(one)))
      .filter((one) => one.problem.code !== "unknown-key" || !merges.has(where(one)))
      .map((one) => {
        const what = one.problem.code === "missing" ? ` ${one.path}` : "";
        return [`${one.problem.code} ${where(one)}${what}`, one];
      }),
  );
  return repeated([...distinct.values()], parsed.textless === true)
    .slice(0, MOST)
    .map(({ problem: { among, ...problem }, path, place }, k) => ({
      ...worded(k < MOST_SUGGESTED ? { ...problem, ...(among && { among }) } : problem, file, path),
      ...place,
    }));
}

/** What is said of the quotation marks of a value. */
const QUOTED: ReadonlySet<DiagnosticCode> = new Set(["yaml-ambiguous", "curly-quotes", "comment-in-text"]);

interface Found {
  readonly problem: Omit<UnplacedProblem, "path" | "atKey">;
  readonly path: string;
  readonly place: Place;
}

/** The most other lines that are named where one unknown name stands in several. */
const LINES = 5;

/** Each name that is not known once, with the other lines in which it stands. */
function repeated(all: readonly Found[], textless: boolean): readonly Found[] {
  if (textless) return all;
  const key = ({ problem: { code, among } }: Found): string | undefined =>
    among === undefined || !REPEATED.has(code) ? undefined : `${code} ${among.word}`;
  const groups = Map.groupBy(all, key);
  return all.flatMap((one): readonly Found[] => {
    const [first, ...others] = key(one) === undefined ? [one] : (groups.get(key(one)) ?? []);
    if (first !== one) return [];
    if (others.length === 0) return [one];
    const lines = [...new Set(others.map(({ place }) => place.line))];
    const more = lines.length > LINES ? ` and ${lines.length - LINES} more lines` : "";
    const message = `${one.problem.message} It stands in ${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, LINES).join(", ")}${more} too.`;
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
function pathIn(written: unknown, path: Path): Path {
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
  const said = mapped(given({ expected, suggestion }), (text) => visibleLine(text));
  return { code, severity, message: visibleLine(message), file, path, ...said };
}
