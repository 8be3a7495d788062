/** Rebasing: a what-if goes on holding of a corrected record, or says what a person has to decide. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiplomaticEvent, formatWhen } from "../../../src/events/index.ts";
import { branch, type Edit, editedId, eventsOf, historyOf, mainLine, rebase } from "../../../src/history/index.ts";
import { bytes, holds, make, scope, whatIfs } from "../../support/branches.ts";
import { accord, beginning, crisis, on, recall, reprisal, strike } from "../../support/crisis.ts";

describe("rebasing", () => {
  test("onto the same record changes nothing and finds no conflict", () => {
    holds(({ main, edits, then, made, record }) => {
      const onto = mainLine(structuredClone(record), scope);
      const { edits: carried, conflicts, branch: again } = rebase({ edits, then }, main, onto);
      expect(conflicts).toEqual([]);
      expect(JSON.stringify(carried)).toBe(JSON.stringify(edits));
      if (edits.length > 0) expect(historyOf(again)).toEqual(historyOf(made));
    });
  });

  test("onto a record corrected elsewhere keeps the correction and the what-if", () => {
    fc.assert(
      fc.property(whatIfs({ kinds: ["drop", "move", "add", "replace"] }), fc.nat(), (whatIf, place) => {
        const { main, edits, record, made, then } = make(whatIf, "keep");
        const unedited = record.filter(({ id }) => edits.every((edit) => editedId(edit) !== id));
        const corrected = unedited[place % Math.max(1, unedited.length)];
        fc.pre(corrected !== undefined);
        const correction = { ...corrected, note: "as we know now" };
        const onto = mainLine(record.with(record.indexOf(corrected), correction), scope);
        const rebased = rebase({ edits, then }, main, onto);
        expect(rebased.conflicts).toEqual([]);
        expect(rebased.edits).toEqual(edits);
        const wanted = eventsOf(made).map((event) => (event.id === corrected.id ? correction : event));
        expect(bytes(rebased.branch)).toBe(JSON.stringify(wanted));
      }),
    );
  });

  test("onto any other record never breaks off: each edit is carried over or is a conflict", () => {
    fc.assert(
      fc.property(whatIfs(), whatIfs(), (whatIf, other) => {
        const [{ main, edits, then }, onto] = [make(whatIf), make(other).made];
        const rebased = rebase({ edits, then }, main, onto);
        const refused = new Set(rebased.conflicts.map(({ index }) => index));
        expect(rebased.edits.length + refused.size).toBe(edits.length);
        expect(rebased.conflicts.map(({ index }) => index)).toEqual(
          [...rebased.conflicts.map(({ index }) => index)].sort((a, b) => a - b),
        );
      }),
    );
  });
});

describe("a correction", () => {
  const record = mainLine(crisis, beginning);

  /** Rebases edits onto the crisis with some events corrected; with undefined for one that was struck out. */
  function onto(edits: readonly Edit[], corrections: Readonly<Record<string, DiplomaticEvent | undefined>>) {
    const events = crisis.flatMap((event) => {
      const now = event.id in corrections ? corrections[event.id] : event;
      return now === undefined ? [] : [now];
    });
    return rebase({ edits, then: "keep" }, record, mainLine(events, beginning));
  }

  function conflicts(...given: Parameters<typeof onto>): readonly string[] {
    return onto(...given).conflicts.map(({ code, index, message }) => `${index} ${code}: ${message}`);
  }

  const drop: Edit = { kind: "drop", id: reprisal.id };

  test("of the act, the date or the actors of an event that is dropped is a conflict", () => {
    expect(conflicts([drop], { [reprisal.id]: { ...reprisal, at: "2024-01-19", note: "a day later" } })).toEqual([
      "0 changed: drop strike-18: the correction changed at of strike-18 too.",
    ]);
  });

  test("of what else is said of an event that is dropped is none", () => {
    expect(onto([drop], { [reprisal.id]: { ...reprisal, note: "at dawn", cite: ["press"] } })).toMatchObject({
      conflicts: [],
      edits: [drop],
    });
  });

  test("of the date of an event that is moved is a conflict, unless it goes to the same day", () => {
    const move: Edit = { kind: "move", id: reprisal.id, to: "2024-01-19" };
    expect(conflicts([move], { [reprisal.id]: { ...reprisal, at: "2024-01-17" } })).toEqual([
      "0 changed: move strike-18 to 2024-01-19: the correction changed at of strike-18 too.",
    ]);
    expect(conflicts([move], { [reprisal.id]: { ...reprisal, at: "2024-01-19" } })).toEqual([]);
    expect(conflicts([move], { [reprisal.id]: { ...reprisal, note: "at dawn" } })).toEqual([]);
  });

  test("of another part of an event that is replaced holds beside the replacement", () => {
    const edits: readonly Edit[] = [{ kind: "replace", id: reprisal.id, event: { ...reprisal, note: "at sea" } }];
    const { branch: made, conflicts: none } = onto(edits, { [reprisal.id]: { ...reprisal, cite: ["press"] } });
    expect(none).toEqual([]);
    expect(eventsOf(made).find(({ id }) => id === reprisal.id)).toEqual({
      ...reprisal,
      cite: ["press"],
      note: "at sea",
    });
  });

  test("that takes a part away takes it away from the replacement too", () => {
    const noted = { ...reprisal, note: "at dawn" };
    const edits: readonly Edit[] = [{ kind: "replace", id: reprisal.id, event: { ...noted, cite: ["press"] } }];
    const old = mainLine(
      crisis.map((event) => (event === reprisal ? noted : event)),
      beginning,
    );
    const { branch: made, conflicts: none } = rebase({ edits, then: "keep" }, old, record);
    expect(none).toEqual([]);
    expect(eventsOf(made).find(({ id }) => id === reprisal.id)).toEqual({ ...reprisal, cite: ["press"] });
  });

  test("of the same part of an event that is replaced is a conflict, unless both say the same", () => {
    const edits: readonly Edit[] = [{ kind: "replace", id: reprisal.id, event: { ...reprisal, note: "at sea" } }];
    expect(conflicts(edits, { [reprisal.id]: { ...reprisal, note: "at dawn" } })).toEqual([
      "0 changed: replace strike-18: the correction changed note of strike-18 too.",
    ]);
    expect(conflicts(edits, { [reprisal.id]: { ...reprisal, note: "at sea" } })).toEqual([]);
  });

  test("of the act is a conflict with a replacement of what the act alone has", () => {
    const expulsion = on(18, "expel-diplomats", ["PAK"], { id: reprisal.id, count: 5 });
    const old = mainLine(
      crisis.map((event) => (event === reprisal ? expulsion : event)),
      beginning,
    );
    const edits: readonly Edit[] = [
      { kind: "replace", id: reprisal.id, event: { ...expulsion, count: 10 } as DiplomaticEvent },
    ];
    expect(rebase({ edits, then: "keep" }, old, record).conflicts).toMatchObject([{ index: 0, code: "changed" }]);
  });

  test("of a part that the replacement's act does not have is a conflict", () => {
    const statement = { ...on(22, "make-statement", ["PAK"]), id: accord.id };
    const treaty = { ...accord, form: "treaty" } as DiplomaticEvent;
    expect(conflicts([{ kind: "replace", id: accord.id, event: statement }], { [accord.id]: treaty })).toEqual([
      "0 changed: replace agree-22: the correction changed form of agree-22 too.",
    ]);
  });

  test("that strikes an event out is a conflict with each edit of it, and with what stands on that edit", () => {
    const added = { ...on(18, "make-statement", ["IRN"]), because: [reprisal.id] };
    const edits: readonly Edit[] = [
      { kind: "move", id: reprisal.id, to: "2024-01-19" },
      { kind: "add", event: added },
      { kind: "add", event: { ...on(20, "make-statement", ["IRN"]), because: [added.id] } },
      { kind: "swap", id: strike.id },
    ];
    const { conflicts: found, edits: kept } = onto(edits, { [reprisal.id]: undefined });
    expect(found.map(({ index, code }) => [index, code])).toEqual([
      [0, "unknown-event"],
      [1, "unknown-event"],
      [2, "unknown-event"],
    ]);
    expect(kept).toEqual([{ kind: "swap", id: strike.id }]);
  });

  test("that brings an event of the same id is a conflict with an added one", () => {
    const added: Edit = { kind: "add", event: on(20, "make-statement", ["IRN"]) };
    const events = [...crisis, { ...on(27, "make-statement", ["IRN"]), id: "make-statement-20" }];
    expect(rebase({ edits: [added], then: "keep" }, record, mainLine(events, beginning)).conflicts).toMatchObject([
      { index: 0, code: "duplicate-id" },
    ]);
  });

  test("of a cause's date is a conflict with a move of its effect before it", () => {
    const move: Edit = { kind: "move", id: reprisal.id, to: "2024-01-17" };
    const late = { ...strike, at: formatWhen(Date.UTC(2024, 0, 18) / 60_000) };
    const events = [{ ...recall, because: [] }, late, reprisal];
    const rebased = rebase({ edits: [move], then: "keep" }, record, mainLine(events, beginning));
    expect(rebased.conflicts).toMatchObject([{ index: 0, code: "effect-before-cause" }]);
    expect(rebased.branch).toBe(rebased.branch.parent ?? rebased.branch);
  });

  test("of the day is a conflict with a place before an event that is on another day now", () => {
    const edits: readonly Edit[] = [{ kind: "move", id: reprisal.id, to: "2024-01-17", before: recall.id }];
    expect(conflicts(edits, { [recall.id]: { ...recall, at: "2024-01-16" } })).toHaveLength(1);
    expect(onto(edits, { [recall.id]: { ...recall, at: "2024-01-16" } }).branch).toEqual(
      mainLine(eventsOf(branch(record, [{ kind: "move", id: recall.id, to: "2024-01-16" }], "keep")), beginning),
    );
  });
});
