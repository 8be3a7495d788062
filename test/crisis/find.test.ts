import { expect, test } from "vitest";
import { type AtPath, type Files, find, openSource, readingOf } from "../../src/crisis/index.ts";
import { Problem } from "../../src/problem/index.ts";
import { MAX_BYTES } from "../../src/scenario/index.ts";
import { base } from "../support/scenario.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Files that are nowhere but here: what crisis needs of a file system is no more than this. */
const files: Files = {
  at: (path): AtPath | undefined => {
    if (path === "locked.yaml") throw new Error("it is locked");
    if (path === "huge.yaml") return { kind: "file", size: MAX_BYTES + 1 };
    if (path === "endless") return { kind: "stream" };
    if (path === "cases/" || path === "known") return { kind: "folder", names: ["notes.txt", "own.yaml"] };
    return path === "own.yaml" ? { kind: "file", size: 3 } : undefined;
  },
  read: function* (path) {
    if (path === "endless") for (;;) yield new Uint8Array(1 << 20);
    yield bytes(path === "own.yaml" ? "\ufeffo" : "");
    yield bytes(path === "own.yaml" ? "wn" : base);
  },
  cases: () => ["known"],
  casePath: (name) => `package:${name}`,
  hint: "Paths start here.",
};

test("a file is read whole, in pieces, and can be written to; a case of the package can't", async () => {
  expect(await find("own.yaml", files)).toMatchObject({ file: "own.yaml", text: "\ufeffown", path: "own.yaml" });
  const known = await find("known.yaml", files);
  expect(known).toMatchObject({ file: "known.yaml", text: base });
  expect(known.path).toBeUndefined();
});

test("a folder of a case's name does not hide the case", async () => {
  expect((await find("known", files)).text).toBe(base);
});

test.each([
  ["knwon", "no-such-case", /^There is no file knwon, .* Did you mean known\? Bundled: known\.$/],
  ["./knwon.yaml", "no-such-case", /Paths start here\. Bundled: known\.$/],
  ["cases/", "unreadable", /^cases\/ is a directory\. Name a file in it, such as cases\/own\.yaml\.$/],
  ["locked.yaml", "unreadable", /^locked\.yaml can't be read: it is locked\.$/],
  ["huge.yaml", "too-large", /^huge\.yaml is larger than 10 MB/],
  ["endless", "too-large", /^endless is larger than 10 MB/],
  ["-", "no-such-case", /^There is no file -/],
])("%s is refused", async (name, code, message) => {
  await expect(find(name, files)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

test("a text is opened as a scenario, or refused as the door words it", () => {
  const refuse = (all: readonly unknown[]): Problem => new Problem("worded", `${all.length} to mend`);
  expect(openSource({ file: "small.yaml", text: base }, refuse).relations).toEqual(
    readingOf({ file: "small.yaml", text: base }).relations,
  );
  expect(() => openSource({ file: "x.yaml", text: "title: [" }, refuse)).toThrow("1 to mend");
});
