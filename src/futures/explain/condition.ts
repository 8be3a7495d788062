/** Conditions: what is asked of the outcomes of a future, as it is written: `uses-of-force>=2,envoys-back<=30`. */
import { MINUTES_PER_DAY, parseDuration } from "../../events/index.ts";
import { didYouMean, nearest, nth } from "../../problem/index.ts";
import { isTime, type Outcome, outcomeKinds, statesOf } from "../../scenario/index.ts";

/** Whether a future is one of those that are asked for, by the values of its outcomes in their order. */
export type Condition = (values: readonly number[]) => boolean;

/** A condition, or what is wrong with the text. */
export type ConditionReading = { readonly holds: Condition } | { readonly problem: string };

const PART = /^(!?)([A-Za-z0-9][A-Za-z0-9.-]*)\s*(?:(>=|<=|!=|=|>|<)\s*(.+))?$/;

const comparisons: Readonly<Record<string, (value: number, other: number) => boolean>> = {
  ">=": (value, other) => value >= other,
  "<=": (value, other) => value <= other,
  ">": (value, other) => value > other,
  "<": (value, other) => value < other,
  "=": (value, other) => value === other,
  "!=": (value, other) => value !== other,
};

/**
 * Reads a condition: parts between commas, all of which must hold. A part is an outcome, a sign and a number; times are
 * in days, or lengths such as `30d` and `12h`. One that is never reached is later than every time. A name alone means
 * that it is reached, or not nought; `!` before it means that it is not. A final state is compared with a state, which
 * has its substates with it.
 *
 * @example
 * ```ts
 * import { readCondition } from "demarche";
 * const read = readCondition("force>=2", { force: { kind: "count", what: "force" } });
 * "holds" in read && read.holds([3]); // => true
 * ```
 */
export function readCondition(text: string, outcomes: Readonly<Record<string, Outcome>>): ConditionReading {
  const parts = text.split(",").map((part) => readPart(part.trim(), outcomes));
  const wrong = parts.find((part) => "problem" in part);
  if (wrong !== undefined) return wrong;
  const all = parts.flatMap((part) => ("holds" in part ? [part.holds] : []));
  return { holds: (values) => all.every((holds) => holds(values)) };
}

function readPart(text: string, outcomes: Readonly<Record<string, Outcome>>): ConditionReading {
  const [, not = "", name = "", sign, wanted = ""] = PART.exec(text) ?? [];
  const names = Object.keys(outcomes);
  const place = names.indexOf(name);
  const outcome = outcomes[name];
  if (name === "")
    return { problem: `"${text}" is no condition. Write OUTCOME>=NUMBER, such as ${names[0] ?? "war"}>=1.` };
  if (outcome === undefined || place < 0) {
    const close = nearest(name, names);
    return { problem: `There is no outcome "${name}".${didYouMean(close)} Outcomes: ${names.join(", ")}.` };
  }
  if (sign === undefined) {
    const reached = (value: number): boolean =>
      !Number.isNaN(value) && (value !== 0 || outcomeKinds[outcome.kind].mayMiss);
    if (statesOf(outcome).length > 0)
      return { problem: `${name} is a state: compare it, such as ${name}=${statesOf(outcome)[0]}.` };
    return { holds: (values) => reached(nth(values, place)) !== (not === "!") };
  }
  if (not === "!") return { problem: `"${text}": ! goes before a name alone; turn the sign around instead.` };
  const compare = comparisons[sign];
  const holds = statesOf(outcome).length > 0 ? stateTest(outcome, sign, wanted) : numberTest(outcome, compare, wanted);
  if (typeof holds === "string") return { problem: `${text}: ${holds}` };
  return { holds: (values) => holds(nth(values, place)) };
}

type Holds = (value: number) => boolean;

function numberTest(
  outcome: Outcome,
  compare: (typeof comparisons)[string] | undefined,
  wanted: string,
): Holds | string {
  const number = isTime(outcome) ? minutesOf(wanted) : Number(wanted);
  if (compare === undefined || Number.isNaN(number)) {
    return `${wanted} is no ${isTime(outcome) ? "number of days and no length such as 30d" : "number"}.`;
  }
  return (value) => compare(Number.isNaN(value) ? Number.POSITIVE_INFINITY : value, number);
}

function minutesOf(text: string): number {
  return parseDuration(text) ?? Number(text) * MINUTES_PER_DAY;
}

function stateTest(outcome: Outcome, sign: string, wanted: string): Holds | string {
  const states = statesOf(outcome);
  const chosen = new Set(states.flatMap((state, k) => (state === wanted || state.startsWith(`${wanted}.`) ? [k] : [])));
  if (chosen.size === 0) {
    const close = nearest(wanted, [...states, ...states.flatMap((state) => state.split(".")[0] ?? [])]);
    return `there is no state ${wanted}.${didYouMean(close)} States: ${states.join(", ")}.`;
  }
  if (sign !== "=" && sign !== "!=") return "states are compared with = and !=.";
  return (value) => chosen.has(value) === (sign === "=");
}
