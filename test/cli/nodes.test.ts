// @module-tag long
/** The oldest Node that the library supports gives the same bytes as the one that develops it. `.ci/run` brings it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clean, demarche, flagship, main } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";
import { skipWhere } from "../support/programs.ts";

const older = process.env["NODE_22"];

describe("Node 22", () => {
  skipWhere(older === undefined && process.env["CI"] === undefined, "NODE_22 names no Node 22");

  function byOlder(args: readonly string[]): string {
    const { stdout, stderr, status } = spawnSync(older ?? "NODE_22 is not set", ["--no-warnings", main, ...args], {
      encoding: "utf8",
      env: clean(),
      maxBuffer: 512 * 1024 * 1024,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return stdout;
  }

  test("is an older one", () => {
    expect(byOlder(["--version"])).toBe(demarche(["--version"]).out);
    expect(spawnSync(older ?? "", ["--version"], { encoding: "utf8" }).stdout).toMatch(/^v22\./);
  });

  test.each(
    ofAll(
      [
        ["what-if", flagship, "second-round", "--futures", "500", "--seed", "7", "--json"],
        ["what-if", flagship, "second-round", "--run", "17", "--json"],
        ["tournament", flagship, "--futures", "40", "--strategies", "bullying,grit,contrite-tit-for-tat", "--json"],
        ["replay", flagship, "--json"],
      ],
      [["what-if", flagship, "second-round", "--futures", "100", "--seed", "7", "--json"]],
    ).map((args) => [args]),
  )("gives the same bytes for %j", (args) => {
    expect(byOlder(args)).toBe(demarche(args).out);
  });

  test("gives the same table of a sweep", () => {
    const sweep = (run: (args: readonly string[]) => unknown): string => {
      const out = join(mkdtempSync(join(tmpdir(), "demarche-nodes-")), "swept");
      run(["sweep", flagship, "--points", "12", "--futures", ofAll("20", "5"), "--seed", "7", "--out", out]);
      return readFileSync(join(out, "runs.csv"), "utf8");
    };
    expect(sweep((args) => spawnSync(older ?? "", [main, ...args], { env: clean() }))).toBe(sweep(demarche));
  });
});
