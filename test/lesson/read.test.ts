/** A lesson's one source: read whole, or refused with every problem in its place. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blocksOf, lessonCodes, readLesson } from "../../src/lesson/index.ts";

const fixture = "test/fixtures/lesson/lesson.md";
const text = readFileSync(fixture, "utf8");

/** The fixture with something in it changed. */
function changed(from: string, to: string): string {
  const other = text.replace(from, to);
  if (other === text) throw new Error("The change changed nothing.");
  return other;
}

function problems(source: string) {
  return readLesson(source, { file: "lesson.md" }).diagnostics;
}

test("the fixture has no problem", () => {
  expect(problems(text)).toEqual([]);
});

test("sections carry their minutes, and blocks their lines", () => {
  const { lesson } = readLesson(text, { file: fixture });
  if (lesson === undefined) throw new Error("The fixture is no lesson.");
  expect(lesson.sections.map(({ slug, minutes }) => [slug, minutes])).toEqual([
    ["briefing", 4],
    ["step-by-step", 6],
    ["exercises", 10],
    ["quiz", 0],
  ]);
  const lines = text.split("\n");
  for (const block of blocksOf(lesson)) {
    const [first] = ("code" in block ? block.code : "markdown" in block ? block.markdown : "").split("\n");
    if (first !== "") expect(lines[block.line - 1]).toBe(first);
  }
  expect(blocksOf(lesson).map(({ kind }) => kind)).toEqual(
    "text run text run step text predict text start hint answer show teacher quiz".split(" "),
  );
});

test("Windows line endings and a byte order mark change nothing", () => {
  const plain = readLesson(text, { file: fixture });
  expect(readLesson(`\ufeff${text.replaceAll("\n", "\r\n")}`, { file: fixture })).toEqual(plain);
});

describe("a mistake is told with its line, its column and what was expected", () => {
  test.each([
    ["no front matter", () => text.replace("---\n", ""), "no-front-matter", "lesson: 1"],
    ["a front matter that does not end", () => changed("2024\n---", "2024\n"), "no-front-matter", "---"],
    ["a misspelt key", () => changed("minutes: 20", "minuts: 20"), "unknown-key", "minuts"],
    ["a number in words", () => changed("minutes: 20", "minutes: twenty"), "wrong-type", "twenty"],
    ["broken YAML", () => changed("level: no", "level: [no"), "syntax", "[no"],
    [
      "parts longer than the lesson",
      () => changed("minutes: 10 -->", "minutes: 11 -->"),
      "lesson-minutes",
      "<!-- minutes: 11",
    ],
    ["a misspelt tag", () => changed("ts start", "ts strat"), "unknown-tag", "strat"],
    ["a tag after another language", () => changed("ts run", "js run"), "tag-language", "run\nimport"],
    ["a title in the text", () => changed("## Briefing", "# Briefing"), "lesson-heading", "# Briefing"],
    ["HTML in a paragraph", () => changed("*Read*", "<b>Read</b>"), "lesson-html", "<b>"],
    ["HTML in a hint", () => changed("own act:", "<i>own</i> act:"), "lesson-html", "<i>"],
    ["an HTML block", () => changed("Look at", "<script>\nalert(1)\n</script>\n\nLook at"), "lesson-html", "<script>"],
    [
      "a comment that says something else",
      () => changed("minutes: 4", "minute: 4"),
      "lesson-comment",
      "<!-- minute: 4",
    ],
    [
      "minutes that stand elsewhere",
      () => changed("A cell", "<!-- minutes: 1 -->\n\nA cell"),
      "lesson-comment",
      "<!-- minutes: 1 ",
    ],
    ["a picture from elsewhere", () => changed("*Read*", "![map](map.png)"), "lesson-picture", "![map]"],
    ["a link by reference", () => `${text}\n[x]: https://example.org\n`, "lesson-link", "[x]:"],
    ["a character that can't be seen", () => changed("Two states", "Two\u202e states"), "hidden-character", "\u202e"],
    ["a start without an answer", () => changed("ts answer", "ts show"), "start-without-answer", "```ts start"],
    ["an answer without a start", () => changed("ts start", "ts show"), "answer-without-start", "```ts answer"],
    [
      "a quiz without a right option",
      () => changed(", right: true, because: It", ", because: It"),
      "quiz-without-right",
      "- { say: The state",
    ],
    ["an option that is none", () => changed("happened: strike", "happened: strik"), "unknown-option", "strik\n"],
    ["an unknown key of a prediction", () => changed("ask: What will", "aks: What will"), "unknown-key", "aks"],
    ["a tagged fence in a list", () => `${text}\n- x\n\n  ~~~ts run\n  1;\n  ~~~\n`, "tag-nested", "  ~~~ts"],
    ["a fence that is never closed", () => `${text}\n~~~ts run\n1;\n`, "open-fence", "~~~ts"],
  ])("%s", (_, source, code, pointed) => {
    const before = source().slice(0, source().indexOf(pointed)).split("\n");
    const place = { line: before.length, column: (before.at(-1) ?? "").length + 1 };
    expect(problems(source())).toContainEqual(expect.objectContaining({ code, ...place }));
    expect(readLesson(source(), { file: "lesson.md" }).lesson).toBeUndefined();
  });

  test("with the nearest valid word", () => {
    expect(problems(changed("ts start", "ts strat")).map(({ suggestion }) => suggestion)).toContain("start");
    expect(problems(changed("minutes: 20", "minuts: 20")).map(({ suggestion }) => suggestion)).toContain("minutes");
    expect(problems(changed("happened: strike", "happened: strik"))[0]?.suggestion).toBe("strike");
  });

  test("all of them at once, in order of place", () => {
    const many = changed("minutes: 20", "minuts: 20").replace("ts start", "ts strat").replace("*Read*", "<b>Read</b>");
    const lines = problems(many).map(({ line }) => line);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });
});

test("every code says how to mend it", () => {
  for (const { meaning, mend } of Object.values(lessonCodes)) expect(`${meaning} ${mend}`).toMatch(/^[A-Z].*\. .*\.$/);
});
