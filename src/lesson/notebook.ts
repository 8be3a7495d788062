/** The notebooks of a lesson: the student's, from which answers are gone, and the key. */

import { UNSEALED, withSeal } from "../page/index.ts";

import type { Words } from "../pictures/index.ts";
import type { LessonBlock, LessonFile, Question } from "./lesson.ts";
import { factsOf, titleOf, wordsFor } from "./words.ts";

/**
 * The student's notebook as the text of an .ipynb file. Answers, words to the teacher and the right options of a quiz
 * are not in it, hidden or otherwise.
 */
export function studentNotebook(lesson: LessonFile): string {
  return ipynb(cellsOf(lesson, "student"));
}

/** The key as the text of an .ipynb file: the student's notebook with answers in place of beginnings. */
export function keyNotebook(lesson: LessonFile): string {
  return ipynb(cellsOf(lesson, "key"));
}

/** For whom a notebook is. */
type Reader = "student" | "key";

/** A reader, and the words around what is read. */
interface Reading {
  readonly reader: Reader;
  readonly words: Words["lesson"];
}

/** The cells of a lesson. Each is named for its section, its kind and its place among those, so that ids stay. */
function cellsOf(lesson: LessonFile, reader: Reader): readonly Cell[] {
  const { lesson: words } = wordsFor(lesson);
  return [
    { type: "markdown", id: "title", source: titleText(lesson, reader) },
    ...cellsIn("opening", undefined, lesson.opening, { reader, words }),
    ...lesson.sections.flatMap(({ slug, title, minutes, blocks }) =>
      cellsIn(slug, `## ${title}${minutes === 0 ? "" : `\n\n*${words.minutes(minutes)}*`}`, blocks, { reader, words }),
    ),
  ];
}

function cellsIn(
  slug: string,
  heading: string | undefined,
  blocks: readonly LessonBlock[],
  reading: Reading,
): readonly Cell[] {
  const counts = new Map<string, number>();
  const idOf = (kind: string): string => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${slug}--${kind}-${count}`;
  };
  // The heading stands in one cell with the text that follows it.
  const [first, ...others] = blocks;
  const isJoined = heading !== undefined && first?.kind === "text";
  const headingCells: readonly Cell[] =
    heading === undefined
      ? []
      : [{ type: "markdown", id: slug, source: isJoined ? `${heading}\n\n${first.markdown}` : heading }];
  return [
    ...headingCells,
    ...(isJoined ? others : blocks).flatMap((block) => {
      const id = idOf(block.kind);
      const cell = cellOf(block, reading);
      return cell === undefined ? [] : [{ ...cell, id }];
    }),
  ];
}

function cellOf(block: LessonBlock, { reader, words }: Reading): Omit<Cell, "id"> | undefined {
  switch (block.kind) {
    case "text":
      return { type: "markdown", source: block.markdown };
    case "run":
      return { type: "code", source: block.code };
    case "show":
      return { type: "markdown", source: fence(block.code, block.language) };
    case "start":
      return reader === "student" ? { type: "code", source: block.code, tags: ["exercise"] } : undefined;
    case "answer":
      return reader === "key" ? { type: "code", source: block.code, tags: ["answer"] } : undefined;
    case "teacher":
      return reader === "key"
        ? { type: "markdown", source: quoteMarkdown(`**${words.teacher}** ${block.markdown}`), tags: ["teacher"] }
        : undefined;
    case "hint":
      return {
        type: "markdown",
        source: `<details>\n<summary>▸ ${words.hintToOpen}</summary>\n\n${block.markdown}\n\n</details>`,
        tags: ["hint"],
      };
    case "quiz":
      return {
        type: "markdown",
        source: block.questions.map((one, k) => questionText(one, k, { reader, words })).join("\n\n"),
      };
    case "predict":
    case "step":
      return undefined; // They act in a page only; a notebook has cells for the same.
  }
}

function titleText(lesson: LessonFile, reader: Reader): string {
  const { lesson: words } = wordsFor(lesson);
  const [minutes, ...facts] = factsOf(lesson);
  return [
    `# ${titleOf(lesson)}${reader === "key" ? ` (${words.key})` : ""}`,
    [`**${minutes}**`, ...facts].join(" · "),
    `${words.goals}\n\n${lesson.head.goals.map((goal) => `- ${goal}`).join("\n")}`,
  ].join("\n\n");
}

function questionText({ ask, options }: Question, index: number, { reader, words }: Reading): string {
  const optionLines = options.map(({ say, right = false, because }, k) => {
    const letter = String.fromCharCode("a".charCodeAt(0) + k);
    const text = `   - (${letter}) ${say}`;
    return reader === "key" ? `${text} **${right ? words.quiz.right : words.quiz.wrong}** ${because}` : text;
  });
  return `${index + 1}. ${ask}\n${optionLines.join("\n")}`;
}

/** A fence that is longer than any run of backticks within it. */
function fence(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

function quoteMarkdown(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

interface Cell {
  readonly type: "markdown" | "code";
  /** Within its notebook no two alike; letters, digits, hyphens; at most 64 of them. */
  readonly id: string;
  readonly source: string;
  readonly tags?: readonly string[];
}

/** A notebook for the Deno kernel, without outputs, laid out as Jupyter itself writes it. @param cells in order */
function ipynb(cells: readonly Cell[]): string {
  return withSeal(
    `${JSON.stringify({ cells: cells.map(cellJson), metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`,
  );
}

const metadata = {
  demarche: { built: UNSEALED },
  kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
  language_info: {
    codemirror_mode: "typescript",
    file_extension: ".ts",
    mimetype: "text/x.typescript",
    name: "typescript",
    nbconvert_exporter: "script",
    pygments_lexer: "typescript",
  },
};

/** Keys stand in the order of the alphabet, as Jupyter sorts them. */
function cellJson({ type, id, source, tags = [] }: Cell): object {
  const tagged = tags.length === 0 ? {} : { tags };
  // A long table is shown whole: Jupyter would put it into a box of a few lines with a scroll bar.
  const metadata = type === "code" ? { scrolled: false, ...tagged } : tagged;
  const lines = source.split(/(?<=\n)/);
  return type === "code"
    ? { cell_type: "code", execution_count: null, id, metadata, outputs: [], source: lines }
    : { cell_type: "markdown", id, metadata, source: lines };
}
