/** The situation: where every region of the chart stands, since when, and what that means. */
import { actOf } from "../events/index.ts";
import { type Step, situationAfter, stepsUntil } from "../history/index.ts";
import { type Dyad, type Region, regionNames, type Situation } from "../machine/index.ts";
import { type Document, type Span, span, type TablePart, table } from "../render/index.ts";
import { type CrisisAtMoment, momentText, nameOf, type ReplayView } from "./replay-view.ts";
import { topState } from "./ribbon.ts";
import { courseStyles } from "./styles.ts";
import { type Names, regionName, sentence, stateText } from "./words.ts";

/** One region. */
export interface SituationRow {
  readonly region: string;
  readonly state: string;
  /** The event that brought it there; absent when it has stood there from the opening. */
  readonly since?: string;
  readonly meaning: string;
}

/** Where every region stands at the last minute of a crisis. */
export function situationDocument(crisis: CrisisAtMoment): Document {
  return {
    title: crisis.scenario.title,
    parts: [situationTable(crisis, `Where everything stands at ${crisis.moment}`)],
  };
}

/** The rows as data. */
export function situationRows(replay: ReplayView): readonly SituationRow[] {
  return regionsOf(replay).map(({ region, state, step, meaning }) => {
    const since = step === undefined ? {} : { since: step.event.id };
    return { region: regionName(region, replay.history.dyad), state, meaning, ...since };
  });
}

/** A row for each region: its state, since when, and what that means. */
export function situationTable(replay: ReplayView, caption: string): TablePart {
  const since = [
    { head: "Since", size: 10, hang: 0 },
    { head: "Brought there by", place: "page" },
  ] as const;
  const rows = regionsOf(replay).map(({ region, state, step, meaning }) => [
    span(regionName(region, replay.history.dyad), "strong"),
    stateSpan(region, state),
    span(step === undefined ? "unchanged" : momentText(step.minute), "faint"),
    step?.event.id ?? "the opening",
    span(meaning, "faint"),
  ]);
  return table(caption, [...STANDING, ...since, MEANING], rows);
}

const STANDING = [
  { head: "Region", size: 11, hang: 0 },
  { head: "State", most: 26, hang: 0 },
] as const;
const MEANING = { head: "What that means", rest: 0, hang: 0 } as const;

/** A situation by itself, without its history. */
export function bareSituationTable(caption: string, situation: Situation, dyad: Dyad, names: Names): TablePart {
  const rows = regionNames.map((region) => [
    span(regionName(region, dyad), "strong"),
    stateSpan(region, stateText(region, situation[region], dyad)),
    span(sentence(region, situation, names), "faint"),
  ]);
  return table(caption, [...STANDING, MEANING], rows);
}

interface Standing {
  readonly region: Region;
  readonly state: string;
  /** What brought it there. */
  readonly step: Step | undefined;
  readonly meaning: string;
}

function regionsOf({ history, scenario, until }: ReplayView): readonly Standing[] {
  const { dyad } = history;
  const names = { a: nameOf({ scenario }, dyad.a), b: nameOf({ scenario }, dyad.b) };
  const count = stepsUntil(history, until);
  const situation = situationAfter(history, count);
  const steps = history.steps.slice(0, count);
  return regionNames.map((region) => {
    const step = steps.findLast(({ before, after }) => before[region] !== after[region]);
    const act = step && actOf(step.event.act);
    const meaning = sentence(region, situation, names, act?.class === "force" ? act.label : undefined);
    return { region, state: stateText(region, situation[region], dyad), step, meaning };
  });
}

function stateSpan(region: Region, state: string): Span {
  return span(state, region === "course" ? courseStyles[topState(state.replace(/ \(.*/, ""))] : undefined);
}

/** A state of the course in its style. */
export function courseSpan(course: Situation["course"], dyad: Dyad): Span {
  return span(stateText("course", course, dyad), courseStyles[topState(course)]);
}
