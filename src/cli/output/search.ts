/** Searches as JSON: ways step by step, proofs, and edits. */
import type * as z from "zod";
import type { SearchLimits } from "../../crisis/index.ts";
import { actOf } from "../../events/index.ts";
import { historyOf } from "../../history/index.ts";
import type { ChartEvent, Dyad, Situation } from "../../machine/index.ts";
import { editYaml } from "../../scenario/index.ts";
import type { LeastEdits, Searched, Way } from "../../search/index.ts";
import { patternText, reasonText, situationData } from "../../views/index.ts";
import { type Basis, basisData, changeData } from "./common.ts";
import type { leastEditDocument, searchDocument } from "./schema/search.ts";

type Document = z.infer<typeof searchDocument>;

/** A search for ways. */
export function searchData(
  basis: Basis,
  {
    goal,
    moment,
    from,
    limits,
    searched,
  }: {
    readonly goal: string;
    readonly moment: string;
    readonly from: Situation;
    readonly limits: SearchLimits;
    readonly searched: Searched;
  },
): Document {
  const { dyad } = basis.scenario;
  const { visited, expanded } = searched;
  return {
    ...basisData(basis),
    goal,
    moment,
    from: situationData(from, dyad),
    only: [...limits.only],
    without: [...limits.without],
    result: searched.kind,
    visited,
    expanded,
    ways: searched.kind === "found" ? searched.ways.map((way) => wayData(way, dyad)) : [],
    ...outcomeData(searched, dyad),
  };
}

function outcomeData(searched: Searched, dyad: Dyad): Partial<Document> {
  if (searched.kind === "found") return { outOfBudget: searched.outOfBudget };
  if (searched.kind === "unreachable") {
    const core = patternText(searched.core, dyad);
    return { core, reason: reasonText(searched.regions, core, dyad) };
  }
  const { way, matched, of } = searched.closest;
  return { noneWithin: searched.noneWithin, closest: { way: wayData(way, dyad), matched, of } };
}

function wayData({ steps, to }: Way, dyad: Dyad): Document["ways"][number] {
  return {
    steps: steps.map(({ event, after, changes, instead }) => ({
      act: event.type,
      by: byData(event, dyad),
      label: actOf(event.type).label,
      class: actOf(event.type).class,
      verdict: "applied" as const,
      changes: changes.map((change) => changeData(change, dyad)),
      after: situationData(after, dyad),
      instead: instead.map((other) => ({ act: other.type, by: byData(other, dyad) })),
    })),
    to: situationData(to, dyad),
  };
}

function byData({ by }: ChartEvent, { a, b }: Dyad): string[] {
  return by === "both" ? [a, b] : by === "a" ? [a] : by === "b" ? [b] : [];
}

/** A search for the least edit. */
export function leastEditData(
  basis: Basis,
  {
    goal,
    never,
    then,
    most,
    limits,
    found,
  }: {
    readonly goal: string;
    readonly never: boolean;
    readonly then: "keep" | "prune";
    readonly most: number;
    readonly limits: SearchLimits;
    readonly found: LeastEdits;
  },
): z.infer<typeof leastEditDocument> {
  const { kind, whole, tried, folded, answers } = found;
  return {
    ...basisData(basis),
    goal,
    never,
    then,
    most,
    only: [...limits.only],
    without: [...limits.without],
    result: kind,
    whole,
    tried,
    folded,
    answers: answers.map(({ edits, branch }) => ({
      edits: edits.map(editYaml),
      orphaned: branch.orphaned.map(({ event }) => event.id),
      situation: situationData(historyOf(branch).situation, basis.scenario.dyad),
    })),
  };
}
