/** The report of a test, and a counterexample's steps, its words and the command that finds it again. */
import { formatWhen } from "../../events/index.ts";
import type { Followed } from "../../futures/index.ts";
import { changes, type Step } from "../../history/index.ts";
import type { Counterexample, HuntResult } from "../../laws/index.ts";
import { shellWord, visibleLine } from "../../problem/index.ts";
import type { Places, Scenario } from "../../scenario/index.ts";
import { betweenOption } from "../web.ts";

/** What a test of a scenario found. */
export interface TestReport {
  /** The file as messages call it. */
  readonly file: string;
  readonly scenario: Scenario;
  readonly places: Places;
  readonly result: HuntResult;
  readonly statements: readonly FileStatement[];
  /** The futures of each what-if that expects something of them. */
  readonly followed: ReadonlyMap<string, Followed>;
  /** How many what-ifs of the file have futures. */
  readonly modelled: number;
  readonly only: string | undefined;
  readonly runs: number;
  readonly seed: number;
}

/** Whether one thing that the file says of itself holds, in words. */
export interface FileStatement {
  /** Unjudged: whether it holds can't be seen. */
  readonly standing: "held" | "failed" | "undecided" | "unjudged";
  readonly text: string;
}

/** The steps of a counterexample to show: what was changed and what followed from it, up to where it broke. */
export function stepsOfExample({ written, history, branch, broken }: Counterexample): readonly Step[] {
  const own = branch === undefined ? history.steps : branch.tail;
  const edited = new Set(written?.edits.map((edit) => (edit.kind === "add" ? edit.event.id : edit.id)));
  const upTo = broken.step === undefined || broken.due !== undefined ? own : own.slice(0, own.indexOf(broken.step) + 1);
  return upTo.filter((step) => step.minute <= broken.minute && (isWorthShowing(step) || edited.has(step.event.id)));
}

/** Whether a step is worth showing: it changed something, or is void. */
function isWorthShowing({ before, after, verdict }: Step): boolean {
  return verdict === "void" || changes(before, after).length > 0;
}

/** The minute at which a claim was broken. */
export function minuteOfExample({ broken, history }: Counterexample): number {
  return Math.min(broken.minute, history.now);
}

/** What was true then, in a sentence. */
export function breakText({ broken: { step, due, what } }: Counterexample): string {
  const where = step === undefined ? "the opening" : `${step.event.id} (${step.event.at})`;
  if (what !== undefined) return `Broken with ${where}: ${what}`;
  if (due === undefined) return `Broken with ${where}.`;
  return `It began with ${where}, and nothing came of it by ${formatWhen(due)}.`;
}

/** The command that finds the counterexample again. */
export function testAgain(
  name: string,
  { file, scenario, runs, seed }: Pick<TestReport, "file" | "scenario" | "runs" | "seed">,
): string {
  return visibleLine(
    `demarche test ${shellWord(file)}${betweenOption(scenario)} --only ${name} --runs ${runs} --seed ${seed}`,
  );
}
