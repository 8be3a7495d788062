/** `test`: a scenario held to itself, to the laws, and to what could have been. */
import { claimNamed, option, type TestSettings, test, testOptions } from "../../crisis/index.ts";
import type { HuntResult } from "../../laws/index.ts";
import { nth, Problem } from "../../problem/index.ts";
import { BLANK } from "../../render/index.ts";
import type { Place, Places } from "../../scenario/index.ts";
import { gutterBlock, type TestReport, testBlock } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, flag, refuseTogether, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Input } from "../input.ts";
import type { Io } from "../io.ts";
import { read, withHashAndVersion } from "../load.ts";
import { settingsIn } from "../numbers.ts";
import { createProgress, progressTerminal, speedText } from "../progress.ts";
import { saveTarget, saveWhatIf } from "../save.ts";

/** Tests a file. A deviation from what the file says, or a broken law, is a finding; undecided futures make it incomplete. */
export async function run(call: Call): Promise<ExitCode> {
  const { options, io } = call;
  refuseTogether(call, ["json", "coverage"]);
  const { scenario, places, input } = await read(nth(call.args, 0), call);
  const [claimName, name] = [textOption(options, "only"), textOption(options, "save")];
  const only = claimName === undefined ? undefined : claimNamed(claimName, scenario, option("only"));
  if (name !== undefined) saveTarget(input);
  const settings = { ...settingsIn(call, testOptions), only };
  const { tested, speed } = await testWithProgress({ scenario, places, file: input.file }, settings);
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/test.ts")).testData(withHashAndVersion({ ...tested, input })),
    blocks: (columns) => {
      const block = testBlock(tested, columns);
      if (!flag(options, "coverage")) return [block];
      return [block, [BLANK, ...gutterBlock(input.text, countsOf(places, tested.result), columns)]];
    },
  });
  io.say(speed);
  if (name !== undefined) saveExample(name, tested, input, io);
  return exitOf(tested);
}

/** Tests with progress, and says how fast histories were tried, not counting the time for shrinking counterexamples. */
async function testWithProgress(
  whole: Parameters<typeof test>[0],
  settings: TestSettings,
): Promise<{ readonly tested: TestReport; readonly speed: string }> {
  const watching = progressTerminal();
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

function exitOf({ result, statements, followed }: TestReport): ExitCode {
  const standings = [...followed.values()].flatMap(({ expected }) => expected.map(({ standing }) => standing));
  const failed = statements.some(({ standing }) => standing === "failed") || standings.includes("failed");
  // A contract that only an invented history breaks is no mistake of the file.
  const defect = result.claims.some(({ claim, standing }) => claim.kind === "law" && standing === "broken");
  if (failed || defect) return exitCodes.finding;
  return standings.includes("undecided") ? exitCodes.incomplete : exitCodes.fine;
}

/**
 * By line: in how many histories an event happened, in how many a contract was put to the test (`leads-to`: how often it
 * was asked for an answer), and how often a rule led to an act.
 */
function countsOf(places: Places, { coverage, claims, futures }: HuntResult): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const put = (place: Place | undefined, count: number): void => {
    if (place !== undefined) counts.set(place.line, (counts.get(place.line) ?? 0) + count);
  };
  for (const [id, { happened }] of coverage.events) put(places.event(id), happened);
  for (const { claim, witness } of claims) {
    if (claim.kind !== "contract" || witness === undefined) continue;
    put(places.contract(claim.contract.name), claim.contract.kind === "leads-to" ? witness.asked : witness.histories);
  }
  if (futures === 0) return counts;
  for (const [code, fired] of coverage.rules) fired.forEach((count, k) => void put(places.rule(code, k), count));
  return counts;
}

/**
 * Writes the first counterexample that was found into the file.
 *
 * @throws Problem when there is none, it can't be written, or the file has changed
 */
function saveExample(name: string, { scenario, result, seed }: TestReport, input: Input, io: Io): void {
  const broken = result.claims.filter(({ standing }) => standing === "broken");
  if (broken.length === 0)
    throw badOption("--save: nothing was broken but what the file says is broken, so there is nothing to write.");
  const found = broken.find(({ counterexample }) => counterexample?.written !== undefined);
  const written = found?.counterexample?.written;
  if (found === undefined || written === undefined) {
    throw new Problem(
      "unwritable",
      "--save: what was found can't be written as a what-if without chance, such as when it ends after the window.",
    );
  }
  const { claim } = found;
  saveWhatIf(
    {
      ...written,
      because: `Found by a test with seed ${seed}, which tried to break ${claim.name}; invented, not reported.`,
      isSo: ({ findings }) => findings.length === 0,
    },
    { name, input, scenario, io },
    // What breaks one contract may break others with it, and says so of all.
    (breaks) => `, which breaks ${[claim.name, ...breaks.filter((one) => one !== claim.name)].join(", ")},`,
  );
}
