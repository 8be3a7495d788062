/** The two notebooks of a lesson: what a student gets, and what only the key holds. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keyNotebook, type LessonFile, readLesson, studentNotebook } from "../../src/lesson/index.ts";

interface WrittenCell {
  readonly cell_type: string;
  readonly id: string;
  readonly source: readonly string[];
}

function lessonOf(text: string): LessonFile {
  const { lesson, diagnostics } = readLesson(text, { file: "lesson.md" });
  if (lesson === undefined) throw new Error(JSON.stringify(diagnostics));
  return lesson;
}

const text = readFileSync("test/fixtures/lesson/lesson.md", "utf8");
const lesson = lessonOf(text);
const cellsOf = (notebook: string): readonly WrittenCell[] => JSON.parse(notebook).cells;

test("a student's notebook holds no answer, no word to the teacher and no right option, anywhere in its bytes", () => {
  const student = studentNotebook(lesson);
  for (const gone of ['= \\"bar\\"', "two students", "sending state's own act", "right", "answer"]) {
    expect(student).not.toContain(gone);
  }
  expect(student).toContain('next: string = \\"recall\\"');
  expect(student).toContain("The state that sent him");
});

test("the key has the answer in place of the beginning, the words to the teacher and the right options", () => {
  const key = keyNotebook(lesson);
  expect(key).not.toContain('next: string = \\"recall\\"');
  for (const there of ['next: string = \\"bar\\"', "> **For the teacher.** Let two", "**Right:** It is"]) {
    expect(key).toContain(there);
  }
});

test("cells that both have carry the same ids, which are of nbformat's form and no two alike", () => {
  const [student, key] = [studentNotebook(lesson), keyNotebook(lesson)].map((one) => cellsOf(one).map(({ id }) => id));
  for (const ids of [student, key]) {
    expect(new Set(ids).size).toBe(ids?.length);
    for (const id of ids ?? []) expect(id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
  }
  const only = (ids: readonly string[] = [], others: readonly string[] = []) =>
    ids.filter((id) => !others.includes(id));
  expect(only(student, key)).toEqual(["exercises--start-1"]);
  expect(only(key, student)).toEqual(["exercises--answer-1", "exercises--teacher-1"]);
});

test("a section more leaves the ids of the others as they were", () => {
  const longer = lessonOf(text.replace("## Exercises", "## Interlude\n\nMore.\n\n## Exercises"));
  const ids = cellsOf(studentNotebook(longer)).map(({ id }) => id);
  expect(ids.filter((id) => id !== "interlude")).toEqual(cellsOf(studentNotebook(lesson)).map(({ id }) => id));
});

test("the same source gives the same bytes, and no outputs are in them", () => {
  expect(studentNotebook(lessonOf(text))).toBe(studentNotebook(lesson));
  for (const cell of JSON.parse(keyNotebook(lesson)).cells) {
    if (cell.cell_type === "code") expect(cell).toMatchObject({ outputs: [], execution_count: null });
  }
});

test("code with fences in it is shown within longer ones", () => {
  const shown = lessonOf(text.replace("type Moment", "// ```\ntype Moment"));
  const [cell] = cellsOf(studentNotebook(shown)).filter(({ id }) => id === "exercises--show-1");
  expect(cell?.source[0]).toBe("````ts\n");
});
