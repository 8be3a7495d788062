/** Obstacles: why something has no exact answer, as a sentence for a person with a stable code. */
import { type ActId, actOf } from "../../events/index.ts";
import { isProblem, nth, Problem } from "../../problem/index.ts";
import type { Model, Source } from "../model.ts";
import { openingOf } from "../opening.ts";

/** What stands in the way of an exact answer. */
export type Obstacle =
  | "delay-not-exponential"
  | "named-strategy"
  | "terms-to-carry-out"
  | "measures-that-stand"
  | "quiet-period"
  | "too-many-states"
  | "too-much-work"
  | "answers-at-once-for-ever"
  | "duration-of-a-spell"
  | "comes-round-for-ever";

/** That there is no exact answer, and why. */
export interface WhyNot {
  readonly code: Obstacle;
  /** One or two sentences. */
  readonly why: string;
}

/** `not-exact`: the computation meets an obstacle. */
export function notExact(code: Obstacle, why: string): Problem<WhyNot> {
  return new Problem("not-exact", why, { data: { code, why } });
}

export function isNotExact(error: unknown): error is Problem<WhyNot> {
  return isProblem(error, "not-exact");
}

/** What keeps the doctrines and the history of a model from being a Markov jump process; undefined when nothing does. */
export function obstacleOf(model: Model): WhyNot | undefined {
  for (const [number, source] of model.sources.entries()) {
    if (source.kind === "strategy" || source.kind === "drawn") {
      const { code } = nth(model.actors, source.actor);
      const why = `${code} follows ${source.strategy?.is.id ?? "a strategy"}, whose delays are log-normal and which remembers what it received. Only rules with exponential delays have exact answers.`;
      return { code: "named-strategy", why };
    }
    const delay = source.rule?.after;
    if (delay === undefined || isExact(source)) continue;
    const why = `${ruleName(model, number)} has a delay that is ${DELAY_NAMES[delay.kind]}. Only exponential delays, and answers at once, have exact answers.`;
    return { code: "delay-not-exponential", why };
  }
  const { unfinished, scheduled } = openingOf(model);
  const { open, suspended, lapsed } = unfinished.commitments;
  if (open.length + suspended.length + lapsed.length > 0) {
    const why = "Something that was agreed in the history is still to be carried out, and its deadline is a clock.";
    return { code: "terms-to-carry-out", why };
  }
  const acts = [...model.sources.map(({ rule }) => rule?.with), ...scheduled.map(({ fact }) => fact.act)];
  if (unfinished.measures.length + unfinished.deadlines.length > 0 || acts.some(isStanding)) {
    const why =
      "Something stands, or may be begun: a measure holds the clock or is ended by who began it, and a deadline passes.";
    return { code: "measures-that-stand", why };
  }
  if (model.setup.history.situation.relations === "severed" || acts.includes("break-relations")) {
    const why =
      "While relations are severed nothing fades, and the quiet is counted from the next step: a clock that starts anew.";
    return { code: "quiet-period", why };
  }
  return undefined;
}

/** Whether an act begins something that stands, or sets a deadline. */
function isStanding(act: ActId | undefined): boolean {
  return act !== undefined && (actOf(act).begins !== undefined || "deadline" in actOf(act).fields);
}

/** A rule as a person finds it in the file: `Rule 2 of PAK (with strike)`. */
export function ruleName({ sources, actors }: Model, number: number): string {
  const { actor: own, rule } = nth(sources, number);
  const before = sources.slice(0, number).filter((source) => source.actor === own && source.rule !== undefined);
  return `Rule ${before.length + 1} of ${nth(actors, own).code} (with ${rule?.with})`;
}

function isExact({ rule }: Source): boolean {
  return rule?.after.kind === "exponential" || (rule?.after.kind === "between" && rule.after.most === 0);
}

const DELAY_NAMES = {
  between: "fixed or uniform",
  triangular: "triangular",
  "log-normal": "log-normal",
  gamma: "gamma",
  exponential: "exponential",
} as const;
