/** The situation: where every region of the chart stands, since when, and what that means. */
import { regionNames } from "../../machine/index.ts";
import { type Document, table } from "../../render/index.ts";
import { momentText, nameOf } from "../telling.ts";
import { regionName, sentence, stateText } from "../words.ts";
import type { SeenCrisis } from "./seen.ts";

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
  return {
    title: seen.scenario.title,
    parts: [
      table(
        `Where everything stands at ${seen.moment}`,
        ["Region", "State", "Since", "What that means"],
        situationRows(seen).map(({ region, state, since, date, meaning }) => [
          region,
          { text: state, tone: "strong" },
          since === undefined ? "the opening" : `${date}, ${since}`,
          meaning,
        ]),
      ),
    ],
  };
}

/** The rows, each with the date of the event that brought it there. */
export function situationRows({
  scenario,
  history,
}: SeenCrisis): readonly (SituationRow & { readonly date: string })[] {
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
