// @module-tag long
/**
 * Notebooks are run in a real Jupyter with the Deno kernel, offline, and the cells of all are type-checked. Students' run
 * where they lie in the repository, the others in an empty folder with the packed library.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { endsInExpression } from "../../src/cli/lesson/program.ts";
import { keyNotebook, readLesson, studentNotebook } from "../../src/lesson/index.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { type CellRun, type NotebookRun, noJupyter, runNotebooks } from "../support/jupyter.ts";
import { builtFolder, fixture, lessonSources, shipped } from "../support/lessons.ts";
import { newUser } from "../support/packed.ts";
import { skipWhere } from "../support/programs.ts";

/** A folder with nothing in it but the packed library. */
let user = "";
beforeAll(async () => {
  // Packing it builds what the notebooks in the repository load.
  user = (await newUser()).folder;
});

/** The lesson whose student's notebook waits for bets: it does not run by itself. */
const betting = "notebooks/3-iran-pakistan-2024/lesson.md";

/** The notebooks of the lessons that are tried. */
async function notebooks(): Promise<readonly string[]> {
  const folders = await Promise.all(ofAll(lessonSources, [fixture, betting]).map(builtFolder));
  return folders.flatMap((folder) => ["student.ipynb", "key.ipynb"].map((name) => resolve(folder, name)));
}

/** What only shows that all works. */
const first = resolve("notebooks/0-does-it-work/does-it-work.ipynb");

const waiting = resolve(dirname(betting), "student.ipynb");

const students = shipped.map((source) => resolve(dirname(source), "student.ipynb")).filter((path) => path !== waiting);

describe("in Jupyter", () => {
  skipWhere(noJupyter, "jupyter is not installed");

  test("students' notebooks run where they lie", async () => {
    const tried = [first, ...ofAll(students, students.slice(0, 1))];
    expect((await runNotebooks(tried.map((path) => [dirname(path), path] as const))).flatMap(faults)).toEqual([]);
  });

  // Cells and answers the build has run, in Node: here a key shows that Jupyter runs them, too.
  test(inFull("all notebooks run", "a key runs"), async () => {
    const [key] = (await notebooks()).filter((path) => basename(path) === "key.ipynb");
    const run = inFull(await notebooks(), [key ?? ""]).filter((path) => path !== waiting);
    const runs = await runNotebooks(run.map((path) => [user, path] as const));
    expect(runs.flatMap(faults)).toEqual([]);
  });

  test("Run All reveals nothing: a bet with nothing in it refuses, and every later cell of the record with it", async () => {
    const { lesson } = readLesson(readFileSync(betting, "utf8"), { file: betting });
    if (lesson === undefined) throw new Error("It is no lesson.");
    const path = join(mkdtempSync(join(tmpdir(), "demarche-all-")), "student.ipynb");
    writeFileSync(path, studentNotebook(lesson));
    const [{ cells } = { cells: [] }] = await runNotebooks([[user, path]], { pastErrors: true });
    const bet = cells.findIndex(({ code }) => code.includes(".predict("));
    expect(cells.slice(0, bet).map(({ error }) => error)).toEqual([null]);
    expect(cells[bet]?.error).toContain("Put your own numbers in");
    expect(cells.length).toBeGreaterThan(bet + 8);
    for (const { code, error, outputs } of cells.slice(bet + 1)) {
      expect(error, code).not.toBeNull();
      expect(outputs, code).toEqual([]);
    }
  });

  test("what a run must not hold is found: errors, uncaught ones, lost and poor outputs", async () => {
    const rich = '({ [Symbol.for("Jupyter.display")]: async () => ({ "text/plain": "x", "text/html": "<b>x</b>" }) })';
    const bad = {
      "throws.ipynb": ["1;", 'throw new Error("thrown");'],
      "others.ipynb": [
        `${rich};`,
        'console.log("said");',
        "const n: number = 1;\nn;",
        "(() => undefined)();",
        '({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "A title" }) });',
        'void Promise.reject(new Error("lost"));',
        'void setTimeout(() => { throw new Error("late"); }, 20);',
      ],
    };
    const folder = mkdtempSync(join(tmpdir(), "demarche-bad-"));
    const paths = Object.entries(bad).map(([name, cells]) => {
      const path = join(folder, name);
      writeFileSync(path, notebookWith(cells));
      return path;
    });
    const runs = await runNotebooks(paths.map((path) => [user, path] as const));
    expect(runs.flatMap(faults)).toEqual([
      "throws.ipynb part--run-2: Error: thrown",
      "others.ipynb part--run-4: shows nothing",
      "others.ipynb part--run-5: shows text/plain only: A title",
      "others.ipynb part--run-6: nobody caught lost",
      "others.ipynb part--run-7: nobody caught late",
    ]);
  });
});

describe("the cells of notebooks, taken together", () => {
  test("have no type error; one that is planted beside them is found", async () => {
    const sources = (await notebooks()).map((path, k) => [path, writtenModule(path, k)] as const);
    const wrong = join(user, "wrong.ts");
    writeFileSync(wrong, 'import { open } from "demarche";\n(await open("x")).untill("recall");\nexport {};\n');
    const { stdout } = typeCheck([...sources.map(([, file]) => file), wrong]);
    const errors = sources.reduce((text, [path, file]) => text.replaceAll(basename(file), path), stdout).trimEnd();
    expect(errors).toMatch(/^wrong\.ts.*'untill' does not exist/);
    expect(errors.split("\n").filter((line) => /^\S/.test(line))).toHaveLength(1);
  });
});

/** What is wrong with a run, in a line each. */
function faults({ path, invalid, failed, cells }: NotebookRun): readonly string[] {
  const name = basename(path);
  return [
    ...[invalid, failed].flatMap((fault) => (fault === null ? [] : [`${path}: ${fault}`])),
    ...cells.flatMap((cell) => cellFaults(cell).map((fault) => `${name} ${cell.id}: ${fault}`)),
  ];
}

/** A value that is not one of ours: a number, a text, a list. Ours begin with their title. */
const PLAIN = /^(\u001b\[|["'\d[{-])/;

function cellFaults({ error, caught = [], outputs, code }: CellRun): readonly string[] {
  if (error !== null) return [error];
  const shows = endsInExpression({ kind: "run", language: "ts", code, line: 1 });
  const asynchronous = caught.map((message) => `nobody caught ${message}`);
  if (shows && outputs.length === 0 && asynchronous.length === 0) return ["shows nothing"];
  const poor = outputs.filter(
    ({ kind, mime, text }) =>
      kind !== "stream" &&
      !(
        mime.includes("text/plain") &&
        (PLAIN.test(text) || mime.includes("text/html") || mime.includes("image/svg+xml"))
      ),
  );
  return [...asynchronous, ...poor.map(({ mime, text }) => `shows ${mime.join(", ")} only: ${text.slice(0, 60)}`)];
}

/** A notebook with these cells, made as lessons are. */
function notebookWith(cells: readonly string[]): string {
  const front = "---\nlesson: 1\ntitle: T\ngoals: [g]\nminutes: 5\nlevel: all\n---\n";
  const body = cells.map((code) => `\`\`\`ts run\n${code}\n\`\`\`\n`).join("\n");
  const { lesson } = readLesson(`${front}## Part\n\n${body}`, { file: "x.md" });
  if (lesson === undefined) throw new Error("It is no lesson.");
  return keyNotebook(lesson);
}

/** The cells of a notebook as one module in the user's folder. */
function writtenModule(path: string, index: number): string {
  const { cells }: { cells: readonly { cell_type: string; source: readonly string[] }[] } = JSON.parse(
    readFileSync(path, "utf8"),
  );
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => source.join(""));
  const file = join(user, `notebook-${index}.ts`);
  // A cell needs no semicolon at its end, since another begins after it.
  writeFileSync(file, `${code.join("\n;\n")}\nexport {};\n`);
  return file;
}

function typeCheck(files: readonly string[]): { readonly stdout: string } {
  const config = join(user, "tsconfig.json");
  const lib = ["es2023", "esnext", "dom"];
  const compilerOptions = {
    module: "nodenext",
    target: "es2023",
    lib,
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  return spawnSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", config], {
    cwd: user,
    encoding: "utf8",
  });
}
