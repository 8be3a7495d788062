/** Opening lessons: reads the file, and finds what it refers to beside it or in the package. */
import { existsSync, globSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, isAbsolute, join, relative, resolve } from "node:path";
import type { ModuleDeclaration, Statement } from "acorn";
import {
  blocksOf,
  type Case,
  type Code,
  type LessonFile,
  lessonReferences,
  readLesson,
  withPictures,
} from "../../lesson/index.ts";
import { decode, Problem, visibleLine } from "../../problem/index.ts";
import { MAX_BYTES, readScenario } from "../../scenario/index.ts";
import type { Remark } from "../../views/index.ts";
import { bundledScenarios, readInput } from "../input.ts";
import { packagePath } from "../package.ts";
import { isCellProblem, statementsOf } from "./program.ts";

/** A lesson's file and what it contains. */
export interface OpenedLesson {
  readonly file: string;
  readonly text: string;
  /** Undefined when the lesson has an error. */
  readonly lesson?: LessonFile;
  readonly remarks: readonly Remark[];
  readonly caseOf: (name: string) => Case | undefined;
  /** The Markdown of its role cards, if it has any. */
  readonly cards?: string;
}

/** The files of lessons: those named, or every lesson of `notebooks`. */
export function lessonFiles(paths: readonly string[]): readonly string[] {
  if (paths.length > 0) return paths.map((name) => (isFolder(name) ? join(name, "lesson.md") : name));
  const found = globSync("notebooks/*/lesson.md").toSorted();
  if (found.length > 0) return found;
  throw new Problem(
    "no-such-file",
    "There is no lesson here: no file notebooks/*/lesson.md. Name one, or go to its folder's parent.",
  );
}

/** The files of which a lesson is built: its text and its role cards. */
export function watchedFor(file: string): readonly string[] {
  return [file, join(dirname(file), CARDS_FILE)];
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
  const illustrated = withPictures(lesson, (path) => pictureIn(dirname(file), path), file);
  const remarks = [
    ...diagnostics,
    ...lessonReferences(lesson, find, file, bundledScenarios()),
    ...illustrated.remarks,
    ...lostValues(lesson, file),
  ];
  if (remarks.some(({ severity }) => severity === "error")) return { file, text, remarks, caseOf };
  const cards = join(dirname(file), CARDS_FILE);
  return {
    file,
    text,
    remarks,
    caseOf,
    lesson: illustrated.lesson,
    ...(existsSync(cards) ? { cards: decode(readFileSync(cards)) } : {}),
  };
}

/** Maximum size of a picture in a lesson, in bytes, so that pages stay small. */
const MAX_PICTURE_BYTES = 400_000;

/** A picture beside a lesson as a data: address, or why there is none. */
function pictureIn(folder: string, path: string): { readonly address: string } | { readonly why: string } {
  const kind = PICTURES.get(extname(path).toLowerCase());
  if (kind === undefined) return { why: `is none of ${[...PICTURES.keys()].join(", ")}` };
  if (leadsOut(folder, path)) return { why: "leads out of the lesson's folder" };
  const whole = resolve(folder, path);
  if (!existsSync(whole) || !statSync(whole).isFile()) return { why: "is not there" };
  const { size } = statSync(whole);
  if (size > MAX_PICTURE_BYTES)
    return { why: `has ${Math.ceil(size / 1000)} kB; at most ${MAX_PICTURE_BYTES / 1000} will do` };
  return { address: `data:image/${kind};base64,${readFileSync(whole).toString("base64")}` };
}

const PICTURES: ReadonlyMap<string, string> = new Map([
  [".png", "png"],
  [".jpg", "jpeg"],
  [".jpeg", "jpeg"],
  [".gif", "gif"],
  [".webp", "webp"],
]);

/** Where the role cards of a lesson stand, beside it. */
const CARDS_FILE = "role-cards.md";

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Whether a scenario's path leaves the lesson's folder, by itself or by a link: a lesson reads only files in its folder. */
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
  const { scenario, file } = readScenario(decode(readFileSync(path)), { file: path });
  return { scenario, file };
}

/** Methods that are called for what they show. */
const DISPLAY_METHODS: ReadonlySet<string> = new Set(
  "timeline situation dossier chart event why whyNot judge compare review futures sensitivity predict".split(" "),
);

/** A warning for each value in a lesson's cells that is not shown. */
function lostValues(lesson: LessonFile, file: string): readonly Remark[] {
  const cells = blocksOf(lesson).filter(
    (block): block is Code => block.kind === "run" || block.kind === "start" || block.kind === "answer",
  );
  return cells.flatMap((cell) =>
    lostValuesIn(cell).map(({ name, at }): Remark => {
      const line = cell.line + at - 1;
      const message = `What ${name}() gives here is not shown: a cell shows its last value alone.`;
      const place = { file, path: "", line, column: 1, endLine: line, endColumn: 2 };
      return { code: "lost-value", severity: "warning", message, ...place, expected: "a cell for each" };
    }),
  );
}

function lostValuesIn(cell: Code): readonly { readonly name: string; readonly at: number }[] {
  try {
    return statementsOf(cell)
      .slice(0, -1)
      .flatMap((statement) => {
        const name = shownCallOf(statement);
        return name === undefined ? [] : [{ name, at: statement.loc?.start.line ?? 1 }];
      });
  } catch (error) {
    if (isCellProblem(error) || error instanceof SyntaxError) return []; // The build says so.
    throw error;
  }
}

/** The name of what a statement calls only to show it. */
function shownCallOf(statement: Statement | ModuleDeclaration): string | undefined {
  if (statement.type !== "ExpressionStatement") return undefined;
  const { expression } = statement;
  const call = expression.type === "AwaitExpression" ? expression.argument : expression;
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return undefined;
  const { property } = call.callee;
  return property.type === "Identifier" && DISPLAY_METHODS.has(property.name) ? property.name : undefined;
}
