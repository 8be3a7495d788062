/** Futures with an edit against those without it: a dumbbell for each outcome, and the record on the same axis. */
import { type Estimate, type Paired, shareWith, type Tally } from "../../futures/index.ts";
import { type Outcome, outcomeKinds, statesOf } from "../../scenario/index.ts";
import { apartText } from "../../views/index.ts";
import { decimal, heading, legend, sentences } from "../content.ts";
import { type Content, framed, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import type { Words } from "../words/index.ts";
import { type Row, rowKeys, rowsDrawn, rowText } from "./rows.ts";
import { axisOf, estimateOf, finalState, outcomeWords, recordOn, scaled, type ToldFutures } from "./told.ts";

/** What every outcome came to with the edit and without it. */
export function futuresPicture(told: ToldFutures, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  return framed(sheet, futuresContent(sheet, told));
}

/** The same, as a part of a larger picture. */
export function futuresContent(sheet: Sheet, told: ToldFutures, y = 0): Content {
  const { say } = sheet;
  const { without, with: edited, noOutcome, title } = say.futures;
  const rows = rowsOf(say, told);
  const name = title(told.scenario.title, told.name);
  const runs = runsText(say, told);
  const head = heading(sheet, name, [runs, ...(rows.length === 0 ? [noOutcome] : [])], y + 12);
  const keys = legend(sheet, rowKeys(sheet, without, edited), y + 12 + head.height + 8);
  const top = y + 12 + head.height + 8 + keys.height + 12;
  const drawn = rowsDrawn(sheet, rows, top);
  const lines = rows.map((row) => rowText(sheet, row, [without, edited]));
  return {
    height: top + drawn.height - y,
    title: `${name}. ${runs}`,
    description: sentences([runs, ...lines]),
    text: [name, runs, ...lines.map((line) => `- ${line}`)].join("\n"),
    body: head.body + (rows.length === 0 ? "" : keys.body) + drawn.body,
  };
}

/** How many futures, of which seed, and that they are no forecast. */
export function runsText(say: Words, { followed: { edited } }: Pick<ToldFutures, "followed">): string {
  return `${say.futures.runs(edited.futures.toLocaleString(say.language), edited.seed)} · ${say.futures.notAForecast}`;
}

function rowsOf(say: Words, { scenario, followed }: ToldFutures): readonly Row[] {
  return Object.entries(scenario.outcomes).flatMap(([name, outcome]): readonly Row[] => {
    const [one, other] = [followed.unedited.outcomes[name], followed.edited.outcomes[name]];
    if (one === undefined || other === undefined) return [];
    const record = followed.record[name] ?? Number.NaN;
    return [rowOf(say, { name, outcome, record, one, other, paired: followed.differences[name], scenario })];
  });
}

interface Compared {
  readonly name: string;
  readonly outcome: Outcome;
  readonly record: number;
  readonly one: Tally;
  readonly other: Tally;
  readonly paired?: Paired | undefined;
  readonly scenario: Pick<ToldFutures["scenario"], "dyad" | "actors" | "events">;
}

/** An outcome as a row. Where a state is what ends, the row is of the state in which the record ended. */
export function rowOf(say: Words, { name, outcome, record, one, other, paired, scenario }: Compared): Row {
  const told = outcomeWords(say, name, outcome, scenario);
  const { toTheEnd, inTheMean, ofOne } = say.futures;
  if (outcome.kind === "final") {
    const state = statesOf(outcome)[record];
    const as = state === undefined ? say.futures.notReached : finalState(say, outcome, state, scenario);
    const share = (tally: Tally): Estimate => scaled(shareWith(tally, record), 100);
    return {
      title: `${told.title}${say.colon}${as}`,
      observes: told.observes,
      axis: "share",
      one: share(one),
      other: share(other),
      record: 100,
      recorded: as,
    };
  }
  const axis = axisOf(outcome);
  const none = paired === undefined || Number.isNaN(paired.difference.value);
  const texts = none ? undefined : apartText(outcome, paired, { ...say.futures, point: say.point });
  const means = outcome.kind === "first" ? toTheEnd : outcome.kind === "longest" ? inTheMean : "";
  return {
    ...told,
    axis,
    one: estimateOf(outcome, one),
    other: estimateOf(outcome, other),
    record: recordOn(outcome, record),
    recorded: recordedText(say, outcome, record),
    apart: texts === undefined ? undefined : { size: `${texts.size} (${texts.bounds ?? ofOne})`, more: means },
  };
}

/** The record's value in words. */
function recordedText(say: Words, outcome: Outcome, value: number): string {
  const { yes, no, levels, days, notReached } = say.futures;
  if (Number.isNaN(value)) return notReached;
  const { unit, scale } = outcomeKinds[outcome.kind];
  if (unit === "yes-or-no") return value === 1 ? yes : no;
  if (unit === "minutes") return days(decimal(say, value / scale));
  return unit === "level" ? (levels[value - 1] ?? String(value)) : String(value);
}
