/** Moments on the command line: dates, ids and patterns, and a history cut off there. */
import { parseWhen, type When } from "../events/index.ts";
import { type Cut, type History, stepsUntil } from "../history/index.ts";
import { matches } from "../machine/index.ts";
import { nearest, Problem, visibleLine } from "../problem/index.ts";
import { parsePattern, type Scenario } from "../scenario/index.ts";

/**
 * A date.
 *
 * @param name the option that it was given for
 * @throws Problem when it is none
 */
export function dateOf(text: string, name: string): When {
  const date = parseWhen(text);
  if (date !== undefined) return date;
  throw new Problem(
    "bad-option",
    `${name} ${visibleLine(text)}: that is no date. Write YYYY-MM-DD or YYYY-MM-DDThh:mm.`,
  );
}

/**
 * A date within the window of a scenario.
 *
 * @param name the option that it was given for
 * @throws Problem when it is no date, or outside the window
 */
export function dateIn({ window }: Pick<Scenario, "window">, text: string, name: string): When {
  const date = dateOf(text, name);
  if (date.end < window.from || date.start > window.to) {
    const [from, to] = [dayOf(window.from), dayOf(window.to)];
    throw new Problem("bad-option", `${name} ${text} lies outside the scenario's window, which is ${from} to ${to}.`);
  }
  return date;
}

/**
 * Where `--until` cuts: the end of a date, after an event, or after the first step that matches a pattern.
 *
 * @param name the option that it was given for
 */
export function cutOf(text: string, scenario: Scenario, history: History, name = "--until"): Cut {
  if (/^\d{4}-/.test(text)) {
    const minute = Math.min(dateIn(scenario, text, name).end, scenario.window.to);
    return { count: stepsUntil(history, minute), minute };
  }
  return text.includes("=") ? cutAtPattern(text, scenario, history, name) : cutAtEvent(text, history);
}

/**
 * The step of an event.
 *
 * @throws Problem when there is none, with the nearest id
 */
export function stepOf({ steps }: History, id: string): History["steps"][number] {
  const step = steps.find(({ event }) => event.id === id);
  if (step !== undefined) return step;
  const ids = steps.map(({ event }) => event.id);
  throw new Problem("no-such-event", `There is no event "${visibleLine(id)}" in this record.`, {
    suggestion: nearest(id, ids),
  });
}

function cutAtEvent(id: string, history: History): Cut {
  const step = stepOf(history, id);
  return { count: history.steps.indexOf(step) + 1, minute: step.minute };
}

function cutAtPattern(text: string, { dyad, window }: Scenario, history: History, name: string): Cut {
  const read = parsePattern(text, dyad);
  if ("problems" in read) throw new Problem("bad-option", `${name} ${visibleLine(text)}: ${read.problems.join("\n")}`);
  if (matches(history.opening, read.pattern)) return { count: 0, minute: window.from };
  const found = history.steps.findIndex(({ after }) => matches(after, read.pattern));
  if (found < 0) throw new Problem("bad-option", `${name} ${text}: the record never reaches such a situation.`);
  return { count: found + 1, minute: history.steps[found]?.minute ?? window.to };
}

function dayOf(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 10);
}
