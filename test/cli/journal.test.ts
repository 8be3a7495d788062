/** `demarche journal` as its users meet it: a case that is kept, corrected, forked, compared, exported and brought back. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { demarche, flagship, folder } from "../support/cli.ts";

const place = folder();
const journal = (...args: readonly string[]) => demarche(["journal", ...args], { cwd: place });
const talks = '{ id: talks, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }';

function fresh(name: string): string {
  const file = `${name}.db`;
  const { code, err } = journal("init", file, "--from", "iran-pakistan-2024");
  if (code !== 0) throw new Error(err);
  return file;
}

describe("a scenario that is kept in a journal", () => {
  let file = "";
  beforeAll(() => {
    file = fresh("kept");
  });

  test("is taken by the other commands in place of its file", () => {
    const kept = demarche(["replay", file, "--json"], { cwd: place });
    const written = demarche(["replay", flagship, "--json"]);
    // The keys of an event come in the order of its schema, in a file in that of its author.
    expect({ ...kept, out: JSON.parse(kept.out) }).toEqual({ ...written, out: JSON.parse(written.out) });
    expect(demarche(["check", file], { cwd: place })).toMatchObject({ code: 0 });
    expect(demarche(["what-if", file, "restraint"], { cwd: place })).toEqual(
      demarche(["what-if", flagship, "restraint"]),
    );
  });

  test("is exported as the file that it was, byte for byte, and as lines that make the same journal again", () => {
    expect(journal("export", file, "--format", "yaml").out).toBe(readFileSync(flagship, "utf8"));
    expect(journal("export", file, "--out", "kept.jsonl")).toMatchObject({ code: 0, err: "Wrote kept.jsonl.\n" });
    expect(journal("export", file, "--out", "kept.jsonl")).toMatchObject({
      code: 2,
      err: "kept.jsonl exists already; nothing was written.\n",
    });
    expect(journal("import", "again.db", "--from", "kept.jsonl").out).toBe(
      "again.db: 21 read, 21 added, 0 there already.\n",
    );
    expect(journal("import", "again.db", "--from", "kept.jsonl").out).toBe(
      "again.db: 21 read, 0 added, 21 there already.\n",
    );
    const hash = /[0-9a-f]{64}/.exec(journal("verify", file).out)?.[0] ?? "none";
    expect(journal("verify", "again.db", "--known", hash)).toMatchObject({ code: 0 });
    expect(journal("verify", "again.db", "--known", "0123456789abcdef".repeat(4))).toMatchObject({ code: 1 });
  });

  test("says that it holds it already when it is begun twice, and refuses another of the same name", () => {
    expect(journal("init", file, "--from", "iran-pakistan-2024").out).toContain("holds it already");
    const other = join(place, "other.yaml");
    writeFileSync(other, readFileSync(flagship, "utf8").replace("title: Iran", "title: Once more, Iran"));
    const { code, err } = journal("init", file, "--from", other);
    expect(code).toBe(2);
    expect(err).toContain("was expected to be empty, and it is at version 21. Nothing was appended.");
  });
});

describe("a case that goes on", () => {
  let file = "";
  beforeAll(() => {
    file = fresh("case");
  });

  test("takes what happens, corrects it, withdraws it, and keeps what was known when", () => {
    expect(journal("append", file, "--event", talks)).toMatchObject({ code: 0 });
    const mended = journal(
      "append",
      file,
      "--correct",
      "talks",
      "--event",
      '{ at: "2024-02-09" }',
      "--because",
      "A slip.",
    );
    expect(mended.out).toContain(
      "position 23: talks corrected: now 2024-02-09 IRN → PAK consult-by-phone (talks). A slip.",
    );
    expect(journal("append", file, "--withdraw", "talks", "--because", "Denied by both.")).toMatchObject({ code: 0 });
    const dates = ["#@22", "#@23", ""].map(
      (at) => /"at": "2024-02-[^"]*"/.exec(demarche(["replay", `${file}${at}`, "--json"], { cwd: place }).out)?.[0],
    );
    expect(dates).toEqual(['"at": "2024-02-10"', '"at": "2024-02-09"', undefined]);
    const listed = journal("list", file, "--after", "21", "--jsonl").out.trim().split("\n");
    expect(listed.map((line) => JSON.parse(line).entry.kind)).toEqual(["event", "correction", "correction"]);
    expect(journal("verify", file).out).toContain("24 records, every one as it was appended");
  });

  test("says everything that is wrong with an event at once, and appends nothing", () => {
    const bad = '{ id: late, at: "2024-02-30", act: consult-by-fone, from: IRM, to: PAK, cite: morow }';
    const { code, err } = journal("append", file, "--event", bad);
    expect(code).toBe(2);
    expect(err).toContain("Did you mean consult-by-phone?");
    expect(err).toContain("Nothing was appended.");
    expect(journal("append", file, "--event", "talks").err).toContain("A mapping in braces was expected.");
    expect(journal("append", file, "--withdraw", "acord", "--because", "x").err).toContain("Did you mean accord?");
    expect(journal("append", file, "--withdraw", "accord").err).toContain("needs --because");
    expect(journal("append", file, "--withdraw", "accord", "--because", "x").err).toContain(
      "Where an event names it as its cause, correct that one first",
    );
    expect(journal("show", file, "--json").out).toContain('"position": 24');
  });

  test.each([
    ["show", "--at", "nonsense"],
    ["fork", "--as", "other", "--at", "2024-02-30"],
  ])("refuses a date that is none: %s", (task, ...options) => {
    const { code, err } = journal(task, file, ...options);
    expect(code).toBe(2);
    expect(err).toContain("that is no date. Write YYYY-MM-DD or YYYY-MM-DDThh:mm.");
  });

  test("shows a writer who comes too late what the other did", () => {
    const late = journal("append", file, "--event", talks.replace("talks", "more"), "--expected", "20");
    expect(late.code).toBe(1);
    expect(late.err).toContain("was expected to be at version 20, and it is at version 24. Nothing was appended.");
  });

  test("branches, goes on by itself and is compared", () => {
    expect(journal("fork", file, "--as", "calm", "--at", "2024-01-17").out).toContain("shares 7 of 24 records");
    const quiet = '{ id: quiet, at: "2024-01-19", act: consult-by-phone, from: PAK, to: IRN, cite: morrow }';
    expect(journal("append", `${file}#calm`, "--event", quiet)).toMatchObject({ code: 0 });
    const { code, out, err } = journal("diff", file, "#calm");
    expect(code).toBe(0);
    expect(out).toContain("reprisal, PAK → IRN strike; calm: quiet, PAK → IRN");
    expect(err).toContain("left out, since they are about another record: expect, what-if, teach");
    expect(journal("list", `${file}#clam`).err).toContain('has no stream "clam". Did you mean calm?');
    const shown = JSON.parse(journal("show", `${file}#calm`, "--json").out);
    expect(shown.stand.situation.course).toBe("ambassadors-recalled.withdrawn");
  });

  test("says of an export as CloudEvents that holds a fork that it can't come back, and how it can", () => {
    const warning =
      "calm is a fork: other programs can read this, but demarche journal import refuses all of it. To bring case.db back, export it with --format jsonl.\n";
    expect(journal("export", file, "--out", "case.json")).toMatchObject({
      code: 0,
      err: `Wrote case.json.\n${warning}`,
    });
    expect(journal("import", "back.db", "--from", "case.json").err).toContain("it is a fork");
    const piped = journal("export", `${file}#calm`, "--format", "cloudevents");
    expect(piped).toMatchObject({ code: 0, err: warning });
    expect(JSON.parse(piped.out).map(({ source }: { source: string }) => source)).toContain("/streams/calm");
    const alone = journal("export", `${file}#iran-pakistan-2024`, "--out", "alone.json");
    expect(alone).toMatchObject({ code: 0, err: "Wrote alone.json.\n" });
    expect(journal("import", "back.db", "--from", "alone.json").out).toBe(
      "back.db: 24 read, 24 added, 0 there already. What was added counts as recorded now.\n",
    );
    expect(journal("export", file, "--out", "case.jsonl").err).toBe("Wrote case.jsonl.\n");
    expect(journal("import", "whole.db", "--from", "case.jsonl")).toMatchObject({ code: 0 });
  });
});

describe("what is no journal", () => {
  test.each([
    [["list", "nowhere.db"], "There is no journal nowhere.db."],
    [["list", "scenario.yaml"], "scenario.yaml is no journal: expected a file that ends in .db"],
    [["lst", "x.db"], "Did you mean list?"],
    [["list", "x.db", "--known", "x"], "journal list does not know --known."],
    [["list", "postgres:"], "postgres: stands for the address in DEMARCHE_DATABASE, which is not set."],
    [["list"], "Which journal?"],
    [["init", "x.db", "case.yaml"], "case.yaml is one argument too many. A scenario's file goes with --from FILE."],
    [["show", "x.db", "y.db"], "journal show: y.db is one argument too many."],
    [["diff", "x.db", "y.db", "z.db"], "z.db is one argument too many."],
    [["import", "x.db", "a.jsonl", "--from", "b.jsonl"], "a.jsonl is one argument too many."],
  ])("%j is refused", (args, message) => {
    const { code, err } = journal(...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test("a server that is not there is named without its password", () => {
    const { code, err } = journal("list", "postgres://user:s3cret-word@localhost:9/case");
    expect(code).toBe(2);
    expect(err).toContain("postgres://localhost:9/case can't be reached");
    expect(err).not.toContain("s3cret");
  });

  test("a file that is something else is told so", () => {
    writeFileSync(join(place, "text.db"), "no database at all, however long it may be".repeat(100));
    expect(journal("list", "text.db")).toMatchObject({ code: 2, err: "text.db: it is no SQLite file.\n" });
  });
});
