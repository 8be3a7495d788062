/** From blocks to cells: what a notebook shows of each. */
import type { Words } from "../../pictures/index.ts";
import type { LessonBlock, LessonFile, Question } from "../lesson.ts";
import { factsOf, titleOf, wordsFor } from "../words.ts";
import type { Cell } from "./ipynb.ts";

/** For whom a notebook is. */
export type Reader = "student" | "key";

/** A reader, and the words around what is read. */
interface Reading {
  readonly reader: Reader;
  readonly words: Words["lesson"];
}

/** The cells of a lesson. Each is named for its section, its kind and its place among those, so that ids stay. */
export function cellsOf(lesson: LessonFile, reader: Reader): readonly Cell[] {
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
  const joined = heading !== undefined && first?.kind === "text";
  const opened: readonly Cell[] =
    heading === undefined
      ? []
      : [{ type: "markdown", id: slug, source: joined ? `${heading}\n\n${first.markdown}` : heading }];
  return [
    ...opened,
    ...(joined ? others : blocks).flatMap((block) => {
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
      return { type: "markdown", source: fenced(block.code, block.language) };
    case "start":
      return reader === "student" ? { type: "code", source: block.code, tags: ["exercise"] } : undefined;
    case "answer":
      return reader === "key" ? { type: "code", source: block.code, tags: ["answer"] } : undefined;
    case "teacher":
      return reader === "key"
        ? { type: "markdown", source: quoted(`**${words.teacher}** ${block.markdown}`), tags: ["teacher"] }
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
  const listed = options.map(({ say, right = false, because }, k) => {
    const letter = String.fromCharCode("a".charCodeAt(0) + k);
    const text = `   - (${letter}) ${say}`;
    return reader === "key" ? `${text} **${right ? words.quiz.right : words.quiz.wrong}** ${because}` : text;
  });
  return `${index + 1}. ${ask}\n${listed.join("\n")}`;
}

/** A fence that is longer than any run of backticks within it. */
function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

function quoted(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}
