import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { demarche, fileWith, flagship } from "../support/cli.ts";

const text = readFileSync(flagship, "utf8");
const [head = "", tail = ""] = text.split(/^what-if:\n(?: .*\n|\n)*/m);
/** The flagship with other what-ifs. */
const withWhatIfs = (lines: string) =>
  fileWith(`${head}what-if:\n${lines.replace(/^/gm, "  ")}\n\n${tail}`, "iran-pakistan-2024.yaml");
const one = (edits: string, more = "then: keep") =>
  withWhatIfs(`mine:\n  because: A reason.\n  edit: [${edits}]\n  ${more.replaceAll("\n", "\n  ")}`);
const twin = 'at: "2024-01-18", act: strike, from: PAK, to: IRN, cite: morrow';

const mistakes: readonly (readonly [string, string, string, RegExp])[] = [
  ["an unknown id", one("{ drop: reprsal }"), "unknown-event", /Did you mean reprisal\?/],
  [
    "a date outside the window",
    one('{ move: call, to: "2025-01-19" }'),
    "outside-window",
    /a date from 2024-01-15 to\s+2024-02-15/,
  ],
  [
    "an act that the actor may not do",
    one('{ add: { id: x, at: "2024-01-18", act: strike, from: JAA, to: PAK, cite: morrow } }'),
    "actor-cannot",
    /not something that a non-state group does\. Expected: one\s+party/,
  ],
  [
    "a policy that is missing",
    one("{ drop: reprisal }", ""),
    "missing",
    /lacks then\. Expected: a key then: one of\s+keep/,
  ],
  ["a misspelt policy", one("{ drop: reprisal }", "then: prnue"), "unknown-word", /Did you mean prune\?/],
  ["a misspelt key", one("{ drop: reprisal }", "hten: prune"), "unknown-key", /Did you mean then\?/],
  ["a misspelt verb", one("{ dorp: reprisal }"), "unknown-key", /Did you mean drop\?/],
  [
    "two verbs in one edit",
    one("{ drop: call, swap: strike }"),
    "unknown-key",
    /(swap|drop) does not go together with (drop|swap)\./,
  ],
  [
    "a name that another what-if has",
    withWhatIfs("mine: { edit: [{ drop: call }], then: keep }\nmine: { edit: [{ drop: accord }], then: keep }"),
    "duplicate-key",
    /The key mine stands here twice/,
  ],
  [
    "edits that cancel each other by one id",
    one(`{ drop: reprisal }, { add: { id: reprisal, ${twin} } }`),
    "duplicate-id",
    /or replace it/,
  ],
  ["a swap that is taken back", one("{ swap: strike }, { swap: strike }"), "edited-twice", /one edit for each event/],
  [
    "two edits of one event",
    one('{ drop: call }, { move: call, to: "2024-01-20" }'),
    "edited-twice",
    /call is edited twice/,
  ],
  ["no edit", one(""), "out-of-range", /is an empty list\. Expected: at least 1/],
  ["an edit that is no list", withWhatIfs("mine: { edit: drop call, then: keep }"), "wrong-type", /Expected: a list/],
  ["nothing below the name", withWhatIfs("mine:"), "wrong-type", /what-if\.mine is empty/],
  [
    "nothing below what-if",
    fileWith(`${head}what-if:\n\n${tail}`, "iran-pakistan-2024.yaml"),
    "wrong-type",
    /what-if is empty/,
  ],
  [
    "an effect before its cause",
    one('{ move: call, to: "2024-01-17" }'),
    "effect-before-cause",
    /a date after overture \(2024-01-19\), or\s+replace call with other causes/,
  ],
  [
    "a cause that is dropped",
    one(
      '{ drop: reprisal }, { add: { id: x, at: "2024-01-19", act: warn, from: IRN, because: reprisal, cite: morrow } }',
    ),
    "unknown-event",
    /which this what-if\s+drops/,
  ],
  [
    "a place before an event of another day",
    one('{ move: call, to: "2024-01-20", before: visit }'),
    "out-of-order",
    /another event\s+of the same day/,
  ],
  [
    "a place before an event that is not there",
    one('{ move: call, to: "2024-01-20", before: isis-clsh }'),
    "unknown-event",
    /Did you mean isis-clash\?/,
  ],
  [
    "a replacement under another id",
    one("{ replace: call, with: { id: x } }"),
    "unknown-key",
    /keeps its id\. Expected: drop and add/,
  ],
  ["a replacement that lacks a field", one("{ replace: reprisal, with: { act: agree } }"), "missing", /lacks terms/],
  [
    "a name in capitals",
    withWhatIfs("Mine: { edit: [{ drop: call }], then: keep }"),
    "bad-value",
    /small letters, digits and hyphens/,
  ],
];

test.each(mistakes)("%s: exit code 2, the place, and what to do", (_what, path, code, message) => {
  const { code: exit, out } = demarche(["check", path]);
  expect(exit).toBe(2);
  expect(out).toContain(`[${code}]`);
  expect(out).toMatch(/iran-pakistan-2024\.yaml:[23]\d\d:\d+ error/);
  expect(out).toMatch(message);
  for (const args of [
    ["what-if", path],
    ["replay", path, "--what-if", "mine"],
  ]) {
    expect(demarche(args)).toMatchObject({ code: 2, out: "", err: expect.stringContaining(`[${code}]`) });
  }
});

test.each([
  ["drop reprsal", /\[unknown-event\][\s\S]*Did you mean reprisal\?/],
  ["move call to 2025-01-19", /\[outside-window\]/],
  ["move call to 2024-01-17", /\[effect-before-cause\]/],
  ["move call to 2024-01-20 before visit", /\[out-of-order\]/],
  ["replace reprisal with { act: stirke }", /\[unknown-act\][\s\S]*Did you mean strike\?/],
  ["add { id: x, at: 2024-01-18, act: strike, from: JAA, to: PAK, cite: morrow }", /\[actor-cannot\]/],
])("the same is said of an edit that is only tried: %s", (edit, message) => {
  const { code, out, err } = demarche(["what-if", flagship, "--edit", edit, "--then", "keep"]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(message);
  expect(err).toMatch(/^--edit:\d+:\d+ error/);
  expect(err).toMatch(/> \d+ \| +- \{.*\n +\| +\^/);
});

describe("what is right as YAML and means nothing is possible, and doubtful", () => {
  test.each([
    ["a move to the same date", '{ move: call, to: "2024-01-19" }'],
    ["a replacement by the same", "{ replace: reprisal, with: { act: strike, from: PAK } }"],
    ["a replacement by nothing", "{ replace: reprisal, with: {} }"],
    ["several of them", '{ replace: reprisal, with: {} }, { move: call, to: "2024-01-19" }'],
  ])("%s changes nothing", (_what, edits) => {
    const path = one(edits);
    const { code, out } = demarche(["check", path]);
    expect(code).toBe(0);
    expect(out).toMatch(/iran-pakistan-2024\.yaml:[23]\d\d:\d+ warning \[changes-nothing\] at what-if\.mine/);
    const output = demarche(["what-if", path]).out;
    expect(output).toContain("Nowhere: nothing differs.");
    expect(output).not.toMatch(/^(Orphaned|Reopened)/m);
  });

  test("a drop and an added twin cancel each other", () => {
    const { code, out } = demarche(["check", one(`{ drop: reprisal }, { add: { id: twin, ${twin} } }`)]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /\[changes-nothing\] at what-if\.mine\.edit\[1\]\s+drop reprisal and add twin cancel each other/,
    );
  });

  test("an edit that could be left out, with a place of its own", () => {
    const { out } = demarche(["check", one("{ drop: accord }, { drop: invitation }")]);
    expect(out).toMatch(/\[not-minimal\] at what-if\.mine\.edit\[1\]\s+The end is the same without drop invitation\./);
  });
});

describe("check covers what-ifs", () => {
  const failing = one(
    "{ drop: reprisal }",
    'then: prune\nexpect:\n  - { at: "2024-01-18", ledger: by-IRN }\n  - { at: "2024-01-18", course: retaliation }\nnever:\n  - { name: cut, relations: severed }\n  - { name: gone, missions: { PAK: recalled } }',
  );

  test("one that is not as it expects itself to be is a finding with a reason and the place of its own line", () => {
    const { code, out } = demarche(["check", failing]);
    expect(code).toBe(1);
    const lines = readFileSync(failing, "utf8").split("\n");
    /** Where the word stands that ends a part of a line. */
    const placeOf = (part: string, word: string) => {
      const line = lines.findIndex((one) => one.includes(`${part}${word}`));
      return `${line + 1}:${(lines[line] ?? "").indexOf(`${part}${word}`) + part.length + 1}`;
    };
    expect(out).toContain(
      `:${placeOf('"2024-01-18", course: ', "retaliation }")} error [expectation-failed] at what-if.mine.expect[1]`,
    );
    expect(out).toMatch(
      /expected at the end of 2024-01-18: course retaliation; it is\s+ambassadors-recalled\.withdrawn,\s+since\s+recall/,
    );
    expect(out).toContain(`:${placeOf("name: ", "gone")} error [never-violated] at what-if.mine.never.gone`);
    expect(out).toMatch(/2 errors, 1 warning\n/);
  });

  test("every other command that tells it ends with the same exit code", () => {
    expect(demarche(["what-if", failing])).toMatchObject({ code: 1, err: expect.stringContaining("unused-source") });
    expect(demarche(["what-if", failing, "mine", "--json"]).code).toBe(1);
    expect(demarche(["what-if", failing, "mine", "--against", "mine"]).code).toBe(1);
    expect(demarche(["replay", failing, "--what-if", "mine"]).code).toBe(1);
    expect(demarche(["replay", failing]).code).toBe(0);
    expect(demarche(["what-if", failing]).out).toMatch(/What it expects\n[\s\S]*expected at the end of 2024-01-18/);
  });

  test("JSON, SARIF and workflow commands say which what-if", () => {
    const data = JSON.parse(demarche(["check", failing, "--format", "json"]).out);
    expect(JSON.stringify(data)).toContain('"whatIf":"mine"');
    const sarif = JSON.parse(demarche(["check", failing, "--format", "sarif"]).out);
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      // Only the what-if that was taken out cites it.
      "unused-source",
      "expectation-failed",
      "never-violated",
    ]);
    expect(demarche(["check", failing, "--format", "github"]).out).toMatch(/^::error file=.*,line=[23]\d\d.*/m);
  });

  test("a file in braces is covered too", () => {
    const path = fileWith(
      `${head}what-if: { mine: { edit: [{ drop: reprisal }], then: prune, never: [{ name: x, course: ambassadors-recalled }] } }\n\n${tail}`,
      "iran-pakistan-2024.yaml",
    );
    expect(demarche(["check", path])).toMatchObject({ code: 1, out: expect.stringContaining("what-if.mine.never.x") });
    expect(demarche(["what-if", path, "mine"]).code).toBe(1);
  });
});

test("a number of futures that is none is refused before anything is written", () => {
  const { code, out, err } = demarche(["what-if", flagship, "second-round", "--futures", "0"]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("--futures 0: expected a whole number from 1 to 100000000.");
});
