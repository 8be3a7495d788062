/** Keeping an answer: as a what-if in its file, read again before anything is written. */
import { formatWhen, when } from "../../events/index.ts";
import type { Branch, Edit, History, Policy } from "../../history/index.ts";
import { keyOf, matches, type Pattern } from "../../machine/index.ts";
import { Problem } from "../../problem/index.ts";
import { datedWay, editsOf, type Way } from "../../search/index.ts";
import { type Saving, saveWhatIf } from "../save.ts";

/**
 * Writes a way into the file as a what-if: its acts with dates, in the place of what the record has there.
 *
 * @param start the record up to where the way begins
 * @throws Problem when the way has no dates in the file's window, or the file can't be written
 */
export function keepWay(way: Way, start: History, record: Branch, goal: string, keeping: Saving): void {
  const { scenario } = keeping;
  if (way.steps.length === 0)
    throw new Problem("bad-option", "--save: there is nothing to write, it stands there already.");
  const ids = new Set(scenario.events.map(({ id }) => id));
  const dated = datedWay(way, start, ids);
  const clock = "--without clock looks for a way that does not wait.";
  if (dated === undefined) {
    throw new Problem(
      "bad-option",
      `--save: no dates lead through this way: it counts on commitments that no act of it keeps; ${clock}`,
    );
  }
  const last = dated.events.at(-1);
  if (last !== undefined && when(last.at).start > scenario.window.to) {
    const to = formatWhen(scenario.window.to);
    throw new Problem(
      "bad-option",
      `--save: the way ends on ${last.at}, and the file's window on ${to}. Begin earlier with --from, or lengthen the window.`,
    );
  }
  const made = editsOf(record, start.steps.length, dated);
  if (made === undefined) {
    const to = formatWhen(scenario.window.to);
    throw new Problem(
      "bad-option",
      `--save: this way ends with waiting for the clock, until ${formatWhen(dated.history.now)}, and the file's window ends on ${to}. Begin earlier with --from, or lengthen the window; ${clock}`,
    );
  }
  const { edits, then } = made;
  if (edits.length === 0)
    throw new Problem("bad-option", "--save: there is nothing to write, the record comes there by itself.");
  saveWhatIf(
    {
      edits,
      then,
      because: `The shortest way by the rules to ${goal}; searched for, not reported.`,
      isSo: ({ history: { situation } }) => keyOf(situation) === keyOf(way.to),
    },
    keeping,
  );
}

/**
 * Writes edits into the file as a what-if.
 *
 * @throws Problem when there are none, or the file can't be written
 */
export function keepEdits(
  edits: readonly Edit[],
  then: Policy,
  asked: { readonly goal: string; readonly pattern: Pattern; readonly never: boolean },
  keeping: Saving,
): void {
  if (edits.length === 0)
    throw new Problem("bad-option", "--save: there is nothing to write, the record is so already.");
  const { goal, pattern, never } = asked;
  saveWhatIf(
    {
      edits,
      then,
      because: `The least by the rules that had to be different for ${goal} to hold ${never ? "at no moment" : "at some moment"}; searched for, not reported.`,
      isSo: ({ history: { opening, steps } }) =>
        (matches(opening, pattern) || steps.some(({ after }) => matches(after, pattern))) !== never,
    },
    keeping,
  );
}
