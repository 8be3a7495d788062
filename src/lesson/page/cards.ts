/** Role cards and slips, to be printed and cut. */
import { pageHtml } from "../../page/index.ts";
import { escapeHtml } from "../../render/index.ts";
import type { LessonFile } from "../lesson.ts";
import { inlineHtml, markdownHtml } from "../markdown.ts";
import { titleOf, wordsFor } from "../words.ts";
import { cardStyle } from "./style.ts";

/** How often each slip is printed. */
const COPIES = 10;

/**
 * The cards of a lesson as the text of an HTML file without a script: a sheet for the teacher, then each section of the
 * Markdown as a card. Of a section whose heading begins with "Slips", or "Fiches", each paragraph is a slip, many times over.
 */
export function lessonCards(lesson: LessonFile, markdown: string): string {
  const [opening = "", ...sections] = markdown.replaceAll("\r\n", "\n").split(/^## +/m);
  const cards = sections.map((section) => {
    const end = section.indexOf("\n");
    const heading = section.slice(0, end < 0 ? undefined : end);
    const text = end < 0 ? "" : withoutRule(section.slice(end));
    return /^(slips|fiches)\b/i.test(heading)
      ? slipsHtml(text)
      : cardHtml(`<h2>${inlineHtml(heading)}</h2>\n${markdownHtml(text)}`, "card");
  });
  const title = titleOf(lesson);
  const say = wordsFor(lesson);
  const body = `<header><p>${escapeHtml(title)}</p></header>
<main>
<section class="teacher">${markdownHtml(withoutRule(opening).replace(/^# .*/m, ""))}</section>
${cards.join("")}</main>`;
  return pageHtml({
    title: `${title} (${say.lesson.cards})`,
    lang: say.language,
    style: cardStyle,
    body: `<h1>${escapeHtml(headingOf(opening, say.lesson.roleCards))}</h1>\n${body}`,
  });
}

function headingOf(opening: string, otherwise: string): string {
  return /^# +(.*)$/m.exec(opening)?.[1] ?? otherwise;
}

function slipsHtml(text: string): string {
  const slips = text.split(/\n\s*\n/).filter((one) => one.trim() !== "");
  return slips.map((slip) => cardHtml(markdownHtml(slip), "slip").repeat(COPIES)).join("");
}

/** Scissors stand where the line is cut. */
function cardHtml(inside: string, kind: "card" | "slip"): string {
  return `<article class="${kind}"><span class="cut" aria-hidden="true">✂</span>\n${inside}</article>\n`;
}

/** Text without the rules that part one card from the next. */
function withoutRule(text: string): string {
  return text.replace(/^---\s*$/gm, "").trim();
}
