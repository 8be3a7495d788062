/** Reading a lesson: everything that is wrong with it at once, or the lesson. */

import { readDescribed } from "../scenario/index.ts";
import type { Remark } from "../views/index.ts";
import { type BodyPart, splitBody } from "./body.ts";
import { type LessonIssue, remarksOf } from "./codes.ts";
import { type FenceContent, readFence } from "./fence.ts";
import { keyRangesOf, type LessonBlock, type LessonFile, rangesIn, type Section } from "./lesson.ts";
import { hiddenIssues, proseIssues, textIssues } from "./prose.ts";
import { frontMatter } from "./schema.ts";

/** What reading a lesson gave: the lesson unless something is wrong, and every problem in order of place. */
export interface LessonReading {
  readonly lesson?: LessonFile;
  readonly diagnostics: readonly Remark[];
}

/**
 * Reads the one source of a lesson. Never throws on bad input, runs nothing and reads nothing else; whether the events
 * that it names exist says {@link lessonReferences}.
 *
 * @param text the file's text
 * @param file its name, for diagnostics
 */
export function readLesson(text: string, { file }: { readonly file: string }): LessonReading {
  const whole = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  const [front = "", yaml = ""] = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(whole) ?? [];
  if (front === "") return { diagnostics: remarksOf([frontMatterIssue(whole)], file) };
  const head = readDescribed(yaml, frontMatter, { file, above: 1 });
  // The body keeps the numbers of its lines.
  const body = front.replace(/[^\n]+/g, "") + whole.slice(front.length);
  const { parts, issues } = splitBody(body);
  const readParts = parts.map((part) => readPart(part, file));
  const { opening, sections } = sectionsOf(readParts);
  const allIssues: readonly LessonIssue[] = [
    ...hiddenIssues(body),
    ...issues,
    ...readParts.flatMap((part) => part.issues),
    ...orderIssues(readParts),
    ...(sections.length === 0 ? [sectionIssue(body)] : []),
    ...(head.value === undefined ? [] : minutesIssues(head.value.minutes, readParts)),
    ...textIssues(head.value, rangesIn(head.placeOf)),
  ];
  const diagnostics = [
    ...head.diagnostics,
    ...remarksOf(allIssues, file),
    ...readParts.flatMap((part) => part.diagnostics ?? []),
  ].toSorted((one, other) => one.line - other.line || one.column - other.column);
  if (head.value === undefined || diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
  const at = keyRangesOf(head.value, rangesIn(head.placeOf));
  return { lesson: { head: head.value, at, opening, sections }, diagnostics };
}

/** A part of the body, with its block and what is wrong with it. */
interface ReadPart extends FenceContent {
  readonly part: BodyPart;
}

function readPart(part: BodyPart, file: string): ReadPart {
  if (part.kind === "fence") return { part, ...readFence(part, file) };
  if (part.kind !== "prose") return { part, issues: [] };
  const { markdown, line } = part;
  return { part, block: { kind: "text", markdown, line }, issues: proseIssues(markdown, line) };
}

function sectionsOf(readParts: readonly ReadPart[]): Pick<LessonFile, "opening" | "sections"> {
  const slug = slugs();
  const opening: LessonBlock[] = [];
  const sections: { title: string; slug: string; minutes: number; blocks: LessonBlock[] }[] = [];
  for (const { part, block } of readParts) {
    const section = sections.at(-1);
    if (part.kind === "heading") sections.push({ title: part.title, slug: slug(part.title), minutes: 0, blocks: [] });
    else if (part.kind === "minutes" && section !== undefined) section.minutes += part.minutes;
    else if (block !== undefined) (section?.blocks ?? opening).push(block);
  }
  return { opening, sections: sections satisfies readonly Section[] };
}

/** An answer follows its beginning, with nothing but hints and words to the teacher between them. */
function orderIssues(readParts: readonly ReadPart[]): readonly LessonIssue[] {
  const issues: LessonIssue[] = [];
  let open: number | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const message = "This exercise has no answer after it.";
    issues.push({ code: "start-without-answer", line: open, message, expected: "a `ts answer` fence" });
    open = undefined;
  };
  for (const { part } of readParts) {
    if (part.kind === "fence" && part.tag === "answer") {
      if (open === undefined) {
        const message = "This answer has no exercise before it.";
        issues.push({ code: "answer-without-start", line: part.line, message, expected: "a `ts start` fence" });
      }
      open = undefined;
    } else if (part.kind === "fence" && (part.tag === "hint" || part.tag === "teacher")) continue;
    else {
      close();
      if (part.kind === "fence" && part.tag === "start") open = part.line;
    }
  }
  close();
  return issues;
}

function minutesIssues(limit: number, readParts: readonly ReadPart[]): readonly LessonIssue[] {
  let sum = 0;
  for (const { part } of readParts) {
    if (part.kind !== "minutes") continue;
    sum += part.minutes;
    if (sum <= limit) continue;
    const all = readParts.reduce((total, { part: one }) => total + (one.kind === "minutes" ? one.minutes : 0), 0);
    const message = `The parts take ${all} minutes together, and the lesson ${limit}.`;
    return [{ code: "lesson-minutes", line: part.line, message, expected: `at most ${limit} minutes in all` }];
  }
  return [];
}

function frontMatterIssue(text: string): LessonIssue {
  const message = text.startsWith("---")
    ? "The front matter is not closed."
    : "The file does not begin with front matter.";
  return { code: "no-front-matter", line: 1, length: 3, message, expected: "---, the keys, and --- again" };
}

function sectionIssue(body: string): LessonIssue {
  const line = Math.max(1, body.split("\n").findIndex((one) => one.trim() !== "") + 1);
  return { code: "no-section", line, message: "The lesson has no section.", expected: "a heading: ## Briefing" };
}

/** Gives each title a name of small letters, digits and hyphens, no two alike. */
function slugs(): (title: string) => string {
  const taken = new Set(["title", "opening"]);
  return (title) => {
    const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const base =
      plain
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, 40) || "section";
    let slug = base;
    for (let k = 2; taken.has(slug); k += 1) slug = `${base}-${k}`;
    taken.add(slug);
    return slug;
  };
}
