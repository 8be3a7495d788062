/** Running a lesson's cells: in a process of its own that may read files but neither write them nor start programs. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { actingIn, blocksOf, type CellOutput, type Code, type LessonFile } from "../../lesson/index.ts";
import { visible } from "../../problem/index.ts";
import type { Remark } from "../../views/index.ts";
import { packagePath } from "../package.ts";
import { isCellProblem, programOf } from "./program.ts";

/** The outputs of the cells, and what went wrong. */
export interface CellsRun {
  readonly outputs: ReadonlyMap<Code, CellOutput>;
  readonly remarks: readonly Remark[];
}

/** Maximum time in which the cells of a lesson must have run, in milliseconds. */
const MAX_DURATION = 180_000;

/**
 * Runs the cells of a lesson that run in every notebook, and its answers, one after another as in the key.
 *
 * @param folder where they run: the lesson's own
 */
export async function runCells(lesson: LessonFile, file: string, folder: string): Promise<CellsRun> {
  const cells = blocksOf(lesson).filter((block): block is Code => block.kind === "run" || block.kind === "answer");
  if (cells.length === 0) return { outputs: new Map(), remarks: [] };
  try {
    const { given, failed } = await runProgram(`${PRELUDE}${programOf(cells, libraryOf)}\n__end();`, folder);
    const outputs = new Map(cells.flatMap((cell, k) => (given[k] === undefined ? [] : [[cell, given[k]] as const])));
    const failures =
      failed === undefined
        ? []
        : [failure(cells[failed.cell] ?? cellThatImports(failed.message, cells), failed.message, file)];
    return { outputs, remarks: [...failures, ...unsafeRemarks(outputs, file)] };
  } catch (error) {
    if (!isCellProblem(error)) throw error;
    const line = error.data.cell.line + error.data.line - 1;
    return { outputs: new Map(), remarks: [remark("cell-syntax", line, visible(error.message), file)] };
  }
}

/** The library itself, by the doors of its package: its sources or its build. */
function libraryOf(specifier: string): string | undefined {
  if (!/^demarche(\/|$)/.test(specifier)) return undefined;
  const { exports: doors } = JSON.parse(readFileSync(packagePath("package.json"), "utf8"));
  const built: unknown = doors[specifier.replace("demarche", ".")]?.default;
  if (typeof built !== "string") return undefined;
  const isSource = import.meta.url.endsWith(".ts");
  return pathToFileURL(packagePath(isSource ? built.replace(/^\.\/dist\/(.*)\.js$/, "src/$1.ts") : built)).href;
}

/** Sends the output of each cell to the parent process, with what the cell wrote to the console. */
const PRELUDE = `
import { format as __format, inspect as __inspect } from "node:util";
const __given = []; let __at = 0;
const __cell = (k) => { __at = k; __given[k] = { said: "" }; };
for (const way of ["log", "info", "warn", "error", "debug", "table", "dir"])
  console[way] = (...words) => { __given[__at].said += __format(...words) + "\\n"; };
const __tell = (more) => process.send({ given: __given, ...more }, () => process.exit(0));
const __fail = (error) => __tell({ failed: { cell: __at, message: String(error?.message ?? error) } });
process.on("uncaughtException", __fail);
const __show = async (value) => {
  if (value === undefined) return;
  const display = value?.[Symbol.for("Jupyter.display")];
  if (typeof display !== "function") { __given[__at].shown = { text: typeof value === "string" ? value : __inspect(value) }; return; }
  const mime = await display.call(value);
  __given[__at].shown = { text: String(mime["text/plain"] ?? ""), html: mime["text/html"], svg: mime["image/svg+xml"] };
};
const __end = () => __tell({});
`;

interface Report {
  readonly given: readonly CellOutput[];
  readonly failed?: { readonly cell: number; readonly message: string };
}

const PERMISSIONS = ["--permission", "--allow-fs-read=*", "--allow-worker", "--allow-wasi"];

function runProgram(program: string, cwd: string): Promise<Report> {
  const child = spawn(process.execPath, ["--no-warnings", ...PERMISSIONS, "--input-type=module", "-"], {
    cwd,
    stdio: ["pipe", "ignore", "pipe", "ipc"],
    env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1" },
    serialization: "advanced",
  });
  child.stdin?.on("error", () => undefined); // A process that ends early says so itself.
  child.stdin?.end(program);
  return reportOf(child);
}

function reportOf(child: ChildProcess): Promise<Report> {
  return new Promise((done) => {
    let errorOutput = "";
    let report: Report | undefined;
    const end = (message: string): void => done(report ?? { given: [], failed: { cell: -1, message } });
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      end(`The cells ran for more than ${MAX_DURATION / 1000} seconds.`);
    }, MAX_DURATION);
    child.stderr?.on("data", (chunk: Buffer) => {
      errorOutput = (errorOutput + chunk.toString("utf8")).slice(-4000);
    });
    child.on("message", (message: Report) => {
      report = message;
    });
    child.on("close", () => {
      clearTimeout(timer);
      end(/^\w*Error.*$/m.exec(errorOutput)?.[0] ?? (errorOutput.trim() || "The cells ended before their end."));
    });
  });
}

function unsafeRemarks(outputs: CellsRun["outputs"], file: string): readonly Remark[] {
  return [...outputs].flatMap(([cell, output]) => {
    const element = actingIn(output);
    if (element === undefined) return [];
    const message = `The output of this cell holds a <${element}>, which a page of a lesson may not.`;
    return [remark("unsafe-output", cell.line, message, file)];
  });
}

/** The cell whose import failed. This happens before the first cell runs, but the message names the import. */
function cellThatImports(message: string, cells: readonly Code[]): Code | undefined {
  const modules = [...message.matchAll(/'([^']+)'/g)].map(([, name = ""]) => name);
  return cells.find(({ code }) => modules.some((name) => code.includes(name))) ?? cells[0];
}

function failure(cell: Code | undefined, message: string, file: string): Remark {
  const [first = ""] = message.trim().split("\n");
  const sentence = visible(first).replace(/\.?$/, ".");
  return remark("cell-failed", cell?.line ?? 1, `This cell failed: ${sentence}`, file);
}

function remark(
  code: "cell-failed" | "cell-syntax" | "unsafe-output",
  line: number,
  message: string,
  file: string,
): Remark {
  return { code, severity: "error", message, file, path: "", line, column: 1, endLine: line, endColumn: 2 };
}
