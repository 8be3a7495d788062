/** From what a file writes to what the library computes with: patterns by party, events with lists. */
import { actOf, type DiplomaticEvent, emptyLists } from "../events/index.ts";
import { type Dyad, type Pattern, PEACE, regionNames, regions, type Situation } from "../machine/index.ts";
import { isCoherent } from "./coherent.ts";
import type { FileEvent } from "./schema/event.ts";
import type { FilePattern } from "./schema/pattern.ts";

/** A file's pattern in the chart's terms: missions by side, `by-IRN` as `by-a`. */
export function toPattern(pattern: FilePattern, { a, b }: Dyad): Pattern {
  const { missions, ...others } = pattern;
  const bySide = (word: string): string => word.replace(`by-${a}`, "by-a").replace(`by-${b}`, "by-b");
  const translated = Object.entries(others)
    .filter(([, wanted]) => wanted !== undefined)
    .map(([region, wanted]) => [region, typeof wanted === "string" ? bySide(wanted) : wanted?.map(bySide)]);
  return {
    ...Object.fromEntries(translated),
    ...(missions?.[a] === undefined ? {} : { missionA: missions[a] }),
    ...(missions?.[b] === undefined ? {} : { missionB: missions[b] }),
  };
}

/** The situation that a file opens with: the pattern's states over full normal relations; undefined if it names several. */
export function toOpening(pattern: FilePattern, dyad: Dyad): Situation | undefined {
  const states: Record<string, unknown> = { ...toPattern(pattern, dyad) };
  if (Object.values(states).some((state) => typeof state !== "string")) return undefined;
  const opening: Record<string, unknown> = { ...PEACE, ...states };
  return isSituation(opening) && isCoherent(opening) ? opening : undefined;
}

function isSituation(states: Readonly<Record<string, unknown>>): states is Situation & Record<string, unknown> {
  return regionNames.every((region) => regions[region].some((state) => state === states[region]));
}

/** A file's event with lists where it may have single values, and its version. */
export function toEvent(written: FileEvent): DiplomaticEvent {
  const { from, to, because, cite, claims, ...others } = written;
  const event = {
    ...emptyLists(),
    version: actOf(written.act).version,
    ...others,
    from: listOf(from),
    to: listOf(to),
    because: listOf(because),
    cite: listOf(cite),
    claims: claims ?? [],
  };
  return event as DiplomaticEvent;
}

/** A value or a list, as a list. */
export function listOf<T>(value: T | readonly T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? [...value] : [value as T];
}
