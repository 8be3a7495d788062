/** A situation: where each region of the chart stands, as plain data. */

import type { StateValue } from "xstate";
import { frozen, Problem } from "../problem/index.ts";

/** The leaf states of every region, in the order of rising severity where there is one. */
export const regions = {
  course: [
    "normal.full",
    "normal.reduced",
    "strained",
    "strike",
    "ambassadors-recalled.withdrawn",
    "ambassadors-recalled.severed",
    "retaliation.answered",
    "retaliation.exchange",
    "retaliation.war",
    "reconciliation.overture.by-a",
    "reconciliation.overture.by-b",
    "reconciliation.talks",
    "reconciliation.truce",
    "reconciliation.settled",
  ],
  measures: ["none", "by-a", "by-b", "both"],
  ledger: ["clear", "by-a", "by-b", "both"],
  missionA: ["ambassador", "recalled", "barred", "expelled", "charge", "closed"],
  missionB: ["ambassador", "recalled", "barred", "expelled", "charge", "closed"],
  relations: ["established", "severed"],
  channels: ["open", "suspended"],
  posture: ["none", "threat", "display", "force", "war"],
  terms: ["none", "pending"],
} as const;
frozen(regions);

/** The name of a region. */
export type Region = keyof typeof regions;

/** Where the chart stands: one leaf state for each region. */
export type Situation = { readonly [R in Region]: (typeof regions)[R][number] };

/** The names of all regions, in order. */
export const regionNames: readonly Region[] = Object.keys(regions).filter((name) => name in regions) as Region[];
frozen(regionNames);

/** Full relations, both ambassadors in post, nothing pending: where a relation starts unless a file says otherwise. */
export const PEACE: Situation = {
  course: "normal.full",
  measures: "none",
  ledger: "clear",
  missionA: "ambassador",
  missionB: "ambassador",
  relations: "established",
  channels: "open",
  posture: "none",
  terms: "none",
};
frozen(PEACE);

/** One short text for a situation, the same for equal situations and no others. */
export function keyOf(s: Situation): string {
  return `${s.course}|${s.measures}|${s.ledger}|${s.missionA}|${s.missionB}|${s.relations}|${s.channels}|${s.posture}|${s.terms}`;
}

/** The inverse of {@link keyOf}. */
export function fromKey(key: string): Situation {
  const states = key.split("|");
  return situationFrom(Object.fromEntries(regionNames.map((region, k) => [region, states[k] ?? ""])));
}

/** The situation of an xstate state value. */
export function fromStateValue(value: StateValue): Situation {
  if (typeof value === "string") throw new TypeError(`"${value}" is no state value of a parallel chart.`);
  return situationFrom(Object.fromEntries(regionNames.map((region) => [region, dotted(value[region])])));
}

/** The xstate state value of a situation. */
export function toStateValue(situation: Situation): Record<Region, StateValue> {
  const { course, ...others } = situation;
  return { course: nested(course.split(".")), ...others };
}

/** Turns `["reconciliation", "overture", "by-a"]` into `{ reconciliation: { overture: "by-a" } }`. */
export function nested(path: readonly string[]): StateValue {
  const [head = "", ...rest] = path;
  return rest.length === 0 ? head : { [head]: nested(rest) };
}

function dotted(value: StateValue | undefined): string {
  if (value === undefined || typeof value === "string") return value ?? "";
  const [[head, rest] = ["", undefined]] = Object.entries(value);
  return `${head}.${dotted(rest)}`;
}

/** States by region as a situation. Throws a Problem `no-such-situation` when a region lacks its state or has one that there is not. */
export function situationFrom(states: Readonly<Record<string, string>>): Situation {
  if (!isSituation(states))
    throw new Problem("no-such-situation", `This is no situation of the chart: ${JSON.stringify(states)}.`);
  return states;
}

function isSituation(states: Readonly<Record<string, string>>): states is Situation & Record<string, string> {
  return regionNames.every((region) => regions[region].some((state) => state === states[region]));
}
