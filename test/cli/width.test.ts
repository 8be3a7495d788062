/** Every view holds its width, down to 60 columns, the fewest that there may be. */
import { stripVTControlCharacters } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { demarche, folder } from "../support/cli.ts";
import { inFull } from "../support/enduring.ts";
import { onTerminal } from "../support/terminal.ts";

/** Lines that are wider; what a shell is to take stays on its line. */
function wider(output: string, columns: number): readonly string[] {
  return stripVTControlCharacters(output)
    .split(/\r?\n/)
    .filter((line) => !/^ +\$ /.test(line) && line.trimEnd().length > columns);
}

test.each([60, 80])("help keeps to %i columns, and is grouped, with exit codes", async (columns) => {
  for (const call of ["--help", "what-if --help", "sweep --help", "journal --help"]) {
    expect(wider(await onTerminal(call, [], {}, columns), columns)).toEqual([]);
  }
  const { out } = demarche(["--help"]);
  expect(out).toMatch(/What happened:\n {2}replay [\s\S]*What if:\n {2}what-if [\s\S]*Many futures:\n {2}sweep /);
  expect(out).toContain("Exit codes:\n  0   fine\n  1   a finding");
  expect(out).not.toContain("Commands:");
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
    [["test", "iran-pakistan-2024", ...inFull([], ["--runs", "100"])]],
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
