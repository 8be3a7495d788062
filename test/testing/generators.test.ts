/** The generators keep what they promise; laws that are tested with them rest on it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actIds, actOf, type DiplomaticEvent, eventSchema, when } from "../../src/events/index.ts";
import { carryOut, type Edit, editedId, editText } from "../../src/history/index.ts";
import { type Detail, isEntitled, PEACE, project, step, symbols, unmet } from "../../src/machine/index.ts";
import {
  chartEvents,
  editsArbitrary,
  eventArbitrary,
  humanActs,
  recordArbitrary,
  validWalk,
  whatIfArbitrary,
} from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";

const dyad = { a: "AAA", b: "BBB" };

describe("an event", () => {
  test.each(actIds)("of %s is valid, by somebody entitled, and has each optional field now and then", (act) => {
    const made: DiplomaticEvent[] = fc.sample(eventArbitrary(act), 200);
    for (const event of made) {
      expect(eventSchema(act).parse(event)).toEqual(event);
      expect(isEntitled(project(event, dyad))).toBe(true);
    }
    for (const name of Object.keys(actOf(act).fields)) {
      const optional = eventSchema(act).safeParse(
        without(
          made.find((event) => name in event),
          name,
        ),
      ).success;
      const present = made.filter((event) => name in event).length;
      expect({ name, present: present > 0, absent: present < made.length }).toEqual({
        name,
        present: true,
        absent: optional,
      });
    }
  });

  test("of an act about a mission means either party's mission", () => {
    const details = new Set<Detail | undefined>();
    for (const event of fc.sample(eventArbitrary("recall-ambassador"), 200)) details.add(project(event, dyad).detail);
    expect(details).toEqual(new Set([undefined, "contrary"]));
  });
});

describe("a record", () => {
  test("is in order of time, has ids of its own, and its causes come earlier", () => {
    fc.assert(
      fc.property(recordArbitrary(), (record) => {
        const starts = record.map(({ at }) => when(at).start);
        expect(starts).toEqual(starts.toSorted((one, two) => one - two));
        expect(new Set(record.map(({ id }) => id)).size).toBe(record.length);
        record.forEach(({ because }, k) => {
          const earlier = record.slice(0, k).map(({ id }) => id);
          expect(earlier).toEqual(expect.arrayContaining(because));
        });
      }),
    );
  });

  test("is written by people, the parties and a third state, by the acts that it is told to use", () => {
    fc.assert(
      fc.property(recordArbitrary({ acts: ["strike", "visit"], dyad: { a: "IRN", b: "PAK" } }), (record) => {
        for (const { act, from } of record) {
          expect(["strike", "visit"]).toContain(act);
          expect([["IRN"], ["PAK"], ["IRN", "PAK"], ["CCC"]]).toContainEqual(from);
        }
      }),
    );
    expect(humanActs.some((act) => actOf(act).class === "clock")).toBe(false);
  });
});

describe("a what-if", () => {
  test("has edits that are possible together, no more than it is told, and leaves events valid", () => {
    fc.assert(
      fc.property(whatIfArbitrary({ dyad, maxEdits: 7 }), ({ record, edits }) => {
        expect(edits.length).toBeLessThanOrEqual(7);
        const { faults, changes } = carryOut(edits, record, dyad, new Set());
        expect(faults).toEqual([]);
        for (const { after } of changes)
          if (after !== undefined) expect(eventSchema(after.act).parse(after)).toEqual(after);
      }),
    );
  });

  test("has now and then an edit of every kind, placed and not, under every policy", () => {
    const found = new Set<string>();
    for (const { edits, then } of fc.sample(whatIfArbitrary({ dyad }), 500)) {
      found.add(then);
      for (const edit of edits) found.add("before" in edit ? `${edit.kind} before` : edit.kind);
    }
    const kinds = ["add", "add before", "drop", "move", "move before", "replace", "replace before", "swap"];
    expect([...found].toSorted()).toEqual(["keep", "model", "prune", "stop", ...kinds].toSorted());
  });

  test("shrinks to a single edit without more to it: the drop of the one event there is, or an addition", () => {
    const holds = fc.check(
      fc.property(whatIfArbitrary({ dyad }), ({ edits }) => edits.length === 0),
      { numRuns: ofAll(100, 30) },
    );
    const [found] = holds.counterexample ?? [];
    const [edit, ...more] = found?.edits ?? [];
    expect(more).toEqual([]);
    expect(["drop e0", "add n0"]).toContain(edit === undefined ? "" : editText(edit));
    expect(found?.record.length).toBeLessThanOrEqual(1);
  });

  test("of a given record edits its events, by the kinds that it is told to use", () => {
    const records = recordArbitrary({ dyad });
    const kinds = ["move", "swap"] as const;
    const drawn = records.chain((record) => fc.tuple(fc.constant(record), editsArbitrary(record, dyad, { kinds })));
    fc.assert(
      fc.property(drawn, ([record, edits]) => {
        const ids = record.map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(edits.map(editedId)));
        expect(edits.map(({ kind }): Edit["kind"] => kind).every((kind) => kind === "move" || kind === "swap")).toBe(
          true,
        );
      }),
    );
  });
});

describe("a sequence for the chart", () => {
  test("that is valid is valid at every step", () => {
    fc.assert(
      fc.property(validWalk(), (walk) => {
        let situation = PEACE;
        for (const event of walk) {
          expect(unmet(situation, event)).toEqual([]);
          situation = step(situation, event);
        }
      }),
    );
  });

  test("that may be void is no longer than it is told, and made of symbols", () => {
    fc.assert(
      fc.property(chartEvents({ maxLength: 5 }), (events) => {
        expect(events.length).toBeLessThanOrEqual(5);
        expect(symbols).toEqual(expect.arrayContaining([...events]));
      }),
    );
  });
});

function without(event: DiplomaticEvent | undefined, name: string): object {
  return Object.fromEntries(Object.entries(event ?? {}).filter(([key]) => key !== name));
}
