/** The ribbon: the course of relations on one line, a column for each slice of the time shown. */
import { nth } from "../problem/index.ts";
import { type Block, type Line, line, lineWidth, span, width, wrap } from "../render/index.ts";
import { dayText, type ReplayView, shortDay } from "./replay-view.ts";
import { courseStyles } from "./styles.ts";

const BARS: Readonly<Record<string, string>> = {
  normal: "▁",
  strained: "▂",
  reconciliation: "▃",
  "ambassadors-recalled": "▅",
  "relations severed": "░",
  strike: "▆",
  retaliation: "█",
};

interface Stretch {
  readonly course: string;
  readonly from: number;
}

/**
 * The course as a ribbon with its dates, and a legend of the states that occur.
 *
 * @param end the last minute of the ribbon's scale; after `until` it stays empty
 */
export function ribbon(replay: ReplayView, columns: number, end: number = replay.until): Block {
  return ribbons([{ replay }], columns, end);
}

/** Several courses under one another on one scale of dates, each with its name where it has one. */
export function ribbons(
  rows: readonly { readonly name?: string; readonly replay: ReplayView }[],
  columns: number,
  end: number,
): Block {
  const from = rows[0]?.replay.scenario.window.from ?? end;
  const courses = rows.map(({ replay }) => stretchesOf(replay.history, from, replay.until));
  const bars = rows.flatMap(({ name, replay }, k) => [
    ...(name === undefined ? [] : wrap(line(span(name, "faint")), columns)),
    barsOf(courses[k] ?? [], { from, until: replay.until, end }, columns),
  ]);
  const occurring = Object.keys(BARS).filter((course) => courses.flat().some((one) => one.course === course));
  return [...bars, line(dates(from, end, columns)), ...legend(occurring, columns)];
}

interface Scale {
  readonly from: number;
  readonly until: number;
  readonly end: number;
}

function barsOf(stretches: readonly Stretch[], { from, until, end }: Scale, columns: number): Line {
  const slice = (end + 1 - from) / columns;
  let first = 0;
  const bars = Array.from({ length: columns }, (_, k) => {
    const [begins, ends] = [from + k * slice, from + (k + 1) * slice];
    if (begins > until) return span("·", "faint");
    while ((stretches[first + 1]?.from ?? Number.POSITIVE_INFINITY) <= begins) first += 1;
    const worst = worstOf(stretches, first, ends);
    return span(BARS[worst] ?? "?", courseStyles[worst]);
  });
  return line(...bars);
}

/** Stretches of the course between two minutes, by its top states. */
export function stretchesOf(history: ReplayView["history"], from: number, until: number): readonly Stretch[] {
  const first: Stretch = { course: topState(history.opening.course), from };
  return history.steps.reduce<Stretch[]>(
    (stretches, { after, minute }) => {
      const course = topState(after.course);
      if (minute <= until && course !== stretches.at(-1)?.course) stretches.push({ course, from: minute });
      return stretches;
    },
    [first],
  );
}

/** The state that holds the others: `retaliation` of `retaliation.war`. Severed relations are a headline of their own. */
export function topState(course: string): string {
  return course === "ambassadors-recalled.severed" ? "relations severed" : (course.split(".")[0] ?? course);
}

/** The most severe state of a stretch and those after it that begin before a minute. */
function worstOf(stretches: readonly Stretch[], first: number, end: number): string {
  const severity = Object.keys(BARS);
  let worst = 0;
  for (let k = first; (stretches[k]?.from ?? end) < end; k++) {
    worst = Math.max(worst, severity.indexOf(nth(stretches, k).course));
  }
  return nth(severity, worst);
}

function dates(from: number, until: number, columns: number): string {
  const formatDay = dayText(from).slice(-4) === dayText(until).slice(-4) ? shortDay : dayText;
  const marks = [0, 0.25, 0.5, 0.75].map((share) => ({
    column: Math.round(share * columns),
    text: formatDay(from + share * (until - from)),
  }));
  const row = marks.reduce((text, { column, text: day }) => {
    const free = text === "" || width(text) + 2 <= column;
    return free && column + width(day) + 13 <= columns ? text.padEnd(column) + day : text;
  }, "");
  const last = formatDay(until);
  return row.padEnd(Math.max(width(row) + 1, columns - width(last))) + last;
}

/** Each sign stays with its word. */
function legend(courses: readonly string[], columns: number): Block {
  const lines: Line[] = [];
  for (const course of courses) {
    const item = [span(BARS[course] ?? "", courseStyles[course]), span(` ${course}   `)];
    const longer = [...(lines.at(-1) ?? []), ...item];
    if (lineWidth(longer) - 3 > columns || lines.length === 0) lines.push(item);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
