/** Words for what was true: situations and steps of the chart, by what is not as in full normal relations. */
import { type Dyad, PEACE, regionNames, type Situation, symbolText } from "../machine/index.ts";
import { regionKey, stateWord } from "../present/index.ts";
import type { ChartStep } from "./law.ts";

/** The parties as a breach names them where no history does. */
const PARTIES: Dyad = { a: "a", b: "b" };

/** A situation by the regions that are not as in full normal relations; the course always. */
export function situationWords(situation: Situation, dyad: Dyad = PARTIES): string {
  const told = regionNames.filter((region) => region === "course" || situation[region] !== PEACE[region]);
  return told.map((region) => `${regionKey(region, dyad)} ${stateWord(situation[region], dyad)}`).join(", ");
}

/** What a step changed: `course normal.full → strike, ledger clear → by-a`. */
function changeWords(before: Situation, after: Situation, dyad: Dyad = PARTIES): string {
  const changed = regionNames.filter((region) => before[region] !== after[region]);
  const words = changed.map(
    (region) => `${regionKey(region, dyad)} ${stateWord(before[region], dyad)} → ${stateWord(after[region], dyad)}`,
  );
  return words.length === 0 ? "nothing changed" : words.join(", ");
}

/** A step: what happened, how it was judged, what it changed, and where. */
export function stepWords({ before, event, verdict, after }: ChartStep, dyad: Dyad = PARTIES): string {
  return `${symbolText(event)} was ${verdict} and ${changeWords(before, after, dyad)}; before it: ${situationWords(before, dyad)}`;
}
