/** `check`: whether files are right, and whether their replays reach what they expect. */

import { type CheckedFile, checkSource, expectationsOfFutures, unreadable } from "../../crisis/index.ts";
import { assumptionsOf } from "../../futures/index.ts";
import { Problem } from "../../problem/index.ts";
import { BLANK, type Block, json, line, plural, span, terminal } from "../../render/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { assumptionsTable, countText, diagnosticsBlock, framesOf } from "../../views/index.ts";
import { writeBlocks } from "../answer.ts";
import { type Call, flag, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { type Input, inputName, readInput } from "../input.ts";
import type { Io } from "../io.ts";
import { packageVersion } from "../package.ts";

/** Checks every file and reports everything that is wrong. */
export async function run(call: Call): Promise<ExitCode> {
  const code = await checkOnce(call);
  if (!flag(call.options, "watch")) return code;
  const { watchFiles } = await import("../watch.ts");
  return watchFiles(call, () => checkOnce(call));
}

async function checkOnce({ args, options, io }: Call): Promise<ExitCode> {
  const checked: Checked[] = [];
  for (const file of args) checked.push(await checkFile(file));
  await write(checked, textOption(options, "format") ?? "text", flag(options, "assumptions"), io);
  return exitCodeOf(checked);
}

type Checked = CheckedFile<Input>;

/** Reads and checks one file. An unreadable file is a remark too. */
async function checkFile(name: string): Promise<Checked> {
  try {
    return checkSource(await readInput(name));
  } catch (error) {
    if (error instanceof Problem) return unreadable(await inputName(name), error);
    throw error;
  }
}

async function write(checked: readonly Checked[], format: string, all: boolean, io: Io): Promise<void> {
  if (format === "json") {
    const { checkData } = await import("../../crisis/data/check.ts");
    io.write(json(checkData(checked, packageVersion()), 2));
  } else if (format === "sarif") {
    const { sarifLog } = await import("../../crisis/data/sarif.ts");
    io.write(json(sarifLog(checked, packageVersion()), 2));
  } else if (format === "github") {
    const { workflowCommand } = await import("../../crisis/data/sarif.ts");
    for (const remark of checked.flatMap((one) => one.remarks)) io.write(workflowCommand(remark));
  } else await writeBlocks({ io }, blocksOf(checked, all, io.columns));
}

function* blocksOf(checked: readonly Checked[], all: boolean, columns: number): Generator<Block> {
  for (const { file, input, scenario, relations = [], remarks } of checked) {
    if (remarks.length > 0) yield [...diagnosticsBlock(remarks, framesOf(input?.text ?? ""), columns), BLANK];
    const sign = isWrong({ remarks }) ? span("✗ ", "bad") : span("✓ ", "good");
    const counts = scenario === undefined ? "not read" : countsOf(scenario, relations);
    yield [line(sign, file, span(`: ${counts}; ${countText(remarks)}`, "faint"))];
    if (scenario === undefined) continue;
    const left = expectationsOfFutures(scenario);
    if (left > 0)
      yield [line(span(`  ${plural(left, "expectation")} of futures, for what-if and test to decide`, "faint"))];
    yield restsOn(scenario, all, Math.min(100, columns));
  }
  if (checked.length > 1) yield [line(summary(checked))];
}

/** The counts of a file's parts, in all of its relations. */
function countsOf({ events, whatIfs }: Scenario, relations: readonly Scenario[]): string {
  const count = (key: "expect" | "contracts"): number => relations.reduce((sum, one) => sum + one[key].length, 0);
  return [
    ...(relations.length > 1 ? [plural(relations.length, "relation")] : []),
    plural(events.length, "event"),
    plural(count("expect"), "expectation"),
    plural(count("contracts"), "contract"),
    plural(Object.keys(whatIfs).length, "what-if"),
  ].join(", ");
}

/** The numbers that futures under the file's doctrines rest on: how many, or all of them. */
function restsOn(scenario: Scenario, all: boolean, columns: number): Block {
  if (Object.keys(scenario.doctrines).length === 0) return [];
  const resting = assumptionsOf(scenario);
  if (all) return terminal([assumptionsTable("What its futures rest on", resting)], columns);
  const silent = resting.filter(({ basis }) => basis === undefined).length;
  const bases = silent === 0 ? "each with a basis" : `${silent} of them without a basis`;
  const counts = `its futures rest on ${plural(resting.length, "number")}, ${bases}`;
  return [line(span(`  ${counts}; --assumptions lists them`, "faint"))];
}

function summary(checked: readonly Checked[]): string {
  const wrong = checked.filter(isWrong).length;
  return `${plural(checked.length, "file")} checked, ${checked.length - wrong} right, ${wrong} wrong`;
}

function isWrong({ remarks }: Pick<Checked, "remarks">): boolean {
  return remarks.some(({ severity }) => severity === "error");
}

function exitCodeOf(checked: readonly Checked[]): ExitCode {
  if (checked.some(({ scenario }) => scenario === undefined)) return exitCodes.input;
  return checked.some(({ findings }) => findings.length > 0) ? exitCodes.finding : exitCodes.fine;
}
