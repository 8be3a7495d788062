/** The two versions of YAML that readers follow. */
import { expect } from "vitest";
import { parse } from "yaml";

/** What the library takes for a number under YAML 1.1, where the specification wants a digit first: `e0`. */
const MISREAD = /(?<![\w.])[-+]?\.?e[-+]?\d+(?![\w.])/i;

/** Whether the library reads a text under YAML 1.1 otherwise than the specification. */
export function isMisread(text: string): boolean {
  return MISREAD.test(text);
}

/** Asserts that a text says the same under YAML 1.1 and 1.2, unless it has a word that the library misreads. */
export function expectReadAlike(text: string): void {
  if (!isMisread(text)) expect(parse(text, { version: "1.1" })).toEqual(parse(text, { version: "1.2" }));
}
