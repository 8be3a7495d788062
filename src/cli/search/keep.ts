/** Keeping an answer: as a what-if in its file, read again before anything is written. */
import { formatWhen, when } from "../../events/index.ts";
import { type Branch, type Edit, type History, historyOf, type Policy } from "../../history/index.ts";
import { matches, type Pattern } from "../../machine/index.ts";
import {
  brokenBy,
  editYaml,
  insertWhatIf,
  readScenario,
  type Scenario,
  suppose,
  visibleLine,
} from "../../scenario/index.ts";
import { datedWay, editsOf, type Way } from "../../search/index.ts";
import { UsageError } from "../exit.ts";
import type { Input } from "../input.ts";
import type { Io } from "../io.ts";
import { savable, save } from "../save.ts";

/** What an answer is kept under, and where. */
export interface Keeping {
  readonly name: string;
  readonly input: Input;
  readonly scenario: Scenario;
  readonly io: Io;
}

/** What is kept: edits and their policy, the reason, and what the what-if must come to. */
interface Entry {
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly because: string;
  readonly comesTo: (history: History) => boolean;
}

/**
 * Writes a way into the file as a what-if: its acts, one a day, in the place of what the record has there.
 *
 * @param start the record up to where the way begins
 * @throws UsageError when the way has no dates in the file's window, or the file can't be written
 */
export function keepWay(way: Way, start: History, record: Branch, goal: string, keeping: Keeping): void {
  const { scenario } = keeping;
  if (way.steps.length === 0) throw new UsageError("--save: there is nothing to write, it stands there already.");
  const ids = new Set(scenario.events.map(({ id }) => id));
  const dated = datedWay(way, start, ids);
  const clock = "--without clock looks for a way that does not wait.";
  if (dated === undefined) {
    throw new UsageError(
      `--save: no dates lead through this way: it counts on commitments that no act of it keeps; ${clock}`,
    );
  }
  const last = dated.events.at(-1);
  if (last !== undefined && when(last.at).start > scenario.window.to) {
    const to = formatWhen(scenario.window.to);
    throw new UsageError(
      `--save: the way ends on ${last.at}, and the file's window on ${to}. Begin earlier with --from, or lengthen the window.`,
    );
  }
  const made = editsOf(record, start.steps.length, dated);
  if (made === undefined) {
    const to = formatWhen(scenario.window.to);
    throw new UsageError(
      `--save: this way ends with waiting for the clock, until ${formatWhen(dated.history.now)}, and the file's window ends on ${to}. Begin earlier with --from, or lengthen the window; ${clock}`,
    );
  }
  const { edits, then } = made;
  if (edits.length === 0) throw new UsageError("--save: there is nothing to write, the record comes there by itself.");
  const end = way.to;
  keep(
    {
      edits,
      then,
      because: `The shortest way by the rules to ${goal}; searched for, not reported.`,
      comesTo: ({ situation }) => JSON.stringify(situation) === JSON.stringify(end),
    },
    keeping,
  );
}

/**
 * Writes edits into the file as a what-if.
 *
 * @throws UsageError when there are none, or the file can't be written
 */
export function keepEdits(
  edits: readonly Edit[],
  then: Policy,
  asked: { readonly goal: string; readonly pattern: Pattern; readonly never: boolean },
  keeping: Keeping,
): void {
  if (edits.length === 0) throw new UsageError("--save: there is nothing to write, the record is so already.");
  const { goal, pattern, never } = asked;
  keep(
    {
      edits,
      then,
      because: `The least by the rules that had to be different for ${goal} to hold ${never ? "at no moment" : "at some moment"}; searched for, not reported.`,
      comesTo: ({ opening, steps }) =>
        (matches(opening, pattern) || steps.some(({ after }) => matches(after, pattern))) !== never,
    },
    keeping,
  );
}

function keep({ edits, then, because, comesTo }: Entry, { name, input, io, scenario: old }: Keeping): void {
  savable(input);
  const breaks = brokenBy(old, edits, then);
  const made = insertWhatIf(input.text, name, { edits: edits.map(editYaml), then, because, breaks });
  if ("code" in made) throw new UsageError(`--save ${visibleLine(name)}: ${made.message}`);
  const { scenario, diagnostics } = readScenario(made.text, { file: input.file });
  const error = diagnostics.find(({ severity }) => severity === "error");
  if (scenario === undefined)
    throw new UsageError(`--save: the file would not be right any more: ${error?.message ?? ""}`);
  if (!comesTo(historyOf(suppose(scenario, name).branch))) throw new Error("What was to be saved replays otherwise.");
  save(input, made.text);
  const where = visibleLine(input.file);
  io.say(`Wrote ${name} into ${where}: ${made.added.lines.length} lines added, nothing else changed.`);
  io.say(`See it: demarche replay ${where} --what-if ${name}`);
}
