/** Doctrines, outcomes and patterns as a scenario file writes them. */
import fc from "fast-check";
import type { Delay, Rule } from "../../doctrine/index.ts";
import { formatDuration, isActId, type Role } from "../../events/index.ts";
import type { Dyad, Pattern } from "../../machine/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import { ruleArbitrary } from "../doctrines.ts";

/** A mapping of plain values, as YAML carries it. */
export type Value = Readonly<Record<string, unknown>>;

/** Doctrines of some of the actors, each a few rules or a named strategy; none at the smallest. */
export function doctrinesValue({ a, b }: Dyad): fc.Arbitrary<Value> {
  const actors: Readonly<Record<string, readonly Role[]>> = {
    [a]: ["party", "both"],
    [b]: ["party", "both"],
    DDD: ["third"],
    GGG: ["non-state"],
  };
  const strategy = fc.constant({ use: "grim", basis: "judgement" });
  const doctrines = Object.entries(actors).map(([code, roles]) => {
    const rule = ruleArbitrary(roles).map((one) => ruleValue(one, { a, b }));
    const rules = fc.array(rule, { minLength: 1, maxLength: 3 });
    const doctrine = code === a ? fc.oneof<fc.Arbitrary<unknown>[]>(rules, strategy) : rules;
    return [code, fc.option(doctrine, { nil: undefined, freq: 2 })] as const;
  });
  return fc
    .record(Object.fromEntries(doctrines))
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, doctrine]) => doctrine !== undefined)));
}

function ruleValue({ answer, every, with: act, chance, after, if: pattern, atMost }: Rule, dyad: Dyad): Value {
  return {
    ...(every === undefined ? { answer } : { every: formatDuration(every) }),
    with: act,
    // A number with an exponent is text to some readers of YAML.
    chance: typeof chance === "number" ? Math.round(chance * 100) / 100 : chance,
    after: delayValue(after),
    ...(Object.keys(pattern).length === 0 ? {} : { if: patternValue(pattern, dyad) }),
    ...(atMost === undefined ? {} : { "at-most": atMost }),
    basis: "judgement",
  };
}

function delayValue(delay: Delay): unknown {
  switch (delay.kind) {
    case "between":
      return `${formatDuration(delay.least)}..${formatDuration(delay.most)}`;
    case "triangular":
      return { triangular: [delay.least, delay.mode, delay.most].map(formatDuration) };
    case "log-normal":
      return { "log-normal": { median: formatDuration(delay.median), p90: formatDuration(delay.p90) } };
    case "gamma":
      return { gamma: { mean: formatDuration(delay.mean), shape: delay.shape } };
    case "exponential":
      return { exponential: { mean: formatDuration(delay.mean) } };
  }
}

/** A pattern as a file writes it: missions by the party's code. */
export function patternValue({ missionA, missionB, ...others }: Pattern, { a, b }: Dyad): Value {
  const missions = {
    ...(missionA === undefined ? {} : { [a]: missionA }),
    ...(missionB === undefined ? {} : { [b]: missionB }),
  };
  return { ...others, ...(Object.keys(missions).length === 0 ? {} : { missions }) };
}

/** An outcome as a file writes it; one that asks for nothing is the peak of hostility instead. */
export function outcomeValue(outcome: Outcome, { a }: Dyad): Value {
  if ("what" in outcome) return { count: isActId(outcome.what) ? { act: outcome.what } : { class: outcome.what } };
  if ("region" in outcome) {
    const { region } = outcome;
    return { final: region === "missionA" || region === "missionB" ? `missions.${a}` : region };
  }
  if (outcome.kind === "peak" || Object.keys(outcome.pattern).length === 0) return { peak: "hostility" };
  return { [outcome.kind]: patternValue(outcome.pattern, { a, b: "BBB" }) };
}
