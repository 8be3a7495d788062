/** The tags of fences: what each is for and the language it stands after. */
import type { Token } from "markdown-it";
import { nearest, visibleLine } from "../problem/index.ts";
import type { LessonIssue } from "./codes.ts";

/** Every tag, with the languages it stands after; none named: any. */
export const tags = {
  run: { after: ["ts"], does: "a cell of every notebook; its output stands in the page" },
  start: { after: ["ts"], does: "an exercise's beginning, for students" },
  answer: { after: ["ts"], does: "what the exercise comes to, for the key" },
  show: { after: [], does: "code to be read and not run" },
  teacher: { after: ["md"], does: "a word to the teacher, in the key" },
  hint: { after: ["md"], does: "a hint that opens" },
  quiz: { after: ["yaml"], does: "questions with options" },
  predict: { after: ["yaml"], does: "a prediction to lock and reveal, in the page" },
  step: { after: ["yaml"], does: "a walk through the record, in the page" },
} as const satisfies Record<string, { readonly after: readonly string[]; readonly does: string }>;

export type Tag = keyof typeof tags;

export function isTag(word: string): word is Tag {
  return Object.hasOwn(tags, word);
}

/** What stands after the language of a fence; empty when nothing does. */
export function tagOf(info: string): string {
  return info.trim().split(/\s+/).slice(1).join(" ");
}

/** What is wrong with the first and last line of a tagged fence. */
export function fenceIssues({ info, map, markup }: Token, lines: readonly string[]): readonly LessonIssue[] {
  const [start, end] = map ?? [0, 0];
  const line = start + 1;
  const tag = tagOf(info);
  const column = (lines[start] ?? "").indexOf(tag, markup.length) + 1;
  const at = { line, column, length: tag.length };
  const open =
    (lines[end - 1] ?? "").trim().startsWith(markup) && end - 1 > start ? [] : [openFenceIssue(line, markup)];
  if (!isTag(tag)) {
    const known = Object.keys(tags);
    return [
      {
        ...at,
        code: "unknown-tag",
        message: `"${visibleLine(tag)}" is no tag of a lesson.`,
        expected: `one of ${known.join(", ")}, or none`,
        suggestion: nearest(tag, known),
      },
      ...open,
    ];
  }
  const [language = ""] = info.trim().split(/\s+/);
  const after: readonly string[] = tags[tag].after;
  if (after.length === 0 || after.includes(language)) return open;
  const message = `"${tag}" stands after ${visibleLine(language)}.`;
  return [{ ...at, code: "tag-language", message, expected: `${after.join(" or ")} ${tag}` }, ...open];
}

function openFenceIssue(line: number, markup: string): LessonIssue {
  return { line, code: "open-fence", length: markup.length, message: "This fence is never closed.", expected: markup };
}
