/** Slides of a lesson: each section and each of its parts a slide, in one HTML file; arrows turn them. */

import { framed } from "../../page/index.ts";
import { escapeHtml } from "../../render/index.ts";
import type { Code, LessonBlock, LessonFile, Section } from "../lesson.ts";
import { codeHtml, inlineHtml, markdownHtml, partsOf } from "../markdown.ts";
import { type CellOutput, outputHtml } from "./output.ts";
import { factsHtml } from "./page.ts";
import { slideStyle } from "./style.ts";

/** What is needed beside the lesson to make slides of it. */
export interface SlideParts {
  readonly outputOf: (cell: Code) => CellOutput | undefined;
  /** The bundled script that turns the slides. */
  readonly script: string;
}

/** The slides as the text of an HTML file. Without scripts, and on paper, they stand one under the other. */
export function lessonSlides(lesson: LessonFile, { outputOf, script }: SlideParts): string {
  const { head, opening, sections } = lesson;
  const title = `Lesson ${head.lesson}: ${head.title}`;
  const first = `<p class="title">${escapeHtml(title)}</p>\n${factsHtml(head)}`;
  const slides = [
    first,
    ...(opening.length === 0 ? [] : slidesOf(opening, "", outputOf)),
    ...sections.flatMap((section) => sectionSlides(section, outputOf)),
  ].filter((html) => html.trim() !== "");
  const main = slides.map(
    (html, k) => `<section aria-label="Slide ${k + 1} of ${slides.length}" tabindex="0">\n${html}\n</section>`,
  );
  const body = `<header><h1>${escapeHtml(title)}</h1></header>\n<main>\n${main.join("\n")}\n</main>\n<p class="where" role="status">Slide 1 of ${slides.length}; arrow keys turn.</p>`;
  return framed({ title: `${title} (slides)`, style: slideStyle, body, script });
}

function sectionSlides({ title, blocks }: Section, outputOf: SlideParts["outputOf"]): readonly string[] {
  const heading = `<h2>${inlineHtml(title)}</h2>\n`;
  const [first = "", ...others] = slidesOf(blocks, heading, outputOf);
  return [first, ...others];
}

/** Blocks as slides; a heading of the third rank begins another. */
function slidesOf(
  blocks: readonly LessonBlock[],
  heading: string,
  outputOf: SlideParts["outputOf"],
): readonly string[] {
  const slides = [heading];
  const add = (html: string): void => {
    slides[slides.length - 1] += html;
  };
  for (const block of blocks) {
    if (block.kind !== "text") {
      add(blockHtml(block, outputOf));
      continue;
    }
    partsOf(block.markdown).forEach((part, k) => {
      // A slide that holds nothing but its heading waits for what belongs to it.
      if ((k > 0 || part.startsWith("### ")) && slides.at(-1) !== heading) slides.push(heading);
      add(markdownHtml(part));
    });
  }
  return slides;
}

function blockHtml(block: LessonBlock, outputOf: SlideParts["outputOf"]): string {
  switch (block.kind) {
    case "run": {
      const output = outputOf(block);
      return codeHtml(block.code, "cell") + (output === undefined ? "" : outputHtml(output));
    }
    case "start":
      return codeHtml(block.code, "exercise");
    case "show":
      return codeHtml(block.code, block.language);
    case "quiz":
      return `<ol>${block.questions
        .map(({ ask, options }) => `<li>${inlineHtml(ask)}<ul>${listed(options.map(({ say }) => say))}</ul></li>`)
        .join("")}</ol>\n`;
    case "predict":
      return `<p>${inlineHtml(block.prediction.ask)}</p><ul>${listed(Object.values(block.prediction.options).map(({ say }) => say))}</ul>\n`;
    case "step":
      return '<p class="note">Walk through the record: in the page of the lesson.</p>\n';
    case "text":
    case "hint":
    case "answer":
    case "teacher":
      return "";
  }
}

function listed(texts: readonly string[]): string {
  return texts.map((text) => `<li>${inlineHtml(text)}</li>`).join("");
}
