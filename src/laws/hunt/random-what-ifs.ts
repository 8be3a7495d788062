/** Random what-ifs of a record, from seeds of edits that shrink by themselves and become edits where the record allows it. */
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
import { branchOf } from "./write-out.ts";

export interface RandomWhatIf {
  readonly edits: readonly Edit[];
  readonly then: Policy;
  /** With `then: model`: the number of the one future that is looked at. */
  readonly run: number;
}

/** A seed of an edit: its numbers are places and picks, taken modulo how many there are. */
type EditSeed =
  | { readonly kind: "drop"; readonly place: number }
  | { readonly kind: "swap"; readonly place: number }
  | { readonly kind: "move"; readonly place: number; readonly days: number }
  | { readonly kind: "replace"; readonly place: number; readonly pick: number }
  /** Valid acts one after the other on one day, some days after an event. */
  | { readonly kind: "walk"; readonly place: number; readonly days: number; readonly picks: readonly number[] };

const MAX_PLACE = 10_000;
const MAX_PICK = 1_000;
const place = fc.nat(MAX_PLACE);
const days = fc.integer({ min: -10, max: 20 });

const editSeed: fc.Arbitrary<EditSeed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("drop" as const), place }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("walk" as const),
      place,
      days: fc.nat(20),
      picks: fc.array(fc.nat(MAX_PICK), { minLength: 1, maxLength: 5, size: "max" }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), place, days }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("replace" as const), place, pick: fc.nat(MAX_PICK) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("swap" as const), place }) },
);

/**
 * Random what-ifs of a scenario's record: events dropped, moved and replaced, parties exchanged, valid acts added that
 * walk through the chart, under every policy that the file has a use for. Whatever is drawn can stand in the file.
 */
export function randomWhatIfArbitrary(scenario: Scenario, record: Branch): fc.Arbitrary<RandomWhatIf> {
  const modelled = Object.keys(scenario.doctrines).length > 0;
  const policies: readonly Policy[] = modelled ? ["keep", "prune", "stop", "model"] : ["keep", "prune", "stop"];
  return fc
    .record({
      seeds: fc.array(editSeed, { minLength: 1, maxLength: 6, size: "max" }),
      then: fc.constantFrom(...policies),
      run: fc.nat(1000),
    })
    .map(({ seeds, then, run }) => ({ edits: editsFromSeeds(seeds, scenario, record, then), then, run }));
}

const NOTE = "Invented by a test.";

/** The edits that seeds become. Impossible ones are left out. */
function editsFromSeeds(seeds: readonly EditSeed[], scenario: Scenario, record: Branch, then: Policy): readonly Edit[] {
  const events = eventsOf(record);
  const edits: Edit[] = [];
  const offer = (edit: Edit): void => {
    const clash = edits.some((other) => editedId(other) === editedId(edit));
    if (clash) return;
    const { faults } = carryOut([...edits, edit], events, scenario.dyad, record.background, scenario.window.from);
    if (faults.length === 0) edits.push(edit);
  };
  for (const editSeed of seeds) {
    const event = events[editSeed.place % Math.max(1, events.length)];
    if (event === undefined) continue;
    if (editSeed.kind === "drop" || editSeed.kind === "swap") offer({ kind: editSeed.kind, id: event.id });
    else if (editSeed.kind === "move")
      offer({ kind: "move", id: event.id, to: dayFrom(event, editSeed.days, scenario) });
    else if (editSeed.kind === "replace")
      for (const edit of replacementEdits(event, editSeed.pick, record)) offer(edit);
    else addWalk(event, editSeed, scenario, { record, edits, then, offer });
  }
  return edits;
}

/** Another valid act of the same actor in an event's place. */
function replacementEdits(event: DiplomaticEvent, pick: number, record: Branch): readonly Edit[] {
  const { dyad } = record.end;
  const step = historyOf(record).steps.find((candidate) => candidate.event.id === event.id);
  if (step === undefined || step.seen.by === "other") return [];
  const { before, seen } = step;
  const act = pickAct(before, pick, [seen.by], sharedTable.next(sharedTable.idOf(before), symbolIndex(seen)));
  if (act === undefined) return [];
  return [{ kind: "replace", id: event.id, event: inventedInstead(event, act, dyad, NOTE) }];
}

interface WalkContext {
  readonly record: Branch;
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly offer: (edit: Edit) => void;
}

/** Valid acts on one day, each in the situation that the ones before led to. */
function addWalk(
  event: DiplomaticEvent,
  { days, picks }: Extract<EditSeed, { kind: "walk" }>,
  scenario: Scenario,
  { record, edits, then, offer }: WalkContext,
): void {
  const at = dayFrom(event, days, scenario);
  let situation = situationOfWhatIf(record, edits, then, when(at).end);
  const taken = new Set([...eventsOf(record).map(({ id }) => id), ...edits.map(editedId)]);
  for (const pick of picks) {
    const act = situation === undefined ? undefined : pickAct(situation, pick, ["a", "b", "both"]);
    if (situation === undefined || act === undefined) return;
    const id = freeId(act.type, taken);
    offer({ kind: "add", event: invented({ id, at, seen: act, dyad: scenario.dyad, note: NOTE }) });
    situation = sharedTable.situationOf(sharedTable.next(sharedTable.idOf(situation), symbolIndex(act)));
  }
}

/** The situation of a what-if at a minute; of events that an earlier end would leave open, those that have happened by then. */
function situationOfWhatIf(
  record: Branch,
  edits: readonly Edit[],
  then: Policy,
  minute: number,
): Situation | undefined {
  if (edits.length === 0) return situationAt(historyOf(record), minute);
  const made = branchOf(record, edits, then === "keep" ? "keep" : "prune");
  return made && situationAt(historyOf(made), minute);
}

/** The acts that parties can do, without those that differ only in a detail. */
const acts: readonly ChartEvent[] = symbols.filter(
  (act) => act.by !== "other" && act.detail === undefined && isEntitled(act) && actOf(act.type).class !== "clock",
);

/**
 * One of the valid acts that lead elsewhere, the first of those that lead to the same situation. One pick in ten is of
 * all valid acts, so that acts which change nothing come too.
 */
function pickAct(before: Situation, pick: number, by: readonly By[], alsoExcluded?: number): ChartEvent | undefined {
  const id = sharedTable.idOf(before);
  const excluded = new Set([id, ...(alsoExcluded === undefined ? [] : [alsoExcluded])]);
  const any = pick % 10 === 9;
  const choices = acts.filter((event) => {
    if (!by.includes(event.by)) return false;
    const symbol = symbolIndex(event);
    const next = sharedTable.next(id, symbol);
    if (any) return sharedTable.verdict(id, symbol) !== "void";
    if (excluded.has(next) || sharedTable.verdict(id, symbol) !== "applied") return false;
    excluded.add(next);
    return true;
  });
  return choices[Math.floor(any ? pick / 10 : pick) % Math.max(1, choices.length)];
}

/** The day some days after an event, within the file's window. */
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
