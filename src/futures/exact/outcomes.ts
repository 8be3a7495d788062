/** Exact outcomes: what futures come to, computed instead of counted, where the model is a Markov jump process. */
import { sharedTable } from "../../machine/index.ts";
import { countAt } from "../../problem/index.ts";
import { type Outcome, outcomeKinds } from "../../scenario/index.ts";
import type { Model } from "../model.ts";
import { type Chain, createChain, STATES, type Weights } from "./chain.ts";
import { epochsOf } from "./epochs.ts";
import { passageFrom } from "./first-passage.ts";
import { type Flow, flow } from "./flow.ts";
import { isNotExact, obstacleOf, ruleName, type WhyNot } from "./obstacles.ts";
import { openingStates, type State } from "./state.ts";
import { originOf, valueAtOpening, type World, worldFor } from "./world.ts";

/** The exact answer about an outcome, or why there is none. */
export type Exact =
  | ({ readonly answer: "passage"; readonly eventually: Eventually } & Passage & Certainty)
  | ({ readonly answer: "mean"; readonly mean: number } & Certainty)
  /** Shares of futures by final state or by highest level; those that have none are left out. */
  | ({ readonly answer: "shares"; readonly shares: Readonly<Record<string, number>> } & Certainty)
  | ({ readonly answer: "none" } & WhyNot);

/** Whether a situation is reached, and when. */
export interface Passage {
  readonly probability: number;
  /** Minutes from the outcome's beginning, given that it is reached; NaN when it can't be. */
  readonly mean: number;
}

/** A passage with neither a horizon nor a quiet period that ends crises, or why it can't be computed. */
export type Eventually = ({ readonly answer: "passage" } & Passage) | ({ readonly answer: "none" } & WhyNot);

/** What an exact answer rests on. */
export interface Certainty {
  readonly states: number;
  /** The maximum probability that was left out. Rounding in double precision adds some 1e-13. */
  readonly error: number;
}

/**
 * Computes outcomes exactly, in continuous time, within the horizon: what simulations estimate, but for their whole
 * minutes and their bound on events. It applies to rules with exponential delays or none, with events of the schedule,
 * considerations that come round, consent, and a quiet period that falls due once.
 *
 * @param limit the maximum number of states looked at for one outcome
 */
export function exactOutcomes(
  model: Model,
  outcomes: Readonly<Record<string, Outcome>>,
  limit: number = STATES,
): Readonly<Record<string, Exact>> {
  return Object.fromEntries(
    Object.entries(outcomes).map(([name, outcome]) => [name, exactOutcome(model, outcome, limit)]),
  );
}

function exactOutcome(model: Model, outcome: Outcome, limit: number): Exact {
  const { exact: kind, mayMiss } = outcomeKinds[outcome.kind];
  if (kind === undefined) {
    const why = "The longest time in a situation depends on how long it has lasted, which no state remembers.";
    return { answer: "none", code: "duration-of-a-spell", why };
  }
  const start = valueAtOpening(model, outcome);
  if (kind === "passage" && (mayMiss ? !Number.isNaN(start) : start === 1)) {
    const answer = { answer: "passage", probability: 1, mean: mayMiss ? start : Number.NaN } as const;
    return { ...answer, eventually: answer, states: 0, error: 0 };
  }
  const obstacle = obstacleOf(model);
  if (obstacle !== undefined) return { answer: "none", ...obstacle };
  return answerOrObstacle(() => {
    const world = worldFor(model, outcome, true);
    const chain = createChain(world, limit);
    const run = runThrough(world, chain);
    const certainty = { states: chain.size(), error: run.error };
    if (kind === "mean") return { answer: "mean", mean: start + run.counted, ...certainty };
    if (kind === "shares") {
      const of = ({ situation, peak }: State): string =>
        "region" in outcome ? sharedTable.situationOf(situation)[outcome.region] : String(peak);
      return { answer: "shares", shares: sharesOf(chain, run.after, of), ...certainty };
    }
    const since = world.opening.now - originOf(model, outcome);
    const time = since + (model.setup.horizon - world.opening.now) - run.decidedTime / run.decided;
    const passage = { probability: run.decided, mean: run.decided > 0 ? time : Number.NaN };
    return { answer: "passage", ...passage, eventually: eventuallyOf(model, outcome, limit), ...certainty };
  });
}

/** From the present through every epoch to a last minute. */
function runThrough(world: World, chain: Chain, until: number = world.model.setup.horizon): Flow {
  let after = chain.number(openingStates(world));
  let now = world.opening.now;
  let [decided, decidedTime, counted, error] = [0, 0, 0, 0];
  const pass = (minute: number): void => {
    const passed = flow(chain, after, minute - now);
    decidedTime += decided * (minute - now) + passed.decidedTime;
    after = passed.after;
    decided += passed.decided;
    counted += passed.counted;
    error += passed.error;
    now = minute;
  };
  for (const { minute, due, fading } of epochsOf(world, until)) {
    pass(minute);
    const moment = chain.at(after, due, fading);
    after = moment.after;
    decided += moment.decided;
    counted += moment.counted;
  }
  pass(until);
  return { after, decided, decidedTime, counted, error };
}

function eventuallyOf(model: Model, outcome: Outcome, limit: number): Eventually {
  const round = model.sources.findIndex(({ every }) => every > 0);
  if (round >= 0) {
    const why = `${ruleName(model, round)} comes round for ever, so that without a horizon there is no end to compute.`;
    return { answer: "none", code: "comes-round-for-ever", why };
  }
  return answerOrObstacle(() => {
    const world = worldFor(model, outcome, false);
    const chain = createChain(world, limit);
    const { now, scheduled } = world.opening;
    const last = scheduled.reduce((latest, { minute }) => Math.max(latest, minute), now);
    const run = runThrough(world, chain, last);
    const passage = passageFrom(chain, run.after);
    const probability = run.decided + passage.decided;
    const untilLast = (last - now) * run.decided - run.decidedTime;
    const time = untilLast + (last - now) * passage.decided + passage.time;
    const mean = probability > 0 ? now - originOf(model, outcome) + time / probability : Number.NaN;
    return { answer: "passage", probability, mean };
  });
}

function sharesOf(chain: Chain, weights: Weights, of: (state: State) => string): Readonly<Record<string, number>> {
  const shares = new Map<string, number>();
  for (const [id, weight] of weights) {
    if (weight > 0) countAt(shares, of(chain.stateOf(id)), weight);
  }
  return Object.fromEntries([...shares].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function answerOrObstacle<T>(compute: () => T): T | ({ readonly answer: "none" } & WhyNot) {
  try {
    return compute();
  } catch (error) {
    if (isNotExact(error)) return { answer: "none", ...error.data };
    throw error;
  }
}
