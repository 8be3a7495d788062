/** The YAML of a file: parsed within bounds, as plain values, with the place of every one of them. */
import { Composer, type CST, type Document, LineCounter, type YAMLError } from "yaml";
import type { DiagnosticCode, Place, TextProblem } from "../diagnostic.ts";
import { explainMistake, type YamlFailure } from "./explain.ts";
import { findHidden } from "./hidden-characters.ts";
import { findLaterMistakes } from "./later-mistakes.ts";
import { locate, placeBetween } from "./places.ts";
import { survey } from "./survey.ts";
import { MAX_ALIASES, type Tokens, tokensOf } from "./tokens.ts";

/** The largest text that is read, in bytes of UTF-8. */
export const MAX_BYTES: number = 10 * 1024 * 1024;

/** A parsed file. */
export interface ParsedFile {
  /** Undefined when the text could not be understood at all. */
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  /** The nodes of the document, for those who need its layout; undefined when there is none. */
  readonly contents: unknown;
  /** The place of the value at a path, or of its key. */
  readonly placeOf: (path: readonly PropertyKey[], atKey?: boolean) => Place;
  /** The place between two character offsets. */
  readonly placeBetween: (from: number, to: number) => Place;
}

/** Parses the text of a scenario file. Never throws on bad text. */
export function parseFile(text: string): ParsedFile {
  const refused = refuse(text);
  if (refused !== undefined) return toParsedFile({ problems: [refused] }, linesOf(text, refused.from));
  // Counted here and not as the tokens come: some problems lie behind the place where reading stops.
  const lines = linesOf(text, text.length);
  const { tokens, problems } = tokensOf(text);
  const hidden = [...findHidden(text), ...problems];
  if (tokens === undefined || hidden.some(isFatal)) return toParsedFile({ problems: hidden }, lines);
  return toParsedFile(understand(text, tokens, hidden), lines);
}

/** Where the lines of a text begin, as far as an offset. */
function linesOf(text: string, last: number): LineCounter {
  const lines = new LineCounter();
  for (let at = 0; at >= 0 && at <= last; at = text.indexOf("\n", at) + 1 || -1) lines.addNewLine(at);
  return lines;
}

interface YamlContent {
  readonly value?: unknown;
  readonly problems: readonly TextProblem[];
  readonly contents?: unknown;
}

function understand(text: string, tokens: NonNullable<Tokens["tokens"]>, before: readonly TextProblem[]): YamlContent {
  const { document, second, errors } = compose(tokens);
  const stopped = sortByPlace(errors).slice(0, 1);
  const mistakes = stopped.map((one) => describeFailure(text, one));
  if (document === undefined || isEmpty(document)) {
    return {
      problems: [...before, ...(mistakes.length > 0 ? mistakes : [fileProblem("empty", "The file is empty.")])],
    };
  }
  const { contents } = document;
  const raw = before.filter(({ code }) => code === "hidden-character");
  const isReported = ({ code, from, to }: TextProblem): boolean =>
    code === "hidden-character" && raw.some((one) => one.from >= from && one.to <= to);
  // What stands behind a mistake of syntax may be read wrongly because of it.
  const end = Math.min(...stopped.map(({ pos }) => pos[0]), ...mistakes.map(({ from }) => from));
  const surveyed = survey(document, text).filter((one) => !isReported(one) && one.from < end);
  const problems = [...before, ...surveyed];
  const isAlias = ({ code, to }: TextProblem): boolean =>
    code === "unknown-anchor" && text.slice(to, end).trim() === "";
  const isHidden = ({ code, severity, from }: TextProblem): boolean =>
    code === "hidden-character" &&
    severity !== "warning" &&
    mistakes.some((one) => !text.slice(...[from, one.from].toSorted((a, b) => a - b)).includes("\n"));
  if (!surveyed.some(isAlias) && !before.some(isHidden)) {
    problems.push(...mistakes, ...mistakes.flatMap((one) => findLaterMistakes(text, one, firstProblem)));
  }
  if (second !== undefined && mistakes.length === 0) problems.push(severalDocuments(second));
  if (errors.length > 0 || problems.some(isFatal)) return { problems, contents };
  return { ...readValues(document, problems), contents };
}

function firstProblem(text: string): TextProblem | undefined {
  const { tokens, problems } = tokensOf(text);
  if (tokens === undefined || problems.length > 0) return undefined;
  const [first] = sortByPlace(compose(tokens).errors);
  return first === undefined ? undefined : describeFailure(text, first);
}

function sortByPlace(errors: readonly YamlFailure[]): readonly YamlFailure[] {
  return errors.toSorted(({ pos: [one] }, { pos: [other] }) => one - other);
}

/** After one of these the values can't be trusted, or not be had at all. */
const FATAL: ReadonlySet<DiagnosticCode> = new Set([
  ...(["blank", "tag", "directive", "complex-key", "unknown-anchor"] as const),
  ...(["too-deep", "too-many-aliases", "too-large"] as const),
]);

function isFatal({ code }: TextProblem): boolean {
  return FATAL.has(code);
}

function refuse(text: string): TextProblem | undefined {
  if (text.length > MAX_BYTES || (text.length > MAX_BYTES / 3 && new TextEncoder().encode(text).length > MAX_BYTES)) {
    return fileProblem("too-large", `The file is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  }
  const at = text.search(/[\u0000\ufffd]/);
  if (at >= 0) {
    const bytes = text.charAt(at) === "\u0000" ? "a NUL byte, U+0000" : "bytes that are not UTF-8";
    const message = binaryKind(text) ?? `The file is not text: it holds ${bytes}.`;
    return { from: at, to: at + 1, code: "binary", message };
  }
  return text.trim() === "" ? fileProblem("empty", "The file is empty.") : undefined;
}

/** What kind of file begins so, where it is a common one. */
function binaryKind(text: string): string | undefined {
  if (/^(?:[^\0]\0|\0[^\0]){4}/.test(text))
    return "The file is UTF-16 without the mark that says so: save it as UTF-8.";
  const [, kind] = BEGINNINGS.find(([beginning]) => text.startsWith(beginning)) ?? [];
  return kind === undefined ? undefined : `The file is not text: it is ${kind}.`;
}

const BEGINNINGS: readonly (readonly [string, string])[] = [
  ["PK\u0003\u0004", "a ZIP archive, as documents and tables of office programs are"],
  ["\ufffdPNG", "a picture (PNG)"],
  ["GIF8", "a picture (GIF)"],
  ["%PDF-", "a PDF file"],
  ["\u001f\ufffd", "compressed by gzip"],
];

function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || ("value" in contents && contents.value === null);
}

function readValues(document: Document.Parsed, problems: readonly TextProblem[]): YamlContent {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }), problems };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const message = "Aliases in this file stand for more values than can be read.";
    return { problems: [...problems, fileProblem("too-many-aliases", message)] };
  }
}

function toParsedFile({ value, problems, contents }: YamlContent, lines: LineCounter): ParsedFile {
  return {
    value,
    problems,
    contents,
    placeBetween: (from, to) => placeBetween({ from, to }, lines),
    placeOf: (path, atKey = false) => placeBetween(locate(contents, path, atKey), lines),
  };
}

const SYNTAX: Readonly<Partial<Record<YAMLError["code"], DiagnosticCode>>> = {
  MULTIPLE_DOCS: "several-documents",
  RESOURCE_EXHAUSTION: "too-deep",
};

function describeFailure(text: string, error: YamlFailure): TextProblem {
  const ours = SYNTAX[error.code];
  if (ours === undefined) return explainMistake(text, error);
  const [from, to] = error.pos;
  return ours === "too-deep"
    ? { from, to, code: ours, message: "Values are nested too deep." }
    : severalDocuments(from);
}

function severalDocuments(from: number): TextProblem {
  const message = "A second document begins here; a scenario is one.";
  return { from, to: from + 1, code: "several-documents", message };
}

function fileProblem(code: DiagnosticCode, message: string): TextProblem {
  return { from: 0, to: 1, code, message };
}

/** The first document, whether a second follows, and what is wrong with them. */
interface Composed {
  readonly document?: Document.Parsed;
  readonly second?: number;
  readonly errors: readonly YamlFailure[];
}

type Source = number | readonly [number, number, ...number[]] | { readonly offset: number; readonly source?: string };

/** Maximum number of errors kept; authors mend the first ones first. */
const MAX_ERRORS = 1000;

function compose(tokens: readonly CST.Token[]): Composed {
  const errors: YamlFailure[] = [];
  const composer = new Composer({ uniqueKeys: false, merge: false, schema: "core", version: "1.2" });
  // The library's own handler makes an Error with a stack for each of what may be millions.
  Object.assign(composer, {
    onError: (source: Source, code: YAMLError["code"], message: string) => {
      if (errors.length < MAX_ERRORS) errors.push({ code, message, pos: positionOf(source) });
    },
  });
  let document: Document.Parsed | undefined;
  for (const one of composer.compose(tokens)) {
    for (const { code, message, pos } of one.errors) errors.push({ code, message, pos });
    if (document !== undefined) return { document, second: one.range[0], errors };
    document = one;
  }
  return document === undefined ? { errors } : { document, errors };
}

function positionOf(source: Source): [number, number] {
  if (typeof source === "number") return [source, source + 1];
  if ("offset" in source) return [source.offset, source.offset + (source.source?.length ?? 1)];
  return [source[0], source[1]];
}
