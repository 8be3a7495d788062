/** The two versions of YAML that readers follow. */
import { expect } from "vitest";
import { parse, type Tags } from "yaml";

/** Of YAML 1.1 as the library reads it `e0` is a number too, where the specification wants a digit or a dot first. */
const customTags = (tags: Tags): Tags =>
  tags.map((tag) =>
    typeof tag === "object" && tag.test !== undefined && tag.format === "EXP"
      ? { ...tag, test: new RegExp(`(?=^[-+]?[.\\d])${tag.test.source}`) }
      : tag,
  );

/** What a text says under a version of YAML, by its specification. */
export function parsedUnder(version: "1.1" | "1.2", text: string): unknown {
  return parse(text, version === "1.1" ? { version, customTags } : { version });
}

/** Asserts that a text says the same under YAML 1.1 and 1.2. */
export function expectReadAlike(text: string): void {
  expect(parsedUnder("1.1", text)).toEqual(parsedUnder("1.2", text));
}
