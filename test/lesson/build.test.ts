/** What is committed of a lesson is what the build makes of its source, and the build says what is wrong with a cell. */
import { globSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLesson } from "../../src/cli/lesson/open.ts";
import { pageScript } from "../../src/cli/page-scripts.ts";
import {
  blocksOf,
  keyNotebook,
  type LessonBlock,
  lessonHandout,
  lessonPage,
  lessonSlides,
  readLesson,
  studentNotebook,
} from "../../src/lesson/index.ts";
import type { Walk } from "../../src/lesson/lesson.ts";
import { eventsIn, referenceOf, relationOf } from "../../src/lesson/relation.ts";
import { roundsOf } from "../../src/lesson/rounds.ts";
import { isAsBuilt } from "../../src/page/index.ts";
import { readScenario, type Scenario } from "../../src/scenario/index.ts";
import { demarche, flagship, folder } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";
import {
  bareLesson,
  built,
  builtBeside,
  filesOf,
  fixture as fixtureFile,
  lessonSources,
  shipped,
} from "../support/lessons.ts";

const fixture = readFileSync(fixtureFile, "utf8");

test.each(shipped)("the notebooks of %s are committed as they are made of it", async (source) => {
  const { lesson } = readLesson(readFileSync(source, "utf8"), { file: source });
  if (lesson === undefined) throw new Error("It is no lesson.");
  const made = { "student.ipynb": studentNotebook(lesson), "key.ipynb": keyNotebook(lesson) };
  expect(await differentBeside(source, made)).toEqual([]);
});

test.each(shipped)(
  "%s is committed as it is built; after a change: demarche lesson build",
  { tags: "long" },
  async (source) => {
    expect(await differentBeside(source, await built(source))).toEqual([]);
  },
);

test("the committed pages hold the program as it is now; after a change: demarche lesson build", async () => {
  const scripts = { "lesson.html": await pageScript("page"), "slides.html": await pageScript("slides") };
  const old = shipped.flatMap((source) =>
    Object.entries(scripts).flatMap(([name, script]) => {
      const file = join(dirname(source), name);
      return readFileSync(file, "utf8").includes(script) ? [] : [file];
    }),
  );
  expect(old).toEqual([]);
});

/** The names of files that are not committed beside a lesson as they are made of it. */
async function differentBeside(source: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const there = await filesOf(source);
  return Object.keys(files).filter((name) => there[name] !== files[name]);
}

/** Nothing of a record. */
const noRecord = { tables: new Map(), events: new Map(), happened: new Map(), sources: "" };

/** Letters of an answer that any text may hold. */
const SHORT = 30;

test.each(lessonSources)("%s gives away no answer and no word to the teacher", (source) => {
  const { lesson } = readLesson(readFileSync(source, "utf8"), { file: source });
  if (lesson === undefined) throw new Error("It is no lesson.");
  const none = { outputOf: () => undefined, script: "", font: "", caseOf: () => undefined, record: noRecord };
  const bare = (text: string): string =>
    text.replace(/&lt;|&gt;|&quot;|&amp;|&#39;|\\n|\\u00..|<[^>]*>|[^\p{L}\p{N}]+/gu, " ").replace(/\s+/g, " ");
  const given = [
    studentNotebook(lesson),
    lessonPage({ ...lesson }, none),
    lessonSlides(lesson, none),
    lessonHandout(lesson, none),
  ].map(bare);
  const open = blocksOf(lesson).flatMap((block) => (block.kind === "start" ? [bare(block.code).trim()] : []));
  for (const block of blocksOf(lesson)) {
    if (block.kind !== "answer" && block.kind !== "teacher") continue;
    const secret = bare("code" in block ? block.code : block.markdown).trim();
    // A short answer is a call that the text names, too; some exercises are right as they begin, and ask for a reading.
    if (secret.length <= SHORT || open.includes(secret)) continue;
    for (const text of given) expect(text).not.toContain(secret);
  }
});

describe.each(lessonSources)("the rounds of %s", (source) => {
  test("its handout holds every event of every walk and bet, with note, claims and source", async () => {
    const { lesson, crisisOf } = await opened(source);
    const { "handout.html": html = "" } = await filesOf(source);
    const text = textOf(html);
    for (const block of blocksOf(lesson)) {
      if (block.kind === "predict")
        for (const { say } of Object.values(block.prediction.options)) expect(text).toContain(plain(say));
      if (block.kind !== "step") continue;
      const relation = crisisOf(block);
      const { sources } = relation;
      const events = eventsIn(relation);
      const ids = events.map(({ id }) => id);
      const { from = ids[0] ?? "", to = ids.at(-1) ?? "" } = block.walk;
      for (const event of events.slice(ids.indexOf(from), ids.indexOf(to) + 1)) {
        expect(text).toContain(event.id);
        if (event.note !== undefined) expect(text).toContain(plain(event.note));
        for (const id of event.cite) expect(text).toContain(plain(sources[id]?.title ?? id));
      }
    }
  });

  test("its page and slides hold nothing of a round that is not open, before the script has its data", async () => {
    const { lesson } = await opened(source);
    const files = await filesOf(source);
    const [first = [], ...later] = roundsOf(lesson);
    const early = first.flatMap(({ section, blocks }) => [section?.title ?? "", ...blocks.map(proseOf)]).join(" ");
    const hidden = later
      .flat()
      .flatMap(({ section, begins, blocks }) => [begins ? (section?.title ?? "") : "", ...blocks.flatMap(proseOf)])
      .flatMap((sentence) => sentence.split(/\n\n/))
      .map((sentence) => plain(sentence.replaceAll(/[*`_]/g, "")))
      .filter((sentence) => sentence.length > 12 && !/[[\]|]/.test(sentence) && !early.includes(sentence));
    for (const name of ["lesson.html", "slides.html"]) {
      const text = textOf(files[name] ?? "");
      expect(text.length).toBeGreaterThan(500);
      for (const sentence of hidden) expect(text).not.toContain(sentence);
      for (const { section, begins } of later.flat())
        if (begins && section !== undefined) expect(files[name]).not.toContain(`id="${section.slug}"`);
    }
    if (later.length > 0) expect(hidden.length).toBeGreaterThan(0);
  });
});

/** A lesson, and the scenarios of its walks. */
async function opened(source: string) {
  const { lesson, caseOf } = await openLesson(source);
  if (lesson === undefined) throw new Error("It is no lesson.");
  const crisisOf = (block: Walk): Scenario => {
    const { scenario: name = "", between } = referenceOf(block, lesson) ?? {};
    const { scenario } = caseOf(name) ?? {};
    const relation = scenario && relationOf(scenario, between);
    if (relation === undefined) throw new Error("It has no scenario.");
    return relation;
  };
  return { lesson, crisisOf };
}

/** What a page says, without its scripts and styles. */
function textOf(html: string): string {
  const body = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ").replace(/<wbr>/g, "");
  return plain(
    body
      .replace(/<[^>]*>/g, " ")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, "&"),
  );
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function proseOf(block: LessonBlock): string {
  return block.kind === "text" ? block.markdown : "";
}

test("every file is written beside the source, the same bytes from the same source", { tags: "long" }, async () => {
  const path = lessonWith((text) => text, ofAll(fixture, bareLesson));
  const { code, out, err } = demarche(["lesson", "build", path]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.match(/: written/g)).toHaveLength(5);
  for (const [name, text] of Object.entries(await builtBeside(dirname(path)))) {
    expect(readFileSync(join(dirname(path), name), "utf8"), name).toBe(text);
  }
});

test("a second time nothing changes", { tags: "long" }, () => {
  const path = lessonWith((text) => text, bareLesson);
  const first = demarche(["lesson", "build", path]);
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out.match(/: written/g)).toHaveLength(5);
  expect(demarche(["lesson", "build", dirname(path)]).out.match(/: unchanged/g)).toHaveLength(5);
});

test("what somebody changed is kept, be it run, edited or of another release, and that is said, until --force", {
  tags: "long",
}, () => {
  const path = lessonWith((text) => text, bareLesson);
  demarche(["lesson", "build", path]);
  const changes: readonly (readonly [string, RegExp, string])[] = [
    ["student.ipynb", /"execution_count": null/, '"execution_count": 1'],
    ["key.ipynb", /"built"/, '"made"'],
    ["lesson.html", /<\/h1>/, " as I teach it</h1>"],
    ["slides.html", /Lesson/, "My lesson"],
    ["handout.html", /Lesson/, "My lesson"],
  ];
  const place = dirname(path);
  const worked = changes.map(([name, from, to]) => {
    const before = readFileSync(join(place, name), "utf8");
    const after = before.replace(from, to);
    expect(after, name).not.toBe(before);
    writeFileSync(join(place, name), after);
    return { name, after };
  });
  const { code, out, err } = demarche(["lesson", "build", path]);
  expect(code).toBe(3);
  expect(err).toContain(`Not built, so that no work is lost: ${join(place, "student.ipynb")}, `);
  for (const { name, after } of worked) {
    expect(out).toContain(`${name}: kept, since it was changed`);
    expect(readFileSync(join(place, name), "utf8")).toBe(after);
  }
  expect(demarche(["lesson", "build", "--force", path]).out.match(/: renewed/g)).toHaveLength(5);
});

test("a word that was changed in a cell that nobody ran is somebody's work", async () => {
  const { "student.ipynb": notebook = "", "lesson.html": page = "" } = await built(fixtureFile);
  expect([notebook, page].map(isAsBuilt)).toEqual([true, true]);
  expect(isAsBuilt(notebook.replaceAll("\n", "\r\n"))).toBe(true);
  expect(isAsBuilt(notebook.replace('"# Lesson', '"# My lesson'))).toBe(false);
});

test("what was built and not changed is renewed when its source changes, whatever its line ends", {
  tags: "long",
}, () => {
  const path = lessonWith((text) => text, bareLesson);
  demarche(["lesson", "build", path]);
  const notebook = join(dirname(path), "student.ipynb");
  writeFileSync(notebook, readFileSync(notebook, "utf8").replaceAll("\n", "\r\n"));
  writeFileSync(path, readFileSync(path, "utf8").replace(/^title: .*$/m, "title: Another title"));
  const { code, out } = demarche(["lesson", "build", path]);
  expect(code).toBe(0);
  expect(out.match(/: renewed/g)).toHaveLength(5);
});

test("without a file every lesson of notebooks is meant, and none is an error", () => {
  const { code, err } = demarche(["lesson", "build"], { cwd: folder() });
  expect(code).toBe(2);
  expect(err).toContain("notebooks/*/lesson.md");
});

describe("what is wrong is said, with exit code 2, and nothing is written", () => {
  test.each([
    [
      "an unknown event",
      (text: string) => text.replace("from: strike", "from: strik"),
      "[unknown-event]",
      "Did you mean strike?",
    ],
    [
      "an unknown scenario",
      (text: string) => text.replace("scenario: iran", "scenario: irn"),
      "[unknown-scenario]",
      "irn-pakistan-2024",
    ],
    [
      "a scenario's name misspelt",
      (text: string) => text.replace("scenario: iran-pakistan-2024", "scenario: iran-pakistan-2025"),
      "[unknown-scenario]",
      "Did you mean iran-pakistan-2024?",
    ],
    [
      "a path out of the folder",
      (text: string) => text.replace("scenario: iran-pakistan-2024", "scenario: ../../../../etc/hostname"),
      "[scenario-outside]",
      "leads out of the lesson's folder",
    ],
    [
      "a walk backwards",
      (text: string) => text.replace("to: reprisal", "to: strike").replace("from: strike", "from: recall"),
      "[walk-backwards]",
      "before it begins",
    ],
    [
      "what no event shows",
      (text: string) => text.replace("happened: strike", "happened: mediation"),
      "[nothing-shows-it]",
      "mediation",
    ],
    [
      "a cell that throws",
      (text: string) => text.replace('until("recall")', 'until("recal")'),
      "[cell-failed]",
      "recal",
    ],
    [
      "a cell that is no TypeScript",
      (text: string) => text.replace("seen.chart();", "seen.chart(;"),
      "[cell-syntax]",
      "seen.chart(;",
    ],
    [
      "a name that two cells declare",
      (text: string) => text.replace("seen.chart();", "const seen = 1;"),
      "[cell-syntax]",
      "Cells share their names",
    ],
    [
      "an import that there is not",
      (text: string) => text.replace("{ open }", "{ open, opn }"),
      "[cell-failed]",
      "opn",
    ],
  ])("%s", (_, change, code, message) => refused(lessonWith(change), code, message));

  test.each([
    [
      "an uncaught error in a timer",
      (text: string) =>
        text.replace(
          "seen.chart();",
          'setTimeout(() => { throw new Error("late"); });\nawait new Promise((go) => setTimeout(go, 100));',
        ),
      "[cell-failed]",
      "late",
    ],
    [
      "a rejection that nobody catches",
      (text: string) =>
        text.replace(
          "seen.chart();",
          'void Promise.reject(new Error("lost"));\nawait new Promise((go) => setTimeout(go, 100));',
        ),
      "[cell-failed]",
      "lost",
    ],
    [
      "an answer that throws",
      (text: string) => text.replace('const next: string = "bar";', 'throw new Error("asked too much");'),
      "[cell-failed]",
      "asked too much",
    ],
    [
      "a cell that writes a file",
      (text: string) => text.replace("seen.chart();", '(await import("node:fs")).writeFileSync("x", "");'),
      "[cell-failed]",
      "restricted",
    ],
    [
      "a cell that starts a program",
      (text: string) => text.replace("seen.chart();", '(await import("node:child_process")).execSync("true");'),
      "[cell-failed]",
      "restricted",
    ],
    [
      "an output that could act",
      (text: string) =>
        text.replace(
          "seen.chart();",
          '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<meta http-equiv=refresh>" }) });',
        ),
      "[unsafe-output]",
      "<meta>",
    ],
  ])("%s", { tags: "long" }, (_, change, code, message) => refused(lessonWith(change, bareLesson), code, message));

  test("a task that there is not", () => {
    expect(demarche(["lesson", "biuld"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("Did you mean build?"),
    });
  });
});

test("check runs nothing of a lesson and writes nothing", () => {
  const path = lessonWith((text) => text.replace("seen.chart();", 'throw new Error("run");'));
  expect(demarche(["lesson", "check", path])).toMatchObject({ code: 0, err: "" });
  expect(globSync("*", { cwd: dirname(path) })).toEqual(["lesson.md"]);
});

test("hostile text is refused where it stands, in YAML too", () => {
  const hostile = fixture
    .replace("title: A small lesson for tests", 'title: "</title><script>alert(1)</script>"')
    .replace("Protest and leave it there", "'<b>x</b>'")
    .replace("say: The host,", 'say: "<img src=x onerror=alert(1)>",');
  const { diagnostics } = readLesson(hostile, { file: "lesson.md" });
  expect(diagnostics.map(({ code, line }) => [code, hostile.split("\n")[line - 1]?.includes("<")])).toEqual(
    Array.from({ length: 3 }, () => ["lesson-html", true]),
  );
});

test("text that only looks like HTML stays text, and addresses that run something are no links", () => {
  const odd = fixture
    .replace("title: A small lesson for tests", 'title: "`</title><script>alert(1)</script>`"')
    .replace("say: The host,", 'say: "`<img src=x onerror=alert(1)>`",')
    .replace("[Vienna Convention](https:", "[Vienna Convention](javascript:");
  const { lesson, diagnostics } = readLesson(odd, { file: "lesson.md" });
  if (lesson === undefined) throw new Error(JSON.stringify(diagnostics));
  const title = "</script><script>alert(1)</script>";
  const { file } = readScenario(readFileSync(flagship, "utf8"), { file: flagship });
  if (file === undefined) throw new Error("The flagship can't be read.");
  const caseOf = () => ({ file: { ...file, title } });
  const none = { outputOf: () => undefined, script: "", font: "", caseOf, record: noRecord };
  for (const html of [lessonPage(lesson, none), lessonSlides(lesson, none), lessonHandout(lesson, none)]) {
    expect(html).not.toMatch(/<script>alert|<img|href="javascript:/);
  }
});

function refused(path: string, code: string, message: string): void {
  const ran = demarche(["lesson", "build", path]);
  expect(ran.err).toContain(code);
  expect(ran.err.replace(/\s+/g, " ")).toContain(message);
  expect(ran.err).toMatch(/lesson\.md:\d+:\d+/);
  expect(ran.code).toBe(2);
  expect(globSync("*", { cwd: dirname(path) })).toEqual(["lesson.md"]);
}

/** A lesson with something in it changed, in a folder of its own. */
function lessonWith(change: (text: string) => string, of: string = fixture): string {
  const path = join(mkdtempSync(join(tmpdir(), "demarche-lesson-")), "lesson.md");
  writeFileSync(path, change(of));
  return path;
}
