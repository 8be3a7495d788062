/** What schemas need beside zod: a description leaves the schema that it describes alone, and messages are in English. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { described, inEnglish } from "../../src/schema/index.ts";

test("a description is the copy's alone", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (first, second) => {
      const plain = z.string().check(z.minLength(2));
      const one = described(plain, first);
      const other = described(one, second);
      expect([plain, one, other].map((schema) => z.globalRegistry.get(schema)?.description)).toEqual([
        undefined,
        first,
        second,
      ]);
    }),
  );
});

test("a description changes nothing of what is right", () => {
  const plain = z.string().check(z.minLength(2));
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(described(plain, "Two letters").safeParse(value).success).toBe(plain.safeParse(value).success);
    }),
  );
});

test.each([
  [1, "Invalid input: expected string, received number"],
  ["", "Too small: expected string to have >=2 characters"],
])("what is wrong with %j is said in English", (value, message) => {
  const schema = z.string().check(z.minLength(2));
  expect(schema.safeParse(value, inEnglish).error?.issues.map((issue) => issue.message)).toEqual([message]);
});
