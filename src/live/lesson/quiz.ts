/** A quiz in a page: checks the chosen options, and explains each. */
import type { QuizData } from "../../lesson/index.ts";
import type { Words } from "../../pictures/index.ts";
import { keep, recall } from "../storage.ts";
import { findIn } from "./elements.ts";

type QuizWords = Words["lesson"]["quiz"];

/** Starts a quiz. It may be answered again, and its answers survive a reload under its name. */
export function startQuiz(
  element: HTMLElement,
  quiz: QuizData,
  { name, words }: { readonly name: string; readonly words: QuizWords },
): void {
  const form = findIn<HTMLFormElement>(element, "form");
  const result = findIn(form, "[data-told]");
  const questions = [...form.querySelectorAll<HTMLElement>("[data-question]")];
  const inputs = [...form.querySelectorAll<HTMLInputElement>("[data-question] input")];
  const check = (): void => {
    const right = questions.filter((question, k) => judge(question, quiz[k] ?? [], words)).length;
    const open = questions.filter((question) => question.querySelector("input:checked") === null).length;
    result.textContent = words.told(right, questions.length, open);
  };
  const keepAnswers = (checked: boolean): void =>
    keep(name, { chosen: inputs.filter((input) => input.checked).map(({ id }) => id), checked });
  form.addEventListener("change", () => keepAnswers(false));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keepAnswers(true);
    check();
  });
  const { chosen, checked } = readKept(recall(name));
  for (const input of inputs) if (chosen.includes(input.id)) input.checked = true;
  if (checked) check();
}

/** The stored answers, if they are a quiz's. */
function readKept(value: unknown): { readonly chosen: readonly unknown[]; readonly checked: boolean } {
  if (typeof value !== "object" || value === null) return { chosen: [], checked: false };
  const chosen: unknown = Reflect.get(value, "chosen");
  return { chosen: Array.isArray(chosen) ? chosen : [], checked: Reflect.get(value, "checked") === true };
}

/** Shows for each chosen option whether it is right and why. @returns whether the whole question is right */
function judge(question: HTMLElement, options: QuizData[number], words: QuizWords): boolean {
  const inputs = [...question.querySelectorAll<HTMLInputElement>("input")];
  inputs.forEach((input, k) => {
    const feedback = input.parentElement?.querySelector<HTMLElement>("[data-feedback]");
    const option = options[k];
    if (feedback === undefined || feedback === null || option === undefined) return;
    feedback.hidden = !input.checked;
    feedback.className = `feedback ${option.right ? "right" : "wrong"}`;
    feedback.innerHTML = `${option.right ? `✓ ${words.right}` : `✗ ${words.wrong}`} ${option.because}`;
  });
  return inputs.every(({ checked }, k) => checked === (options[k]?.right ?? false));
}
