/** What a search came to: the ways, the proof that there is none, or how far it got. */

import type { Dyad, Situation } from "../../machine/index.ts";
import { BLANK, type Block, indent, line, section, span, wrap } from "../../render/index.ts";
import { regionKey, stateWord } from "../../scenario/index.ts";
import type { Found, Missed, OutOfBudget, Searched, Unreachable } from "../../search/index.ts";
import { plural } from "../diagnostics.ts";
import { patternText } from "../findings.ts";
import { standingLines } from "../play.ts";
import { wayLines } from "./way.ts";

/** A search and what it was for. */
export interface SearchTelling {
  readonly title: string;
  readonly purpose: string;
  readonly dyad: Dyad;
  /** Where it began, as a person says it: `the end of 2024-01-18`. */
  readonly moment: string;
  readonly from: Situation;
  /** What was looked for, as it was typed. */
  readonly goal: string;
  /** How many different ways were wanted. */
  readonly wanted: number;
  /** What was allowed and forbidden, as it was typed; empty where all that is valid was. */
  readonly limits: string;
  readonly searched: Searched;
}

/** A search, told whole. */
export function searchBlock(telling: SearchTelling, columns: number): Block {
  const { title, moment, from, dyad, goal, limits, purpose, searched } = telling;
  const asked = `To ${goal}, from ${moment}${limits === "" ? "" : `, ${limits}`}`;
  return [
    ...wrap(line(span(title, "title")), columns),
    ...wrap(line(asked), columns),
    ...standingLines(from, dyad, columns - 2).map((one) => indent(2, one)),
    ...(searched.kind === "found"
      ? foundBlock(searched, telling, columns)
      : searched.kind === "unreachable"
        ? unreachableBlock(searched, telling, columns)
        : budgetBlock(searched, telling, columns)),
    BLANK,
    ...wrap(line(span(effortText(searched), "faint")), columns),
    ...wrap(
      line(span(`Purpose: ${purpose}. What the rules allow; not what is likely, and not a forecast.`, "faint")),
      columns,
    ),
  ];
}

function foundBlock({ ways, outOfBudget }: Found, { dyad, wanted }: SearchTelling, columns: number): Block {
  const few = ways.length < wanted;
  const left = outOfBudget
    ? `${plural(ways.length, "way")} of ${wanted} found before the budget ended.`
    : "No further way differs from these in what it passes through, without a detour.";
  return [
    ...ways.flatMap(({ steps, ...way }, k) => {
      const length = plural(steps.length, "step");
      const head = k === 0 ? `The shortest way: ${length}, each valid` : `Another way: ${length}, each valid`;
      return section(head, wayLines({ ...way, steps }, dyad, columns - 2));
    }),
    ...(few ? [BLANK, ...wrap(line(left), columns)] : []),
  ];
}

function unreachableBlock(
  { visited, core, regions }: Unreachable,
  { dyad, limits }: SearchTelling,
  columns: number,
): Block {
  const within = limits === "" ? "can be reached by valid acts" : `can be reached by valid acts, ${limits},`;
  const proof = `There is no way. All that ${within} was visited, ${visited.toLocaleString("en")} situations, and none matches.`;
  return [
    BLANK,
    ...wrap(line(span("✗ ", "bad"), proof), columns, 2),
    ...wrap(line(`  ${reasonText(regions, patternText(core, dyad), dyad)}`), columns, 2),
  ];
}

/** Why nothing matches, in one sentence. */
export function reasonText(regions: readonly Missed[], core: string, dyad: Dyad): string {
  const [only, ...others] = regions;
  if (only === undefined) return "Nothing was looked for.";
  if (others.length > 0) return `Each part of ${core} was reached, and never all of it at once.`;
  const reached = only.reached.map((state) => stateWord(state, dyad)).join(", ");
  return `${core} was never reached: ${regionKey(only.region, dyad)} was only ever ${reached}.`;
}

function budgetBlock({ noneWithin, closest }: OutOfBudget, { dyad }: SearchTelling, columns: number): Block {
  const { way, matched, of } = closest;
  const bound = noneWithin === 0 ? "" : ` There is no way of ${plural(noneWithin, "step")} or fewer.`;
  const told = `The budget ended before a way was found, or proved not to be there.${bound}`;
  const close = `The closest that was seen: ${matched} of ${plural(of, "part")}`;
  return [
    BLANK,
    ...wrap(line(span("? ", "warn"), told), columns, 2),
    ...section(close, wayLines(way, dyad, columns - 2)),
  ];
}

function effortText({ visited, expanded }: Searched): string {
  const [seen, tried] = [visited, expanded].map((count) => count.toLocaleString("en"));
  return `Visited ${seen} situations; tried every act that is allowed on ${tried}.`;
}
