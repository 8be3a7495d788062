/** Pictures taken apart as text, by which a step finds what it changed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  attributesOf,
  insideOf,
  isText,
  pairParts,
  partsOf,
  tagOf,
  unescapeText,
} from "../../src/live/report/markup.ts";
import { element } from "../../src/pictures/index.ts";
import { escapeHtml } from "../../src/render/index.ts";

const attributes = fc.dictionary(fc.constantFrom("x", "data-event", "class"), fc.string());
const { part } = fc.letrec<{ part: string }>((tie) => ({
  part: fc
    .tuple(
      fc.constantFrom("g", "text"),
      attributes,
      fc.oneof({ maxDepth: 3 }, fc.string({ minLength: 1 }).map(escapeHtml), fc.array(tie("part"), { maxLength: 4 })),
    )
    .map(([name, attributeValues, inside]) => element(name, attributeValues, ...[inside].flat())),
}));
const parts = fc.array(part, { maxLength: 6 });

test("parts of a text are what it was made of, and an element is its tag with what is in it", () => {
  fc.assert(
    fc.property(parts, fc.string({ minLength: 1 }).map(escapeHtml), (made, text) => {
      expect(partsOf(made.join(""))).toEqual(made);
      expect(partsOf(`${text}${made.join(text)}`).join("")).toBe(`${text}${made.join(text)}`);
      for (const one of made) expect(one.startsWith(tagOf(one) + insideOf(one))).toBe(true);
      expect(isText(text)).toBe(true);
      expect(unescapeText(escapeHtml(text))).toBe(text);
    }),
  );
});

test("attributes are read as they were given", () => {
  fc.assert(
    fc.property(attributes, (attributeValues) => {
      expect(Object.fromEntries(attributesOf(element("g", attributeValues)))).toEqual(attributeValues);
    }),
  );
});

test("parts are paired in order with parts of the same kind, and all that stays is paired with itself", () => {
  fc.assert(
    fc.property(parts, parts, (before, after) => {
      const paired = pairParts(before, after);
      expect(paired).toHaveLength(after.length);
      const found = paired.filter((one) => one !== undefined);
      expect(found).toEqual([...new Set(found)].toSorted((a, b) => a - b));
      for (const [k, old] of paired.entries()) {
        if (old !== undefined) expect(before[old]?.slice(0, 2)).toBe(after[k]?.slice(0, 2));
      }
      expect(pairParts(before, before)).toEqual(before.map((_, k) => k));
    }),
  );
  const events = (ids: string): readonly string[] => [...ids].map((id) => element("g", { "data-event": id }, id));
  expect(pairParts(events("abcd"), events("acxd"))).toEqual([0, 2, undefined, 3]);
});
