/** Opening lessons: the file read, and what it refers to looked up beside it or among what comes with the package. */
import { existsSync, globSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { type Case, type LessonFile, lessonReferences, readLesson } from "../../lesson/index.ts";
import { decoded, Problem, visibleLine } from "../../problem/index.ts";
import { MAX_BYTES, readScenario } from "../../scenario/index.ts";
import type { Remark } from "../../views/index.ts";
import { bundledScenarios, readInput } from "../input.ts";
import { packagePath } from "../package.ts";

/** A lesson's file with what was read in it. */
export interface OpenedLesson {
  readonly file: string;
  readonly text: string;
  /** Undefined when something is wrong with it. */
  readonly lesson?: LessonFile;
  readonly remarks: readonly Remark[];
  readonly caseOf: (name: string) => Case | undefined;
}

/** The files that are meant: those named, or every lesson of `notebooks`. */
export function lessonFiles(named: readonly string[]): readonly string[] {
  if (named.length > 0) return named.map((name) => (isFolder(name) ? join(name, "lesson.md") : name));
  const found = globSync("notebooks/*/lesson.md").toSorted();
  if (found.length > 0) return found;
  throw new Problem(
    "no-such-file",
    "There is no lesson here: no file notebooks/*/lesson.md. Name one, or go to its folder's parent.",
  );
}

/** Reads a lesson, and the scenarios that it refers to. */
export async function openLesson(file: string): Promise<OpenedLesson> {
  if (!existsSync(file)) throw new Problem("no-such-file", `There is no file ${visibleLine(file)}.`);
  const { text } = await readInput(file);
  const { lesson, diagnostics } = readLesson(text, { file });
  const caseOf = casesOf(dirname(file));
  if (lesson === undefined) return { file, text, remarks: diagnostics, caseOf };
  const find = (name: string) => {
    if (leadsOut(dirname(file), name)) return "outside";
    const found = caseOf(name);
    return found === undefined ? undefined : (found.scenario ?? "broken");
  };
  const remarks = [...diagnostics, ...lessonReferences(lesson, find, file, bundledScenarios())];
  const right = remarks.every(({ severity }) => severity !== "error");
  return { file, text, remarks, caseOf, ...(right ? { lesson } : {}) };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Whether a scenario's path leaves the lesson's folder, by its words or by a link: a lesson reads what was given with it. */
function leadsOut(folder: string, name: string): boolean {
  if (bundledScenarios().includes(name)) return false;
  const path = resolve(folder, name);
  const outside = (from: string, to: string): boolean =>
    /^\.\.(?:[\\/]|$)/.test(relative(from, to)) || isAbsolute(relative(from, to));
  return outside(resolve(folder), path) || (existsSync(path) && outside(realpathSync(folder), realpathSync(path)));
}

/** Scenarios by name: bundled ones, or files from the lesson's folder. */
function casesOf(folder: string): (name: string) => Case | undefined {
  const known = new Map<string, Case | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, caseIn(folder, name));
    return known.get(name);
  };
}

function caseIn(folder: string, name: string): Case | undefined {
  if (leadsOut(folder, name)) return undefined;
  const bundled = bundledScenarios().includes(name);
  const path = bundled ? join(packagePath("scenarios"), `${name}.yaml`) : resolve(folder, name);
  if (!existsSync(path) || !statSync(path).isFile() || statSync(path).size > MAX_BYTES) return undefined;
  const text = decoded(readFileSync(path));
  const { scenario, file } = readScenario(text, { file: path });
  return { text, scenario, file };
}
