/** Sensitivities as a picture: outcomes by assumptions, darker where more is decided, with the share where it is no noise. */
import type { TopLevelSpec } from "vega-lite";
import type { Influence } from "../../futures/index.ts";
import type { TitledPicture } from "./what-if-picture.ts";

/**
 * How far each assumption decides each quantity.
 *
 * @param count what was swept, in words
 */
export function sensitivityPicture(decisions: readonly Influence[], count: string): TitledPicture {
  const title = `What each assumption decides by itself: ${count}`;
  const bars = decisions.flatMap(({ quantity, shares }) =>
    shares.map(({ name, share, noise }) => ({
      outcome: quantity.name,
      assumption: name,
      share: Math.max(0, share),
      said: share > noise ? `${(share * 100).toFixed(0)} %` : "",
    })),
  );
  const sentences = decisions.map(({ quantity, shares }) => {
    const told = shares
      .filter(({ share, noise }) => share > noise)
      .map(({ name, share }) => `${name} ${(share * 100).toFixed(0)} %`);
    return `${quantity.name}: ${told.join(", ") || "nothing beyond noise"}.`;
  });
  const alternative = `${sentences.join(" ")} About the model, not about the world; not a forecast.`;
  const { names, assumptions } = namesOf(decisions);
  const spec: TopLevelSpec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: { text: title, subtitle: "Said is what lies beyond noise; not a forecast.", anchor: "start" },
    description: alternative,
    data: { values: bars },
    width: { step: 64 },
    height: { step: 20 },
    encoding: {
      x: {
        field: "assumption",
        type: "nominal",
        title: null,
        sort: [...assumptions],
        axis: { orient: "top", labelAngle: -30, labelLimit: 0 },
      },
      y: { field: "outcome", type: "nominal", title: null, sort: [...names], axis: { labelLimit: 0 } },
    },
    layer: [
      {
        mark: { type: "rect", stroke: "#ffffff" },
        encoding: {
          color: {
            field: "share",
            type: "quantitative",
            scale: { domain: [0, 1], range: RANGE },
            legend: null,
          },
        },
      },
      {
        mark: { type: "text", fontWeight: "bold" },
        encoding: {
          text: { field: "said", type: "nominal" },
          color: { condition: { test: "datum.share > 0.5", value: "#ffffff" }, value: "#000000" },
        },
      },
    ],
    config: { view: { stroke: null } },
  };
  return { spec, title, alternative };
}

/** From nothing to all. */
const RANGE: string[] = ["#eef4f8", "#0b4a78"];

function namesOf(decisions: readonly Influence[]): {
  readonly names: readonly string[];
  readonly assumptions: readonly string[];
} {
  return {
    names: decisions.map(({ quantity }) => quantity.name),
    assumptions: [...new Set(decisions.flatMap(({ shares }) => shares.map(({ name }) => name)))],
  };
}
