/** A test that was carried out, and how a counterexample of it is told: its steps, its words and the line that finds it again. */
import { formatWhen } from "../../events/index.ts";
import type { Followed } from "../../futures/index.ts";
import { changes, type Step } from "../../history/index.ts";
import type { Counterexample, HuntResult } from "../../laws/index.ts";
import { shellWord, visibleLine } from "../../problem/index.ts";
import type { Places, Scenario } from "../../scenario/index.ts";
import { betweenOption } from "../web.ts";

/** A test that was carried out. */
export interface Tested {
  /** The file as messages call it. */
  readonly file: string;
  readonly scenario: Scenario;
  readonly places: Places;
  readonly result: HuntResult;
  readonly sayings: readonly Saying[];
  /** What the futures came to of each what-if that expects something of them. */
  readonly followed: ReadonlyMap<string, Followed>;
  /** How many what-ifs of the file have futures. */
  readonly modelled: number;
  readonly only: string | undefined;
  readonly runs: number;
  readonly seed: number;
}

/** A row of what the file says of itself. */
export interface Saying {
  /** Unjudged: nothing of it can be seen to be so or not. */
  readonly standing: "held" | "failed" | "undecided" | "unjudged";
  readonly text: string;
}

/** The steps of a counterexample that are shown: what was changed and what followed of it, up to where it broke. */
export function stepsOfExample({ written, history, branch, broken }: Counterexample): readonly Step[] {
  const own = branch === undefined ? history.steps : branch.tail;
  const edited = new Set(written?.edits.map((edit) => (edit.kind === "add" ? edit.event.id : edit.id)));
  const upTo = broken.step === undefined || broken.due !== undefined ? own : own.slice(0, own.indexOf(broken.step) + 1);
  return upTo.filter((step) => step.minute <= broken.minute && (isTelling(step) || edited.has(step.event.id)));
}

/** Whether a step is worth telling: it changed something, or was no event that the law allows. */
function isTelling({ before, after, verdict }: Step): boolean {
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

/** The line that finds what breaks a claim again. */
export function testAgain(
  name: string,
  { file, scenario, runs, seed }: Pick<Tested, "file" | "scenario" | "runs" | "seed">,
): string {
  return visibleLine(
    `demarche test ${shellWord(file)}${betweenOption(scenario)} --only ${name} --runs ${runs} --seed ${seed}`,
  );
}
