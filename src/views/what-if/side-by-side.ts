/** Two columns of time: what happened on each day in two branches, and where they stood at its end. */
import type { ComparedDay, Step } from "../../history/index.ts";
import { type Dyad, type Region, regionNames } from "../../machine/index.ts";
import {
  headed,
  line,
  prose,
  type Span,
  span,
  type TableCell,
  type TablePart,
  table,
  textOf,
} from "../../render/index.ts";
import { dayText, shortDay } from "../replay-view.ts";
import { topState } from "../ribbon.ts";
import { courseStyles } from "../styles.ts";
import { actLine } from "../timeline.ts";
import { regionName, stateText, whoText } from "../words.ts";

/** What stands over the two columns. */
export interface Sides {
  readonly one: string;
  readonly other: string;
  readonly dyad: Dyad;
}

/** Days, one under another; events that both branches have stand side by side. */
export function sideBySide(caption: string, days: readonly ComparedDay[], { one, other, dyad }: Sides): TablePart {
  // The year is shown only where the days span several years.
  const years = new Set(days.map(({ day }) => dayText(day).slice(-4)));
  const [date, size] = years.size > 1 ? [dayText, "31 Dec 1999".length] : [shortDay, "31 Dec".length];
  const columns = [
    { head: "Date", size },
    { head: one, share: 0.5 },
    { head: other, share: 0.5 },
  ];
  const rows = days.flatMap((day, k) =>
    dayRows(day, days[k - 1], dyad).map((cells) => [span(date(day.day), "faint"), ...cells]),
  );
  return { ...table(caption, columns, rows), heads: "ruled", grouped: true };
}

function dayRows(day: ComparedDay, before: ComparedDay | undefined, dyad: Dyad): readonly (readonly TableCell[])[] {
  const events = pairSteps(day.one.steps, day.other.steps).map(({ one, other }) => {
    const isUnchanged = one !== undefined && other !== undefined && isSame(one, other);
    return [stepCell(one, isUnchanged), stepCell(other, isUnchanged)];
  });
  const standing = regionNames
    .filter((region) => isNews(region, day, before))
    .map((region) => [day.one, day.other].map(({ situation }) => stateCell(region, situation[region], dyad)));
  return [...events, ...standing];
}

/** Whether it is worth saying where both stand: they differ, or no longer do, and the day before it was otherwise. */
function isNews(region: Region, day: ComparedDay, before: ComparedDay | undefined): boolean {
  const differ = (one: ComparedDay): boolean => one.one.situation[region] !== one.other.situation[region];
  if (before === undefined) return differ(day);
  const moved =
    day.one.situation[region] !== before.one.situation[region] ||
    day.other.situation[region] !== before.other.situation[region];
  return moved && (differ(day) || differ(before));
}

interface StepPair {
  readonly one?: Step | undefined;
  readonly other?: Step | undefined;
}

/** Steps of one day beside each other: the same event in one row, in the order of either column. */
function pairSteps(left: readonly Step[], right: readonly Step[]): readonly StepPair[] {
  const rows: StepPair[] = [];
  let next = 0;
  for (const one of left) {
    const place = right.findIndex(({ event }, k) => k >= next && event.id === one.event.id);
    if (place < 0) rows.push({ one });
    else {
      rows.push(...right.slice(next, place).map((other) => ({ other })), { one, other: right[place] });
      next = place + 1;
    }
  }
  return [...rows, ...right.slice(next).map((other) => ({ other }))];
}

function isSame(one: Step, other: Step): boolean {
  return one.verdict === other.verdict && JSON.stringify(one.event) === JSON.stringify(other.event);
}

/** A step; faint where both sides have it unchanged, so that differences stand out. */
function stepCell(step: Step | undefined, isUnchanged: boolean): TableCell {
  if (step === undefined) return span("—", "faint");
  const act = actLine(step.verdict, step.event.act, `, ${whoText(step.event)}`);
  return isUnchanged ? span(textOf(act), "faint") : [act];
}

function stateCell(region: Region, state: string, dyad: Dyad): TableCell {
  const style = region === "course" ? courseStyles[topState(state)] : undefined;
  const stateLine = line(span(`= ${regionName(region, dyad)} `, "faint"), span(stateText(region, state, dyad), style));
  return prose(stateLine, undefined, 4);
}

/** Two situations beside each other, a row for each region; those that differ are marked. */
export function situationsSideBySide(
  caption: string,
  one: Readonly<Record<Region, string>>,
  other: Readonly<Record<Region, string>>,
  sides: Sides,
): TablePart {
  const columns = [
    { head: "", size: 13 },
    { head: sides.one, share: 0.5 },
    { head: sides.other, share: 0.5 },
  ];
  const rows = regionNames.map((region) => {
    const differs = one[region] !== other[region];
    const name = span(regionName(region, sides.dyad), differs ? "strong" : "faint");
    const states = [one, other].map((situation) => stateSpan(region, situation[region], differs, sides.dyad));
    return [[line(span(differs ? "≠ " : "  ", "warn"), name)], ...states];
  });
  return headed(caption, columns, rows);
}

function stateSpan(region: Region, state: string, differs: boolean, dyad: Dyad): Span {
  const style = !differs ? "faint" : region === "course" ? courseStyles[topState(state)] : undefined;
  return span(stateText(region, state, dyad), style);
}
