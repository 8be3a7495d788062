/** The window of a scenario, and dates outside it. */
import { latestStart, parseSpan, parseWhen, type When } from "../../events/index.ts";
import type { Path, Problems } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";
import { problem } from "./problem.ts";

/** The first and last moment of a window; undefined when one of them is no date. */
export function windowOf(window: Parts["window"]): { readonly from: When; readonly to: When } | undefined {
  const from = parseWhen(window?.from ?? "");
  const to = parseWhen(window?.to ?? "");
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** A date that no part of the window covers; what lasts must begin in it. */
export function checkInWindow(at: string, path: Path, window: Parts["window"]): Problems {
  const span = windowOf(window);
  const moment = parseSpan(at);
  if (span === undefined || moment === undefined || span.from.start > span.to.end) return [];
  if (latestStart(at) >= span.from.start && moment.start <= span.to.end) return [];
  const expected = `a date from ${span.from.text} to ${span.to.text}`;
  return [problem("outside-window", path, `${at} lies outside the window.`, expected)];
}
