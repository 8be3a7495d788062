/** What is impossible about edits: each kind of fault, with what it says. */
import { describe, expect, test } from "vitest";
import { branch, carryOut, type Edit, mainLine } from "../../../src/history/index.ts";
import {
  accord,
  bar,
  beginning,
  call,
  crisis,
  dyad,
  on,
  overture,
  recall,
  reprisal,
  strike,
} from "../../support/crisis.ts";

function faults(...edits: readonly Edit[]): readonly string[] {
  return carryOut(edits, crisis, dyad, new Set(["treaty-of-1955"])).faults.map(
    ({ code, index, part, message, expected }) =>
      `${index} ${JSON.stringify(part)} ${code}: ${message} Expected: ${expected}.`,
  );
}

const statement = on(18, "make-statement", ["IRN"]);
const add = (more: object): Edit => ({ kind: "add", event: { ...statement, ...more } });

describe("it is a fault", () => {
  test.each<Edit>([
    { kind: "drop", id: "nothing" },
    { kind: "move", id: "nothing", to: "2024-01-20" },
    { kind: "replace", id: "nothing", event: { ...statement, id: "nothing" } },
    { kind: "swap", id: "nothing" },
  ])("to $kind what is not there", (edit) => {
    expect(faults(edit)).toEqual([
      '0 "id" unknown-event: nothing is no event of the record. Expected: the id of an event of the record.',
    ]);
  });

  test("to add an event whose id is taken", () => {
    expect(faults(add({ id: strike.id }))).toEqual([
      '0 "id" duplicate-id: The id strike-16 is taken by an event of the record. Expected: an id of its own; or replace it.',
    ]);
  });

  test("to edit an event twice, or one that the same what-if adds", () => {
    const twice = "is edited twice in this what-if. Expected: one edit for each event.";
    const drop: Edit = { kind: "drop", id: recall.id };
    expect(faults(drop, drop)).toEqual([`1 "id" edited-twice: recall-ambassador-17 ${twice}`]);
    expect(faults(drop, { kind: "move", id: recall.id, to: "2024-01-18" })).toHaveLength(1);
    expect(faults(add({}), add({}))).toEqual([`1 "id" edited-twice: make-statement-18 ${twice}`]);
    expect(faults(add({}), { kind: "drop", id: statement.id })).toEqual([
      `1 "id" edited-twice: make-statement-18 ${twice}`,
    ]);
    expect(faults({ kind: "swap", id: strike.id }, { kind: "swap", id: strike.id })).toHaveLength(1);
  });

  test("to name a cause that there is not, or that the same what-if drops", () => {
    expect(faults(add({ because: [strike.id, "nothing"] }))).toEqual([
      '0 {"because":1} unknown-event: make-statement-18 names nothing as its cause, and there is no such event. ' +
        "Expected: the id of an earlier event.",
    ]);
    expect(faults(add({ because: [recall.id] }), { kind: "drop", id: recall.id })).toEqual([
      '0 {"because":0} unknown-event: make-statement-18 names recall-ambassador-17 as its cause, which this what-if drops. ' +
        "Expected: the id of an event that stands.",
    ]);
  });

  test("to come before a cause", () => {
    expect(faults({ kind: "move", id: call.id, to: "2024-01-18" })).toEqual([
      '0 "at" effect-before-cause: consult-by-phone-19 names express-deescalation-19 as its cause, which comes later, and ' +
        "move consult-by-phone-19 to 2024-01-18 would bring it before that. Expected: a date after express-deescalation-19 " +
        "(2024-01-19), or replace consult-by-phone-19 with other causes in because.",
    ]);
    expect(faults(add({ because: [accord.id] }))).toEqual([
      '0 {"because":0} effect-before-cause: make-statement-18 names agree-22 as its cause, which comes later. ' +
        "Expected: an earlier event.",
    ]);
    expect(faults({ kind: "replace", id: recall.id, event: { ...recall, because: [reprisal.id] } })).toHaveLength(1);
  });

  test("to be the cause of itself, or of its own cause", () => {
    expect(faults(add({ because: [statement.id] }))).toEqual([
      '0 {"because":0} effect-before-cause: make-statement-18 names itself as its cause. Expected: an earlier event.',
    ]);
    const other = { ...statement, id: "other", because: [statement.id] };
    expect(faults(add({ because: ["other"] }), { kind: "add", event: other })).toHaveLength(1);
  });

  test("to be put before an event of another day, an unknown one, itself, or in a circle", () => {
    const move = (before: string): Edit => ({ kind: "move", id: bar.id, to: "2024-01-18", before });
    expect(faults(move(recall.id))).toEqual([
      '0 "before" out-of-order: bar-ambassador-17 can\'t stand before recall-ambassador-17, which is on another day. ' +
        "Expected: another event of the same day.",
    ]);
    expect(faults(move(accord.id))).toHaveLength(1);
    expect(faults(move("nothing"))).toEqual([
      '0 "before" unknown-event: nothing is no event on the day of bar-ambassador-17. Expected: an event of the same day.',
    ]);
    expect(faults(move(bar.id))).toEqual([
      '0 "before" out-of-order: bar-ambassador-17 can\'t stand before itself. Expected: another event of the same day.',
    ]);
    expect(faults(move(reprisal.id), { kind: "move", id: reprisal.id, to: "2024-01-18", before: bar.id })).toEqual([
      '1 "before" out-of-order: strike-18 can\'t stand before bar-ambassador-17, which is put before it. ' +
        "Expected: places that don't contradict each other.",
    ]);
  });
});

describe("it is no fault", () => {
  test("to name as a cause an event of the background, a moved one, or one that the same what-if adds", () => {
    expect(faults(add({ because: ["treaty-of-1955"] }))).toEqual([]);
    expect(faults(add({ because: [recall.id] }), { kind: "move", id: recall.id, to: "2024-01-18" })).toEqual([]);
    const effect = { ...statement, id: "effect", because: [statement.id] };
    expect(faults({ kind: "add", event: effect }, add({}))).toEqual([]);
  });

  test("to move an effect together with its cause", () => {
    expect(
      faults({ kind: "move", id: call.id, to: "2024-01-17" }, { kind: "move", id: overture.id, to: "2024-01-17" }),
    ).toEqual([]);
  });

  test("to edit an event and to exchange the roles from it on", () => {
    expect(faults({ kind: "swap", id: strike.id }, { kind: "move", id: strike.id, to: "2024-01-15" })).toEqual([]);
  });

  test("to drop everything", () => {
    expect(faults(...crisis.map(({ id }): Edit => ({ kind: "drop", id })))).toEqual([]);
  });
});

test("a branch refuses impossible edits with all of their faults at once", () => {
  const edits: readonly Edit[] = [
    { kind: "drop", id: "nothing" },
    { kind: "move", id: call.id, to: "2024-01-18" },
  ];
  const make = (): unknown => branch(mainLine(crisis, beginning), edits, "keep");
  expect(make).toThrow(expect.objectContaining({ code: "bad-edit" }));
  expect(make).toThrow(/nothing is no event of the record.*\n.*names express-deescalation-19/);
});
