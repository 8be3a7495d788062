/** The page of a lesson: one HTML file with the text, the outputs of its cells and its interactive parts. */

import { framed } from "../../page/index.ts";
import { escapeHtml } from "../../render/index.ts";
import { type Code, type LessonFile, minutesText } from "../lesson.ts";
import { inlineHtml } from "../markdown.ts";
import { pageData } from "./data.ts";
import type { CellOutput } from "./output.ts";
import { blockHtml } from "./parts.ts";
import { pageStyle } from "./style.ts";

/** What is needed beside the lesson to make a page of it. */
export interface PageParts {
  /** The text of a scenario by the name that the lesson gives it. */
  readonly scenarioText: (name: string) => string;
  /** What a cell gave when it was run; undefined when it was not. */
  readonly outputOf: (cell: Code) => CellOutput | undefined;
  /** The bundled script that brings the interactive parts to life. */
  readonly script: string;
}

/** The page as the text of an HTML file. It works from disk with the network off. Answers of exercises are not in it. */
export function lessonPage(lesson: LessonFile, { scenarioText, outputOf, script }: PageParts): string {
  const { head, opening, sections } = lesson;
  const html = blockHtml(outputOf);
  const title = `Lesson ${head.lesson}: ${head.title}`;
  const parts = sections.map(({ title: name, slug, minutes, blocks }) => {
    const takes = minutes === 0 ? "" : `<p class="note">${minutesText(minutes)}</p>\n`;
    return `<section aria-labelledby="${slug}">\n<h2 id="${slug}">${inlineHtml(name)}</h2>\n${takes}${blocks.map(html).join("")}</section>\n`;
  });
  const contents = sections.map(({ title: name, slug }) => `<li><a href="#${slug}">${inlineHtml(name)}</a></li>`);
  const body = `<a class="skip" href="#lesson">Skip to the lesson</a>
<header>
<h1>${escapeHtml(title)}</h1>
${factsHtml(head)}
</header>
<nav aria-label="Sections"><p>In this lesson:</p>
<ul>${contents.join("")}</ul></nav>
<main id="lesson" tabindex="-1">
${opening.map(html).join("")}${parts.join("")}</main>
<footer><p>Made with Démarche from one Markdown file. Nothing that you enter leaves this page; it is forgotten when you close it. What sources report is judged by the rules of a model; nothing here is a forecast.</p></footer>`;
  return framed({ title, style: pageStyle, body, script, data: pageData(lesson, scenarioText, inlineHtml) });
}

/** Time, level, needs and goals. */
export function factsHtml({ minutes, level, needs = [], goals }: LessonFile["head"]): string {
  const needed = needs.map((need) => (typeof need === "number" ? `lesson ${need}` : need)).join(", ");
  const facts = [minutesText(minutes), level, ...(needed === "" ? [] : [`needs ${needed}`])];
  return `<p>${facts.map(escapeHtml).join(" · ")}</p>
<p>Afterwards you can:</p>
<ul>${goals.map((goal) => `<li>${inlineHtml(goal)}</li>`).join("")}</ul>`;
}
