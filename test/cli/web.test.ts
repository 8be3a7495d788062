/** Crises of several relations on the command line: all of them, or one. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { demarche, folder } from "../support/cli.ts";
import { gulf } from "../support/web.ts";

const place = folder();
writeFileSync(join(place, "gulf.yaml"), gulf);
const run = (...args: readonly string[]) => demarche(args, { cwd: place });

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

  test.each([
    ["search", "--goal", "relations=established"],
    ["test", "--runs", "5", "--futures", "5"],
  ])("%s looks at the main relation and says so", (command, ...options) => {
    expect(run(command, "gulf.yaml", ...options).err).toContain(
      "Of 4 relations the main one: SAU,QAT. Another: --between ARE,QAT",
    );
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

  test("a sweep, a drawing, a report and a game take it", () => {
    expect(run("sweep", "gulf.yaml", "--between", "SAU,QAT", "--futures", "5", "--points", "3").code).toBe(0);
    expect(run("draw", "gulf.yaml", "--between", "EGY,QAT", "--what", "band", "--as", "text").out).toContain("severed");
    expect(run("play", "gulf.yaml", "--between", "EGY,QAT", "--as", "QAT").err).not.toContain("no party");
  });
});

test("draw shows all relations, at a moment and through time", () => {
  expect(run("draw", "gulf.yaml", "--what", "web", "--as", "text", "--at", "2017-07-01").out).toMatch(
    /Egypt – Qatar: .*no diplomatic relations|Egypt – Qatar: relations severed/,
  );
  expect(run("draw", "gulf.yaml", "--what", "bands").out).toContain('data-between="EGY QAT"');
  expect(run("draw", "gulf.yaml", "--what", "web", "--between", "EGY,QAT").code).toBe(2);
});
