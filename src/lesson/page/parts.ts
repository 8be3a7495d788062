/** The parts of a page: each block as HTML. Interactive ones are forms that the page's script brings to life. */

import { escapeHtml } from "../../render/index.ts";
import type { Code, LessonBlock, Predict, Question, Quiz } from "../lesson.ts";
import { codeHtml, inlineHtml, markdownHtml } from "../markdown.ts";
import { type CellOutput, outputHtml } from "./output.ts";

/** Makes blocks into HTML, one after the other; forms are numbered as they come. */
export function blockHtml(outputOf: (cell: Code) => CellOutput | undefined): (block: LessonBlock) => string {
  const counts = { step: 0, predict: 0, quiz: 0, cell: 0, start: 0 };
  const next = (kind: keyof typeof counts): number => {
    counts[kind] += 1;
    return counts[kind];
  };
  return (block) => {
    switch (block.kind) {
      case "text":
        return markdownHtml(block.markdown);
      case "run": {
        const output = outputOf(block);
        return `<div class="cell">${codeHtml(block.code, `cell ${next("cell")}`)}${output === undefined ? "" : outputHtml(output)}</div>\n`;
      }
      case "start":
        return `<div class="cell exercise"><p class="note">Exercise: in the notebook, or on paper.</p>${codeHtml(block.code, `exercise ${next("start")}`)}</div>\n`;
      case "show":
        return codeHtml(block.code, block.language);
      case "hint":
        return `<details><summary>Hint</summary>\n${markdownHtml(block.markdown)}</details>\n`;
      case "answer":
      case "teacher":
        return "";
      case "quiz":
        return quizHtml(block, next("quiz"));
      case "predict":
        return predictHtml(block, next("predict"));
      case "step":
        return walkHtml(next("step"));
    }
  };
}

const NEEDS_SCRIPT = '<p class="note script-needed">This part needs scripts to be allowed in the browser.</p>';

function walkHtml(number: number): string {
  const label = `Walk through the record ${number}`;
  return `<div class="part" role="group" aria-label="${label}" data-walk="${number - 1}">${NEEDS_SCRIPT}</div>\n`;
}

function predictHtml({ prediction: { ask, options } }: Predict, number: number): string {
  const names = Object.keys(options);
  const rows = names.map((name, k) => {
    const id = `predict-${number}-${k + 1}`;
    const say = inlineHtml(options[name]?.say ?? name);
    return `<tr><th scope="row" id="${id}">${say}</th>
<td><input type="range" min="0" max="100" step="1" value="0" aria-labelledby="${id}" data-slide="${escapeHtml(name)}"></td>
<td><input type="number" min="0" max="100" step="any" value="0" aria-labelledby="${id} predict-${number}-percent" data-option="${escapeHtml(name)}"> <span id="predict-${number}-percent${k === 0 ? "" : `-${k + 1}`}">%</span></td></tr>`;
  });
  return `<div class="part" role="group" aria-label="Prediction ${number}" data-predict="${number - 1}">
<form><fieldset><legend>${inlineHtml(ask)}</legend>
<p>Give each option a chance. Together they make 100 %.</p>
<table class="chances"><caption>Your chances</caption><tbody>${rows.join("\n")}</tbody></table>
<p role="status" data-sum>Together: 0 %.</p>
<p><label for="predict-${number}-because">Why do you think so?</label><br>
<textarea id="predict-${number}-because" rows="2"></textarea></p></fieldset>
<p><button type="submit" data-lock>Lock the prediction</button> <button type="button" data-reveal hidden>Reveal what happened</button></p>
<p role="alert" data-told></p></form>
<div class="output" role="group" aria-label="What happened ${number}" tabindex="-1" data-revealed hidden></div>${NEEDS_SCRIPT}</div>\n`;
}

function quizHtml({ questions }: Quiz, number: number): string {
  const asked = questions.map((question, k) => questionHtml(question, `quiz-${number}-${k + 1}`));
  return `<div class="part" role="group" aria-label="Quiz ${number}" data-quiz="${number - 1}">
<form>${asked.join("\n")}<p><button type="submit">Check the answers</button></p><p role="status" data-told></p></form>${NEEDS_SCRIPT}</div>\n`;
}

function questionHtml({ ask, options }: Question, name: string): string {
  const type = options.filter(({ right }) => right === true).length > 1 ? "checkbox" : "radio";
  const choices = options.map(({ say }, k) => {
    const id = `${name}-${k + 1}`;
    return `<div><input type="${type}" id="${id}" name="${name}" value="${k}"> <label for="${id}">${inlineHtml(say)}</label><p class="feedback" data-feedback hidden></p></div>`;
  });
  const several = type === "checkbox" ? " <small>(more than one)</small>" : "";
  return `<fieldset data-question><legend>${inlineHtml(ask)}${several}</legend>${choices.join("\n")}</fieldset>`;
}
