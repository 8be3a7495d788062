/** A sweep as a picture: a Vega-Lite specification, and the same in words for whoever does not see it. */
import type { TopLevelSpec } from "vega-lite";
import type { SweepSummary } from "../../futures/index.ts";
import { type Outcome, outcomeKinds } from "../../scenario/index.ts";

/** A picture's specification, and its alternative text. */
export interface Picture {
  readonly spec: TopLevelSpec;
  readonly alternative: string;
}

type Kind = Outcome["kind"];

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
  kinds: Readonly<Record<string, { readonly kind: Kind; readonly observes: string }>>,
  summary: SweepSummary,
): Picture {
  const outcomes = Object.entries(kinds);
  const bars = outcomes.flatMap(([name, { kind }]) => barsOf(name, kind, summary));
  const charts = outcomes.map(
    ([name, { kind, observes }]): Chart => ({
      title: { text: name, subtitle: observes, anchor: "start" },
      data: { values: bars.filter(({ outcome }) => outcome === name) },
      mark: { type: "bar" },
      width: 480,
      height: 110,
      encoding: {
        x: { field: "value", type: "quantitative", bin: { maxbins: 30 }, title: axisOf(kind) },
        y: { field: "share", type: "quantitative", aggregate: "sum", title: "futures (share)", stack: null },
        color: { field: "where", type: "nominal", title: null, scale: { range: ["#1b6ca8", "#e0862b"] } },
        opacity: { value: 0.6 },
      },
    }),
  );
  const alternative = `${title}. ${outcomes.map(([name, { kind }]) => sentence(name, kind, summary)).join(" ")} What the assumptions imply; not a forecast.`;
  const spec: TopLevelSpec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title,
    description: alternative,
    vconcat: charts,
  };
  return { spec, alternative };
}

function barsOf(name: string, kind: Kind, { central, sweep }: SweepSummary): readonly Bar[] {
  const { scale } = outcomeKinds[kind];
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

function axisOf(kind: Kind): string {
  const { unit, axis = "value" } = outcomeKinds[kind];
  if (unit === "state") return "place of the state in its region";
  return unit === "times" ? "value" : axis;
}

function sentence(name: string, kind: Kind, { central, sweep }: SweepSummary): string {
  const { scale } = outcomeKinds[kind];
  const told = (
    [
      ["at the central values", central[name]],
      ["over the sweep", sweep[name]],
    ] as const
  ).flatMap(([where, tally]) => {
    if (tally === undefined || tally.futures === 0) return [];
    const reached = `${((tally.reached / tally.futures) * 100).toFixed(0)} % of futures have a value`;
    return [
      `${where} ${reached}, mean ${(tally.sum / Math.max(1, tally.reached) / scale).toFixed(2)}${scale === 1 ? "" : " days"}`,
    ];
  });
  return `${name}: ${told.join("; ")}.`;
}
