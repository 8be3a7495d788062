/** What a new frame lacks of the one that it replaces. */
import type { FrameEntry } from "../../journal/index.ts";
import { isRecord } from "../checks/raw.ts";
import { frameValue } from "./beginning.ts";

/** What one frame has and the next has no longer, each by its name: `what-if restraint`, `the lesson after strike`. */
export function lostBetween(before: FrameEntry, after: FrameEntry): readonly string[] {
  const there = new Set(namedIn(after));
  return [...new Set(namedIn(before))].filter((name) => !there.has(name));
}

function namedIn(frame: FrameEntry): readonly string[] {
  const value = frameValue(frame);
  if (!isRecord(value)) return [];
  const lessons = Array.isArray(value["teach"]) ? value["teach"].filter(isRecord) : [];
  return [
    ...keysOf(value["what-if"]).map((name) => `what-if ${name}`),
    ...keysOf(value["outcomes"]).map((name) => `outcome ${name}`),
    ...lessons.map(({ pause }) => `the lesson after ${String(pause)}`),
  ];
}

function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value) : [];
}
