/** Small models for tests of futures: doctrines of AAA and BBB after a history, or after none. */
import type { Delay, Rule } from "../../src/doctrine/index.ts";
import { type ActId, type EventDraft, event, MINUTES_PER_DAY, when } from "../../src/events/index.ts";
import { compile, type Model, type Setup } from "../../src/futures/index.ts";
import { fold } from "../../src/history/index.ts";

export const dyad = { a: "AAA", b: "BBB" };
export const start: number = when("2024-01-01").start;

/** A rule, certain and at once unless it says otherwise. */
export function rule(answer: Rule["answer"][number], act: ActId, more: Partial<Rule> = {}): Rule {
  return { answer: [answer], with: act, chance: 1, after: { kind: "between", least: 0, most: 0 }, if: {}, ...more };
}

/** An exponential delay by its mean in days. */
export function exponential(days: number): Delay {
  return { kind: "exponential", mean: days * MINUTES_PER_DAY };
}

/** What a small model may be told. */
export interface Small {
  readonly past?: readonly ActId[];
  readonly days?: number;
  readonly quiet?: number;
  readonly more?: Partial<Setup>;
}

/** A model of rules by actor, after acts of AAA on the first day, with a horizon some days ahead. */
export function small(rules: Readonly<Record<string, readonly Rule[]>>, options: Small = {}): Model {
  const { past = ["strike"], days = 1000, quiet = 100_000, more = {} } = options;
  const events = past.map((act, k) =>
    event({ id: `e${k}`, act, at: "2024-01-01", from: ["AAA"], to: ["BBB"] } as EventDraft<ActId>),
  );
  const history = fold(events, { dyad, from: start, quiet: quiet * MINUTES_PER_DAY });
  const doctrines = Object.fromEntries(
    Object.entries(rules).map(([code, all]) => [code, { kind: "rules", rules: all } as const]),
  );
  const horizon = history.now + days * MINUTES_PER_DAY;
  return compile({ history, scheduled: [], doctrines, assumptions: {}, horizon, ...more });
}
