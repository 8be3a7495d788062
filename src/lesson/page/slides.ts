/** Slides of a lesson: one thought each, in one HTML file; bets are made on them, and later rounds open after the bet. */

import { pageHtml } from "../../page/index.ts";
import type { Words } from "../../pictures/index.ts";
import { escapeHtml } from "../../render/index.ts";
import { exercisesOf } from "../exercises.ts";
import type { LessonBlock, LessonFile, Question } from "../lesson.ts";
import { codeHtml, inlineHtml, markdownHtml, thoughtsOf } from "../markdown.ts";
import { betBefore, type Round, roundsOf } from "../rounds.ts";
import { titleOf, wordsFor } from "../words.ts";
import { predictionsOf, type SlidesData } from "./data.ts";
import { factsHtml, type PageParts } from "./page.ts";
import { betHtml, feedbackHtml, type Shown, shownHtml } from "./parts.ts";
import { slideStyle } from "./style.ts";

/** The slides as the text of an HTML file. Without scripts, and on paper, they stand one under the other. */
export function lessonSlides(
  lesson: LessonFile,
  { outputOf, record, script }: Pick<PageParts, "outputOf" | "record" | "script">,
): string {
  const title = titleOf(lesson);
  const say = wordsFor(lesson);
  const { lesson: words } = say;
  const shown: Shown = { outputOf, record, exercises: exercisesOf(lesson), say };
  let bets = 0;
  const slides = roundsOf(lesson).map((round, k, all) => {
    const bet = betBefore(all, k);
    const feedbackSlides = bet === undefined ? [] : [`<h2>${words.bet.said}</h2>\n${feedbackHtml(bet)}`];
    return [...feedbackSlides, ...slidesOf(round, shown, () => bets++)];
  });
  const [first = [], ...rounds] = slides;
  const cover = `<p class="title">${escapeHtml(title)}</p>\n${factsHtml(lesson)}`;
  const more =
    rounds.length === 0
      ? ""
      : `<label class="script-only"><input type="checkbox" id="show-all"> ${words.showAllShort}</label>`;
  const body = `<header><h1>${escapeHtml(title)}</h1>${more}</header>
<main>
${slidesHtml([cover, ...first], say)}
</main>
<nav class="script-only" aria-label="${words.slide.slides}"><button type="button" id="back" aria-label="${words.slide.back}">‹</button> <span class="where" role="status"></span> <button type="button" id="on" aria-label="${words.slide.on}">›</button></nav>`;
  const data: SlidesData = {
    language: say.language,
    predictions: predictionsOf(lesson, (block) => record.happened.get(block)?.short ?? "").map(
      // What there is to say of each option has a slide of its own.
      ({ options, ...bet }) => ({ ...bet, options: options.map(({ name, say }) => ({ name, say })) }),
    ),
    rounds: rounds.map((round) => slidesHtml(round, say)),
  };
  return pageHtml({ title: `${title} (${words.slides})`, lang: say.language, style: slideStyle, body, script, data });
}

function slidesHtml(slides: readonly string[], { lesson }: Words): string {
  return slides
    .map((html) => `<section aria-label="${lesson.slide.one}" tabindex="0">\n${html}\n</section>`)
    .join("\n");
}

function slidesOf(round: Round, shown: Shown, nextBet: () => number): readonly string[] {
  return round.flatMap(({ section, blocks }) => {
    const heading = section === undefined ? "" : `<h2>${inlineHtml(section.title)}</h2>\n`;
    // A bet fills the screen by itself.
    return blocks.flatMap((block) =>
      thoughts(block, shown, nextBet).map((thought) => (block.kind === "predict" ? thought : heading + thought)),
    );
  });
}

/** What a block has to show, a slide each. Code that gave something is left out for what it gave. */
function thoughts(block: LessonBlock, shown: Shown, nextBet: () => number): readonly string[] {
  switch (block.kind) {
    case "text":
      return thoughtsOf(block.markdown).map(markdownHtml);
    case "run":
      return [shownHtml(block, shown) || codeHtml(block.code, "cell")];
    case "start": {
      const exercise = shown.exercises.get(block);
      if (exercise?.kind === "form") return [];
      const output = exercise?.kind === "shown" ? shownHtml(exercise.answer, shown) : "";
      return [output || codeHtml(block.code, "exercise")];
    }
    case "show":
      return [codeHtml(block.code, block.language)];
    case "quiz":
      return block.questions.map(questionHtml);
    case "predict":
      return [`<div data-predict="${nextBet()}">${betHtml(block, shown)}</div>\n`];
    case "step":
      return shown.record.events.get(block) ?? [];
    case "hint":
    case "answer":
    case "teacher":
      return [];
  }
}

function questionHtml({ ask, options }: Question): string {
  return `<p>${inlineHtml(ask)}</p><ul>${options.map(({ say }) => `<li>${inlineHtml(say)}</li>`).join("")}</ul>\n`;
}
