/** Edits and records that nobody would write, and that must break nothing all the same. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiplomaticEvent, formatWhen, when } from "../../../src/events/index.ts";
import {
  type Branch,
  branch,
  carryOut,
  compare,
  coneOf,
  digestOf,
  doubtsOf,
  type Edit,
  eventsOf,
  fold,
  handover,
  historyOf,
  inverse,
  mainLine,
  type Policy,
  rebase,
} from "../../../src/history/index.ts";
import { editsArbitrary, recordArbitrary } from "../../../src/testing/index.ts";
import { bytes, dropped, idsOf, longRecord, scope, told } from "../../support/branches.ts";
import { beginning, crisis, dyad, on, reprisal, strike } from "../../support/crisis.ts";
import { ofAll } from "../../support/enduring.ts";

const policies = ["keep", "prune", "stop", "model"] as const satisfies readonly Policy[];

/** Asks everything that can be asked of a what-if. */
function asked(main: Branch, edits: readonly Edit[], then: Policy): Branch {
  const made = branch(main, edits, then);
  const [here, there] = [historyOf(main), historyOf(made)];
  compare(here, there);
  compare(there, here);
  doubtsOf({ edits, then }, made);
  handover(made);
  coneOf(
    here,
    edits.map((edit) => (edit.kind === "add" ? edit.event.id : edit.id)),
  );
  rebase({ edits, then }, main, made);
  digestOf(made);
  inverse(made.changes, eventsOf(main));
  return made;
}

describe("many edits", () => {
  const record = longRecord(150);
  const main = mainLine(record, scope);

  test("fifty are carried out under every policy, and can be taken back", { tags: "long" }, () => {
    const [edits = []] = fc
      .sample(editsArbitrary(record, scope.dyad, { maxEdits: 200 }), { numRuns: 20, seed: 7 })
      .toSorted((one, other) => other.length - one.length);
    expect(edits.length).toBeGreaterThan(50);
    for (const then of ofAll<readonly Policy[]>(policies, ["prune"])) {
      const made = asked(main, edits, then);
      expect(told(made)).toEqual(told(fold(eventsOf(made), scope, made.until)));
    }
    const kept = branch(main, edits, "keep");
    expect(bytes(branch(kept, inverse(kept.changes, record), "keep"))).toBe(bytes(main));
  });

  test("one of every event are carried out, and can be taken back", () => {
    const moves = record.map(({ id, at }): Edit => ({ kind: "move", id, to: formatWhen(when(at).start + 1440) }));
    const replacements = record.map(
      (event): Edit => ({ kind: "replace", id: event.id, event: { ...event, note: "so" } }),
    );
    for (const edits of [moves, replacements, moves.toReversed()]) {
      const made = asked(main, edits, "keep");
      expect(bytes(branch(made, inverse(made.changes, record), "keep"))).toBe(bytes(main));
    }
  });

  test("a chain of thousands of added events, each the cause of the one before, is put in order", () => {
    const chain = Array.from({ length: 3_000 }, (_, k): Edit => {
      const event = { ...on(20, "make-statement", ["IRN"]), id: `n${k}`, because: [`n${k + 1}`] };
      return { kind: "add", event: k === 2_999 ? { ...event, because: [] } : event };
    });
    const made = branch(mainLine([], { dyad }), chain, "prune");
    expect(idsOf(made)[0]).toBe("n2999");
    expect(idsOf(made).length).toBe(3_000);
  });
});

describe("few events", () => {
  test("an empty record has nothing to drop, and takes what is added", () => {
    const empty = mainLine([], { dyad });
    for (const then of policies) {
      expect(historyOf(asked(empty, [], then)).steps).toEqual([]);
      expect(idsOf(asked(empty, [{ kind: "add", event: strike }], then))).toEqual([strike.id]);
      expect(() => branch(empty, dropped(strike), then)).toThrow("is no event of the record");
    }
  });

  test("a record of one event can lose it and get it back", () => {
    const main = mainLine([strike], { dyad });
    for (const then of policies) {
      const made = asked(main, dropped(strike), then);
      expect(historyOf(made)).toMatchObject({ steps: [], situation: { course: "normal.full" } });
      expect(bytes(branch(made, inverse(made.changes, [strike]), then))).toBe(bytes(main));
    }
  });

  test("a record can lose everything", () => {
    const main = mainLine(crisis, beginning);
    for (const then of policies) expect(historyOf(asked(main, dropped(...crisis), then)).steps).toEqual([]);
  });

  test("a record without a beginning can open in a crisis and lose everything; its clock waits for a first event", () => {
    const opening = fold([strike], { dyad }).situation;
    const main = mainLine([reprisal], { dyad, opening, until: when("2025-01-01").end });
    const made = asked(main, dropped(reprisal), "keep");
    expect(historyOf(made).situation).toEqual(opening);
    expect(historyOf(main).steps.map(({ event: { act } }) => act)).toEqual(["strike", "crisis-faded"]);
  });

  test("a swap at the last event turns that one alone", () => {
    const [last] = crisis.slice(-1);
    const swapped = asked(
      mainLine([...crisis, on(27, "make-statement", ["IRN"])], beginning),
      [{ kind: "swap", id: "make-statement-27" }],
      "prune",
    );
    expect(eventsOf(swapped).slice(0, -1)).toEqual(crisis);
    expect(eventsOf(swapped).at(-1)).toMatchObject({ from: ["PAK"], to: ["IRN"] });
    expect(last).toBeDefined();
  });
});

describe("names that mean something to the language", () => {
  const names = [
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    "0",
    "-1",
    "",
    " ",
    "clock-kept-x-1",
    "null",
  ];
  const record = names.map(
    (id, k): DiplomaticEvent => ({
      ...on(16 + k, k % 2 === 0 ? "strike" : "make-statement", ["IRN"]),
      id,
      because: names.slice(Math.max(0, k - 1), k),
    }),
  );

  test.each(names)("an event called %j is edited as any other", (id) => {
    const main = mainLine(record, beginning);
    for (const then of policies) {
      expect(idsOf(asked(main, [{ kind: "drop", id }], "keep"))).toEqual(names.filter((name) => name !== id));
      asked(main, [{ kind: "swap", id }], then);
    }
    expect(idsOf(branch(main, [{ kind: "drop", id }], "prune"))).toEqual(names.slice(0, names.indexOf(id)));
    const moved = asked(main, [{ kind: "move", id, to: "2024-02-20" }], "keep");
    expect(idsOf(moved).at(-1)).toBe(id);
    expect(bytes(branch(moved, inverse(moved.changes, record), "keep"))).toBe(bytes(main));
  });

  test("are no events of a record that does not have them", () => {
    for (const id of names) {
      const { faults } = carryOut([{ kind: "move", id, to: "2024-01-17", before: id }], crisis, dyad, new Set());
      expect(faults).toMatchObject([{ code: "unknown-event", part: "id" }]);
      const added: Edit = { kind: "add", event: { ...on(18, "strike", ["IRN"]), id: "x", because: [id] }, before: id };
      expect(carryOut([added], crisis, dyad, new Set()).faults.map(({ code }) => code)).toEqual([
        "unknown-event",
        "unknown-event",
      ]);
    }
  });
});

test("any edits at all are carried out or are faults, and nothing else is thrown", () => {
  const id = fc.constantFrom("e0", "e1", "e2", "n0", "constructor");
  const at = fc.constantFrom("2023-12-31", "2024-01-01", "2024-01-02T12:00", "2024-01-03", "0000-01-01", "9999-12-31");
  const event = fc
    .record({ id, at, because: fc.array(id, { maxLength: 2 }) })
    .map((parts): DiplomaticEvent => ({ ...strike, ...parts }));
  const placed = fc.option(id, { nil: undefined }).map((before) => (before === undefined ? {} : { before }));
  const edit = fc.oneof(
    id.map((id): Edit => ({ kind: "drop", id })),
    id.map((id): Edit => ({ kind: "swap", id })),
    fc.tuple(event, placed).map(([event, place]): Edit => ({ kind: "add", event, ...place })),
    fc.tuple(event, placed).map(([event, place]): Edit => ({ kind: "replace", id: event.id, event, ...place })),
    fc.tuple(id, at, placed).map(([id, to, place]): Edit => ({ kind: "move", id, to, ...place })),
  );
  const records = recordArbitrary({ dyad, maxLength: 4, maxPause: 1 });
  fc.assert(
    fc.property(records, fc.array(edit, { maxLength: 5 }), fc.constantFrom(...policies), (record, edits, then) => {
      const main = mainLine(record, { ...scope, dyad });
      const { faults } = carryOut(edits, record, dyad, new Set(), scope.from);
      for (const { index, message, expected } of faults) {
        expect(edits[index]).toBeDefined();
        expect(message).toMatch(/\.$/);
        expect(expected).not.toBe("");
      }
      if (faults.length > 0) expect(() => branch(main, edits, then)).toThrow(faults[0]?.message);
      else asked(main, edits, then);
    }),
    { numRuns: ofAll(500, 100) },
  );
});
