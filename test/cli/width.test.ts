// @module-tag long
/** Every view holds its width, down to 60 columns, the fewest that there may be. */
import { stripVTControlCharacters } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { demarche, flagship, folder } from "../support/cli.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { onTerminal } from "../support/terminal.ts";

/** Lines that are wider; what a shell is to take stays on its line. */
function wider(output: string, columns: number): readonly string[] {
  return stripVTControlCharacters(output)
    .split(/\r?\n/)
    .filter((line) => !/^ +\$ /.test(line) && line.trimEnd().length > columns);
}

test.each(ofAll([60, 80], [60]))("help keeps to %i columns, and is grouped, with exit codes", async (columns) => {
  for (const call of ofAll(["--help", "what-if --help", "sweep --help", "journal --help"], ["sweep --help"])) {
    expect(wider(await onTerminal(call, [], {}, columns), columns)).toEqual([]);
  }
  const { out } = demarche(["--help"]);
  expect(out).toMatch(/What happened:\n {2}replay [\s\S]*What if:\n {2}what-if [\s\S]*Many futures:\n {2}sweep /);
  expect(out).toContain("Exit codes:\n  0   fine\n  1   a finding");
  expect(out).not.toContain("Commands:");
});

test("behind a pager the width is that of the terminal", async () => {
  const shown = await onTerminal(`what-if ${flagship} | cat`, [], {}, 64);
  expect(wider(shown, 64)).toEqual([]);
  expect(wider(shown, 56)).not.toEqual([]);
});

test("a live replay follows a terminal that is made narrower", async () => {
  const shown = await onTerminal(`replay ${flagship} --step`, [
    [/ 0\/21/, 60],
    [/\u001b\[2J[\s\S]*0\/21/, "n"],
    [/1\/21/, "q"],
  ]);
  // A frame begins at the top of the screen, and what comes after the last where the screen was left.
  const [before = "", after = ""] = shown.replaceAll(/\u001b\[(?:H|\?1049l)/g, "\n").split("\u001b[2J");
  expect(wider(before, 60)).not.toEqual([]);
  expect(after).toContain("1/21");
  expect(wider(after, 60)).toEqual([]);
});

describe("at 60 columns", () => {
  const place = folder();
  const db = "a-journal-with-a-long-name.db";
  beforeAll(() => {
    const run = (...args: readonly string[]) => demarche(args, { cwd: place });
    run("journal", "init", `${db}#a-line-of-it-with-a-long-name-too`, "--from", "iran-pakistan-2024");
    run("journal", "fork", db, "--as", "calm");
    run("journal", "fork", db, "--as", "other", "--at", "2024-01-18");
    run("sweep", "iran-pakistan-2024", "--futures", "5", "--points", "8", "--workers", "1", "--out", "runs");
  });
  test.each([
    [["replay", "iran-pakistan-2024"]],
    [["show", "iran-pakistan-2024", "--at", "2024-01-18"]],
    [["what-if", "iran-pakistan-2024"]],
    [["what-if", "iran-pakistan-2024", "--all"]],
    [["what-if", "iran-pakistan-2024", "restraint"]],
    [["test", "iran-pakistan-2024", ...inFull([], ofAll(["--runs", "100"], ["--runs", "5", "--only", "no-war"]))]],
    [["acts"]],
    [["laws"]],
    [["journal", "list", db]],
    [["journal", "list", db, "--all"]],
    [["journal", "show", db]],
    [["journal", "diff", db, "#other"]],
    [["explain", "runs"]],
    [["play", "iran-pakistan-2024", "--as", "PAK"]],
    [["tournament", "iran-pakistan-2024", "--futures", "3", "--strategies", "tit-for-tat,grim"]],
  ])("%j", (args) => {
    const { out } = demarche([...args, "--width", "60"], { cwd: place });
    expect(out.length).toBeGreaterThan(100);
    expect(wider(out, 60)).toEqual([]);
  });
});
