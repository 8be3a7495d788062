/** The least edit: each answer with what its edits change, and when the pattern then holds. */
import { historyOf } from "../../history/index.ts";
import { type Dyad, matches, type Pattern } from "../../machine/index.ts";
import { BLANK, type Block, indented, line, paragraph, plural, section, span, wrap } from "../../render/index.ts";
import type { Answer, LeastEdits } from "../../search/index.ts";
import { standingLines } from "../play.ts";
import { momentText } from "../replay-view.ts";
import { changeLine } from "../what-if/bookkeeping.ts";

/** A search for the least edit and what it was for. */
export interface LeastEditView {
  readonly title: string;
  readonly purpose: string;
  readonly dyad: Dyad;
  /** What was looked for, as it was typed. */
  readonly goal: string;
  readonly pattern: Pattern;
  readonly never: boolean;
  readonly then: string;
  /** The maximum number of edits that were tried together. */
  readonly most: number;
  readonly found: LeastEdits;
}

/** The whole search for the least edit. */
export function leastEditBlock(view: LeastEditView, columns: number): Block {
  const { title, goal, never, then, purpose, found } = view;
  const goalText = `The smallest edit after which ${goal} holds ${never ? "at no moment" : "at some moment"}; then: ${then}`;
  return [
    ...paragraph(title, columns, "title"),
    ...paragraph(goalText, columns),
    ...resultBlock(view, columns),
    BLANK,
    ...paragraph(`Tried ${plural(found.tried, "set")} of edits.`, columns, "faint"),
    ...paragraph(`Purpose: ${purpose}. The record rewritten by rules; not a forecast.`, columns, "faint"),
  ];
}

function resultBlock(view: LeastEditView, columns: number): Block {
  const { never, goal, most, found } = view;
  const { kind, answers, whole } = found;
  if (answers[0]?.edits.length === 0) {
    const already = `Without any edit ${goal} holds ${never ? "at no moment" : "at some moment"} of the record.`;
    return [BLANK, ...wrap(line(span("✓ ", "good"), already), columns, 2)];
  }
  const noneText = `No ${most === 1 ? "single edit" : `set of ${most} edits or fewer`} that was tried does it: drops, moves, other acts of the same actors, acts that were valid where the record stood.`;
  const budgetText = `The budget ended first. ${whole === 0 ? "Not every single edit was tried." : `No set of ${plural(whole, "edit")} does it; of ${plural(whole + 1, "edit")} not all were tried.`}`;
  if (kind === "none") return [BLANK, ...wrap(line(span("✗ ", "bad"), noneText), columns, 2)];
  if (kind === "budget") return [BLANK, ...wrap(line(span("? ", "warn"), budgetText), columns, 2)];
  return answers.flatMap((answer, k) => {
    const size = plural(answer.edits.length, "edit");
    return section(k === 0 ? `The least: ${size}` : `Another: ${size}`, answerLines(answer, view, columns - 2));
  });
}

function answerLines({ branch }: Answer, { dyad, pattern, never }: LeastEditView, columns: number): Block {
  const { steps, situation } = historyOf(branch);
  const reached = steps.find(({ after }) => matches(after, pattern));
  const lost = branch.then === "prune" ? branch.orphaned.map(({ event }) => event.id) : [];
  return [
    ...branch.changes.flatMap((change) => wrap(changeLine(change, 0), columns, 4)),
    ...(lost.length === 0 ? [] : wrap(line(span(`gone with it: ${lost.join(", ")}`, "faint")), columns, 4)),
    ...(never || reached === undefined
      ? []
      : [line(`holds from ${momentText(reached.minute)} on, with ${reached.event.id}`)]),
    ...wrap(line("ends:"), columns),
    ...indented(2, standingLines(situation, dyad, columns - 2)),
  ];
}
