/** Two columns of time: what happened on each day in two branches, and where they stood at its end. */
import { actOf } from "../../events/index.ts";
import type { ComparedDay, Step } from "../../history/index.ts";
import { type Dyad, type Region, regionNames } from "../../machine/index.ts";
import { BLANK, type Block, beside, type Line, line, span, wrap } from "../../render/index.ts";
import { top } from "../ribbon.ts";
import { classStyles, courseStyles } from "../styles.ts";
import { dayText, shortDay } from "../telling.ts";
import { verdictSigns } from "../timeline.ts";
import { regionName, stateText, whoText } from "../words.ts";

/** The two columns and what stands over them. */
export interface Columns {
  readonly whole: number;
  readonly one: string;
  readonly other: string;
  readonly dyad: Dyad;
}

const GAP = 2;

/** Days, one under the other; events of one day side by side where they are the same. */
export function sideBySide(days: readonly ComparedDay[], columns: Columns): Block {
  // The year is said where the days are of several years.
  const years = new Set(days.map(({ day }) => dayText(day).slice(-4)));
  const [date, width] = years.size > 1 ? [dayText, "31 Dec 1999".length] : [shortDay, "31 Dec".length];
  const half = Math.floor((columns.whole - width - 2 * GAP) / 2);
  const row = (when: Block, one: Block, other: Block): Block =>
    beside([
      { columns: width, block: when },
      { columns: half, block: one },
      { columns: half, block: other },
    ]);
  const head = row([line(span("Date", "strong"))], title(columns.one, half), title(columns.other, half));
  return [
    ...head,
    line(span("─".repeat(columns.whole), "faint")),
    ...days.flatMap((day, k) => [
      ...(k === 0 ? [] : [BLANK]),
      ...dayRows(day, days[k - 1], { half, dyad: columns.dyad, row, date: line(span(date(day.day), "faint")) }),
    ]),
  ];
}

interface Layout {
  readonly half: number;
  readonly dyad: Dyad;
  readonly row: (date: Block, one: Block, other: Block) => Block;
  readonly date: Line;
}

function title(text: string, half: number): Block {
  return wrap(line(span(text, "strong")), half);
}

function dayRows(day: ComparedDay, before: ComparedDay | undefined, { half, dyad, row, date }: Layout): Block {
  const events = paired(day.one.steps, day.other.steps).flatMap(({ one, other }, k) => {
    const same = one !== undefined && other !== undefined && isSame(one, other);
    return row(k === 0 ? [date] : [], stepLines(one, half, same), stepLines(other, half, same));
  });
  const standing = regionNames.flatMap((region) => {
    const [one, other] = [day.one.situation[region], day.other.situation[region]];
    if (!isNews(region, day, before)) return [];
    return row([], stateLines(region, one, half, dyad), stateLines(region, other, half, dyad));
  });
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

interface Paired {
  readonly one?: Step | undefined;
  readonly other?: Step | undefined;
}

/** Steps of one day beside each other: the same event in one row, in the order of either column. */
function paired(left: readonly Step[], right: readonly Step[]): readonly Paired[] {
  const rows: Paired[] = [];
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

/** What is the same on both sides is faint, so that what differs is seen. */
function stepLines(step: Step | undefined, half: number, same: boolean): Block {
  if (step === undefined) return [line(span("—", "faint"))];
  const { event, verdict } = step;
  const { sign, style } = verdictSigns[verdict];
  const { label, class: kind } = actOf(event.act);
  const text = `${label}, ${whoText(event)}`;
  const told = same
    ? line(span(`${sign} ${text}`, "faint"))
    : line(span(sign, style), " ", span(text, classStyles[kind]));
  return wrap(told, half, 2);
}

function stateLines(region: Region, state: string, half: number, dyad: Dyad): Block {
  const style = region === "course" ? courseStyles[top(state)] : undefined;
  return wrap(
    line(span(`= ${regionName(region, dyad)} `, "faint"), span(stateText(region, state, dyad), style)),
    half,
    4,
  );
}

/** Two situations beside each other, a row for each region; those that differ are marked. */
export function situationsSideBySide(
  one: Readonly<Record<Region, string>>,
  other: Readonly<Record<Region, string>>,
  columns: Columns,
): Block {
  const name = 13;
  const half = Math.floor((columns.whole - name - 2 * GAP) / 2);
  const rows = regionNames.flatMap((region) => {
    const differs = one[region] !== other[region];
    const label = line(
      span(differs ? "≠ " : "  ", "warn"),
      span(regionName(region, columns.dyad), differs ? "strong" : "faint"),
    );
    return beside([
      { columns: name, block: [label] },
      { columns: half, block: wrap(stateOf(region, one[region], differs, columns.dyad), half, 2) },
      { columns: half, block: wrap(stateOf(region, other[region], differs, columns.dyad), half, 2) },
    ]);
  });
  const head = beside([
    { columns: name, block: [BLANK] },
    { columns: half, block: title(columns.one, half) },
    { columns: half, block: title(columns.other, half) },
  ]);
  return [...head, ...rows];
}

function stateOf(region: Region, state: string, differs: boolean, dyad: Dyad): Line {
  const style = !differs ? "faint" : region === "course" ? courseStyles[top(state)] : undefined;
  return line(span(stateText(region, state, dyad), style));
}
