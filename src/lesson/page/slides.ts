/** Slides of a lesson: one thought each, in one HTML file; bets are made on them, and later rounds open after the bet. */

import { pageHtml } from "../../page/index.ts";
import { escapeHtml } from "../../render/index.ts";
import { exercisesOf } from "../exercises.ts";
import type { LessonBlock, LessonFile, Question } from "../lesson.ts";
import { codeHtml, inlineHtml, markdownHtml, thoughtsOf } from "../markdown.ts";
import { betBefore, type Round, roundsOf } from "../rounds.ts";
import { predictionsOf, type SlidesData } from "./data.ts";
import { factsHtml, type PageParts, titleOf } from "./page.ts";
import { betHtml, feedbackHtml, type Shown, shownHtml } from "./parts.ts";
import { slideStyle } from "./style.ts";

/** The slides as the text of an HTML file. Without scripts, and on paper, they stand one under the other. */
export function lessonSlides(
  lesson: LessonFile,
  { outputOf, record, script }: Pick<PageParts, "outputOf" | "record" | "script">,
): string {
  const title = titleOf(lesson);
  const shown: Shown = { outputOf, record, exercises: exercisesOf(lesson) };
  let bets = 0;
  const slides = roundsOf(lesson).map((round, k, all) => {
    const bet = betBefore(all, k);
    const said = bet === undefined ? [] : [`<h2>What there is to say of each</h2>\n${feedbackHtml(bet)}`];
    return [...said, ...slidesOf(round, shown, () => bets++)];
  });
  const [first = [], ...rounds] = slides;
  const cover = `<p class="title">${escapeHtml(title)}</p>\n${factsHtml(lesson.head)}`;
  const more =
    rounds.length === 0
      ? ""
      : '<label class="script-only"><input type="checkbox" id="show-all"> Show all (for the teacher)</label>';
  const body = `<header><h1>${escapeHtml(title)}</h1>${more}</header>
<main>
${slidesHtml([cover, ...first])}
</main>
<nav class="script-only" aria-label="Slides"><button type="button" id="back" aria-label="Previous slide">‹</button> <span class="where" role="status"></span> <button type="button" id="on" aria-label="Next slide">›</button></nav>`;
  const data: SlidesData = {
    predictions: predictionsOf(lesson, (block) => record.happened.get(block)?.short ?? "").map(
      // What there is to say of each option has a slide of its own.
      ({ options, ...bet }) => ({ ...bet, options: options.map(({ name, say }) => ({ name, say })) }),
    ),
    rounds: rounds.map(slidesHtml),
  };
  return pageHtml({ title: `${title} (slides)`, style: slideStyle, body, script, data });
}

function slidesHtml(slides: readonly string[]): string {
  return slides.map((html) => `<section aria-label="Slide" tabindex="0">\n${html}\n</section>`).join("\n");
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
      const given = exercise?.kind === "shown" ? shownHtml(exercise.answer, shown) : "";
      return [given || codeHtml(block.code, "exercise")];
    }
    case "show":
      return [codeHtml(block.code, block.language)];
    case "quiz":
      return block.questions.map(questionHtml);
    case "predict":
      return [`<div data-predict="${nextBet()}">${betHtml(block)}</div>\n`];
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
