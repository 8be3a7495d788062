/** The picture of a line: the same that reports and notebooks show, as far as the line goes. */
import { crisisOf, foundIn } from "../../crisis/index.ts";
import type { Journal } from "../../journal/index.ts";
import { recordPicture } from "../../pictures/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { wrong } from "./answer.ts";

/** The most records of a journal whose lines are drawn: nobody looks through a longer picture, and it takes seconds. */
const MOST = 1000;

const [NARROWEST, WIDEST, USUAL] = [320, 2000, 900];

/** What is drawn of a line: its picture, and the same in plain text; nothing where it is no scenario, or too long. */
export async function drawnLine(journal: Journal, stream: string, width: number): Promise<object> {
  const { position } = await journal.head();
  if (position > MOST) return { stream, position };
  const found = await foundIn(journal, { stream }).catch((error: unknown) => {
    if (error instanceof Problem) return undefined;
    throw error;
  });
  const reading = found?.reading;
  if (reading?.scenario === undefined) return { stream, position };
  const { scenario, history } = crisisOf(reading.scenario);
  // As far as it is told: a class may play on.
  const until = history.steps.at(-1)?.minute ?? scenario.window.from;
  const { svg, text } = recordPicture({ scenario, history, until }, { width, theme: "auto", prefix: "line" });
  return { stream, position, title: visibleLine(scenario.title), svg, text };
}

/**
 * The width that is asked for.
 *
 * @throws Problem when it is no whole number that a picture can have
 */
export function widthIn(query: URLSearchParams): number {
  const given = query.get("width") ?? String(USUAL);
  const width = /^\d{1,4}$/.test(given) ? Number(given) : Number.NaN;
  if (width >= NARROWEST && width <= WIDEST) return width;
  const message = `${visibleLine(given)} is no width: expected a whole number from ${NARROWEST} to ${WIDEST}.`;
  throw wrong([{ path: "width", message }]);
}
