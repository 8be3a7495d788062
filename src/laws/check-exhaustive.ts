/** Checks laws of situations, steps and the chart exhaustively: in everything that can be reached. */
import { nextIn, PEACE, type Situation, symbols } from "../machine/index.ts";
import { type Breach, breachOf, type ChartLaw, type Law, type SituationLaw, type StepLaw } from "./law.ts";
import { type System, system } from "./system.ts";
import { situationWords, stepWords } from "./words.ts";

/** What an exhaustive check came to. */
export interface Everywhere {
  readonly situations: number;
  /** How many steps: every symbol of the alphabet in every situation. */
  readonly steps: number;
  readonly laws: number;
  /** The first breach of each law that is broken. */
  readonly breaches: readonly Breach[];
}

/** The options of an exhaustive check. */
export interface Thoroughness {
  /** The table and the chart to check; ours by default. */
  readonly system?: Pick<System, "table" | "chart">;
  /** Where to start; full normal relations by default. */
  readonly from?: Situation;
  /** The number of broken laws after which the check ends; all of them by default. */
  readonly enough?: number;
  /** Called for each situation, with how many are done and how many are known. */
  readonly onProgress?: (done: number, known: number) => void;
}

/** Whether a law can be held to everything that is reachable. */
export function isExhaustible(law: Law): law is SituationLaw | StepLaw | ChartLaw {
  return law.of === "situation" || law.of === "step" || law.of === "chart";
}

/**
 * Holds laws to every situation that can be reached and to every step from each. Laws of other kinds are left out.
 *
 * @example
 * ```ts
 * import { everywhere, lawOf } from "demarche/testing";
 * const { breaches, situations } = everywhere([lawOf("severed-closes-missions")]);
 * breaches; // => []
 * situations > 7000; // => true
 * ```
 */
export function everywhere(laws: readonly Law[], options: Thoroughness = {}): Everywhere {
  const { system: { table, chart } = system, from = PEACE, onProgress = () => {} } = options;
  const exhaustible = laws.filter(isExhaustible);
  const enough = Math.min(options.enough ?? exhaustible.length, exhaustible.length);
  const breaches = new Map<string, Breach>();
  const open = <L extends Law>(some: readonly L[]): readonly L[] => some.filter(({ name }) => !breaches.has(name));
  let ofSituations: readonly SituationLaw[] = exhaustible.filter((law) => law.of === "situation");
  let ofSteps: readonly StepLaw[] = exhaustible.filter((law) => law.of === "step");
  let bySymbol = lawsBySymbol(ofSteps);
  let done = 0;

  const places = [table.idOf(from)];
  const reached = new Set(places);
  for (const id of places) {
    const before = table.situationOf(id);
    for (const law of ofSituations) {
      if (law.holds(before)) continue;
      breaches.set(law.name, breachOf(law, situationWords(before), { situation: before }));
    }
    for (let symbol = 0; symbol < symbols.length; symbol++) {
      const answer = table.answer(id, symbol);
      const next = nextIn(answer);
      if (next !== id && !reached.has(next)) {
        places.push(next);
        reached.add(next);
      }
      const event = symbols[symbol];
      const lawsOfSymbol = bySymbol[symbol];
      if (event === undefined || lawsOfSymbol === undefined || lawsOfSymbol.length === 0) continue;
      const step = { before, event, verdict: table.verdict(id, symbol), after: table.situationOf(next) };
      for (const law of lawsOfSymbol) {
        if (breaches.has(law.name) || law.holds(step)) continue;
        breaches.set(law.name, breachOf(law, stepWords(step), { step }));
      }
    }
    if (breaches.size > 0) {
      [ofSituations, ofSteps] = [open(ofSituations), open(ofSteps)];
      bySymbol = lawsBySymbol(ofSteps);
    }
    onProgress(++done, places.length);
    if (breaches.size >= enough) break;
  }

  const space = { table, chart, places };
  for (const law of exhaustible) {
    if (breaches.size >= enough) break;
    const what = law.of === "chart" ? law.breach(space) : undefined;
    if (what !== undefined) breaches.set(law.name, breachOf(law, what));
  }
  return {
    situations: done,
    steps: done * symbols.length,
    laws: exhaustible.length,
    breaches: exhaustible.flatMap(({ name }) => breaches.get(name) ?? []),
  };
}

function lawsBySymbol(laws: readonly StepLaw[]): readonly (readonly StepLaw[])[] {
  return symbols.map((symbol) => laws.filter((law) => law.about?.(symbol) ?? true));
}
