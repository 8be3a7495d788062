/** `sweep`: many futures over the ranges of the assumptions, counted, kept, and gone on with. */
import { recordValues, type SweepSummary } from "../../futures/index.ts";
import { render, svgOf, sweepBlock, sweepPicture } from "../../present/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { type Call, flag, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { json } from "../json.ts";
import { read } from "../load.ts";
import { wholeNumber } from "../numbers.ts";
import { sweepData } from "../output/sweep.ts";
import type { Manifest } from "../sweep/manifest.ts";
import { type Prepared, prepare } from "../sweep/prepare.ts";
import { runSweep } from "../sweep/run.ts";

/** Runs a sweep; one that was stopped before its end is incomplete. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  const workers = options["workers"] === undefined ? undefined : wholeNumber(options, "workers", 1, 1, 256);
  const columns = widthOption(call);
  const whole = await read(args[0] ?? "", io);
  const prepared = prepare(whole, call);
  const out = textOption(options, "out");
  const { summary, before, stopped } = await runSweep(prepared, out, workers);
  if (before > 0) {
    const [kept, all] = [before, prepared.plan.rows].map((number) => number.toLocaleString("en"));
    io.say(`Went on with the sweep in ${out}: ${kept} of ${all} futures were there.`);
  }
  const manifest: Manifest = { ...prepared.manifest, status: stopped === undefined ? "complete" : "incomplete" };
  await write(call, whole.scenario, { ...prepared, manifest }, summary, columns);
  if (stopped === undefined) return exitCodes.fine;
  const rest = out === undefined ? "" : " What was done is kept; the same command goes on with it.";
  io.say(
    `${stopped} ${summary.rows.toLocaleString("en")} of ${prepared.plan.rows.toLocaleString("en")} futures were run.${rest}`,
  );
  return exitCodes.incomplete;
}

async function write(
  { options, io }: Call,
  scenario: Scenario,
  { plan, manifest }: Prepared,
  summary: SweepSummary,
  columns: number,
): Promise<void> {
  const { outcomes, dyad } = scenario;
  const title = `${manifest.title}: ${manifest.whatIf === undefined ? `from ${manifest.from ?? ""} on` : `what if, ${manifest.whatIf}`}`;
  if (flag(options, "json")) io.write(json(sweepData(manifest, outcomes, summary), 2));
  else if (flag(options, "svg")) {
    const { spec, alternative } = sweepPicture(title, manifest.outcomes, summary);
    io.write(await svgOf(spec, alternative));
  } else {
    const { out } = await io.palettes();
    const told = { ...manifest, title, dyad, outcomes, points: plan.values.length - 1, record: recordValues(scenario) };
    io.write(render(sweepBlock(told, summary, columns), out));
  }
}
