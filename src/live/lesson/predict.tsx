/** A bet in a lesson: the same form as in a report. */
import { render } from "preact";
import type { PredictData } from "../../lesson/index.ts";
import type { Words } from "../../pictures/index.ts";
import { Bet } from "../bet.tsx";

/** Starts a bet. It replaces the version for paper. */
export function startPrediction(
  element: HTMLElement,
  data: PredictData,
  { id, words, onRevealed }: { readonly id: string; readonly words: Words; readonly onRevealed: () => void },
): void {
  const { ask, options, happened, shown } = data;
  element.replaceChildren();
  render(
    <Bet
      id={id}
      ask={ask}
      options={options}
      happened={happened}
      words={words}
      shown={() => <div class="output" dangerouslySetInnerHTML={{ __html: shown }} />}
      onRevealed={onRevealed}
    />,
    element,
  );
}
