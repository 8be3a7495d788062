/** The script of a lesson's page: brings its walks, predictions and quizzes to life. Nothing leaves the page. */

import { config } from "zod";
import type { PageData } from "../../lesson/index.ts";
import { openText, type ShownCrisis } from "../../notebook/index.ts";
import { takeData } from "../../page/index.ts";
import { present } from "../../problem/index.ts";
import { startPrediction } from "./predict.ts";
import { startQuiz } from "./quiz.ts";
import { startWalk } from "./walk.ts";

// A page's policy forbids code that is made of text, which zod would otherwise try.
config({ jitless: true });

const data = takeData() as PageData;
const opened = new Map<string, ShownCrisis>();

/** Each scenario is opened once, when it is first needed. */
function crisisOf(name: string): ShownCrisis {
  const known =
    opened.get(name) ?? openText(present(data.scenarios[name], `scenario ${name}`), name.replace(/^.*[/\\]/, ""));
  opened.set(name, known);
  return known;
}

function start<T>(kind: string, all: readonly T[], begin: (element: HTMLElement, one: T) => void): void {
  for (const element of document.querySelectorAll<HTMLElement>(`[data-${kind}]`)) {
    const one = all[Number(element.dataset[kind])];
    if (one !== undefined) begin(element, one);
  }
}

document.documentElement.classList.add("scripted");
start("walk", data.walks, (element, walk) => startWalk(element, walk, crisisOf(walk.scenario)));
start("predict", data.predictions, (element, one) => startPrediction(element, one, () => crisisOf(one.scenario)));
start("quiz", data.quizzes, startQuiz);
