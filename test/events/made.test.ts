/** An event that `event` made is right, and stays so: nobody has to check it again. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { actIds, event, eventSchema, isMade } from "../../src/events/index.ts";
import { memoryJournal } from "../../src/journal/index.ts";
import { eventArbitrary } from "../../src/testing/index.ts";

function parts(value: unknown): readonly object[] {
  return typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(parts)] : [];
}

const anything = fc.constantFrom(...actIds).chain((act) => eventArbitrary(act));

test("an event can't be changed, in none of its parts; what it was made of still can", () => {
  fc.assert(
    fc.property(anything, (one) => {
      const draft = structuredClone({ ...one });
      const whole = event(draft);
      expect(parts(whole).every(Object.isFrozen)).toBe(true);
      expect(parts(draft).some(Object.isFrozen)).toBe(false);
      expect(eventSchema(one.act).parse(whole)).toEqual(whole);
    }),
  );
});

test("only the object itself is known as made: no copy, and nothing that looks like it", () => {
  const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
  const copies = [{ ...strike }, structuredClone(strike), JSON.parse(JSON.stringify(strike)), Object.create(strike)];
  expect([strike, ...copies].map(isMade)).toEqual([true, false, false, false, false]);
});

test("a journal seals a made event as it seals the same data, and looks at a copy that was changed", async () => {
  const now = () => "2026-01-01T00:00:00.000Z";
  await fc.assert(
    fc.asyncProperty(anything, async (one) => {
      const [journal, other] = [memoryJournal({ now }), memoryJournal({ now })];
      await journal.append("one", [event({ ...one })]);
      await other.append("one", [structuredClone({ ...one })]);
      expect(await journal.head()).toEqual(await other.head());
      const wrong = { ...event({ ...one }), id: "next", at: "some day" };
      await expect(journal.append("one", [wrong])).rejects.toThrow("event.at: not a date");
    }),
  );
});
