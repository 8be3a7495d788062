/** `replay`: plays a record and prints what happened. */

import { crisisUntil, dateIn, option } from "../../crisis/index.ts";
import { nth, shellWord, visibleLine } from "../../problem/index.ts";
import { type Block, json } from "../../render/index.ts";
import { type Demands, type JudgedDemands, judgeHistory } from "../../scenario/index.ts";
import { dayBlocks, type ReplayView, replayBlocks } from "../../views/index.ts";
import { replayAll } from "../all-relations.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, flag, refuseTogether, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { LiveOptions } from "../live.ts";
import { coversAllRelations, type Loaded, loadedOf, read, withHashAndVersion } from "../load.ts";

interface Replayed extends Loaded, JudgedDemands {}

/** Prints the replay; a failed expectation or a violated contract is a finding. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options, io } = call;
  refuseTogether(call, ["at", "until"]);
  refuseTogether(call, ["json", "jsonl", "step", "speed"]);
  widthOption(call);
  const wantsLive = flag(options, "step") || textOption(options, "speed") !== undefined;
  if (wantsLive || options["maxGap"] !== undefined) await liveOptions(call);
  const whole = await read(nth(args, 0), call, true);
  if (coversAllRelations(whole, call)) return replayAll(whole, call);
  const replayed = replayedUntil(loadedOf(whole, call), call);
  if (flag(options, "jsonl")) {
    const { replayLines } = await import("../../crisis/data/replay.ts");
    for (const line of replayLines(withHashAndVersion(replayed))) io.write(json(line));
  } else if (wantsLive && io.terminal && process.stdin.isTTY) {
    const { playLive } = await import("../live.ts");
    const code = await playLive(replayed, await liveOptions(call), io);
    if (code !== exitCodes.fine) return code;
  } else {
    await writeAnswer(call, {
      data: async () => (await import("../../crisis/data/replay.ts")).replayData(withHashAndVersion(replayed)),
      blocks: (columns) => blocksOf(replayed, textOption(options, "at"), columns),
    });
    if (io.terminal && !flag(options, "json")) io.say(`\nNext: ${nextOf(replayed)}`);
  }
  return replayed.findings.length > 0 ? exitCodes.finding : exitCodes.fine;
}

/** What a reader may want to see next. */
function nextOf({ scenario, input }: Replayed): string {
  const file = shellWord(visibleLine(input.file));
  if (Object.keys(scenario.whatIfs).length === 0) return `demarche show ${file} shows one moment in full.`;
  return `demarche what-if ${file} shows what would have been different.`;
}

function replayedUntil(loaded: Loaded, { options }: Call): Replayed {
  const { scenario, demands } = loaded;
  const at = textOption(options, "at");
  const wanted = at === undefined ? textOption(options, "until") : dateIn(scenario, at, option("at")).text;
  const shown = wanted === undefined ? loaded : { ...loaded, ...crisisUntil(loaded, wanted, option("until")) };
  const judged = demandsBy(demands, shown.until, shown.history.steps.length === loaded.history.steps.length);
  return { ...shown, demands: judged, ...judgeHistory(judged, shown.history) };
}

/** What can be demanded of a history up to a minute: a contract that is meant to be broken may be broken later. */
function demandsBy({ expect, contracts, breaks = [] }: Demands, until: number, whole: boolean): Demands {
  return {
    expect: expect.filter(({ minute }) => (minute === undefined ? whole : minute <= until)),
    contracts: whole ? contracts : contracts.filter(({ name }) => !breaks.includes(name)),
    breaks: whole ? breaks : [],
  };
}

function blocksOf(
  { scenario, demands, history, until: minute, findings, besides }: Replayed,
  at: string | undefined,
  columns: number,
): Iterable<Block> {
  const telling: ReplayView = { scenario, history, until: minute };
  const judged = { scenario: { ...demands, dyad: scenario.dyad }, findings, besides };
  return at === undefined
    ? replayBlocks(telling, judged, columns)
    : dayBlocks(telling, dateIn(scenario, at, option("at")).start, columns);
}

async function liveOptions({ options }: Call): Promise<LiveOptions> {
  const [speed, gap] = [textOption(options, "speed"), textOption(options, "maxGap")];
  const stepwise = flag(options, "step");
  if (gap !== undefined && speed === undefined) throw badOption("--max-gap belongs to --speed.");
  const seconds = gap === undefined ? undefined : /^(\d+(?:\.\d+)?)s$/.exec(gap)?.[1];
  if (gap !== undefined && seconds === undefined)
    throw badOption(`--max-gap ${visibleLine(gap)}: expected seconds, such as 2s.`);
  const { parsePace } = await import("../../replay/index.ts");
  const pace = speed === undefined ? undefined : parsePace(speed);
  if (speed !== undefined && pace === undefined) {
    throw badOption(`--speed ${visibleLine(speed)}: expected time per second, such as 1d/s or 12h/s.`);
  }
  return {
    stepwise,
    ...(pace === undefined ? {} : { pace }),
    ...(seconds === undefined ? {} : { maxGap: Number(seconds) }),
  };
}
