/** Preparing a sweep: from a file and options to a plan and its manifest. */
import { basisData, restingData } from "../../crisis/data/common.ts";
import type { Manifest } from "../../crisis/data/sweep-manifest.ts";
import { findSweepStart, option, planSweep, type SweepStart, sweepOptions } from "../../crisis/index.ts";
import { formatWhen } from "../../events/index.ts";
import { columnsOf, lengthOf, type Plan } from "../../futures/index.ts";
import { shellWord } from "../../problem/index.ts";
import type { Outcome, Scenario } from "../../scenario/index.ts";
import { betweenOption, outcomeText } from "../../views/index.ts";
import { badOption, type Call, type Options, textOption, textsOption } from "../command.ts";
import { type SourcedScenario, withHashAndVersion } from "../load.ts";
import { settingsIn } from "../numbers.ts";
import type { Format } from "./formats.ts";

/** A sweep ready to be run. */
export interface Prepared {
  readonly plan: Plan;
  readonly manifest: Manifest;
}

/** Prepares a sweep. @throws Problem for options that are invalid, too large, or do not fit the file */
export function prepare({ scenario, input }: SourcedScenario, call: Pick<Call, "options">): Prepared {
  const { options } = call;
  const places = { from: textOption(options, "from"), whatIf: textOption(options, "whatIf") };
  const start = findSweepStart(scenario, places, option);
  const { setup, whatIf, from } = start;
  const format = formatOf(options);
  const settings = { ...settingsIn(call, sweepOptions), over: textsOption(options, "over") };
  const { plan, assumptions, over } = planSweep(setup, scenario.outcomes, settings, option);
  const { seed, futures, design, rows, values } = plan;
  return {
    plan,
    manifest: {
      document: "demarche-sweep",
      status: "incomplete",
      ...basisData(withHashAndVersion({ scenario, input, whatIf })),
      from,
      start: formatWhen(setup.history.now, "minute"),
      horizon: formatWhen(setup.horizon, "minute"),
      length: lengthOf(setup),
      seed,
      futures,
      points: values.length - 1,
      design,
      rows,
      table: `runs.${format}`,
      format,
      columns: columnsOf(plan).all,
      over: over.map(({ name }) => name),
      assumptions: assumptions.map((one) => ({
        ...restingData(one),
        varied: over.some(({ name }) => name === one.name),
      })),
      outcomes: Object.fromEntries(
        Object.entries(scenario.outcomes).map(([name, outcome]) => [name, observedData(outcome, scenario)]),
      ),
      command: commandOf(`${shellWord(input.file)}${betweenOption(scenario)}`, start, plan, options),
    },
  };
}

function formatOf(options: Options): Format {
  const text = textOption(options, "format") ?? "csv";
  if (options["format"] !== undefined && options["out"] === undefined) {
    throw badOption("--format is of the table that --out FOLDER writes: name a folder.");
  }
  return text === "jsonl" || text === "parquet" ? text : "csv";
}

function observedData(outcome: Outcome, { dyad }: Scenario): Manifest["outcomes"][string] {
  const region = "region" in outcome ? { region: outcome.region } : {};
  return { kind: outcome.kind, ...region, observes: outcomeText(outcome, dyad) };
}

function commandOf(
  file: string,
  { whatIf, from }: SweepStart,
  { seed, futures, points, design }: Plan,
  options: Options,
): string {
  const out = textOption(options, "out");
  const parts = [
    `demarche sweep ${file}`,
    whatIf === undefined ? "" : `--what-if ${shellWord(whatIf)}`,
    from === undefined ? "" : `--from ${shellWord(from)}`,
    `--futures ${futures} --points ${points} --design ${design} --seed ${seed}`,
    ...textsOption(options, "over").map((name) => `--over ${shellWord(name)}`),
    out === undefined ? "" : `--out ${shellWord(out)} --format ${formatOf(options)}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
