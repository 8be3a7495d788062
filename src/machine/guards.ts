/** Guards: the chart's conditions, compiled from the same patterns that explain a verdict. */
import { and, not, or, stateIn } from "xstate";
import { type ActId, actOf } from "../events/index.ts";
import { type By, type ChartEvent, isEntitled, symbols } from "./alphabet.ts";
import type { Pattern } from "./pattern.ts";
import { requirements } from "./requirements.ts";
import { nested, type Region, regionNames } from "./situation.ts";
import type { Guard } from "./types.ts";

/** What is known of a guard: all are made here, since only here can one look at the situation at all. */
interface Known {
  /** The regions that it looks at. */
  readonly regions: ReadonlySet<Region>;
  /** What it demands, as text. */
  readonly text: string;
}

const made = new WeakMap<WeakKey, Known>();

/** The regions that a guard looks at; all of them for one that was not made here. */
export function regionsOf(guard: unknown): ReadonlySet<Region> {
  return knownOf(guard)?.regions ?? new Set(regionNames);
}

/** What a guard demands, as text; two that demand the same in the same words have the same. */
export function guardText(guard: unknown): string {
  return guard === undefined ? "always" : (knownOf(guard)?.text ?? "something unknown");
}

function knownOf(guard: unknown): Known | undefined {
  return typeof guard === "function" ? made.get(guard) : undefined;
}

function looking(guard: Guard, at: Iterable<Region>, text: string): Guard {
  made.set(guard, { regions: new Set(at), text });
  return guard;
}

/** Holds when one of these acts. */
export function by(...actors: readonly By[]): Guard {
  return looking(({ event }) => "by" in event && actors.includes(event.by), [], `by ${actors.join(", ")}`);
}

/** Holds when nothing more is outstanding after this event. */
export const nothingOutstanding: Guard = looking(
  ({ event }) => "by" in event && event.detail !== "outstanding",
  [],
  "nothing outstanding",
);

/** Holds when the situation matches the pattern. */
export function inSituation(pattern: Pattern): Guard {
  const parts = regionNames.flatMap((region) => {
    const wanted: string | readonly string[] | undefined = pattern[region];
    if (wanted === undefined) return [];
    const states = typeof wanted === "string" ? [wanted] : wanted;
    return [
      any(
        states.map((state) => looking(stateIn({ [region]: nested(state.split(".")) }), [region], `${region} ${state}`)),
      ),
    ];
  });
  return all(parts);
}

/** Holds when all do. */
export function all(guards: readonly Guard[]): Guard {
  const [only] = guards;
  return guards.length === 1 && only !== undefined
    ? only
    : looking(and([...guards]), regionsOfAll(guards), joined("and", guards));
}

/** Holds when any does. */
export function any(guards: readonly Guard[]): Guard {
  const [only] = guards;
  return guards.length === 1 && only !== undefined
    ? only
    : looking(or([...guards]), regionsOfAll(guards), joined("or", guards));
}

function regionsOfAll(guards: readonly Guard[]): readonly Region[] {
  return guards.flatMap((guard) => [...regionsOf(guard)]);
}

function joined(word: string, guards: readonly Guard[]): string {
  return `(${guards.map(guardText).join(` ${word} `)})`;
}

/** Holds when the other does not. */
export function unless(guard: Guard): Guard {
  return looking(not(guard), regionsOf(guard), `not ${guardText(guard)}`);
}

const compiled = new Map<ActId, Guard>();

/** Holds when every requirement of the act is met: {@link unmet} is empty, said in xstate's guards. */
export function valid(act: ActId): Guard {
  const guard = compiled.get(act) ?? compile(act);
  compiled.set(act, guard);
  return guard;
}

/** Who can do the act validly in some situation. */
export function validActors(act: ActId): readonly By[] {
  const { requires } = actOf(act);
  const able = symbols.filter((symbol) => symbol.type === act && isEntitled(symbol));
  const free = able.filter((symbol) => requires.every((id) => requirements[id].holds(symbol).length > 0));
  return [...new Set(free.map((symbol) => symbol.by))];
}

function compile(act: ActId): Guard {
  const entitled = symbols.filter((symbol) => symbol.type === act && isEntitled(symbol));
  const { requires } = actOf(act);
  if (requires.length === 0) return by(...entitled.map((symbol) => symbol.by));
  return any(
    entitled.flatMap((symbol) => {
      const alternatives = requires.map((id) => requirements[id].holds(symbol));
      if (alternatives.some((patterns) => patterns.length === 0)) return [];
      const demands = alternatives.flatMap((patterns) =>
        patterns.some(isEmpty) ? [] : [any(patterns.map(inSituation))],
      );
      return [all([isSymbol(symbol), ...demands])];
    }),
  );
}

function isSymbol(symbol: ChartEvent): Guard {
  return looking(
    ({ event }) => "by" in event && event.by === symbol.by && event.detail === symbol.detail,
    [],
    `${symbol.by} ${symbol.detail ?? ""}`,
  );
}

function isEmpty(pattern: Pattern): boolean {
  return Object.keys(pattern).length === 0;
}
