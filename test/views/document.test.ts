/** Documents: a terminal, a whole text and a page are made of the same parts, each with what it has room for. */
import { expect, test } from "vitest";
import type { Part } from "../../src/render/index.ts";
import {
  group,
  line,
  lines,
  lineWidth,
  list,
  plainPalette,
  prose,
  render,
  renderHtml,
  renderText,
  table,
  terminal,
} from "../../src/render/index.ts";

const rendered = (part: Part, columns = 60): string => render(terminal([part], columns), plainPalette);
const whole = (part: Part): string => renderText({ title: "T", parts: [part] });

const people = table(
  "People",
  [
    { head: "Name", size: 6, ids: true, hang: 0 },
    { head: "What", rest: 0 },
    { head: "More", place: "under" },
    { head: "Source", place: "page" },
  ],
  [
    ["an-id-too-long", "did this", [line("and said that")], "a paper"],
    ["ann", "did that", [], "a book"],
  ],
);

test("a terminal leaves out the heads and what only a page has room for, a whole text and a page say them", async () => {
  expect(rendered(people)).not.toMatch(/paper|Source|Name/);
  expect(whole(people)).toMatch(/Name[\s\S]*Source[\s\S]*a paper/);
  expect(renderHtml({ title: "T", parts: [people] })).toMatch(/<th scope="col">Source<[\s\S]*a paper/);
});

test("rows that a page folds away stand after the others, under words that open them; a text has all in their order", async () => {
  const folded = { ...people, folded: { rows: new Set([0]), words: "1 more" } };
  const page = await renderHtml({ title: "T", parts: [folded] });
  expect(page).toMatch(/did that[\s\S]*<details><summary>1 more<\/summary>[\s\S]*did this[\s\S]*<\/details>/);
  expect(page.match(/did this/g)).toHaveLength(1);
  expect(whole(folded)).toBe(whole(people));
});

test("what stands under a row begins at its second column, and an id is broken after a hyphen", () => {
  expect(rendered(people)).toBe("\nPeople\n  an-id-  did this\n  too-    and said that\n  long\n  ann     did that");
});

test("rows that begin alike are one group: its beginning is said once", () => {
  const days = {
    ...table(
      "",
      [
        { head: "", size: 3 },
        { head: "", rest: 0 },
      ],
      [
        ["1", "a"],
        ["1", "b"],
        ["2", "c"],
      ],
    ),
    grouped: true,
  } as const;
  expect(rendered(days)).toBe("1    a\n     b\n\n2    c");
});

test("shares of what the other columns leave fill the width, and nothing is wider", () => {
  const text = "word ".repeat(40);
  const halves = table(
    "",
    [
      { head: "", size: 10 },
      { head: "", share: 0.5 },
      { head: "", share: 0.5 },
    ],
    [["x", text, text]],
  );
  for (const columns of [60, 61, 97]) {
    const widest = Math.max(...terminal([halves], columns).map(lineWidth));
    expect(widest).toBeLessThanOrEqual(columns);
    expect(widest).toBeGreaterThan(columns - 10);
  }
});

test("what is empty a terminal leaves out, and a page says that it is", async () => {
  const empty: readonly Part[] = [table("A", ["h"], []), list("B", [], "no item"), group("C"), lines("D", [])];
  expect(terminal(empty, 60)).toEqual([]);
  const page = renderHtml({ title: "T", parts: empty });
  for (const sentence of ["A: nothing.", "B: no item.", "C: nothing.", "D: nothing."]) expect(page).toContain(sentence);
});

test("a tree has its branches in a text, and lists in a page", async () => {
  const leaf = { text: "leaf", more: [prose("a note")] };
  const tree = { ...list("", [{ text: "root", below: [leaf, leaf] }]), as: "tree" } as const;
  expect(rendered(tree)).toBe("root\n├─ leaf\n│      a note\n└─ leaf\n       a note");
  expect(renderHtml({ title: "T", parts: [tree] })).toContain("<li>root<ul><li>leaf<br>");
});
