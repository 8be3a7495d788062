import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { crisisWith, demarche, fileWith, flagship, folder } from "../support/cli.ts";
import { inFull } from "../support/enduring.ts";

const replace = (from: string | RegExp, to: string) => crisisWith((text) => text.replace(from, to));

const files: readonly (readonly [string, string | Uint8Array, string, RegExp])[] = [
  ["a tab", replace("  - id: strike", "\t- id: strike"), "tab", /A tab is used for indentation/],
  ["30 February", replace('"2024-01-16"', '"2024-02-30"'), "bad-date", /2024-02-30/],
  ["NO as a key", replace("  USA: {", "  NO: {"), "yaml-ambiguous", /NO/],
  [
    "a misspelt act",
    replace("act: recall-ambassador", "act: recal-ambassador"),
    "unknown-act",
    /Did you mean recall-ambassador\?/,
  ],
  ["an unknown actor", replace("from: USA", "from: USAA"), "unknown-actor", /Did you mean USA\?/],
  ["an id twice", replace("id: bar,", "id: recall,"), "duplicate-id", /recall/],
  [
    "a circle of causes",
    replace(
      'id: recall, at: "2024-01-17", act: recall-ambassador, from: PAK, to: IRN, because: [strike]',
      'id: recall, at: "2024-01-17", act: recall-ambassador, from: PAK, to: IRN, because: [bar]',
    ).replace(
      "from: PAK, to: IRN, because: [strike], cite: morrow }\n  - id: reprisal",
      "from: PAK, to: IRN, because: [recall], cite: morrow }\n  - id: reprisal",
    ),
    "circle",
    /circle/,
  ],
  ["events out of order", replace('id: bar, at: "2024-01-17"', 'id: bar, at: "2024-01-15"'), "out-of-order", /bar/],
  ["nothing", "", "empty", /The file is empty/],
  ["bytes that are no text", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 255]), "binary", /not text/],
  ["an alias bomb", bomb(), "too-many-aliases", /liases/],
];

function bomb(): string {
  const levels = Array.from({ length: 12 }, (_, k) => `l${k + 1}: &l${k + 1} [${Array(9).fill(`*l${k}`).join(", ")}]`);
  return `l0: &l0 [x]\n${levels.join("\n")}\n`;
}

test.each(files)("a file with %s: exit code 2 and the place of the mistake", (_what, content, code, message) => {
  const ran = demarche(["replay", fileWith(content)]);
  expect(ran.code).toBe(2);
  expect(ran.out).toBe("");
  expect(ran.err).toContain(`[${code}]`);
  expect(ran.err).toMatch(/short-crisis\.yaml:\d+:\d+/);
  expect(ran.err).toMatch(message);
  expect(ran.err).not.toMatch(/\n +at .*\(/);
});

test("every mistake of a file is told at once, with the line and a mark under it", () => {
  const text = replace("act: recall-ambassador", "act: recal-ambassador").replace("from: USA", "from: USAA");
  const { out } = demarche(["check", fileWith(text)]);
  expect(out).toMatch(/recal-ambassador[\s\S]*USAA/);
  expect(out).toMatch(/> 25 \|.*\n +\| +\^+/);
});

test("a directory, a file that is not there and an unknown scenario", () => {
  const path = folder();
  expect(demarche(["replay", path])).toMatchObject({ code: 2, err: expect.stringContaining("is a directory") });
  expect(demarche(["replay", join(path, "none.yaml")])).toMatchObject({
    code: 2,
    err: expect.stringContaining("There is no file"),
  });
  expect(demarche(["replay", "iran-pakistan-2025"]).err).toContain("Did you mean iran-pakistan-2024?");
});

test("64 GB, more than can be read at once or kept, are refused by their size", () => {
  const path = fileWith("");
  truncateSync(path, 64 * 1024 ** 3);
  expect(demarche(["replay", path])).toMatchObject({ code: 2, err: expect.stringContaining("larger than 10 MB") });
});

test("an endless stream is cut off", () => {
  expect(demarche(["check", "/dev/zero"]).out).toContain("larger than 10 MB");
});

test("a directory named like a scenario is named as one, with a file in it", () => {
  const path = join(folder(), "cases");
  mkdirSync(path);
  writeFileSync(join(path, "one.yaml"), "");
  expect(demarche(["replay", path]).err).toContain("one.yaml");
});

test("control characters and turned writing in a note or a file name cannot steer the terminal", () => {
  const steering = /[\u001b\u0007\u202a-\u202e\u2066-\u2069]/;
  for (const note of ['"\\e[31mred\\e[0m"', '"\\u202Edesrever\\u202C"', "\u001b[31mred", "\u202Edesrever\u202C"]) {
    const { out, err } = demarche(["replay", fileWith(replace("Dozens of missiles and drones.", note))]);
    expect(out + err).not.toMatch(steering);
    expect(err).toContain("short-crisis.yaml:20:");
  }
  expect(demarche(["replay", "\u001b[31m.yaml"]).err).not.toMatch(steering);
});

test("no output lets a hidden character through, and who reads the JSON has it again", () => {
  const hidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\u{e0041}]/u;
  const withText = (evil: string) =>
    fileWith(
      replace("title: A short crisis, for the tests", `title: "A${evil}"`)
        .replace("name: Pakistan", `name: "P${evil}"`)
        .replace("says: a civilian home", `says: "C${evil}"`)
        .replace("Dozens of missiles and drones.", `"N${evil}"`),
      "evil\u001b[31m\u202e\r.yaml",
    );
  const file = withText("\\u202eE\\u200b\\u2066\\U000e0041");
  const refused = withText("\\e[31m\\x9b31m\\a");
  const asked: readonly (readonly string[])[] = [
    ["replay", file],
    ["check", file],
    ["show", file],
    ["show", file, "--why", "strike"],
    ["show", file, "--diff", "2024-01-15"],
    ...["text", "json", "sarif", "github"].map((format) => ["check", file, refused, "--format", format]),
    ["replay", file, "--json"],
    ["replay", file, "--jsonl"],
    ["show", file, "--json"],
    ...["mermaid", "text", "svg"].map((as) => ["draw", file, "--as", as, "--what", "timeline"]),
    ["repl\u001b[31m\u202ey"],
    ["replay", file, "--\u001b[31m"],
    ["replay", file, "--width", "\u001b[31m"],
    ["check", file, "--format", "\u009b31m"],
    ["completion", "\u001b[31m"],
  ];
  const shown = asked.map((args) => demarche(args));
  expect(shown.filter(({ out, err }) => hidden.test(out + err))).toEqual([]);
  expect(shown.filter(({ out, err }) => out + err === "")).toEqual([]);
  expect(JSON.parse(demarche(["replay", file, "--json"]).out).title).toBe("A\u202eE\u200b\u2066\u{e0041}");
});

test("writing from right to left is shown as it is", () => {
  const { out, code } = demarche([
    "replay",
    fileWith(replace("Dozens of missiles and drones.", "\u0645\u0631\u062d\u0628\u0627")),
  ]);
  expect(code).toBe(0);
  expect(out).toContain("\u0645\u0631\u062d\u0628\u0627");
});

const wrong: readonly (readonly [readonly string[], RegExp])[] = [
  [["repaly", flagship], /Did you mean replay\?/],
  [["replay", flagship, "--utnil", "x"], /Did you mean --until\?/],
  [["replay", flagship, "--until", "reprsal"], /Did you mean reprisal\?/],
  [["replay", flagship, "--until", "curse=strike"], /Did you mean course\?/],
  [["replay", flagship, "--until", "course=stirke"], /Did you mean strike\?/],
  [["replay", flagship, "--until", "course=retaliation.war"], /never reaches/],
  [["replay", flagship, "--at", "2024-02-30"], /no date/],
  [["show", flagship, "--at", "18.01.2024"], /Did you mean 2024-01-18\?/],
  [["replay", flagship, "--until", "18.01.2024"], /Did you mean 2024-01-18\?/],
  [["what-if", flagship, "--edit", "drop", "reprisal"], /Write --edit 'drop reprisal'/],
  [["what-if", "restraint", flagship], /The file comes first: demarche what-if \S+ restraint/],
  [["play", flagship, "--as", "Pakistan"], /Did you mean PAK\?/],
  [["help", "replya"], /There is no command replya\. Did you mean replay\?/],
  [["explain", flagship], /demarche sweep \S+ --out FOLDER/],
  [["replay", flagship, "--at", "2019-01-01"], /outside the scenario's window/],
  [["replay", flagship, "--at", "2024-01-18", "--until", "recall"], /together/],
  [["replay", flagship, "--json", "--jsonl"], /together/],
  [["replay", flagship, "--width", "7"], /60 to 400/],
  [["replay", flagship, "--speed", "fast"], /1d\/s/],
  [["replay", flagship, "--speed", "1d/s", "--max-gap", "x"], /2s/],
  [["replay", flagship, "--max-gap", "2s"], /--speed/],
  [["replay"], /missing required argument 'file'/],
  [["show", flagship, "--why", "cuorse"], /Did you mean course\?/],
  [["show", flagship, "--why-not", "stirke", "--by", "PAK"], /Did you mean strike\?/],
  [["show", flagship, "--why-not", "strike"], /--by/],
  [["show", flagship, "--why-not", "strike", "--by", "PAKK"], /Did you mean PAK\?/],
  [["show", flagship, "--by", "PAK"], /--why-not/],
  [["show", flagship, "--why", "course", "--diff", "2024-01-18"], /one at a time/],
  [["acts", "wran"], /Did you mean warn\?/],
  [["acts", "--class", "froce"], /Did you mean force\?/],
  [["draw"], /--chart/],
  [["schema", "raplay"], /Did you mean replay\?/],
  [["completion", "tcsh"], /bash, zsh or fish/],
  [["new", "Not A Name"], /small letters/],
  [["schema", "constructor"], /There is no schema/],
  [["completion", "constructor"], /There is no completion/],
  [["acts", "constructor"], /There is no act/],
  [["acts", "--class", "__proto__"], /There is no class/],
  [["schema", "--out", "/dev/null"], /is no folder/],
  [["schema", "--out", "/proc/x/y"], /can't be written into/],
  [["check", flagship, "--format", "xml"], /sarif/],
];

test.each(wrong)("demarche %j: exit code 2 and a way on", (args, message) => {
  const ran = demarche(args);
  expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: "" });
  expect(ran.err).toMatch(message);
});

test("a folder that is not there can't be watched", () => {
  const { code, err } = demarche(["check", "nowhere/x.yaml", "--watch"]);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^nowhere can't be watched/) });
});

/** So many events; in `npm run endurance` more. */
const MANY = inFull(100_000, 5_000);

test(`${MANY.toLocaleString("en")} events are replayed`, () => {
  const head = replace(/^events:[\s\S]*$/m, "events:\n");
  const days = (k: number) =>
    new Date(Date.UTC(2024, 0, 15) + Math.floor((k / MANY) * 30) * 86_400_000).toISOString().slice(0, 10);
  const events = Array.from(
    { length: MANY },
    (_, k) => `- {id: e${k}, at: "${days(k)}", act: warn, from: ${k % 2 ? "IRN" : "PAK"}, cite: morrow}`,
  );
  const ran = demarche(["replay", fileWith(`${head}${events.join("\n")}\n`), "--jsonl"]);
  expect(ran.code).toBe(0);
  expect(ran.err).not.toContain("error");
  expect(ran.out.trimEnd().split("\n")).toHaveLength(MANY + 2);
});
