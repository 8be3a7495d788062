/** Contracts on the command line: what check, replay and what-if say of them, and how they end. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { demarche, fileWith, flagship } from "../support/cli.ts";

const text = readFileSync(flagship, "utf8");
const LEADS = "to: { course: reconciliation }, within: 30d }";
/** The flagship with something in it changed. */
const changed = (part: string, by: string): string => {
  if (!text.includes(part)) throw new Error(`The flagship does not contain ${part}`);
  return fileWith(text.replace(part, by), "iran-pakistan-2024.yaml");
};
const SHARE = "{ outcome: envoys-back, share: { at-least: 0.75 } }";
const modelled = (file: string, more: readonly string[] = []) =>
  demarche(["what-if", file, "china-a-day-earlier", "--futures", "400", ...more]);
const flat = (out: string): string => out.replace(/\s+/g, " ");

test("check counts contracts, and leaves expectations of futures to those who run them", () => {
  const { out, code } = demarche(["check", flagship]);
  expect(code).toBe(0);
  expect(out).toContain("3 contracts");
  expect(out).toContain("1 expectation of futures");
});

test("a violated leads-to is a finding at the event that asked, in text and in every other format", () => {
  const file = changed(LEADS, "to: { course: normal }, within: 5d }");
  const { out, code } = demarche(["check", file]);
  expect(code).toBe(1);
  expect(flat(out)).toContain(
    "must lead, talks-follow: course=retaliation to course=normal within 5d, but it began with reprisal",
  );
  expect(flat(out)).toContain("nothing came of it by 2024-01-23");
  const json = JSON.parse(demarche(["check", file, "--format", "json"]).out);
  expect(json.files[0].findings).toContainEqual(
    expect.objectContaining({ rule: "leads-to", name: "talks-follow", event: "reprisal" }),
  );
  const sarif = JSON.parse(demarche(["check", file, "--format", "sarif"]).out);
  expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain("leads-to-violated");
  expect(flat(demarche(["replay", file]).out)).toContain("must lead, talks-follow");
});

test("what the window leaves open is a note, and no finding", () => {
  const file = changed(LEADS, "to: { relations: severed }, within: 90d }");
  const { out, code } = demarche(["check", file]);
  expect(code).toBe(0);
  expect(flat(out)).toContain("note [contract-undecided]");
  expect(flat(out)).toContain("there is time until 2024-04-17");
  const replayed = demarche(["replay", file]);
  expect(flat(replayed.out)).toContain("2 of 3 contracts hold, 1 undecided");
});

test("futures are counted by contract, and what is expected of them is held, failed or undecided by the interval", () => {
  const result = modelled(flagship);
  expect(result.code).toBe(0);
  expect(flat(result.out)).toMatch(/talks-follow leads-to .*: violated in \d+\.\d % \(\d+\.\d to \d+\.\d\)/);
  expect(flat(result.out)).toContain("✓ share of envoys-back at least 75 %: held");
  const failed = modelled(changed(SHARE, SHARE.replace("0.75", "0.97")));
  expect(failed.code).toBe(1);
  expect(flat(failed.out)).toContain("✗ share of envoys-back at least 97 %: failed");
  const undecided = modelled(changed(SHARE, SHARE.replace("0.75", "0.92")));
  expect(undecided.code).toBe(3);
  expect(flat(undecided.out)).toMatch(
    /: undecided, .* futures instead of 400 would probably settle it|no number of futures/,
  );
});

test("a finding outweighs what is undecided", () => {
  const file = fileWith(
    text
      .replace(SHARE, SHARE.replace("0.75", "0.92"))
      .replace(
        '{ at: "2024-01-17", course: reconciliation.talks, ledger: by-IRN }',
        '{ at: "2024-01-17", course: strike }',
      ),
    "iran-pakistan-2024.yaml",
  );
  expect(modelled(file).code).toBe(1);
});

test("as JSON, contracts and decided expectations are as the schema says", () => {
  const valid = new Ajv({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync("schema/what-if.schema.json", "utf8")),
  );
  const data = JSON.parse(modelled(changed(SHARE, SHARE.replace("0.75", "0.92")), ["--json"]).out);
  expect({ valid: valid(data), errors: valid.errors }).toEqual({ valid: true, errors: null });
  const { contracts, expected } = data.whatIfs[0].futures;
  expect(contracts.map(({ name }: { name: string }) => name)).toEqual(["no-war", "no-severance", "talks-follow"]);
  expect(expected).toMatchObject([{ outcome: "envoys-back", measure: "share", atLeast: 0.92, standing: "undecided" }]);
});

test("a what-if that breaks a contract of the file says so, or is a finding; and one that says so breaks it", () => {
  const broken = demarche(["check", changed(LEADS, "to: { course: normal }, within: 20d }")]);
  expect(broken.code).toBe(1);
  expect(flat(broken.out)).toContain("at what-if.no-accord.talks-follow");
  const kept = demarche([
    "check",
    changed("    then: prune # the American", "    breaks: [no-war]\n    then: prune # the American"),
  ]);
  expect(kept.code).toBe(1);
  expect(flat(kept.out)).toContain("[contract-kept]");
  const replayed = demarche(["replay", "scenarios/india-pakistan-2001.yaml", "--what-if", "strike-in-may"]);
  expect(replayed.code).toBe(0);
  expect(flat(replayed.out)).toContain(
    "broken, as the what-if says, no-force: ledger=by-IND|by-PAK|both, reached with expulsion",
  );
});

test("what search finds and saves says what it breaks, so that the file stays right", () => {
  const file = fileWith(text, "iran-pakistan-2024.yaml");
  const goal = ["--from", "2024-01-18", "--goal", "course=retaliation.war"];
  expect(demarche(["search", file, ...goal, "--save", "war"]).code).toBe(0);
  expect(readFileSync(file, "utf8")).toContain("    breaks: [no-war]\n");
  expect(demarche(["check", file]).code).toBe(0);
});
