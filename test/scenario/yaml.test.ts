import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/scenario/index.ts";
import { parseFile } from "../../src/scenario/yaml/document.ts";
import { ofAll } from "../support/enduring.ts";
import { base, broken, read } from "../support/scenario.ts";
import { expectReadAlike } from "../support/yaml-versions.ts";

const TITLE = "title: A small crisis";
const codes = (text: string): readonly string[] => read(text).diagnostics.map(({ code }) => code);
const first = (by: string): Diagnostic | undefined => broken(TITLE, by)[0];

describe("what YAML offers and a scenario does not take is refused at its place", () => {
  test.each([
    ["a tag of YAML", "title: !!str A small crisis", "tag", 8],
    ["a tag for binary data", "title: !!binary aGVsbG8=", "tag", 8],
    ["an own tag", "title: !own A small crisis", "tag", 8],
    ["an alias without an anchor", "title: *other", "unknown-anchor", 8],
    ["an alias within what it names", "title: &self [*self]", "unknown-anchor", 15],
    ["a list as a key", "[a, b]: x\ntitle: A small crisis", "complex-key", 1],
    ["a merge key", "<<: x\ntitle: A small crisis", "yaml-ambiguous", 1],
    ["a control character", "title: A\u001b small crisis", "hidden-character", 9],
    ["a control character behind an escape", 'title: "A\\x1b small crisis"', "hidden-character", 8],
    ["a control character after a turn of direction", "title: A\u202e\u001b small crisis", "hidden-character", 10],
    ["both behind escapes", 'title: "A\\u202e\\x1b small crisis"', "hidden-character", 8],
    ["half a surrogate pair behind an escape", 'title: "A\\ud800 small crisis"', "hidden-character", 8],
    ["a separator that is a line end to YAML 1.1", "title: A\u2028 small crisis", "hidden-character", 9],
    ["a carriage return alone", "title: A\r small crisis", "hidden-character", 9],
  ])("%s", (_, by, code, column) => {
    expect(first(by)).toMatchObject({ code, line: 2, column, severity: "error" });
  });

  test("a directive", () => {
    expect(read(`%YAML 1.1\n---\n${base}`).diagnostics).toMatchObject([{ code: "directive", line: 1, column: 1 }]);
  });

  test("__proto__ as a key, wherever it stands", () => {
    expect(broken("  press:", "  __proto__: { title: x }\n  press:")).toMatchObject([
      { code: "unknown-key", line: 12 },
    ]);
  });

  test("a nearby anchor is suggested", () => {
    expect(broken(TITLE, "title: &small A small crisis").map(({ code }) => code)).toEqual([]);
    expect(broken("title: A report", "title: *smal")).toMatchObject([{ code: "unknown-anchor" }]);
    const [problem] = read(
      base.replace(TITLE, "title: &small x").replace("title: A report", "title: *smal"),
    ).diagnostics;
    expect(problem?.suggestion).toBe("small");
  });
});

test("a change of the direction of writing is a warning, since titles in Persian or Urdu may need it", () => {
  const { scenario, diagnostics } = read(base.replace(TITLE, "title: \u2067بحران\u2069"));
  expect(scenario?.title).toContain("بحران");
  expect(diagnostics).toMatchObject([{ code: "hidden-character", severity: "warning", line: 2, column: 8 }]);
});

test("joiners, which Persian words need, are text like any other", () => {
  expect(codes(base.replace(TITLE, "title: می\u200cخواهم"))).toEqual([]);
});

test("--- before and ... after the one document are no second one", () => {
  expect(codes(`---\n${base}...\n`)).toEqual([]);
});

test("a document of nothing is empty, with or without marks", () => {
  for (const text of ["---\n", "~\n", "null", "---\n...\n", "# nothing\n"]) expect(codes(text)).toEqual(["empty"]);
});

test("an anchor and its alias stand for the same value", () => {
  const text = base.replace("{ title: A report }", "{ title: &t A report, author: *t }");
  expect(read(text).scenario?.sources["press"]).toEqual({ title: "A report", author: "A report" });
});

test("nesting is refused where it gets too deep, not at the beginning", () => {
  const block = Array.from({ length: 100 }, (_, k) => `${" ".repeat(k)}a:`).join("\n");
  expect(read(block).diagnostics).toMatchObject([{ code: "too-deep", line: 66 }]);
  for (const sign of ["[", "{a: ", "- ", "? ", "a: "]) expect(codes(sign.repeat(9000))).toEqual(["too-deep"]);
});

test("a text that is wrong everywhere is told of its first error", () => {
  expect(codes(`${"&a ".repeat(20_000)}x`)).toHaveLength(1);
});

test("what is not called ambiguous reads the same under YAML 1.1 and 1.2", () => {
  const sign = fc.constantFrom(..."0123456789abefnosxyABENOY._+-:~=<oTtZ ");
  const scalar = fc.oneof(
    fc.string({ unit: sign, minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      "yes",
      "No",
      "on",
      "OFF",
      "y",
      "N",
      "true",
      "null",
      "~",
      "1:30",
      "0o17",
      "017",
      "1e3",
      "0b1",
      "2024-01-01",
      "0_.0",
    ),
  );
  fc.assert(
    fc.property(scalar, (text) => {
      const file = `key: ${text}\n`;
      const { problems } = parseFile(file);
      fc.pre(problems.length === 0);
      expectReadAlike(file);
    }),
    { numRuns: ofAll(20_000, 2000) },
  );
});

test("places count from 1, in the file as an editor shows it", () => {
  const text = `\ufeff${base.replaceAll("\n", "\r\n").replace("from: IRN", "from: IRM")}`;
  expect(read(text).diagnostics).toMatchObject([{ line: 17, column: 11, endLine: 17, endColumn: 14 }]);
});

test.each([
  ["Talks on issue #5 and others", "Talks on issue #"],
  ["Resolution #1373", "Resolution #"],
  ["Two lines\n  of text #lost", "Two lines\n  of text #"],
  ["They met # at noon", undefined],
  ["strike #todo", undefined],
  ["2024 or so #later", undefined],
  ["Issue#5", undefined],
  ['"Issue #5"', undefined],
])("a text that a # cuts off is warned of, a comment that is meant is not: %j", (value, under) => {
  const text = `${base}lesson: ${value}\n`;
  const found = read(text).diagnostics.filter(({ code }) => code === "comment-in-text");
  expect(found.map(({ severity }) => severity)).toEqual(under === undefined ? [] : ["warning"]);
  for (const place of found) {
    const lines = text.split("\n");
    const at = (line: number, column: number) => lines.slice(0, line - 1).join("\n").length + column;
    expect(text.slice(at(place.line, place.column), at(place.endLine, place.endColumn))).toBe(under);
  }
});
