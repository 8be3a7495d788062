/** A prediction: probabilities that are locked before what happened is revealed. */

import { noActor } from "../../crisis/index.ts";
import type { Step } from "../../history/index.ts";
import { figureOf, recordPicture } from "../../pictures/index.ts";
import { Problem } from "../../problem/index.ts";
import { prose, type TableCell, table } from "../../render/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { type Shown, withDisplay } from "../show/index.ts";
import { happenedNext } from "./happened.ts";
import { checkProbabilities, offeredOptions, type PredictionData, type PredictOptions } from "./options.ts";
import { type Revealed, revealedOf } from "./reveal.ts";
import { percentOf } from "./score.ts";

/** A prediction that shows itself. It is locked: nothing changes it. */
export interface Prediction extends PredictionData, Shown {
  /** What happened, with sources, scores and a naive guess's beside; twice it says the same. */
  reveal(): Revealed;
}

/** A record, and how much of it the reader has seen. */
export interface PartlySeenRecord {
  readonly scenario: Scenario;
  /** The crisis as far as the reader has seen it. */
  readonly seen: ReplayView;
  readonly steps: readonly Step[];
  readonly count: number;
  readonly cut: boolean;
}

/** What was revealed in this session: an event of a case. A prediction of it is no prediction any more. */
const revealed = new Set<string>();

/**
 * A prediction of what comes after a moment.
 *
 * @throws Problem when nothing comes after it, or the probabilities are none
 */
export function predictionOf(
  { scenario, seen, steps, count, cut }: PartlySeenRecord,
  numbers: Readonly<Record<string, number>>,
  options: PredictOptions,
): Prediction {
  const later = steps.slice(count).filter(({ event }) => event.source !== "clock");
  if (!cut || later.length === 0) {
    const reason = cut ? "The record ends here" : "The whole record lies open here";
    throw new Problem(
      "nothing-to-predict",
      `${reason}: there is nothing left to predict. Go back to a moment first: crisis.until("ID").predict({ … }).`,
    );
  }
  const { by } = options;
  if (by !== undefined && !Object.hasOwn(scenario.actors, by)) throw noActor(by, scenario.actors);
  const pause = steps.slice(0, count).findLast(({ event }) => event.source !== "clock")?.event.id;
  const lesson = scenario.lessons.find((one) => one.pause === pause);
  const choices = offeredOptions(options, lesson);
  const probabilities = Object.freeze(checkProbabilities(numbers, choices));
  const names = Object.keys(probabilities);
  const wanted = {
    named: names,
    offered: choices.map(({ name }) => name),
    lesson,
    by,
    happened: options.happened,
  };
  const happened = happenedNext(later, wanted);
  const keys = happened.steps.map(({ event }) => `${scenario.name} ${event.id}`);
  const late = keys.some((key) => revealed.has(key));
  const because = options.because;
  const data: PredictionData = { probabilities, ...(because === undefined ? {} : { because }), late };
  let answer: Revealed | undefined;
  const reveal = (): Revealed => {
    answer ??= revealedOf({ prediction: data, choices, happened, scenario });
    for (const key of keys) revealed.add(key);
    return answer;
  };
  return withDisplay({ ...data, reveal }, () => ({
    title: "Your prediction, locked",
    parts: [
      figureOf((look) => recordPicture(seen, { ...look, fog: true })),
      table(
        "What you gave to each option",
        ["Option", "Probability"],
        [...new Set([...names, ...wanted.offered])].map((name): readonly TableCell[] => [
          name,
          percentOf(probabilities[name] ?? 0),
        ]),
      ),
      because === undefined || because.trim() === ""
        ? prose('No reason is given. A sentence of why is worth more than the numbers: { because: "…" }.', "warn")
        : prose(`Because: ${because}`),
      ...(late
        ? [prose("Made after what happened was revealed: it counts as practice, not as a prediction.", "warn")]
        : []),
      prose("What happened: guess.reveal(), if you called it guess.", "faint"),
    ],
  }));
}
