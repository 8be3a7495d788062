/** A tournament as a picture: heat maps as a Vega-Lite specification, plain data that vega makes an SVG of. */
import type { TopLevelSpec } from "vega-lite";
import { duelOutcomes, type Tournament } from "../../futures/index.ts";
import { shortCodes } from "./codes.ts";
import { MAPPED, type Mapped, pairValue, scaleOf } from "./map.ts";
import { shown } from "./numbers.ts";

/** What a picture says to those who do not see it. */
export interface PictureText {
  readonly title: string;
  readonly parties: readonly [a: string, b: string];
}

/** A Vega-Lite specification of the heat maps: colour and number for every pair. */
export function tournamentPicture(tournament: Tournament, { title, parties }: PictureText): TopLevelSpec {
  const codes = shortCodes(tournament.strategies);
  const size = codes.length;
  const values = tournament.duels.map((duel, k) => ({
    a: codes[Math.floor(k / size)],
    b: codes[k % size],
    ...Object.fromEntries(MAPPED.map((outcome) => [outcome, finite(shown(outcome, pairValue(duel, outcome)))])),
  }));
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: { text: title, subtitle: legendLines(codes, tournament.strategies), anchor: "start" },
    background: "white",
    data: { values },
    columns: 2,
    spacing: 30,
    concat: MAPPED.filter((outcome) => outcome !== "events").map((outcome) =>
      panel(tournament, outcome, codes, parties),
    ),
    resolve: { scale: { color: "independent" } },
    config: { font: "sans-serif", axis: { labelFontSize: 9 }, view: { stroke: null } },
  };
}

/** What the codes stand for, four to a line. */
function legendLines(codes: readonly string[], names: readonly string[]): string[] {
  const all = codes.map((code, k) => `${code} ${names[k] ?? ""}`);
  return Array.from({ length: Math.ceil(all.length / 4) }, (_, k) => all.slice(4 * k, 4 * k + 4).join(" · "));
}

/** The same in words: what is shown, and the standings by war. */
export function pictureText(tournament: Tournament, { title, parties }: PictureText): string {
  const ranked = tournament.standings
    .toSorted((one, other) => one.means.war.value - other.means.war.value)
    .map(({ strategy, means }) => `${strategy} ${shown("war", means.war.value).toFixed(1)}`);
  return `${title}. Heat maps of outcomes for every pair of strategies; rows are what ${parties[0]} plays, columns what ${parties[1]} plays. Mean share of futures with war, in per cent: ${ranked.join(", ")}. Not a forecast.`;
}

function panel(tournament: Tournament, outcome: Mapped, codes: readonly string[], [a, b]: PictureText["parties"]) {
  const { title, unit, better } = duelOutcomes[outcome];
  const [low, high] = scaleOf(tournament, outcome).map((value) => shown(outcome, value));
  // Where the blue is too dark for black letters, seen from the better end.
  const dark = (better === "low" ? 0.65 : 0.35) * ((high ?? 1) - (low ?? 0)) + (low ?? 0);
  const axis = (name: string) => ({ type: "nominal" as const, sort: [...codes], title: name });
  return {
    title: `${title}, ${unit === "share" ? "% of futures" : "mean"}`,
    width: { step: 24 },
    height: { step: 18 },
    encoding: {
      y: { field: "a", ...axis(`${a} plays`) },
      x: { field: "b", ...axis(`${b} plays`), axis: { orient: "top" as const, labelAngle: -90 } },
    },
    layer: [
      {
        mark: "rect" as const,
        encoding: {
          color: {
            field: outcome,
            type: "quantitative" as const,
            legend: null,
            scale: { domain: [low ?? 0, high ?? 1], scheme: "blues" as const, reverse: better === "high" },
          },
        },
      },
      {
        mark: { type: "text" as const, fontSize: 9 },
        encoding: {
          text: { field: outcome, type: "quantitative" as const, format: ".0f" },
          color: {
            condition: {
              test: better === "low" ? `datum.${outcome} > ${dark}` : `datum.${outcome} < ${dark}`,
              value: "white",
            },
            value: "black",
          },
        },
      },
    ],
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
