// @module-tag long
/** What lies beside a lesson: pictures and role cards; and what is told while one writes. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demarche } from "../support/cli.ts";
import { bareLesson, builtBeside } from "../support/lessons.ts";
import { running, until } from "../support/running.ts";

/** The smallest PNG: one point. */
const POINT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

function lessonFolder(
  change: (text: string) => string,
  beside: Readonly<Record<string, string | Buffer>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), "demarche-beside-"));
  for (const [name, content] of Object.entries(beside)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, "lesson.md"), change(bareLesson));
  return folder;
}

const pictured = (mark: string) => (text: string) => text.replace("Two states, nine days.", `${mark}\n\nTwo states.`);

describe("a picture", () => {
  test("is held by every file that is built, with its source under it", async () => {
    const mark = '![A point](point.png "Own drawing, 2024")';
    const files = await builtBeside(lessonFolder(pictured(mark), { "point.png": Buffer.from(POINT, "base64") }));
    for (const name of ["lesson.html", "slides.html", "handout.html", "student.ipynb"]) {
      expect(files[name], name).toContain(`data:image/png;base64,${POINT}`);
      expect(files[name], name).toContain("Source: Own drawing, 2024");
    }
    expect(files["lesson.html"]).toContain('alt="A point"');
  });

  test.each([
    ["that is not there", '![A point](pont.png "Own drawing")', "is not there"],
    ["without a source", "![A point](point.png)", "does not say where it is from"],
    ["with an empty source", '![A point](point.png " ")', "does not say where it is from"],
    ["of another kind", '![A point](point.svg "Own drawing")', "is none of .png"],
    ["out of the folder", '![A point](../point.png "Own drawing")', "leads out of the lesson's folder"],
    ["from the network", '![A point](https://example.org/point.png "Own drawing")', "does not say where it is from"],
  ])("%s is refused where it stands", (_, mark, message) => {
    const folder = lessonFolder(pictured(mark), { "point.png": Buffer.from(POINT, "base64") });
    const { code, err } = demarche(["lesson", "check", folder]);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain(message);
    expect(err).toContain("[lesson-picture]");
    const line =
      readFileSync(join(folder, "lesson.md"), "utf8")
        .split("\n")
        .findIndex((one) => one.includes(mark)) + 1;
    expect(err).toContain(`lesson.md:${line}:`);
  });
});

test("a value that a cell throws away is warned of, with its line; the last one and a reveal are not", () => {
  const folder = lessonFolder((text) => text.replace("seen.situation();", "seen.situation();\nseen.timeline();"));
  const { code, err } = demarche(["lesson", "check", folder]);
  expect(code).toBe(0);
  expect(err.match(/\[lost-value\]/g)).toHaveLength(1);
  const line = bareLesson.split("\n").indexOf("seen.situation();") + 1;
  expect(err).toContain(`lesson.md:${line}:1 warning [lost-value]`);
  expect(demarche(["lesson", "check", lessonFolder((text) => text)])).toMatchObject({ code: 0, err: "" });
});

const CARDS = `# Cards for a small class

For the teacher: cut at the lines.

---

## 1 The host

**You are** two people.

---

## Slips, to be copied

**A move.** Act …

**A bet.** Name …
`;

test("role cards beside a lesson become cards and slips; without them there are none", async () => {
  const { "cards.html": cards = "" } = await builtBeside(lessonFolder((text) => text, { "role-cards.md": CARDS }));
  expect(cards.match(/class="card"/g)).toHaveLength(1);
  expect(cards.match(/<strong>A bet\.<\/strong>/g)).toHaveLength(10);
  expect(cards.match(/<strong>A move\.<\/strong>/g)).toHaveLength(10);
  expect(cards).toContain("<h1>Cards for a small class</h1>");
  expect(cards).not.toContain("<script");
  expect(Object.keys(await builtBeside(lessonFolder((text) => text)))).not.toContain("cards.html");
});

test("lesson build --watch builds again when the lesson or its cards change, and says so; a mistake does not end it", async () => {
  const folder = lessonFolder((text) => text, { "role-cards.md": CARDS });
  const source = join(folder, "lesson.md");
  const { child, said, ended } = running(["lesson", "build", "--watch", source]);
  await until(() => said().includes("Watching."), "it watches");
  writeFileSync(source, bareLesson.replace("ts start", "ts strat"));
  await until(() => said().includes("[unknown-tag]"), "the mistake is told");
  writeFileSync(source, bareLesson.replace("A small lesson", "Another lesson"));
  await until(() => readFileSync(join(folder, "lesson.html"), "utf8").includes("Another lesson"), "it is built again");
  writeFileSync(join(folder, "role-cards.md"), CARDS.replace("The host", "The guest"));
  await until(() => readFileSync(join(folder, "cards.html"), "utf8").includes("The guest"), "the cards are, too");
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ code: 0, err: expect.stringContaining("role-cards.md changed.") });
  expect(demarche(["lesson", "check", "--watch", source])).toMatchObject({ code: 2 });
});
