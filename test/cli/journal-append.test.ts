/** `demarche journal append` where somebody asks twice, asks for too much, or takes back what was taken back. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { event } from "../../src/events/index.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { demarche, folder } from "../support/cli.ts";

const place = folder();
const journal = (...args: readonly string[]) => demarche(["journal", ...args], { cwd: place });
const talks = '{ id: talks, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }';
const more = talks.replace("talks", "more");

function fresh(file: string): string {
  const { code, err } = journal("init", file, "--from", "iran-pakistan-2024");
  if (code !== 0) throw new Error(err);
  return file;
}

const versionOf = (file: string): number => JSON.parse(journal("show", file, "--json").out).position;

describe("what can't be asked together", () => {
  const file = fresh("together.db");
  test.each([
    [["append", file, "--withdraw", "visit", "--because", "no", "--event", talks], "--withdraw and --event can't"],
    [["append", file, "--from", "iran-pakistan-2024", "--event", talks], "--from and --event can't"],
    [
      ["append", file, "--correct", "return", "--withdraw", "visit", "--because", "x"],
      "--withdraw and --correct can't",
    ],
    [["append", file, "--event", talks, "--because", "x"], "it goes with --correct, --withdraw or --from."],
    [["verify", `${file}#@3`], "The whole journal is verified, as it is: leave # and what follows out."],
    [["init", `${file}#one`, "--from", "iran-pakistan-2024", "--stream", "two"], "one or two? Give it once."],
    [["init", `${file}#one`], "What does the stream one begin with? --from FILE."],
    [["init", `${file}#@3`, "--from", "iran-pakistan-2024"], "leave the @ out."],
  ])("%j is refused, and nothing is appended", (args, message) => {
    const { code, err } = journal(...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(versionOf(file)).toBe(21);
  });

  test("a stream is called as the address says, and what comes next is shown as it can be typed", () => {
    const { out, err } = journal("init", `${file}#second`, "--from", "iran-pakistan-2024");
    expect(out).toContain("together.db#second: 21 records");
    expect(err).toContain("any command with 'together.db#second' in place of a file");
    expect(journal("fork", file, "--as", "calm").err).toContain(
      "demarche journal diff 'together.db#calm' '#iran-pakistan-2024'.",
    );
  });

  test("an empty journal begins by a file, called as its scenario is", () => {
    journal("init", "empty.db");
    expect(journal("append", "empty.db", "--from", "iran-pakistan-2024").out).toContain(
      "empty.db#iran-pakistan-2024: 21 records appended",
    );
  });

  test("events without a scenario can't be checked, and that is no defect", async () => {
    const bare = sqliteJournal(join(place, "bare.db"), { create: true });
    await bare.append("bare", [event({ id: "d6", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] })]);
    await bare.close();
    for (const option of ["--withdraw", "--correct"]) {
      const { code, err } = journal("append", "bare.db", option, "d6", "--because", "x", ...eventFor(option));
      expect(err).toBe("bare holds no scenario that events could be checked by. Give it one: --from FILE.\n");
      expect(code).toBe(2);
    }
  });

  const eventFor = (option: string) => (option === "--correct" ? ["--event", '{ at: "2024-01-17" }'] : []);
});

describe("what is asked again", () => {
  test("an event stands where it stands; with another content it is refused", () => {
    const file = fresh("again.db");
    journal("append", file, "--event", talks);
    const again = journal("append", file, "--event", talks);
    expect(again).toMatchObject({ code: 0, err: "" });
    expect(again.out).toBe(
      "again.db#iran-pakistan-2024: nothing that was not there; it is at version 22.\n  position 22: 2024-02-10 IRN → PAK consult-by-phone (talks)\n",
    );
    const both = demarche(["journal", "append", file, "--event", "-", "--json"], {
      cwd: place,
      input: `${talks}\n${more}\n`,
    });
    expect(JSON.parse(both.out)).toMatchObject({ version: 23, positions: [22, 23], added: 1 });
    const visit = '{ id: visit, at: "2024-01-29", act: visit, from: IRN, to: PAK, cite: morrow }';
    for (const [text, position] of [
      [talks.replace("02-10", "02-11"), 22],
      [visit, 21],
    ] as const) {
      const other = journal("append", file, "--event", text);
      expect(other.err).toContain(`is there already, at position ${position}, with another content.`);
      expect(other.code).toBe(2);
    }
    expect(journal("append", file, "--event", talks.replace("2024-02-10", "2023-01-01")).err).toContain(
      "Nothing was appended. There already: talks.",
    );
    expect(versionOf(file)).toBe(23);
  });

  test("an event that was corrected meanwhile stands where it stood, and that is said", () => {
    const file = fresh("corrected.db");
    journal("append", file, "--event", talks);
    journal("append", file, "--correct", "talks", "--event", '{ at: "2024-02-09" }', "--because", "A day earlier.");
    expect(journal("append", file, "--event", talks)).toEqual({
      code: 0,
      out: "corrected.db#iran-pakistan-2024: nothing that was not there; it is at version 23.\n  position 22: 2024-02-10 IRN → PAK consult-by-phone (talks)\n",
      err: "talks is known otherwise since, at position 23. To change that: --correct talks.\n",
    });
    expect(demarche(["replay", file, "--json"], { cwd: place }).out).toContain('"at": "2024-02-09"');
  });

  test("what was withdrawn is not appended again, but corrected; each as often as it is meant", () => {
    const file = fresh("back.db");
    journal("append", file, "--event", talks);
    const withdraw = ["append", file, "--withdraw", "talks", "--because"];
    const back = ["append", file, "--correct", "talks", "--event", '{ at: "2024-02-11" }', "--because", "It was so."];
    for (const position of [23, 25]) {
      expect(journal(...withdraw, "Denied.").out).toContain(`position ${position}: talks corrected: withdrawn.`);
      expect(journal(...withdraw, "Denied.").out).toContain("nothing that was not there");
      expect(journal(...withdraw, "Twice.").err).toContain(
        `withdrawn already, at position ${position}: nothing changes.`,
      );
      const again = journal("append", file, "--event", talks);
      expect(again).toMatchObject({
        code: 0,
        err: `talks was withdrawn since, at position ${position}. To change that: --correct talks.\n`,
      });
      expect(again.out).toContain("nothing that was not there");
      expect(again.out).toContain("position 22: 2024-02-10 IRN");
      expect(journal("append", file, "--event", talks.replace("02-10", "02-12"))).toMatchObject({
        code: 2,
        err: `--event: talks was withdrawn at position ${position}. Bring it back with --correct talks.\n`,
      });
      expect(journal(...back).out).toContain(`position ${position + 1}: talks corrected: now 2024-02-11 IRN`);
      expect(journal(...back).out).toContain("nothing that was not there");
    }
    expect(demarche(["replay", file, "--json"], { cwd: place }).out).toContain('"at": "2024-02-11"');
    expect(journal("verify", file)).toMatchObject({ code: 0 });
  });
});
