/** Words for what was true: situations and steps of the chart, by what is not as in full normal relations. */
import { type ChartEvent, type Dyad, PEACE, regionNames, type Situation } from "../machine/index.ts";
import { regionKey, stateWord } from "../scenario/index.ts";
import type { ChartStep } from "./law.ts";

/** The parties that a breach names where there is no history: the codes that random cases use. */
export const PARTIES = { a: "AAA", b: "BBB" } as const satisfies Dyad;

/** A situation by the regions that are not as in full normal relations. */
export function situationWords(situation: Situation, dyad: Dyad = PARTIES): string {
  const notable = regionNames.filter((region) => region === "course" || situation[region] !== PEACE[region]);
  const words = notable.map((region) => `${regionKey(region, dyad)} ${stateWord(situation[region], dyad)}`);
  return notable.length === regionNames.length
    ? words.join(", ")
    : `${words.join(", ")}, the rest as in full relations`;
}

/** What a step changed: `course normal.full → strike, ledger clear → by-a`. */
export function changeWords(before: Situation, after: Situation, dyad: Dyad = PARTIES): string {
  const changed = regionNames.filter((region) => before[region] !== after[region]);
  const words = changed.map(
    (region) => `${regionKey(region, dyad)} ${stateWord(before[region], dyad)} → ${stateWord(after[region], dyad)}`,
  );
  return words.length === 0 ? "nothing changed" : words.join(", ");
}

/** A step: what happened, how it was judged, what it changed, and where. */
export function stepWords({ before, event, verdict, after }: ChartStep, dyad: Dyad = PARTIES): string {
  const changed = after === before ? "" : `: ${changeWords(before, after, dyad)}`;
  return `${whoWords(event, dyad)} ${actWords(event)} was ${verdict}${changed}; before it: ${situationWords(before, dyad)}`;
}

/** Who did it: a party by its code, both, or others. */
export function whoWords({ by }: ChartEvent, { a, b }: Dyad): string {
  return { a, b, both: `${a} + ${b}`, other: "others" }[by];
}

/** What was done, with the detail that matters. */
export function actWords({ type, detail }: ChartEvent): string {
  return detail === undefined ? type : `${type} (${detail})`;
}
