import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { demarche, flagship } from "../support/cli.ts";

const NAMES = [
  "restraint",
  "restraint-kept",
  "council-anyway",
  "no-accord",
  "call-first",
  "pakistan-first",
  "second-round",
];
const short = "test/fixtures/short-crisis.yaml";
const whatIfs = (args: readonly string[]) => JSON.parse(demarche(["what-if", flagship, ...args, "--json"]).out).whatIfs;

test("all what-ifs of a file are told in the order of the file, below a table of them", () => {
  const { code, out, err } = demarche(["what-if", flagship, "--all"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  for (const name of NAMES) expect(out).toMatch(new RegExp(`^${name} +(keep|prune|stop|model) +\\d+`, "m"));
  const places = NAMES.map((name) => out.search(new RegExp(`^${name}: `, "m")));
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(out).toContain("Purpose: teaching. The record rewritten by rules; not a forecast.");
});

test("those that are named are told, each once, in the order in which they are named", () => {
  const names = whatIfs(["no-accord", "restraint", "no-accord"]).map(({ name }: { name: string }) => name);
  expect(names).toEqual(["no-accord", "restraint"]);
});

test("a reader sees what was changed, what lost its cause and through which, and where the two part", () => {
  const { out } = demarche(["what-if", flagship, "restraint"]);
  expect(out).toMatch(/What was changed\n {2}drop reprisal: 2024-01-18 PAK → IRN strike/);
  expect(out).toMatch(/Orphaned: they lost a cause, and they are gone \(10\)/);
  expect(out).toContain("2024-01-22 accord ← call ← overture ← council ← reprisal");
  expect(out).toMatch(/Where they part\n {2}18 Jan 2024 {2}the record: reprisal,/);
  expect(out).toMatch(/≠ course +normal \(full\) +ambassadors-recalled/);
  expect(out).toContain("commitment accord-1 (return-ambassador by both, kept) is not made");
});

test("with keep the orphaned stand, and each that no longer fits says why and what would mend it", () => {
  const { out } = demarche(["what-if", flagship, "no-accord"]);
  expect(out).toMatch(/Orphaned: they lost a cause, and they stand all the same \(1\)/);
  expect(out).toMatch(/No longer fits: void here \(1\)\n {2}2024-01-26 return /);
  expect(out).toMatch(/✗ An ambassador who was barred[\s\S]*What would give it effect:/);
});

test("stop and model say what the record would have brought next, and model what waits on the clock", () => {
  const tried = (then: string) => demarche(["what-if", flagship, "--edit", "drop accord", "--then", then]).out;
  expect(tried("stop")).toMatch(/History ends here; left out of the record \(\d+\)/);
  expect(tried("model")).toMatch(/The record stops at [\s\S]*left open \(\d+\)[\s\S]*Waiting on the clock/);
});

test("--against compares two, whichever way round", () => {
  const { code, out } = demarche(["what-if", flagship, "restraint", "--against", "no-accord"]);
  expect({ code, title: out.split("\n")[0] }).toEqual({ code: 0, title: "restraint against no-accord" });
  expect(out).toMatch(/Date +no-accord +restraint/);
  const { one, other, comparison } = JSON.parse(
    demarche(["what-if", flagship, "restraint", "--against", "no-accord", "--json"]).out,
  );
  expect([one.name, other.name, comparison.divergence.one]).toEqual(["no-accord", "restraint", "reprisal"]);
});

test("a what-if against itself, and one that changes nothing, part nowhere", () => {
  const self = demarche(["what-if", flagship, "restraint", "--against", "restraint"]);
  expect(self).toMatchObject({ code: 0, out: expect.stringContaining("Nowhere: nothing differs.") });
  const [same] = whatIfs(["--edit", "move call to 2024-01-19", "--then", "keep"]);
  expect(same.comparison.divergence).toBeUndefined();
  expect(same.doubts.map(({ code }: { code: string }) => code)).toEqual(["no-reason", "changes-nothing"]);
});

test.each([
  ["drop reprisal", "prune"],
  ["add { id: thaw, at: 2024-01-19, act: invite, from: IRN, to: PAK, cite: morrow } before warning", "keep"],
  ["move warning to 2024-01-19 before overture", "keep"],
  ["swap strike", "stop"],
  ["replace reprisal with { act: lodge-protest }", "model"],
])("--edit '%s' --then %s tries one, and says it in the words in which it was given", (text, then) => {
  const [one] = whatIfs(["--edit", text, "--then", then, "--because", "a reason"]);
  expect(one).toMatchObject({ name: "tried", then, because: "a reason" });
  const said = text.replace(/ with \{.*\}/, "").replace(/\{ id: (\w+).*\}/, "$1");
  expect(one.changes.map(({ edit }: { edit: string }) => edit)).toEqual([said]);
});

test("of several edits each is told", () => {
  const edits = ["drop reprisal", "move accord to 2024-01-23"].flatMap((text) => ["--edit", text]);
  const [{ changes }] = whatIfs([...edits, "--then", "keep"]);
  expect(changes.map(({ edit }: { edit: string }) => edit)).toEqual(["drop reprisal", "move accord to 2024-01-23"]);
});

test("what was tried comes with the lines to paste, and pasted they are that what-if", () => {
  const { out } = demarche(["what-if", short, "--edit", "drop strike", "--then", "keep", "--because", "a: b # c"]);
  const [, lines = ""] = out.split("or add --save NAME:\n\n");
  const text = `${readFileSync(short, "utf8")}\n${lines}`;
  const { code, out: output } = demarche(["what-if", "-", "tried", "--json"], { input: text });
  expect(code).toBe(0);
  expect(JSON.parse(output).whatIfs[0]).toMatchObject({ because: "a: b # c", changes: [{ edit: "drop strike" }] });
});

test("a tried one takes a name that the file does not have", () => {
  const edit = ["--edit", "drop strike", "--then", "keep"];
  const { out } = demarche(["what-if", short, ...edit]);
  const [, lines = ""] = out.split("or add --save NAME:\n\n");
  const again = demarche(["what-if", "-", ...edit, "--json"], { input: `${readFileSync(short, "utf8")}\n${lines}` });
  expect(JSON.parse(again.out).whatIfs[0].name).toBe("tried-2");
});

test("replay and show tell a what-if as they tell the record, and say which", () => {
  const replay = JSON.parse(demarche(["replay", flagship, "--what-if", "restraint", "--json"]).out);
  expect(replay).toMatchObject({ whatIf: "restraint" });
  expect(JSON.stringify(replay)).not.toContain('"id":"accord"');
  const text = demarche(["replay", flagship, "--what-if", "restraint"]);
  expect(text.code).toBe(0);
  expect(text.out).toContain("what if, restraint");
  expect(text.out).toMatch(/course +ambassadors-recalled/);
  const show = demarche(["show", flagship, "--what-if", "restraint", "--at", "2024-01-26", "--why", "course"]);
  expect(show.code).toBe(0);
  expect(show.out).toContain("Recall of ambassador");
});

test("draw --what-if draws where that one stood, and refuses what it can't draw", () => {
  const record = demarche(["draw", flagship]).out;
  const without = demarche(["draw", flagship, "--what-if", "restraint"]).out;
  expect(without).not.toBe(record);
  expect(without).toBe(demarche(["draw", flagship, "--at", "2024-01-17"]).out);
  for (const more of [["--as", "svg"], ["--as", "dot"], ["--at", "2024-01-18"], ["--chart"]]) {
    const { code, out, err } = demarche(["draw", flagship, "--what", "branches", ...more]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("--what branches");
  }
});

const wrong: readonly (readonly [readonly string[], RegExp])[] = [
  [["restrant"], /Did you mean restraint\?[\s\S]*What-ifs of this file: restraint, /],
  [["restraint", "--against", "no-acord"], /Did you mean no-accord\?/],
  [["restraint", "no-accord", "--against", "call-first"], /--against compares two/],
  [["--against", "restraint"], /--against compares two/],
  [["restraint", "--edit", "drop call", "--then", "keep"], /name no other beside it/],
  [["--edit", "drop call", "--then", "keep", "--against", "restraint"], /name no other beside it/],
  [["--edit", "drop call"], /--edit needs --then[\s\S]*keep +all later events stand[\s\S]*prune/],
  [["--edit", "drop call", "--then", "prnue"], /keep, prune, stop, model/],
  [["--edit", "dorp call", "--then", "keep"], /Did you mean drop\?/],
  [["--edit", "", "--then", "keep"], /The edit is empty/],
  [["--then", "keep"], /--then belongs to --edit/],
  [["--because", "x"], /--because belongs to --edit/],
  [["--save", "x"], /--save belongs to --edit/],
  [["--json", "--mermaid"], /--json and --mermaid can't be given together/],
  [["restraint", "--width", "59"], /60 to 400/],
  [["__proto__"], /There is no what-if "__proto__"/],
  [["\u001b[31m"], /There is no what-if "\\u\{1B\}/],
];

test.each(wrong)("demarche what-if FILE %j: exit code 2 and a way on", (args, message) => {
  const ran = demarche(["what-if", flagship, ...args]);
  expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: "" });
  expect(ran.err).toMatch(message);
  expect(ran.err).not.toMatch(/\u001b|\n +at .*\(/);
});

test.each(["replay", "show", "draw"])("%s --what-if with a misspelt name suggests the nearest", (command) => {
  const ran = demarche([command, flagship, "--what-if", "restrant"]);
  expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: "" });
  expect(ran.err).toContain("Did you mean restraint?");
});

test("a file without a what-if says how to try one", () => {
  const { code, err } = demarche(["what-if", short]);
  expect(code).toBe(2);
  expect(err).toContain("--edit 'drop ID' --then prune");
  expect(demarche(["what-if", short, "any"]).err).toContain("This file has none.");
});
