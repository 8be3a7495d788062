/** `check`: whether files are right, and whether their replays reach what they expect. */

import { expectationsOfFutures } from "../../crisis/index.ts";
import { assumptionsOf } from "../../futures/index.ts";
import { type Block, json, line, render, span } from "../../render/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { assumptionsBlock, countText, diagnosticsBlock, plural, section } from "../../views/index.ts";
import { type CheckedFile, checkFile } from "../check-file.ts";
import { type Call, flag, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { framesOf } from "../frames.ts";
import type { Io } from "../io.ts";

/** Checks every file and says everything that is wrong with any of them. */
export async function run(call: Call): Promise<ExitCode> {
  const code = await checkOnce(call);
  if (!flag(call.options, "watch")) return code;
  const { watchFiles } = await import("../watch.ts");
  return watchFiles(call, () => checkOnce(call));
}

async function checkOnce({ args, options, io }: Call): Promise<ExitCode> {
  const checked: CheckedFile[] = [];
  for (const file of args) checked.push(await checkFile(file));
  await write(checked, textOption(options, "format") ?? "text", flag(options, "assumptions"), io);
  return exitCodeOf(checked);
}

async function write(checked: readonly CheckedFile[], format: string, all: boolean, io: Io): Promise<void> {
  if (format === "json") {
    const { checkData } = await import("../output/check.ts");
    io.write(json(checkData(checked), 2));
  } else if (format === "sarif") {
    const { sarifLog } = await import("../output/sarif.ts");
    io.write(json(sarifLog(checked), 2));
  } else if (format === "github") {
    const { workflowCommand } = await import("../output/github.ts");
    for (const remark of checked.flatMap((one) => one.remarks)) io.write(workflowCommand(remark));
  } else await writeText(checked, all, io);
}

async function writeText(checked: readonly CheckedFile[], all: boolean, io: Io): Promise<void> {
  const { out } = await io.palettes();
  for (const { file, input, scenario, remarks } of checked) {
    const frame = framesOf(input?.text ?? "");
    if (remarks.length > 0) io.write(`${render(diagnosticsBlock(remarks, frame, io.columns), out)}\n`);
    const wrong = remarks.some(({ severity }) => severity === "error");
    const sign = wrong ? span("✗ ", "bad") : span("✓ ", "good");
    const counts =
      scenario === undefined
        ? "not read"
        : `${plural(scenario.events.length, "event")}, ${plural(scenario.expect.length, "expectation")}, ${plural(scenario.contracts.length, "contract")}, ${plural(Object.keys(scenario.whatIfs).length, "what-if")}`;
    io.write(render([line(sign, file, span(`: ${counts}; ${countText(remarks)}`, "faint"))], out));
    if (scenario !== undefined) {
      const left = expectationsOfFutures(scenario);
      if (left > 0)
        io.write(
          render(
            [line(span(`  ${plural(left, "expectation")} of futures, for what-if and test to decide`, "faint"))],
            out,
          ),
        );
      const rests = restsOn(scenario, all, Math.min(100, io.columns));
      if (rests.length > 0) io.write(render(rests, out));
    }
  }
  if (checked.length > 1) io.write(summary(checked));
}

/** The numbers that futures under the file's doctrines rest on: how many, or all of them. */
function restsOn(scenario: Scenario, all: boolean, columns: number): Block {
  if (Object.keys(scenario.doctrines).length === 0) return [];
  const resting = assumptionsOf(scenario);
  if (all) return section("What its futures rest on", assumptionsBlock(resting, columns - 2));
  const silent = resting.filter(({ basis }) => basis === undefined).length;
  const bases = silent === 0 ? "each with a basis" : `${silent} of them without a basis`;
  const counts = `its futures rest on ${plural(resting.length, "number")}, ${bases}`;
  return [line(span(`  ${counts}; --assumptions lists them`, "faint"))];
}

function summary(checked: readonly CheckedFile[]): string {
  const wrong = checked.filter(({ remarks }) => remarks.some(({ severity }) => severity === "error")).length;
  return `${plural(checked.length, "file")} checked, ${checked.length - wrong} right, ${wrong} wrong`;
}

function exitCodeOf(checked: readonly CheckedFile[]): ExitCode {
  if (checked.some(({ scenario }) => scenario === undefined)) return exitCodes.input;
  return checked.some(({ findings }) => findings.length > 0) ? exitCodes.finding : exitCodes.fine;
}
