/** Guards: the chart's conditions, compiled from the same patterns that explain a verdict. */
import { and, not, or, stateIn } from "xstate";
import { type ActId, actOf } from "../events/index.ts";
import { type By, type ChartEvent, type Detail, isEntitled, isOfOthers, symbols } from "./alphabet.ts";
import type { Pattern } from "./pattern.ts";
import { requirements } from "./requirements.ts";
import { nested, type Region, regionNames, regions } from "./situation.ts";
import type { Guard } from "./types.ts";

/** What is known of a guard: all are made here, since only here can one look at the situation at all. */
interface Known {
  /** What it asks of the situation: whether a region is in a state, or in one that this state holds. */
  readonly asks: readonly Question[];
  /** What it demands, as text. */
  readonly text: string;
  /** See {@link conditionOf}. */
  readonly condition: string;
  /** See {@link leftOf}. */
  readonly left: (event: ChartEvent) => Left;
}

/** What is left of a guard for one event: whether it holds, or else what it asks of the situation. */
export type Left = boolean | readonly Question[];

/** A question to the situation: is this region in this state? */
export type Question = readonly [region: Region, state: string];

const knownGuards = new WeakMap<WeakKey, Known>();

const EVERYTHING: readonly Question[] = regionNames.flatMap((region) =>
  regions[region].map((state) => [region, state] as const),
);

/** What a guard asks of the situation; of one that was not made here, any state of any region. */
export function asksOf(guard: unknown): readonly Question[] {
  return knownOf(guard)?.asks ?? EVERYTHING;
}

/** What is left of a guard once it is known which event it is asked about. */
export function leftOf(guard: unknown, event: ChartEvent): Left {
  return guard === undefined ? true : (knownOf(guard)?.left(event) ?? EVERYTHING);
}

/** What a guard demands, as text; two that demand the same in the same words have the same. */
export function guardText(guard: unknown): string {
  return guard === undefined ? "always" : (knownOf(guard)?.text ?? "something unknown");
}

/** What a guard demands as a condition of SCXML, in ECMAScript; undefined when it demands nothing. */
export function conditionOf(guard: unknown): string | undefined {
  if (guard === undefined) return undefined;
  const known = knownOf(guard);
  if (known === undefined) throw new TypeError("A guard was made elsewhere: a defect of ours.");
  return known.condition;
}

function knownOf(guard: unknown): Known | undefined {
  return typeof guard === "function" ? knownGuards.get(guard) : undefined;
}

function looking(guard: Guard, known: Known): Guard {
  knownGuards.set(guard, known);
  return guard;
}

/** A guard that looks at the event alone. */
function onEvent(holds: (event: ChartEvent) => boolean, text: string, condition: string): Guard {
  return looking(({ event }) => "by" in event && holds(event), { asks: [], text, condition, left: holds });
}

/** Holds when one of these acts. */
export function by(...actors: readonly By[]): Guard {
  return onEvent((event) => actors.includes(event.by), `by ${actors.join(", ")}`, isOne("by", actors));
}

/** Holds when the event carries one of these details; without any named, when it carries none. */
export function detailed(...details: readonly Detail[]): Guard {
  return onEvent(
    ({ detail }) => (detail === undefined ? details.length === 0 : details.includes(detail)),
    details.length === 0 ? "without a detail" : `detail ${details.join(", ")}`,
    isOne("detail", details.length === 0 ? [undefined] : details),
  );
}

/** The condition that a field of the event is one of these. */
function isOne(field: "by" | "detail", values: readonly (string | undefined)[]): string {
  const any = values.map((value) => `_event.data.${field} === ${value === undefined ? value : `'${value}'`}`);
  return any.length === 1 ? any.join() : `(${any.join(" || ")})`;
}

/** Holds when the situation matches the pattern. */
export function inSituation(pattern: Pattern): Guard {
  const parts = regionNames.flatMap((region) => {
    const wanted: string | readonly string[] | undefined = pattern[region];
    if (wanted === undefined) return [];
    const states = typeof wanted === "string" ? [wanted] : wanted;
    return [any(states.map((state) => inState(region, state)))];
  });
  return all(parts);
}

function inState(region: Region, state: string): Guard {
  const asks = [[region, state] as const];
  return looking(stateIn({ [region]: nested(state.split(".")) }), {
    asks,
    text: `${region} ${state}`,
    condition: `In('${region}.${state}')`,
    left: () => asks,
  });
}

/** Holds when all do. */
export function all(guards: readonly Guard[]): Guard {
  const [only] = guards;
  return guards.length === 1 && only !== undefined ? only : looking(and([...guards]), joined("and", guards, false));
}

/** Holds when any does. */
export function any(guards: readonly Guard[]): Guard {
  const [only] = guards;
  return guards.length === 1 && only !== undefined ? only : looking(or([...guards]), joined("or", guards, true));
}

/** @param decisive what of one part is enough to say it of the whole */
function joined(word: string, guards: readonly Guard[], decisive: boolean): Known {
  return {
    asks: guards.flatMap(asksOf),
    text: `(${guards.map(guardText).join(` ${word} `)})`,
    condition:
      guards.length === 0 ? String(!decisive) : `(${guards.map(conditionOf).join(decisive ? " || " : " && ")})`,
    left: (event) => {
      const questions: Question[] = [];
      for (const guard of guards) {
        const left = leftOf(guard, event);
        if (left === decisive) return decisive;
        if (typeof left !== "boolean") questions.push(...left);
      }
      return questions.length === 0 ? !decisive : questions;
    },
  };
}

/** Holds when the other does not. */
export function unless(guard: Guard): Guard {
  return looking(not(guard), {
    asks: asksOf(guard),
    text: `not ${guardText(guard)}`,
    condition: `!(${conditionOf(guard)})`,
    left: (event) => {
      const left = leftOf(guard, event);
      return typeof left === "boolean" ? !left : left;
    },
  });
}

const compiled = new Map<ActId, Guard>();

/** Holds when every requirement of the act is met: {@link unmet} is empty, expressed in xstate's guards. */
export function valid(act: ActId): Guard {
  const guard = compiled.get(act) ?? compile(act);
  compiled.set(act, guard);
  return guard;
}

/** Who can move the relation by the act in some situation: not those whose acts are not this relation's to judge. */
export function validActors(act: ActId): readonly By[] {
  const known = actors.get(act) ?? actorsOf(act);
  actors.set(act, known);
  return known;
}

const actors = new Map<ActId, readonly By[]>();

function actorsOf(act: ActId): readonly By[] {
  const { requires } = actOf(act);
  const free = entitledTo(act).filter((symbol) => requires.every((id) => requirements[id].holds(symbol).length > 0));
  return [...new Set(free.map((symbol) => symbol.by))];
}

const ofAct = Map.groupBy(symbols, ({ type }) => type);

/** The symbols of an act whose actors may do it in this relation. */
function entitledTo(act: ActId): readonly ChartEvent[] {
  return (ofAct.get(act) ?? []).filter((symbol) => isEntitled(symbol) && !isOfOthers(symbol));
}

function compile(act: ActId): Guard {
  const entitled = entitledTo(act);
  const { requires } = actOf(act);
  if (requires.length === 0) return by(...new Set(entitled.map((symbol) => symbol.by)));
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
  return onEvent(
    (event) => event.by === symbol.by && event.detail === symbol.detail,
    `${symbol.by} ${symbol.detail ?? ""}`,
    `${isOne("by", [symbol.by])} && ${isOne("detail", [symbol.detail])}`,
  );
}

function isEmpty(pattern: Pattern): boolean {
  return Object.keys(pattern).length === 0;
}
