/** The reveal: what happened, by whose report, and how far the prediction was from it. */

import { sourceUntil } from "../../crisis/index.ts";
import { actOf } from "../../events/index.ts";
import { figureOf, scorePicture } from "../../pictures/index.ts";
import { prose, span, type TableCell, table } from "../../render/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { sourceText, whoText } from "../../views/index.ts";
import { type Shown, withDisplay } from "../show/index.ts";
import { type Happened, NONE } from "./happened.ts";
import type { Option, PredictionData } from "./options.ts";
import { percentOf, type Scores, scoresOf, uniform } from "./score.ts";

/** What happened and how the prediction did, as it shows itself. */
export interface Revealed extends Scores, Shown {
  /** The option that came true; `none of these` where none did. */
  readonly happened: string;
  /** What the prediction gave to it. */
  readonly probability: number;
  /** The events that say so, by id. */
  readonly events: readonly string[];
  /** The scores of somebody who gives every option the same. */
  readonly naive: Scores;
  /** What is said of each option afterwards. */
  readonly feedback: Readonly<Record<string, string>>;
}

interface Revealing {
  readonly prediction: PredictionData;
  readonly choices: readonly Option[];
  readonly happened: Happened;
  readonly scenario: Scenario;
}

/** Reveals what happened. */
export function revealedOf({ prediction, choices, happened, scenario }: Revealing): Revealed {
  const { probabilities, late } = prediction;
  const options = [...new Set([...Object.keys(probabilities), ...choices.map(({ name }) => name)])];
  const scores = scoresOf(probabilities, happened.option);
  const naive = scoresOf(uniform(options), happened.option);
  const probability = probabilities[happened.option] ?? 0;
  const feedback = Object.fromEntries(
    choices.flatMap(({ name, feedback: text }) => (text === undefined ? [] : [[name, text]])),
  );
  const data = {
    happened: happened.option,
    probability,
    events: happened.steps.map(({ event }) => event.id),
    ...scores,
    naive,
    feedback,
  };
  const commentOn = (name: string): string =>
    [choices.find((one) => one.name === name)?.say, feedback[name]].filter((text) => text !== undefined).join("\n");
  const hasComments = choices.some(({ name }) => commentOn(name) !== "");
  // A reveal tells what came next and no more: the titles of younger reports would tell the rest.
  const minute = Math.max(...happened.steps.map((step) => step.minute));
  const place = scenario.events.findIndex(({ id }) => id === happened.steps.at(-1)?.event.id);
  const citedLater = new Set(scenario.events.slice(place + 1).flatMap(({ cite }) => cite));
  const sourceThen = (id: string): string => {
    const source = scenario.sources[id];
    if (source === undefined) return id;
    return sourceText(id, { sources: { [id]: sourceUntil(source, citedLater.has(id), minute) } });
  };
  return withDisplay(data, () => ({
    title: `What happened: ${happened.option}`,
    parts: [
      table(
        "What the record says",
        ["Event", "Date", "Who", "Act", "Note", "Sources"],
        happened.steps.map(({ event }): readonly TableCell[] => [
          event.id,
          event.at,
          whoText(event),
          actOf(event.act).label,
          event.note ?? "—",
          event.cite.join(", ") || "—",
        ]),
      ),
      table(
        "Sources",
        ["Id", "Source"],
        [...new Set(happened.steps.flatMap(({ event }) => event.cite))].map((id) => [id, sourceThen(id)]),
      ),
      table(
        "What you gave to each option",
        ["Option", "You gave", "Came true", ...(hasComments ? ["What there is to say"] : [])],
        [...options, ...(options.includes(happened.option) ? [] : [happened.option])].map(
          (name): readonly TableCell[] => [
            name,
            percentOf(probabilities[name] ?? 0),
            name === happened.option ? span("● this one", "strong") : "no",
            ...(hasComments ? [commentOn(name) || "—"] : []),
          ],
        ),
      ),
      figureOf((look) => scorePicture({ you: scores.brier, naive: naive.brier }, look)),
      table(
        "Scores",
        ["Whose", "Brier score (0 best, 2 worst)", "Log score (0 best)"],
        [
          ["Yours", scores.brier.toFixed(3), logText(scores.log)],
          [`A naive guess: the same for all ${options.length}`, naive.brier.toFixed(3), logText(naive.log)],
        ],
      ),
      prose(verdictOf(scores, naive, happened.option, probability)),
      ...(late
        ? [prose("This prediction was made after the answer had been revealed: its scores say nothing.", "warn")]
        : []),
      prose(
        "Brier score: the sum of the squared differences over all options (Brier 1950). Log score: the natural logarithm of what was given to what happened. One event scores luck as much as judgement; only many predictions tell them apart.",
        "faint",
      ),
    ],
  }));
}

function verdictOf(own: Scores, naive: Scores, option: string, probability: number): string {
  if (option === NONE) return "None of the options came true. That is worth a note: what was missing from the list?";
  if (probability === 0) {
    return "You gave nothing to what happened, and no later success makes up for a certainty that fails: the log score is minus infinity. Keep a little for what you think impossible.";
  }
  const less = own.brier < naive.brier ? "closer than" : own.brier > naive.brier ? "further off than" : "as far off as";
  return `You gave ${percentOf(probability)} to what happened: ${less} a naive guess by the Brier score.`;
}

/** A log score as people read it. */
function logText(log: number): string {
  return log === Number.NEGATIVE_INFINITY ? "−∞" : log.toFixed(3).replace("-", "−");
}
