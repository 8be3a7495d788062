/** Commands on all relations of a file that follows several: replay, show and what-if without `--between`. */
import {
  evaluateWhatIfInAll,
  isModelled,
  option,
  type Web,
  webOf,
  webOn,
  webSteps,
  webUntil,
  whatIfNamed,
  withAllOutcomes,
} from "../crisis/index.ts";
import { nth, Problem } from "../problem/index.ts";
import { line, span, terminal, wrap } from "../render/index.ts";
import { judgeHistory } from "../scenario/index.ts";
import { findingText, relationText, webBlocks, webDocument, webWhatIfBlock } from "../views/index.ts";
import { writeAnswer } from "./answer.ts";
import { badOption, type Call, optionText, textOption } from "./command.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { type ScenarioInput, withHashAndVersion } from "./load.ts";
import { futuresBlock } from "./what-if-futures.ts";

/** Replays all relations; a failed expectation or a violated contract in any of them is a finding. */
export async function replayAll(read: ScenarioInput, call: Call): Promise<ExitCode> {
  refuseSingleRelation(call, ["jsonl", "step", "speed", "maxGap"]);
  const { options } = call;
  const whole = webOf(read.relations, textOption(options, "whatIf"));
  const moment = textOption(options, "until") ?? textOption(options, "at");
  const web =
    moment === undefined ? webOn(whole, undefined, option("until")) : webUntil(whole, moment, option("until"));
  const findings = moment === undefined ? whole.relations.flatMap(findingsIn) : [];
  await writeAnswer(call, {
    data: async () =>
      (await import("../crisis/data/web.ts")).webReplayData({ ...web, ...withHashAndVersion(basisOf(read, web)) }),
    blocks: function* (columns) {
      yield* webBlocks(web.relations, webSteps(web), columns);
      for (const text of findings) yield wrap(line(span(`✗ ${text}`, "bad")), columns);
    },
  });
  return findings.length > 0 ? exitCodes.finding : exitCodes.fine;
}

/** What a result about all relations rests on: the title of the file, not of one relation. */
function basisOf({ input, relations }: ScenarioInput, { relations: [main] }: Web) {
  const whatIf = main?.whatIf;
  return { input, scenario: nth(relations, 0), ...(whatIf === undefined ? {} : { whatIf }) };
}

function findingsIn({ scenario, history, demands }: Web["relations"][number]): readonly string[] {
  const { findings } = judgeHistory(demands, history);
  return findings.map((one) => `${relationText(scenario.dyad)}: ${findingText(one, scenario.dyad)}`);
}

/** Shows where all relations stood. */
export async function showAll(read: ScenarioInput, call: Call): Promise<ExitCode> {
  refuseSingleRelation(call, ["diff", "why", "whyNot", "by"]);
  const { options } = call;
  const web = webOn(webOf(read.relations, textOption(options, "whatIf")), textOption(options, "at"), option("at"));
  await writeAnswer(call, {
    data: async () =>
      (await import("../crisis/data/web.ts")).webShowData({ ...web, ...withHashAndVersion(basisOf(read, web)) }),
    blocks: (columns) => {
      const { title, parts } = webDocument(web.relations, columns);
      return [[...wrap(line(span(title, "title")), columns), ...terminal(parts, columns)]];
    },
  });
  return exitCodes.fine;
}

/** Carries out what-ifs in all relations, and says in which relations they end differently from the record. */
export async function whatIfAll(read: ScenarioInput, names: readonly string[], call: Call): Promise<ExitCode> {
  refuseSingleRelation(call, ["against", "run", "exact", "mermaid", "svg"]);
  const main = nth(read.relations, 0);
  const wanted = names.length === 0 ? Object.keys(main.whatIfs) : names.map((name) => whatIfNamed(name, main));
  if (wanted.length === 0) throw new Problem("no-such-what-if", "This file has no what-if.");
  const record = webOf(read.relations);
  const all = wanted.map((name) => ({ name, evaluated: evaluateWhatIfInAll(read.relations, name) }));
  await writeAnswer(call, {
    data: async () =>
      (await import("../crisis/data/web.ts")).webWhatIfData(
        { ...record, ...withHashAndVersion(basisOf(read, record)) },
        all,
      ),
    blocks: async function* (columns) {
      yield wrap(line(span(main.title, "title")), columns);
      for (const { evaluated } of all) {
        const compared = evaluated.map((one, k) => ({ record: nth(record.relations, k).history, evaluated: one }));
        yield webWhatIfBlock(compared, columns);
        if (isModelled(nth(evaluated, 0), main)) {
          const source = { scenario: withAllOutcomes(read.relations), input: read.input };
          yield (await futuresBlock(source, nth(evaluated, 0), call, columns)).block;
        }
      }
    },
  });
  const failed = all.some(({ evaluated }) => evaluated.some(({ findings }) => findings.length > 0));
  return failed ? exitCodes.finding : exitCodes.fine;
}

/** Refuses options that are about one relation only. */
function refuseSingleRelation({ options }: Call, names: readonly string[]): void {
  const option = names.find((name) => options[name] !== undefined);
  if (option === undefined) return;
  throw badOption(`${optionText(option)} is about one relation, and this file follows several: add --between A,B.`);
}
