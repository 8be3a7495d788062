/** The situation: where every region of the chart stands, since when, and what that means. */
import { actOf } from "../events/index.ts";
import { type History, type Step, situationAfter, stepsUntil } from "../history/index.ts";
import { type Dyad, type Region, regionNames, type Situation } from "../machine/index.ts";
import { type Document, type Span, span, type TablePart, table } from "../render/index.ts";
import { top } from "./ribbon.ts";
import { courseStyles } from "./styles.ts";
import { momentText, nameOf, type SeenCrisis, type Telling } from "./telling.ts";
import { type Names, regionName, sentence, stateText } from "./words.ts";

/** One region. */
export interface SituationRow {
  readonly region: string;
  readonly state: string;
  /** The event that brought it there; absent when it has stood there from the opening. */
  readonly since?: string;
  readonly meaning: string;
}

/** Where everything stands at the end of what is seen. */
export function situationDocument(seen: SeenCrisis): Document {
  return { title: seen.scenario.title, parts: [situationTable(seen, `Where everything stands at ${seen.moment}`)] };
}

/** The rows as data. */
export function situationRows(telling: Telling): readonly SituationRow[] {
  return regionsOf(telling).map(({ region, state, step, meaning }) => {
    const since = step === undefined ? {} : { since: step.event.id };
    return { region: regionName(region, telling.history.dyad), state, meaning, ...since };
  });
}

/** A row for each region: its state, since when, and what that means. */
export function situationTable(telling: Telling, caption: string): TablePart {
  const columns = [
    { head: "Region", size: 11, hang: 0 },
    { head: "State", most: 26, hang: 0 },
    { head: "Since", size: 10, hang: 0 },
    { head: "Brought there by", place: "page" },
    { head: "What that means", rest: 0, hang: 0 },
  ] as const;
  const rows = regionsOf(telling).map(({ region, state, step, meaning }) => [
    span(regionName(region, telling.history.dyad), "strong"),
    stateSpan(region, state),
    span(step === undefined ? "unchanged" : momentText(step.minute), "faint"),
    step?.event.id ?? "the opening",
    span(meaning, "faint"),
  ]);
  return table(caption, columns, rows);
}

/** A situation by itself, without its history. */
export function bareSituationTable(caption: string, situation: Situation, dyad: Dyad, names: Names): TablePart {
  const columns = [
    { head: "Region", size: 11, hang: 0 },
    { head: "State", most: 26, hang: 0 },
    { head: "What that means", rest: 0, hang: 0 },
  ] as const;
  const rows = regionNames.map((region) => [
    span(regionName(region, dyad), "strong"),
    stateSpan(region, stateText(region, situation[region], dyad)),
    span(sentence(region, situation, names), "faint"),
  ]);
  return table(caption, columns, rows);
}

interface Standing {
  readonly region: Region;
  readonly state: string;
  /** What brought it there. */
  readonly step: Step | undefined;
  readonly meaning: string;
}

function regionsOf({ history, scenario, until }: Telling): readonly Standing[] {
  const { dyad } = history;
  const names = { a: nameOf({ scenario }, dyad.a), b: nameOf({ scenario }, dyad.b) };
  const count = stepsUntil(history, until);
  const situation = situationAfter(history, count);
  return regionNames.map((region) => ({
    region,
    state: stateText(region, situation[region], dyad),
    step: broughtBy(history, count, region),
    meaning: sentence(region, situation, names, labelOf(broughtBy(history, count, region))),
  }));
}

function labelOf(step: Step | undefined): string | undefined {
  return step === undefined || actOf(step.event.act).class !== "force" ? undefined : actOf(step.event.act).label;
}

function broughtBy({ steps }: History, count: number, region: Region): Step | undefined {
  return steps.slice(0, count).findLast(({ before, after }) => before[region] !== after[region]);
}

function stateSpan(region: Region, state: string): Span {
  return span(state, region === "course" ? courseStyles[top(state.replace(/ \(.*/, ""))] : undefined);
}
