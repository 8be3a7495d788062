/** The seal of a record is the hash of its canonical JSON, which other programs can compute. */
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestAnywhere } from "../../src/events/canonical.ts";
import { canonical, digest } from "../../src/events/index.ts";
import { GENESIS } from "../../src/journal/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";
import { onEveryStore, recordsOf } from "../support/journals.ts";

describe("canonical JSON", () => {
  test("does not depend on the order of keys, and reads back as what it was written from", () => {
    const shuffled = fc
      .dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue())
      .chain((value) => fc.tuple(fc.constant(value), fc.shuffledSubarray(Object.keys(value), { minLength: 0 })));
    fc.assert(
      fc.property(shuffled, ([value, some]) => {
        const keys = [...new Set([...some, ...Object.keys(value)])];
        const otherwise = Object.fromEntries(keys.map((key) => [key, value[key]]));
        expect(canonical(otherwise)).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("keeps the examples of RFC 8785", () => {
    expect(canonical([56.0, 333333333.3333333, 1e30, 4.5, 2e-3, 1e-27])).toBe(
      "[56,333333333.3333333,1e+30,4.5,0.002,1e-27]",
    );
    expect(canonical({ "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude02": 5, "\u0080": 6, ö: 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😂":5,"\ufb33":3}',
    );
  });

  test.each([
    ["nothing", undefined],
    ["no number", Number.NaN],
    ["a number without end", { a: Number.POSITIVE_INFINITY }],
    ["half of a pair", "\ud800"],
  ])("refuses %s", (_what, value) => {
    expect(() => canonical(value)).toThrow();
  });

  test("is hashed as other programs hash it, in Node and without", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const hash = createHash("sha256").update(text, "utf8").digest("hex");
        expect([digest(text), digestAnywhere(text)]).toEqual([hash, hash]);
      }),
    );
    expect(digest("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

onEveryStore((open) => {
  test("every record's hash is that of its canonical JSON without the hash, and names the record before", async () => {
    await fc.assert(
      fc.asyncProperty(recordArbitrary({ maxLength: 6 }), async (events) => {
        const journal = await open();
        for (const [k, event] of events.entries()) await journal.append(k % 2 === 0 ? "one/calm" : "two", [event]);
        let previous = GENESIS;
        for (const { hash, ...rest } of await recordsOf(journal)) {
          // Neither canonical JSON nor SHA-256 is our own here.
          const text = canonicalize(JSON.parse(JSON.stringify(rest))) ?? "";
          expect(hash).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
          expect(rest.previous).toBe(previous);
          previous = hash;
        }
        expect((await journal.head()).hash).toBe(previous);
        await journal.close();
      }),
      { numRuns: 10 },
    );
  });
});
