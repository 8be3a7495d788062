/** Edits can be taken back, and what they have nothing to do with each other they do in any order. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiplomaticEvent, when } from "../../../src/events/index.ts";
import { branch, carryOut, type Edit, editedId, eventsOf, inverse, mainLine } from "../../../src/history/index.ts";
import { bytes, holds, make, scope, whatIfs } from "../../support/branches.ts";

describe("the inverse of edits", () => {
  test("of the inverse gives back the events of the branch, to the byte", () => {
    holds(
      ({ record, made }) => {
        // Edits can put an event before its cause; no edit tells of that order, so nothing takes it back.
        fc.pre(eachAfterItsCauses(eventsOf(made)));
        const back = branch(made, inverse(made.changes, record), "keep");
        const again = inverse(back.changes, eventsOf(made));
        expect(bytes(branch(back, again, "keep"))).toBe(bytes(made));
      },
      { then: "keep" },
    );
  });
});

describe("edits of unrelated events", () => {
  test("do the same in whatever order they are listed", () => {
    fc.assert(
      fc.property(whatIfs({ maxEdits: 3 }), fc.infiniteStream(fc.nat(100)), (whatIf, luck) => {
        const { main, edits, then, made } = make(whatIf);
        fc.pre(unrelated(edits, whatIf.record));
        const order = edits.map((edit) => ({ edit, rank: luck.next().value })).toSorted((a, b) => a.rank - b.rank);
        const other = branch(
          main,
          order.map(({ edit }) => edit),
          then,
        );
        expect(bytes(other)).toBe(bytes(made));
        expect(other.orphaned).toEqual(made.orphaned);
        expect(other.reopened).toEqual(made.reopened);
      }),
    );
  });

  test("but for swaps, which turn all that comes later, do the same one after the other as in the other order", () => {
    fc.assert(
      fc.property(whatIfs({ maxEdits: 20, kinds: ["drop", "move", "add", "replace"] }), ({ record, edits: drawn }) => {
        // Each is possible without the others that were drawn with it.
        const alone = drawn.filter((edit) => carryOut([edit], record, scope.dyad, new Set()).faults.length === 0);
        const pairs = alone.flatMap((edit, k) => alone.slice(k + 1).map((other) => [edit, other] as const));
        const edits = pairs.find((pair) => unrelated(pair, record));
        fc.pre(edits !== undefined);
        const [one, two] = edits;
        const main = mainLine(record, scope);
        const there = branch(branch(main, [one], "keep"), [two], "keep");
        const back = branch(branch(main, [two], "keep"), [one], "keep");
        expect(bytes(there)).toBe(bytes(back));
        expect(bytes(there)).toBe(bytes(branch(main, edits, "keep")));
      }),
    );
  });
});

function eachAfterItsCauses(events: readonly DiplomaticEvent[]): boolean {
  const places = new Map(events.map(({ id }, place) => [id, place]));
  return events.every(({ because }, place) => because.every((cause) => (places.get(cause) ?? -1) < place));
}

/** Whether no edit names what another brings or takes, and no two bring something to the same day. */
function unrelated(edits: readonly Edit[], record: readonly DiplomaticEvent[]): boolean {
  return edits.every((edit, k) =>
    edits.slice(k + 1).every((other) => {
      const [one, two] = [touched(edit, record), touched(other, record)];
      return !one.ids.some((id) => two.ids.includes(id)) && !one.days.some((day) => two.days.includes(day));
    }),
  );
}

function touched(edit: Edit, record: readonly DiplomaticEvent[]) {
  const event =
    edit.kind === "add" || edit.kind === "replace" ? edit.event : record.find(({ id }) => id === editedId(edit));
  const named = "before" in edit && edit.before !== undefined ? [edit.before] : [];
  const at = edit.kind === "move" ? edit.to : (event?.at ?? "");
  // A swap has to do with the whole of the record after it.
  const turned = edit.kind === "swap" ? record.slice(record.findIndex(({ id }) => id === edit.id)) : [];
  return {
    ids: [editedId(edit), ...named, ...(event?.because ?? []), ...turned.map(({ id }) => id)],
    days: edit.kind === "drop" || edit.kind === "swap" ? [] : [Math.floor(when(at).start / 1440)],
  };
}
