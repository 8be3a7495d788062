/** Sensitivities as a document: how far each assumption by itself decides each outcome. */
import type { Influence, Ranged, Resting } from "../../futures/index.ts";
import { type Document, type FigurePart, prose, svgOf, type TableCell, table } from "../../render/index.ts";
import { numeral } from "../futures/assumptions.ts";
import { sensitivityPicture } from "../futures/index.ts";
import { assumptionsTable } from "./assumptions.ts";

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
  }: { readonly count: string; readonly again: string; readonly assumptions: readonly Resting[] },
): Document {
  const differing = decided.filter(({ shares }) => shares.length > 0);
  const still = decided.filter(({ shares }) => shares.length === 0);
  const decisive = differing.filter(({ shares }) => shares.some(({ share, noise }) => share > noise));
  const picture = sensitivityPicture(decisive, count);
  const figure: FigurePart = {
    kind: "figure",
    caption: picture.title,
    alternative: picture.alternative,
    svg: () => svgOf(picture.spec, picture.title, picture.alternative),
  };
  const rows = differing.flatMap(({ quantity, assumed, shares }) => {
    const all = Number.isNaN(assumed) ? "not known" : percent(assumed);
    const real = shares.filter(({ share, noise }) => share > noise).toSorted((one, other) => other.share - one.share);
    if (real.length === 0) return [[quantity.name, "nothing beyond noise", "—", "—", "—", all]];
    return real.map(({ name, share, noise, means }): readonly TableCell[] => [
      quantity.name,
      name,
      percent(share),
      percent(noise),
      `${numeral(means[0] ?? Number.NaN)} → ${numeral(means.at(-1) ?? Number.NaN)} ${quantity.unit}`,
      all,
    ]);
  });
  const parts = [
    prose(`Over ${over.map(({ name }) => name).join(", ")}: ${count}.`),
    table(
      "How far each assumption by itself decides each outcome",
      ["Outcome", "Assumption", "Share", "Noise reaches", "Mean at its lowest → highest", "All assumptions together"],
      rows,
      "nothing differs between the points",
    ),
    ...(decisive.length === 0 ? [] : [figure]),
    ...(still.length === 0
      ? []
      : [prose(`The same at every point: ${still.map(({ quantity }) => quantity.name).join("; ")}.`, "faint")]),
    assumptionsTable(assumptions),
    prose(
      "Share: the first-order index, what of the differences between the points the assumption accounts for by itself (Saltelli et al. 2008). Noise: what 95 of 100 orders by chance stay below; an assumption that is not listed does not reach beyond it. All assumptions together: their part of what differs between single futures; the rest is chance. All of it is about the model, not about the world; not a forecast.",
    ),
    prose(`Again: ${again}`, "faint"),
  ];
  return { title, parts };
}

function percent(share: number): string {
  return `${(Math.max(0, share) * 100).toFixed(0)} %`;
}
