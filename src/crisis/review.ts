/** A review: what the method of counterfactuals would ask of a what-if, in order. Hints, never a gate. */
import { actOf, when } from "../events/index.ts";
import {
  branch,
  compare,
  type DoubtCode,
  doubtTexts,
  type Edit,
  editText,
  historyOf,
  isEditProblem,
  type Step,
} from "../history/index.ts";
import { isEntitled, project } from "../machine/index.ts";
import type { EvaluatedWhatIf, Scenario } from "../scenario/index.ts";

/** One hint. */
export interface Hint {
  readonly about: "reason" | "minimal" | "possible" | "reopens";
  readonly question: string;
  /** Whether the question deserves another look. */
  readonly look: boolean;
  readonly says: string;
}

/** Reviews a what-if: is a reason given, is it minimal, was it possible then, and what does it reopen? */
export function review(scenario: Scenario, evaluated: EvaluatedWhatIf): readonly Hint[] {
  return [reasonHint(evaluated), minimalHint(evaluated), ...possibleHints(scenario, evaluated), reopensHint(evaluated)];
}

function reasonHint({ whatIf: { because }, doubts }: EvaluatedWhatIf): Hint {
  const hasReason = !doubts.some(({ code }) => code === "no-reason") && because !== undefined && because.trim() !== "";
  const says = hasReason ? `It says: ${because}` : doubtText("no-reason");
  return { about: "reason", question: "Is a reason given why history might have gone so?", look: !hasReason, says };
}

function minimalHint(evaluated: EvaluatedWhatIf): Hint {
  const question = "Is it minimal: does it rewrite as little as its question needs?";
  const look = (says: string): Hint => ({ about: "minimal", question, look: true, says });
  const { doubts, whatIf } = evaluated;
  const nothing = doubts.find(({ code }) => code === "changes-nothing");
  if (nothing !== undefined) return look(`${nothing.message} ${doubtTexts["changes-nothing"].mend}`);
  const idle = whatIf.edits.filter((edit) => isIdle(edit, evaluated)).map(editText);
  if (idle.length > 0) {
    return look(`Without ${idle.join(", or without ")}, everything would go the same. ${doubtText("not-minimal")}`);
  }
  const notMinimal = doubts.find(({ code }) => code === "not-minimal");
  if (notMinimal !== undefined) return look(`${notMinimal.message} ${doubtText("not-minimal")}`);
  const count = whatIf.edits.length;
  const says = count === 1 ? "One edit, and it makes a difference." : `${count} edits, and each makes a difference.`;
  return { about: "minimal", question, look: false, says };
}

/** Whether a what-if of several edits goes the same without one of them. */
function isIdle(edit: Edit, { branch: made, whatIf: { edits, then }, history }: EvaluatedWhatIf): boolean {
  if (edits.length < 2 || made.parent === undefined) return false;
  try {
    const without = branch(
      made.parent,
      edits.filter((one) => one !== edit),
      then,
    );
    return compare(historyOf(without), history).divergence === undefined;
  } catch (error) {
    if (isEditProblem(error)) return false; // The others need it.
    throw error;
  }
}

/** For each event that the edits bring: may its actor do it, was it valid, and could it be known of by then? */
function possibleHints(scenario: Scenario, { branch: made, history, doubts }: EvaluatedWhatIf): readonly Hint[] {
  const question = "Was it possible at that moment?";
  const added = made.changes.flatMap(({ edit, after }) =>
    edit.kind === "swap" ? [] : (history.steps.find(({ event }) => event.id === after?.id) ?? []),
  );
  const dropped = made.changes.flatMap(({ before, after }) => (after === undefined ? (before ?? []) : []));
  const hints = added.map((step): Hint => {
    const problems = [
      ...problemsOf(step, scenario),
      ...doubts
        .filter(({ code, message }) => code === "needs-earlier-change" && message.startsWith(step.event.id))
        .map(({ message }) => message),
    ];
    const says =
      problems.length > 0
        ? problems.join(" ")
        : `${nameOf(step)} was valid there, its actor could do it, and all that it names as causes had happened.`;
    return { about: "possible", question, look: problems.length > 0, says };
  });
  if (dropped.length > 0) {
    const names = dropped.map((event) => nameOf({ event })).join(", ");
    const says = `Leaving out is always valid: ${names}. The reason should say who could have decided so, and on what they knew that day.`;
    hints.push({ about: "possible", question, look: false, says });
  }
  return hints;
}

function problemsOf(step: Step, scenario: Scenario): readonly string[] {
  const { event, reasons } = step;
  const able = isEntitled(project(event, scenario.dyad));
  const endOfDay = when(event.at).end;
  // An event of the record keeps its sources when it is rewritten; all reports are later than what they report.
  const isInvented = !scenario.events.some(({ id }) => id === event.id);
  const younger = event.cite.filter((id) => {
    const date = scenario.sources[id]?.date;
    return isInvented && date !== undefined && when(date).start > endOfDay;
  });
  const sameDay = event.because.filter(
    (id) => id !== event.id && scenario.events.some((one) => one.id === id && one.at === event.at),
  );
  return [
    ...(able ? [] : [`${event.from.join(" and ")} can't do this act at all.`]),
    ...(able && reasons.length > 0
      ? [
          `${nameOf(step)} is void there: ${reasons.map(({ sentence, remedy }) => `${sentence} What would give it effect: ${remedy}`).join(" ")}`,
        ]
      : []),
    ...(younger.length > 0
      ? [`It rests on ${younger.join(", ")}, published after its date: nobody could know that yet.`]
      : []),
    ...(event.because.length === 0
      ? [`${event.id} names no cause: what did its actor know by ${event.at} that would have led to it?`]
      : []),
    ...(sameDay.length > 0 ? [`It answers ${sameDay.join(", ")} on the very same day: was that known in time?`] : []),
  ];
}

function reopensHint({ branch: made, whatIf: { then } }: EvaluatedWhatIf): Hint {
  const question = "What does it leave open in later history?";
  const { orphaned, reopened, left } = made;
  const ids = (steps: readonly { readonly event: { readonly id: string } }[]): string =>
    steps.map(({ event }) => event.id).join(", ");
  const says = [
    orphaned.length === 0
      ? ""
      : `${ids(orphaned)} lost a cause and ${then === "keep" ? "stand all the same: would they have happened without it?" : "are gone with it: would none of them have come for another reason?"}`,
    reopened.length === 0 ? "" : `${ids(reopened)} stand on a cause that has changed: would they still have happened?`,
    left.length === 0
      ? ""
      : `${left.map(({ id }) => id).join(", ")} are left open: ${then === "model" ? "doctrines decide" : "the history stops before them"}.`,
  ].filter((text) => text !== "");
  return {
    about: "reopens",
    question,
    look: says.length > 0,
    says: says.join(" ") || "Nothing that came later rests on what was edited.",
  };
}

function doubtText(code: DoubtCode): string {
  const { meaning, mend, literature } = doubtTexts[code];
  return `${meaning} ${mend} (${literature})`;
}

function nameOf({ event }: Pick<Step, "event">): string {
  return `${event.id} (${actOf(event.act).label}, ${event.at})`;
}
