/** A contest: the opening and the numbers that all duels of a tournament share, and one pairing made ready to play. */
import { type Assumption, BOUND, type Doctrine, type Parameter, strategyOf } from "../../doctrine/index.ts";
import { actOf, isHostile, MINUTES_PER_DAY } from "../../events/index.ts";
import { cutHistory, type History, type Step } from "../../history/index.ts";
import type { Pattern } from "../../machine/index.ts";
import { compile, type Model, unknownStrategy } from "../model.ts";
import { createSimulator, type Future } from "../simulate.ts";
import { WAR, watchesFor } from "./outcome.ts";

/** What all duels share. */
export interface Contest {
  /** What has happened before the strategies decide. */
  readonly history: History;
  /** Minutes that are simulated after the opening; two years by default. */
  readonly length?: number;
  /** Parameters for every strategy that has them, instead of its own: `{ answers: 0.9 }`. */
  readonly settings?: Readonly<Record<string, number>>;
  readonly assumptions?: Readonly<Record<string, Assumption>>;
  /** The situations that count as war; by default those in which either party has declared it. */
  readonly war?: Pattern;
  /** The maximum number of events in one future. */
  readonly bound?: number;
}

/** Which strategies play: that of party a, and that of party b. */
export interface Pairing {
  readonly a: string;
  readonly b: string;
}

/**
 * The horizon of duels: two years, four times as long as the quiet after which a crisis fades unless a file says otherwise.
 * A horizon of one quiet period ends with the first day on which a crisis can be over, so that no future tells how long it
 * took.
 */
export const LENGTH: number = 730 * MINUTES_PER_DAY;

export interface Played extends Pick<Future, "events" | "refused" | "bounded"> {
  readonly war: number;
  readonly force: number;
  /** Minutes to normal; NaN when it was not reached. */
  readonly normal: number;
  readonly aloneA: number;
  readonly aloneB: number;
}

/**
 * A pairing made ready: a function that plays one future of it, by its number.
 *
 * Parties draw their luck by their code, not by their place or strategy: every pairing is played under the same luck.
 *
 * @throws RangeError for a strategy that does not exist, or a parameter out of its range
 */
export function pairingOf(contest: Contest, pairing: Pairing, seed: number): (run: number) => Played {
  const { war, force, normal, aloneA, aloneB } = watchesFor(contest.history, contest.war ?? WAR);
  const watches = [war, force, normal, aloneA, aloneB];
  const simulator = createSimulator(modelOf(contest, pairing), seed, watches, contest.bound ?? BOUND);
  return (run) => {
    const { events, refused, bounded } = simulator.run(run);
    const [alone, other] = [aloneA.value(), aloneB.value()];
    const results = { war: war.value(), force: force.value(), normal: normal.value(), aloneA: alone, aloneB: other };
    return { ...results, events, refused, bounded };
  };
}

/** The model of a pairing: the two strategies, and nobody else. */
export function modelOf(
  { history, length = LENGTH, settings = {}, assumptions = {} }: Contest,
  pairing: Pairing,
): Model {
  const { dyad, now } = history;
  const sides = (["a", "b"] as const).toSorted((one, other) => (dyad[one] < dyad[other] ? -1 : 1));
  const doctrines = Object.fromEntries(sides.map((side) => [dyad[side], doctrineOf(pairing[side], settings)]));
  return compile({ history, scheduled: [], doctrines, assumptions, horizon: now + length });
}

function doctrineOf(use: string, settings: Readonly<Record<string, number>>): Doctrine {
  const strategy = strategyOf(use);
  if (strategy === undefined) throw unknownStrategy(use);
  const own = Object.entries(settings).filter(([name]) => Object.hasOwn(strategy.parameters, name));
  for (const [name, value] of own) {
    const [low, high] = boundsFor(name, strategy.parameters[name]?.range);
    if (!(value >= low && value <= high)) {
      throw new RangeError(`${name} is ${value}: expected a number from ${low} to ${high}.`);
    }
  }
  return { kind: "strategy", use, parameters: Object.fromEntries(own) };
}

/**
 * A record up to and including its first act of force by a party, or its first hostile act where there is no force.
 *
 * @returns undefined when no party does anything hostile
 * @example
 * ```ts
 * import { event, fold, openingFor } from "demarche";
 * const dyad = { a: "IRN", b: "PAK" };
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const protest = event({ id: "protest", act: "lodge-protest", at: "2024-01-17", from: ["PAK"], to: ["IRN"] });
 * openingFor(fold([strike, protest], { dyad }))?.steps.length; // => 1
 * ```
 */
export function openingFor(record: History): History | undefined {
  const ours = record.steps.filter((step) => isOfParties(step, record));
  const first =
    ours.find(({ event }) => actOf(event.act).class === "force") ?? ours.find(({ event }) => isHostile(event.act));
  if (first === undefined) return undefined;
  return cutHistory(record, { count: record.steps.indexOf(first) + 1, minute: first.minute });
}

function isOfParties({ event: { from } }: Step, { dyad: { a, b } }: History): boolean {
  return from.includes(a) || from.includes(b);
}

/** A number that strategies go by. */
export interface StrategyAssumption extends Parameter {
  readonly name: string;
  readonly strategies: readonly string[];
  /** Whether the value was given instead of the strategy's own. */
  readonly given: boolean;
}

/** The numbers that some strategies go by, each once for all that share it. */
export function strategyAssumptions(
  strategies: readonly string[],
  settings: Readonly<Record<string, number>> = {},
): readonly StrategyAssumption[] {
  const found = new Map<string, StrategyAssumption>();
  for (const id of strategies) {
    for (const [name, parameter] of Object.entries(strategyOf(id)?.parameters ?? {})) {
      const given = Object.hasOwn(settings, name) ? settings[name] : undefined;
      const value = given ?? parameter.value;
      const key = JSON.stringify([name, value, parameter.range]);
      const before = found.get(key);
      found.set(key, {
        ...parameter,
        name,
        value,
        given: given !== undefined,
        strategies: [...(before?.strategies ?? []), id],
      });
    }
  }
  return [...found.values()];
}

/** The bounds of a setting: the range of the parameter, but any chance from 0 to 1. */
export function boundsFor(name: string, range: readonly [number, number] = [0, 0]): readonly [number, number] {
  return name === "answers" || name === "goes-on" ? [0, 1] : range;
}
