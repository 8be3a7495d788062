/** The picture of a line: the same that reports and notebooks show, up to the line's end. */
import { crisisOf, foundIn } from "../../crisis/index.ts";
import type { Journal } from "../../journal/index.ts";
import { recordPicture } from "../../pictures/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { requestProblem } from "./answer.ts";

/** Maximum number of records in a journal whose lines are drawn: a longer picture takes seconds, and nobody reads it. */
const MAX_POSITION = 1000;

const [MIN_WIDTH, MAX_WIDTH, DEFAULT_WIDTH] = [320, 2000, 900];

/** A line as a picture and as plain text; neither if the line is no scenario, or the journal is too long. */
export async function linePicture(journal: Journal, stream: string, width: number): Promise<object> {
  const { position } = await journal.head();
  if (position > MAX_POSITION) return { stream, position };
  const found = await foundIn(journal, { stream }).catch((error: unknown) => {
    if (error instanceof Problem) return undefined;
    throw error;
  });
  const reading = found?.reading;
  if (reading?.scenario === undefined) return { stream, position };
  const { scenario, history } = crisisOf(reading.scenario);
  // Only up to the last event: a class may play on.
  const until = history.steps.at(-1)?.minute ?? scenario.window.from;
  const { svg, text } = recordPicture({ scenario, history, until }, { width, theme: "auto", prefix: "line" });
  return { stream, position, title: visibleLine(scenario.title), svg, text };
}

/**
 * The width that is asked for.
 *
 * @throws Problem when it is no whole number, or out of bounds
 */
export function widthIn(query: URLSearchParams): number {
  const text = query.get("width") ?? String(DEFAULT_WIDTH);
  const width = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (width >= MIN_WIDTH && width <= MAX_WIDTH) return width;
  const message = `${visibleLine(text)} is no width: expected a whole number from ${MIN_WIDTH} to ${MAX_WIDTH}.`;
  throw requestProblem([{ path: "width", message }]);
}
