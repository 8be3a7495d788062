/** `demarche search` as its users meet it. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { demarche, fileWith, flagship } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";

const from18 = ["search", flagship, "--from", "2024-01-18"];
const search = (...args: readonly string[]) => demarche([...from18, ...args]);

test("war, and the way back without any agreement, are found", () => {
  const war = search("--goal", "course=retaliation.war");
  expect(war).toMatchObject({ code: 0, err: "" });
  expect(war.out).toMatch(/The shortest way: 1 step, each valid\n +1\. +IRN +Declaration of war +course retaliation/);
  const back = search("--goal", "course=normal.full", "--without", "agreement,negotiate", "--ways", "2");
  expect(back.code).toBe(0);
  expect(back.out).toMatch(/1\. +PAK +Consent to an ambassador/);
  expect(back.out).toMatch(/2\. +IRN \+ PAK +Return of ambassador/);
  expect(back.out).not.toMatch(/Agreement|Signing|Negotiation/);
});

test("what is impossible is proved to be so, with the reason and the number of situations", () => {
  const [limits, visited] = ofAll(
    [[], "All 35,176 situations that can be reached by valid acts were visited"],
    [["--only", "PAK"], "All 1,058 situations that can be reached by valid acts, only PAK, were visited"],
  );
  const { code, out } = search("--goal", "relations=severed,missions.PAK=ambassador", ...limits);
  expect(code).toBe(1);
  expect(out.replace(/\n +/g, " ")).toContain(visited);
  expect(out.replace(/\n +/g, " ")).toContain(
    "Each part of relations=severed,missions.PAK=ambassador was reached, but never all of it at once.",
  );
});

test("limits are told with the result; one party alone can't bring war", () => {
  const { code, out } = search(
    "--goal",
    "course=retaliation.war",
    "--only",
    "PAK",
    "--without",
    "war-battle,declare-war",
  );
  expect(code).toBe(1);
  expect(out.replaceAll("\n", " ")).toContain("only PAK, without war-battle, declare-war");
  expect(out).toContain("course=retaliation.war was never reached");
});

test("the clock goes with whatever else is allowed when it is named", () => {
  const goal = ["--goal", "course=normal.reduced"];
  expect(search(...goal, "--only", "clock").code).toBe(0);
  expect(search(...goal, "--only", "PAK,clock").code).toBe(0);
  expect(search(...goal, "--only", "agreement,clock").code).toBe(0);
  expect(search(...goal, "--only", "PAK,clock", "--without", "clock").out).not.toMatch(/\bclock +Crisis/);
  expect(search("--goal", "course=retaliation.war", "--only", "CHN").code).toBe(1);
});

test("a budget that ends leaves the search incomplete, and says how far it came", () => {
  const { code, out } = search("--goal", "relations=severed,channels=open,missions.PAK=closed", "--budget", "1");
  expect(code).toBe(3);
  expect(out.replace(/\n +/g, " ")).toContain("There is no way of 1 step or fewer");
  expect(out).toContain("The closest: 2 of 3 parts");
});

test("views fit into 80 columns, and colours change nothing but colours", () => {
  const args = ["--goal", "course=normal.full", "--ways", "4"];
  const plain = demarche([...from18, ...args, "--width", "80"]);
  const coloured = demarche([...from18, ...args, "--width", "80"], { env: { FORCE_COLOR: "1" } });
  for (const row of plain.out.split("\n")) expect([...row].length).toBeLessThanOrEqual(80);
  expect(coloured.out.replace(/\u001b\[[\d;]+m/g, "")).toBe(plain.out);
});

describe("the least edit", () => {
  const never = ["search", flagship, "--goal", "course=retaliation", "--never", "--least-edit"];

  test("is told with what goes and where it ends", () => {
    const { code, out } = demarche([...never, "--then", "prune", "--ways", "2"]);
    expect(code).toBe(0);
    expect(out).toContain("drop strike");
    expect(out).toContain("drop reprisal");
    expect(out).toContain("ambassadors-recalled");
  });

  const impossible = ["search", flagship, "--goal", "relations=severed,missions.PAK=ambassador", "--least-edit"];

  test("that is not there within the bound is a finding", () => {
    const none = demarche([...impossible, "--then", "keep", "--most", "1"]);
    expect(none.code).toBe(1);
    expect(none.out).toContain("No single edit that was tried does it");
  });

  test.each(ofAll(["20000"], []))("that was not looked for to the end is incomplete: a budget of %s", (budget) => {
    const cut = demarche([...impossible, "--then", "keep", "--budget", budget]);
    expect(cut.code).toBe(3);
    expect(cut.out).toContain("No set of 1 edit does it");
  });

  test("asks what becomes of later events", () => {
    expect(demarche(never)).toMatchObject({ code: 2, err: expect.stringContaining("--least-edit needs --then") });
  });
});

describe("saving", () => {
  const text = readFileSync(flagship, "utf8");

  test("writes the way as a what-if that replays to the goal, and changes nothing else", () => {
    const file = fileWith(text, "flagship.yaml");
    const goal = ["--goal", "course=normal.full", "--save", "back"];
    const saved = demarche(["search", file, "--from", "2024-01-18", ...goal]);
    expect(saved).toMatchObject({ code: 0, err: expect.stringContaining("Wrote back into") });
    const now = readFileSync(file, "utf8").split("\n");
    expect(text.split("\n").filter((row) => !now.includes(row))).toEqual([]);
    const replayed = JSON.parse(demarche(["replay", file, "--what-if", "back", "--json"]).out);
    expect(replayed.situation.course).toBe("normal.full");
    expect(replayed.steps.slice(-2).map((step: { verdict: string }) => step.verdict)).toContain("applied");
    expect(demarche(["check", file]).code).toBe(0);
  });

  test("writes a way that ends by waiting where the window is long enough", () => {
    const longer = text.replace('to: "2024-02-15" }', 'to: "2024-12-31" }');
    const file = fileWith(longer, "longer.yaml");
    const saved = demarche(["search", file, "--from", "2024-01-18", "--goal", "course=normal", "--save", "waits"]);
    expect(saved).toMatchObject({ code: 0, err: expect.stringContaining("nothing else changed") });
    const replayed = JSON.parse(demarche(["replay", file, "--what-if", "waits", "--json"]).out);
    expect(replayed.situation.course).toBe("normal.reduced");
    expect(demarche(["check", file]).code).toBe(0);
  });

  test.each(ofAll([1100], []))("refuses more edits than a what-if may have, %i, and writes nothing", (length) => {
    const statements = Array.from(
      { length },
      (_, k) => `  - { id: said-${k}, at: "2000-01-02", act: apologize, from: AAA, to: BBB, cite: s }\n`,
    );
    const long = [
      'scenario: long\ntitle: Long\npurpose: teaching\nwindow: { from: "2000-01-01", to: "2000-12-31" }\n',
      "parties:\n  AAA: { name: Ardia }\n  BBB: { name: Brevia }\nsources:\n  s: { title: made up }\nopening: {}\nevents:\n",
      '  - { id: raid, at: "2000-01-01", act: strike, from: AAA, to: BBB, cite: s }\n',
      ...statements,
    ].join("");
    const file = fileWith(long, "long.yaml");
    const { code, err } = demarche(["search", file, "--from", "raid", "--goal", "course=normal", "--save", "waits"]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("a what-if has 1,000 at most") });
    expect(readFileSync(file, "utf8")).toBe(long);
  });

  test("writes the least edit with its policy", () => {
    const file = fileWith(text, "flagship.yaml");
    const goal = ["--goal", "course=retaliation", "--never", "--least-edit", "--then", "prune", "--save", "calm"];
    expect(demarche(["search", file, ...goal]).code).toBe(0);
    const replayed = JSON.parse(demarche(["replay", file, "--what-if", "calm", "--json"]).out);
    expect(replayed.situation.course).toBe("normal.full");
  });

  test.each([
    [
      "a way that waits past the window",
      ["--from", "2024-01-18", "--goal", "course=normal.reduced", "--only", "clock"],
      "until 2024-07-16",
    ],
    ["a way past the window", ["--goal", "course=retaliation.war"], "the file's window"],
    ["no way at all", ["--goal", "course=normal.full"], "stands there already"],
    ["a what-if beside", ["--goal", "course=strike", "--what-if", "restraint"], "--save and --what-if can't be"],
    ["a bad name", ["--from", "2024-01-18", "--goal", "course=retaliation.war", "--save", "Bad Name"], "can't name"],
  ])("refuses %s, and writes nothing", (_, args, why) => {
    const file = fileWith(text, "flagship.yaml");
    const { code, err } = demarche(["search", file, "--save", "one", ...args]);
    expect(code).toBe(2);
    expect(err).toContain(why);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});

test.each([
  [["--goal", "course=retalation"], "Did you mean retaliation?"],
  [["--goal", "cours=strike"], "Did you mean course?"],
  [["--goal", "missions.PKA=recalled"], "Did you mean missions.PAK?"],
  [["--goal", "course=strike", "--without", "strik"], "Did you mean strike?"],
  [["--goal", "course=strike", "--only", "PAX"], "Did you mean PAK?"],
  [["--goal", "course=strike", "--ways", "0"], "a whole number from 1"],
  [["--goal", "course=strike", "--from", "repraisal"], "Did you mean reprisal?"],
  [["--goal", "course=strike", "--never"], "belongs to --least-edit"],
  [["--goal", "course=strike", "--least-edit", "--then", "keep", "--from", "strike"], "--from belongs to ways"],
  [[], "--goal is missing"],
])("%j is refused with what would be right", (args, hint) => {
  const { code, out, err } = demarche(["search", flagship, ...args]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(hint);
});

const documents: readonly (readonly [string, readonly string[]])[] = [
  ["search", [...from18, "--goal", "course=normal.full", "--ways", "3", "--without", "agree"]],
  ["search", [...from18, "--goal", "relations=severed,missions.PAK=ambassador", "--only", "PAK"]],
  ["search", [...from18, "--goal", "relations=severed,missions.PAK=ambassador", "--budget", "3"]],
  ["search-least-edit", ["search", flagship, "--goal", "ledger=both", "--never", "--least-edit", "--then", "prune"]],
];

test.each(documents)("%s: the output of %j is as its schema says, and nothing beside", (name, args) => {
  const schema = readFileSync(`schema/${name}.schema.json`, "utf8");
  expect(JSON.parse(demarche(["schema", name]).out)).toEqual(JSON.parse(schema));
  const valid = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(schema));
  const data = JSON.parse(demarche([...args, "--json"]).out);
  expect({ valid: valid(data), errors: valid.errors }).toEqual({ valid: true, errors: null });
  expect(valid({ ...data, surplus: 1 })).toBe(false);
});
