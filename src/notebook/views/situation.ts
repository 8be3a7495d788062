/** The situation: where every region of the chart stands, since when, and what that means. */
import { regionNames, type Situation } from "../../machine/index.ts";
import { table } from "../../render/index.ts";
import { momentText, nameOf, regionName, sentence, stateText } from "../../views/index.ts";
import { type Shown, shown } from "../show/index.ts";
import type { CrisisView } from "../view.ts";

/** A situation that shows itself. */
export interface SituationTable extends Shown {
  readonly situation: Situation;
  readonly rows: readonly SituationRow[];
}

/** One region. */
export interface SituationRow {
  readonly region: string;
  readonly state: string;
  /** The event that brought it there; absent when it has stood there from the opening. */
  readonly since?: string;
  readonly meaning: string;
}

/** Where everything stands at the end of what is told. */
export function situationTable(told: CrisisView): SituationTable {
  const rows = situationRows(told);
  return shown({ situation: told.history.situation, rows: rows.map(({ date: _, ...row }) => row) }, () => ({
    title: told.scenario.title,
    parts: [
      table(
        `Where everything stands at ${told.moment}`,
        ["Region", "State", "Since", "What that means"],
        rows.map(({ region, state, since, date, meaning }) => [
          region,
          { text: state, tone: "strong" },
          since === undefined ? "the opening" : `${date}, ${since}`,
          meaning,
        ]),
      ),
    ],
  }));
}

/** The rows, each with the date of the event that brought it there. */
export function situationRows({
  scenario,
  history,
}: CrisisView): readonly (SituationRow & { readonly date: string })[] {
  const { dyad } = scenario;
  const names = { a: nameOf({ scenario }, dyad.a), b: nameOf({ scenario }, dyad.b) };
  return regionNames.map((region) => {
    const step = history.steps.findLast(({ before, after }) => before[region] !== after[region]);
    return {
      region: regionName(region, dyad),
      state: stateText(region, history.situation[region], dyad),
      meaning: sentence(region, history.situation, names),
      date: step === undefined ? "" : momentText(step.minute),
      ...(step === undefined ? {} : { since: step.event.id }),
    };
  });
}
