/** The books of a branch: what was changed, which events lost a cause, which stand on another one, which fit no longer. */
import { actOf, type DiplomaticEvent } from "../../events/index.ts";
import {
  type Branch,
  type Change,
  coneOf,
  editText,
  handover,
  historyOf,
  keysThatDiffer,
  type Reached,
  type Step,
} from "../../history/index.ts";
import {
  type Block,
  type Item,
  type Line,
  line,
  lines,
  list,
  type Part,
  plural,
  prose,
  type Span,
  span,
} from "../../render/index.ts";
import type { EvaluatedWhatIf } from "../../scenario/index.ts";
import { momentText, waitingText } from "../replay-view.ts";
import { reasonNotes } from "../timeline.ts";
import { whoText } from "../words.ts";

/**
 * What was changed, orphaned and reopened, and what fits no longer.
 *
 * @param unfit the steps that are void, and in the record are not
 */
export function booksParts(evaluated: EvaluatedWhatIf, unfit: readonly Step[]): readonly Part[] {
  const { branch } = evaluated;
  const { changes, orphaned, reopened, then } = branch;
  const gone = then === "keep" ? "and they stand all the same" : "and they are gone";
  const changed = changes.map((change) => changeLine(change, effectsOf(change, branch)));
  return [
    lines("What was changed", changed, 4),
    lines(`Orphaned: they lost a cause, ${gone} (${orphaned.length})`, reachedLines(orphaned), 4),
    lines(`Reopened: they stand, but a cause has changed (${reopened.length})`, reachedLines(reopened), 4),
    { ...list(`No longer fits: void here (${unfit.length})`, unfit.map(unfitItem)), as: "lines", hang: 4 },
    ...leftParts(evaluated),
  ];
}

/** `drop reprisal: 2024-01-18 PAK → IRN Strike`. */
export function changeLine({ edit, before, after }: Change, effects: number): Line {
  const now = edit.kind === "replace" || edit.kind === "add" ? after : before;
  return line(
    span(editText(edit), "strong"),
    now === undefined ? "" : `: ${eventText(now)}`,
    edit.kind === "replace" && before !== undefined && after !== undefined ? replacedSpan(before, after) : "",
    edit.kind === "swap" ? ", the parties exchange roles from here on" : "",
    effects === 0 ? "" : span(`; it led to ${plural(effects, "event")} of the record`, "faint"),
  );
}

/** What a replaced event was; where it reads the same, which of its parts are others. */
function replacedSpan(before: DiplomaticEvent, after: DiplomaticEvent): Span {
  if (eventText(before) !== eventText(after)) return span(` (was ${eventText(before)})`, "faint");
  const changed = keysThatDiffer(before, after).map((key) => {
    const [was, is] = [Reflect.get(before, key), Reflect.get(after, key)].map(
      (value) => JSON.stringify(value) ?? "none",
    );
    return `${key} ${is}, was ${was}`;
  });
  return span(` (${changed.join("; ") || "nothing changed"})`, "faint");
}

/** How many events of the record an edited event brought about, through causes. */
function effectsOf({ before, edit }: Change, { parent }: Branch): number {
  if (before === undefined || parent === undefined || edit.kind === "swap") return 0;
  return coneOf(historyOf(parent), [before.id]).filter(({ event }) => event.source !== "clock").length;
}

/** Each event with the chain of causes through which an edit reaches it. */
function reachedLines(all: readonly Reached[]): Block {
  const causes = new Map(all.map(({ event, through }) => [event.id, through]));
  return all.map(({ event, through }) => {
    const chain = chainOf(through, causes).join(" ← ");
    return datedLine(event, ` ← ${chain}`, span(` ${actOf(event.act).label.toLowerCase()}`, "faint"));
  });
}

function datedLine({ at, id }: DiplomaticEvent, ...rest: readonly (string | Span)[]): Line {
  return line(span(at.slice(0, 10), "faint"), " ", span(id, "strong"), ...rest);
}

function chainOf(id: string, through: ReadonlyMap<string, string>): readonly string[] {
  const next = through.get(id);
  return next === undefined ? [id] : [id, ...chainOf(next, through)];
}

function unfitItem(step: Step): Item {
  const text = datedLine(step.event, ` ${whatText(step.event)}`);
  return { text, more: reasonNotes(step).map((note) => prose(note, undefined, 2)) };
}

/** With `stop` and `model`: what the record would have brought next. */
function leftParts({ branch, whatIf }: EvaluatedWhatIf): readonly Part[] {
  const { history, pending, reopened } = handover(branch);
  if (whatIf.then !== "stop" && whatIf.then !== "model") return [];
  const eventLines = reopened.map((event) =>
    line(span(event.at.slice(0, 10), "faint"), ` ${event.id} ${whatText(event)}`),
  );
  if (whatIf.then === "stop")
    return [lines(`History ends here; left out of the record (${reopened.length})`, eventLines, 4)];
  const clock = pending.map((entry) => line(span(momentText(entry.due), "faint"), ` ${waitingText(entry)}`));
  return [
    lines(
      `The record stops at ${momentText(history.now)}; later events are left open (${reopened.length})`,
      eventLines,
      4,
    ),
    lines("Waiting on the clock", clock, 4),
  ];
}

function eventText(event: DiplomaticEvent): string {
  return `${event.at} ${whatText(event)}`;
}

function whatText(event: DiplomaticEvent): string {
  return `${whoText(event)} ${actOf(event.act).label.toLowerCase()}`;
}
