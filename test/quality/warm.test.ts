// @module-tag long
/** The warm process that tests ask gives what a process of its own gives, and nothing of one run comes into the next. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demarche, demarcheAnew, flagship, folder } from "../support/cli.ts";
import { inFull, ofAll } from "../support/enduring.ts";

const text = readFileSync(flagship, "utf8");
/** Nobody listens there. */
const nowhere = "postgres://me:s3cret@localhost:1/db";

type Case = [name: string, args: readonly string[], surroundings: object];

const more: readonly Case[] = [
  ["standard input", ["play", flagship, "--as", "PAK"], { input: ".wait\n.why missions.IRN\n" }],
  ["a server that is not there", ["journal", "show", nowhere], {}],
];
const threads: Case = ["threads", ["sweep", flagship, "--points", "210", "--futures", "100", "--workers", "2"], {}];

test.each<Case>([
  [
    "what is written to a person and what is data",
    ["check", "-"],
    { input: text.replace("act: strike", "act: stike") },
  ],
  ["an input that is not read to its end", ["play", flagship, "--as", "PAK"], { input: ".quit\n.wait\n" }],
  ...ofAll(more, []),
  ...inFull<readonly Case[]>([threads], []),
])("%s", (_, args, surroundings) => {
  expect(demarche(args, surroundings)).toEqual(demarcheAnew(args, surroundings));
});

describe("the next run", () => {
  test("has its own environment and folder", () => {
    const place = folder();
    expect(demarche(["new", "one", "--from", "border-incident"], { cwd: place }).code).toBe(0);
    expect(demarche(["replay", flagship], { env: { FORCE_COLOR: "1" } }).out).toContain("\u001b[");
    expect(demarche(["replay", flagship])).toMatchObject({ code: 0, out: expect.not.stringContaining("\u001b[") });
    expect(existsSync(join(place, "one.yaml"))).toBe(true);
    expect(existsSync("one.yaml")).toBe(false);
  });

  test("has its own exit code", () => {
    expect(demarche(["replay", "nosuch"]).code).toBe(2);
    expect(demarche(["--version"])).toEqual(demarcheAnew(["--version"]));
  });

  test("comes after one that ended the process: what that wrote and its exit code are told", () => {
    // Nobody can go into a folder that is not there: the process ends by an error that nothing catches.
    expect(demarche(["--version"], { cwd: "/no/such/folder" })).toMatchObject({
      code: 1,
      err: expect.stringContaining("ENOENT"),
    });
    expect(demarche(["--version"]).code).toBe(0);
  });
});
