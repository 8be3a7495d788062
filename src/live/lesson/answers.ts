/** A reader's answers: saved as a text, or deleted. */
import type { PageData, PredictData } from "../../lesson/index.ts";
import { type Words, wordsOf } from "../../pictures/index.ts";
import { save } from "../save.ts";
import { forgetAll, recall } from "../storage.ts";

type LessonWords = Words["lesson"];

/** Brings the two buttons to life. */
export function startAnswers(data: PageData): void {
  const { lesson: words } = wordsOf(data.language);
  document
    .querySelector("#save")
    ?.addEventListener("click", () =>
      save(new Blob([answersText(data, words)], { type: "text/plain" }), `${words.answers}.txt`),
    );
  document.querySelector("#forget")?.addEventListener("click", () => {
    forgetAll();
    location.reload();
  });
}

/** The bets and choices made so far. */
function answersText({ title, predictions }: PageData, words: LessonWords): string {
  const bets = predictions.flatMap((data, k) => betText(data, recall(betName(k)), words, k));
  const choices = [...document.querySelectorAll<HTMLElement>("[data-question]")].map((question) =>
    choiceText(question, words.quiz.open),
  );
  return `${[title, ...bets, ...choices].join("\n\n")}\n`;
}

/** The name under which a bet is stored. */
export function betName(index: number): string {
  return `bet-${index + 1}`;
}

function betText(
  { ask, options }: PredictData,
  answer: unknown,
  { bet }: LessonWords,
  index: number,
): readonly string[] {
  if (typeof answer !== "object" || answer === null) return [];
  const shares: unknown = Reflect.get(answer, "shares");
  if (!Array.isArray(shares)) return [];
  const rows = options.map(({ say }, k) => `  ${shares[k] ?? 0} %  ${say}`);
  const locked = Number(Reflect.get(answer, "beat")) > 0 ? bet.locked : bet.open;
  return [
    `${bet.label(index + 1)} (${locked}): ${ask}\n${rows.join("\n")}\n  ${bet.because} ${Reflect.get(answer, "because")}`,
  ];
}

function choiceText(question: HTMLElement, open: string): string {
  const chosen = [...question.querySelectorAll<HTMLInputElement>("input:checked")].map(
    ({ id }) => question.querySelector(`label[for="${id}"]`)?.textContent ?? "",
  );
  return `${question.querySelector("legend")?.textContent}\n  ${chosen.join("\n  ") || open}`;
}
