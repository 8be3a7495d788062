/** `what-if`: branches of the record beside it, those of the file or one that is tried. */

import { isModelled, whatIfNamed } from "../../crisis/index.ts";
import type { Followed } from "../../futures/index.ts";
import { type Branch, historyOf } from "../../history/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { line, render, span, wrap } from "../../render/index.ts";
import { recordOf, type Scenario, type Supposed, suppose } from "../../scenario/index.ts";
import { againstBlock, branchesMermaid, overviewBlock, type Side, whatIfBlock } from "../../views/index.ts";
import { type Call, flag, refuseTogether, textOption, textsOption, widthOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import {
  checkExact,
  drawnOf,
  followedBy,
  futuresBlock,
  modelsForExact,
  restingBlock,
  writePicture,
  writeRun,
} from "../follow.ts";
import type { Input } from "../input.ts";
import { read } from "../load.ts";
import { savable, save } from "../save.ts";
import { tried } from "../try.ts";

/** Tells what-ifs; one that is not as it expects itself to be is a finding. */
export async function run(call: Call): Promise<ExitCode> {
  const [file = "", ...names] = call.args;
  const against = textOption(call.options, "against");
  refuseTogether(call, ["json", "mermaid", "svg"]);
  for (const other of ["against", "run", "exact"]) refuseTogether(call, ["svg", other]);
  if (textsOption(call.options, "edit").length > 0) return runTried(file, names, call);
  for (const option of ["then", "because", "save"]) {
    if (call.options[option] !== undefined) throw new Problem("bad-option", `--${option} belongs to --edit.`);
  }
  const whole = await read(file, call.io);
  const { scenario } = whole;
  const wanted = names.length === 0 ? Object.keys(scenario.whatIfs) : names.map((name) => whatIfNamed(name, scenario));
  if (wanted.length === 0) {
    throw new Problem(
      "no-such-what-if",
      `${visibleLine(file)} has no what-if. Try one: --edit 'drop ID' --then prune.`,
    );
  }
  const record = recordOf(scenario);
  const supposed = [...new Set(wanted)].map((name) => suppose(scenario, name, record));
  if (call.options["run"] !== undefined) return writeRun(whole, supposed, call);
  if (against !== undefined) return writeAgainst(whole, record, supposed, against, call);
  return exitOf(supposed, await writeAll(whole, record, supposed, call));
}

/** What was read. */
interface Whole {
  readonly scenario: Scenario;
  readonly input: Input;
}

/** Writes them, and gives what their futures came to. */
async function writeAll(
  whole: Whole,
  record: Branch,
  supposed: readonly Supposed[],
  call: Call,
): Promise<readonly Followed[]> {
  const { options, io } = call;
  const { scenario } = whole;
  checkExact(scenario, supposed, call);
  const drawn = drawnOf(scenario, supposed, call);
  if (drawn !== undefined) return [await writePicture(whole, drawn, call)];
  if (flag(options, "json")) {
    const { whatIfsData } = await import("../output/what-if.ts");
    const followed = new Map<string, Followed>();
    for (const one of supposed) {
      if (isModelled(one, scenario)) followed.set(one.name, (await followedBy(scenario, one, call)).followed);
    }
    const exactModels = (one: Supposed) => modelsForExact(scenario, one, call);
    io.write(
      JSON.stringify(
        whatIfsData(whole, record, supposed, (one) => followed.get(one.name), exactModels),
        undefined,
        2,
      ),
    );
    return [...followed.values()];
  }
  if (flag(options, "mermaid")) {
    io.write(branchesMermaid(historyOf(record), supposed));
    return [];
  }
  const { out } = await io.palettes();
  const columns = widthOption(call);
  const side: Side = { name: "the record", history: historyOf(record) };
  if (supposed.length > 1) io.write(`${render(overviewBlock(scenario, side, supposed, columns), out)}\n`);
  const all: Followed[] = [];
  for (const [k, one] of supposed.entries()) {
    io.write(`${k === 0 ? "" : "\n\n"}${render(whatIfBlock(scenario, side, one, columns), out)}`);
    if (!isModelled(one, scenario)) continue;
    const { block, followed } = await futuresBlock(whole, one, call, columns);
    io.write(render(block, out));
    all.push(followed);
  }
  if (supposed.some((one) => isModelled(one, scenario))) io.write(render(restingBlock(scenario, columns), out));
  const basis = line(`Purpose: ${scenario.purpose}. The record rewritten by rules; not a forecast.`);
  io.write(`\n${render(wrap(basis, columns), out)}`);
  return all;
}

async function writeAgainst(
  whole: Whole,
  record: Branch,
  supposed: readonly Supposed[],
  against: string,
  call: Call,
): Promise<ExitCode> {
  const { scenario } = whole;
  const other = suppose(scenario, whatIfNamed(against, scenario), record);
  const [one, ...more] = supposed;
  if (one === undefined || more.length > 0 || call.args.length !== 2) {
    throw new Problem("bad-option", "--against compares two what-ifs: name one, and the other with --against.");
  }
  if (flag(call.options, "mermaid")) call.io.write(branchesMermaid(historyOf(record), [other, one]));
  else if (flag(call.options, "json")) {
    const { againstData } = await import("../output/what-if.ts");
    call.io.write(JSON.stringify(againstData(whole, other, one), undefined, 2));
  } else {
    const { out } = await call.io.palettes();
    const columns = widthOption(call);
    const title = wrap(line(span(one.name, "title"), ` against ${other.name}`), columns);
    call.io.write(render([...title, ...againstBlock(scenario, other, one, columns)], out));
  }
  return exitOf([one, other]);
}

async function runTried(file: string, names: readonly string[], call: Call): Promise<ExitCode> {
  if (names.length > 0 || call.options["against"] !== undefined) {
    throw new Problem("bad-option", "--edit tries a what-if of its own: name no other beside it.");
  }
  const whole = await read(file, call.io);
  const saving = textOption(call.options, "save") !== undefined;
  if (saving) savable(whole.input);
  const attempt = await tried(whole, call);
  const record = recordOf(attempt.scenario);
  const supposed = suppose(attempt.scenario, attempt.name, record);
  drawnOf(attempt.scenario, [supposed], call);
  if (saving) {
    save(whole.input, attempt.text);
    const where = visibleLine(whole.input.file);
    call.io.say(`Wrote ${attempt.name} into ${where}: ${attempt.lines.length} lines added, nothing else changed.`);
  }
  const followed = await writeAll({ ...whole, scenario: attempt.scenario }, record, [supposed], call);
  if (saving) return exitOf([supposed], followed);
  if (!["json", "mermaid", "svg"].some((form) => flag(call.options, form))) {
    call.io.write(`\nTo keep it, put this into the file, or add --save NAME:\n\n${attempt.lines.join("\n")}`);
  }
  return exitOf([supposed], followed);
}

/** A finding comes first; what its futures could not decide leaves the answer incomplete. */
function exitOf(supposed: readonly Supposed[], followed: readonly Followed[] = []): ExitCode {
  const standings = followed.flatMap(({ expected }) => expected.map(({ standing }) => standing));
  if (supposed.some(({ findings }) => findings.length > 0) || standings.includes("failed")) return exitCodes.finding;
  return standings.includes("undecided") ? exitCodes.incomplete : exitCodes.fine;
}
