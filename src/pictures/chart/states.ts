/** States in words and colours, for every picture. */
import { type Dyad, type Pattern, type Region, regionNames, regions } from "../../machine/index.ts";
import { nth, visibleLine } from "../../problem/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { nameIn } from "../names.ts";
import { type CourseToken, courseColours, courseToken } from "../tokens.ts";
import type { Headline, Names, Words } from "../words/index.ts";

/** The names of the parties of a scenario. */
export function namesOf(scenario: Pick<ReplayView["scenario"], "dyad" | "actors">): Names {
  return { a: nameIn({ scenario }, scenario.dyad.a), b: nameIn({ scenario }, scenario.dyad.b) };
}

/** The name of a party by its code; any other code as it is. */
export function partyName(code: string, { a, b }: Dyad, names: Names): string {
  return code === a ? names.a : code === b ? names.b : visibleLine(code);
}

/** A state in words, or a state that contains several. */
export function stateWords(say: Words, region: Region, state: string, names: Names): string {
  const table: Readonly<Record<string, (names: Names) => string>> = say.states.of[region];
  return table[state]?.(names) ?? say.states.wholes[state] ?? state;
}

/** A pattern in words: `talks or settled`. */
export function patternIn(say: Words, pattern: Pattern, names: Names): string {
  return regionNames
    .flatMap((region) => {
      const states: string | readonly string[] | undefined = pattern[region];
      if (states === undefined) return [];
      const texts = [states].flat().map((one) => stateWords(say, region, one, names));
      return [texts.join(say.states.or)];
    })
    .join(say.states.and);
}

/** The headline of a state of the course. */
export function courseOf(state: string): Headline {
  if (state === "ambassadors-recalled.severed") return "severed";
  if (state === "retaliation.war") return "war";
  if (state.startsWith("ambassadors-recalled")) return "recalled";
  if (state.startsWith("normal")) return "normal";
  if (state.startsWith("reconciliation")) return "reconciliation";
  if (state.startsWith("retaliation")) return "retaliation";
  return state === "strike" ? "strike" : "strained";
}

/** The colour of a state: in the course by its headline, in other regions by its position. */
export function stateToken(region: Region, state: string): CourseToken {
  if (region === "course") return courseToken(courseOf(state));
  const states: readonly string[] = regions[region];
  return nth(courseColours, states.indexOf(state) % courseColours.length);
}
