/** `test`: its exit codes, what it saves, and that it says the same for the same seed. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { bare, demarche, fileWith } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";
import { base } from "../support/scenario.ts";

const NEVER = "never:\n  - { name: no-war, course: retaliation.war }";
/** The small scenario with its lesson right, and with comments where lines may be added. */
const small = (contracts: string, whatIf = "then: prune"): string =>
  fileWith(
    base
      .replace(NEVER, `${contracts} # the claims`)
      .replace("then: prune", `${whatIf} # by hand`)
      .replace(
        "options: [protest, strike]\n    answer: protest",
        "options: [recall-ambassador, agree]\n    answer: recall-ambassador",
      ),
    "small.yaml",
  );
const RUNS = ofAll("60", "20");
const STANDS = "always:\n  - { name: stands, relations: established }";
const hunted = (file: string, more: readonly string[] = []) => demarche(["test", file, "--runs", RUNS, ...more]);
const flat = (out: string): string => out.replace(/\s+/g, " ");

test("a file without contracts, whose sayings are so, ends well", () => {
  const { code, out } = hunted(small(""));
  expect(code).toBe(0);
  expect(flat(out)).toContain("laws of the system held");
  expect(flat(out)).toContain(
    'question 1, after strike: "recall-ambassador" is the first of the options to happen, with recall',
  );
});

test("a planted violation is found, saved with nothing else changed, shown by a replay, and known from then on", () => {
  const file = small(STANDS);
  const before = readFileSync(file, "utf8");
  const { code, out, err } = hunted(file, ["--save", "severed"]);
  // It could have been otherwise, which is no mistake of the file.
  expect(code).toBe(0);
  expect(flat(out)).toContain("· stands always relations=established: broken in");
  expect(out).not.toContain("✗");
  expect(flat(out)).toContain("How stands could have been broken");
  expect(flat(out)).toContain("Of");
  expect(bare(out)).toContain(bare(`Again: demarche test ${file} --only stands --runs ${RUNS} --seed 1`));
  expect(flat(err)).toContain("Wrote severed, which breaks stands, into");
  const after = readFileSync(file, "utf8").split("\n");
  const added = after.findIndex((line) => line.trim() === "severed:");
  const length = after.slice(added).findIndex((line) => line.includes("breaks: [stands]")) + 1;
  expect(after.toSpliced(added, length).join("\n").replace(/\n\n+/g, "\n")).toBe(before.replace(/\n\n+/g, "\n"));
  const replayed = demarche(["replay", file, "--what-if", "severed"]);
  expect(replayed.code).toBe(0);
  expect(flat(replayed.out)).toContain("broken, as the what-if says, stands: relations=established, left with");
  expect(demarche(["check", file]).code).toBe(0);
  const again = hunted(file);
  expect(again.code).toBe(0);
  expect(flat(again.out)).toContain("as severed says");
});

test("the same seed says the same, another something else; how fast it went is told apart", () => {
  const file = small(STANDS);
  const outputFor = (seed: string, more: readonly string[] = []): string => {
    const { out, err } = hunted(file, ["--seed", seed, ...more]);
    expect(err).toMatch(new RegExp(`^Histories tried: ${RUNS} in \\d+\\.\\d s, [\\d,]+ a second\\.\n$`));
    return out;
  };
  expect(outputFor("3")).toBe(outputFor("3"));
  expect(outputFor("3")).not.toBe(outputFor("4"));
  expect(JSON.parse(outputFor("3", ["--json"])).seed).toBe(3);
});

test("the line that is printed finds it again", () => {
  const file = small(`${STANDS}\n  - { name: in-post, missions: { IRN: ambassador } }`);
  const { out } = hunted(file, ["--json"]);
  const { claims } = JSON.parse(out);
  for (const { name, counterexample } of claims.slice(0, 2)) {
    const again = JSON.parse(demarche([...counterexample.again.split(" ").slice(1), "--json"]).out);
    expect(again.claims).toHaveLength(1);
    expect(again.claims[0]).toMatchObject({ name, counterexample });
  }
});

test("as JSON it is as its schema says", () => {
  const valid = new Ajv({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync("schema/test.schema.json", "utf8")),
  );
  for (const file of ofAll([small(STANDS), "scenarios/templates/border-incident.yaml"], [small(STANDS)])) {
    const data = JSON.parse(hunted(file, ["--json", "--futures", ofAll("200", "20")]).out);
    expect({ valid: valid(data), errors: valid.errors }).toEqual({ valid: true, errors: null });
  }
});

test("what futures leave open is incomplete, what they refute a finding", () => {
  const asked = (bound: string): string =>
    small("", `then: model\n    expect:\n      - { outcome: force, mean: { at-most: ${bound} } }`);
  expect(hunted(asked("9"), ["--futures", "50"]).code).toBe(0);
  const open = fileWith(
    readFileSync("scenarios/templates/border-incident.yaml", "utf8")
      .replace("share: { at-most: 0.35 }", "share: { at-most: 0.22 }")
      .replace(/^never:[\s\S]*?(?=^# What-ifs)/m, ""),
    "border-incident.yaml",
  );
  expect(hunted(open, ["--futures", "100"])).toMatchObject({ code: 3, out: expect.stringContaining("undecided") });
  const failed = readFileSync(open, "utf8").replace("share: { at-most: 0.22 }", "share: { at-most: 0.02 }");
  expect(hunted(fileWith(failed, "border-incident.yaml"), ["--futures", "100"]).code).toBe(1);
});

test("a wrong answer to a question is a finding", () => {
  const file = fileWith(
    readFileSync(small(""), "utf8")
      .replace("answer: recall-ambassador", "answer: agree")
      .replace("agree]", "agree, strike]"),
    "small.yaml",
  );
  expect(flat(hunted(file).out)).toContain('"agree" is the answer, but recall comes before it');
  const wrong = fileWith(readFileSync(file, "utf8").replace("answer: agree", "answer: strike"), "small.yaml");
  expect(hunted(wrong).code).toBe(1);
});

test("coverage shows lines of the file beside counts", () => {
  const { out } = hunted(small(STANDS), ["--coverage"]);
  expect(out).toMatch(/^ +\d+ +\d+ │ {3}- id: strike$/m);
  expect(out).toMatch(/^ +\d+ +\d+ │ {3}- \{ name: stands/m);
});

test.each([
  [["--only", "stand"], "Did you mean stands?"],
  [["--runs", "0"], "--runs 0: expected a whole number from 1"],
  [["--json", "--coverage"], "can't be given together"],
])("%j is refused", (options, message) => {
  const { code, err } = demarche(["test", small(STANDS), ...options]);
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(message) });
});

test("--save with nothing to save is refused, and so is a name that is taken", () => {
  expect(hunted(small(""), ["--save", "x"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("nothing to write"),
  });
  const file = small(STANDS);
  expect(hunted(file, ["--save", "calm"])).toMatchObject({ code: 2, err: expect.stringContaining("calm already") });
});

test("nothing is wider than the columns", () => {
  const { out } = demarche([
    "test",
    ofAll("scenarios/templates/border-incident.yaml", small(STANDS)),
    "--runs",
    ofAll("40", "5"),
    "--futures",
    ofAll("100", "10"),
    "--width",
    "72",
    "--coverage",
  ]);
  expect(out.split("\n").filter((line) => [...line].length > 72)).toEqual([]);
});
