/** Outcomes of futures in the words of the pictures, without ids, and estimates in the unit of their axis. */
import { isActId, when } from "../../events/index.ts";
import {
  type Estimate,
  type Followed,
  meanValue,
  type Paired,
  quantileOf,
  reachedShare,
  shareWith,
  type Tally,
} from "../../futures/index.ts";
import { type Outcome, outcomeKinds, type Scenario } from "../../scenario/index.ts";
import { namesOf, partyName, patternIn, stateWords } from "../chart/states.ts";
import { decimal } from "../content.ts";
import { dateText } from "../dates.ts";
import { humanize } from "../names.ts";
import type { Words } from "../words/index.ts";

/** The futures of a what-if, as they are drawn. */
export interface FuturesData {
  readonly scenario: Scenario;
  /** The minutes between which outcomes are observed: from the first event to the horizon. */
  readonly watched: readonly [from: number, to: number];
  readonly followed: Followed;
  /** The what-if's name. */
  readonly name: string;
}

/** An outcome in two sets of futures. */
export interface Compared {
  readonly name: string;
  readonly outcome: Outcome;
  /** The value in the record; NaN if it has none. */
  readonly record: number;
  readonly one: Tally;
  readonly other: Tally;
  readonly paired?: Paired | undefined;
  readonly scenario: OutcomeScenario;
}

/** Every outcome in the futures without the edit and in those with it. */
export function comparedIn({ scenario, followed }: FuturesData): readonly Compared[] {
  return Object.entries(scenario.outcomes).flatMap(([name, outcome]): readonly Compared[] => {
    const [one, other] = [followed.unedited.outcomes[name], followed.edited.outcomes[name]];
    if (one === undefined || other === undefined) return [];
    const record = followed.record[name] ?? Number.NaN;
    return [{ name, outcome, record, one, other, paired: followed.differences[name], scenario }];
  });
}

/** How many futures, of which seed, and that they are no forecast. */
export function runsText(say: Words, { followed: { edited } }: Pick<FuturesData, "followed">): string {
  return `${say.futures.runs(edited.futures.toLocaleString(say.language), edited.seed)} · ${say.futures.notAForecast}`;
}

/** The unit of an axis. */
export type Axis = "share" | "days" | "times" | "level";

/** An outcome in words. */
export interface OutcomeWords {
  /** Its name as the file has it, without hyphens: `Envoys back`. */
  readonly title: string;
  /** What is observed. */
  readonly observes: string;
}

type OutcomeScenario = Pick<Scenario, "dyad" | "actors" | "events">;

/** What an outcome is called, and what it observes. */
export function outcomeWords(say: Words, name: string, outcome: Outcome, scenario: OutcomeScenario): OutcomeWords {
  const names = namesOf(scenario);
  const { observes: texts, classes, since, by } = say.futures;
  const day = sinceMinute(outcome, scenario);
  const from = day === undefined ? "" : since(dateText(day, say, { year: true }));
  const describeObserved = (): string => {
    if (outcome.kind === "peak") return texts.peak;
    if (outcome.kind === "final") return texts.final(say.chart.regions[outcome.region](names));
    if (outcome.kind === "count") {
      const what = isActId(outcome.what) ? say.acts[outcome.what] : classes[outcome.what];
      return texts.count(`${what}${outcome.by === undefined ? "" : by(partyName(outcome.by, scenario.dyad, names))}`);
    }
    return texts[outcome.kind](patternIn(say, outcome.pattern, names));
  };
  return { title: humanize(name), observes: `${describeObserved()}${from}` };
}

/** The minute from which an outcome is counted, if the record has the event that starts it. */
export function sinceMinute({ since }: Outcome, { events }: Pick<Scenario, "events">): number | undefined {
  const event = since === undefined ? undefined : events.find(({ id }) => id === since);
  return event === undefined ? undefined : when(event.at).start;
}

/** The point on an axis that the futures give, with its interval; NaN if there is no future. */
export function estimateOf(outcome: Outcome, tally: Tally): Estimate {
  const { kind } = outcome;
  if (tally.futures === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  if (kind === "first") return scaleEstimate(reachedShare(tally), 100);
  if (kind === "reached") return scaleEstimate(shareWith(tally, 1), 100);
  if (kind === "longest") return scaleEstimate(quantileOf(tally, 0.5), 1 / outcomeKinds[kind].scale);
  return meanValue(tally);
}

/** The axis of each kind of outcome. */
const axes: Readonly<Record<Outcome["kind"], Axis>> = {
  first: "share",
  reached: "share",
  longest: "days",
  count: "times",
  final: "share",
  peak: "level",
};

/** The axis on which an outcome is drawn. */
export function axisOf({ kind }: Outcome): Axis {
  return axes[kind];
}

/** The record's value on the axis. */
export function recordOn(outcome: Outcome, value: number): number {
  if (outcome.kind === "first") return Number.isNaN(value) ? 0 : 100;
  if (outcome.kind === "reached") return value * 100;
  return value / outcomeKinds[outcome.kind].scale;
}

/** An estimate in another unit. */
export function scaleEstimate({ value, low, high }: Estimate, by: number): Estimate {
  return { value: value * by, low: low * by, high: high * by };
}

/** A number as an axis shows it. */
export function numberOn(say: Words, axis: Axis, value: number): string {
  if (Number.isNaN(value)) return say.futures.noFuture;
  if (axis === "share") return `${decimal(say, value)} %`;
  return axis === "days" ? say.futures.days(decimal(say, value)) : decimal(say, value, 2);
}

/** `61.2 % (59.1 to 63.3)`; without bounds if there are none. */
export function estimateText(say: Words, axis: Axis, { value, low, high }: Estimate): string {
  const text = numberOn(say, axis, value);
  if (Number.isNaN(value)) return text;
  const bare = (one: number): string => decimal(say, one, axis === "share" || axis === "days" ? 1 : 2);
  return Number.isNaN(low) ? text : `${text} (${say.futures.to(bare(low), bare(high))})`;
}

/** A state of a final outcome in words. */
export function finalState(say: Words, outcome: Outcome, state: string, scenario: OutcomeScenario): string {
  return "region" in outcome ? stateWords(say, outcome.region, state, namesOf(scenario)) : state;
}
