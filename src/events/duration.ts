/** Lengths of time as scenario files and options write them: `90d`, `12h`, `30min`. */
import { MINUTES_PER_DAY } from "./time.ts";

const WRITTEN = /^(\d{1,9}(?:\.\d{1,4})?)(min|h|d|w)$/;
const MINUTES: Readonly<Record<string, number>> = { min: 1, h: 60, d: MINUTES_PER_DAY, w: 10_080 };

/**
 * Reads a duration into whole minutes.
 *
 * @returns undefined when the text is none
 * @example
 * ```ts
 * import { parseDuration } from "demarche";
 * parseDuration("90d"); // => 129600
 * parseDuration("a while"); // => undefined
 * ```
 */
export function parseDuration(text: string): number | undefined {
  const match = WRITTEN.exec(text);
  if (match === null) return undefined;
  const [, amount = "", unit = ""] = match;
  return Math.round(Number(amount) * (MINUTES[unit] ?? 0));
}

/** Writes minutes as the largest unit that divides them: 129600 as `90d`. */
export function formatDuration(minutes: number): string {
  if (minutes % MINUTES_PER_DAY === 0) return `${minutes / MINUTES_PER_DAY}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}min`;
}
