/** The script of a lesson's page: brings its walks, bets and quizzes to life. Nothing leaves the page. */

import type { PageData, RoundData, WalkData } from "../../lesson/index.ts";
import { takeData } from "../../page/index.ts";
import { wordsOf } from "../../pictures/index.ts";
import { present } from "../../problem/index.ts";
import { betName, startAnswers } from "./answers.ts";
import { findIn } from "./elements.ts";
import { gateOf } from "./gate.ts";
import { startPrediction } from "./predict.tsx";
import { startQuiz } from "./quiz.ts";
import { type OpenedScenario, openScenario, startWalk } from "./walk.ts";

const data = takeData() as PageData;
const words = wordsOf(data.language);
const opened = new Map<string, OpenedScenario>();
const started = new WeakSet<HTMLElement>();

/** Each relation of a scenario is opened once, when it is first needed. */
function openedFor({ scenario, between }: WalkData): OpenedScenario {
  const key = [scenario, ...(between ?? [])].join(" ");
  const walked = opened.get(key) ?? openScenario(present(data.scenarios[scenario], `scenario ${scenario}`), between);
  opened.set(key, walked);
  return walked;
}

function start<T>(kind: string, all: readonly T[], begin: (element: HTMLElement, one: T, index: number) => void): void {
  for (const element of document.querySelectorAll<HTMLElement>(`[data-${kind}]`)) {
    const index = Number(element.dataset[kind]);
    const one = all[index];
    if (one === undefined || started.has(element)) continue;
    started.add(element);
    begin(element, one, index);
  }
}

/** Starts everything that the page holds by now. */
function startAll(): void {
  start("walk", data.walks, (element, walk, k) =>
    startWalk(element, walk, { of: openedFor(walk), words, name: `walk-${k + 1}` }),
  );
  start("predict", data.predictions, (element, one, k) =>
    startPrediction(element, one, { id: betName(k), words, onRevealed: () => gate.open(k + 1) }),
  );
  start("quiz", data.quizzes, (element, quiz, k) =>
    startQuiz(element, quiz, { name: `quiz-${k + 1}`, words: words.lesson.quiz }),
  );
}

function insert({ rest, sections, contents }: RoundData): void {
  const lesson = findIn(document.body, "#lesson");
  (lesson.querySelector("section:last-of-type") ?? lesson).insertAdjacentHTML("beforeend", rest);
  lesson.insertAdjacentHTML("beforeend", sections);
  findIn(document.body, "#contents").insertAdjacentHTML("beforeend", contents);
}

document.documentElement.classList.add("scripted");
const gate = gateOf(data.rounds, (round) => {
  insert(round);
  startAll();
});
startAll();
gate.begin();
startAnswers(data);
