/** The parts of a page: each block as HTML. Interactive ones are forms that the page's script brings to life. */

import type { Words } from "../../pictures/index.ts";
import { escapeHtml } from "../../render/index.ts";
import type { Exercise } from "../exercises.ts";
import type { Code, LessonBlock, Predict, Question, Quiz, Walk } from "../lesson.ts";
import { codeHtml, inlineHtml, markdownHtml } from "../markdown.ts";
import type { RecordShown } from "./record.ts";

export interface CellOutput {
  /** What it wrote to the console. */
  readonly said: string;
  /** The value of its last expression; undefined when it has none. */
  readonly shown?: { readonly html?: string; readonly svg?: string; readonly text: string };
}

/** What could act in a page, or fetch something. Scripts would not run there anyway: its policy allows only its own. */
const ACTING = /<\s*\/?\s*(script|iframe|frame|frameset|object|embed|applet|meta|link|base|form|template|portal)\b/i;

/** The element in an output that a page may not hold; undefined when there is none. */
export function actingIn({ shown }: CellOutput): string | undefined {
  return ACTING.exec(`${shown?.html ?? ""} ${shown?.svg ?? ""}`)?.[1]?.toLowerCase();
}

/** An output as HTML; empty when the cell gave none. */
function outputHtml({ said, shown }: CellOutput, { lesson }: Pick<Words, "lesson">): string {
  const parts = [
    ...(said === "" ? [] : [`<pre>${escapeHtml(said.trimEnd())}</pre>`]),
    ...(shown === undefined ? [] : [shown.html ?? shown.svg ?? `<pre>${escapeHtml(shown.text)}</pre>`]),
  ];
  if (parts.length === 0) return "";
  return `<div class="output" role="group" aria-label="${lesson.output}" tabindex="0">${parts.join("\n")}</div>\n`;
}

/** What blocks show beside their own text. */
export interface Shown {
  readonly outputOf: (cell: Code) => CellOutput | undefined;
  readonly exercises: ReadonlyMap<Code, Exercise>;
  readonly record: RecordShown;
  /** The words around it. */
  readonly say: Words;
}

/** Makes blocks into HTML, one after the other; forms are numbered as they come. */
export function blockHtml(shown: Shown): (block: LessonBlock) => string {
  const { lesson: words } = shown.say;
  const counts = { step: 0, predict: 0, quiz: 0, cell: 0, start: 0 };
  const next = (kind: keyof typeof counts): number => {
    counts[kind] += 1;
    return counts[kind];
  };
  return (block) => {
    switch (block.kind) {
      case "text":
        return markdownHtml(block.markdown);
      case "run":
        return `<div class="cell">${codeHtml(block.code, words.cell(next("cell")))}${shownHtml(block, shown)}</div>\n`;
      case "start":
        return startHtml(block, next("start"), shown);
      case "show":
        return codeHtml(block.code, block.language);
      case "hint":
        return `<details><summary>${words.hint}</summary>\n${markdownHtml(block.markdown)}</details>\n`;
      case "answer":
      case "teacher":
        return "";
      case "quiz":
        return quizHtml(block, next("quiz"), shown);
      case "predict":
        return `<div class="part" role="group" aria-label="${words.bet.label(next("predict"))}" data-predict="${counts.predict - 1}">${betHtml(block, shown)}${needsScript(shown)}</div>\n`;
      case "step":
        return walkHtml(block, next("step"), shown);
    }
  };
}

/** What a cell gave; empty when it was not run. */
export function shownHtml(cell: Code, { outputOf, say }: Pick<Shown, "outputOf" | "say">): string {
  const output = outputOf(cell);
  return output === undefined ? "" : outputHtml(output, say);
}

/** The beginning of an exercise: code is hidden where the page has what it gives. */
function startHtml(block: Code, number: number, shown: Shown): string {
  const { lesson: words } = shown.say;
  const code = codeHtml(block.code, words.exercise(number));
  const exercise = shown.exercises.get(block) ?? { kind: "open" };
  if (exercise.kind === "open")
    return `<div class="cell exercise"><p class="note">${words.exerciseNote}</p>${code}</div>\n`;
  const hidden = `<details class="code"><summary>${words.showCode}</summary>${code}</details>`;
  return `<div class="cell">${hidden}${exercise.kind === "shown" ? shownHtml(exercise.answer, shown) : ""}</div>\n`;
}

function needsScript({ say: { lesson } }: Pick<Shown, "say">): string {
  return `<p class="note script-needed">${lesson.needsScript}</p>`;
}

/** A walk: its events one by one where there are scripts, and as a table on paper and where there are none. */
function walkHtml(block: Walk, number: number, shown: Shown): string {
  const label = shown.say.lesson.walk.label(number);
  return `<div class="part" role="group" aria-label="${label}" data-walk="${number - 1}">${needsScript(shown)}<div class="paper output">${shown.record.tables.get(block) ?? ""}</div></div>\n`;
}

/** A bet as it stands on paper. */
export function betHtml({ prediction: { ask, options } }: Predict, { say: { lesson } }: Pick<Shown, "say">): string {
  const rows = Object.values(options).map(({ say }) => `<li>______ % &nbsp; ${inlineHtml(say)}</li>`);
  return `<div class="bet-on-paper"><p><b>${inlineHtml(ask)}</b></p><ul>${rows.join("")}</ul><p>${lesson.bet.because} ______________________________________</p></div>`;
}

/** What there is to say of each option of a bet. @param happened the option that is marked as the one that came true */
export function feedbackHtml({ prediction: { options } }: Predict, happened?: string): string {
  const items = Object.entries(options).map(
    ([name, { say, feedback }]) =>
      `<li>${name === happened ? "● " : ""}<b>${inlineHtml(say)}.</b> ${inlineHtml(feedback)}</li>`,
  );
  return `<ul>${items.join("")}</ul>`;
}

function quizHtml({ questions }: Quiz, number: number, shown: Shown): string {
  const { quiz } = shown.say.lesson;
  const questionsHtml = questions.map((question, k) => questionHtml(question, `quiz-${number}-${k + 1}`, quiz.several));
  return `<div class="part" role="group" aria-label="${quiz.label(number)}" data-quiz="${number - 1}">
<form>${questionsHtml.join("\n")}<p><button type="submit">${quiz.check}</button></p><p role="status" data-told></p></form>${needsScript(shown)}</div>\n`;
}

function questionHtml({ ask, options }: Question, name: string, more: string): string {
  const type = options.filter(({ right }) => right === true).length > 1 ? "checkbox" : "radio";
  const choices = options.map(({ say }, k) => {
    const id = `${name}-${k + 1}`;
    return `<div><input type="${type}" id="${id}" name="${name}" value="${k}"> <label for="${id}">${inlineHtml(say)}</label><p class="feedback" data-feedback hidden></p></div>`;
  });
  const several = type === "checkbox" ? ` <small>${more}</small>` : "";
  return `<fieldset data-question><legend>${inlineHtml(ask)}${several}</legend>${choices.join("\n")}</fieldset>`;
}
