/** Moments: a date, an event's id or a pattern, as the place where a history is cut. */
import { formatWhen, inZone, parseWhen, type When } from "../events/index.ts";
import { type Cut, cutHistory, type History, historyUntil, type Step, stepsUntil } from "../history/index.ts";
import { type Dyad, matches, type Pattern } from "../machine/index.ts";
import { among, Problem, quoted, scalarText, visibleLine } from "../problem/index.ts";
import { guessDates, parsePattern, type Scenario } from "../scenario/index.ts";
import type { Crisis } from "./crisis.ts";
import type { InputLabel } from "./input-label.ts";

/** A date, in the zone of a scenario. @throws Problem when it is none */
export function dateOf({ zone }: Pick<Scenario, "zone">, text: string, label: InputLabel): When {
  const date = parseWhen(inZone(text, zone));
  if (date !== undefined) return date;
  throw new Problem("no-such-moment", `${label(text)}: that is no date. Write YYYY-MM-DD or YYYY-MM-DDThh:mm.`, {
    suggestion: guessDates(text)[0],
  });
}

/** A date within the window of a scenario. @throws Problem when it is no date, or outside the window */
export function dateIn(scenario: Pick<Scenario, "window" | "zone">, text: string, label: InputLabel): When {
  const { window } = scenario;
  const date = dateOf(scenario, text, label);
  if (date.end >= window.from && date.start <= window.to) return date;
  const [from, to] = [window.from, window.to].map((minute) => formatWhen(minute, "day"));
  throw new Problem("no-such-moment", `${label(text)} lies outside the scenario's window, which is ${from} to ${to}.`);
}

/**
 * Where a moment cuts a crisis: at the end of a date, after an event, or after the first step that matches a pattern.
 *
 * @throws Problem when there is no such moment
 */
export function cutAt(text: string, { scenario, history }: Crisis, label: InputLabel): Cut {
  if (text.includes("=")) return cutAtPattern(text, scenario, history, label);
  const isEvent = history.steps.some(({ event }) => event.id === text);
  if (isDate(text) || (!isEvent && guessDates(text).length > 0)) {
    const minute = Math.min(dateIn(scenario, text, label).end, scenario.window.to);
    return { count: stepsUntil(history, minute), minute };
  }
  const step = stepOf(history, text);
  return { count: history.steps.indexOf(step) + 1, minute: step.minute };
}

/** The crisis as it stood at a moment: nothing later is in it. */
export function crisisUntil(crisis: Crisis, text: string, label: InputLabel): Crisis {
  return cutTo(crisis, cutAt(text, crisis, label));
}

/** Where a crisis is cut after a number of steps: at the minute of the last, or where its window begins. */
export function cutAfter({ scenario, history }: Crisis, count: number): Cut {
  return { count, minute: history.steps[count - 1]?.minute ?? scenario.window.from };
}

/** A crisis as it stood at a cut: nothing later is in it. */
export function cutTo(crisis: Crisis, cut: Cut): Crisis {
  return { ...crisis, history: cutHistory(crisis.history, cut), until: cut.minute };
}

/** The crisis as it stood at the end of a date, or as it is where none is given. */
export function crisisAt(crisis: Crisis, date: string | undefined, label: InputLabel): Crisis {
  if (date === undefined) return { ...crisis, history: historyUntil(crisis.history, crisis.until) };
  const minute = Math.min(dateIn(crisis.scenario, date, label).end, crisis.scenario.window.to);
  return { ...crisis, history: historyUntil(crisis.history, minute), until: minute };
}

/** The step of an event. @throws Problem when there is none so far, with the nearest id */
export function stepOf({ steps }: History, id: string): Step {
  const step = steps.find(({ event }) => event.id === id);
  if (step !== undefined) return step;
  const ids = steps.map(({ event }) => event.id);
  throw new Problem("no-such-event", `There is no event ${quoted(id)} so far.`, among(scalarText(id), ids));
}

/** Whether a moment is a date and no event's id. */
export function isDate(text: string): boolean {
  return /^\d{4}-/.test(text);
}

/** A situation that is label for. @throws Problem when the text is no pattern, with everything that is wrong with it */
export function patternFrom(text: string, dyad: Dyad, label: InputLabel): Pattern {
  const read = parsePattern(text, dyad);
  if ("pattern" in read) return read.pattern;
  throw new Problem("no-such-moment", `${label(visibleLine(text))}: ${read.problems.join(" ")}`);
}

function cutAtPattern(text: string, { dyad, window }: Scenario, history: History, label: InputLabel): Cut {
  const pattern = patternFrom(text, dyad, label);
  if (matches(history.opening, pattern)) return { count: 0, minute: window.from };
  const found = history.steps.findIndex(({ after }) => matches(after, pattern));
  const step = history.steps[found];
  if (step !== undefined) return { count: found + 1, minute: step.minute };
  throw new Problem("no-such-moment", `${label(text)}: the record never reaches such a situation.`);
}
