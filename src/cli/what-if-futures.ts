/** The futures of a what-if on the command line: how many, with which seed, and one of them written out. */
import {
  exactFutures,
  type FuturesRun,
  futures,
  futuresOptions,
  isModelled,
  oneFuture,
  runOptions,
} from "../crisis/index.ts";
import { assumptionsOf, type Followed } from "../futures/index.ts";
import { whatIfPicture } from "../pictures/index.ts";
import { shellWord, visibleLine } from "../problem/index.ts";
import { BLANK, type Block, line, plural, section, terminal, wrap } from "../render/index.ts";
import type { EvaluatedWhatIf, Scenario } from "../scenario/index.ts";
import { assumptionsTable, betweenOption, exactParts, followParts, replayBlocks } from "../views/index.ts";
import { writeAnswer } from "./answer.ts";
import { futuresCaption } from "./caption.ts";
import { badOption, type Call, flag, textOption, textsOption } from "./command.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { SourcedScenario } from "./load.ts";
import { settingsIn } from "./numbers.ts";
import { createProgress, progressTerminal } from "./progress.ts";

/** The futures that follow a what-if, with progress on a terminal. */
export async function runFutures(scenario: Scenario, evaluated: EvaluatedWhatIf, call: Call): Promise<FuturesRun> {
  const runs = settingsIn(call, futuresOptions);
  const { update, clear } = createProgress(runs.futures, 0, `futures of ${evaluated.name}`, progressTerminal());
  try {
    return await futures(scenario, evaluated, runs, { onDone: update });
  } finally {
    clear();
  }
}

/** Every number that the futures of a scenario rest on, or how to see them. */
export function assumptionsBlock(scenario: Scenario, { options }: Call, columns: number): Block {
  if (!flag(options, "assumptions")) {
    const count = assumptionsOf(scenario).length;
    const sentence = `The futures rest on ${plural(count, "number")}; --assumptions shows each with its basis.`;
    return [BLANK, ...wrap(line(sentence), columns)];
  }
  return terminal([assumptionsTable("What the futures rest on", assumptionsOf(scenario))], columns);
}

/** The futures of a what-if as a block, and their results. */
export async function futuresBlock(
  { scenario, input }: SourcedScenario,
  evaluated: EvaluatedWhatIf,
  call: Call,
  columns: number,
): Promise<{ readonly block: Block; readonly run: FuturesRun }> {
  const command = `${rerunCommand({ scenario, input }, evaluated, call)}${flag(call.options, "exact") ? " --exact" : ""}`;
  const run = await runFutures(scenario, evaluated, call);
  const { models, followed } = run;
  const outcomes = terminal(followParts(scenario, models, followed, { name: evaluated.name, command }), columns);
  const exact = flag(call.options, "exact")
    ? terminal(exactParts(scenario, exactFutures(scenario, evaluated, models)), columns)
    : [];
  return { block: [...outcomes, ...exact], run };
}

/**
 * The one what-if that `--svg` draws; undefined without `--svg`.
 *
 * @throws Problem unless exactly one that is asked for has `then: model`, and the file asks for outcomes
 */
export function whatIfToDraw(
  scenario: Pick<Scenario, "doctrines" | "outcomes">,
  evaluated: readonly EvaluatedWhatIf[],
  { options }: Pick<Call, "options">,
): EvaluatedWhatIf | undefined {
  if (!flag(options, "svg")) return undefined;
  const one = onlyModelled(scenario, evaluated, "--svg draws what doctrines decide");
  if (Object.keys(scenario.outcomes).length > 0) return one;
  throw badOption("--svg draws outcomes, and the file asks for none: add some under `outcomes`.");
}

/** The one what-if that doctrines decide. */
function onlyModelled(
  scenario: Pick<Scenario, "doctrines">,
  evaluated: readonly EvaluatedWhatIf[],
  what: string,
): EvaluatedWhatIf {
  const [one, ...more] = evaluated.filter((each) => isModelled(each, scenario));
  if (one !== undefined && more.length === 0) return one;
  throw badOption(`${what}: name one what-if whose policy is model.`);
}

/** The futures of a what-if as a picture. */
export async function writePicture(
  { scenario, input }: SourcedScenario,
  evaluated: EvaluatedWhatIf,
  call: Call,
): Promise<Followed> {
  const command = `${rerunCommand({ scenario, input }, evaluated, call)} --svg`;
  const { followed, watched } = await runFutures(scenario, evaluated, call);
  const assumptions = assumptionsOf(scenario);
  const caption = futuresCaption({ scenario, input }, command);
  const figure = { scenario, watched, followed, name: evaluated.name, assumptions, command };
  call.io.write(whatIfPicture(figure, { caption }).svg);
  return followed;
}

/**
 * The command that makes the futures again. For a what-if that was tried and not kept it has only the edits. In a file with
 * several relations it names the relation, if one was asked for.
 */
export function rerunCommand({ input, scenario }: SourcedScenario, { name }: EvaluatedWhatIf, call: Call): string {
  const { futures: count, seed } = settingsIn(call, futuresOptions);
  const edits = call.options["save"] === undefined ? textsOption(call.options, "edit") : [];
  const quoted = edits.map((edit) => `--edit ${shellWord(edit)}`);
  const what = edits.length === 0 ? name : `${quoted.join(" ")} --then model`;
  const of = textOption(call.options, "between") === undefined ? "" : betweenOption(scenario);
  return visibleLine(`demarche what-if ${shellWord(input.file)}${of} ${what} --futures ${count} --seed ${seed}`);
}

/**
 * Checks that `--exact` has something to compute.
 *
 * @throws Problem when no what-if that is asked for has `then: model`
 */
export function checkExact(scenario: Scenario, evaluated: readonly EvaluatedWhatIf[], { options }: Call): void {
  if (!flag(options, "exact") || evaluated.some((one) => isModelled(one, scenario))) return;
  throw badOption("--exact computes what doctrines decide: name a what-if whose policy is model.");
}

/** One future of one what-if, replayed like a record. */
export async function writeRun(
  { scenario }: Pick<SourcedScenario, "scenario">,
  evaluated: readonly EvaluatedWhatIf[],
  call: Call,
): Promise<ExitCode> {
  const one = onlyModelled(scenario, evaluated, "--run writes one future out");
  const telling = oneFuture(scenario, one, settingsIn(call, runOptions));
  const nothing = { scenario: { expect: [], contracts: [], dyad: scenario.dyad }, findings: [] };
  const note = line("One future of many, made by the doctrines of the file; not a forecast.");
  await writeAnswer(call, {
    data: async () => telling.history.steps.map(({ event, verdict }) => ({ event, verdict })),
    blocks: (columns) => [...replayBlocks(telling, nothing, columns), section("What this is", [note])],
  });
  return exitCodes.fine;
}
