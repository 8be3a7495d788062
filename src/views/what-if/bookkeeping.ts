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
import { type Block, type Line, line, type Span, span, wrap } from "../../render/index.ts";
import type { Supposed } from "../../scenario/index.ts";
import { plural } from "../diagnostics.ts";
import { section } from "../ending.ts";
import { momentText } from "../telling.ts";
import { reasonNotes } from "../timeline.ts";
import { whoText } from "../words.ts";

/**
 * What was changed, orphaned and reopened, and what fits no longer.
 *
 * @param unfit the steps that are void, and in the record are not
 */
export function booksBlock(supposed: Supposed, unfit: readonly Step[], columns: number): Block {
  const { branch } = supposed;
  const { changes, orphaned, reopened, then } = branch;
  const gone = then === "keep" ? "and they stand all the same" : "and they are gone";
  return [
    ...section(
      "What was changed",
      changes.flatMap((change) => wrap(changeLine(change, effectsOf(change, branch)), columns - 2, 4)),
    ),
    ...section(
      `Orphaned: a cause is lost, ${gone} (${orphaned.length})`,
      orphaned.flatMap((one) => wrap(reachedLine(one, orphaned), columns - 2, 4)),
    ),
    ...section(
      `Reopened: they stand, and a cause is not what it was (${reopened.length})`,
      reopened.flatMap((one) => wrap(reachedLine(one, reopened), columns - 2, 4)),
    ),
    ...section(
      `Fits no longer: void here (${unfit.length})`,
      unfit.flatMap((step) => unfitLines(step, columns - 2)),
    ),
    ...leftBlock(supposed, columns),
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
    effects === 0 ? "" : span(`; ${plural(effects, "event")} of the record came of it`, "faint"),
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

/** An event with the chain of causes through which an edit reaches it. */
function reachedLine({ event, through }: Reached, all: readonly Reached[]): Line {
  const chain = chainOf(through, new Map(all.map((one) => [one.event.id, one.through])));
  return line(
    span(event.at.slice(0, 10), "faint"),
    " ",
    span(event.id, "strong"),
    ` ← ${chain.join(" ← ")}`,
    span(` ${actOf(event.act).label.toLowerCase()}`, "faint"),
  );
}

function chainOf(id: string, through: ReadonlyMap<string, string>): readonly string[] {
  const next = through.get(id);
  return next === undefined ? [id] : [id, ...chainOf(next, through)];
}

function unfitLines(step: Step, columns: number): Block {
  const head = line(
    span(step.event.at.slice(0, 10), "faint"),
    " ",
    span(step.event.id, "strong"),
    ` ${whatText(step.event)}`,
  );
  return [
    ...wrap(head, columns, 4),
    ...reasonNotes(step)
      .flatMap((note) => wrap(note, columns - 2, 2))
      .map(indented),
  ];
}

function indented(one: Line): Line {
  return [{ text: "  " }, ...one];
}

/** With `stop` and `model`: what the record would have brought next. */
function leftBlock({ branch, whatIf }: Supposed, columns: number): Block {
  const { history, pending, reopened } = handover(branch);
  if (whatIf.then !== "stop" && whatIf.then !== "model") return [];
  const told = reopened.map((event) => line(span(event.at.slice(0, 10), "faint"), ` ${event.id} ${whatText(event)}`));
  if (whatIf.then === "stop") {
    return section(`Told to here; of the record would follow (${reopened.length})`, lines(told, columns));
  }
  const clock = pending.map(({ due, kind, commitment }) =>
    line(span(momentText(due), "faint"), kind === "faded" ? " the crisis fades" : ` ${kind}: ${commitment?.id ?? ""}`),
  );
  return [
    ...section(`Handed over at ${momentText(history.now)}; open again (${reopened.length})`, lines(told, columns)),
    ...section("Waiting on the clock", lines(clock, columns)),
  ];
}

function lines(block: Block, columns: number): Block {
  return block.flatMap((one) => wrap(one, columns - 2, 4));
}

function eventText(event: DiplomaticEvent): string {
  return `${event.at} ${whatText(event)}`;
}

function whatText(event: DiplomaticEvent): string {
  return `${whoText(event)} ${actOf(event.act).label.toLowerCase()}`;
}
