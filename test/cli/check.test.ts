import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import type { Log } from "sarif";
import { expect, test } from "vitest";
import { crisisWith, demarche, fileWith, flagship } from "../support/cli.ts";

const broken = fileWith(crisisWith((text) => text.replace("act: recall-ambassador", "act: recal-ambassador")));
const unfaithful = fileWith(crisisWith((text) => text.replace(/^.*id: comeback.*\n/m, "")));
const warlike = fileWith(crisisWith((text) => text.replace("course: retaliation.war", "course: retaliation")));

test("a right file is one line, one on what its futures rest on, and exit code 0", () => {
  const { code, out } = demarche(["check", flagship]);
  expect({ code, out }).toEqual({
    code: 0,
    out: [
      `✓ ${flagship}: 20 events, 7 expectations, 3 contracts, 10 what-ifs; no problem\n`,
      "  1 expectation of futures, for what-if and test to decide\n",
      "  its futures rest on 40 numbers, each with a basis; --assumptions lists them\n",
    ].join(""),
  });
});

test("the worst of several files decides the exit code, and each is told of", () => {
  expect(demarche(["check", flagship, unfaithful]).code).toBe(1);
  const all = demarche(["check", flagship, unfaithful, broken, "nowhere.yaml"]);
  expect(all.code).toBe(2);
  expect(all.out).toContain("4 files checked, 1 right, 3 wrong");
});

test("a failed expectation is marked where it stands, and says all that is otherwise", () => {
  const { out } = demarche(["check", unfaithful]);
  expect(out).toMatch(/short-crisis\.yaml:50:33 error \[expectation-failed\] at expect\[2\]/);
  expect(out).toMatch(/> 50 \| {3}- \{ at: "2024-01-26", course: normal\.full/);
  const text = out.replace(/\s+/g, " ");
  expect(text).toContain(
    "expected at the end of 2024-01-26: course normal.full; it is reconciliation.settled, since accord (Agreement on terms, 2024-01-22); and missions.IRN ambassador; it is barred, since bar",
  );
  expect(text.match(/expected at/g)).toHaveLength(1);
});

test("a state that must never be is a finding, with the event that reached it", () => {
  const { code, out } = demarche(["check", warlike]);
  expect(code).toBe(1);
  expect(out.replace(/\s+/g, " ")).toContain(
    "must never be, no-war: course=retaliation, but reached with reprisal (Strike, 2024-01-18)",
  );
});

test("a void event is a note and no failure", () => {
  const odd = crisisWith((text) =>
    text.replace(
      "  - id: accord",
      '  - { id: again, at: "2024-01-22", act: recall-ambassador, from: PAK, to: IRN, cite: morrow }\n  - id: accord',
    ),
  );
  const { code, out } = demarche(["check", fileWith(odd)]);
  expect(code).toBe(0);
  expect(out).toContain("note [void] at again");
  expect(out).toContain("1 note");
});

test("JSON says the same, file by file, with a summary", () => {
  const { summary, files } = JSON.parse(demarche(["check", flagship, unfaithful, broken, "--format", "json"]).out);
  expect(summary).toEqual({ files: 3, errors: 1, warnings: 0, void: 0, findings: 1 });
  expect(files[1].findings[0]).toMatchObject({ rule: "expectation", name: "2024-01-26", event: "accord" });
  expect(files[2].problems[0]).toMatchObject({ code: "unknown-act", line: 25, suggestion: "recall-ambassador" });
});

/** What SARIF 2.1.0 demands of the parts that are used here: sections 3.13, 3.14, 3.19, 3.27, 3.30. */
const sarif = {
  type: "object",
  required: ["version", "runs"],
  properties: {
    version: { const: "2.1.0" },
    $schema: { type: "string", format: undefined },
    runs: {
      type: "array",
      items: {
        type: "object",
        required: ["tool", "results"],
        properties: {
          tool: {
            type: "object",
            required: ["driver"],
            properties: { driver: { type: "object", required: ["name"] } },
          },
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          results: {
            type: "array",
            items: {
              type: "object",
              required: ["message", "ruleId", "locations"],
              properties: {
                level: { enum: ["none", "note", "warning", "error"] },
                ruleIndex: { type: "integer", minimum: 0 },
                message: { type: "object", required: ["text"] },
                locations: {
                  type: "array",
                  minItems: 1,
                  items: {
                    type: "object",
                    required: ["physicalLocation"],
                    properties: {
                      physicalLocation: {
                        type: "object",
                        required: ["artifactLocation", "region"],
                        properties: {
                          artifactLocation: {
                            type: "object",
                            required: ["uri"],
                            properties: { uri: { pattern: "^[^\\s]+$" } },
                          },
                          region: {
                            type: "object",
                            required: ["startLine"],
                            properties: Object.fromEntries(
                              ["startLine", "startColumn", "endLine", "endColumn"].map((key) => [
                                key,
                                { type: "integer", minimum: 1 },
                              ]),
                            ),
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

test("SARIF has a rule for each result and a region for each place", () => {
  const { out, code } = demarche(["check", unfaithful, broken, "nowhere else.yaml", "--format", "sarif"]);
  const log: Log = JSON.parse(out);
  const valid = new Ajv({ strict: false }).compile(sarif);
  expect({ code, valid: valid(log), errors: valid.errors }).toEqual({ code: 2, valid: true, errors: null });
  const [run] = log.runs;
  const ids = run?.tool.driver.rules?.map(({ id }) => id);
  expect(run?.results?.map(({ ruleId, ruleIndex = -1 }) => ids?.[ruleIndex] === ruleId)).toEqual([true, true, true]);
  expect(ids).toEqual(["expectation-failed", "unknown-act", "unreadable"]);
});

test("GitHub's commands are one line each, whatever the message holds", () => {
  const { out } = demarche(["check", broken, "nowhere,else.yaml", "--format", "github"]);
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(
    /^::error file=.*short-crisis\.yaml,line=25,endLine=25,col=42,title=unknown-act::recal-ambassador/,
  );
  expect(lines[1]).toMatch(/^::error file=nowhere%2Celse\.yaml,.*%0ABundled/);
});

test("a rule without a basis is a warning, and its numbers are counted", () => {
  const summons = /,\n *basis: "The record of this file: Pakistan summoned.*" \}/;
  const silent = fileWith(readFileSync(flagship, "utf8").replace(summons, " }"));
  const { code, out } = demarche(["check", silent]);
  expect(code).toBe(0);
  expect(out).toContain("its futures rest on 40 numbers, 2 of them without a basis");
  expect(out.replace(/\s+/g, " ")).toContain("does not say what its chance and delay rest on");
  expect(demarche(["check", silent, "--assumptions"]).out).toContain("no basis given");
});

test("check counts the numbers that futures rest on, and --assumptions lists them with range and basis", () => {
  expect(demarche(["check", flagship]).out).toMatch(/its futures rest on \d+ numbers, each with a basis/);
  const { code, out } = demarche(["check", flagship, "--assumptions"]);
  expect(code).toBe(0);
  for (const part of [
    "resolve.PAK",
    "0.6 [0.3 to 0.9]",
    "default.keeps",
    "a default of ours",
    "stands in the doctrine",
  ]) {
    expect(out).toContain(part);
  }
  const { files } = JSON.parse(demarche(["check", "india-pakistan-2001", "--format", "json"]).out);
  expect(files[0].assumptions).toContainEqual(expect.objectContaining({ name: "PAK.median", origin: "strategy" }));
});
