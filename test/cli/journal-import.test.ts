/** `journal import` of what is hostile, forged or simply no export: an error with its place, and nothing is changed. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { canonical } from "../../src/events/index.ts";
import { fromJsonl } from "../../src/journal/index.ts";
import { sealOf } from "../../src/journal/record.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { demarche, folder } from "../support/cli.ts";

const place = folder();
const at = (name: string): string => join(place, name);
const program = (...args: readonly string[]) => demarche(args, { cwd: place });
const journal = (...args: readonly string[]) => program("journal", ...args);

interface Item {
  id: string;
  time?: string;
  readonly data: Record<string, unknown>;
}

interface Line {
  readonly entry: { file?: string; text?: string; readonly event?: Record<string, unknown> };
  recordedAt: string;
}

let lines: readonly string[] = [];
let item = "";
beforeAll(() => {
  journal("init", "case.db", "--from", "iran-pakistan-2024");
  journal("export", "case.db", "--out", "case.jsonl");
  journal("export", "case.db", "--format", "cloudevents", "--out", "case.json");
  lines = readFileSync(at("case.jsonl"), "utf8").trim().split("\n");
  item = JSON.stringify(JSON.parse(readFileSync(at("case.json"), "utf8"))[5]);
});

/** One new event as a batch, with something in it changed. */
function batchWith(change: (item: Item) => void): void {
  const read: Item = JSON.parse(item);
  read.id = "evil";
  read.data["id"] = "evil";
  change(read);
  writeFileSync(at("one.json"), JSON.stringify([read]));
}

/** The export with the records of one position changed, and sealed anew. */
function linesWith(position: number, change: (line: Line) => void): readonly string[] {
  let previous = "0".repeat(64);
  const records = lines.slice(1).map((text, k) => {
    const line = JSON.parse(text);
    if (k + 1 === position) change(line);
    const { entry, hash: _, ...others } = line;
    const where = { ...others, previous };
    previous = sealOf(where, canonical(entry));
    return canonical({ ...where, entry, hash: previous });
  });
  return [canonical({ ...JSON.parse(lines[0] ?? ""), head: previous }), ...records];
}

/** Position 5: `recall`. */
const forgedLines = (): readonly string[] =>
  linesWith(5, ({ entry }) => Object.assign(entry.event ?? {}, { from: ["ZZZ"] }));

describe("CloudEvents", () => {
  test.each<[string, (item: Item) => void, string]>([
    ["an actor that is none", ({ data }) => Object.assign(data, { from: ["ZZZ"] }), "evil.from: ZZZ is no actor of"],
    ["a source that is none", ({ data }) => Object.assign(data, { cite: ["so"] }), "evil.cite: so is no source of"],
    ["a cause that is none", ({ data }) => Object.assign(data, { because: ["so"] }), "evil.because: so is no event of"],
    [
      "what no terminal shows",
      ({ data }) => Object.assign(data, { note: "a\u001bb" }),
      "evil.note: The control character",
    ],
    [
      "a date outside the window",
      (one) => {
        one.data["at"] = "2031-01-01";
        delete one.time;
      },
      "evil.at: 2031-01-01 lies outside the window.",
    ],
  ])("with %s are refused with their place, and the case stays what it was", (_, change, message) => {
    batchWith(change);
    const { code, err } = journal("import", "case.db", "--from", "one.json");
    expect(err).toContain(`item 1: iran-pakistan-2024 can't be read with it: ${message}`);
    expect(err).toMatch(/[^.?][.?]\nNothing was imported\.\n$/);
    expect(code).toBe(2);
    expect(journal("verify", "case.db").out).toContain("21 records");
  });

  test("that a case can be read with are added, once, and it is said when they count as recorded", () => {
    journal("import", "more.db", "--from", "case.jsonl");
    batchWith(() => undefined);
    expect(journal("import", "more.db", "--from", "one.json").out).toBe(
      "more.db: 1 read, 1 added, 0 there already. What was added counts as recorded now.\n",
    );
    expect(journal("import", "more.db", "--from", "one.json").out).toBe("more.db: 1 read, 0 added, 1 there already.\n");
    expect(program("check", "more.db")).toMatchObject({ code: 0 });
  });

  test("that are taken for lines are known for what they are", () => {
    writeFileSync(at("case.ce"), readFileSync(at("case.json")));
    expect(journal("import", "x.db", "--from", "case.ce")).toEqual({
      code: 2,
      out: "",
      err: "case.ce begins as a list, and an export as jsonl with its head. If it holds CloudEvents: --format cloudevents.\n",
    });
  });
});

describe("lines that were sealed anew", () => {
  test.each<[string, number, (line: Line) => void, string]>([
    [
      "with an actor that is none",
      5,
      ({ entry }) => Object.assign(entry.event ?? {}, { from: ["ZZZ"] }),
      "line 6: iran-pakistan-2024 can't be read with it: recall.from: ZZZ is no actor of",
    ],
    [
      "with what no terminal shows in the frame",
      1,
      ({ entry }) => Object.assign(entry, { file: entry.file?.replace('"title":"', '"title":"\\u001b') }),
      "line 2: iran-pakistan-2024 can't be read with it: title: The control character",
    ],
    [
      "with what no terminal shows in an event",
      5,
      ({ entry }) => Object.assign(entry.event ?? {}, { note: "Unseen: \u001b" }),
      "line 6: iran-pakistan-2024 can't be read with it: recall.note: The control character",
    ],
    [
      "with a time that is yet to come",
      21,
      (line) => Object.assign(line, { recordedAt: "9999-12-31T00:00:00.000Z" }),
      "line 22: position 21 was recorded at 9999-12-31T00:00:00.000Z, which is yet to come.",
    ],
  ])("%s are refused with their line, and leave no journal behind", (_, position, change, message) => {
    writeFileSync(at("forged.jsonl"), linesWith(position, change).join("\n"));
    const { code, err } = journal("import", "forged.db", "--from", "forged.jsonl");
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(readdirSync(place).filter((name) => name.startsWith("forged.db"))).toEqual([]);
  });

  test("and are in a journal all the same are an error wherever they are read as a file", async () => {
    const made = sqliteJournal(at("made.db"), { create: true });
    await fromJsonl(
      made,
      (async function* () {
        yield* forgedLines();
      })(),
    );
    await made.close();
    const message = "ZZZ is no actor of this scenario.";
    const replayed = program("replay", "made.db");
    expect(replayed.err).toContain(message);
    expect(replayed.code).toBe(2);
    const checked = program("check", "made.db");
    expect(checked.out).toContain("error [unknown-actor] at events[3].from");
    expect(checked.code).toBe(2);
    expect(program("check", "made.db", "--format", "sarif").out).toContain(message);
    // To be mended.
    expect(journal("export", "made.db", "--format", "yaml").out).toContain("from: ZZZ");
    const more = "{ id: more, at: 2024-02-10, act: make-statement, from: IRN, cite: morrow }";
    for (const asked of [
      ["--event", more],
      ["--withdraw", "visit", "--because", "It was not."],
    ]) {
      const { code, err } = journal("append", "made.db", ...asked);
      expect(err).toContain(message);
      expect(err).toContain("Nothing was appended.");
      expect(code).toBe(2);
    }
    // What it holds can be looked at, and saved.
    expect(journal("export", "made.db").out).toContain('"ZZZ"');
  });
});

test("a file beside its data that says otherwise is given back by no export", () => {
  const forged = ({ entry }: Line) =>
    Object.assign(entry, {
      text: entry.text?.replace("from: PAK", "from: IRN").replace("title: Iran", "title: No Iran"),
    });
  writeFileSync(at("beside.jsonl"), linesWith(1, forged).join("\n"));
  expect(journal("import", "beside.db", "--from", "beside.jsonl").out).toContain("21 added");
  const { out } = journal("export", "beside.db", "--format", "yaml");
  expect(out).not.toContain("No Iran");
  writeFileSync(at("beside.yaml"), out);
  const [one, other] = ["beside.yaml", "iran-pakistan-2024"].map((name) => program("replay", name, "--json").out);
  const stepsOf = (text = "") => JSON.parse(text).steps;
  expect(stepsOf(one)).toEqual(stepsOf(other));
});

describe("an import", () => {
  test.each([
    [["--from", "nosuch.jsonl"], "There is no file nosuch.jsonl."],
    [["--from", "cut.jsonl"], "line 3: the export has 21 records, and 1 are here: it was cut off."],
    [["--from", "cut.json"], "cut.json is no JSON"],
    [["--from", "empty.jsonl"], "line 1: there is nothing: an export begins with its head."],
    [["--from", "none.jsonl"], "line 1: it is no JSON.\nNothing was imported.\n"],
  ])("%j makes no journal", (args, message) => {
    writeFileSync(at("cut.jsonl"), lines.slice(0, 2).join("\n"));
    writeFileSync(at("cut.json"), "[{");
    writeFileSync(at("empty.jsonl"), "");
    writeFileSync(at("none.jsonl"), "a\nb\nc\n");
    const { code, err } = journal("import", "none.db", ...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(readdirSync(place).filter((name) => name.startsWith("none.db"))).toEqual([]);
  });

  test("that is refused leaves an empty journal that was there", () => {
    journal("init", "there.db");
    expect(journal("import", "there.db", "--from", "nosuch.jsonl").code).toBe(2);
    expect(existsSync(at("there.db"))).toBe(true);
    expect(journal("import", "there.db", "--from", "case.jsonl").out).toContain("21 added");
  });

  test.each(["x.db#bar", "x.db#@12", "x.db#@2026-01-01"])("into %s is refused: it names its streams itself", (name) => {
    const { code, err } = journal("import", name, "--from", "case.jsonl");
    expect(err).toContain("leave # and @ out.");
    expect(code).toBe(2);
    expect(existsSync(at("x.db"))).toBe(false);
  });

  test("of a journal with forks, corrections, what is withdrawn and an expectation that fails is the same journal", () => {
    const talks = '{ id: talks, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }';
    journal("import", "rich.db", "--from", "case.jsonl");
    journal("append", "rich.db", "--event", talks);
    journal("append", "rich.db", "--withdraw", "talks", "--because", "Denied.");
    journal("fork", "rich.db", "--as", "calm", "--at", "2024-01-17");
    journal("fork", "rich.db#@1", "--as", "unbegun");
    journal("append", "rich.db#calm", "--event", talks.replace("talks", "quiet"));
    journal(
      "append",
      "rich.db",
      "--event",
      talks.replace("talks", "broken").replace("02-10", "01-20").replace("consult-by-phone", "break-relations"),
    );
    expect(program("check", "rich.db").code).toBe(1);
    journal("export", "rich.db", "--out", "rich.jsonl");
    expect(journal("import", "copy.db", "--from", "rich.jsonl").out).toContain("27 added");
    expect(journal("export", "copy.db").out).toBe(readFileSync(at("rich.jsonl"), "utf8"));
  });
});

test("a what-if that replaces an event that is not there is an error of the file, and is left out of a part of a record", () => {
  journal("init", "cut.db", "--from", "pulwama-balakot-2019");
  expect(program("replay", "cut.db#@20")).toMatchObject({ code: 0 });
  const text = readFileSync("scenarios/pulwama-balakot-2019.yaml", "utf8");
  writeFileSync(at("replaced.yaml"), text.replace("replace: return,", "replace: retrun,"));
  const { code, out } = program("check", "replaced.yaml");
  expect(out).toMatch(/unknown-event[\s\S]*Did you mean return\?/);
  expect(code).toBe(2);
});
