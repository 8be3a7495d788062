/** `replay`: plays a record and prints what happened. */

import { dateIn, option, until } from "../../crisis/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { json, render } from "../../render/index.ts";
import { type Demands, judgeHistory } from "../../scenario/index.ts";
import { dayBlocks, replayBlocks, type Telling } from "../../views/index.ts";
import { type Call, flag, refuseTogether, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { LiveOptions } from "../live.ts";
import { type Loaded, load } from "../load.ts";
import type { Replayed } from "../output/replay.ts";

/** Prints the replay; a failed expectation or a violated contract is a finding. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  refuseTogether(call, ["at", "until"]);
  refuseTogether(call, ["json", "jsonl", "step", "speed"]);
  const columns = widthOption(call);
  const livelyAsked = flag(options, "step") || textOption(options, "speed") !== undefined;
  if (livelyAsked || options["maxGap"] !== undefined) await liveOptions(call);
  const replayed = replayedUntil(await load(args[0] ?? "", io, textOption(options, "whatIf")), call);
  if (flag(options, "json") || flag(options, "jsonl")) await writeData(replayed, call);
  else if (livelyAsked && io.terminal && process.stdin.isTTY) {
    const { live } = await import("../live.ts");
    const code = await live(replayed, await liveOptions(call), io);
    if (code !== exitCodes.fine) return code;
  } else await writeTable(replayed, call, columns);
  return replayed.findings.length > 0 ? exitCodes.finding : exitCodes.fine;
}

function replayedUntil(loaded: Loaded, { options }: Call): Replayed {
  const { scenario, demands } = loaded;
  const at = textOption(options, "at");
  const wanted = at === undefined ? textOption(options, "until") : dateIn(scenario, at, option("at")).text;
  const shown = wanted === undefined ? loaded : { ...loaded, ...until(loaded, wanted, option("until")) };
  const judged = demandsUntil(demands, shown.until, shown.history.steps.length === loaded.history.steps.length);
  return { ...shown, demands: judged, ...judgeHistory(judged, shown.history) };
}

/** What can be demanded of a history up to a minute: what is meant to be broken may be broken later. */
function demandsUntil({ expect, contracts, breaks = [] }: Demands, until: number, whole: boolean): Demands {
  return {
    expect: expect.filter(({ minute }) => minute <= until),
    contracts: whole ? contracts : contracts.filter(({ name }) => !breaks.includes(name)),
    breaks: whole ? breaks : [],
  };
}

async function writeTable(
  { scenario, demands, history, until: minute, findings, besides }: Replayed,
  { options, io }: Call,
  columns: number,
): Promise<void> {
  const { out } = await io.palettes();
  const telling: Telling = { scenario, history, until: minute };
  const judged = { scenario: { ...demands, dyad: scenario.dyad }, findings, besides };
  const at = textOption(options, "at");
  const blocks =
    at === undefined
      ? replayBlocks(telling, judged, columns)
      : dayBlocks(telling, dateIn(scenario, at, option("at")).start, columns);
  for (const block of blocks) if (block.length > 0) io.write(render(block, out));
}

async function writeData(replayed: Replayed, { options, io }: Call): Promise<void> {
  const { replayData, replayLines } = await import("../output/replay.ts");
  if (flag(options, "json")) io.write(json(replayData(replayed), 2));
  else for (const line of replayLines(replayed)) io.write(json(line));
}

async function liveOptions({ options }: Call): Promise<LiveOptions> {
  const [speed, gap] = [textOption(options, "speed"), textOption(options, "maxGap")];
  const stepwise = flag(options, "step");
  if (gap !== undefined && speed === undefined) throw new Problem("bad-option", "--max-gap belongs to --speed.");
  const seconds = gap === undefined ? undefined : /^(\d+(?:\.\d+)?)s$/.exec(gap)?.[1];
  if (gap !== undefined && seconds === undefined)
    throw new Problem("bad-option", `--max-gap ${visibleLine(gap)}: expected seconds, such as 2s.`);
  const { parsePace } = await import("../../replay/index.ts");
  const pace = speed === undefined ? undefined : parsePace(speed);
  if (speed !== undefined && pace === undefined) {
    throw new Problem("bad-option", `--speed ${visibleLine(speed)}: expected time per second, such as 1d/s or 12h/s.`);
  }
  return {
    stepwise,
    ...(pace === undefined ? {} : { pace }),
    ...(seconds === undefined ? {} : { maxGap: Number(seconds) }),
  };
}
