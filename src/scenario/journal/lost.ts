/** What a new frame lacks of the one that it replaces. */
import type { FrameEntry } from "../../journal/index.ts";
import { isRecord } from "../checks/raw.ts";
import { frameValue } from "./beginning.ts";

/**
 * What one frame has and the next has no longer, each by its name: `what-if restraint`, `the lesson after strike`.
 *
 * @param partial whether they are of a part of a record, which has outcomes only
 */
export function lostBetween(before: FrameEntry, after: FrameEntry, partial: boolean): readonly string[] {
  const there = new Set(namedIn(after, partial));
  return [...new Set(namedIn(before, partial))].filter((name) => !there.has(name));
}

function namedIn(frame: FrameEntry, partial: boolean): readonly string[] {
  const value = frameValue(frame);
  if (!isRecord(value)) return [];
  const outcomes = keysOf(value["outcomes"]).map((name) => `outcome ${name}`);
  if (partial) return outcomes;
  const lessons = Array.isArray(value["teach"]) ? value["teach"].filter(isRecord) : [];
  return [
    ...keysOf(value["what-if"]).map((name) => `what-if ${name}`),
    ...outcomes,
    ...lessons.map(({ pause }) => `the lesson after ${String(pause)}`),
  ];
}

function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value) : [];
}
