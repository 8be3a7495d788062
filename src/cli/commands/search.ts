/** `search`: the shortest valid way to a situation, the proof that there is none, or the least edit of the record. */

import {
  crisisOf,
  leastEditOptions,
  limitsOf,
  limitsText,
  option,
  type SearchLimits,
  until,
  waysOptions,
  whatIfNamed,
} from "../../crisis/index.ts";
import type { History } from "../../history/index.ts";
import type { Pattern } from "../../machine/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { parsePattern, recordOf, type Scenario, suppose } from "../../scenario/index.ts";
import { type LeastEdits, leastEdit, type Searched, searchWays } from "../../search/index.ts";
import { leastEditBlock, searchBlock, standText } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { type Call, flag, refuseTogether, textOption, textsOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { type Read, read, stamped } from "../load.ts";
import { settingsIn } from "../numbers.ts";
import { createProgress, processWatching } from "../progress.ts";
import type { Saving } from "../save-what-if.ts";
import { keepEdits, keepWay } from "../search/keep.ts";

/** Searches; that there is no answer is a finding, that the budget ended first leaves it incomplete. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  refuseTogether(call, ["save", "whatIf"]);
  const whole = await read(args[0] ?? "", call.io);
  const limits = limitsOf(
    { only: textsOption(options, "only"), without: textsOption(options, "without") },
    whole.scenario,
    option,
  );
  const goal = textOption(options, "goal");
  if (goal === undefined) {
    throw new Problem(
      "bad-option",
      "--goal is missing: the situation that is looked for, such as --goal course=retaliation.war.",
    );
  }
  const parsed = parsePattern(goal, whole.scenario.dyad);
  if ("problems" in parsed)
    throw new Problem("bad-option", `--goal ${visibleLine(goal)}: ${parsed.problems.join("\n")}`);
  const asked = { whole, goal, pattern: parsed.pattern, limits };
  if (flag(options, "leastEdit")) return runLeastEdit(asked, call);
  for (const name of ["never", "then", "most"]) {
    if (options[name] !== undefined) throw new Problem("bad-option", `--${name} belongs to --least-edit.`);
  }
  return runWays(asked, call);
}

/** What a call asks for. */
interface Asked {
  readonly whole: Read;
  readonly goal: string;
  readonly pattern: Pattern;
  readonly limits: SearchLimits;
}

async function runWays({ whole, goal, pattern, limits }: Asked, call: Call): Promise<ExitCode> {
  const { scenario } = whole;
  const line = lineOf(scenario, call);
  const { start, moment } = startOf(scenario, call);
  const { ways: wanted, budget } = settingsIn(call, waysOptions);
  const from = start.situation;
  const searched = searchWays({ from, goal: pattern, allowed: limits.allowed, k: wanted, budget });
  const best = searched.kind === "found" ? searched.ways[0] : undefined;
  const keeping = keepingOf(whole, call);
  if (keeping !== undefined && best !== undefined) keepWay(best, start, line, goal, keeping);
  const found = { goal, moment, from, limits, searched };
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/search.ts")).searchData(basisOf(whole, call), found),
    blocks: (columns) => [searchBlock({ ...scenario, ...found, wanted, limits: limitsText(limits) }, columns)],
  });
  return exitOf(searched.kind, searched.kind === "found" && searched.outOfBudget);
}

async function runLeastEdit({ whole, goal, pattern, limits }: Asked, call: Call): Promise<ExitCode> {
  const { options } = call;
  const { scenario } = whole;
  if (options["from"] !== undefined)
    throw new Problem("bad-option", "--from belongs to ways: the least edit is looked for in the whole record.");
  const then = textOption(options, "then");
  if (then !== "keep" && then !== "prune") {
    throw new Problem(
      "no-such-file",
      "--least-edit needs --then: what becomes of the events after the edit?\n  keep   they stand\n  prune  those go whose cause is gone",
    );
  }
  const policy: "keep" | "prune" = then;
  const line = lineOf(scenario, call);
  const never = flag(options, "never");
  const { most: maxSize, ways: k, budget } = settingsIn(call, leastEditOptions);
  const progress = createProgress(budget, 0, "events", processWatching());
  const found = leastEdit({
    record: line,
    goal: pattern,
    never,
    then,
    maxSize,
    k,
    budget,
    allowed: limits.allowed,
    watch: progress.update,
  });
  progress.clear();
  const keeping = keepingOf(whole, call);
  const [best] = found.answers;
  if (keeping !== undefined && best !== undefined) keepEdits(best.edits, then, { goal, pattern, never }, keeping);
  const asked = { goal, never, then: policy, most: maxSize, found };
  await writeAnswer(call, {
    data: async () =>
      (await import("../../crisis/data/search.ts")).leastEditData(basisOf(whole, call), { ...asked, limits }),
    blocks: (columns) => [leastEditBlock({ ...scenario, pattern, ...asked }, columns)],
  });
  return exitOf(found.kind, false);
}

/** The record, or the what-if that is asked about. */
function lineOf(scenario: Scenario, { options }: Call) {
  const record = recordOf(scenario);
  const name = textOption(options, "whatIf");
  return name === undefined ? record : suppose(scenario, whatIfNamed(name, scenario), record).branch;
}

function startOf(scenario: Scenario, { options }: Call): { start: History; moment: string } {
  const whole = crisisOf(scenario, textOption(options, "whatIf"));
  const from = textOption(options, "from");
  if (from === undefined) return { start: whole.history, moment: standText(whole.history.now) };
  const cut = until(whole, from, option("from"));
  const last = cut.history.steps.at(-1);
  const moment =
    /^\d{4}-/.test(from) || last === undefined
      ? standText(cut.until)
      : `the moment after ${last.event.id}, ${last.event.at}`;
  return { start: { ...cut.history, now: Math.min(cut.history.now, cut.until) }, moment };
}

function keepingOf({ input, scenario }: Asked["whole"], { options, io }: Call): Saving | undefined {
  const name = textOption(options, "save");
  return name === undefined ? undefined : { name, input, scenario, io };
}

function basisOf(whole: Read, { options }: Call) {
  return stamped({ ...whole, whatIf: textOption(options, "whatIf") });
}

function exitOf(kind: Searched["kind"] | LeastEdits["kind"], isCut: boolean): ExitCode {
  if (kind === "budget" || isCut) return exitCodes.incomplete;
  return kind === "found" ? exitCodes.fine : exitCodes.finding;
}
