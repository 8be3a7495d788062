/** Moments: an event's id, a date, or the text of a pattern, as the place where a history is cut. */
import { parseWhen } from "../events/index.ts";
import { type Cut, type History, type Step, stepsUntil } from "../history/index.ts";
import { matches } from "../machine/index.ts";
import { parsePattern } from "../scenario/index.ts";
import { momentText } from "../views/index.ts";
import { among, mistake, quoted } from "./error.ts";
import type { Told } from "./told.ts";

/**
 * Where a moment cuts: after an event, at the end of a date, or after the first step that matches a pattern.
 *
 * @throws Problem when there is no such moment
 */
export function cutAt(moment: string, told: Told): Cut {
  const { history, scenario } = told;
  if (typeof moment !== "string" || moment === "") {
    throw mistake(
      "no-such-moment",
      `until(${quoted(moment)}): expected an event's id, a date such as "2024-01-17", or a pattern such as "course=retaliation", in quotes.`,
    );
  }
  if (moment.includes("=")) return atPattern(moment, told);
  const date = parseWhen(moment);
  if (date === undefined && /^\d{4}-/.test(moment)) {
    throw mistake("no-such-moment", `${quoted(moment)} is no date. Write "YYYY-MM-DD" or "YYYY-MM-DDThh:mm".`);
  }
  if (date === undefined) {
    const step = stepOf(history, moment);
    return { count: history.steps.indexOf(step) + 1, minute: step.minute };
  }
  if (date.end < scenario.window.from || date.start > told.until) {
    const [from, to] = [momentText(scenario.window.from), momentText(told.until)];
    throw mistake("no-such-moment", `${quoted(moment)} lies outside what is told here, which is ${from} to ${to}.`);
  }
  const minute = Math.min(date.end, told.until);
  const count = stepsUntil(history, minute);
  if (count === 0) {
    throw mistake("no-such-moment", `Nothing has happened yet at ${quoted(moment)}: name a later moment.`);
  }
  return { count, minute };
}

/**
 * The step of an event.
 *
 * @throws Problem when there is none, with the nearest id
 */
export function stepOf({ steps }: History, id: string): Step {
  const step = steps.find(({ event }) => event.id === id);
  if (step !== undefined) return step;
  const ids = steps.map(({ event }) => event.id);
  throw mistake("no-such-event", `There is no event ${quoted(id)} so far.`, among(String(id), ids));
}

function atPattern(text: string, { history, scenario }: Told): Cut {
  const read = parsePattern(text, scenario.dyad);
  if ("problems" in read) throw mistake("no-such-moment", read.problems.join(" "));
  if (matches(history.opening, read.pattern)) return { count: 0, minute: scenario.window.from };
  const found = history.steps.findIndex(({ after }) => matches(after, read.pattern));
  const step = history.steps[found];
  if (step === undefined) {
    throw mistake("no-such-moment", `${quoted(text)}: the record so far never reaches such a situation.`);
  }
  return { count: found + 1, minute: step.minute };
}
