/** Reading a lesson: everything that is wrong with it at once, or the lesson. */

import { readDescribed } from "../scenario/index.ts";
import type { Remark } from "../views/index.ts";
import { type Mark, remarksOf } from "./codes.ts";
import { type Filled, filled } from "./fill.ts";
import { type LessonBlock, type LessonFile, type Section, spotIn, spotsOf } from "./lesson.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { hiddenMarks, proseMarks, textMarks } from "./prose.ts";
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
  if (front === "") return { diagnostics: remarksOf([withoutFront(whole)], file) };
  const head = readDescribed(yaml, frontMatter, { file, above: 1 });
  // The body keeps the numbers of its lines.
  const body = front.replace(/[^\n]+/g, "") + whole.slice(front.length);
  const { pieces, marks } = piecesOf(body);
  const parts = pieces.map((piece) => partOf(piece, file));
  const { opening, sections } = sectionsOf(parts);
  const found: readonly Mark[] = [
    ...hiddenMarks(body),
    ...marks,
    ...parts.flatMap((part) => part.marks),
    ...orderMarks(parts),
    ...(sections.length === 0 ? [withoutSection(body)] : []),
    ...(head.value === undefined ? [] : minutesMarks(head.value.minutes, parts)),
    ...textMarks(head.value, spotIn(head.placeOf)),
  ];
  const diagnostics = [
    ...head.diagnostics,
    ...remarksOf(found, file),
    ...parts.flatMap((part) => part.diagnostics ?? []),
  ].toSorted((one, other) => one.line - other.line || one.column - other.column);
  if (head.value === undefined || diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
  const at = spotsOf(head.value, spotIn(head.placeOf));
  return { lesson: { head: head.value, at, opening, sections }, diagnostics };
}

/** A piece, with what became of it. */
interface Part extends Filled {
  readonly piece: Piece;
}

function partOf(piece: Piece, file: string): Part {
  if (piece.kind === "fence") return { piece, ...filled(piece, file) };
  if (piece.kind !== "prose") return { piece, marks: [] };
  const { markdown, line } = piece;
  return { piece, block: { kind: "text", markdown, line }, marks: proseMarks(markdown, line) };
}

function sectionsOf(parts: readonly Part[]): Pick<LessonFile, "opening" | "sections"> {
  const slug = slugs();
  const opening: LessonBlock[] = [];
  const sections: { title: string; slug: string; minutes: number; blocks: LessonBlock[] }[] = [];
  for (const { piece, block } of parts) {
    const section = sections.at(-1);
    if (piece.kind === "heading")
      sections.push({ title: piece.title, slug: slug(piece.title), minutes: 0, blocks: [] });
    else if (piece.kind === "minutes" && section !== undefined) section.minutes += piece.minutes;
    else if (block !== undefined) (section?.blocks ?? opening).push(block);
  }
  return { opening, sections: sections satisfies readonly Section[] };
}

/** An answer follows its beginning, with nothing but hints and words to the teacher between them. */
function orderMarks(parts: readonly Part[]): readonly Mark[] {
  const marks: Mark[] = [];
  let open: number | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const message = "This exercise has no answer after it.";
    marks.push({ code: "start-without-answer", line: open, message, expected: "a `ts answer` fence" });
    open = undefined;
  };
  for (const { piece } of parts) {
    if (piece.kind === "fence" && piece.tag === "answer") {
      if (open === undefined) {
        const message = "This answer has no exercise before it.";
        marks.push({ code: "answer-without-start", line: piece.line, message, expected: "a `ts start` fence" });
      }
      open = undefined;
    } else if (piece.kind === "fence" && (piece.tag === "hint" || piece.tag === "teacher")) continue;
    else {
      close();
      if (piece.kind === "fence" && piece.tag === "start") open = piece.line;
    }
  }
  close();
  return marks;
}

function minutesMarks(most: number, parts: readonly Part[]): readonly Mark[] {
  let sum = 0;
  for (const { piece } of parts) {
    if (piece.kind !== "minutes") continue;
    sum += piece.minutes;
    if (sum <= most) continue;
    const all = parts.reduce((total, { piece: one }) => total + (one.kind === "minutes" ? one.minutes : 0), 0);
    const message = `The parts take ${all} minutes together, and the lesson ${most}.`;
    return [{ code: "lesson-minutes", line: piece.line, message, expected: `at most ${most} minutes in all` }];
  }
  return [];
}

function withoutFront(text: string): Mark {
  const message = text.startsWith("---")
    ? "The front matter is not closed."
    : "The file does not begin with front matter.";
  return { code: "no-front-matter", line: 1, length: 3, message, expected: "---, the keys, and --- again" };
}

function withoutSection(body: string): Mark {
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
