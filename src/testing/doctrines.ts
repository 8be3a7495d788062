/** Generators for doctrines, outcomes, and setups of simulations: a random history, a schedule, and actors who react. */
import fc from "fast-check";
import { type Delay, type Doctrine, type Rule, strategies } from "../doctrine/index.ts";
import {
  type ActClass,
  type ActId,
  actOf,
  type DiplomaticEvent,
  formatWhen,
  MINUTES_PER_DAY,
  type Role,
  when,
} from "../events/index.ts";
import type { Setup } from "../futures/index.ts";
import { advance, fold } from "../history/index.ts";
import { type Pattern, patternWords, regionNames } from "../machine/index.ts";
import type { Outcome } from "../scenario/index.ts";
import { humanActs, recordArbitrary, requireActs } from "./events.ts";
import { START } from "./fields.ts";

/** The options of generators of doctrines and setups. */
export interface DoctrineConstraints {
  /** The acts with which rules answer; all that an actor can do by default. */
  readonly acts?: readonly ActId[];
  /** `exponential`: rules alone, whose delays are exponential or none, as exact answers need. `any` by default. */
  readonly delays?: "any" | "exponential";
  /** Maximum number of rules for one actor; 5 by default. */
  readonly maxRules?: number;
  /** Whether some rules come round by themselves; true by default. */
  readonly every?: boolean;
  /** Maximum number of times that a rule acts; without it some rules have no bound. */
  readonly maxUses?: number;
}

/** More options of generators of setups. */
export interface SetupConstraints extends DoctrineConstraints {
  /** Minimum number of events in the history; none by default. */
  readonly minEvents?: number;
  /** Maximum number of events in the history, and in the schedule; 4 by default. */
  readonly maxEvents?: number;
  /** The quiet periods to draw from, in days; 10, 30 and 90 by default. */
  readonly quiet?: readonly number[];
  /** Days from the present to the horizon, to draw from; 5, 40 and 200 by default. */
  readonly ahead?: readonly number[];
}

const dyad = { a: "AAA", b: "BBB" } as const;
/** Who may have a doctrine, and what they can do. Their schedule is done by others of the same kinds. */
const ACTORS: Readonly<Record<string, readonly Role[]>> = {
  AAA: ["party", "both"],
  BBB: ["party", "both"],
  DDD: ["third"],
  GGG: ["non-state"],
};
/** What rules answer beside single acts. */
const CLASSES: readonly ActClass[] = ["force", "threat", "display", "rupture", "protest", "conciliation", "non-state"];

/** Delays of every kind, from at once to some weeks, whole minutes in each descriptor. */
export function delayArbitrary(kind: "any" | "exponential" = "any"): fc.Arbitrary<Delay> {
  const minutes = fc.integer({ min: 1, max: 30 * MINUTES_PER_DAY });
  const exponential = fc
    .integer({ min: 3, max: 40 })
    .map((days): Delay => ({ kind: "exponential", mean: days * MINUTES_PER_DAY }));
  const atOnce = fc.constant<Delay>({ kind: "between", least: 0, most: 0 });
  if (kind === "exponential") return fc.oneof({ weight: 4, arbitrary: exponential }, atOnce);
  const sorted = fc.tuple(fc.nat(20_000), fc.nat(20_000), fc.nat(20_000)).map((ends) => ends.toSorted((a, b) => a - b));
  return fc.oneof(
    atOnce,
    sorted.map(([least = 0, most = 0]): Delay => ({ kind: "between", least, most })),
    sorted.map(([least = 0, mode = 0, most = 0]): Delay => ({ kind: "triangular", least, mode, most })),
    fc.tuple(minutes, minutes).map(([median, more]): Delay => ({ kind: "log-normal", median, p90: median + more })),
    fc.tuple(minutes, fc.constantFrom(0.5, 1, 3)).map(([mean, shape]): Delay => ({ kind: "gamma", mean, shape })),
    exponential,
  );
}

/** Patterns of one or two regions, or none, with words of the chart. */
export function patternArbitrary(): fc.Arbitrary<Pattern> {
  const part = fc
    .constantFrom(...regionNames)
    .chain((region) => fc.constantFrom(...patternWords(region)).map((word) => [region, word] as const));
  return fc.array(part, { maxLength: 2 }).map((parts): Pattern => Object.fromEntries(parts));
}

/**
 * Rules for an actor who can act in some roles.
 *
 * @throws RangeError for a word among the acts that is none of the catalogue
 */
export function ruleArbitrary(roles: readonly Role[], constraints: DoctrineConstraints = {}): fc.Arbitrary<Rule> {
  const { acts = humanActs, delays = "any", every: comeRound = true, maxUses } = constraints;
  const able = requireActs(acts).filter((act) => actOf(act).by.some((role) => roles.includes(role)));
  const own = able.length > 0 ? able : humanActs.filter((act) => actOf(act).by.some((role) => roles.includes(role)));
  const bound = fc.integer({ min: 1, max: maxUses ?? 4 });
  const triggers = fc.array(fc.constantFrom<ActId | ActClass>(...CLASSES, ...acts), { minLength: 1, maxLength: 3 });
  const round = fc.integer({ min: 1, max: 40 }).map((days) => days * MINUTES_PER_DAY);
  return fc
    .record({
      answer: triggers,
      every: comeRound ? fc.option(round, { freq: 4, nil: undefined }) : fc.constant(undefined),
      with: fc.constantFrom(...own),
      chance: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.5, 1)),
      after: delayArbitrary(delays),
      if: fc.oneof({ weight: 2, arbitrary: fc.constant<Pattern>({}) }, patternArbitrary()),
      atMost: maxUses === undefined ? fc.option(bound, { nil: undefined }) : bound,
    })
    .map(({ every, atMost, answer, ...rule }) => ({
      ...rule,
      // A rule either answers or comes round.
      answer: every === undefined ? answer : [],
      ...(every === undefined ? {} : { every }),
      ...(atMost === undefined ? {} : { atMost }),
    }));
}

/** Doctrines for an actor who can act in some roles: rules, or for a party a named strategy. */
export function doctrineArbitrary(
  roles: readonly Role[] = ["party", "both"],
  constraints: DoctrineConstraints = {},
): fc.Arbitrary<Doctrine> {
  const { delays = "any", maxRules = 5 } = constraints;
  const rules = fc
    .array(ruleArbitrary(roles, constraints), { minLength: Math.min(2, maxRules), maxLength: maxRules, size: "max" })
    .map((all): Doctrine => ({ kind: "rules", rules: all }));
  if (delays === "exponential" || !roles.includes("party")) return rules;
  const strategy = fc
    .tuple(fc.constantFrom(...strategies), fc.constantFrom(0.5, 1), fc.constantFrom(1, 3))
    .map(([{ id }, answers, median]): Doctrine => ({ kind: "strategy", use: id, parameters: { answers, median } }));
  return fc.oneof({ weight: 2, arbitrary: rules }, strategy);
}

/**
 * Setups: a history, valid or not, a schedule of actors without a doctrine, doctrines of one to four actors, and a
 * horizon. They shrink to shorter histories and fewer, simpler rules.
 *
 * @example
 * ```ts
 * import { compile, createSimulator } from "demarche";
 * import { setupArbitrary } from "demarche/testing";
 * import fc from "fast-check";
 * const [setup] = fc.sample(setupArbitrary(), 1);
 * if (setup === undefined) throw new RangeError("no sample");
 * createSimulator(compile(setup), 1).run(17).run; // => 17
 * ```
 */
export function setupArbitrary(constraints: SetupConstraints = {}): fc.Arbitrary<Setup> {
  const { minEvents = 0, maxEvents = 4, quiet = [10, 30, 90], ahead = [5, 40, 200], acts } = constraints;
  const actOption = acts === undefined ? {} : { acts };
  const events = recordArbitrary({ dyad, maxLength: maxEvents, maxPause: 8, ...actOption });
  const actors = fc.subarray(Object.keys(ACTORS), { minLength: 1 });
  const doctrines = actors.chain((codes) =>
    fc.record(
      Object.fromEntries(codes.map((code) => [code, doctrineArbitrary(ACTORS[code] ?? [], constraints)] as const)),
    ),
  );
  return fc
    .record({
      past: events.filter(({ length }) => length >= minEvents),
      future: events,
      doctrines,
      quiet: fc.constantFrom(...quiet),
      ahead: fc.constantFrom(...ahead),
      pause: fc.nat(3),
      keeps: fc.constantFrom(0, 0.5, 1),
    })
    .map((drawn): Setup => {
      const beginning = { dyad, from: START, quiet: drawn.quiet * MINUTES_PER_DAY };
      const past = fold(drawn.past, beginning);
      const history = advance(past, past.now + drawn.pause * MINUTES_PER_DAY);
      const shift = history.now - START;
      return {
        history,
        scheduled: drawn.future
          .filter(({ from }) => from.every((code) => !Object.hasOwn(drawn.doctrines, code)))
          .map((event, k) => toScheduled(event, k, shift)),
        doctrines: drawn.doctrines,
        assumptions: { "default.keeps": { value: drawn.keeps } },
        horizon: history.now + drawn.ahead * MINUTES_PER_DAY,
      };
    });
}

/** Outcomes of every kind, counted from the history's first event on. */
export function outcomeArbitrary(): fc.Arbitrary<Outcome> {
  return fc.oneof(
    fc
      .tuple(fc.constantFrom("first" as const, "reached" as const, "longest" as const), patternArbitrary())
      .map(([kind, pattern]): Outcome => ({ kind, pattern })),
    fc.constantFrom<ActId | ActClass>(...CLASSES, ...humanActs).map((what): Outcome => ({ kind: "count", what })),
    fc.constantFrom(...regionNames).map((region): Outcome => ({ kind: "final", region })),
    fc.constant<Outcome>({ kind: "peak", of: "hostility" }),
  );
}

/** An event of a record as one of the schedule: as much later as the present, with a name of its own. */
function toScheduled(event: DiplomaticEvent, k: number, shift: number): DiplomaticEvent {
  const { precision, start } = when(event.at);
  return {
    ...event,
    id: `s${k}`,
    because: [],
    at: formatWhen(start + shift, precision === "minute" ? "minute" : "day"),
  };
}
