/** `test`: a scenario held to itself, to the laws, and to what could have been. */
import { claimNamed, option, type Tested, type TestSettings, test, testOptions, toldTest } from "../../crisis/index.ts";
import { BLANK } from "../../render/index.ts";
import { gutterBlock, testBlock } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { type Call, flag, refuseTogether, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { read, stamped } from "../load.ts";
import { settingsIn } from "../numbers.ts";
import { createProgress, processWatching, speedText } from "../progress.ts";
import { savable } from "../save.ts";
import { countsOf } from "../test/counts.ts";
import { saveExample } from "../test/save.ts";

/** Tests; what breaks a claim that the file does not know of is a finding, what futures leave open is incomplete. */
export async function run(call: Call): Promise<ExitCode> {
  const { options, io } = call;
  refuseTogether(call, ["json", "coverage"]);
  const { scenario, places, input } = await read(call.args[0] ?? "", io);
  const [named, name] = [textOption(options, "only"), textOption(options, "save")];
  const only = named === undefined ? undefined : claimNamed(named, scenario, option("only"));
  if (name !== undefined) savable(input);
  const settings = { ...settingsIn(call, testOptions), only };
  const { tested, speed } = await watched({ scenario, places, file: input.file }, settings);
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/test.ts")).testData(stamped({ ...tested, input })),
    blocks: (columns) => {
      const block = testBlock(toldTest(tested), columns);
      if (!flag(options, "coverage")) return [block];
      return [block, [BLANK, ...gutterBlock(input.text, countsOf(scenario, places, tested.result), columns)]];
    },
  });
  io.say(speed);
  if (name !== undefined) saveExample(name, tested, input, io);
  return exitOf(tested);
}

/** Tests with progress, and says how fast histories were tried: what is made small afterwards is not counted. */
async function watched(
  whole: Parameters<typeof test>[0],
  settings: TestSettings,
): Promise<{ readonly tested: Tested; readonly speed: string }> {
  const watching = processWatching();
  const start = watching.now();
  let [tried, spent] = [0, 0];
  let progress = createProgress(1, 0, "", watching);
  let what = "";
  const show = (done: number, all: number, counted: string): void => {
    if (what !== counted) {
      progress.clear();
      progress = createProgress(all, 0, counted, watching);
      what = counted;
    }
    progress.update(done);
  };
  try {
    const tested = await test(whole, settings, {
      onHistories: (done, all) => {
        [tried, spent] = [done, watching.now() - start];
        show(done, all, "histories");
      },
      onFutures: (done, whatIf) => show(done, settings.futures, `futures of ${whatIf}`),
    });
    return { tested, speed: speedText(tried, spent, "Histories") };
  } finally {
    progress.clear();
  }
}

function exitOf({ result, sayings, followed }: Tested): ExitCode {
  const standings = [...followed.values()].flatMap(({ expected }) => expected.map(({ standing }) => standing));
  const failed = sayings.some(({ standing }) => standing === "failed") || standings.includes("failed");
  if (failed || result.claims.some(({ standing }) => standing === "broken")) return exitCodes.finding;
  return standings.includes("undecided") ? exitCodes.incomplete : exitCodes.fine;
}
