/** A bet in a lesson: the same form as in a report. */
import { render } from "preact";
import type { PredictData } from "../../lesson/index.ts";
import { english } from "../../pictures/index.ts";
import { Bet } from "../bet.tsx";

/** Brings a bet to life; what stood there is for paper. */
export function startPrediction(element: HTMLElement, data: PredictData, id: string, onRevealed: () => void): void {
  const { ask, options, happened, shown } = data;
  element.replaceChildren();
  render(
    <Bet
      id={id}
      ask={ask}
      options={options}
      happened={happened}
      words={english}
      shown={() => <div class="output" dangerouslySetInnerHTML={{ __html: shown }} />}
      onRevealed={onRevealed}
    />,
    element,
  );
}
