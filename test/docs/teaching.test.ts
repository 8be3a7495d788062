/** The pages for teachers: the example of a lesson is built in an empty folder, and what is said of lessons is so. */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { blocksOf, type LessonFile, lessonCodes, readLesson, tags } from "../../src/lesson/index.ts";
import { demarche, folder } from "../support/cli.ts";

const howTo = readFileSync("docs/how-to/write-a-lesson.md", "utf8");
const teach = readFileSync("docs/how-to/teach.md", "utf8");
const limits = readFileSync("docs/explanation/teaching-limits.md", "utf8");
const [, example = ""] = /^````md\n([\s\S]*?)^````$/m.exec(howTo) ?? [];
const place = "notebooks/7-coming-back/lesson.md";

describe("write your own lesson", () => {
  test("has an example with a fence of every tag, which is built as it stands", { tags: "long" }, () => {
    const { lesson } = readLesson(example, { file: place });
    const kinds = new Set(lesson === undefined ? [] : blocksOf(lesson).map(({ kind }) => kind));
    expect(Object.keys(tags).filter((tag) => ![...kinds].some((kind) => kind === tag))).toEqual([]);

    const cwd = folderWith(example);
    const { code, out, err } = demarche(["lesson", "build", place], { cwd });
    expect([code, err]).toEqual([0, ""]);
    const names = [...howTo.matchAll(/^\| `(\w+\.\w+)` \|/gm)].map(([, name = ""]) => name);
    expect(names).toHaveLength(5);
    for (const name of names) {
      expect(out).toContain(name);
      expect(existsSync(join(cwd, dirname(place), name))).toBe(true);
    }
    const student = readFileSync(join(cwd, dirname(place), "student.ipynb"), "utf8");
    expect(student).not.toContain('by: \\"IND\\"');
    expect(readFileSync(join(cwd, dirname(place), "key.ipynb"), "utf8")).toContain('by: \\"IND\\"');
  });

  test("shows a mistake as it is shown", () => {
    const cwd = folderWith(example.replace("```yaml step\n", "```yaml stepp\n"));
    const { code, err } = demarche(["lesson", "check", place], { cwd, env: { COLUMNS: "80" } });
    const [, shown = ""] = /^```text\n([\s\S]*?)^```$/m.exec(howTo) ?? [];
    expect(code).toBe(2);
    expect(err.startsWith(shown)).toBe(true);
  });

  test("explains every tag, and only mistakes that there are", () => {
    expect(Object.keys(tags).filter((tag) => !new RegExp(`^\\| .*\`?${tag}\` \\|`, "m").test(howTo))).toEqual([]);
    const codes = [...howTo.slice(howTo.indexOf("| It says |")).matchAll(/^\| `([a-z-]+)` \|/gm)];
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.filter(([, code = ""]) => !Object.hasOwn(lessonCodes, code))).toEqual([]);
  });
});

describe("teach in fifty minutes", () => {
  const lessons = globSync("notebooks/*/lesson.md")
    .toSorted()
    .map((file) => lessonOf(file));

  test("names the lessons by their numbers and titles", () => {
    const listed = [...teach.matchAll(/^\| (\d) (.+?) \| .+\?.* \|/gm)].map(
      ([, number, title]) => `${number} ${title}`,
    );
    expect(listed).toEqual(lessons.map(({ head }) => `${head.lesson} ${head.title}`));
  });

  test("says of each lesson what it builds on, as the lesson does", () => {
    const said = [...teach.matchAll(/^\| (\d) .+ \| ([\d, ]+|nothing) \|$/gm)].map(([, , needs = ""]) => needs);
    expect(said).toEqual(lessons.map(({ head: { needs = [] } }) => needs.join(", ") || "nothing"));
  });

  test("plans lesson 3 by its own headings and minutes", () => {
    const rows = [...teach.matchAll(/^\| (\d+) \| (\d+) \| (.+?) \| .+ \|$/gm)];
    const plan = rows.map(([, from, to, what]) => ({ what, minutes: Number(to) - Number(from) }));
    const sections = lessons.find(({ head }) => head.lesson === 3)?.sections ?? [];
    expect(plan).toEqual(sections.flatMap(({ title, minutes }) => (minutes === 0 ? [] : [{ what: title, minutes }])));
    expect(rows.map(([, from]) => from)).toEqual(["0", ...rows.slice(0, -1).map(([, , to]) => to)]);
  });

  test("says of no page what the page is not: every link leads to a file", () => {
    for (const [page, from] of [
      [teach, "docs/how-to"],
      [limits, "docs/explanation"],
      [howTo, "docs/how-to"],
    ] as const) {
      const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = ""]) =>
        join(from, target.replace(/\s+/g, "")),
      );
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((link) => !existsSync(link))).toEqual([]);
    }
  });
});

test("each limit of the model comes with a question for a class", () => {
  const model = limits.slice(limits.indexOf("## Of the model"), limits.indexOf("## Of the lessons"));
  expect(model.match(/^\*\*/gm)?.length).toBeGreaterThan(6);
  expect(model.match(/\*Ask:\*/g)).toHaveLength(model.match(/^\*\*/gm)?.length ?? 0);
});

function folderWith(text: string): string {
  const cwd = folder();
  mkdirSync(join(cwd, dirname(place)), { recursive: true });
  writeFileSync(join(cwd, place), text);
  return cwd;
}

function lessonOf(file: string): LessonFile {
  const { lesson, diagnostics } = readLesson(readFileSync(file, "utf8"), { file });
  if (lesson === undefined) throw new Error(`${file}: ${diagnostics.map(({ message }) => message).join(" ")}`);
  return lesson;
}
