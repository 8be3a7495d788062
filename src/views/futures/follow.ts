/** What follows a what-if: every outcome over many futures, what they rest on, and the line that makes them again. */
import type { Followed, Models, Resting } from "../../futures/index.ts";
import {
  type Document,
  type FigurePart,
  formatCount,
  group,
  line,
  type Part,
  prose,
  span,
} from "../../render/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { momentText } from "../replay-view.ts";
import { assumptionsTable } from "./assumptions.ts";
import { cutParts } from "./cut.ts";
import { demandsParts } from "./demands.ts";
import { describe, numbersOf, recordText } from "./kinds.ts";
import { intervalNote, outcomeTable, pairedText } from "./outcome.ts";

/** What the text of futures needs beside their numbers. */
export interface Circumstances {
  readonly name: string;
  /** The line that makes the result again. */
  readonly command: string;
}

/** The futures of a what-if, in words, numbers and small pictures. */
export function followParts(
  scenario: Scenario,
  { edited: model }: Models,
  followed: Followed,
  { name, command }: Circumstances,
): readonly Part[] {
  const { edited, unedited } = followed;
  const { history, horizon } = model.setup;
  const length = horizon - (history.steps[0]?.minute ?? history.now);
  const outcomes = comparedIn(scenario, followed).flatMap(({ key, outcome, record, before, after, paired }, k) => {
    const rows = [
      { name: "without the edit", tally: before },
      { name, tally: after },
    ];
    const table = outcomeTable(key, { outcome, dyad: scenario.dyad, record, rows, length, paired });
    return [...(k === 0 ? [] : [prose("")]), table];
  });
  const none = prose("The file asks for no outcome: add some under `outcomes`.");
  const countText = `${formatCount(edited.futures)} futures to ${momentText(horizon)}, seed ${edited.seed}`;
  return [
    group(
      `What follows in ${countText}`,
      ...(outcomes.length === 0 ? [none] : outcomes),
      ...cutParts(edited, unedited),
    ),
    ...demandsParts(scenario, followed),
    group(
      "How to read it",
      prose(`On average ${perFuture(edited.events, edited.futures)} events a future; ${refusedText(edited)}.`),
      intervalNote,
      prose(line(span("Again: ", "faint"), command), undefined, 4),
    ),
  ];
}

/** Every outcome in the futures without the edit and in those with it. */
function comparedIn({ outcomes }: Scenario, { unedited, edited, differences, record: values }: Followed) {
  return Object.entries(outcomes).flatMap(([key, outcome]) => {
    const [before, after] = [unedited.outcomes[key], edited.outcomes[key]];
    if (before === undefined || after === undefined) return [];
    return [{ key, outcome, record: values[key] ?? Number.NaN, before, after, paired: differences[key] }];
  });
}

/** What a document of futures needs beside them. */
export interface FuturesDetails extends Circumstances {
  readonly assumptions: readonly Resting[];
  /** The same as a picture. */
  readonly figure: FigurePart;
  /** That it was interrupted, in a sentence. */
  readonly warning?: string | undefined;
}

/** The futures of a what-if beside those of the record. */
export function futuresDocument(
  scenario: Scenario,
  models: Models,
  followed: Followed,
  details: FuturesDetails,
): Document {
  return {
    title: `${scenario.title}: what if, ${details.name}`,
    parts: [
      ...(details.warning === undefined ? [] : [prose(details.warning, "warn")]),
      ...followParts(scenario, models, followed, details),
      details.figure,
      assumptionsTable("What it rests on", details.assumptions),
      prose("This is what the assumptions imply; not a forecast."),
    ],
  };
}

/** One outcome, in words. Intervals hold 95 %. */
export interface OutcomeInWords {
  readonly outcome: string;
  readonly observes: string;
  readonly record: string;
  readonly without: string;
  readonly with: string;
  readonly difference: string;
}

/** The outcomes of futures, in words. */
export function outcomeRows(scenario: Scenario, followed: Followed): readonly OutcomeInWords[] {
  const { dyad } = scenario;
  return comparedIn(scenario, followed).map(({ key, outcome, record, before, after, paired }) => ({
    outcome: key,
    observes: describe(outcome, dyad),
    record: recordText(outcome, record, dyad),
    without: numbersOf(outcome, before, dyad).join("\n"),
    with: numbersOf(outcome, after, dyad).join("\n"),
    difference: paired === undefined ? "—" : pairedText(outcome, paired),
  }));
}

function perFuture(count: number, futures: number): string {
  return (count / Math.max(1, futures)).toFixed(1);
}

function refusedText({ refused, futures }: Followed["edited"]): string {
  return `${perFuture(refused, futures)} moves a future were refused as void`;
}
