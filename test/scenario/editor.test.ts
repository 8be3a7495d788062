import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demarche, folder } from "../support/cli.ts";
import { type Editor, startEditor } from "../support/lsp.ts";

const file = "scenarios/iran-pakistan-2024.yaml";
const text = readFileSync(file, "utf8");
const lineOf = (part: string, of = text): number => of.slice(0, of.indexOf(part)).split("\n").length - 1;

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor();
});
afterAll(() => editor.close());

test("an editor with yaml-language-server finds nothing wrong with a shipped scenario", async () => {
  const opened = editor.open(text, file);
  expect(await opened.problems).toEqual([]);
});

test("it shows an error at a misspelt act", async () => {
  const opened = editor.open(text.replace("act: suspend-talks", "act: suspend-talk"), file);
  const problems = await opened.problems;
  expect(problems.map(({ range }) => range.start.line)).toContain(lineOf("act: suspend-talks"));
});

test("it completes acts, keys of an event and the words of a what-if", async () => {
  const half = text.replace("    act: suspend-talks\n", "    act: \n").replace(/ {4}then: prune.*\n/, "    then: \n");
  const opened = editor.open(half, file);
  const act = lineOf("    act: \n", half);
  expect(await opened.complete(act, 9)).toEqual(expect.arrayContaining(["recall-ambassador", "bar-ambassador"]));
  expect(await opened.complete(lineOf("    then: \n", half), 10)).toEqual(
    expect.arrayContaining(["keep", "prune", "model", "stop"]),
  );
  const keys = text.replace("    note: All high-level", "    \n    note: All high-level");
  const second = editor.open(keys, file);
  expect(await second.complete(lineOf("    \n    note: All high-level", keys), 4)).toEqual(
    expect.arrayContaining(["claims", "recordedAt"]),
  );
});

test("it completes the keys of contracts, and shows a bound of a share that is out of range", async () => {
  const half = text.replace("leads-to:\n", "leads-to:\n  - name: x\n    \n");
  const opened = editor.open(half, file);
  const line = lineOf("  - name: x\n", half) + 1;
  expect(await opened.complete(line, 4)).toEqual(expect.arrayContaining(["from", "to", "within"]));
  const wrong = text.replace("share: { at-least: 0.75 }", "share: { at-least: 75 }");
  const second = editor.open(wrong, file);
  const problems = await second.problems;
  expect(problems.map(({ range }) => range.start.line)).toContain(lineOf("at-least: 75", wrong));
});

test.each([[], ["--from", "border-incident"]])("it reads the schema beside what new %s %s writes", async (...from) => {
  const cwd = folder();
  expect(demarche(["new", "mine", ...from], { cwd }).code).toBe(0);
  const path = join(cwd, "mine.yaml");
  const written = readFileSync(path, "utf8");
  const opened = editor.open(written, path);
  expect(await opened.problems).toEqual([]);
  const second = editor.open(written.replace("act: lodge-protest", "act: lodge-protests"), path);
  const problems = await second.problems;
  expect(problems.map(({ range }) => range.start.line)).toEqual([lineOf("act: lodge-protest", written)]);
});
