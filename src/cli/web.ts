/** Webs: how commands tell all relations of a file that follows several, where `--between` names none. */
import {
  isModelled,
  option,
  supposeIn,
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
import { futuresBlock } from "./follow.ts";
import { type Read, stamped } from "./load.ts";

/** Replays all relations; a failed expectation or a violated contract in any of them is a finding. */
export async function replayAll(read: Read, call: Call): Promise<ExitCode> {
  refuseOfAll(call, ["jsonl", "step", "speed", "maxGap"]);
  const { options } = call;
  const whole = webOf(read.relations, textOption(options, "whatIf"));
  const moment = textOption(options, "until") ?? textOption(options, "at");
  const web =
    moment === undefined ? webOn(whole, undefined, option("until")) : webUntil(whole, moment, option("until"));
  const found = moment === undefined ? whole.relations.flatMap(findingsIn) : [];
  await writeAnswer(call, {
    data: async () => (await import("../crisis/data/web.ts")).webReplayData({ ...web, ...stamped(basisOf(read, web)) }),
    blocks: function* (columns) {
      yield* webBlocks(web.relations, webSteps(web), columns);
      for (const text of found) yield wrap(line(span(`✗ ${text}`, "bad")), columns);
    },
  });
  return found.length > 0 ? exitCodes.finding : exitCodes.fine;
}

/** What a result about a web rests on: the title of the file, and not of one relation. */
function basisOf({ input, relations }: Read, { relations: [main] }: Web) {
  const whatIf = main?.whatIf;
  return { input, scenario: nth(relations, 0), ...(whatIf === undefined ? {} : { whatIf }) };
}

function findingsIn({ scenario, history, demands }: Web["relations"][number]): readonly string[] {
  const { findings } = judgeHistory(demands, history);
  return findings.map((one) => `${relationText(scenario.dyad)}: ${findingText(one, scenario.dyad)}`);
}

/** Shows where all relations stood. */
export async function showAll(read: Read, call: Call): Promise<ExitCode> {
  refuseOfAll(call, ["diff", "why", "whyNot", "by"]);
  const { options } = call;
  const web = webOn(webOf(read.relations, textOption(options, "whatIf")), textOption(options, "at"), option("at"));
  await writeAnswer(call, {
    data: async () => (await import("../crisis/data/web.ts")).webShowData({ ...web, ...stamped(basisOf(read, web)) }),
    blocks: (columns) => {
      const { title, parts } = webDocument(web.relations, columns);
      return [[...wrap(line(span(title, "title")), columns), ...terminal(parts, columns)]];
    },
  });
  return exitCodes.fine;
}

/** Carries what-ifs out in all relations, and says where each of them comes to another end than the record. */
export async function supposeAll(read: Read, names: readonly string[], call: Call): Promise<ExitCode> {
  refuseOfAll(call, ["against", "run", "exact", "mermaid", "svg"]);
  const main = nth(read.relations, 0);
  const wanted = names.length === 0 ? Object.keys(main.whatIfs) : names.map((name) => whatIfNamed(name, main));
  if (wanted.length === 0) throw new Problem("no-such-what-if", "This file has no what-if.");
  const record = webOf(read.relations);
  const all = wanted.map((name) => ({ name, supposed: supposeIn(read.relations, name) }));
  await writeAnswer(call, {
    data: async () =>
      (await import("../crisis/data/web.ts")).webWhatIfData({ ...record, ...stamped(basisOf(read, record)) }, all),
    blocks: async function* (columns) {
      yield wrap(line(span(main.title, "title")), columns);
      for (const { supposed } of all) {
        const compared = supposed.map((one, k) => ({ record: nth(record.relations, k).history, supposed: one }));
        yield webWhatIfBlock(compared, columns);
        if (isModelled(nth(supposed, 0), main)) {
          const asked = { scenario: withAllOutcomes(read.relations), input: read.input };
          yield (await futuresBlock(asked, nth(supposed, 0), call, columns)).block;
        }
      }
    },
  });
  const failed = all.some(({ supposed }) => supposed.some(({ findings }) => findings.length > 0));
  return failed ? exitCodes.finding : exitCodes.fine;
}

/** Refuses what is told of one relation only. */
function refuseOfAll({ options }: Call, names: readonly string[]): void {
  const given = names.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  throw badOption(`${optionText(given)} is about one relation, and this file follows several: add --between A,B.`);
}
