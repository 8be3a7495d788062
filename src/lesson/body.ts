/** The body of a lesson, split into headings, prose, tagged fences and minutes, each with its line. */

import type { Token } from "markdown-it";
import { nth } from "../problem/index.ts";
import type { LessonIssue } from "./codes.ts";
import { strict } from "./markdown.ts";
import { fenceIssues, tagOf } from "./tags.ts";

/** A heading of the second rank, with the minutes that stand under it. */
interface Heading {
  readonly kind: "heading";
  readonly title: string;
  readonly line: number;
}

/** Prose between headings and tagged fences. */
interface Prose {
  readonly kind: "prose";
  readonly markdown: string;
  readonly line: number;
}

export interface Fence {
  readonly kind: "fence";
  readonly tag: string;
  readonly language: string;
  readonly content: string;
  /** The line of the fence itself. */
  readonly line: number;
}

/** Minutes under a heading of any rank. */
interface Minutes {
  readonly kind: "minutes";
  readonly minutes: number;
  readonly line: number;
}

export type BodyPart = Heading | Prose | Fence | Minutes;

const MINUTES = /^<!--\s*minutes:\s*(\d{1,3})\s*-->\s*$/;

/** Splits the body. Lines are counted in the text. */
export function splitBody(text: string): {
  readonly parts: readonly BodyPart[];
  readonly issues: readonly LessonIssue[];
} {
  const lines = text.split("\n");
  const tokens = strict.parse(text, {});
  const parts: BodyPart[] = [];
  const issues: LessonIssue[] = [];
  let from = 0;
  const flush = (to: number): void => {
    const markdown = lines.slice(from, to).join("\n");
    const blank = markdown.length - markdown.trimStart().length;
    const line = from + 1 + (markdown.slice(0, blank).match(/\n/g)?.length ?? 0);
    if (markdown.trim() !== "") parts.push({ kind: "prose", markdown: markdown.trim(), line });
  };
  tokens.forEach((token, index) => {
    if (token.level > 0 || token.map === null) return;
    const [start, end] = token.map;
    const line = start + 1;
    if (token.type === "heading_open" && token.tag === "h2") {
      flush(start);
      parts.push({ kind: "heading", title: nth(tokens, index + 1).content, line });
      from = end;
    } else if (token.type === "fence" && tagOf(token.info) !== "") {
      flush(start);
      const [language = ""] = token.info.trim().split(/\s+/);
      parts.push({ kind: "fence", tag: tagOf(token.info), language, content: token.content, line });
      issues.push(...fenceIssues(token, lines));
      from = end;
    } else if (token.type === "html_block" && tokens[index - 1]?.type === "heading_close") {
      const [, minutes] = MINUTES.exec(token.content.trim()) ?? [];
      if (minutes === undefined) return;
      flush(start);
      parts.push({ kind: "minutes", minutes: Number(minutes), line });
      from = end;
    }
  });
  flush(lines.length);
  return { parts, issues: [...issues, ...nestedFenceIssues(tokens)] };
}

function nestedFenceIssues(tokens: readonly Token[]): readonly LessonIssue[] {
  return tokens
    .filter(({ type, level, info }) => type === "fence" && level > 0 && tagOf(info) !== "")
    .map(({ map, info }) => ({
      code: "tag-nested",
      line: (map?.[0] ?? 0) + 1,
      message: `The fence "${info.trim()}" stands inside a list or a quotation.`,
      expected: "the fence at the left margin",
    }));
}
