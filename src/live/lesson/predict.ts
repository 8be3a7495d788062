/** A prediction in a page: chances that make one, locked before what happened is revealed. */

import type { PredictData } from "../../lesson/index.ts";
import type { Prediction, ShownCrisis } from "../../notebook/index.ts";
import { within } from "./elements.ts";

/** Brings the form of a prediction to life. */
export function startPrediction(element: HTMLElement, data: PredictData, crisisOf: () => ShownCrisis): void {
  const form = within<HTMLFormElement>(element, "form");
  const sum = within(form, "[data-sum]");
  const told = within(form, "[data-told]");
  const lock = within<HTMLButtonElement>(form, "[data-lock]");
  const reveal = within<HTMLButtonElement>(form, "[data-reveal]");
  const revealed = within(element, "[data-revealed]");
  const because = within<HTMLTextAreaElement>(form, "textarea");
  const numbers = [...form.querySelectorAll<HTMLInputElement>("[data-option]")];
  const slides = [...form.querySelectorAll<HTMLInputElement>("[data-slide]")];
  let prediction: Prediction | undefined;

  const add = (): void => {
    const whole = numbers.reduce((so, { valueAsNumber }) => so + (valueAsNumber || 0), 0);
    sum.textContent = sumText(whole);
  };
  numbers.forEach((number, k) => {
    const slide = slides[k];
    number.addEventListener("input", () => {
      if (slide !== undefined) slide.value = String(number.valueAsNumber || 0);
      add();
    });
    slide?.addEventListener("input", () => {
      number.value = slide.value;
      add();
    });
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (prediction !== undefined) return;
    const given = Object.fromEntries(
      numbers.map(({ dataset, valueAsNumber }) => [dataset["option"] ?? "", (valueAsNumber || 0) / 100]),
    );
    const { pause, options, happened } = data;
    try {
      prediction = crisisOf().until(pause).predict(given, { because: because.value, options, happened });
    } catch (error) {
      // Said anew even when it is the same mistake again.
      told.textContent = "";
      const said = error instanceof Error ? error.message : String(error);
      setTimeout(() => {
        told.textContent = said;
      });
      return;
    }
    told.textContent = "";
    sum.textContent = "Locked.";
    for (const input of [...numbers, ...slides, because]) input.disabled = true;
    reveal.hidden = false;
    reveal.focus();
    lock.hidden = true;
  });

  reveal.addEventListener("click", () => void show());
  const show = async (): Promise<void> => {
    if (prediction === undefined) return;
    const shows = data.event === undefined ? "" : await crisisOf().event(data.event).html();
    revealed.innerHTML = shows + (await prediction.reveal().html());
    revealed.hidden = false;
    revealed.tabIndex = 0;
    revealed.focus();
    reveal.hidden = true;
  };
}

function sumText(whole: number): string {
  const shown = Number(whole.toFixed(1));
  const off = Number(Math.abs(100 - whole).toFixed(1));
  const rest = off === 0 ? "" : whole < 100 ? ` ${off} % are still to give.` : ` That is ${off} % too much.`;
  return `Together: ${shown} %.${rest}`;
}
