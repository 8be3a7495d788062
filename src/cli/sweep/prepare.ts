/** Preparing a sweep: from a file and options to a plan and its manifest. */
import {
  assumptionsOf,
  columnsOf,
  MOST_POINTS,
  MOST_ROWS,
  type Plan,
  planOf,
  type Ranged,
  rangedOf,
} from "../../futures/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import type { Outcome, Scenario } from "../../scenario/index.ts";
import { outcomeText } from "../../views/index.ts";
import { type Call, type Options, textOption, textsOption } from "../command.ts";
import type { Input } from "../input.ts";
import { seedOption, wholeNumber } from "../numbers.ts";
import { assumptionData } from "../output/assumption.ts";
import { basisData } from "../output/common.ts";
import type { Format } from "./formats.ts";
import type { Manifest } from "./manifest.ts";
import { type Start, startOf } from "./start.ts";

const FUTURES = 200;
const POINTS = 100;

/** A sweep ready to be run. */
export interface Prepared {
  readonly plan: Plan;
  readonly manifest: Manifest;
}

/**
 * Prepares a sweep.
 *
 * @throws Problem for options that are none, too large, or not of this file
 */
export function prepare(
  { scenario, input }: { readonly scenario: Scenario; readonly input: Input },
  { options }: Pick<Call, "options">,
): Prepared {
  const start = startOf(scenario, options);
  const resting = assumptionsOf(start.setup);
  const over = chosen(rangedOf(resting), options);
  const format = formatOf(options);
  const plan = planned(start, scenario, over, options);
  const { seed, futures, design, rows, values } = plan;
  const points = values.length - 1;
  const { whatIf, from, told } = start;
  return {
    plan,
    manifest: {
      document: "demarche-sweep",
      status: "incomplete",
      ...basisData({ scenario, input, ...(whatIf === undefined ? {} : { whatIf }) }),
      ...(from === undefined ? {} : { from }),
      ...told,
      seed,
      futures,
      points,
      design,
      rows,
      table: `runs.${format}`,
      format,
      columns: [...columnsOf(plan).all],
      over: over.map(({ name }) => name),
      assumptions: resting.map((one) =>
        assumptionData(
          one,
          over.some(({ name }) => name === one.name),
        ),
      ),
      outcomes: Object.fromEntries(
        Object.entries(scenario.outcomes).map(([name, outcome]) => [name, observedData(outcome, scenario)]),
      ),
      command: commandOf(input.file, start, plan, options),
    },
  };
}

function planned({ setup }: Start, { outcomes }: Scenario, over: readonly Ranged[], options: Options): Plan {
  const design = textOption(options, "design") === "grid" ? "grid" : "lhs";
  const wanted = {
    seed: seedOption(options),
    futures: wholeNumber(options, "futures", FUTURES, 1, MOST_ROWS),
    points: wholeNumber(options, "points", POINTS, 1, MOST_POINTS),
    design,
  } as const;
  try {
    return planOf(setup, outcomes, over, wanted);
  } catch (error) {
    if (error instanceof RangeError) throw new Problem("bad-option", error.message);
    throw error;
  }
}

function chosen(ranged: readonly Ranged[], options: Options): readonly Ranged[] {
  const names = textsOption(options, "over");
  const known = ranged.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new Problem("bad-option", `--over ${visibleLine(name)}: nothing of that name has a range here.`, {
      suggestion: nearest(name, known),
      expected: `With a range: ${known.join(", ")}.`,
    });
  }
  return names.length === 0 ? ranged : ranged.filter(({ name }) => names.includes(name));
}

function formatOf(options: Options): Format {
  const text = textOption(options, "format") ?? "csv";
  if (options["format"] !== undefined && options["out"] === undefined) {
    throw new Problem("bad-option", "--format is of the table that --out FOLDER writes: name a folder.");
  }
  return text === "jsonl" || text === "parquet" ? text : "csv";
}

function observedData(outcome: Outcome, { dyad }: Scenario): Manifest["outcomes"][string] {
  const region = outcome.kind === "final" ? { region: outcome.region } : {};
  return { kind: outcome.kind, ...region, observes: outcomeText(outcome, dyad) };
}

function commandOf(
  file: string,
  { whatIf, from }: Start,
  { seed, futures, points, design }: Plan,
  options: Options,
): string {
  const out = textOption(options, "out");
  const parts = [
    `demarche sweep ${word(file)}`,
    whatIf === undefined ? "" : `--what-if ${word(whatIf)}`,
    from === undefined ? "" : `--from ${word(from)}`,
    `--futures ${futures} --points ${points} --design ${design} --seed ${seed}`,
    ...textsOption(options, "over").map((name) => `--over ${word(name)}`),
    out === undefined ? "" : `--out ${word(out)} --format ${formatOf(options)}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** A word for a shell, quoted where it must be. */
function word(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
