/** States in words and colours: the one table of what each state of the chart is called, for every picture. */
import { type Dyad, type Pattern, type Region, regionNames, regions } from "../../machine/index.ts";
import { visibleLine } from "../../problem/index.ts";
import type { Telling } from "../../views/index.ts";
import { nameIn } from "../names.ts";
import type { Token } from "../tokens.ts";
import type { Names, Words } from "../words/index.ts";

/** The names of the parties of a scenario. */
export function namesOf(scenario: Pick<Telling["scenario"], "dyad" | "actors">): Names {
  return { a: nameIn({ scenario }, scenario.dyad.a), b: nameIn({ scenario }, scenario.dyad.b) };
}

/** The name of a party by its code; any other code as it is. */
export function partyName(code: string, { a, b }: Dyad, names: Names): string {
  return code === a ? names.a : code === b ? names.b : visibleLine(code);
}

/** A state in words, or one that holds several. */
export function stateWords(say: Words, region: Region, state: string, names: Names): string {
  const table: Readonly<Record<string, (names: Names) => string>> = say.states.of[region];
  return table[state]?.(names) ?? say.states.wholes[state] ?? state;
}

/** A pattern in words: `talks or settled`. */
export function patternIn(say: Words, pattern: Pattern, names: Names): string {
  return regionNames
    .flatMap((region) => {
      const wanted: string | readonly string[] | undefined = pattern[region];
      if (wanted === undefined) return [];
      return [
        [wanted]
          .flat()
          .map((one) => stateWords(say, region, one, names))
          .join(say.states.or),
      ];
    })
    .join(say.states.and);
}

const COURSES: Readonly<Record<string, Token>> = {
  normal: "normal",
  strained: "strained",
  strike: "strike",
  "ambassadors-recalled": "recalled",
  retaliation: "retaliation",
  reconciliation: "reconciliation",
};
const BY_RANK = ["normal", "recalled", "strike", "retaliation", "strained", "reconciliation"] as const;

/** The colour of a state: of the course its own, of other regions by its place. */
export function stateToken(region: Region, state: string): CourseToken {
  if (region === "course") return (COURSES[state.split(".")[0] ?? ""] ?? "normal") as CourseToken;
  const states: readonly string[] = regions[region];
  const place = states.indexOf(state);
  return BY_RANK[place % BY_RANK.length] ?? "normal";
}

/** A colour that words can stand on. */
export type CourseToken = (typeof BY_RANK)[number];
