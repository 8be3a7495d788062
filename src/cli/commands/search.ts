/** `search`: the shortest valid way to a situation, the proof that there is none, or the least edit of the record. */

import type { SearchedEdits } from "../../crisis/data/search.ts";
import {
  findWays,
  type Goal,
  leastEditOptions,
  leastEdits,
  limitsOf,
  limitsText,
  option,
  patternFrom,
  searchedLine,
  waysOptions,
} from "../../crisis/index.ts";
import { formatWhen, when } from "../../events/index.ts";
import type { Branch, Edit, History, Policy } from "../../history/index.ts";
import { keyOf, matches, type Pattern } from "../../machine/index.ts";
import { nth, Problem } from "../../problem/index.ts";
import { datedWay, editsOf, type LeastEdits, type Searched, type Way } from "../../search/index.ts";
import { leastEditBlock, searchBlock } from "../../views/index.ts";
import { writeAnswer } from "../answer.ts";
import { badOption, type Call, flag, refuseTogether, textOption, textsOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { read, type ScenarioInput, withHashAndVersion } from "../load.ts";
import { settingsIn } from "../numbers.ts";
import { createProgress, progressTerminal } from "../progress.ts";
import { type SaveRequest, saveWhatIf } from "../save.ts";

/** Searches. If there is no answer, that is a finding; if the budget ends first, the search is incomplete. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  refuseTogether(call, ["save", "whatIf"]);
  const whole = await read(nth(args, 0), call);
  const limits = limitsOf(
    { only: textsOption(options, "only"), without: textsOption(options, "without") },
    whole.scenario,
    option,
  );
  const goal = textOption(options, "goal");
  if (goal === undefined) {
    throw badOption("--goal is missing: the situation that is looked for, such as --goal course=retaliation.war.");
  }
  const asked = { whole, goal, pattern: patternFrom(goal, whole.scenario.dyad, option("goal")), limits };
  if (flag(options, "leastEdit")) return runLeastEdit(asked, call);
  for (const name of ["never", "then", "most"]) {
    if (options[name] !== undefined) throw badOption(`--${name} belongs to --least-edit.`);
  }
  return runWays(asked, call);
}

interface SearchRequest extends Goal {
  readonly whole: ScenarioInput;
}

async function runWays({ whole, ...asked }: SearchRequest, call: Call): Promise<ExitCode> {
  const { scenario } = whole;
  const { options } = call;
  const [from, whatIf] = ["from", "whatIf"].map((name) => textOption(options, name));
  const { ways: wanted, budget } = settingsIn(call, waysOptions);
  const found = findWays(scenario, asked, { from, whatIf, ways: wanted, budget }, option("from"));
  const { searched, start, limits, goal } = found;
  const best = searched.kind === "found" ? searched.ways[0] : undefined;
  const request = saveRequestOf(whole, call);
  if (request !== undefined && best !== undefined) saveWay(best, start, searchedLine(scenario, whatIf), goal, request);
  const answer = { ...found, from: start.situation };
  await writeAnswer(call, {
    data: async () => (await import("../../crisis/data/search.ts")).searchData(basisOf(whole, call), answer),
    blocks: (columns) => [searchBlock({ ...scenario, ...answer, wanted, limits: limitsText(limits) }, columns)],
  });
  return exitOf(searched.kind, searched.kind === "found" && searched.outOfBudget);
}

async function runLeastEdit({ whole, ...sought }: SearchRequest, call: Call): Promise<ExitCode> {
  const { options } = call;
  const { scenario } = whole;
  if (options["from"] !== undefined)
    throw badOption("--from belongs to ways: the least edit is looked for in the whole record.");
  const then = textOption(options, "then");
  if (then !== "keep" && then !== "prune") {
    throw new Problem(
      "no-such-file",
      "--least-edit needs --then: what becomes of the events after the edit?\n  keep   they stand\n  prune  events whose cause is gone go too",
    );
  }
  const never = flag(options, "never");
  const settings = settingsIn(call, leastEditOptions);
  const progress = createProgress(settings.budget, 0, "events", progressTerminal());
  const whatIf = textOption(options, "whatIf");
  const found = leastEdits(scenario, sought, { whatIf, never, then, ...settings }, progress.update);
  progress.clear();
  const { goal, pattern, limits } = sought;
  const request = saveRequestOf(whole, call);
  const [best] = found.answers;
  if (request !== undefined && best !== undefined) saveEdits(best.edits, then, { goal, pattern, never }, request);
  const asked: Pick<SearchedEdits, "goal" | "never" | "then" | "most" | "found"> = {
    goal,
    never,
    then,
    most: settings.most,
    found,
  };
  await writeAnswer(call, {
    data: async () =>
      (await import("../../crisis/data/search.ts")).leastEditData(basisOf(whole, call), { ...asked, limits }),
    blocks: (columns) => [leastEditBlock({ ...scenario, pattern, ...asked }, columns)],
  });
  return exitOf(found.kind, false);
}

function saveRequestOf({ input, scenario }: SearchRequest["whole"], { options, io }: Call): SaveRequest | undefined {
  const name = textOption(options, "save");
  return name === undefined ? undefined : { name, input, scenario, io };
}

function basisOf(whole: ScenarioInput, { options }: Call) {
  return withHashAndVersion({ ...whole, whatIf: textOption(options, "whatIf") });
}

function exitOf(kind: Searched["kind"] | LeastEdits["kind"], isCut: boolean): ExitCode {
  if (kind === "budget" || isCut) return exitCodes.incomplete;
  return kind === "found" ? exitCodes.fine : exitCodes.finding;
}

/**
 * Writes a way into the file as a what-if: its acts with dates replace what the record has there.
 *
 * @param start the record up to where the way begins
 * @throws Problem when the way has no dates in the file's window, or the file can't be written
 */
function saveWay(way: Way, start: History, record: Branch, goal: string, request: SaveRequest): void {
  const { scenario } = request;
  if (way.steps.length === 0) throw badOption("--save: there is nothing to write, it stands there already.");
  const ids = new Set(scenario.events.map(({ id }) => id));
  const dated = datedWay(way, start, ids);
  const clock = "--without clock looks for a way that does not wait.";
  if (dated === undefined) {
    throw badOption(`--save: this way can't be dated: it relies on commitments that none of its acts keeps; ${clock}`);
  }
  const last = dated.events.at(-1);
  if (last !== undefined && when(last.at).start > scenario.window.to) {
    const to = formatWhen(scenario.window.to);
    throw badOption(
      `--save: the way ends on ${last.at}, and the file's window on ${to}. Begin earlier with --from, or lengthen the window.`,
    );
  }
  const made = editsOf(record, start.steps.length, dated);
  if (made === undefined) {
    const to = formatWhen(scenario.window.to);
    throw badOption(
      `--save: this way ends with waiting for the clock, until ${formatWhen(dated.history.now)}, and the file's window ends on ${to}. Begin earlier with --from, or lengthen the window; ${clock}`,
    );
  }
  const { edits, then } = made;
  if (edits.length === 0) throw badOption("--save: there is nothing to write, the record gets there by itself.");
  saveWhatIf(
    {
      edits,
      then,
      because: `The shortest way by the rules to ${goal}; searched for, not reported.`,
      isSo: ({ history: { situation } }) => keyOf(situation) === keyOf(way.to),
    },
    request,
  );
}

/** Writes edits into the file as a what-if. @throws Problem when there are none, or the file can't be written */
function saveEdits(
  edits: readonly Edit[],
  then: Policy,
  asked: { readonly goal: string; readonly pattern: Pattern; readonly never: boolean },
  request: SaveRequest,
): void {
  if (edits.length === 0) throw badOption("--save: there is nothing to write, the record is so already.");
  const { goal, pattern, never } = asked;
  saveWhatIf(
    {
      edits,
      then,
      because: `The smallest edit by the rules after which ${goal} holds ${never ? "at no moment" : "at some moment"}; searched for, not reported.`,
      isSo: ({ history: { opening, steps } }) =>
        (matches(opening, pattern) || steps.some(({ after }) => matches(after, pattern))) !== never,
    },
    request,
  );
}
