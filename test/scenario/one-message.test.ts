/** One mistake gets one message, where it is: mistakes of first users, each made in a case that is right otherwise. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readScenario } from "../../src/scenario/index.ts";
import { ofAll } from "../support/enduring.ts";
import { base, broken, read } from "../support/scenario.ts";

/** A part of a case is replaced; then one thing is said, with a code, at a place, and what was meant or found. */
interface Mistake {
  readonly file: "border-incident" | "iran-pakistan-2024" | "falklands-1982";
  readonly replace: string;
  readonly by: string;
  readonly at: string;
  readonly code: string;
  readonly says: string;
}

const mistakes: readonly Mistake[] = JSON.parse(
  readFileSync(new URL("../fixtures/mistakes.json", import.meta.url), "utf8"),
);

const cases = {
  "border-incident": textOf("templates/border-incident.yaml"),
  "iran-pakistan-2024": textOf("iran-pakistan-2024.yaml"),
  "falklands-1982": textOf("falklands-1982.yaml"),
};

function textOf(name: string): string {
  return readFileSync(new URL(`../../scenarios/${name}`, import.meta.url), "utf8");
}

test.each(mistakes.filter((_, k) => k % ofAll(1, 6) === 0))("$by", ({ file, replace, by, at, code, says }) => {
  expect(cases[file]).toContain(replace);
  const text = cases[file].replace(replace, () => by);
  const [, name] = /^scenario: (\S+)/m.exec(text) ?? [];
  const found = readScenario(text, { file: `${name}.yaml` }).diagnostics;
  const messages = found.map(({ line, column, code, suggestion, message }) => ({
    at: `${line}:${column}`,
    code,
    says: suggestion ?? message,
  }));
  expect(messages).toEqual([{ at, code, says }]);
});

describe("a file of another kind is told as that, once", () => {
  test.each([
    ["an HTML page", "<!doctype html>\n<p>a: b</p>\n<p>a: b</p>\n"],
    ["an XML file", "<?xml version='1.0'?>\n<a>b: c</a>\n"],
    ["a table (CSV)", '"day","who"\n"1","IRN: x"\n"2","PAK"\n'],
    ["a table (TSV)", "day\twho\n1\tIRN\n2\tPAK\n"],
    ["a file of JSON lines", '{"id":"a"}\n{"id":"b"}\n'],
    ["a list in JSON", '[{ "id": "a" }]'],
    ["JSON of another kind", '{ "name": "x",\n "version": "1" }'],
    ["YAML of another kind", "services:\n  web:\n    image: nginx\n"],
    ["a page in Markdown", "# A title\n\nSome text that says: nothing.\n\n```sh\nls\n```\n"],
    [
      "a page in Markdown with front matter",
      "---\ntitle: A post\ndate: 2024-01-01\n---\n\n# Hello\n\nSome text: more.\n",
    ],
    ["a list of references (BibTeX)", "@article{a,\n  title = {X},\n  year = 2024\n}\n"],
    ["a text for LaTeX", "\\documentclass{article}\n\\begin{document}\nA: b\n\\end{document}\n"],
    ["a text of a word processor (RTF)", "{\\rtf1\\ansi Hello: world}\n"],
    ["a PDF file", "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"],
    ["statements of SQL", "CREATE TABLE a (id int);\nINSERT INTO a VALUES (1);\n"],
    ["a calendar or an address book", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"],
    ["a program", 'import { a } from "./a.ts";\n\nconst b: string = a;\n'],
    ["a file of settings", "[main]\nx = 1\n"],
    ["text of another kind", "On that day Iran struck: missiles fell.\nOn that day Iran struck: missiles fell.\n"],
  ])("%s", (kind, text) => {
    expect(read(text).diagnostics).toMatchObject([{ code: "another-kind", message: expect.stringContaining(kind) }]);
  });
});

test.each([
  ["PK\u0003\u0004\u0000xl", "a ZIP archive"],
  ["\ufffdPNG\r\n", "a picture (PNG)"],
  ["s\u0000c\u0000e\u0000n\u0000a\u0000r\u0000", "UTF-16 without the mark"],
])("a file that is no text is told by how it begins: %j", (text, kind) => {
  expect(read(text).diagnostics).toMatchObject([{ code: "binary", message: expect.stringContaining(kind) }]);
});

describe("a second mistake of syntax is told beside the first, at its own place", () => {
  test.each([
    ["a colon and a colon", "says: a: camp, group: JAA }", "  - id:recall", ["21:41", "22:5"]],
    ["a colon and a tab", "says: a: camp, group: JAA }", "  - id: recall\n\tat: x", ["21:41", "23:1"]],
  ])("%s", (_what, first, second, places) => {
    const text = base.replace("says: a camp, group: JAA }", first).replace("  - id: recall", second);
    expect(read(text).diagnostics.map(({ line, column }) => `${line}:${column}`)).toEqual(places);
  });

  test("what follows the first is none", () => {
    expect(broken("says: a camp", 'says: "a" camp')).toHaveLength(1);
  });
});

test("a key that is missing does not hide the next", () => {
  const messages = broken("title: A small crisis\npurpose: teaching\n", "").map(({ message }) => message);
  expect(messages).toEqual(["title is missing.", "purpose is missing."]);
});

test("of events out of order the one that strayed is named, and not those around it", () => {
  const late = read(base.replace('"2024-01-16"', '"2024-02-10"')).diagnostics;
  expect(late).toMatchObject([
    {
      code: "out-of-order",
      path: "events[0].at",
      message: "strike is dated 2024-02-10 and stands above recall (2024-01-17), which comes before it.",
      expected: "2024-01-17 or earlier, or the event further down",
    },
  ]);
});

test("a name that is not known is told once, with the lines in which it stands", () => {
  const found = read(base.replace("  PAK: { name", "  PAX: { name")).diagnostics.filter(
    ({ severity }) => severity === "error",
  );
  expect(found).toMatchObject([{ code: "unknown-actor", message: expect.stringContaining("It stands in lines") }]);
});

test("a later count may stand below the one that it replaces, in one event", () => {
  const counts = (first: string) =>
    broken(
      "says: a camp, group: JAA }",
      `says: a camp, group: JAA }\n      - { by: ${first}, about: casualties, killed: 2 }\n      - { by: PAK, about: casualties, killed: 5, instead-of: strike }`,
    );
  expect(counts("PAK")).toEqual([]);
  expect(counts("IRN")).toMatchObject([{ code: "answers-another", severity: "warning" }]);
});

test("a NUL byte and bytes that are not UTF-8 are told apart, and invisible tags are named", () => {
  const title = (by: string) =>
    broken("title: A small crisis", `title: A small${by} crisis`).map(({ message }) => message);
  expect(title("\0")).toEqual(["The file is not text: it holds a NUL byte, U+0000."]);
  expect(title("\ufffd")).toEqual(["The file is not text: it holds bytes that are not UTF-8."]);
  expect(title("\u{e0041}")).toEqual(["Invisible tag characters stand here, the first is U+E0041."]);
  expect(title(" \u{1f3f4}\u{e0067}\u{e0062}\u{e007f}")).toEqual([]);
});

describe("a pattern that no situation matches is told which parts contradict, and what would hold", () => {
  test.each([
    [
      "expect:\n",
      'expect:\n  - { at: "2024-01-20", course: normal.full, ledger: both }\n',
      "course normal.full with ledger both",
    ],
    [
      "never:\n",
      "never:\n  - { name: x, relations: severed, missions: { PAK: ambassador } }\n",
      "missions.PAK ambassador with relations severed",
    ],
    ["force: {", "x: { reached: { course: strike, ledger: both } }\n  force: {", "course strike with ledger both"],
    [
      "after: 1d..4d,",
      "after: 1d..4d, if: { course: strained, ledger: by-IRN },",
      "course strained with ledger by-IRN",
    ],
  ])("%s", (part, by, parts) => {
    expect(broken(part, by)).toMatchObject([
      {
        code: "impossible-pattern",
        message: expect.stringContaining(parts),
        expected: expect.stringMatching(/nearest to it: \w/),
      },
    ]);
  });
});
