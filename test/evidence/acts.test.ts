/** The events of a record as what came after what, for each relation what runs between its two states. */
import { expect, test } from "vitest";
import { type ActId, type EventDraft, event } from "../../src/events/index.ts";
import { turnsOf } from "../../src/evidence/index.ts";

const made = (id: string, act: ActId, from: readonly string[], to: readonly string[], at = "1956-10-29") =>
  event({ id, act, at, from: [...from], to: [...to] } as EventDraft<ActId>);

const EVENTS = [
  made("raid", "strike", ["ISR"], ["EGY"]),
  made("joint", "strike", ["GBR", "FRA"], ["EGY"], "1956-10"),
  made("alarm", "raise-alert", ["EGY"], []),
  made("clash", "clash", ["ISR", "EGY"], []),
  made("word", "condemn", ["EGY"], ["ISR"]),
  made("war", "declare-war", ["EGY"], ["FRA"]),
];
const [A, B] = [
  { a: "EGY", b: "ISR" },
  { a: "FRA", b: "EGY" },
];

test("what runs between two others is none of a relation, and words are none at all", () => {
  const turns = turnsOf(EVENTS, [A, B]).map(({ pair, event: place, by, level, day }) => [pair, place, by, level, day]);
  const day = Date.UTC(1956, 9, 29) / 86_400_000;
  expect(turns).toEqual([
    ["EGY-ISR", 0, 1, 4, day],
    ["EGY-ISR", 2, 0, 3, day],
    ["EGY-ISR", 3, 2, 4, day],
    ["FRA-EGY", 1, 0, 4, undefined],
    ["FRA-EGY", 2, 1, 3, day],
    ["FRA-EGY", 5, 1, 5, day],
  ]);
});

test("what two relations have in common is one confrontation", () => {
  expect(new Set(turnsOf(EVENTS, [A, B]).map(({ confrontation }) => confrontation)).size).toBe(1);
});
