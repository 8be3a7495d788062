/** The page of a lesson: one HTML file with the text, the outputs of its cells and its interactive parts. */

import { facesFor, pageHtml } from "../../page/index.ts";
import type { Words } from "../../pictures/index.ts";
import { escapeHtml } from "../../render/index.ts";
import { exercisesOf } from "../exercises.ts";
import type { Code, LessonBlock, LessonFile, Section } from "../lesson.ts";
import { inlineHtml } from "../markdown.ts";
import { type Round, roundsOf } from "../rounds.ts";
import { factsOf, titleOf, wordsFor } from "../words.ts";
import { pageData, type RoundData } from "./data.ts";
import { blockHtml, type CellOutput } from "./parts.ts";
import type { Case, RecordShown } from "./record.ts";
import { pageStyle } from "./style.ts";

/** What is needed beside the lesson to make a page of it. */
export interface PageParts {
  /** A scenario by the name that the lesson gives it. */
  readonly caseOf: (name: string) => Case | undefined;
  /** What a cell gave when it was run; undefined when it was not. */
  readonly outputOf: (cell: Code) => CellOutput | undefined;
  readonly record: RecordShown;
  /** The bundled script that brings the interactive parts to life. */
  readonly script: string;
  /** The font of pictures as a style sheet. */
  readonly font: string;
}

/**
 * The page as the text of an HTML file. It works from disk with the network off. Answers of exercises are not in it, and
 * what comes after a bet is in the data of its script alone until the bet is revealed.
 */
export function lessonPage(lesson: LessonFile, { caseOf, outputOf, record, script, font }: PageParts): string {
  const say = wordsFor(lesson);
  const { lesson: words } = say;
  const html = blockHtml({ outputOf, record, exercises: exercisesOf(lesson), say });
  const title = titleOf(lesson);
  const [first = { rest: "", sections: "", contents: "" }, ...rounds] = roundsOf(lesson).map((round) =>
    roundHtml(round, html, say),
  );
  const gate = rounds.length === 0 ? "" : gateHtml(words);
  const body = `<a class="skip" href="#lesson">${words.skip}</a>
<header>
<h1>${escapeHtml(title)}</h1>
${factsHtml(lesson)}
</header>
<nav aria-label="${words.sections}"><p>${words.contents}</p>
<ul id="contents" aria-live="polite">${first.contents}</ul>${gate}</nav>
<main id="lesson" tabindex="-1">
${first.rest}${first.sections}</main>
${rounds.length === 0 ? "" : fogHtml(words)}<footer>${keptHtml(words)}<p>${words.made}</p></footer>`;
  const data = { title, language: say.language, ...pageData(lesson, caseOf, record), rounds };
  return pageHtml({ title, lang: say.language, style: facesFor(font, body) + pageStyle, body, script, data });
}

type Frame = Words["lesson"];

function gateHtml({ showAll }: Frame): string {
  return `<p class="script-only"><label><input type="checkbox" id="show-all"> ${showAll}</label></p>`;
}

function fogHtml({ fog: { label, opens, needs, paper } }: Frame): string {
  const without = `${needs} ${paper} <code>handout.html</code>.`;
  return `<aside id="fog" aria-label="${label}"><p class="script-only">${opens}</p><p class="script-needed">${without}</p></aside>\n`;
}

function keptHtml({ save, forget, kept }: Frame): string {
  const buttons = `<button type="button" id="save">${save}</button> <button type="button" id="forget">${forget}</button>`;
  return `<p class="script-only">${buttons}</p><p class="script-only">${kept}</p>`;
}

function roundHtml(round: Round, html: (block: LessonBlock) => string, say: Words): RoundData {
  const made = { rest: "", sections: "", contents: "" };
  for (const { section, begins, blocks } of round) {
    const inside = blocks.map(html).join("");
    if (section === undefined || !begins) {
      made.rest += inside;
      continue;
    }
    made.sections += sectionHtml(section, inside, say);
    made.contents += `<li><a href="#${section.slug}">${inlineHtml(section.title)}</a></li>`;
  }
  return made;
}

/** A section with its heading and its minutes. */
export function sectionHtml(
  { title, slug, minutes }: Omit<Section, "blocks">,
  inside: string,
  { lesson }: Pick<Words, "lesson">,
): string {
  const takes = minutes === 0 ? "" : `<p class="note">${lesson.minutes(minutes)}</p>\n`;
  return `<section aria-labelledby="${slug}">\n<h2 id="${slug}">${inlineHtml(title)}</h2>\n${takes}${inside}</section>\n`;
}

/** Time, level, needs and goals. */
export function factsHtml(lesson: LessonFile): string {
  return `<p>${factsOf(lesson).map(escapeHtml).join(" · ")}</p>
<p>${wordsFor(lesson).lesson.goals}</p>
<ul>${lesson.head.goals.map((goal) => `<li>${inlineHtml(goal)}</li>`).join("")}</ul>`;
}
