/** What a lesson's prose may not hold: HTML, pictures from elsewhere, links by reference, headings out of order. */
import type { Env, Token } from "markdown-it";
import { nth, visible, visibleLine } from "../problem/index.ts";
import type { LessonIssue } from "./codes.ts";
import type { RangeOf } from "./lesson.ts";
import { strict } from "./markdown.ts";

interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with Markdown whose first line is the given line of the file. */
export function proseIssues(markdown: string, line: number, mayHoldFiles = true): readonly LessonIssue[] {
  const env: Env = {};
  const lines = markdown.split("\n");
  const issues = strict.parse(markdown, env).flatMap((token) => tokenIssues(token, lines, mayHoldFiles));
  const links = Object.keys(env.references ?? {}).map((label) => referenceIssue(label, lines));
  return [...issues, ...links].map((issue) => ({ ...issue, line: issue.line + line - 1 }));
}

/** What is wrong with the texts of a value that was read from YAML: each is Markdown of a line or a few. */
export function textIssues(
  value: unknown,
  rangeOf: RangeOf,
  path: readonly PropertyKey[] = [],
): readonly LessonIssue[] {
  if (typeof value === "string") {
    // The place within a text of YAML is not known, so the first issue stands for all.
    return proseIssues(value, 1, false)
      .slice(0, 1)
      .map((issue) => ({ ...issue, ...rangeOf(path) }));
  }
  if (typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => textIssues(inner, rangeOf, [...path, key]));
}

/** Characters that can't be seen, anywhere in a lesson. */
export function hiddenIssues(text: string): readonly LessonIssue[] {
  return text.split("\n").flatMap((line, index): readonly LessonIssue[] => {
    const shown = visible(line);
    if (shown === line) return [];
    const column = [...line].findIndex((_, k) => shown[k] !== line[k]) + 1;
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

function tokenIssues(token: Token, lines: readonly string[], mayHoldFiles: boolean): readonly LessonIssue[] {
  const line = (token.map?.[0] ?? 0) + 1;
  if (token.type === "html_block") return [htmlIssue(token.content, line, 1)];
  if (token.type === "heading_open") return headingIssues(token, line);
  return (token.children ?? []).flatMap((child) => {
    const at = placeOf(child, token, lines);
    if (child.type === "html_inline") return [htmlIssue(child.content, at.line, at.column)];
    if (child.type === "image") return mayHoldFiles && isSourced(at, lines) ? [] : pictureIssues(child, at);
    return [];
  });
}

function headingIssues({ tag }: Token, line: number): readonly LessonIssue[] {
  if (tag !== "h1") return [];
  const message = "A heading of the first rank stands in the text; the title is the only one.";
  return [{ code: "lesson-heading", line, message, expected: "## for a section, ### for its parts" }];
}

function htmlIssue(content: string, line: number, column: number): LessonIssue {
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

/** Whether a picture is written with its source; whether its file is there is checked elsewhere. */
function isSourced({ line, column }: Place, lines: readonly string[]): boolean {
  return /^!\[[^\]]*\]\((?![a-z]+:)[^\s)]+\s+"[^"]*\S[^"]*"\)/i.test((lines[line - 1] ?? "").slice(column - 1));
}

function pictureIssues(picture: Token, at: Place): readonly LessonIssue[] {
  const source = String(picture.attrGet("src") ?? "");
  if (/^data:image\/(png|jpeg|gif|webp);/.test(source)) return [];
  const message = `The picture ${visibleLine(source.slice(0, 60))} does not say where it is from, or stands where none may.`;
  return [{ ...at, code: "lesson-picture", message, expected: '![words](file.png "its source") in the text' }];
}

function referenceIssue(label: string, lines: readonly string[]): LessonIssue {
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
