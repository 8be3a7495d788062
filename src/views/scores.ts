/** Scores: published values of acts added up in each direction, with a sparkline of how they went. */

import type { Dossier, Score } from "../dossier/index.ts";
import { actOf } from "../events/index.ts";
import { type Dyad, project } from "../machine/index.ts";
import { addAt } from "../problem/index.ts";
import { group, type Line, line, type Part, plural, prose, span } from "../render/index.ts";
import type { ReplayView } from "./replay-view.ts";

/** From the lowest to the highest. */
export const SPARKS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;
const SPARK_COLUMNS = 20;

/** The two directions with their sums, and a remark on what these numbers are not. */
export function scoresPart(replay: ReplayView, { scores }: Dossier): Part {
  const { a, b } = replay.history.dyad;
  const caption = "Scores of acts in each direction";
  if (scores.aToB.acts + scores.bToA.acts === 0) return group(caption);
  const courses = [runningSum(replay, "a"), runningSum(replay, "b")] as const;
  const [low, high] = [Math.min(0, ...courses.flat()), Math.max(0, ...courses.flat())];
  const remark = `The line is the running Goldstein sum from ${signed(low)} to ${signed(high)}. Published values of event types, added up; neither is a ladder of escalation.`;
  return group(
    caption,
    prose(scoreLine(`${a} → ${b}`, scores.aToB, sparkline(courses[0], low, high)), undefined, 2),
    prose(scoreLine(`${b} → ${a}`, scores.bToA, sparkline(courses[1], low, high)), undefined, 2),
    prose(remark, "faint"),
  );
}

/** How the Goldstein sums of two dossiers differ, a line for each direction in which they do. */
export function scoreChanges(one: Dossier, other: Dossier, { a, b }: Dyad, between: string): readonly Line[] {
  return (["aToB", "bToA"] as const).flatMap((way) => {
    const [before, after] = [one.scores[way].goldstein, other.scores[way].goldstein];
    if (before === after) return [];
    const direction = way === "aToB" ? `${a} → ${b}` : `${b} → ${a}`;
    return [line(`Goldstein sum ${direction}: ${signed(before)} ${between} ${signed(after)}`)];
  });
}

/** A number with its sign: `−10`, `+3.5`, `0`. */
export function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (rounded === 0) return "0";
  return `${rounded < 0 ? "−" : "+"}${Math.abs(rounded)}`;
}

/** A sparkline of values between two bounds. */
export function sparkline(values: readonly number[], low: number, high: number): string {
  const reach = high - low;
  return values
    .map((value) => SPARKS[reach === 0 ? 3 : Math.round(((value - low) / reach) * (SPARKS.length - 1))] ?? "?")
    .join("");
}

function scoreLine(direction: string, { goldstein, plover, acts, unscored }: Score, spark: string) {
  const missing = unscored === 0 ? "" : `, ${unscored} unscored`;
  return line(
    span(direction, "strong"),
    `  ${spark}  Goldstein ${signed(goldstein)}, PLOVER ${signed(plover)}`,
    span(`  ${plural(acts, "act")}${missing}`, "faint"),
  );
}

/** The sum of Goldstein values of one party's acts at the end of each slice of the window. */
function runningSum({ history, scenario, until }: ReplayView, party: "a" | "b"): readonly number[] {
  const { from } = scenario.window;
  const slice = Math.max(1, (until + 1 - from) / SPARK_COLUMNS);
  const sums = new Float64Array(SPARK_COLUMNS);
  for (const { event, minute } of history.steps) {
    const { by } = project(event, history.dyad);
    if (minute > until || (by !== party && by !== "both")) continue;
    const column = Math.min(SPARK_COLUMNS - 1, Math.max(0, Math.floor((minute - from) / slice)));
    addAt(sums, column, actOf(event.act).goldstein ?? 0);
  }
  let sum = 0;
  return Array.from(sums, (value) => {
    sum += value;
    return sum;
  });
}
