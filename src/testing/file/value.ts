/** Generators for what a scenario file says: a record and whatever else is drawn, as the plain values that YAML carries. */
import fc from "fast-check";
import { type DiplomaticEvent, formatWhen, MINUTES_PER_DAY, when } from "../../events/index.ts";
import { carryOut, type Edit, fold } from "../../history/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { nth } from "../../problem/index.ts";
import { editValue, type Outcome } from "../../scenario/index.ts";
import { outcomeArbitrary, patternArbitrary } from "../doctrines.ts";
import { type WhatIfDraft, whatIfArbitrary } from "../edits.ts";
import { doctrinesValue, outcomeValue, patternValue, type Value } from "./model.ts";

const dyad: Dyad = { a: "AAA", b: "BBB" };

/** The options of a generator of scenario files. */
export interface ScenarioConstraints {
  /** Maximum number of events; 6 by default. There is always one. */
  readonly maxEvents?: number;
  /** Maximum number of edits of its what-if; 3 by default. */
  readonly maxEdits?: number;
}

/** The value of a file that reads without an error. It shrinks to one event and the keys that no file can do without. */
export function scenarioValue({ maxEvents = 6, maxEdits = 3 }: ScenarioConstraints = {}): fc.Arbitrary<Value> {
  const present = fc.boolean();
  return fc
    .record({
      whatIf: whatIfArbitrary({ dyad, maxLength: maxEvents, maxPause: 8, maxEdits }).filter(
        ({ record }) => record.length > 0,
      ),
      purpose: fc.constantFrom("teaching", "retrodiction", "exploration"),
      tail: fc.nat(60),
      expects: present,
      hasContext: present,
      teaches: present,
      quiet: fc.constantFrom(undefined, "10d", "12h", "1w"),
      never: fc.option(
        patternArbitrary().filter((pattern) => Object.keys(pattern).length > 0),
        { nil: undefined },
      ),
      doctrines: doctrinesValue(dyad),
      outcomes: fc.array(outcomeArbitrary(), { maxLength: 2 }),
    })
    .map(({ whatIf: wished, tail, doctrines, outcomes, ...drawn }) => {
      const whatIf = { ...wished, edits: writable(wished) };
      const { record, edits } = whatIf;
      const window = windowOf(whatIf, tail);
      const text = JSON.stringify([record, edits, doctrines]);
      const others = Object.entries(OTHERS).filter(([code]) => text.includes(code));
      const quiet = drawn.quiet === undefined ? {} : { quiet: drawn.quiet };
      const context = [{ id: "before", at: "2023-06-01", what: "An older quarrel.", cite: ["press"] }];
      return {
        scenario: "random",
        title: "A random scenario",
        purpose: drawn.purpose,
        window,
        ...quiet,
        parties: { AAA: { name: "Aland" }, BBB: { name: "Bland", cow: 42 } },
        ...(others.length === 0 ? {} : { others: Object.fromEntries(others) }),
        sources: { press: { title: "A report: what was said" } },
        ...(drawn.hasContext ? { context } : {}),
        events: record.map((event, k) => ({
          ...withKnownAnswer(eventValue(event), record.slice(0, k)),
          cite: "press",
        })),
        ...(drawn.expects ? { expect: [expectation(record, window)] } : {}),
        ...(drawn.never === undefined ? {} : { never: [{ name: "not-this", ...patternValue(drawn.never, dyad) }] }),
        ...(edits.length === 0 ? {} : { "what-if": { otherwise: whatIfValue(whatIf) } }),
        ...(Object.keys(doctrines).length === 0 ? {} : { doctrines }),
        ...(outcomes.length === 0 ? {} : { outcomes: Object.fromEntries(outcomes.map(outcomeEntry)) }),
        ...(drawn.teaches ? { teach: [lesson(record)] } : {}),
      };
    });
}

const OTHERS: Value = {
  CCC: { name: "Cland", kind: "state" },
  DDD: { name: "Dland", kind: "organisation" },
  GGG: { name: "G-group", kind: "non-state" },
  NSG: { name: "N-group", kind: "non-state" },
};

/** From the first day that is named to the last, and some days more. */
function windowOf({ record, edits }: WhatIfDraft, tail: number): { readonly from: string; readonly to: string } {
  const dated = edits.flatMap((edit) => ("event" in edit ? edit.event.at : edit.kind === "move" ? edit.to : []));
  const dates = [...record.map(({ at }) => at), ...dated].map(when);
  const from = Math.min(...dates.map(({ start }) => start));
  const to = Math.max(...dates.map(({ end }) => end)) + tail * MINUTES_PER_DAY;
  return { from: formatWhen(from), to: formatWhen(to) };
}

/** The edits as a file can write them: a replacement keeps the lists that it does not have itself. */
function writable({ record, edits }: WhatIfDraft): readonly Edit[] {
  const originals = new Map(record.map((event) => [event.id, event]));
  const kept: Edit[] = [];
  for (const edit of edits) {
    const original = edit.kind === "replace" ? originals.get(edit.id) : undefined;
    kept.push(
      edit.kind === "replace" && original !== undefined ? { ...edit, event: mergeLists(original, edit.event) } : edit,
    );
    // What it keeps may come too late for it, and what was left out may be what it stood on.
    if (carryOut(kept, record, dyad, new Set()).faults.length > 0) kept.pop();
  }
  return kept;
}

function mergeLists(original: DiplomaticEvent, now: DiplomaticEvent): DiplomaticEvent {
  const lists = (["to", "because", "claims"] as const).filter((key) => now[key].length === 0);
  return { ...now, ...Object.fromEntries(lists.map((key) => [key, original[key]])) };
}

function eventValue(event: DiplomaticEvent): Value {
  return editValue({ kind: "add", event })["add"] as Value;
}

/** An event that answers none, where the one that it was to answer is not among the earlier ones. */
function withKnownAnswer({ of, ...event }: Value, earlier: readonly DiplomaticEvent[]): Value {
  return earlier.some(({ id }) => id === of) ? { of, ...event } : event;
}

function whatIfValue({ edits, record, then }: WhatIfDraft): Value {
  const written = edits.map((edit): Value => {
    const value: Value = editValue(edit);
    if (edit.kind !== "add" && edit.kind !== "replace") return value;
    const key = edit.kind === "add" ? "add" : "with";
    const earlier = record.filter(({ id, at }) => id !== edit.event.id && when(at).end < when(edit.event.at).start);
    return { ...value, [key]: withKnownAnswer(value[key] as Value, earlier) };
  });
  return { because: "Somebody thought again.", edit: written, then };
}

/** Where the record stands at the end of the window, which its replay reaches. */
function expectation(
  record: readonly DiplomaticEvent[],
  window: { readonly from: string; readonly to: string },
): Value {
  const { situation } = fold(record, { dyad, from: when(window.from).start }, when(window.to).start);
  const { relations, missionA, missionB } = situation;
  return { at: formatWhen(when(window.to).start, "minute"), relations, missions: { AAA: missionA, BBB: missionB } };
}

function outcomeEntry(outcome: Outcome, k: number): readonly [string, Value] {
  return [`outcome-${k + 1}`, outcomeValue(outcome, dyad)];
}

function lesson(record: readonly DiplomaticEvent[]): Value {
  return { pause: nth(record, 0).id, ask: "What next?", options: ["yes", "no", "it depends"], answer: "no" };
}
