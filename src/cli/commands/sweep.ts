/** `sweep`: many futures over the ranges of the assumptions, counted, kept and continued. */

import { availableParallelism } from "node:os";
import type { Manifest } from "../../crisis/data/sweep-manifest.ts";
import { type RowSource, runSweep, type SweepEnd, type SweepStore } from "../../crisis/index.ts";
import { columnsOf, type Plan, recordValues, type SweepSummary, sweepPooled, tableText } from "../../futures/index.ts";
import { sweepPicture } from "../../pictures/index.ts";
import { nth } from "../../problem/index.ts";
import { formatCount } from "../../render/index.ts";
import { type Scenario, statesOf } from "../../scenario/index.ts";
import { sweepBlock, sweepCount } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { captionFor } from "../caption.ts";
import { badOption, type Call, flag, refuseTogether, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { read } from "../load.ts";
import { wholeNumber } from "../numbers.ts";
import { createProgress, progressTerminal } from "../progress.ts";
import { listenForStop } from "../stop-signal.ts";
import { type Prepared, prepare } from "../sweep/prepare.ts";
import { openStore } from "../sweep/store.ts";

/** Runs a sweep, here or over machines; one that was stopped before its end is incomplete. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  if (options["status"] !== undefined || options["forget"] !== undefined) {
    const { forget, showStatus } = await import("../sweep/status.ts");
    refuseTogether(call, ["status", "forget"]);
    return options["forget"] === undefined ? showStatus(call) : forget(call);
  }
  const [file] = args;
  if (file === undefined) {
    const order =
      options["on"] === undefined ? "demarche sweep FILE" : "demarche sweep FILE --on ADDRESS, in this order";
    throw badOption(`Which file? Name a scenario: ${order}`);
  }
  const workers = wholeNumber(options, "workers", availableParallelism(), 1, 256);
  widthOption(call);
  if (options["on"] === undefined) refuseWithoutServer(call);
  else refuseTogether(call, ["on", "workers"]);
  const leave = isDetached(call);
  const whole = await read(file, call);
  const prepared = prepare(whole, call);
  const finish = async (source: RowSource, kept: string): Promise<ExitCode> =>
    writeResult(call, whole.scenario, prepared, await runOrResume(prepared, source, textOption(options, "out")), kept);
  if (options["on"] === undefined)
    return finish((job, from, pooling) => sweepPooled(job, from, { workers, ...pooling }), "");
  const { withDistributedSweep } = await import("../sweep/distributed.ts");
  return withDistributedSweep(call, whole.input, prepared, async ({ sweep, source }) => {
    if (!leave) return finish(source, " What landed is kept on the server; the same command goes on with it.");
    io.write(sweep.id);
    return exitCodes.fine;
  });
}

/** Options that mean nothing without a server. */
const serverOptions = ["shard", "patience", "tries", "detach"] as const;

/** Refuses options of a sweep over machines where no server is named. @throws Problem naming the first of them */
function refuseWithoutServer({ options }: Pick<Call, "options">): void {
  const option = serverOptions.find((name) => options[name] !== undefined);
  if (option !== undefined) throw badOption(`--${option} is of a sweep that is spread from a server: give --on too.`);
}

/**
 * Whether the options ask to submit a sweep and not to wait for it.
 *
 * @throws Problem for an option of the result that is not waited for
 */
function isDetached({ options }: Pick<Call, "options">): boolean {
  if (!flag(options, "detach")) return false;
  const option = ["out", "format", "svg", "json", "width"].find((name) => options[name] !== undefined);
  if (option !== undefined) throw badOption(`--detach waits for no result: give --${option} when you gather it.`);
  return true;
}

/** Runs a sweep, or the rest of one that was begun, until it is complete or stopped. If a folder is named, it is kept there. */
async function runOrResume({ plan, manifest }: Prepared, source: RowSource, out?: string): Promise<SweepEnd> {
  const format = manifest.format === "csv" ? "csv" : "jsonl";
  const columns = columnsOf(plan).all;
  const head = format === "csv" ? await tableText([columns], columns, "csv") : "";
  const opened = out === undefined ? undefined : await openStore(out, manifest, head, textColumns(plan));
  const store: SweepStore | undefined = opened && { ...opened, format, columns };
  const progress = createProgress(plan.rows, opened?.done ?? 0, "futures", progressTerminal());
  const { signal, release } = listenForStop();
  try {
    return await runSweep(plan, source, { signal, onDone: progress.update }, store);
  } finally {
    progress.clear();
    release();
    opened?.close();
  }
}

function textColumns(plan: Plan): ReadonlySet<string> {
  const { outcomes } = columnsOf(plan);
  const states = Object.values(plan.outcomes).flatMap((outcome, k) =>
    statesOf(outcome).length > 0 ? [nth(outcomes, k)] : [],
  );
  return new Set([...states, "status", "reason"]);
}

/** Writes the result, and says what is missing. */
async function writeResult(
  call: Call,
  scenario: Scenario,
  prepared: Prepared,
  { summary, before, stopped }: SweepEnd,
  kept: string,
): Promise<ExitCode> {
  const { options, io } = call;
  const out = textOption(options, "out");
  if (before > 0) {
    const [there, all] = [before, prepared.plan.rows].map(formatCount);
    io.say(`Resumed the sweep in ${out}: ${there} of ${all} futures were there already.`);
  }
  const manifest: Manifest = { ...prepared.manifest, status: stopped === undefined ? "complete" : "incomplete" };
  await write(call, scenario, { ...prepared, manifest }, summary);
  if (stopped === undefined) return exitCodes.fine;
  const rest = out === undefined ? kept : " What was done is kept; the same command goes on with it.";
  io.say(`${stopped} ${formatCount(summary.rows)} of ${formatCount(prepared.plan.rows)} futures were run.${rest}`);
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
    const figure = { title, scenario, outcomes, summary, record, runs: sweepCount(counted, summary) };
    return io.write(sweepPicture(figure, { caption: `Again: ${manifest.command}\n${captionFor()}` }).svg);
  }
  const shownSweep = { ...counted, title, dyad, outcomes, record };
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/sweep.ts")).sweepData(manifest, outcomes, summary),
    blocks: (columns) => [sweepBlock(shownSweep, summary, columns)],
  });
}
