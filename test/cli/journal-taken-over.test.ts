/** `demarche journal append --from`: what a file has beyond the journal, and what is said of the rest. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demarche, flagship, folder } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";

const place = folder();
const journal = (...args: readonly string[]) => demarche(["journal", ...args], { cwd: place });
const original = readFileSync(flagship, "utf8");
const talks = '{ id: talks, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }';

function fresh(file: string): string {
  const { code, err } = journal("init", file, "--from", "iran-pakistan-2024");
  if (code !== 0) throw new Error(err);
  return file;
}

/** A text in a file that is called as its scenario is, in a folder of its own. */
function fileOf(name: string, text: string): string {
  mkdirSync(join(place, name));
  const file = join(name, "iran-pakistan-2024.yaml");
  writeFileSync(join(place, file), text);
  return file;
}

const textOf = (file: string): string => journal("export", file, "--format", "yaml").out;

describe("a frame", () => {
  test("that held before comes back, as often as it is meant; the same again is nothing new", () => {
    const file = fresh("frames.db");
    const old = fileOf("old", original);
    const wrong = fileOf("wrong", original.replace("title: Iran", "title: Wrongly, Iran"));
    const turns: readonly (readonly [from: string, version: number])[] = [
      [wrong, 22],
      [old, 23],
      [wrong, 24],
      [old, 25],
    ];
    for (const [from, version] of ofAll(turns, turns.slice(0, 1))) {
      expect(journal("append", file, "--from", from)).toMatchObject({
        code: 0,
        out: expect.stringContaining(`1 record appended; it is at version ${version}.`),
      });
      expect(journal("append", file, "--from", from)).toEqual({
        code: 0,
        out: `frames.db#iran-pakistan-2024: nothing that was not there; it is at version ${version}.\n`,
        err: "",
      });
      expect(textOf(file)).toBe(readFileSync(join(place, from), "utf8"));
    }
    expect(journal("verify", file)).toMatchObject({ code: 0 });
  });

  test("says which what-ifs, outcomes and lessons it lacks", () => {
    const whole = original
      .replace("\nwhat-if:\n", "\nwhat-if:\n  no-visit: { edit: [{ drop: visit }], then: keep }\n")
      .replace("\noutcomes:\n", "\noutcomes:\n  after-visit: { longest: { channels: suspended }, since: visit }\n")
      .replace(
        "\nteach:\n",
        "\nteach:\n  - { pause: visit, ask: What now?, options: [talks, silence], answer: talks }\n",
      );
    expect(journal("init", "lacks.db", "--from", fileOf("whole", whole))).toMatchObject({ code: 0 });
    expect(journal("append", "lacks.db", "--withdraw", "visit", "--because", "Denied.")).toMatchObject({ code: 0 });
    const fitted = fileOf("fitted", textOf("lacks.db"));
    const { code, err } = journal("append", "lacks.db", "--from", fitted);
    expect(code).toBe(0);
    expect(err).toContain(
      `No longer there, since ${fitted} does not have them: what-if no-visit, outcome after-visit, the lesson after visit.\n`,
    );
    expect(journal("fork", "lacks.db", "--as", "calm", "--at", "2024-01-17")).toMatchObject({ code: 0 });
    const part = fileOf("part", textOf("lacks.db#calm").replace(/\n {2}peak: .*/, ""));
    // The fork has the frame that holds now.
    expect(journal("append", "lacks.db#calm", "--from", part).err).toContain(
      `No longer there, since ${part} does not have them: outcome peak.\n`,
    );
  });
});

describe("events of a file", () => {
  test("bring the comments above them, and the journal gives the file back", () => {
    const file = fresh("comments.db");
    const text = original.replace("\nexpect:\n", `\n  # Told by the ministry.\n  - ${talks}\n\nexpect:\n`);
    const from = fileOf("commented", text);
    expect(journal("append", file, "--from", from)).toMatchObject({ code: 0, err: "" });
    expect(textOf(file)).toBe(text);
  });

  test("that are only written otherwise bring the file as it is written now, once", () => {
    const file = fresh("otherwise.db");
    const text = original.replace("  - id: visit\n", "  # Announced on the 22nd.\n  - id: visit\n");
    const from = fileOf("otherwise", text);
    for (const message of [
      "1 record appended; it is at version 22.",
      "nothing that was not there; it is at version 22.",
    ]) {
      expect(journal("append", file, "--from", from)).toMatchObject({
        code: 0,
        err: "",
        out: expect.stringContaining(message),
      });
      expect(textOf(file)).toBe(text);
    }
    const event = talks.replace("talks", "more");
    expect(journal("append", file, "--event", event)).toMatchObject({ code: 0 });
    const added = text.replace("\nexpect:\n", `\n  - ${event}\n\nexpect:\n`);
    expect(textOf(file)).toBe(added);
    expect(journal("append", file, "--from", from)).toMatchObject({
      out: expect.stringContaining("nothing that was not there; it is at version 23."),
      err: "Left as they are, since the file does not have them: more. --withdraw ID takes one back.\n",
    });
    expect(textOf(file)).toBe(added);
  });

  test("in another order within a day keep the order of the journal, and that is said", () => {
    const file = fresh("order.db");
    const [bar = ""] = /\n {2}- (?:id: bar|\{ id: bar,).*(?:\n {4}.*)*/.exec(original) ?? [];
    const from = fileOf(
      "order",
      original.replace(`${bar}\n`, "").replace("\n  - id: recall\n", `${bar}\n\n  - id: recall\n`),
    );
    const { code, err } = journal("append", file, "--from", from);
    expect(err).toBe(`${from} has events of one day in another order. They keep the order of the journal.\n`);
    expect(code).toBe(0);
    expect(textOf(file)).toBe(original);
  });

  test("that are told otherwise bring the lines that they are written in", () => {
    const file = fresh("told.db");
    const text = original.replace("    place: Islamabad\n", "    place: Karachi # as the ministry says\n");
    const from = fileOf("told", text);
    expect(journal("append", file, "--from", from).err).toContain("tells visit otherwise. It needs --because");
    expect(journal("append", file, "--from", from, "--because", "The ministry.")).toMatchObject({ code: 0, err: "" });
    expect(textOf(file)).toBe(text);
  });

  test("stand as deep as those of the file", () => {
    const file = fresh("deeper.db");
    const [before = "", events = "", after = ""] = original.split(/(?<=\nevents:\n)|(?=\nexpect:\n)/);
    const deeper = events.replace(/^(?=.)/gm, "  ");
    const text = `${before}${deeper}    - ${talks}\n${after}`;
    expect(journal("append", file, "--from", fileOf("deeper", text))).toMatchObject({ code: 0, err: "" });
    expect(textOf(file)).toBe(text);
    const more = talks.replace("talks", "more");
    expect(journal("append", file, "--event", more)).toMatchObject({ code: 0 });
    expect(textOf(file)).toBe(text.replace(talks, `${talks}\n    - ${more}`));
  });

  test("that would leave no scenario are refused", () => {
    const file = fresh("left.db");
    const event = talks.replace("cite: morrow", "cite: wire");
    const sources = original.replace("\nsources:\n", "\nsources:\n  wire: { title: A wire }\n");
    const added = fileOf("added", sources.replace("\nexpect:\n", `\n  - ${event}\n\nexpect:\n`));
    expect(journal("append", file, "--from", added)).toMatchObject({ code: 0, err: "" });
    const { code, err } = journal("append", file, "--from", fileOf("less", original));
    expect(code).toBe(2);
    expect(err).toContain("Nothing was appended. An event that the file does not have needs what its frame lacks.");
  });
});
