import fc from "fast-check";
import { expect, test } from "vitest";
import { codeFrame, visible } from "../../src/scenario/index.ts";
import { base, read } from "../support/scenario.ts";

const codes = (text: string): readonly string[] => read(text).diagnostics.map(({ code }) => code);

test("an empty file, a blank one and one of comments alone say so", () => {
  expect(codes("")).toEqual(["empty"]);
  expect(codes(" \n\n")).toEqual(["empty"]);
  expect(codes("# nothing\n").length).toBeGreaterThan(0);
});

test("a binary file is refused", () => {
  expect(codes("\u007fELF\u0000\u0001")).toEqual(["binary"]);
  expect(codes("scenario: \ufffd")).toEqual(["binary"]);
});

test("a text over 10 MB is refused before it is parsed", () => {
  expect(codes(`# ${"x".repeat(10 * 1024 * 1024)}\n${base}`)).toEqual(["too-large"]);
  expect(codes(`# ${"ä".repeat(6 * 1024 * 1024)}\n${base}`)).toEqual(["too-large"]);
});

test("aliases that stand for more than can be read are refused", () => {
  const levels = Array.from({ length: 12 }, (_, k) => `l${k + 1}: &l${k + 1} [${Array(10).fill(`*l${k}`).join(", ")}]`);
  expect(codes(`l0: &l0 [x, x]\n${levels.join("\n")}\n`)).toEqual(["too-many-aliases"]);
});

test("deep nesting is refused, in flow style and in block style", () => {
  expect(codes("[".repeat(100_000))).toContain("too-deep");
  expect(codes(`a: ${"[".repeat(100)}${"]".repeat(100)}`)).toContain("too-deep");
  const block = Array.from({ length: 100 }, (_, k) => `${" ".repeat(k)}a:`).join("\n");
  expect(codes(block)).toContain("too-deep");
});

test("keys that mean something to JavaScript are only unknown keys", () => {
  for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    expect(codes(`${key}: { polluted: yes-it-is }\n${base}`)).toContain("unknown-key");
  }
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("carriage returns and a byte order mark change nothing", () => {
  expect(codes(`\ufeff${base.replaceAll("\n", "\r\n")}`)).toEqual([]);
});

test("nothing from a file reaches a terminal raw", () => {
  const evil = "\u001b[31m\u202eevil\u0007\u2066";
  const text = base.replace("purpose: teaching", `purpose: ${evil}`);
  const { diagnostics } = read(text);
  const shown = diagnostics
    .map((one) => `${one.message} ${one.expected} ${one.suggestion} ${one.path} ${codeFrame(text, one)}`)
    .join("\n");
  expect(shown).toContain("evil");
  expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});

test("made visible, a text keeps its length and has nothing hidden", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(visible(text)).toHaveLength(text.length);
      expect(visible(visible(text))).toBe(visible(text));
      expect(visible(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test("a file broken anywhere is read or refused with places inside it, never thrown over", () => {
  const mutation = fc.record({
    at: fc.nat(base.length - 1),
    length: fc.nat(12),
    by: fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom("\t", "\n", ": ", "- ", "{", "]", "&a ", "*a", "!!x ", "'", '"', "|", "? ", "\u0000", "---\n"),
    ),
  });
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const text = mutations.reduce((t, { at, length, by }) => t.slice(0, at) + by + t.slice(at + length), base);
      const lines = text.split("\n").length;
      const { scenario, diagnostics } = read(text);
      expect(scenario !== undefined || diagnostics.length > 0).toBe(true);
      for (const { line, column } of diagnostics) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});
