import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { editFromText } from "../../../src/scenario/index.ts";
import { flow } from "../../../src/scenario/write/braces.ts";
import { parseFile } from "../../../src/scenario/yaml/document.ts";
import { ofAll } from "../../support/enduring.ts";
import { expectReadAlike } from "../../support/yaml-versions.ts";
import { hostile } from "./layouts.ts";

test.each([
  ["drop reprisal", "{ drop: reprisal }"],
  ["  drop   reprisal ", "{ drop: reprisal }"],
  ["swap strike", "{ swap: strike }"],
  ["move call to 2024-01-17", '{ move: call, to: "2024-01-17" }'],
  ["move call 2024-01-17T10:00", '{ move: call, to: "2024-01-17T10:00" }'],
  ['move call to "2024-01-17"', '{ move: call, to: "2024-01-17" }'],
  ["move call to 2024-01-17 before reprisal", '{ move: call, to: "2024-01-17", before: reprisal }'],
  ["move call 2024-01-17 before before", '{ move: call, to: "2024-01-17", before: before }'],
  ["move before to 2024-01-17 before to", '{ move: before, to: "2024-01-17", before: to }'],
  ["add { id: x, act: warn } before bar", "{ add: { id: x, act: warn }, before: bar }"],
  ["add {id: x, note: the day before bar}before 'bar'", "{ add: { id: x, note: the day before bar }, before: bar }"],
  ['add { note: "} before bar" }', '{ add: { note: "} before bar" } }'],
  ['add { note: "} before bar" } before no', '{ add: { note: "} before bar" }, before: "no" }'],
  ["replace x with { at: 2024-01-17 } before bar", '{ replace: x, with: { at: "2024-01-17" }, before: bar }'],
  ["replace reprisal with { act: lodge-protest }", "{ replace: reprisal, with: { act: lodge-protest } }"],
  ["replace reprisal {act: warn,at: 2024-01-18}", '{ replace: reprisal, with: { act: warn, at: "2024-01-18" } }'],
  [
    "add { id: x, at: 2024-01-18, act: warn, from: NO, cite: [a, b], claims: [{ by: PAK, about: casualties, killed: 2 }] }",
    '{ add: { id: x, at: "2024-01-18", act: warn, from: "NO", cite: [a, b], claims: [{ by: PAK, about: casualties, killed: 2 }] } }',
  ],
  ["{ move: call, to: 2024-01-17 }", '{ move: call, to: "2024-01-17" }'],
  ["{\n  drop: call # not this\n}", "{ drop: call }"],
])("%s is %s", (text, edit) => {
  expect(editFromText(text)).toEqual({ edit: parse(edit) });
});

test.each([
  ["dorp reprisal", /no kind of edit/, /^drop ID; /, "drop"],
  ["Replace x with { act: warn }", /no kind of edit/, /^drop ID; /, "replace"],
  ["", /empty/, /^drop ID; /, undefined],
  ["drop", /Nothing follows/, /^drop ID$/, undefined],
  ["drop one two", /can't follow/, /^drop ID$/, undefined],
  ["move call to", /can't follow/, /^move ID to DATE, or move ID to DATE before ID$/, undefined],
  ["move call before reprisal", /can't follow/, /^move ID to DATE, or/, undefined],
  ["move call to 2024-01-17 before", /can't follow/, /^move ID to DATE, or/, undefined],
  ["move call to 2024-01-17 before bar recall", /can't follow/, /^move ID to DATE, or/, undefined],
  ["add { id: x } before", /\.$/, /^add \{ id: /, undefined],
  ["drop call before bar", /can't follow/, /^drop ID$/, undefined],
  ["replace reprisal with lodge-protest", /can't follow/, /^replace ID with \{/, undefined],
  ["add second-strike", /can't follow/, /^add \{ id: /, undefined],
  ["add { id: x, at: [ }", /\.$/, /^add \{ id: /, undefined],
  ["{ drop: a }, { drop: b }", /\.$/, /one edit in braces/, undefined],
  ["add { count: 017 }", /017/, /^add /, undefined],
  ["drop a\u0007", /U\+0007/, /plain text/, undefined],
])("%j is told what it should be", (text, problem, expected, suggestion) => {
  expect(editFromText(text)).toEqual({
    problem: expect.stringMatching(problem),
    expected: expect.stringMatching(expected),
    ...(suggestion === undefined ? {} : { suggestion }),
  });
});

const verbs = [
  "drop ",
  "move ",
  "move x to ",
  "swap ",
  "replace ",
  "replace x with ",
  "replace x with { ",
  "add { ",
  "add { } before ",
  "move x to 2024-01-17 before ",
  "{ ",
];

test("whatever is typed, there comes one edit on one line that every reader of YAML reads alike, or a sentence", () => {
  fc.assert(
    fc.property(fc.constantFrom("", ...verbs), hostile, fc.constantFrom("", " }", ": x }"), (verb, text, end) => {
      const read = editFromText(verb + text + end);
      if ("problem" in read) {
        expect(`${read.problem} ${read.expected}`).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        return;
      }
      const edit = flow(read.edit);
      expect(edit).toMatch(/^\{.*\}$/);
      expect(edit).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      expect(parseFile(edit).problems.filter(({ severity }) => severity !== "warning")).toEqual([]);
      expectReadAlike(edit);
      expect(editFromText(edit)).toEqual(read);
    }),
    {
      numRuns: ofAll(5000, 500),
      examples: [
        ["replace x with { ", "e0", ": x }"],
        ["drop ", "\u{e0000}", ""],
      ],
    },
  );
});
