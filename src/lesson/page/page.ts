/** The page of a lesson: one HTML file with the text, the outputs of its cells and its interactive parts. */

import { pageHtml } from "../../page/index.ts";
import { escapeHtml } from "../../render/index.ts";
import { exercisesOf } from "../exercises.ts";
import { type Code, type LessonBlock, type LessonFile, minutesText, type Section } from "../lesson.ts";
import { inlineHtml } from "../markdown.ts";
import { type Round, roundsOf } from "../rounds.ts";
import { pageData, type RoundData } from "./data.ts";
import type { CellOutput } from "./output.ts";
import { blockHtml } from "./parts.ts";
import type { Case, RecordShown } from "./record.ts";
import { pageStyle } from "./style.ts";

/** What is needed beside the lesson to make a page of it. */
export interface PageParts {
  /** A scenario by the name that the lesson gives it. */
  readonly caseOf: (name: string) => Case | undefined;
  /** What a cell gave when it was run; undefined when it was not. */
  readonly outputOf: (cell: Code) => CellOutput | undefined;
  /** What it shows of the record. */
  readonly record: RecordShown;
  /** The bundled script that brings the interactive parts to life. */
  readonly script: string;
}

/**
 * The page as the text of an HTML file. It works from disk with the network off. Answers of exercises are not in it, and
 * what comes after a bet is in the data of its script alone until the bet is revealed.
 */
export function lessonPage(lesson: LessonFile, { caseOf, outputOf, record, script }: PageParts): string {
  const { head } = lesson;
  const html = blockHtml({ outputOf, record, exercises: exercisesOf(lesson) });
  const title = titleOf(lesson);
  const [first = { rest: "", sections: "", contents: "" }, ...rounds] = roundsOf(lesson).map((round) =>
    roundHtml(round, html),
  );
  const gate = rounds.length === 0 ? "" : GATE;
  const body = `<a class="skip" href="#lesson">Skip to the lesson</a>
<header>
<h1>${escapeHtml(title)}</h1>
${factsHtml(head)}
</header>
<nav aria-label="Sections"><p>In this lesson:</p>
<ul id="contents" aria-live="polite">${first.contents}</ul>${gate}</nav>
<main id="lesson" tabindex="-1">
${first.rest}${first.sections}</main>
${rounds.length === 0 ? "" : FOG}<footer>${KEPT}<p>Made with Démarche from one Markdown file. What sources report is judged by the rules of a model; nothing here is a forecast.</p></footer>`;
  const data = { title, ...pageData(lesson, (name) => caseOf(name)?.text ?? "", record), rounds };
  return pageHtml({ title, style: pageStyle, body, script, data });
}

const GATE =
  '<p class="script-only"><label><input type="checkbox" id="show-all"> Show all (for the teacher): rounds open without a bet</label></p>';
const FOG =
  '<aside id="fog" aria-label="What comes next"><p class="script-only">What comes next opens here, when you have locked your bet and seen what happened.</p><p class="script-needed">What comes next opens after the bet, for which scripts must be allowed in the browser. On paper: <code>handout.html</code>.</p></aside>\n';
const KEPT =
  '<p class="script-only"><button type="button" id="save">Save my answers</button> <button type="button" id="forget">Forget my answers</button></p><p class="script-only">What you enter is kept in this browser and sent nowhere.</p>';

function roundHtml(round: Round, html: (block: LessonBlock) => string): RoundData {
  const made = { rest: "", sections: "", contents: "" };
  for (const { section, begins, blocks } of round) {
    const inside = blocks.map(html).join("");
    if (section === undefined || !begins) {
      made.rest += inside;
      continue;
    }
    made.sections += sectionHtml(section, inside);
    made.contents += `<li><a href="#${section.slug}">${inlineHtml(section.title)}</a></li>`;
  }
  return made;
}

/** A section with its heading and its minutes. */
export function sectionHtml({ title, slug, minutes }: Omit<Section, "blocks">, inside: string): string {
  const takes = minutes === 0 ? "" : `<p class="note">${minutesText(minutes)}</p>\n`;
  return `<section aria-labelledby="${slug}">\n<h2 id="${slug}">${inlineHtml(title)}</h2>\n${takes}${inside}</section>\n`;
}

/** `Lesson 3: …`. */
export function titleOf({ head }: LessonFile): string {
  return `Lesson ${head.lesson}: ${head.title}`;
}

/** Time, level, needs and goals. */
export function factsHtml({ minutes, level, needs = [], goals }: LessonFile["head"]): string {
  const needed = needs.map((need) => (typeof need === "number" ? `lesson ${need}` : need)).join(", ");
  const facts = [minutesText(minutes), level, ...(needed === "" ? [] : [`needs ${needed}`])];
  return `<p>${facts.map(escapeHtml).join(" · ")}</p>
<p>Afterwards you can:</p>
<ul>${goals.map((goal) => `<li>${inlineHtml(goal)}</li>`).join("")}</ul>`;
}
