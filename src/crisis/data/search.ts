/** Searches as data: ways step by step, proofs that there is none, and least edits. */
import * as z from "zod/mini";
import { actOf } from "../../events/index.ts";
import { historyOf } from "../../history/index.ts";
import type { ChartEvent, Dyad, Situation } from "../../machine/index.ts";
import { editYaml } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import type { LeastEdits, Searched, Way } from "../../search/index.ts";
import { patternText, reasonText, situationData } from "../../views/index.ts";
import type { SearchLimits } from "../limits.ts";
import { act, type Basis, basis, basisData, change, changeData, type Data, situation } from "./common.ts";

const by = described(z.array(z.string()), "Codes of who does it: one party, both for a joint act; empty for the clock");
const count = z.int();
const limits = {
  only: described(z.array(z.string()), "Acts, classes and actors that alone were allowed; empty where all were"),
  without: described(z.array(z.string()), "Acts, classes and actors that were forbidden"),
};

const way = z.strictObject({
  steps: z.array(
    z.strictObject({
      act,
      by,
      label: z.string(),
      class: z.string(),
      verdict: z.literal("applied"),
      changes: z.array(change),
      after: situation,
      instead: described(z.array(z.strictObject({ act, by })), "What else that is allowed would have done the same"),
    }),
  ),
  to: situation,
});

export const searchDocument = z.strictObject({
  ...basis.shape,
  goal: z.string(),
  moment: z.string(),
  from: situation,
  ...limits,
  result: z.enum(["found", "unreachable", "budget"]),
  visited: described(count, "Different situations that were met"),
  expanded: described(count, "How often a situation had every allowed act tried on it"),
  ways: described(z.array(way), "The shortest first; no two have a situation in common but their ends"),
  outOfBudget: described(z.optional(z.boolean()), "Fewer than were wanted, because the budget ended"),
  core: described(z.optional(z.string()), "When unreachable: the least part of the goal that nothing reached matches"),
  reason: z.optional(z.string()),
  noneWithin: described(z.optional(count), "When the budget ended: there is no way of this many steps or fewer"),
  closest: z.optional(z.strictObject({ way, matched: count, of: count })),
});

export const leastEditDocument = z.strictObject({
  ...basis.shape,
  goal: z.string(),
  never: z.boolean(),
  then: z.enum(["keep", "prune"]),
  most: count,
  ...limits,
  result: z.enum(["found", "none", "budget"]),
  whole: described(count, "Every set of this many edits or fewer was tried"),
  tried: count,
  folded: count,
  answers: z.array(
    z.strictObject({
      edits: described(z.array(z.string()), "Each in the YAML that --edit of what-if takes"),
      orphaned: z.array(z.string()),
      situation,
    }),
  ),
});

/** What was searched for, how, and with what result. */
export interface SearchedWays {
  readonly goal: string;
  readonly moment: string;
  readonly from: Situation;
  readonly limits: SearchLimits;
  readonly searched: Searched;
}

export function searchData(
  context: Basis,
  { goal, moment, from, limits: { only, without }, searched }: SearchedWays,
): Data<typeof searchDocument> {
  const { dyad } = context.scenario;
  const { visited, expanded } = searched;
  return {
    ...basisData(context),
    goal,
    moment,
    from: situationData(from, dyad),
    only,
    without,
    result: searched.kind,
    visited,
    expanded,
    ways: searched.kind === "found" ? searched.ways.map((one) => wayData(one, dyad)) : [],
    ...outcomeData(searched, dyad),
  };
}

function outcomeData(searched: Searched, dyad: Dyad): Partial<Data<typeof searchDocument>> {
  if (searched.kind === "found") return { outOfBudget: searched.outOfBudget };
  if (searched.kind === "unreachable") {
    const core = patternText(searched.core, dyad);
    return { core, reason: reasonText(searched.regions, core, dyad) };
  }
  const { way, matched, of } = searched.closest;
  return { noneWithin: searched.noneWithin, closest: { way: wayData(way, dyad), matched, of } };
}

function wayData({ steps, to }: Way, dyad: Dyad): Data<typeof way> {
  return {
    steps: steps.map(({ event, after, changes, instead }) => ({
      act: event.type,
      by: byData(event, dyad),
      label: actOf(event.type).label,
      class: actOf(event.type).class,
      verdict: "applied",
      changes: changes.map((one) => changeData(one, dyad)),
      after: situationData(after, dyad),
      instead: instead.map((other) => ({ act: other.type, by: byData(other, dyad) })),
    })),
    to: situationData(to, dyad),
  };
}

function byData({ by }: ChartEvent, { a, b }: Dyad): readonly string[] {
  return by === "both" ? [a, b] : by === "a" ? [a] : by === "b" ? [b] : [];
}

/** What edits were searched for, how, and with what result. */
export interface SearchedEdits {
  readonly goal: string;
  readonly never: boolean;
  readonly then: "keep" | "prune";
  readonly most: number;
  readonly limits: SearchLimits;
  readonly found: LeastEdits;
}

export function leastEditData(
  context: Basis,
  { goal, never, then, most, limits: { only, without }, found }: SearchedEdits,
): Data<typeof leastEditDocument> {
  const { kind, whole, tried, folded, answers } = found;
  return {
    ...basisData(context),
    goal,
    never,
    then,
    most,
    only,
    without,
    result: kind,
    whole,
    tried,
    folded,
    answers: answers.map(({ edits, branch }) => ({
      edits: edits.map(editYaml),
      orphaned: branch.orphaned.map(({ event }) => event.id),
      situation: situationData(historyOf(branch).situation, context.scenario.dyad),
    })),
  };
}
