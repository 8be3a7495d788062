import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { insertWhatIf, readScenario, type WrittenWhatIf, yamlScalar } from "../../../src/scenario/index.ts";
import { parseFile } from "../../../src/scenario/yaml/document.ts";
import { findHidden } from "../../../src/scenario/yaml/hidden-characters.ts";
import { inFull, ofAll } from "../../support/enduring.ts";
import { base, read } from "../../support/scenario.ts";
import { parsedUnder } from "../../support/yaml-versions.ts";
import { blockFile, hostile } from "./layouts.ts";

const calm: WrittenWhatIf = { because: "No strike, no answer.", edits: [{ drop: "strike" }], then: "prune" };
const edits = fc.array(
  fc.oneof(
    fc.constantFrom(
      { drop: "strike" },
      { move: "recall", to: "2024-01-18" },
      { replace: "recall", with: { act: "warn" } },
    ),
    hostile.map((id) => ({ drop: id })),
    fc.dictionary(hostile, fc.oneof(hostile, fc.array(hostile), fc.double()), { noNullPrototype: true }),
  ),
  { minLength: 1, maxLength: 3 },
);
const written: fc.Arbitrary<WrittenWhatIf> = fc.record(
  { because: hostile, edits, then: fc.oneof(fc.constantFrom("keep", "prune", "stop"), hostile) },
  { requiredKeys: ["edits", "then"] },
);

function inserted(text: string, name: string, whatIf: WrittenWhatIf) {
  const done = insertWhatIf(text, name, whatIf);
  if ("code" in done) throw new Error(done.message);
  return done;
}

/** The text without some of its lines, each taken out with the line end that came with it. */
function without(text: string, { line, lines }: { readonly line: number; readonly lines: readonly string[] }): string {
  const all = text.split("\n");
  const taken = all.splice(line - 1, lines.length).map((one) => one.replace(/\r$/, ""));
  expect(taken).toEqual(lines);
  const rest = all.join("\n");
  // Lines behind one that had no end: the end that the old last line got goes with them.
  return line > all.length && !text.endsWith("\n") ? rest.replace(/\r$/, "") : rest;
}

test("the file says what it said and this what-if, and without the added lines it is the old file to the byte", () => {
  fc.assert(
    fc.property(blockFile, (text) => {
      fc.pre(parseFile(text.replace("\ufeff", "")).problems.length === 0);
      const { text: after, added } = inserted(text, "new-one", calm);
      const old = parse(text.replace("\ufeff", ""));
      const entry = { because: calm.because, edit: [{ drop: "strike" }], then: "prune" };
      expect(parse(after.replace("\ufeff", ""))).toEqual({
        ...old,
        "what-if": { ...old["what-if"], "new-one": entry },
      });
      expect(without(after, added)).toBe(text);
    }),
    { numRuns: inFull(3000, ofAll(500, 80)) },
  );
});

test("names, reasons, edits and policies of any text give one what-if and nothing else, or a refusal", () => {
  fc.assert(
    fc.property(
      blockFile,
      fc.oneof(hostile, fc.constantFrom("no", "on", "1", "2024-01-01", "calm", "0o17")),
      written,
      (text, name, whatIf) => {
        fc.pre(parseFile(text.replace("\ufeff", "")).problems.length === 0);
        const done = insertWhatIf(text, name, whatIf);
        if ("code" in done) {
          expect(["bad-name", "bad-text", "bad-edit", "name-taken"]).toContain(done.code);
          return;
        }
        const body = done.text.replace("\ufeff", "");
        const old = parse(text.replace("\ufeff", ""));
        const now = parse(body);
        const { [name]: one, ...others } = now["what-if"];
        expect({ ...now, "what-if": others }).toEqual({ ...old, "what-if": old["what-if"] ?? {} });
        expect(Object.keys(one).filter((key) => key !== "because")).toEqual(["edit", "then"]);
        expect(one.edit).toEqual(whatIf.edits);
        expect(one.then).toBe(whatIf.then);
        expect(one.because ?? "").toBe((whatIf.because ?? "").trim());
        expect(parseFile(body).problems.filter(({ severity }) => severity !== "warning")).toEqual([]);
        expect(without(done.text, done.added)).toBe(text);
      },
    ),
    { numRuns: inFull(3000, ofAll(500, 80)) },
  );
});

test("a scalar is one line, and the same text under YAML 1.1 and 1.2, in braces and behind a key", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      fc.pre(text.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text));
      for (const version of ["1.1", "1.2"] as const) {
        const block = yamlScalar(text, "block");
        expect(parsedUnder(version, `{ k: ${yamlScalar(text)}, l: [${yamlScalar(text)}] }`)).toEqual({
          k: text,
          l: [text],
        });
        expect(parsedUnder(version, `k: ${block}\n`)).toEqual({ k: text });
        expect(block).not.toContain("\n");
        expect(findHidden(block).filter(({ code }) => code === "hidden-character")).toEqual([]);
      }
    }),
    { numRuns: inFull(5000, ofAll(1000, 200)) },
  );
});

test("a scalar shows by its number what can't be seen, and a flag as it is", () => {
  const written = (text: string) => [yamlScalar(text), yamlScalar(text, "block")];
  expect(written("a\u{e0041}b\u{e007f}")).toEqual(Array(2).fill('"a\\U000e0041b\\U000e007f"'));
  expect(written("\u202ea\u{e0041}")).toEqual(Array(2).fill('"\\u202ea\\U000e0041"'));
  const scotland = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
  expect(written(scotland)).toEqual([scotland, scotland]);
});

const shipped = ["scenarios/iran-pakistan-2024.yaml", "scenarios/qatar-2017.yaml"];

test.each(shipped)("a what-if written into %s is read as a scenario with one what-if more", (file) => {
  const text = readFileSync(file, "utf8");
  const { scenario: old } = readScenario(text, { file });
  const [first] = old?.events ?? [];
  const { text: after } = inserted(text, "without-the-first", { edits: [{ drop: first?.id }], then: "stop" });
  const { scenario, diagnostics } = readScenario(after, { file });
  expect(diagnostics).toEqual([]);
  const { "without-the-first": added, ...others } = scenario?.whatIfs ?? {};
  expect({ ...scenario, whatIfs: others }).toEqual(old);
  expect(added).toMatchObject({ edits: [{ kind: "drop", id: first?.id }], then: "stop", expect: [], contracts: [] });
});

describe("where it goes", () => {
  const short: WrittenWhatIf = { edits: [{ drop: "x" }], then: "keep" };
  const entry = ["    edit:", "      - { drop: x }", "    then: keep"];

  test("after the last what-if and the comments that stand as deep as it, before what comes next", () => {
    const { text } = inserted(
      "what-if:\n  a:\n    then: keep\n    # on a\n\n# on doctrines\ndoctrines: {}\n",
      "b",
      short,
    );
    expect(text.split("\n")).toEqual([
      "what-if:",
      "  a:",
      "    then: keep",
      "    # on a",
      "  b:",
      ...entry,
      "",
      "# on doctrines",
      "doctrines: {}",
      "",
    ]);
  });

  test("set apart by a blank line where the others are", () => {
    const { added } = inserted("what-if:\n  a: { then: keep }\n\n  b: { then: keep }\n", "c", short);
    expect(added).toEqual({ line: 5, lines: ["", "  c:", ...entry] });
  });

  test("under a new key after never, before doctrines", () => {
    const { what, rest } = { what: "never:\n  - { name: no-war }\n", rest: "\ndoctrines: {}\n" };
    expect(inserted(`events: []\n\n${what}${rest}`, "a", short).text).toBe(
      `events: []\n\n${what}${["", "what-if:", "  a:", ...entry, ""].join("\n")}${rest}`,
    );
  });

  test("with the file's own indentation", () => {
    const { added } = inserted("what-if:\n    a: { then: keep }\n", "b", short);
    expect(added.lines).toEqual(["    b:", "        edit:", "            - { drop: x }", "        then: keep"]);
  });
});

describe("what lines alone can't do is refused with what to do instead", () => {
  test.each([
    ["what-if: {}\n", "what-if-in-braces"],
    ["what-if: ~\n", "what-if-in-braces"],
    ["what-if: { a: { then: keep } }\n", "what-if-in-braces"],
    ["{ scenario: x }\n", "file-in-braces"],
    ["what-if:\n  calm: { then: keep }\n", "name-taken"],
    ["title: [\n", "file-unreadable"],
    ["at: 2024-01-01\n", "file-unreadable"],
    ["", "file-unreadable"],
    ["- x\n", "file-unreadable"],
  ])("%j: %s", (text, code) => {
    expect(insertWhatIf(text, "calm", calm)).toMatchObject({ code, message: expect.stringMatching(/\. \S.*\.$/) });
  });

  test("an edit that is none, a name that is none, no edit at all", () => {
    const unseen = [{ drop: "x\u0007" }];
    expect(insertWhatIf(base, "new", { ...calm, edits: unseen })).toMatchObject({ code: "bad-edit" });
    expect(insertWhatIf(base, "new", { ...calm, edits: [] })).toMatchObject({ code: "bad-edit" });
    expect(insertWhatIf(base, "New one", calm)).toMatchObject({ code: "bad-name" });
  });
});

test("mistakes in ids and policies are left to the reader, which finds them at their place", () => {
  const { text } = inserted(base, "new", { edits: [{ drop: "stryke" }], then: "prun" });
  expect(read(text).diagnostics).toMatchObject([
    { code: "unknown-word", suggestion: "prune", path: "what-if.new.then" },
  ]);
});
