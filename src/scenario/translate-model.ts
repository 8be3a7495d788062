/** From doctrines and outcomes as files write them to plain data: patterns by side, lengths of time in minutes. */

import type { Delay, Doctrine, Rule } from "../doctrine/index.ts";
import { parseDuration } from "../events/index.ts";
import type { Dyad, Region } from "../machine/index.ts";
import type { Outcome } from "./outcome.ts";
import { endsOf, type FileDelay } from "./schema/delay.ts";
import type { ScenarioFile } from "./schema/file.ts";
import { listOf, toPattern } from "./translate.ts";

type FileDoctrine = NonNullable<ScenarioFile["doctrines"]>[string];
type FileRule = Extract<FileDoctrine, readonly unknown[]>[number];
type FileOutcome = NonNullable<ScenarioFile["outcomes"]>[string];

/** A file's doctrine. */
export function toDoctrine(written: FileDoctrine, dyad: Dyad): Doctrine {
  if (Array.isArray(written)) return { kind: "rules", rules: written.map((rule) => toRule(rule, dyad)) };
  const { use, basis, ...parameters } = written;
  return { kind: "strategy", use, parameters, ...(basis === undefined ? {} : { basis }) };
}

function toRule({ answer, every, chance, after, if: pattern, "at-most": atMost, ...rule }: FileRule, dyad: Dyad): Rule {
  return {
    answer: listOf(answer),
    ...(every === undefined ? {} : { every: minutes(every) }),
    with: rule.with,
    chance: chance ?? 1,
    after: toDelay(after ?? "0d"),
    if: toPattern(pattern ?? {}, dyad),
    ...(atMost === undefined ? {} : { atMost }),
    ...(rule.basis === undefined ? {} : { basis: rule.basis }),
  };
}

function toDelay(written: FileDelay): Delay {
  if (typeof written === "string") {
    const [least, most] = endsOf(written) ?? [0, 0];
    return { kind: "between", least, most };
  }
  if ("triangular" in written) {
    const [least, mode, most] = written.triangular;
    return { kind: "triangular", least: minutes(least), mode: minutes(mode), most: minutes(most) };
  }
  if ("log-normal" in written) {
    const { median, p90 } = written["log-normal"];
    return { kind: "log-normal", median: minutes(median), p90: minutes(p90) };
  }
  if ("gamma" in written) return { kind: "gamma", mean: minutes(written.gamma.mean), shape: written.gamma.shape };
  return { kind: "exponential", mean: minutes(written.exponential.mean) };
}

/** A file's outcome. */
export function toOutcome({ since, ...written }: FileOutcome, dyad: Dyad): Outcome {
  const from = since === undefined ? {} : { since };
  if ("first" in written) return { ...from, kind: "first", pattern: toPattern(written.first, dyad) };
  if ("reached" in written) return { ...from, kind: "reached", pattern: toPattern(written.reached, dyad) };
  if ("longest" in written) return { ...from, kind: "longest", pattern: toPattern(written.longest, dyad) };
  if ("final" in written) return { ...from, kind: "final", region: regionOf(written.final, dyad) };
  if ("peak" in written) return { ...from, kind: "peak", of: written.peak };
  const { act, class: kind, by } = written.count;
  return { ...from, kind: "count", what: act ?? kind ?? "force", ...(by === undefined ? {} : { by }) };
}

function regionOf(written: string, { a }: Dyad): Region {
  const [region, code] = written.split(".");
  if (region === "missions") return code === a ? "missionA" : "missionB";
  return region as Region;
}

function minutes(text: string): number {
  return parseDuration(text) ?? 0;
}
