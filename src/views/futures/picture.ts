/** A sweep as a picture: a Vega-Lite specification, and the same in words for whoever does not see it. */
import type { TopLevelSpec } from "vega-lite";
import { MINUTES_PER_DAY } from "../../events/index.ts";
import type { SweepSummary } from "../../futures/index.ts";

/** A picture's specification, and its alternative text. */
export interface Picture {
  readonly spec: TopLevelSpec;
  readonly alternative: string;
}

interface Bar {
  readonly outcome: string;
  readonly where: "central values" | "over the sweep";
  readonly value: number;
  readonly share: number;
}

type Chart = Extract<TopLevelSpec, { readonly vconcat: unknown }>["vconcat"][number];

/** How every outcome was distributed, at the central values beside the whole sweep. */
export function sweepPicture(
  title: string,
  kinds: Readonly<Record<string, { readonly kind: string; readonly observes: string }>>,
  summary: SweepSummary,
): Picture {
  const names = Object.keys(kinds);
  const bars = names.flatMap((name) => barsOf(name, kinds[name]?.kind ?? "", summary));
  const charts = names.map(
    (name): Chart => ({
      title: { text: name, subtitle: kinds[name]?.observes ?? "", anchor: "start" },
      data: { values: bars.filter(({ outcome }) => outcome === name) },
      mark: { type: "bar" },
      width: 480,
      height: 110,
      encoding: {
        x: { field: "value", type: "quantitative", bin: { maxbins: 30 }, title: axisOf(kinds[name]?.kind ?? "") },
        y: { field: "share", type: "quantitative", aggregate: "sum", title: "futures (share)", stack: null },
        color: { field: "where", type: "nominal", title: null, scale: { range: ["#1b6ca8", "#e0862b"] } },
        opacity: { value: 0.6 },
      },
    }),
  );
  const alternative = `${title}. ${names.map((name) => sentence(name, kinds[name]?.kind ?? "", summary)).join(" ")} What the assumptions imply; not a forecast.`;
  const spec: TopLevelSpec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title,
    description: alternative,
    vconcat: charts,
  };
  return { spec, alternative };
}

function barsOf(name: string, kind: string, { central, sweep }: SweepSummary): readonly Bar[] {
  const scale = scaleOf(kind);
  return (
    [
      ["central values", central[name]],
      ["over the sweep", sweep[name]],
    ] as const
  ).flatMap(([where, tally]) =>
    tally === undefined
      ? []
      : Array.from(tally.counts, ([value, count]) => ({
          outcome: name,
          where,
          value: value / scale,
          share: count / Math.max(1, tally.futures),
        })),
  );
}

/** Minutes are told in days. */
function scaleOf(kind: string): number {
  return kind === "first" || kind === "longest" ? MINUTES_PER_DAY : 1;
}

function axisOf(kind: string): string {
  if (kind === "first" || kind === "longest") return "days";
  return kind === "peak" ? "hostility level" : kind === "final" ? "place of the state in its region" : "value";
}

function sentence(name: string, kind: string, { central, sweep }: SweepSummary): string {
  const told = (
    [
      ["at the central values", central[name]],
      ["over the sweep", sweep[name]],
    ] as const
  ).flatMap(([where, tally]) => {
    if (tally === undefined || tally.futures === 0) return [];
    const reached = `${((tally.reached / tally.futures) * 100).toFixed(0)} % of futures have a value`;
    return [
      `${where} ${reached}, mean ${(tally.sum / Math.max(1, tally.reached) / scaleOf(kind)).toFixed(2)}${scaleOf(kind) === 1 ? "" : " days"}`,
    ];
  });
  return `${name}: ${told.join("; ")}.`;
}
