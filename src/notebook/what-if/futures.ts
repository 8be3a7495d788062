/** Futures: many continuations of a what-if beside those of the record, with intervals, assumptions and the line again. */

import { futures, futuresOptions, requireModelled, settingsFrom } from "../../crisis/index.ts";
import { assumptionsOf } from "../../futures/index.ts";
import { Problem } from "../../problem/index.ts";
import { prose, svgOf, type TableCell, table } from "../../render/index.ts";
import type { Scenario, Supposed } from "../../scenario/index.ts";
import { momentText, numbersOf, outcomeText, pairedText, recordText, whatIfPicture } from "../../views/index.ts";
import { argumentNamed } from "../argument.ts";
import { interruptible } from "../interrupt.ts";
import { type Shown, shown } from "../show/index.ts";
import { type Assumed, assumptionData, assumptionsTable } from "./assumptions.ts";

/** One outcome, in words. Intervals hold 95 %. */
export interface OutcomeRow {
  readonly outcome: string;
  readonly observes: string;
  readonly record: string;
  readonly without: string;
  readonly with: string;
  readonly difference: string;
}

/** Futures that show themselves. */
export interface Futures extends Shown {
  readonly runs: number;
  readonly seed: number;
  readonly outcomes: readonly OutcomeRow[];
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
  supposed: Supposed,
  origin: string,
  { runs: wanted, ...others }: FuturesOptions,
): Promise<Futures> {
  requireModelled(supposed.name, scenario, supposed.whatIf.then);
  const given = { ...others, ...(wanted === undefined ? {} : { futures: wanted }) };
  const { futures: asked, seed } = settingsFrom(futuresOptions, given, argumentNamed);
  // One thread: a kernel may have no workers, and that many futures are soon run.
  const { signal, release } = interruptible();
  const { models, followed } = await futures(
    scenario,
    supposed,
    { futures: asked, seed },
    { workers: 1, signal },
  ).finally(release);
  // After an interrupt the line again names the futures that were run: it makes just those.
  const runs = followed.edited.futures;
  if (runs === 0)
    throw new Problem("interrupted", "Interrupted before any future was run. Ask for fewer: futures({ runs: 2000 }).");
  const resting = assumptionsOf(scenario);
  const again = `await ${origin}.futures({ runs: ${runs}, seed: ${seed} })`;
  const rows = Object.entries(scenario.outcomes).flatMap(([outcome, kind]): readonly OutcomeRow[] => {
    const [before, after] = [followed.unedited.outcomes[outcome], followed.edited.outcomes[outcome]];
    if (before === undefined || after === undefined) return [];
    const paired = followed.differences[outcome];
    return [
      {
        outcome,
        observes: outcomeText(kind, scenario.dyad),
        record: recordText(kind, followed.record[outcome] ?? Number.NaN, scenario.dyad),
        without: numbersOf(kind, before, scenario.dyad).join("\n"),
        with: numbersOf(kind, after, scenario.dyad).join("\n"),
        difference: paired === undefined ? "—" : pairedText(kind, paired),
      },
    ];
  });
  const count = `${runs.toLocaleString("en")} futures to ${momentText(models.edited.setup.horizon)}, seed ${seed}`;
  const picture = whatIfPicture(scenario, followed, { name: supposed.name, command: again, assumptions: resting });
  return shown({ runs, seed, outcomes: rows, assumptions: resting.map(assumptionData), again }, () => ({
    title: `${scenario.title}: what if, ${supposed.name}`,
    parts: [
      ...(runs === asked ? [] : [prose(`Interrupted after ${runs} of ${asked} futures.`, "warn")]),
      table(
        `What follows in ${count}; in brackets the interval that holds 95 %`,
        ["Outcome", "What it observes", "In the record", "Without the edit", "With it", "Difference"],
        rows.map((row): readonly TableCell[] => [
          row.outcome,
          row.observes,
          row.record,
          row.without,
          row.with,
          row.difference,
        ]),
      ),
      {
        kind: "figure",
        caption: picture.title,
        alternative: picture.alternative,
        svg: () => svgOf(picture.spec, picture.title, picture.alternative),
      },
      assumptionsTable(resting),
      prose(
        "The intervals are of chance in the model alone, not of the model. This is what the assumptions imply; not a forecast.",
      ),
      prose(`Again: ${again}`, "faint"),
    ],
  }));
}
