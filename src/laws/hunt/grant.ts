/** Granting: wishes as edits of a record, each as far as the record, the edits before it and the file's window allow. */
import { actOf, type DiplomaticEvent, dayStart, formatWhen, MINUTES_PER_DAY, when } from "../../events/index.ts";
import {
  type Branch,
  branch,
  carryOut,
  type Edit,
  editedId,
  eventsOf,
  historyOf,
  isEditProblem,
  type Policy,
  situationAt,
} from "../../history/index.ts";
import {
  type By,
  type ChartEvent,
  isEntitled,
  type Situation,
  sharedTable,
  symbolIndex,
  symbols,
} from "../../machine/index.ts";
import { freeName, type Scenario } from "../../scenario/index.ts";
import { invented, inventedInstead } from "../../search/index.ts";
import type { Wish } from "./wish.ts";

/** What is invented says so. */
const NOTE = "Invented by a test.";

/** The edits that wishes come to. What is impossible is left out. */
export function granted(wishes: readonly Wish[], scenario: Scenario, record: Branch, then: Policy): readonly Edit[] {
  const events = eventsOf(record);
  const edits: Edit[] = [];
  const offer = (edit: Edit): void => {
    const clash = edits.some((other) => editedId(other) === editedId(edit));
    if (
      clash ||
      carryOut([...edits, edit], events, scenario.dyad, record.background, scenario.window.from).faults.length > 0
    )
      return;
    edits.push(edit);
  };
  for (const wish of wishes) {
    const event = events[wish.place % Math.max(1, events.length)];
    if (event === undefined) continue;
    if (wish.kind === "drop") offer({ kind: "drop", id: event.id });
    else if (wish.kind === "swap") offer({ kind: "swap", id: event.id });
    else if (wish.kind === "move") offer({ kind: "move", id: event.id, to: dayFrom(event, wish.days, scenario) });
    else if (wish.kind === "replace") for (const edit of replacing(event, wish.pick, record)) offer(edit);
    else walk(event, wish, scenario, { record, edits, then, offer });
  }
  return edits;
}

/** Another valid act of the same actor in an event's place. */
function replacing(event: DiplomaticEvent, pick: number, record: Branch): readonly Edit[] {
  const { dyad } = record.end;
  const step = historyOf(record).steps.find((one) => one.event.id === event.id);
  if (step === undefined || step.seen.by === "other") return [];
  const { before, seen } = step;
  const other = picked(before, pick, [seen.by], sharedTable.next(sharedTable.idOf(before), symbolIndex(seen)));
  if (other === undefined) return [];
  return [{ kind: "replace", id: event.id, event: inventedInstead(event, other, dyad, NOTE) }];
}

/** What a walk needs to know of the what-if so far. */
interface Going {
  readonly record: Branch;
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly offer: (edit: Edit) => void;
}

/** Valid acts on one day, each in the situation that the ones before led to. */
function walk(
  event: DiplomaticEvent,
  { days, picks }: Extract<Wish, { kind: "walk" }>,
  scenario: Scenario,
  { record, edits, then, offer }: Going,
): void {
  const at = dayFrom(event, days, scenario);
  let situation = standing(record, edits, then, when(at).end);
  const taken = new Set([...eventsOf(record).map(({ id }) => id), ...edits.map(editedId)]);
  for (const pick of picks) {
    const seen = situation === undefined ? undefined : picked(situation, pick, ["a", "b", "both"]);
    if (situation === undefined || seen === undefined) return;
    const id = freeId(seen.type, taken);
    offer({ kind: "add", event: invented({ id, at, seen, dyad: scenario.dyad, note: NOTE }) });
    situation = sharedTable.situationOf(sharedTable.next(sharedTable.idOf(situation), symbolIndex(seen)));
  }
}

/** Where a what-if stands at a minute, with what an earlier end would leave open standing. */
function standing(record: Branch, edits: readonly Edit[], then: Policy, minute: number): Situation | undefined {
  if (edits.length === 0) return situationAt(historyOf(record), minute);
  try {
    return situationAt(historyOf(branch(record, edits, then === "keep" ? "keep" : "prune")), minute);
  } catch (error) {
    if (isEditProblem(error)) return undefined;
    throw error;
  }
}

/** What parties can do; what only a detail of the event tells apart is left to the record. */
const acts: readonly ChartEvent[] = symbols.filter(
  (one) => one.by !== "other" && one.detail === undefined && isEntitled(one) && actOf(one.type).class !== "clock",
);

/**
 * One of the valid acts that lead elsewhere, of those that lead to the same situation the first; one pick in ten is of
 * all that are valid, so that acts which change nothing come too.
 */
function picked(before: Situation, pick: number, by: readonly By[], beside?: number): ChartEvent | undefined {
  const id = sharedTable.idOf(before);
  const known = new Set([id, ...(beside === undefined ? [] : [beside])]);
  const any = pick % 10 === 9;
  const choices = acts.filter((event) => {
    if (!by.includes(event.by)) return false;
    const symbol = symbolIndex(event);
    const next = sharedTable.next(id, symbol);
    if (any) return sharedTable.verdict(id, symbol) !== "void";
    if (known.has(next) || sharedTable.verdict(id, symbol) !== "applied") return false;
    known.add(next);
    return true;
  });
  return choices[Math.floor(any ? pick / 10 : pick) % Math.max(1, choices.length)];
}

/** The day of an event and so many on, within the file's window. */
function dayFrom({ at }: DiplomaticEvent, days: number, { window }: Pick<Scenario, "window">): string {
  const day = dayStart(when(at).start) + days * MINUTES_PER_DAY;
  const [first, last] = [dayStart(window.from + MINUTES_PER_DAY - 1), dayStart(window.to)];
  return formatWhen(Math.max(first, Math.min(last, day)));
}

function freeId(name: string, taken: Set<string>): string {
  const id = freeName(`test-${name}`, (one) => taken.has(one));
  taken.add(id);
  return id;
}
