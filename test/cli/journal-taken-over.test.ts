/** `demarche journal append --from`: what a file has beyond the journal, and what is said of the rest. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demarche, flagship, folder } from "../support/cli.ts";

const place = folder();
const journal = (...args: readonly string[]) => demarche(["journal", ...args], { cwd: place });
const original = readFileSync(flagship, "utf8");
const visit = original.split("\n").find((line) => line.includes("id: visit")) ?? "";

function fresh(file: string): string {
  const { code, err } = journal("init", file, "--from", "iran-pakistan-2024");
  if (code !== 0) throw new Error(err);
  return file;
}

/** The flagship's text, changed, in a file. */
function fileOf(name: string, text: string): string {
  if (name !== "old.yaml" && text === original) throw new Error(`${name} was to be another text.`);
  writeFileSync(join(place, name), text);
  return name;
}

const textOf = (file: string): string => journal("export", file, "--format", "yaml").out;

describe("a frame", () => {
  test("that held before comes back, as often as it is meant; the same again is nothing new", () => {
    const file = fresh("frames.db");
    const old = fileOf("old.yaml", original);
    const wrong = fileOf("wrong.yaml", original.replace("title: Iran", "title: Wrongly, Iran"));
    for (const [from, version] of [
      [wrong, 22],
      [old, 23],
      [wrong, 24],
      [old, 25],
    ] as const) {
      expect(journal("append", file, "--from", from)).toMatchObject({
        code: 0,
        out: expect.stringContaining(`1 records appended; it is at version ${version}.`),
      });
      expect(journal("append", file, "--from", from)).toEqual({
        code: 0,
        out: `frames.db#iran-pakistan-2024: nothing that was not there; it is at version ${version}.\n`,
        err: "",
      });
      expect(textOf(file)).toBe(readFileSync(join(place, from), "utf8"));
    }
    expect(journal("verify", file)).toMatchObject({ code: 0 });
  }, 60_000);

  test("says which what-ifs, outcomes and lessons it lacks", () => {
    const file = fresh("lacks.db");
    const because = ["--because", "Denied by both."];
    expect(journal("append", file, "--withdraw", "invitation", ...because)).toMatchObject({ code: 0 });
    const fitted = fileOf("fitted.yaml", textOf(file));
    const { code, err } = journal("append", file, "--from", fitted);
    expect(code).toBe(0);
    expect(err).toContain("No longer there, since fitted.yaml does not have them: ");
  });
});

describe("events of a file", () => {
  test("bring the comments above them, and the journal gives the file back", () => {
    const file = fresh("comments.db");
    const next =
      '  # Told by the ministry.\n  - { id: talks, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }\n';
    const text = original.replace(/\n+expect:\n/, `\n${next}\nexpect:\n`);
    const from = fileOf("talks.yaml", text);
    expect(journal("append", file, "--from", from)).toMatchObject({ code: 0, err: "" });
    expect(textOf(file)).toBe(text);
  });
});
