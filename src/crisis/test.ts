/** Testing: a scenario held to itself, to the laws, and to histories that could have been. */

import type { Followed } from "../futures/index.ts";
import { type Branch, historyOf } from "../history/index.ts";
import { heldLaws, hunt, judgeLessons, type LessonVerdict } from "../laws/index.ts";
import { nearest, Problem } from "../problem/index.ts";
import { plural } from "../render/index.ts";
import {
  demandsOf,
  type EvaluatedWhatIf,
  evaluateWhatIf,
  judgeHistory,
  type Places,
  recordOf,
  type Scenario,
} from "../scenario/index.ts";
import { type FileStatement, findingText, type TestReport, undecidedText } from "../views/index.ts";
import { futures, isModelled, modelledIn } from "./futures.ts";
import type { InputLabel } from "./input-label.ts";

/** The number of random what-ifs tried of a record of usual length: it takes some seconds. */
const USUAL_RUNS = 500;
/** A long record is tried less often, so that at most this many events are folded, but at least this often. */
const [MAX_EVENTS, MIN_RUNS] = [200_000, 20];
/** The maximum number of futures of each what-if that are written out and looked at. */
const MAX_WRITTEN = 100;

/** How many random what-ifs of a scenario's record are tried unless a number is asked for. */
function usualRuns({ events }: Pick<Scenario, "events">): number {
  return Math.max(MIN_RUNS, Math.min(USUAL_RUNS, Math.floor(MAX_EVENTS / Math.max(1, events.length))));
}

export interface TestSettings {
  /** How many random what-ifs of the record are tried; as many as are usual for its length by default. */
  readonly runs?: number | undefined;
  readonly seed: number;
  /** How many futures decide what a what-if expects of them. */
  readonly futures: number;
  /** One contract or law alone. */
  readonly only?: string | undefined;
}

/** What a test is watched by: how many of all histories are tried, then how many futures of a what-if are run. */
export interface TestWatch {
  readonly onHistories?: (done: number, all: number) => void;
  readonly onFutures?: (done: number, whatIf: string) => void;
}

/** Tests a scenario. @param file as messages call it */
export async function test(
  { scenario, places, file }: { readonly scenario: Scenario; readonly places: Places; readonly file: string },
  { seed, futures: count, only, ...wanted }: TestSettings,
  { onHistories, onFutures }: TestWatch = {},
): Promise<TestReport> {
  const usual = usualRuns(scenario);
  const runs = wanted.runs ?? usual;
  const writtenCount = Math.min(MAX_WRITTEN, usual);
  const modelled = Object.keys(scenario.doctrines).length === 0 ? 0 : modelledIn(scenario).length;
  const onDone = (done: number): void => onHistories?.(done, runs + modelled * writtenCount);
  const result = await hunt(scenario, {
    seed,
    runs,
    futures: writtenCount,
    onDone,
    ...(only === undefined ? {} : { only }),
  });
  const record = recordOf(scenario);
  const evaluated = Object.keys(scenario.whatIfs).map((each) => evaluateWhatIf(scenario, each, record));
  const followed = new Map<string, Followed>();
  for (const one of only === undefined ? evaluated : []) {
    if (one.whatIf.expectOutcomes.length === 0 || !isModelled(one, scenario)) continue;
    const watch = { onDone: (done: number) => onFutures?.(done, one.name) };
    followed.set(one.name, (await futures(scenario, one, { futures: count, seed }, watch)).followed);
  }
  const statements = only === undefined ? fileStatements(scenario, record, evaluated) : [];
  return { file, scenario, places, result, statements, followed, modelled, only, runs, seed };
}

/**
 * The name of a contract of the file, or of a law that histories are held to.
 *
 * @throws Problem when there is neither, with the nearest
 */
export function claimNamed(name: string, { contracts }: Pick<Scenario, "contracts">, label: InputLabel): string {
  const names = [...contracts.map((one) => one.name), ...heldLaws.map((one) => one.name)];
  if (names.includes(name)) return name;
  const own =
    contracts.length === 0
      ? "The file has no contract"
      : `Contracts of this file: ${contracts.map((one) => one.name).join(", ")}`;
  throw new Problem("bad-option", `${label(name)}: no contract and no law of histories.`, {
    suggestion: nearest(name, names),
    expected: `${own}; demarche laws lists the laws.`,
  });
}

/** A row for the record, one for its what-ifs, one for each finding, and one for each question. */
function fileStatements(
  scenario: Scenario,
  record: Branch,
  evaluated: readonly EvaluatedWhatIf[],
): readonly FileStatement[] {
  const history = historyOf(record);
  const { findings: found, besides: open } = judgeHistory(scenario, history);
  const { expect, contracts, dyad } = scenario;
  const wrong = evaluated.flatMap(({ name, findings: failures }) =>
    failures.map((one): FileStatement => ({ standing: "failed", text: `${name}: ${findingText(one, dyad)}` })),
  );
  const demanded = evaluated.map(({ whatIf }) => demandsOf(scenario, whatIf));
  const count = (key: "expect" | "contracts"): number => demanded.reduce((sum, one) => sum + one[key].length, 0);
  return [
    statement(found.length === 0, `the record: ${sums(expect.length, contracts.length)}, ${heldText(found.length)}`),
    ...found.map((one): FileStatement => ({ standing: "failed", text: `the record: ${findingText(one, dyad)}` })),
    ...open.map((one): FileStatement => ({ standing: "undecided", text: `the record: ${undecidedText(one, dyad)}` })),
    ...(evaluated.length === 0
      ? []
      : [
          statement(
            wrong.length === 0,
            `${plural(evaluated.length, "what-if")}: ${sums(count("expect"), count("contracts"))}, ${heldText(wrong.length)}`,
          ),
        ]),
    ...wrong,
    ...judgeLessons(scenario).map(lessonStatement),
  ];
}

function sums(expectations: number, contracts: number): string {
  return `${plural(expectations, "expectation")} and ${plural(contracts, "contract")}`;
}

function heldText(wrong: number): string {
  return wrong === 0 ? "none broken" : `${wrong} broken`;
}

function statement(holds: boolean, text: string): FileStatement {
  return { standing: holds ? "held" : "failed", text };
}

function lessonStatement({ lesson: { pause, answer }, index, standing, event }: LessonVerdict): FileStatement {
  const which = `question ${index + 1}, after ${pause}: "${answer}"`;
  if (standing === "right")
    return statement(true, `${which} is the first of the options to happen, with ${event ?? "an event"}`);
  if (standing === "wrong")
    return statement(false, `${which} is the answer, but does not happen in the record after that`);
  if (standing === "doubtful") {
    return { standing: "undecided", text: `${which} is the answer, but ${event ?? "another option"} comes before it` };
  }
  return {
    standing: "unjudged",
    text: `${which} names no act, so all that is checked is that it is one of the options`,
  };
}
