/** What one screen shows, and what is shown only on demand. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { processIo } from "../../src/cli/io.ts";
import { demarche, fileWith, flagship, folder } from "../support/cli.ts";
import { lively } from "../support/game.ts";
import { onTerminal } from "../support/terminal.ts";

const words = (text: string): string => text.replace(/\s+/g, " ");

describe("what-if without a name", () => {
  test("shows the table on one screen, and how to see more", () => {
    const { code, out } = demarche(["what-if", flagship]);
    expect(code).toBe(0);
    expect(out.split("\n").length).toBeLessThan(30);
    expect(out).toMatch(/^restraint +prune/m);
    expect(words(out)).toContain(
      `demarche what-if ${flagship} NAME shows one in full, with its futures; --all shows all.`,
    );
  });

  test("names a path with spaces as a shell takes it", () => {
    const path = fileWith(lively.replace(/^scenario: .*/m, "scenario: two-words"), "two words.yaml");
    for (const args of [
      ["what-if", path],
      ["play", path, "--as", "PAK"],
    ]) {
      expect(words(demarche(args).out)).toContain(`demarche ${args[0]} '${path}'`);
    }
  });
});

test("assumptions are behind a flag, each basis once", () => {
  const outputWith = (...flags: readonly string[]) =>
    demarche(["what-if", flagship, "second-round", "--futures", "20", ...flags]).out;
  expect(outputWith()).toMatch(/The futures rest on \d+ numbers; --assumptions shows each with its basis\./);
  expect(outputWith()).not.toContain("What the futures rest on");
  const whole = words(outputWith("--assumptions"));
  expect(whole).toContain("What the futures rest on");
  expect(whole.split("Pakistan summoned the envoy on the day of the strike").length).toBe(2);
  expect(whole).toContain("stands in the doctrine: as PAK.1.chance");
});

test("a difference of means says so where the rows show medians", () => {
  const out = words(demarche(["what-if", flagship, "second-round", "--futures", "50"]).out);
  expect(out).toMatch(/median [^;]*? difference [^ ]+ d on average, counted to the end where it is not reached \(/);
});

test("of one future no interval is stated, and of none no number", () => {
  const played = (futures: string) =>
    demarche(["tournament", flagship, "--futures", futures, "--strategies", "grim,tit-for-tat"]);
  const one = played("1");
  expect(one.out).toContain("1 future each");
  expect(one.out).not.toMatch(/ ([\d.]+) \(\1–\1\)/);
  expect(played("0")).toMatchObject({ code: 3 });
  expect(words(demarche(["what-if", flagship, "second-round", "--futures", "1"]).out)).toContain(", of one future");
});

test("where two histories part, each event has its own date", () => {
  const out = words(demarche(["what-if", flagship, "restraint"]).out);
  expect(out).toMatch(/Where they part 18 Jan 2024 the record: reprisal, .*?; restraint: remark, .*?\./);
  const late = demarche(["what-if", flagship, "--edit", "drop return", "--then", "keep"]).out;
  expect(words(late)).toMatch(/Where they part 26 Jan 2024 the record: return, [^;]*; tried: [^.]*, on 27 Jan 2024\./);
});

test("a file's events are counted alike, and one is one", () => {
  const count = /(\d+) events/.exec(demarche(["check", flagship]).out)?.[1];
  expect(demarche(["replay", flagship]).out).toMatch(new RegExp(`, ${count} events`));
  const cwd = folder();
  demarche(["journal", "init", "a.db", "--from", "iran-pakistan-2024"], { cwd });
  const talks = '{ id: talks, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }';
  expect(demarche(["journal", "append", "a.db", "--event", talks], { cwd }).out).toContain("1 record appended");
});

test("a replay on a terminal ends with where it stands, and what comes next", async () => {
  const shown = await onTerminal(`replay ${flagship}`);
  expect(shown).toMatch(/Sources[\s\S]*Where it ended[\s\S]*Purpose: [\s\S]*Next: demarche what-if /);
});

test("the width is that of the terminal as it is by now", () => {
  const io = processIo();
  const before = Object.getOwnPropertyDescriptor(process.stdout, "columns");
  for (const now of [60, 132]) {
    Object.defineProperty(process.stdout, "columns", { value: now, configurable: true });
    expect(io.columns).toBe(now);
  }
  if (before === undefined) Reflect.deleteProperty(process.stdout, "columns");
  else Object.defineProperty(process.stdout, "columns", before);
});

test("help names only files that are there", () => {
  const named = commands.flatMap(({ examples, options }) =>
    [...examples.map(([line]) => line), ...options.map(({ does }) => does)].flatMap(
      (text) => text.match(/\b(?:docs|notebooks|schema|scenarios)\/[\w./-]+\.\w+/g) ?? [],
    ),
  );
  expect(named.length).toBeGreaterThan(0);
  for (const file of named) expect(existsSync(file), file).toBe(true);
});
