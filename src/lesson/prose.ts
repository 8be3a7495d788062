/** What a lesson's prose may not hold: HTML, pictures from elsewhere, links by reference, headings out of order. */
import type { Env, Token } from "markdown-it";
import { nth, visible, visibleLine } from "../problem/index.ts";
import type { Mark } from "./codes.ts";
import type { SpotOf } from "./lesson.ts";
import { strict } from "./markdown.ts";

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The marks on a stretch of Markdown whose first line is the given line of the file. */
export function proseMarks(markdown: string, line: number, mayHoldFiles = true): readonly Mark[] {
  const env: Env = {};
  const lines = markdown.split("\n");
  const marks = strict.parse(markdown, env).flatMap((token) => ofToken(token, lines, mayHoldFiles));
  const links = Object.keys(env.references ?? {}).map((label) => ofReference(label, lines));
  return [...marks, ...links].map((mark) => ({ ...mark, line: mark.line + line - 1 }));
}

/** The marks on every text within a value that was read from YAML: each is Markdown of a line or a few. */
export function textMarks(value: unknown, spot: SpotOf, path: readonly PropertyKey[] = []): readonly Mark[] {
  if (typeof value === "string") {
    // Where in a text of YAML a mark would stand is not known; the first one stands for all.
    return proseMarks(value, 1, false)
      .slice(0, 1)
      .map((mark) => ({ ...mark, ...spot(path) }));
  }
  if (typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => textMarks(inner, spot, [...path, key]));
}

/** Characters that can't be seen, anywhere in a lesson. */
export function hiddenMarks(text: string): readonly Mark[] {
  return text.split("\n").flatMap((written, index): readonly Mark[] => {
    const shown = visible(written);
    if (shown === written) return [];
    const column = [...written].findIndex((_, k) => shown[k] !== written[k]) + 1;
    return [
      {
        code: "hidden-character",
        line: index + 1,
        column: Math.max(1, column),
        message: "A character stands here that can't be seen.",
        expected: "only what can be read",
      },
    ];
  });
}

function ofToken(token: Token, lines: readonly string[], mayHoldFiles: boolean): readonly Mark[] {
  const line = (token.map?.[0] ?? 0) + 1;
  if (token.type === "html_block") return [ofHtml(token.content, line, 1)];
  if (token.type === "heading_open") return ofHeading(token, line);
  return (token.children ?? []).flatMap((child) => {
    const at = placeOf(child, token, lines);
    if (child.type === "html_inline") return [ofHtml(child.content, at.line, at.column)];
    if (child.type === "image") return mayHoldFiles && isSourced(at, lines) ? [] : ofPicture(child, at);
    return [];
  });
}

function ofHeading({ tag }: Token, line: number): readonly Mark[] {
  if (tag !== "h1") return [];
  const message = "A heading of the first rank stands in the text; the title is the only one.";
  return [{ code: "lesson-heading", line, message, expected: "## for a section, ### for its parts" }];
}

function ofHtml(content: string, line: number, column: number): Mark {
  const [first = ""] = content.trim().split("\n");
  const shown = visibleLine(first.slice(0, 60));
  const at = { line, column, length: Math.max(1, first.length) };
  return first.startsWith("<!--")
    ? {
        ...at,
        code: "lesson-comment",
        message: `The comment ${shown} says nothing that is read here.`,
        expected: "<!-- minutes: 4 -->, on the line under a heading",
      }
    : { ...at, code: "lesson-html", message: `${shown} is HTML; a lesson is Markdown.`, expected: "Markdown" };
}

/** A picture that is written with its source: whether the file is there is looked up elsewhere. */
function isSourced({ line, column }: Place, lines: readonly string[]): boolean {
  return /^!\[[^\]]*\]\((?![a-z]+:)[^\s)]+\s+"[^"]*\S[^"]*"\)/i.test((lines[line - 1] ?? "").slice(column - 1));
}

function ofPicture(picture: Token, at: Place): readonly Mark[] {
  const source = String(picture.attrGet("src") ?? "");
  if (/^data:image\/(png|jpeg|gif|webp);/.test(source)) return [];
  const message = `The picture ${visibleLine(source.slice(0, 60))} does not say where it is from, or stands where none may.`;
  return [{ ...at, code: "lesson-picture", message, expected: '![words](file.png "its source") in the text' }];
}

function ofReference(label: string, lines: readonly string[]): Mark {
  const start = `[${label}]:`.toLowerCase();
  const line = lines.findIndex((one) => one.trim().toLowerCase().startsWith(start)) + 1;
  return {
    code: "lesson-link",
    line: Math.max(1, line),
    message: `The address of [${visibleLine(label.toLowerCase())}] stands apart from the link, and would be lost between cells.`,
    expected: "[words](https://…)",
  };
}

/** Inline tokens have no place of their own: it is looked for in the lines of their paragraph. */
function placeOf(child: Token, { map }: Token, lines: readonly string[]): Place {
  const [start, end] = map ?? [0, 1];
  const wanted = child.type === "image" ? "![" : (child.content.split("\n")[0] ?? "");
  for (let k = start; k < end; k += 1) {
    const column = nth(lines, k).indexOf(wanted);
    if (column >= 0) return { line: k + 1, column: column + 1 };
  }
  return { line: start + 1, column: 1 };
}
