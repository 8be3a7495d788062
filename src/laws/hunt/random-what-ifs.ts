/** Drawing: random what-ifs of a record, as wishes that shrink by themselves and are granted as far as the record allows. */
import fc from "fast-check";
import { actOf, type DiplomaticEvent, dayStart, formatWhen, MINUTES_PER_DAY, when } from "../../events/index.ts";
import {
  type Branch,
  carryOut,
  type Edit,
  editedId,
  eventsOf,
  historyOf,
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
import { branchOf } from "./written-out.ts";

export interface Drawn {
  readonly edits: readonly Edit[];
  readonly then: Policy;
  /** With `then: model`: the number of the one future that is looked at. */
  readonly run: number;
}

/** What is wished for: its numbers are places and picks, taken modulo what there is. */
type Wish =
  | { readonly kind: "drop"; readonly place: number }
  | { readonly kind: "swap"; readonly place: number }
  | { readonly kind: "move"; readonly place: number; readonly days: number }
  | { readonly kind: "replace"; readonly place: number; readonly pick: number }
  /** Valid acts one after the other on one day, some days after an event. */
  | { readonly kind: "walk"; readonly place: number; readonly days: number; readonly picks: readonly number[] };

const PLACES = 10_000;
const PICKS = 1_000;
const place = fc.nat(PLACES);
const days = fc.integer({ min: -10, max: 20 });

const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("drop" as const), place }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("walk" as const),
      place,
      days: fc.nat(20),
      picks: fc.array(fc.nat(PICKS), { minLength: 1, maxLength: 5, size: "max" }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), place, days }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("replace" as const), place, pick: fc.nat(PICKS) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("swap" as const), place }) },
);

/**
 * Random what-ifs of a scenario's record: events dropped, moved and replaced, parties exchanged, valid acts added that
 * walk through the chart, under every policy that the file has a use for. Whatever is drawn can stand in the file.
 */
export function drawnArbitrary(scenario: Scenario, record: Branch): fc.Arbitrary<Drawn> {
  const modelled = Object.keys(scenario.doctrines).length > 0;
  const policies: readonly Policy[] = modelled ? ["keep", "prune", "stop", "model"] : ["keep", "prune", "stop"];
  return fc
    .record({
      wishes: fc.array(wish, { minLength: 1, maxLength: 6, size: "max" }),
      then: fc.constantFrom(...policies),
      run: fc.nat(1000),
    })
    .map(({ wishes, then, run }) => ({ edits: granted(wishes, scenario, record, then), then, run }));
}

const NOTE = "Invented by a test.";

/** The edits that wishes come to. What is impossible is left out. */
function granted(wishes: readonly Wish[], scenario: Scenario, record: Branch, then: Policy): readonly Edit[] {
  const events = eventsOf(record);
  const edits: Edit[] = [];
  const offer = (edit: Edit): void => {
    const clash = edits.some((other) => editedId(other) === editedId(edit));
    if (clash) return;
    const { faults } = carryOut([...edits, edit], events, scenario.dyad, record.background, scenario.window.from);
    if (faults.length === 0) edits.push(edit);
  };
  for (const wish of wishes) {
    const event = events[wish.place % Math.max(1, events.length)];
    if (event === undefined) continue;
    if (wish.kind === "drop" || wish.kind === "swap") offer({ kind: wish.kind, id: event.id });
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
  const made = branchOf(record, edits, then === "keep" ? "keep" : "prune");
  return made && situationAt(historyOf(made), minute);
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
