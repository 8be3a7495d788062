/** The handout of a lesson, for paper: every round on sheets of its own, with every event and its sources. */
import { pageHtml } from "../../page/index.ts";
import { escapeHtml } from "../../render/index.ts";
import { exercisesOf } from "../exercises.ts";
import type { LessonBlock, LessonFile, Predict, Question } from "../lesson.ts";
import { codeHtml, inlineHtml, markdownHtml } from "../markdown.ts";
import { betBefore, type Round, roundsOf } from "../rounds.ts";
import { titleOf, wordsFor } from "../words.ts";
import { factsHtml, type PageParts, sectionHtml } from "./page.ts";
import { betHtml, feedbackHtml, type Shown, shownHtml } from "./parts.ts";
import { handoutStyle } from "./style.ts";

/** The handout as the text of an HTML file without a script. A round begins on a sheet of its own, with what the last bet came to. */
export function lessonHandout(
  lesson: LessonFile,
  { outputOf, record }: Pick<PageParts, "outputOf" | "record">,
): string {
  const say = wordsFor(lesson);
  const { lesson: words } = say;
  const shown: Shown = { outputOf, record, exercises: exercisesOf(lesson), say };
  const rounds = roundsOf(lesson);
  const sheets = rounds.map((round, k) => {
    const bet = betBefore(rounds, k);
    const came = bet === undefined ? "" : cameHtml(bet, shown);
    return `<article>\n${came}${roundHtml(round, shown)}</article>\n`;
  });
  const title = titleOf(lesson);
  const body = `<header>
<h1>${escapeHtml(title)}</h1>
${factsHtml(lesson)}
</header>
<main>
${sheets.join("")}${record.sources === "" ? "" : `<article><h2>${say.report.sources}</h2>\n${record.sources}</article>\n`}</main>`;
  return pageHtml({ title: `${title} (${words.handout})`, lang: say.language, style: handoutStyle, body });
}

function roundHtml(round: Round, shown: Shown): string {
  return round
    .map(({ section, begins, blocks }) => {
      const inside = blocks.map((block) => blockHtml(block, shown)).join("");
      return section === undefined || !begins ? inside : sectionHtml(section, inside, shown.say);
    })
    .join("");
}

function blockHtml(block: LessonBlock, shown: Shown): string {
  switch (block.kind) {
    case "text":
      return markdownHtml(block.markdown);
    case "run":
      return shownHtml(block, shown);
    case "start": {
      const exercise = shown.exercises.get(block);
      if (exercise?.kind === "form") return "";
      return exercise?.kind === "shown" ? shownHtml(exercise.answer, shown) : codeHtml(block.code, "exercise");
    }
    case "show":
      return codeHtml(block.code, block.language);
    case "hint":
      return `<div class="hint"><p><b>${shown.say.lesson.hint}</b></p>\n${markdownHtml(block.markdown)}</div>\n`;
    case "quiz":
      return `<ol>${block.questions.map(questionHtml).join("")}</ol>\n`;
    case "predict":
      return betHtml(block, shown);
    case "step":
      return `<div class="output">${shown.record.tables.get(block) ?? ""}</div>\n`;
    case "answer":
    case "teacher":
      return "";
  }
}

/** What the last bet came to: what happened, and what there is to say of each option. */
function cameHtml(bet: Predict, { record, say }: Shown): string {
  const short = record.happened.get(bet)?.short ?? "";
  return `<h2>${say.lesson.bet.happened}</h2>\n<div class="output">${short}</div>\n${feedbackHtml(bet, bet.prediction.happened)}\n`;
}

function questionHtml({ ask, options }: Question): string {
  return `<li>${inlineHtml(ask)}<ul class="boxes">${options.map(({ say }) => `<li>☐ ${inlineHtml(say)}</li>`).join("")}</ul></li>`;
}
