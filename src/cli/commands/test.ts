/** `test`: a scenario held to itself, to the laws, and to what could have been. */
import type { Followed } from "../../futures/index.ts";
import { type HuntOptions, type HuntResult, heldLaws, hunt } from "../../laws/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { json, render } from "../../render/index.ts";
import { recordOf, type Scenario, suppose } from "../../scenario/index.ts";
import { gutterBlock, testBlock } from "../../views/index.ts";
import { type Call, flag, refuseTogether, textOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { followedBy, isModelled } from "../follow.ts";
import { read } from "../load.ts";
import { seedOption, wholeNumber } from "../numbers.ts";
import { createProgress, processWatching, speedText } from "../progress.ts";
import { savable } from "../save.ts";
import { countsOf } from "../test/counts.ts";
import { saveExample } from "../test/save.ts";
import { sayingsOf } from "../test/sayings.ts";
import { type Tested, toldTest } from "../test/told.ts";

/** So many random what-ifs of a record of usual length: some seconds. */
const RUNS = 500;
const MOST = 10_000_000;
/** So many events are folded at most unless a number is asked for: a long record is tried less often. */
const EVENTS = 200_000;
const FEWEST = 20;
/** So many futures of each what-if are written out and looked at. */
const WRITTEN = 100;

/** Tests; what breaks a claim that the file does not know of is a finding, what futures leave open is incomplete. */
export async function run(call: Call): Promise<ExitCode> {
  const { options, io } = call;
  refuseTogether(call, ["json", "coverage"]);
  const whole = await read(call.args[0] ?? "", io);
  const { scenario, input } = whole;
  const only = onlyOption(scenario, call);
  const name = textOption(options, "save");
  if (name !== undefined) savable(input);
  const usual = Math.max(FEWEST, Math.min(RUNS, Math.floor(EVENTS / Math.max(1, scenario.events.length))));
  const runs = wholeNumber(options, "runs", usual, 1, MOST);
  const seed = seedOption(options);
  const { result, speed } = await hunted(scenario, {
    seed,
    runs,
    futures: Math.min(WRITTEN, usual),
    ...(only === undefined ? {} : { only }),
  });
  const record = recordOf(scenario);
  const supposed = Object.keys(scenario.whatIfs).map((each) => suppose(scenario, each, record));
  const followed = new Map<string, Followed>();
  for (const one of only === undefined ? supposed : []) {
    if (one.whatIf.expectOutcomes.length > 0 && isModelled(one, scenario)) {
      followed.set(one.name, await followedBy(scenario, one, call));
    }
  }
  const sayings = only === undefined ? sayingsOf(scenario, record, supposed) : [];
  const tested: Tested = { whole, result, sayings, followed, only, runs, seed };
  if (flag(options, "json")) {
    const { testData } = await import("../output/test.ts");
    io.write(json(testData(tested), 2));
  } else {
    const { out } = await io.palettes();
    const columns = widthOption(call);
    io.write(render(testBlock(toldTest(tested), columns), out));
    if (flag(options, "coverage"))
      io.write(`\n${render(gutterBlock(input.text, countsOf(scenario, whole.places, result), columns), out)}`);
  }
  io.say(speed);
  if (name !== undefined) saveExample(name, tested, io);
  return exitOf(tested);
}

/** Hunts, and says how fast histories were tried: what is made small afterwards is not counted. */
async function hunted(
  scenario: Scenario,
  options: Omit<HuntOptions, "onDone">,
): Promise<{ readonly result: HuntResult; readonly speed: string }> {
  const modelled = Object.values(scenario.whatIfs).filter(({ then }) => then === "model").length;
  const all = options.runs + modelled * options.futures;
  const watching = processWatching();
  const { update, clear } = createProgress(all, 0, "histories", watching);
  const start = watching.now();
  let [tried, spent] = [0, 0];
  const onDone = (done: number): void => {
    [tried, spent] = [done, watching.now() - start];
    update(done);
  };
  try {
    const result = await hunt(scenario, { ...options, onDone });
    return { result, speed: speedText(tried, spent, "Histories") };
  } finally {
    clear();
  }
}

/** The one law or contract that is asked for. */
function onlyOption({ contracts }: Scenario, { options }: Call): string | undefined {
  const only = textOption(options, "only");
  if (only === undefined) return undefined;
  const names = [...contracts.map(({ name }) => name), ...heldLaws.map(({ name }) => name)];
  if (names.includes(only)) return only;
  const own =
    contracts.length === 0
      ? "The file has no contract"
      : `Contracts of this file: ${contracts.map(({ name }) => name).join(", ")}`;
  throw new Problem("bad-option", `--only ${visibleLine(only)}: no contract and no law of histories.`, {
    suggestion: nearest(only, names),
    expected: `${own}; demarche laws lists the laws.`,
  });
}

function exitOf({ result, sayings, followed }: Tested): ExitCode {
  const standings = [...followed.values()].flatMap(({ expected }) => expected.map(({ standing }) => standing));
  const failed = sayings.some(({ standing }) => standing === "failed") || standings.includes("failed");
  if (failed || result.claims.some(({ standing }) => standing === "broken")) return exitCodes.finding;
  return standings.includes("undecided") ? exitCodes.incomplete : exitCodes.fine;
}
