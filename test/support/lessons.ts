/** The lessons there are: those that are shipped, and the one of the fixtures, which is built when a test needs it. */
import { globSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildLesson } from "../../src/cli/commands/lesson.ts";
import { openLesson } from "../../src/cli/lesson/open.ts";
import { once } from "./once.ts";

/** The lesson of the fixtures, which has a part of every kind. */
export const fixture = "test/fixtures/lesson/lesson.md";

/** Its text, with cells that load nothing of the library, which takes longer than all else in a build. */
export const bareLesson: string = readFileSync(fixture, "utf8")
  .replace('import { open } from "demarche";', "")
  .replace(
    'await open("iran-pakistan-2024")',
    "{ until: (id) => ({ events: [id], situation: () => id, chart: () => id, timeline: () => id }) }",
  );

/** The lessons of the project, by their sources. */
export const shipped: readonly string[] = globSync("notebooks/*/lesson.md").toSorted();

/** Every lesson, by its source. */
export const lessonSources: readonly string[] = [fixture, ...shipped];

/** Files by their names. */
type Files = Readonly<Record<string, string>>;

/** What the build makes of a lesson, by file name; it is built once for all test files of a run. */
export async function built(source: string): Promise<Files> {
  return filesIn(await builtPlace(source));
}

/** The files that are built of a lesson, as they lie: those that are committed, or for the fixture those of this run. */
export async function filesOf(source: string): Promise<Files> {
  return filesIn(await builtFolder(source));
}

function filesIn(folder: string): Files {
  const names = readdirSync(folder).filter((name) => /\.(html|ipynb)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function builtPlace(source: string): Promise<string> {
  return once(`lesson-${source.replace(/\W/g, "-")}`, async (place) => {
    for (const [name, text] of Object.entries(await builtAnew(source))) writeFileSync(join(place, name), text);
    return place;
  });
}

async function builtAnew(source: string): Promise<Files> {
  const opened = await openLesson(source);
  const { files, remarks } =
    opened.lesson === undefined ? { files: {}, remarks: [] } : await buildLesson(opened, opened.lesson);
  const wrong = [...opened.remarks, ...remarks].map(
    ({ line, code, message }) => `${source}:${line} [${code}] ${message}`,
  );
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  return files;
}

/** What the build makes of the lesson in a folder. */
export function builtBeside(folder: string): Promise<Files> {
  return builtAnew(join(folder, "lesson.md"));
}

/** The folder in which the files built of a lesson lie: its own, or for the fixture a new one. */
export function builtFolder(source: string): Promise<string> {
  return source === fixture ? builtPlace(source) : Promise.resolve(dirname(source));
}
