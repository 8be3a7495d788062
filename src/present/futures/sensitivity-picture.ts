/** Sensitivities as a picture: for each outcome a bar for each assumption, and a rule up to which it may be noise. */
import type { TopLevelSpec } from "vega-lite";
import type { ToldDecision } from "./explain.ts";
import type { TitledPicture } from "./what-if-picture.ts";

/**
 * How far each assumption decides each quantity.
 *
 * @param count what was swept, in words
 */
export function sensitivityPicture(decisions: readonly ToldDecision[], count: string): TitledPicture {
  const title = `What each assumption decides by itself: ${count}`;
  const bars = decisions.flatMap(({ quantity, shares }) =>
    shares.map(({ name, share, noise }) => ({
      outcome: quantity.name,
      assumption: name,
      share: Math.max(0, share),
      noise: Math.max(0, noise),
      so: share > noise ? "more than noise" : "no more than noise",
    })),
  );
  const sentences = decisions.map(({ quantity, shares }) => {
    const told = shares
      .filter(({ share, noise }) => share > noise)
      .map(({ name, share }) => `${name} ${(share * 100).toFixed(0)} %`);
    return `${quantity.name}: ${told.join(", ") || "nothing beyond noise"}.`;
  });
  const alternative = `${sentences.join(" ")} About the model, not about the world; not a forecast.`;
  const x = { type: "quantitative", title: "share of what differs between the points", axis: { format: "%" } } as const;
  const spec: TopLevelSpec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: { text: title, subtitle: "The tick is what chance alone may reach; not a forecast.", anchor: "start" },
    description: alternative,
    data: { values: bars },
    facet: {
      row: {
        field: "outcome",
        type: "nominal",
        title: null,
        header: { labelAngle: 0, labelAlign: "left" },
        sort: null,
      },
    },
    spec: {
      width: 320,
      height: { step: 16 },
      encoding: { y: { field: "assumption", type: "nominal", title: null, sort: null } },
      layer: [
        {
          mark: { type: "bar" },
          encoding: {
            x: { field: "share", ...x },
            color: {
              field: "so",
              type: "nominal",
              title: null,
              scale: { domain: ["more than noise", "no more than noise"], range: ["#1b6ca8", "#b0bec5"] },
            },
          },
        },
        { mark: { type: "tick", color: "#b71c1c", thickness: 2 }, encoding: { x: { field: "noise", ...x } } },
      ],
    },
    config: { view: { stroke: null } },
  };
  return { spec, title, alternative };
}
