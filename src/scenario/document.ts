/** The YAML of a file: parsed within bounds, as plain values, with the place of every one of them. */
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, Parser, type YAMLError } from "yaml";
import { ambiguity } from "./ambiguous.ts";
import type { DiagnosticCode, Place, TextProblem } from "./diagnostic.ts";
import { visibleLine } from "./visible.ts";

/** The largest text that is read, in bytes of UTF-8. */
export const MAX_BYTES: number = 10 * 1024 * 1024;
const MAX_DEPTH = 64;
const MAX_ALIASES = 50;

/** A parsed file. */
export interface ParsedFile {
  /** Undefined when the text could not be understood at all. */
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  /** The place of the value at a path, or of its key. */
  readonly placeOf: (path: readonly PropertyKey[], atKey?: boolean) => Place;
  /** The place between two character offsets. */
  readonly placeBetween: (from: number, to: number) => Place;
}

/** Parses the text of a scenario file. Never throws on bad text. */
export function parseFile(text: string): ParsedFile {
  const lines = new LineCounter();
  const refused = refuse(text);
  if (refused !== undefined) {
    lines.addNewLine(0);
    return parsed(undefined, [refused], undefined, lines);
  }
  try {
    const [document, second] = compose(text, lines);
    if (document === undefined) return parsed(undefined, [whole("empty", "The file is empty.")], undefined, lines);
    const several = second === undefined ? [] : [severalDocuments(second)];
    const problems = [...document.errors, ...document.warnings].map(ofYaml).concat(several, survey(document));
    return parsed(
      problems.length > 0 && document.errors.length > 0 ? undefined : values(document, problems),
      problems,
      document,
      lines,
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return parsed(
      undefined,
      [whole("too-deep", "The values in this file are nested too deep to be read.")],
      undefined,
      lines,
    );
  }
}

function refuse(text: string): TextProblem | undefined {
  if (text.length > MAX_BYTES || (text.length > MAX_BYTES / 3 && new TextEncoder().encode(text).length > MAX_BYTES)) {
    return whole("too-large", `The file is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  }
  if (text.includes("\u0000") || text.includes("\ufffd")) {
    const at = text.search(/[\u0000\ufffd]/);
    return { ...whole("binary", "The file is not text: it holds bytes that are not UTF-8."), from: at, to: at + 1 };
  }
  return text.trim() === "" ? whole("empty", "The file is empty.") : undefined;
}

function compose(text: string, lines: LineCounter): Document.Parsed[] {
  const composer = new Composer({
    lineCounter: lines,
    uniqueKeys: false,
    merge: false,
    schema: "core",
    version: "1.2",
  });
  return [...composer.compose(new Parser(lines.addNewLine).parse(text))].slice(0, 2);
}

function values(document: Document.Parsed, problems: TextProblem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    problems.push(whole("too-many-aliases", "Aliases in this file stand for more values than can be read."));
    return undefined;
  }
}

/** Walks all nodes once, without recursion: duplicate keys, ambiguous scalars, depth. */
function survey(document: Document.Parsed): TextProblem[] {
  const found: TextProblem[] = [];
  const waiting: { node: unknown; depth: number }[] = [{ node: document.contents, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (isScalar(node) || isAlias(node)) {
      const problem = isScalar(node) ? ambiguity(node) : undefined;
      if (problem !== undefined) found.push(problem);
      continue;
    }
    if (depth > MAX_DEPTH) return [...found, whole("too-deep", `Values are nested more than ${MAX_DEPTH} deep.`)];
    if (isSeq(node)) for (const item of node.items) waiting.push({ node: item, depth: depth + 1 });
    if (!isMap(node)) continue;
    const keys = new Set<unknown>();
    for (const { key, value } of node.items) {
      const word = isScalar(key) ? String(key.value) : undefined;
      if (word === undefined)
        found.push({ ...range(key), code: "wrong-type", message: "A key must be a single word." });
      else if (keys.has(word)) {
        found.push({
          ...range(key),
          code: "duplicate-key",
          message: `The key ${visibleLine(word)} stands here twice.`,
        });
      }
      keys.add(word);
      waiting.push({ node: key, depth }, { node: value, depth: depth + 1 });
    }
  }
  return found;
}

function parsed(
  value: unknown,
  problems: readonly TextProblem[],
  document: Document.Parsed | undefined,
  lines: LineCounter,
): ParsedFile {
  const placeBetween = (from: number, to: number): Place => {
    const start = lines.linePos(from);
    const end = lines.linePos(Math.max(from, to));
    const known = start.line > 0 ? start : { line: 1, col: 1 };
    return {
      line: known.line,
      column: known.col,
      endLine: Math.max(known.line, end.line),
      endColumn: Math.max(1, end.col),
    };
  };
  return {
    value,
    problems,
    placeBetween,
    placeOf: (path, atKey = false) => {
      const { from, to } = locate(document?.contents, path, atKey);
      return placeBetween(from, to);
    },
  };
}

/** The offsets of the value at a path; of the nearest one above it where the path goes on into nothing. */
function locate(contents: unknown, path: readonly PropertyKey[], atKey: boolean): { from: number; to: number } {
  let node = contents;
  let key: unknown;
  for (const step of path) {
    if (isSeq(node) && typeof step === "number" && step in node.items) {
      node = node.items[step];
      key = undefined;
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return range(isMap(contents) && node === contents ? node.items[0]?.key : (key ?? node));
      key = pair.key;
      node = pair.value ?? pair.key;
    } else break;
  }
  return range(atKey && key !== undefined ? key : node);
}

function range(node: unknown): { from: number; to: number } {
  const held = node as { range?: [number, number, number] } | null | undefined;
  const [from, to] = held?.range ?? [0, 0];
  return { from, to: isMap(node) || isSeq(node) ? Math.min(to, from + 1) : to };
}

const SYNTAX: Readonly<Partial<Record<YAMLError["code"], DiagnosticCode>>> = {
  TAB_AS_INDENT: "tab",
  DUPLICATE_KEY: "duplicate-key",
  MULTIPLE_DOCS: "several-documents",
  TAG_RESOLVE_FAILED: "tag",
  RESOURCE_EXHAUSTION: "too-deep",
};

function ofYaml({ code, message, pos: [from, to] }: YAMLError): TextProblem {
  const ours = SYNTAX[code] ?? "syntax";
  const said = ours === "tab" ? "A tab is used for indentation; YAML allows spaces only." : sentence(message);
  return { from, to, code: ours, message: said };
}

function severalDocuments({ range: [from] }: Document.Parsed): TextProblem {
  return {
    from,
    to: from + 1,
    code: "several-documents",
    message: "A second document begins here; a scenario is one.",
  };
}

function sentence(message: string): string {
  const [first = ""] = message.split(/ at line \d+/);
  return `${visibleLine(first).replace(/[.:]?$/, "")}.`;
}

function whole(code: DiagnosticCode, message: string): TextProblem {
  return { from: 0, to: 1, code, message };
}
