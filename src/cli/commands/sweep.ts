/** `sweep`: many futures over the ranges of the assumptions, counted, kept and continued. */

import type { Manifest } from "../../crisis/data/sweep-manifest.ts";
import type { RowSource, SweepEnd } from "../../crisis/index.ts";
import { recordValues, type SweepSummary } from "../../futures/index.ts";
import { sweepPicture } from "../../pictures/index.ts";
import { Problem } from "../../problem/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { sweepBlock, sweepCount } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { captionFor } from "../caption.ts";
import { type Call, flag, refuseTogether, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { read } from "../load.ts";
import { wholeNumber } from "../numbers.ts";
import { type Prepared, prepare } from "../sweep/prepare.ts";
import { locally, runSweep } from "../sweep/run.ts";

/** Runs a sweep, here or over machines; one that was stopped before its end is incomplete. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  if (options["status"] !== undefined || options["forget"] !== undefined) {
    const { forget, status } = await import("../sweep/status.ts");
    refuseTogether(call, ["status", "forget"]);
    return options["forget"] === undefined ? status(call) : forget(call);
  }
  const [file] = args;
  if (file === undefined) {
    const order =
      options["on"] === undefined ? "demarche sweep FILE" : "demarche sweep FILE --on ADDRESS, in this order";
    throw new Problem("bad-option", `Which file? Name a scenario: ${order}`);
  }
  const workers = options["workers"] === undefined ? undefined : wholeNumber(options, "workers", 1, 1, 256);
  widthOption(call);
  if (options["on"] === undefined) refuseWithoutServer(call);
  else refuseTogether(call, ["on", "workers"]);
  const leave = detached(call);
  const whole = await read(file, call);
  const prepared = prepare(whole, call);
  const finish = async (source: RowSource, kept: string): Promise<ExitCode> =>
    told(call, whole.scenario, prepared, await runSweep(prepared, source, textOption(options, "out")), kept);
  if (options["on"] === undefined) return finish(locally(workers), "");
  const { distributed } = await import("../sweep/distributed.ts");
  return distributed(call, whole.input, prepared, async ({ sweep, source }) => {
    if (!leave) return finish(source, " What landed is kept on the server; the same command goes on with it.");
    io.write(sweep.id);
    return exitCodes.fine;
  });
}

/** Options that mean nothing without a server. */
const ofSpreading = ["shard", "patience", "tries", "detach"] as const;

/**
 * Refuses options of a sweep over machines where no server is named.
 *
 * @throws Problem naming the first of them
 */
function refuseWithoutServer({ options }: Pick<Call, "options">): void {
  const given = ofSpreading.find((name) => options[name] !== undefined);
  if (given !== undefined)
    throw new Problem("bad-option", `--${given} is of a sweep that is spread from a server: give --on too.`);
}

/**
 * Whether the options ask to submit a sweep and not to wait for it.
 *
 * @throws Problem for an option of the result that is not waited for
 */
function detached({ options }: Pick<Call, "options">): boolean {
  if (!flag(options, "detach")) return false;
  const given = ["out", "format", "svg", "json", "width"].find((name) => options[name] !== undefined);
  if (given !== undefined)
    throw new Problem("bad-option", `--detach waits for no result: give --${given} when you gather it.`);
  return true;
}

/** Writes what came of it, and says what is missing. */
async function told(
  call: Call,
  scenario: Scenario,
  prepared: Prepared,
  { summary, before, stopped }: SweepEnd,
  kept: string,
): Promise<ExitCode> {
  const { options, io } = call;
  const out = textOption(options, "out");
  if (before > 0) {
    const [there, all] = [before, prepared.plan.rows].map((number) => number.toLocaleString("en"));
    io.say(`Resumed the sweep in ${out}: ${there} of ${all} futures were there already.`);
  }
  const manifest: Manifest = { ...prepared.manifest, status: stopped === undefined ? "complete" : "incomplete" };
  await write(call, scenario, { ...prepared, manifest }, summary);
  if (stopped === undefined) return exitCodes.fine;
  const rest = out === undefined ? kept : " What was done is kept; the same command goes on with it.";
  io.say(
    `${stopped} ${summary.rows.toLocaleString("en")} of ${prepared.plan.rows.toLocaleString("en")} futures were run.${rest}`,
  );
  return exitCodes.incomplete;
}

async function write(
  call: Call,
  scenario: Scenario,
  { plan, manifest }: Prepared,
  summary: SweepSummary,
): Promise<void> {
  const { options, io } = call;
  const { outcomes, dyad } = scenario;
  const title = `${manifest.title}: ${manifest.whatIf === undefined ? `from ${manifest.from ?? ""} on` : `what if, ${manifest.whatIf}`}`;
  const record = recordValues(scenario);
  const counted = { ...manifest, points: plan.values.length - 1 };
  if (flag(options, "svg") && !flag(options, "json")) {
    const told = { title, scenario, outcomes, summary, record, runs: sweepCount(counted, summary) };
    return io.write(sweepPicture(told, { caption: `Again: ${manifest.command}\n${captionFor()}` }).svg);
  }
  const told = { ...counted, title, dyad, outcomes, record };
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/sweep.ts")).sweepData(manifest, outcomes, summary),
    blocks: (columns) => [sweepBlock(told, summary, columns)],
  });
}
