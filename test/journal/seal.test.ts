/** The seal of a record is the hash of its canonical JSON, which other programs can compute. */
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestAnywhere } from "../../src/events/canonical.ts";
import { canonical, digest } from "../../src/events/index.ts";
import { GENESIS } from "../../src/journal/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";
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

  test("is the library's own, or refuses what that refuses, whatever it is given", () => {
    const odd = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
      stringUnit: "binary",
      key: fc.oneof(
        fc.string(),
        fc.nat().map(String),
        fc.constantFrom("__proto__", "toJSON", "constructor", "-0", "a1"),
      ),
    });
    const outcome = (write: (value: unknown) => string | undefined, value: unknown) => {
      try {
        return write(value) ?? "refused";
      } catch {
        return "refused";
      }
    };
    fc.assert(
      fc.property(odd, (value) => {
        expect(outcome(canonical, value)).toBe(outcome(canonicalize, value));
      }),
      { numRuns: ofAll(2000, 300) },
    );
  });

  test.each([
    ["an array with a hole", () => Object.assign([], { 0: 1, length: 2 }), "[1,null]"],
    ["what looks like half of a pair", () => ({ a: "\\ud800" }), '{"a":"\\\\ud800"}'],
    ["an object that says what it is written as", () => ({ toJSON: () => ({ b: 1, a: 2 }) }), '{"a":2,"b":1}'],
    ["numbers for keys", () => ({ 9: 1, 10: 2 }), '{"10":2,"9":1}'],
    ["a prototype for a key", () => JSON.parse('{"__proto__":{"a":1},"b":2}'), '{"__proto__":{"a":1},"b":2}'],
  ])("knows %s", (_what, make, text) => {
    expect(canonical(make())).toBe(text);
  });

  test("writes what is nested a thousand deep, and refuses a circle", () => {
    const deep = "[".repeat(1000) + "]".repeat(1000);
    expect(canonical(JSON.parse(deep))).toBe(deep);
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => canonical(circle)).toThrow("Circular");
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
      { numRuns: ofAll(10, 4) },
    );
  });
});
