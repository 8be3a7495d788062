/** Pace: how much of the record's time passes in a second of the viewer's. */
import { parseDuration } from "../events/index.ts";

/** Minutes of the record for each second of the viewer. */
export type Pace = number;

/**
 * Reads a pace such as `1d/s` or `12h/s`.
 *
 * @returns undefined when the text is none, or no time would pass
 * @example
 * ```ts
 * import { parsePace } from "demarche";
 * parsePace("1d/s"); // => 1440
 * ```
 */
export function parsePace(text: string): Pace | undefined {
  const [, length = ""] = /^(.*)\/s$/.exec(text.trim()) ?? [];
  const minutes = parseDuration(length);
  return minutes === undefined || minutes <= 0 ? undefined : minutes;
}

/** How long a viewer waits, and how long at least and at most. */
export interface Rhythm {
  readonly pace: Pace;
  /** Longest wait between two events, in seconds: a long silence of the record is cut to this. */
  readonly maxGap: number;
  /** Shortest wait, in seconds, so that the events of one day can be told apart. */
  readonly minGap: number;
}

/** Milliseconds to wait over a number of minutes of the record. */
export function waiting(minutes: number, { pace, maxGap, minGap }: Rhythm): number {
  const seconds = Math.min(Math.max(minutes / pace, minGap), Math.max(minGap, maxGap));
  return Math.round(seconds * 1000);
}
