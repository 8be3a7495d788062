/** From what a file writes to what the library computes with: patterns by party, events with lists. */
import { actOf, type DiplomaticEvent, emptyLists, when } from "../events/index.ts";
import { type Dyad, keyOf, type Pattern, PEACE, regionNames, type Situation } from "../machine/index.ts";
import type { Expectation, Invariant } from "./expectation.ts";
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
  const opening = { ...PEACE, ...states };
  return isCoherent(opening) ? opening : undefined;
}

function isCoherent(s: Situation): boolean {
  const known =
    regionNames.every((region) => typeof s[region] === "string") &&
    !/^(normal|retaliation|reconciliation)$/.test(s.course);
  const closed = s.relations === "established" || (s.missionA === "closed" && s.missionB === "closed");
  const inPost = s.missionA === "ambassador" && s.missionB === "ambassador";
  const calm = !s.course.startsWith("normal") || (s.ledger === "clear" && s.terms === "none");
  const full = !s.course.startsWith("normal") || (s.course === "normal.full") === inPost;
  const ledger =
    s.course === "strike" ? s.ledger.startsWith("by-") : !s.course.startsWith("retaliation") || s.ledger === "both";
  return known && closed && calm && full && ledger && keyOf(s).length > 0;
}

/** A file's expectations. */
export function toExpectations(
  list: readonly (FilePattern & { at: string })[] | undefined,
  dyad: Dyad,
): readonly Expectation[] {
  return (list ?? []).map(({ at, ...pattern }) => ({ at, minute: when(at).end, pattern: toPattern(pattern, dyad) }));
}

/** A file's invariants. */
export function toInvariants(
  list: readonly (FilePattern & { name: string })[] | undefined,
  dyad: Dyad,
): readonly Invariant[] {
  return (list ?? []).map(({ name, ...pattern }) => ({ name, pattern: toPattern(pattern, dyad) }));
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
