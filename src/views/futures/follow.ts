/** What follows a what-if: every outcome over many futures, what they rest on, and the line that makes them again. */
import type { Followed, Models } from "../../futures/index.ts";
import { BLANK, type Block, line, span, wrap } from "../../render/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { section } from "../ending.ts";
import { momentText } from "../telling.ts";
import { demandsBlock } from "./demands.ts";
import { intervalNote, outcomeBlock } from "./outcome.ts";

/** What is told beside the numbers. */
export interface Circumstances {
  readonly name: string;
  /** The line that makes the result again. */
  readonly command: string;
}

/** The futures of a what-if, in words, numbers and small pictures. */
export function followBlock(
  scenario: Scenario,
  { edited: model }: Models,
  followed: Followed,
  { name, command }: Circumstances,
  columns: number,
): Block {
  const { edited, unedited, differences, record } = followed;
  const { history, horizon } = model.setup;
  const length = horizon - (history.steps[0]?.minute ?? history.now);
  const outcomes = Object.entries(scenario.outcomes).flatMap(([key, outcome], k): Block => {
    const [before, after] = [unedited.outcomes[key], edited.outcomes[key]];
    if (before === undefined || after === undefined) return [];
    const rows = [
      { name: "without the edit", tally: before },
      { name, tally: after },
    ];
    const told = { outcome, dyad: scenario.dyad, record: record[key] ?? Number.NaN, rows, length };
    return [...(k === 0 ? [] : [BLANK]), ...outcomeBlock(key, { ...told, paired: differences[key] }, columns - 2)];
  });
  const counted = `${edited.futures.toLocaleString("en")} futures to ${momentText(horizon)}, seed ${edited.seed}`;
  return [
    ...section(
      `What follows in ${counted}`,
      outcomes.length === 0 ? [line("The file asks for no outcome: add some under `outcomes`.")] : outcomes,
    ),
    ...demandsBlock(scenario, followed, columns),
    ...section("How to read it", [
      ...wrap(
        line(`In the mean ${perFuture(edited.events, edited.futures)} events a future; ${refusedText(edited)}.`),
        columns - 2,
      ),
      ...(edited.bounded === 0
        ? []
        : wrap(line(span(`${edited.bounded} futures were cut at the bound on events.`, "warn")), columns - 2)),
      ...wrap(intervalNote(), columns - 2),
      ...wrap(line(span("Again: ", "faint"), command), columns - 2, 4),
    ]),
  ];
}

function perFuture(count: number, futures: number): string {
  return (count / Math.max(1, futures)).toFixed(1);
}

function refusedText({ refused, futures }: Followed["edited"]): string {
  return `${perFuture(refused, futures)} moves a future were refused as void`;
}
