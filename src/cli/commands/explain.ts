/** `explain`: which assumptions of a kept sweep decide its outcomes, and which ranges separate where a condition holds. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../crisis/data/sweep-manifest.ts";
import {
  type Cases,
  type Condition,
  casesOf,
  createSummary,
  type Explained,
  explain,
  influencesOf,
  readCondition,
  rowsIn,
  type SweepSummary,
} from "../../futures/index.ts";
import type { Region } from "../../machine/index.ts";
import { addAt, nth, Problem, shellWord, visibleLine } from "../../problem/index.ts";
import { type Block, group, line, plural, section, span, terminal, wrap } from "../../render/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import { boxBlock, explainNotes, sensitivityParts } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { tableFile } from "../sweep/formats.ts";
import { readManifest, remakeAdvice } from "../sweep/manifest.ts";

/** Explains a sweep; an incomplete one is explained as far as it goes. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const folder = nth(args, 0);
  const when = textOption(options, "when");
  widthOption(call);
  const sweep = readSweep(folder);
  const { manifest, outcomes } = sweep;
  const condition = when === undefined ? { holds: () => false } : readCondition(when, outcomes);
  if ("problem" in condition) throw badOption(`--when ${visibleLine(condition.problem)}`);
  const counted = await recount(folder, sweep, condition.holds);
  const decided = influencesOf(counted.summary, counted.casesOf, manifest.seed);
  const boxed = when === undefined ? undefined : { when, found: explainCondition(sweep, counted) };
  const blocks = (columns: number): readonly Block[] => {
    const again = `demarche explain ${shellWord(visibleLine(folder))}${when === undefined ? "" : ` --when ${shellWord(when)}`}`;
    const made = `A sweep of ${plural(counted.summary.rows, "future")}, seed ${manifest.seed}, over ${manifest.over.join(", ")}; made by: ${manifest.command}`;
    return [
      [
        ...wrap(line(span(manifest.title, "title")), columns),
        ...wrap(line(span(made, "faint")), columns),
        ...(boxed === undefined
          ? []
          : section(`What separates ${boxed.when}`, boxBlock(boxed.when, boxed.found, columns - 2))),
        ...terminal([group("What decides each outcome", ...sensitivityParts(decided)), explainNotes(again)], columns),
      ],
    ];
  };
  const data = async () =>
    (await import("../../crisis/data/sweep.ts")).explainData(manifest, counted.summary, decided, boxed);
  await writeAnswer(call, { data, blocks });
  if (manifest.status === "complete") return exitCodes.fine;
  io.say("This sweep is not whole: the same command as before goes on with it.");
  return exitCodes.incomplete;
}

function explainCondition({ manifest: { seed } }: KeptSweep, { held, casesOf }: Recounted): Explained {
  const cases = casesOf(held);
  if (cases.seen.length > 0 && cases.names.length > 0) return explain(cases, seed);
  throw new Problem(
    "nothing-to-explain",
    "This sweep has no points beside the central one: there is nothing to separate.",
  );
}

interface KeptSweep {
  readonly manifest: Manifest;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** What was counted in a sweep. */
interface Recounted {
  readonly summary: SweepSummary;
  /** The cases of any sums over the futures of each point. */
  readonly casesOf: (sums: Float64Array) => Cases;
  /** At each point: in how many futures the condition held. */
  readonly held: Float64Array;
}

/** The sweep in a folder. @throws Problem when there is none */
function readSweep(folder: string): KeptSweep {
  const manifest = readManifest(folder);
  if (manifest === undefined) {
    const isScenario = /\.ya?ml$/.test(folder);
    throw new Problem(
      "no-such-sweep",
      `There is no sweep in ${visibleLine(folder)}: no manifest.json. Make one: demarche sweep ${isScenario ? visibleLine(folder) : "FILE"} --out ${isScenario ? "FOLDER" : visibleLine(folder)}`,
    );
  }
  return {
    manifest,
    outcomes: Object.fromEntries(Object.entries(manifest.outcomes).map(([name, one]) => [name, outcomeOf(one)])),
  };
}

/** Reads its table once. @throws Problem when it is gone, or has a line that is no row */
async function recount(folder: string, { manifest, outcomes }: KeptSweep, holds: Condition): Promise<Recounted> {
  const { over, points, length, status, format, futures, seed, rows } = manifest;
  const growing = status === "incomplete" && format === "parquet";
  const path = join(folder, growing ? "runs.jsonl" : manifest.table);
  if (!existsSync(path))
    throw new Problem("no-such-file", `${visibleLine(path)} is gone.`, { expected: remakeAdvice(folder, manifest) });
  const tabled = { outcomes, over: over.map((name) => ({ name })), futures, seed, rows };
  const values: number[][] = Array.from({ length: points + 1 }, () => over.map(() => Number.NaN));
  const summing = createSummary({ outcomes, values, length });
  const held = new Float64Array(values.length);
  const table = tableFile(path, growing ? "jsonl" : format, remakeAdvice(folder, manifest), status === "incomplete");
  for await (const row of rowsIn(tabled, table.rows(), table.words, status === "complete" ? rows : undefined)) {
    summing.add(row);
    if (row.status === "failed") continue;
    if (holds(row.values)) addAt(held, row.point, 1);
    values[row.point] = [...row.assumed];
  }
  const summary = summing.summary();
  return { summary, held, casesOf: (sums) => casesOf({ ...tabled, values }, summary.counted, sums) };
}

/** An outcome of which only the kind of its values matters: they were computed already. */
function outcomeOf({ kind, region }: Manifest["outcomes"][string]): Outcome {
  switch (kind) {
    case "final":
      return { kind, region: (region ?? "course") as Region };
    case "count":
      return { kind, what: "force" };
    case "peak":
      return { kind, of: "hostility" };
    default:
      return { kind, pattern: {} };
  }
}
