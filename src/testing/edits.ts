/** Generators for what-ifs: edits of a record that are possible together, of every kind, and what becomes of the rest. */
import fc from "fast-check";
import { type DiplomaticEvent, formatWhen, MINUTES_PER_DAY, type Precision, when } from "../events/index.ts";
import { carryOut, type Edit, editedId, editText, type Policy } from "../history/index.ts";
import type { Dyad } from "../machine/index.ts";
import { eventArbitrary, humanActs, type RecordConstraints, recordArbitrary } from "./events.ts";
import { eventText, printed, toText } from "./text.ts";

/** A record and a what-if of it. */
export interface WhatIfDraft {
  readonly record: readonly DiplomaticEvent[];
  readonly edits: readonly Edit[];
  readonly then: Policy;
}

/** The options of a generator of edits. */
export interface EditConstraints {
  /** Maximum number of edits; 5 by default. */
  readonly maxEdits?: number;
  /** The kinds of edits to draw from; all by default. The first is the one that edits shrink to. */
  readonly kinds?: readonly Edit["kind"][];
}

const KINDS: readonly Edit["kind"][] = ["drop", "move", "add", "replace", "swap"];
const POLICIES: readonly Policy[] = ["keep", "prune", "stop", "model"];

/**
 * Edits of a record that are possible together: no event is edited twice, and none comes before its cause. They shrink
 * to fewer edits, to drops, and to events near the beginning that are moved by fewer days and name fewer causes.
 *
 * @example
 * ```ts
 * import { carryOut, event } from "demarche";
 * import { editsArbitrary } from "demarche/testing";
 * import fc from "fast-check";
 * const dyad = { a: "IRN", b: "PAK" };
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const some = fc.sample(editsArbitrary([strike], dyad), 20);
 * some.every((edits) => carryOut(edits, [strike], dyad, new Set()).faults.length === 0); // => true
 * ```
 */
export function editsArbitrary(
  record: readonly DiplomaticEvent[],
  dyad: Dyad,
  constraints: EditConstraints = {},
): fc.Arbitrary<readonly Edit[]> {
  return editSeeds(dyad, constraints).map((seeds) => printed(possibleEdits(seeds, record, dyad), editsText));
}

/** A record, possible edits of it and a policy, each shrinking by itself. Its events stand close, many on one day. */
export function whatIfArbitrary(constraints: RecordConstraints & EditConstraints = {}): fc.Arbitrary<WhatIfDraft> {
  const { dyad = { a: "AAA", b: "BBB" } } = constraints;
  const records = recordArbitrary({ maxPause: 3, ...constraints, dyad });
  return fc
    .tuple(records, editSeeds(dyad, constraints), fc.constantFrom(...POLICIES))
    .map(([record, seeds, then]) =>
      printed({ record, edits: possibleEdits(seeds, record, dyad), then }, (whatIf) =>
        [toText(whatIf.record), `what if, then ${whatIf.then}`, editsText(whatIf.edits)].join("\n"),
      ),
    );
}

function editsText(edits: readonly Edit[]): string {
  const lines = edits.map((edit) => ("event" in edit ? `${editText(edit)}: ${eventText(edit.event)}` : editText(edit)));
  return lines.length === 0 ? "nothing is edited" : lines.join("\n");
}

/** A seed of an edit, drawn without knowing the record: its numbers are places, counted from the first. */
interface EditSeed {
  readonly kind: Edit["kind"];
  readonly place: number;
  readonly days: number;
  readonly minute: number;
  readonly precision: Precision;
  readonly event: DiplomaticEvent;
  readonly causes: readonly number[];
  /** Which event of its day it is put before; absent where it is not put before any. */
  readonly next: number | undefined;
}

function editSeeds(dyad: Dyad, { maxEdits = 5, kinds = KINDS }: EditConstraints): fc.Arbitrary<readonly EditSeed[]> {
  const seed = fc.record<EditSeed>({
    kind: fc.constantFrom(...kinds),
    place: fc.nat(10_000),
    days: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -4, max: 4 }) }, fc.integer({ min: -400, max: 400 })),
    minute: fc.nat(MINUTES_PER_DAY - 1),
    precision: fc.constantFrom<Precision>("day", "minute"),
    event: fc.constantFrom(...humanActs).chain((act) => eventArbitrary(act, dyad)),
    causes: fc.array(fc.nat(8), { maxLength: 2 }),
    next: fc.option(fc.nat(3), { nil: undefined }),
  });
  return fc.array(seed, { maxLength: maxEdits, size: "max" });
}

/** The edits that seeds become, where the record and the edits before allow it. */
function possibleEdits(seeds: readonly EditSeed[], record: readonly DiplomaticEvent[], dyad: Dyad): readonly Edit[] {
  const free = (edit: Edit, edits: readonly Edit[]): boolean =>
    edits.every((other) => editedId(other) !== editedId(edit) || (other.kind === "swap") !== (edit.kind === "swap"));
  const edits: Edit[] = [];
  seeds.forEach((seed, k) => {
    const edit = editFromSeed(seed, record, `n${k}`);
    if (edit === undefined || !free(edit, edits)) return;
    edits.push(edit);
    // The edits before may have taken a cause away, or moved it behind this event.
    if (carryOut(edits, record, dyad, new Set()).faults.length > 0) edits.pop();
  });
  return edits;
}

function editFromSeed(seed: EditSeed, record: readonly DiplomaticEvent[], name: string): Edit | undefined {
  const place = record.length === 0 ? 0 : seed.place % record.length;
  const own = record[place];
  if (seed.kind === "add") {
    const earlier = record.slice(0, place + 1);
    const id = record.some((event) => event.id === name) ? `${name}-new` : name;
    const event = {
      ...seed.event,
      id,
      because: causesOf(seed, earlier),
      at: shiftDate(seed, own ?? seed.event, earlier),
    };
    return { kind: "add", event, ...placeBefore(seed, event.at, id, record) };
  }
  if (own === undefined) return undefined;
  const { id } = own;
  if (seed.kind === "drop" || seed.kind === "swap") return { kind: seed.kind, id };
  const earlier = record.slice(0, place);
  if (seed.kind === "move") {
    const to = shiftDate(
      seed,
      own,
      earlier.filter((event) => own.because.includes(event.id)),
    );
    return { kind: "move", id, to, ...placeBefore(seed, to, id, record) };
  }
  const at = seed.days === 0 ? own.at : shiftDate(seed, own, earlier);
  const event = { ...seed.event, id, because: causesOf(seed, earlier), at };
  return { kind: "replace", id, event, ...placeBefore(seed, at, id, record) };
}

function causesOf({ causes }: EditSeed, earlier: readonly DiplomaticEvent[]): string[] {
  return [...new Set(causes)].flatMap((back) => earlier.at(-1 - back)?.id ?? []);
}

/** Some days from where an event stands, but not before these others. */
function shiftDate(
  { days, minute, precision }: EditSeed,
  { at }: DiplomaticEvent,
  others: readonly DiplomaticEvent[],
): string {
  const moved = when(at).start + days * MINUTES_PER_DAY + (precision === "minute" ? minute : 0);
  return formatWhen(Math.max(moved, ...others.map((other) => when(other.at).end)), precision);
}

function placeBefore(
  { next }: EditSeed,
  at: string,
  id: string,
  record: readonly DiplomaticEvent[],
): { before?: string } {
  if (next === undefined) return {};
  const { start, end } = when(at);
  const beside = record.filter(
    (event) => event.id !== id && when(event.at).start <= end && when(event.at).end >= start,
  );
  const chosen = beside[next % Math.max(1, beside.length)];
  return chosen === undefined ? {} : { before: chosen.id };
}
