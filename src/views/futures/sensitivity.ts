/** Sensitivities as a document: how far each assumption by itself decides each outcome. */
import type { Influence, Ranged, Resting } from "../../futures/index.ts";
import { type Document, type FigurePart, group, prose } from "../../render/index.ts";
import { assumptionsTable } from "./assumptions.ts";
import { sensitivityParts } from "./explain.ts";

/**
 * How far each assumption by itself decides each outcome.
 *
 * @param over the assumptions whose ranges were swept
 */
export function sensitivityDocument(
  title: string,
  decided: readonly Influence[],
  over: readonly Ranged[],
  {
    count,
    again,
    assumptions,
    figure,
  }: {
    readonly count: string;
    readonly again: string;
    readonly assumptions: readonly Resting[];
    readonly figure: FigurePart | undefined;
  },
): Document {
  const parts = [
    prose(`Over ${over.map(({ name }) => name).join(", ")}: ${count}.`),
    group("How far each assumption by itself decides each outcome", ...sensitivityParts(decided)),
    ...(figure === undefined ? [] : [figure]),
    assumptionsTable("What it rests on", assumptions),
    prose(
      "Share: the first-order index, what of the differences between the points the assumption accounts for by itself (Saltelli et al. 2008). Noise: what 95 of 100 orders by chance stay below; a share that does not reach beyond it says nothing. What is the assumptions': their part of what differs between single futures; the rest is chance. All of it is about the model, not about the world; not a forecast.",
    ),
    prose(`Again: ${again}`, "faint"),
  ];
  return { title, parts };
}
