/** Relabelling names the same event's actors otherwise, wherever they stand, and nothing else. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type DiplomaticEvent, event, relabelled } from "../../src/events/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";

const attack = event({
  id: "attack",
  act: "non-state-attack",
  at: "2024-01-16",
  from: ["NSG"],
  to: ["AAA"],
  note: "AAA",
  claims: [
    { by: "BBB", about: "casualties", killed: [1, 2], in: "AAA" },
    { by: "AAA", about: "responsibility", says: "BBB", group: "NSG" },
  ],
});
const swap = (code: string): string => ({ AAA: "BBB", BBB: "AAA", NSG: "NEW" })[code] ?? code;

test("codes change in who acts, whom it is aimed at and what is claimed; texts stay", () => {
  expect(relabelled(attack, swap)).toEqual({
    ...attack,
    from: ["NEW"],
    to: ["BBB"],
    claims: [
      { by: "AAA", about: "casualties", killed: [1, 2], in: "BBB" },
      { by: "BBB", about: "responsibility", says: "BBB", group: "NEW" },
    ],
  });
});

test("what a swap renames, the same swap names back", () => {
  const back = (one: DiplomaticEvent): DiplomaticEvent => relabelled(relabelled(one, swapped), swapped);
  const swapped = (code: string): string => ({ AAA: "BBB", BBB: "AAA" })[code] ?? code;
  fc.assert(
    fc.property(recordArbitrary(), (record) => {
      expect(record.map(back)).toEqual(record);
    }),
  );
});
