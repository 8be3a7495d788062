/** What follows a what-if as a picture: each outcome without the edit beside it with the edit, and the same in words. */
import type { TopLevelSpec } from "vega-lite";
import { type Followed, type Resting, reachedShare, type Tally } from "../../futures/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { type Outcome, outcomeKinds, type Scenario } from "../../scenario/index.ts";
import { numeral } from "./assumptions.ts";
import { percentText } from "./distribution.ts";
import { columnsOn, describe, numbersOf, placeOf, recordText } from "./kinds.ts";
import { pairedText } from "./outcome.ts";
import type { Picture } from "./picture.ts";

/** What is told beside the distributions. */
export interface Pictured {
  /** The what-if's name. */
  readonly name: string;
  /** The line that makes the picture again. */
  readonly command: string;
  /** Every number that it rests on. */
  readonly assumptions: readonly Resting[];
}

/** A picture with a title for whoever does not see it; its alternative text says every number of it. */
export interface TitledPicture extends Picture {
  readonly title: string;
}

type Chart = Extract<TopLevelSpec, { readonly vconcat: unknown }>["vconcat"][number];

interface Bar {
  readonly model: string;
  readonly value: number | string;
  readonly share: number;
}

const WITHOUT = "without the edit";
const COLOURS = ["#1b6ca8", "#e0862b"];
/** The most columns into which numbers are put together. */
const COLUMNS = 24;

/**
 * How every outcome of a what-if was distributed over futures: a row of two panels each, on the same axes. Times are in
 * days, heights are shares of all futures; those that never reach an outcome have no bar, and the subtitle says how many
 * do reach it.
 */
export function whatIfPicture(scenario: Scenario, followed: Followed, pictured: Pictured): TitledPicture {
  const { futures, seed } = followed.edited;
  const told = Object.entries(scenario.outcomes).flatMap(([name, outcome]) => {
    const [before, after] = [followed.unedited.outcomes[name], followed.edited.outcomes[name]];
    return before === undefined || after === undefined ? [] : [{ name, outcome, before, after }];
  });
  const title = `${scenario.title}: what if, ${pictured.name}`;
  const runs = `${futures.toLocaleString("en")} futures, seed ${seed}; what the assumptions imply, not a forecast.`;
  const sentences = told.map(({ name, outcome, before, after }) => {
    const record = recordText(outcome, followed.record[name] ?? Number.NaN, scenario.dyad);
    const paired = followed.differences[name];
    const numbers = (tally: Tally): string => numbersOf(outcome, tally, scenario.dyad).join(", ");
    const apart = paired === undefined ? "" : `; difference ${pairedText(outcome, paired)}`;
    return `${name}, ${describe(outcome, scenario.dyad)}: in the record ${record}; ${WITHOUT} ${numbers(before)}; with it ${numbers(after)}${apart}.`;
  });
  const resting = pictured.assumptions.map(({ name, value }) => `${name} ${numeral(value)}`).join(", ");
  const alternative = [
    `Each outcome ${WITHOUT} (left) and with it (right): ${runs} Intervals hold 95 %.`,
    ...sentences,
    `Rests on: ${resting}.`,
    `Again: ${pictured.command}`,
  ].join(" ");
  const charts = told.map(({ name, outcome, before, after }): Chart => {
    const record = recordText(outcome, followed.record[name] ?? Number.NaN, scenario.dyad);
    const subtitle = [
      describe(outcome, scenario.dyad),
      `in the record: ${record}${reachedText(outcome, before, after, futures)}`,
    ];
    return chartOf(name, subtitle, outcome, barsOf(outcome, scenario.dyad, { before, after, name: pictured.name }), {
      models: [WITHOUT, pictured.name],
      dyad: scenario.dyad,
    });
  });
  const spec: TopLevelSpec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: { text: title, subtitle: [runs, pictured.command], anchor: "start", offset: 16 },
    description: alternative,
    vconcat: charts,
    config: { view: { stroke: null } },
  };
  return { spec, title: `${title}. ${runs}`, alternative };
}

function chartOf(
  name: string,
  subtitle: readonly string[],
  outcome: Outcome,
  bars: readonly Bar[],
  { models, dyad }: { readonly models: readonly string[]; readonly dyad: Dyad },
): Chart {
  const values = bars.map(({ value }) => value);
  const domain = columnsOn(outcome, values, dyad);
  const { unit, axis: title = null } = outcomeKinds[outcome.kind];
  return {
    title: { text: name, subtitle: [...subtitle], anchor: "start" },
    data: { values: [...bars] },
    facet: { column: { field: "model", type: "nominal", sort: [...models], title: null } },
    spec: {
      mark: { type: "bar" },
      width: 260,
      height: 100,
      encoding: {
        x:
          domain === undefined
            ? { field: "value", type: "quantitative", bin: { maxbins: COLUMNS }, title }
            : {
                field: "value",
                type: "ordinal",
                scale: { domain: [...domain] },
                title,
                axis: { labelAngle: unit === "state" ? -30 : 0, labelLimit: 0 },
              },
        y: { field: "share", type: "quantitative", aggregate: "sum", title: "share of futures", stack: null },
        color: {
          field: "model",
          type: "nominal",
          scale: { domain: [...models], range: COLOURS },
          legend: null,
        },
      },
    },
  };
}

function barsOf(
  outcome: Outcome,
  dyad: Dyad,
  { before, after, name }: { readonly before: Tally; readonly after: Tally; readonly name: string },
): readonly Bar[] {
  return [
    { model: WITHOUT, tally: before },
    { model: name, tally: after },
  ].flatMap(({ model, tally: { counts, futures } }) => {
    const bars = Array.from(counts, ([value, count]): Bar => {
      return { model, value: placeOf(outcome, value, dyad), share: count / Math.max(1, futures) };
    });
    return bars.length > 0 ? bars : [{ model, value: placeOf(outcome, 0, dyad), share: 0 }];
  });
}

function reachedText({ kind }: Outcome, before: Tally, after: Tally, futures: number): string {
  if (!outcomeKinds[kind].mayMiss || futures === 0) return "";
  return `; reached ${WITHOUT} in ${percentText(reachedShare(before))}, with it in ${percentText(reachedShare(after))}`;
}
