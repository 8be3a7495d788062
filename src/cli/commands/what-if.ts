/** `what-if`: compares branches with the record, those of the file or one that is tried. */

import {
  addWhatIf,
  type FileWithWhatIf,
  type FuturesRun,
  futuresOptions,
  isModelled,
  whatIfNamed,
} from "../../crisis/index.ts";
import type { Followed } from "../../futures/index.ts";
import { type Branch, historyOf } from "../../history/index.ts";
import { Problem, shellWord, visibleLine } from "../../problem/index.ts";
import { BLANK, type Block, line, mermaidBranches, span, terminal, wrap } from "../../render/index.ts";
import {
  type EvaluatedWhatIf,
  editFromText,
  evaluateWhatIf,
  freeName,
  recordOf,
  type Scenario,
} from "../../scenario/index.ts";
import {
  againstParts,
  branchesFigure,
  diagnosticsBlock,
  framesOf,
  overviewBlock,
  policyMeanings,
  type Side,
  whatIfBlock,
} from "../../views/index.ts";
import { whatIfAll } from "../all-relations.ts";
import { writeAnswer, writeBlocks } from "../answer.ts";
import { badOption, type Call, flag, refuseTogether, textOption, textsOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { coversAllRelations, read, type SourcedScenario, withHashAndVersion } from "../load.ts";
import { settingsIn } from "../numbers.ts";
import { save, saveTarget } from "../save.ts";
import {
  assumptionsBlock,
  checkExact,
  futuresBlock,
  runFutures,
  whatIfToDraw,
  writePicture,
  writeRun,
} from "../what-if-futures.ts";

/** Shows what-ifs; one that fails its own expectations is a finding. */
export async function run(call: Call): Promise<ExitCode> {
  const [file = "", ...names] = call.args;
  const against = textOption(call.options, "against");
  refuseTogether(call, ["json", "mermaid", "svg"]);
  // Checked before anything is written, since half an answer is no help.
  settingsIn(call, futuresOptions);
  for (const other of ["against", "run", "exact"]) refuseTogether(call, ["svg", other]);
  if (textsOption(call.options, "edit").length > 0) return runEdited(file, names, call);
  for (const option of ["then", "because", "save"]) {
    if (call.options[option] !== undefined) throw badOption(`--${option} belongs to --edit.`);
  }
  const [first] = names;
  if (first !== undefined && /\.ya?ml$/.test(first) && !/\.ya?ml$/.test(file)) {
    throw badOption(`The file comes first: demarche what-if ${visibleLine(first)} ${visibleLine(file)}.`);
  }
  const whole = await read(file, call, true);
  if (coversAllRelations(whole, call)) return whatIfAll(whole, names, call);
  const { scenario } = whole;
  const wanted = names.length === 0 ? Object.keys(scenario.whatIfs) : names.map((name) => whatIfNamed(name, scenario));
  if (wanted.length === 0) {
    throw new Problem(
      "no-such-what-if",
      `${visibleLine(file)} has no what-if. Try one: --edit 'drop ID' --then prune.`,
    );
  }
  const record = recordOf(scenario);
  const evaluated = [...new Set(wanted)].map((name) => evaluateWhatIf(scenario, name, record));
  if (call.options["run"] !== undefined) return writeRun(whole, evaluated, call);
  if (against !== undefined) return writeAgainst(whole, record, evaluated, against, call);
  if (isOverview(names, evaluated, call)) return writeOverview(whole, record, evaluated, call);
  return exitOf(evaluated, await writeAll(whole, record, evaluated, call));
}

/** Whether several what-ifs are shown without a name or an option that asks for details. */
function isOverview(names: readonly string[], evaluated: readonly EvaluatedWhatIf[], { options }: Call): boolean {
  const wanted = ["all", "assumptions", "exact", "futures", "seed", "json", "mermaid", "svg"];
  return names.length === 0 && evaluated.length > 1 && wanted.every((option) => options[option] === undefined);
}

/** All what-ifs on one screen, and how to see more of them. */
async function writeOverview(
  { scenario, input }: SourcedScenario,
  record: Branch,
  evaluated: readonly EvaluatedWhatIf[],
  call: Call,
): Promise<ExitCode> {
  const side: Side = { name: "the record", history: historyOf(record) };
  const file = shellWord(visibleLine(input.file));
  const more = `demarche what-if ${file} NAME shows one in full, with its futures; --all shows all.`;
  const failing = evaluated.filter(({ findings }) => findings.length > 0).map(({ name }) => name);
  const failed = failing.length === 0 ? [] : [`✗ Not as the file expects: ${failing.join(", ")}.`];
  await writeBlocks(call, [
    overviewBlock(scenario, side, evaluated, widthOption(call)),
    [BLANK, ...[...failed, more, purposeText(scenario)].flatMap((text) => wrap(line(text), widthOption(call), 2))],
  ]);
  return exitOf(evaluated);
}

function purposeText({ purpose }: Scenario): string {
  return `Purpose: ${purpose}. The record rewritten by rules; not a forecast.`;
}

/** Writes them, and returns the results of their futures. */
async function writeAll(
  whole: SourcedScenario,
  record: Branch,
  evaluated: readonly EvaluatedWhatIf[],
  call: Call,
): Promise<readonly Followed[]> {
  const { options, io } = call;
  const { scenario } = whole;
  checkExact(scenario, evaluated, call);
  const drawn = whatIfToDraw(scenario, evaluated, call);
  if (drawn !== undefined) return [await writePicture(whole, drawn, call)];
  if (flag(options, "mermaid")) {
    io.write(mermaidBranches(branchesFigure(historyOf(record), evaluated)));
    return [];
  }
  const runs = new Map<string, FuturesRun>();
  const data = async () => {
    const { whatIfsData } = await import("../../crisis/data/what-if.ts");
    for (const one of evaluated) {
      if (isModelled(one, scenario)) runs.set(one.name, await runFutures(scenario, one, call));
    }
    return whatIfsData(withHashAndVersion(whole), record, evaluated, runs, flag(options, "exact"));
  };
  async function* blocks(columns: number): AsyncGenerator<Block> {
    const side: Side = { name: "the record", history: historyOf(record) };
    if (evaluated.length > 1) yield [...overviewBlock(scenario, side, evaluated, columns), BLANK];
    for (const [k, one] of evaluated.entries()) {
      yield [...(k === 0 ? [] : [BLANK, BLANK]), ...whatIfBlock(scenario, side, one, columns)];
      if (!isModelled(one, scenario)) continue;
      const futures = await futuresBlock(whole, one, call, columns);
      runs.set(one.name, futures.run);
      yield futures.block;
    }
    if (evaluated.some((one) => isModelled(one, scenario))) yield assumptionsBlock(scenario, call, columns);
    yield [BLANK, ...wrap(line(purposeText(scenario)), columns)];
  }
  await writeAnswer(call, { data, blocks });
  return [...runs.values()].map(({ followed }) => followed);
}

async function writeAgainst(
  whole: SourcedScenario,
  record: Branch,
  evaluated: readonly EvaluatedWhatIf[],
  against: string,
  call: Call,
): Promise<ExitCode> {
  const { scenario } = whole;
  const other = evaluateWhatIf(scenario, whatIfNamed(against, scenario), record);
  const [one, ...more] = evaluated;
  if (one === undefined || more.length > 0 || call.args.length !== 2) {
    throw badOption("--against compares two what-ifs: name one, and the other with --against.");
  }
  if (flag(call.options, "mermaid")) call.io.write(mermaidBranches(branchesFigure(historyOf(record), [other, one])));
  else {
    const title = line(span(one.name, "title"), ` against ${other.name}`);
    await writeAnswer(call, {
      data: async () =>
        (await import("../../crisis/data/what-if.ts")).againstData(withHashAndVersion(whole), other, one),
      blocks: (columns) => [[...wrap(title, columns), ...terminal(againstParts(scenario, other, one), columns)]],
    });
  }
  return exitOf([one, other]);
}

async function runEdited(file: string, names: readonly string[], call: Call): Promise<ExitCode> {
  const [first] = textsOption(call.options, "edit");
  const verbs = ["drop", "add", "move", "replace", "swap"];
  if (first !== undefined && verbs.includes(first.trim()) && names.length > 0) {
    throw badOption(
      `--edit ${first.trim()}: an edit stands in quotes. Write --edit '${visibleLine([first.trim(), ...names].join(" "))}'.`,
    );
  }
  if (names.length > 0 || call.options["against"] !== undefined) {
    throw badOption("--edit tries a what-if of its own: name no other beside it.");
  }
  const whole = await read(file, call);
  const saving = textOption(call.options, "save") !== undefined;
  if (saving) saveTarget(whole.input);
  const attempt = await tryEdit(whole, call);
  const record = recordOf(attempt.scenario);
  const evaluated = evaluateWhatIf(attempt.scenario, attempt.name, record);
  whatIfToDraw(attempt.scenario, [evaluated], call);
  if (saving) {
    save(whole.input, attempt.text);
    const where = visibleLine(whole.input.file);
    call.io.say(`Wrote ${attempt.name} into ${where}: ${attempt.lines.length} lines added, nothing else changed.`);
  }
  const followed = await writeAll({ ...whole, scenario: attempt.scenario }, record, [evaluated], call);
  if (saving) return exitOf([evaluated], followed);
  if (!["json", "mermaid", "svg"].some((form) => flag(call.options, form))) {
    call.io.write(`\nTo keep it, put this into the file, or add --save NAME:\n\n${attempt.lines.join("\n")}`);
  }
  return exitOf([evaluated], followed);
}

/** A finding takes precedence; expectations that futures left undecided make the answer incomplete. */
function exitOf(evaluated: readonly EvaluatedWhatIf[], followed: readonly Followed[] = []): ExitCode {
  const standings = followed.flatMap(({ expected }) => expected.map(({ standing }) => standing));
  if (evaluated.some(({ findings }) => findings.length > 0) || standings.includes("failed")) return exitCodes.finding;
  return standings.includes("undecided") ? exitCodes.incomplete : exitCodes.fine;
}

/**
 * The scenario with the what-if of `--edit`, `--then` and `--because`.
 *
 * @throws Problem when the edit can't be read, or is impossible
 */
async function tryEdit(
  { input, scenario }: SourcedScenario,
  call: Call,
): Promise<FileWithWhatIf & { readonly name: string }> {
  const { options, io } = call;
  const name = textOption(options, "save") ?? freeName("tried", (name) => Object.hasOwn(scenario.whatIfs, name));
  const then = textOption(options, "then");
  if (then === undefined) {
    const policies = Object.entries(policyMeanings).map(([policy, does]) => `\n  ${policy.padEnd(8)} ${does}`);
    throw badOption(`--edit needs --then: what becomes of the events after the edit?${policies.join("")}`);
  }
  const edits = textsOption(options, "edit").map(editOf);
  const because = textOption(options, "because");
  const whatIf = { edits, then, ...(because === undefined ? {} : { because }) };
  const made = addWhatIf(
    input,
    name,
    whatIf,
    (errors, text) => {
      // The file was read without an error before: every error is of the edit.
      const remarks = errors.map((one) => ({ ...one, file: "--edit" }));
      const block = diagnosticsBlock(remarks, framesOf(text), io.columns);
      return new Problem("bad-what-if", remarks[0]?.message ?? "", { data: { block } });
    },
    scenario.dyad,
  );
  return { name, ...made };
}

function editOf(text: string) {
  const made = editFromText(text);
  if ("edit" in made) return made.edit;
  throw badOption(`--edit ${visibleLine(text)}: ${made.problem}`, {
    suggestion: made.suggestion,
    expected: `\nExpected: ${made.expected}`,
  });
}
