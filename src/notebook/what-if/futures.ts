/** Futures: many continuations of a what-if beside those of the record, with intervals, assumptions and the line again. */

import { futures, futuresOptions, requireModelled, settingsFrom } from "../../crisis/index.ts";
import { assumptionsOf } from "../../futures/index.ts";
import { figureOf, whatIfPicture } from "../../pictures/index.ts";
import { isProblem, Problem } from "../../problem/index.ts";
import type { EvaluatedWhatIf, Scenario } from "../../scenario/index.ts";
import { type Assumed, assumptionData, futuresDocument, type OutcomeInWords, outcomeRows } from "../../views/index.ts";
import { optionLabel, optionsOf } from "../argument.ts";
import { interruptible } from "../interrupt.ts";
import { type Shown, withDisplay } from "../show/index.ts";

/** Futures that show themselves. */
export interface Futures extends Shown {
  readonly runs: number;
  readonly seed: number;
  readonly outcomes: readonly OutcomeInWords[];
  readonly assumptions: readonly Assumed[];
  /** The expression that makes them again, to the last digit. */
  readonly again: string;
}

/** How many futures, and with which seed. */
export interface FuturesOptions {
  /** 2000 by default. */
  readonly runs?: number;
  /** 1 by default; the same seed gives the same futures. */
  readonly seed?: number;
}

/**
 * Runs the futures of a what-if whose policy is `model`, and those of the record from the same place under the same luck.
 *
 * @throws Problem when no doctrine decides what follows, or a number is none
 */
export async function futuresOf(
  scenario: Scenario,
  evaluated: EvaluatedWhatIf,
  origin: string,
  options: FuturesOptions,
): Promise<Futures> {
  const { runs: wanted, ...others } = optionsOf(options, ["runs", "seed"]);
  requireModelled(evaluated.name, scenario, evaluated.whatIf.then);
  const settings = { ...others, ...(wanted === undefined ? {} : { futures: wanted }) };
  const { futures: wantedRuns, seed } = settingsFrom(futuresOptions, settings, optionLabel);
  // One thread: a kernel may have no workers, and that many futures are soon run.
  const { signal, release } = interruptible();
  const pooling = { workers: 1, signal, partial: true };
  const { models, followed, watched } = await futures(scenario, evaluated, { futures: wantedRuns, seed }, pooling)
    .catch((error: unknown) => {
      throw isProblem(error, "stopped") ? interruptedProblem() : error;
    })
    .finally(release);
  // After an interrupt the line again names the futures that were run: it makes just those.
  const runs = followed.edited.futures;
  if (runs === 0) throw interruptedProblem();
  const resting = assumptionsOf(scenario);
  const again = `await ${origin}.futures({ runs: ${runs}, seed: ${seed} })`;
  const rows = outcomeRows(scenario, followed);
  const warning = runs === wantedRuns ? undefined : `Interrupted after ${runs} of ${wantedRuns} futures.`;
  const header = { name: evaluated.name, command: again, assumptions: resting };
  return withDisplay({ runs, seed, outcomes: rows, assumptions: resting.map(assumptionData), again }, () => {
    // What it rests on stands in a table under it.
    const drawn = { scenario, watched, followed, ...header, assumptions: [] };
    const figure = figureOf((look) => whatIfPicture(drawn, look));
    return futuresDocument(scenario, models, followed, { ...header, warning, figure });
  });
}

function interruptedProblem(): Problem {
  return new Problem("interrupted", "Interrupted before any future was run. Ask for fewer: futures({ runs: 2000 }).");
}
