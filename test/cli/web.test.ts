/** Crises of several relations on the command line: all of them, or one. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { brokenBy } from "../../src/scenario/record.ts";
import { demarche, folder } from "../support/cli.ts";
import { gulf, readAs } from "../support/web.ts";

const place = folder();
writeFileSync(join(place, "gulf.yaml"), gulf);
const run = (...args: readonly string[]) => demarche(args, { cwd: place });

/** The crisis under another name, with a contract of one relation. */
const withPosts = (name: string): string =>
  gulf
    .replace("scenario: gulf", `scenario: ${name}`)
    .replace("what-if:", "never:\n  - { name: posts, between: [QAT, KWT], relations: severed }\nwhat-if:");

/** Commands that look at one relation. */
const ofOne: readonly (readonly [string, ...string[]])[] = [
  ["search", "--goal", "relations=severed"],
  ["search", "--goal", "relations=severed", "--never", "--least-edit", "--then", "prune"],
  ["test", "--runs", "5", "--futures", "5"],
  ["sweep", "--futures", "5", "--points", "3"],
  ["tournament", "--futures", "5", "--strategies", "tit-for-tat,restraint"],
];

describe("without --between", () => {
  test("replay tells each event once, with what it changed in which relation", () => {
    const { code, out } = run("replay", "gulf.yaml", "--width", "100");
    expect(code).toBe(0);
    expect(out).toMatch(/2017-06-05 .*SAU–QAT {2}relations severed/);
    expect(out).toMatch(/severance .*ARE–QAT {2}relations severed/);
    expect(out).toMatch(/offer\n|2017-06-06 .*noted/);
    expect(out.match(/^severance/gm)).toHaveLength(1);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("a failed expectation of any relation is a finding", () => {
    writeFileSync(
      join(place, "gulf-wrong.yaml"),
      gulf
        .replace("scenario: gulf", "scenario: gulf-wrong")
        .replace("[QAT, EGY], relations: severed", "[QAT, EGY], relations: established"),
    );
    const { code, out } = run("replay", "gulf-wrong.yaml");
    expect(code).toBe(1);
    expect(out).toMatch(/✗ EGY–QAT: .*relations/);
    expect(run("check", "gulf-wrong.yaml").code).toBe(1);
  });

  test("show gives the matrix of pairs at a date", () => {
    const { out } = run("show", "gulf.yaml", "--at", "2017-07-01");
    expect(out).toMatch(/SAU +QAT +ARE +EGY +KWT/);
    expect(out).toMatch(/QAT +severed +— +severed +severed +normal/);
  });

  test("what-if compares relation by relation, and counts over all of them", () => {
    const { code, out } = run("what-if", "gulf.yaml", "--futures", "200");
    expect(code).toBe(0);
    expect(out).toMatch(/SAU–QAT .*normal \(full\)/);
    expect(out).toMatch(/force +number of acts: force/);
    expect(out).toMatch(/QAT–KWT .*the same/);
  });

  test.each([
    ["replay", "replay-web"],
    ["show", "show-web"],
    ["what-if", "what-if-web"],
  ])("%s --json is as its schema says", (command, schema) => {
    const validate = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync(`schema/${schema}.schema.json`, "utf8")),
    );
    validate(JSON.parse(run(command, "gulf.yaml", "--json").out));
    expect(validate.errors).toBe(null);
  });

  test("what is told of one relation only says so", () => {
    const { code, err } = run("show", "gulf.yaml", "--why", "course");
    expect(code).toBe(2);
    expect(err).toContain("--why is about one relation, and this file follows several: add --between A,B.");
  });

  test.each(ofOne)("%s looks at the main relation and says so", (command, ...options) => {
    const { out, err } = run(command, "gulf.yaml", ...options);
    expect(err).toContain("Of 4 relations the main one: SAU,QAT. Another: --between ARE,QAT");
    expect(out.replace(/\s+/g, " ")).toContain("A rift among five: Saudi Arabia and Qatar");
    const { between, title } = JSON.parse(run(command, "gulf.yaml", ...options, "--json").out);
    expect({ between, title }).toEqual({ between: ["SAU", "QAT"], title: "A rift among five: Saudi Arabia and Qatar" });
  });
});

describe("in a journal", () => {
  test("a web is kept, told by its main relation, and comes out as the file that it was", () => {
    expect(run("journal", "init", "gulf.db", "--from", "gulf.yaml")).toMatchObject({
      code: 0,
      out: "gulf.db#gulf: 7 records: its frame and 6 events.\n",
      err: expect.not.stringContaining("--between"),
    });
    const { code, out } = run("journal", "show", "gulf.db", "--at", "2017-06-05");
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("stood between SAU and QAT (the main one of 4 relations) at the end of");
    expect(JSON.parse(run("journal", "show", "gulf.db", "--json").out).stand).toMatchObject({
      between: ["SAU", "QAT"],
      relations: 4,
    });
    expect(run("journal", "export", "gulf.db", "--format", "yaml").out).toBe(gulf);
    expect(run("replay", "gulf.db").out).toBe(run("replay", "gulf.yaml").out);
    const event = '{ id: talks, at: "2021-02-01", act: consult-by-phone, from: EGY, to: QAT, cite: press }';
    expect(run("journal", "append", "gulf.db", "--event", event)).toMatchObject({ code: 0 });
    expect(run("journal", "append", "gulf.db", "--from", "gulf.yaml").err).toContain("Left as they are");
    expect(run("show", "gulf.db", "--between", "EGY,QAT").code).toBe(0);
  });
});

describe("with --between", () => {
  test.each([["QAT,EGY"], ["EGY-QAT"], ["egy,qat"]])("replay tells one relation, named as %s", (pair) => {
    const { code, out } = run("replay", "gulf.yaml", "--between", pair, "--width", "100");
    expect(code).toBe(0);
    expect(out).toContain("A rift among five: Egypt and Qatar");
    expect(out).toMatch(/EGY + QAT|SAU \+ ARE \+ EGY/);
    expect(out).not.toContain("restored · ");
  });

  test("why follows causes into other relations", () => {
    const { out } = run("show", "gulf.yaml", "--between", "QAT,KWT", "--why", "visit");
    expect(out).toMatch(/visit[\s\S]*SAU → QAT Closing of a border \[border\][\s\S]*\[severance\]/);
  });

  test("a relation that is not followed is refused, with the nearest and all there are", () => {
    const { code, err } = run("replay", "gulf.yaml", "--between", "QAT,KWW");
    expect(code).toBe(2);
    expect(err).toContain("Did you mean QAT,KWT?");
    expect(err).toContain("SAU,QAT ARE,QAT EGY,QAT QAT,KWT");
  });

  test("one future is written out, with what goes on in the other relations", () => {
    const { code, out } = run("what-if", "gulf.yaml", "raid", "--between", "SAU,QAT", "--run", "1");
    expect(code).toBe(0);
    expect(out).toContain("Made by a doctrine in a simulated future.");
  });

  test.each(ofOne)(
    "%s says of which relation its result is, and so does the line that makes it again",
    (command, ...options) => {
      const { out, err } = run(command, "gulf.yaml", ...options, "--between", "QAT,EGY");
      expect(err).not.toContain("main one");
      expect(out.replace(/\s+/g, " ")).toContain("A rift among five: Egypt and Qatar");
      const data = JSON.parse(run(command, "gulf.yaml", ...options, "--between", "QAT,EGY", "--json").out);
      expect(data.between).toEqual(["EGY", "QAT"]);
      if ("command" in data) expect(data.command).toContain(`demarche ${command} gulf.yaml --between EGY,QAT `);
    },
  );

  test("what all relations are asked for says of none that it is about it", () => {
    for (const command of ["replay", "show", "what-if"]) {
      expect(JSON.parse(run(command, "gulf.yaml", "--json").out)).not.toHaveProperty("between");
    }
    expect(JSON.parse(run("show", "gulf.yaml", "--between", "KWT,QAT", "--json").out).between).toEqual(["QAT", "KWT"]);
  });

  test("a what-if tells between whom it is, alone, against another and among all", () => {
    const outputOf = (...args: readonly string[]): string =>
      run("what-if", "gulf.yaml", ...args, "--between", "EGY,QAT").out;
    for (const args of [["calm"], ["calm", "--against", "raid"], []])
      expect(outputOf(...args)).toContain("Between Egypt and Qatar");
    const tried = run("what-if", "gulf.yaml", "--edit", "drop severance", "--then", "prune");
    expect(tried.out).toContain("Between Saudi Arabia and Qatar");
    expect(tried.err).toContain("Of 4 relations the main one");
  });

  test("lines that make futures and counterexamples again name the relation where one was named", () => {
    const outputOf = (...args: readonly string[]): string => run(...args).out.replace(/\s+/g, " ");
    expect(outputOf("what-if", "gulf.yaml", "raid", "--futures", "20")).toContain("demarche what-if gulf.yaml raid");
    expect(outputOf("what-if", "gulf.yaml", "raid", "--futures", "20", "--between", "EGY,QAT")).toContain(
      "demarche what-if gulf.yaml --between EGY,QAT raid --futures 20",
    );
    writeFileSync(join(place, "calm.yaml"), withPosts("calm"));
    const tested = outputOf("test", "calm.yaml", "--between", "QAT,KWT", "--runs", "60", "--futures", "5");
    expect(tested).toContain("demarche test calm.yaml --between QAT,KWT --only posts --runs 60");
  });

  test("a what-if that is saved names the contracts that it breaks in other relations too", () => {
    writeFileSync(join(place, "kept.yaml"), withPosts("kept"));
    const asked = ["--goal", "relations=severed", "--least-edit", "--then", "keep", "--save", "apart"];
    expect(run("search", "kept.yaml", "--between", "QAT,KWT", ...asked).code).toBe(0);
    const { relations = [] } = readAs(readFileSync(join(place, "kept.yaml"), "utf8"));
    expect(relations.map(({ whatIfs }) => whatIfs["apart"]?.breaks)).toEqual(relations.map(() => ["posts"]));
    for (const one of relations) expect(brokenBy(one, one.whatIfs["apart"]?.edits ?? [], "keep")).toEqual(["posts"]);
    expect(run("check", "kept.yaml").code).toBe(0);
  });

  test("a sweep, a drawing, a report and a game take it", () => {
    expect(run("sweep", "gulf.yaml", "--between", "SAU,QAT", "--futures", "5", "--points", "3").code).toBe(0);
    expect(run("draw", "gulf.yaml", "--between", "EGY,QAT", "--what", "band", "--as", "text").out).toContain("severed");
    expect(run("play", "gulf.yaml", "--between", "EGY,QAT", "--as", "QAT").err).not.toContain("no party");
  });
});

describe("play", () => {
  const play = (args: readonly string[], ...lines: readonly string[]) =>
    demarche(["play", ...args], { cwd: place, input: lines.map((line) => `${line}\n`).join("") });

  test("says at its start that other relations go on, tells what happens there, and how to play the same again", () => {
    const { code, out } = play(
      ["gulf.yaml", "--between", "QAT,SAU", "--as", "QAT", "--seed", "3"],
      ".others",
      "strike to=SAU,ARE",
      ".wait 3d",
      ".why are-strike-1",
    );
    const text = out.replace(/\s+/g, " ");
    expect(code).toBe(0);
    expect(text).toContain("3 other relations of the crisis go on at the same time.");
    expect(text).toContain("An act may be aimed at more than SAU, such as warn to=SAU,ARE; nobody acts for QAT there.");
    expect(text).toContain("Allies ARE, SAU: strike towards whoever uses force against another of them, chance 0.5.");
    expect(text).toContain("EGY (Egypt) follows 1 rule of the file.");
    expect(out).toMatch(/^2017-06-06 +ARE → QAT +· Strike$/m);
    expect(out).toMatch(/^└─ 2017-06-05 QAT → SAU, ARE Strike \[qat-strike-1\]$/m);
    expect(text).toContain("demarche play gulf.yaml --between SAU,QAT --as QAT --seed 3");
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("tells apart what touches neither party", () => {
    const { out } = play(
      ["suez-1956", "--between", "EGY,ISR", "--as", "ISR", "--from", "mitla", "--seed", "3"],
      ".wait 30d",
    );
    expect(out).toMatch(/^elsewhere 1956-\S+ \S+ → .+\]$/m);
    for (const [, who = ""] of out.matchAll(/^elsewhere \S+ (.+?) [A-Z][a-z]/gm)) expect(who).not.toMatch(/EGY|ISR/);
  });

  test("keeps a game, and replays it to where it stood", () => {
    writeFileSync(join(place, "played.yaml"), gulf.replace("scenario: gulf", "scenario: played"));
    const { out } = play(
      ["played.yaml", "--between", "EGY,QAT", "--as", "QAT", "--from", "severance"],
      "warn",
      ".wait 10d",
      ".save one",
    );
    expect(out.replace(/\s+/g, " ")).toContain("demarche replay played.yaml --between EGY,QAT --what-if one");
    expect(run("replay", "played.yaml", "--between", "EGY,QAT", "--what-if", "one").out).toContain("qat-warn-1");
    expect(run("check", "played.yaml").code).toBe(0);
    expect(run("replay", "played.yaml", "--what-if", "one").out).toMatch(/^border .*SAU–QAT|^2017-06-07 .*SAU–QAT/m);
  });

  test("at a table is about the relation that is named", () => {
    run("journal", "init", "table.db", "--from", "gulf.yaml");
    const { code, out, err } = play(["table.db#game", "--between", "EGY,QAT", "--as", "EGY"], ".look", "accuse");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("You decide for EGY, someone else for QAT");
    expect(out).toMatch(/mission EGY +closed/);
    expect(out).toContain("egy-accuse-1");
    expect(play(["table.db#game", "--between", "EGY,KWT", "--as", "EGY"]).code).toBe(2);
  });
});

test("draw shows all relations, at a moment and through time", () => {
  expect(run("draw", "gulf.yaml", "--what", "web", "--as", "text", "--at", "2017-07-01").out).toMatch(
    /Egypt – Qatar: .*no diplomatic relations|Egypt – Qatar: relations severed/,
  );
  expect(run("draw", "gulf.yaml", "--what", "bands").out).toContain('data-between="EGY QAT"');
  expect(run("draw", "gulf.yaml", "--what", "web", "--between", "EGY,QAT").code).toBe(2);
});
