/** Words that every object of the language knows, in the places where a user's word is looked up: none is taken for ours. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { crisisWith, demarche, fileWith, flagship, folder } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";

const words = ofAll(["constructor", "toString", "hasOwnProperty", "__proto__", "valueOf"], ["constructor"]);

/** Command lines with a place for the word. */
const lines: readonly (readonly string[])[] = [
  ["W"],
  ["help", "W"],
  ["replay", "W"],
  ["replay", flagship, "--what-if", "W"],
  ["replay", flagship, "--until", "W"],
  ["check", flagship, "--format", "W"],
  ["show", flagship, "--at", "W"],
  ["show", flagship, "--why", "W"],
  ["show", flagship, "--why-not", "W", "--by", "IRN"],
  ["show", flagship, "--why-not", "agree", "--by", "W"],
  ["what-if", flagship, "W"],
  ["what-if", flagship, "restraint", "--against", "W"],
  ["what-if", flagship, "--edit", "drop W", "--then", "keep"],
  ["what-if", flagship, "--edit", "W strike", "--then", "keep"],
  ["what-if", flagship, "--edit", "drop strike", "--then", "W"],
  ["search", flagship, "--goal", "W=normal"],
  ["search", flagship, "--goal", "course=W"],
  ["search", flagship, "--goal", "course=normal", "--without", "W"],
  ["search", flagship, "--goal", "course=normal", "--from", "W"],
  ["test", flagship, "--only", "W"],
  ["tournament", "--strategies", "W"],
  ["tournament", "--set", "W=1"],
  ["play", flagship, "--as", "W"],
  ["sweep", flagship, "--over", "W"],
  ["sweep", flagship, "--what-if", "W"],
  ["sweep", flagship, "--design", "W"],
  ["draw", flagship, "--what", "W"],
  ["draw", flagship, "--as", "W"],
  ["acts", "W"],
  ["acts", "--class", "W"],
  ["schema", "W"],
  ["laws", flagship, "--what-if", "W"],
  ["journal", "W", "case.db"],
  ["lesson", "W"],
  ["completion", "W"],
  ["new", "a-crisis", "--from", "W"],
];

/** Changes of a file that put the word where an id of ours is expected. */
const changes: readonly (readonly [place: string, from: string, to: string])[] = [
  ["an act", "act: recall-ambassador", "act: W"],
  [
    "an actor",
    "from: PAK, to: IRN, because: [strike], cite: morrow }",
    "from: W, to: IRN, because: [strike], cite: morrow }",
  ],
  ["a cause", "because: [reprisal]", "because: [W]"],
  ["a source", "cite: morrow }", "cite: W }"],
  ["a key of an event", "note: Dozens", "W: Dozens"],
  ["a region", "course: retaliation }", "W: retaliation }"],
  ["a state", "course: retaliation }", "course: W }"],
  ["a head of mission", "missions: { PAK: recalled", "missions: { PAK: W"],
  ["a party of a mission", "missions: { PAK: recalled", "missions: { W: recalled"],
  ["a strategy", "never:", "doctrines: { PAK: { use: W } }\nnever:"],
  ["an actor of a doctrine", "never:", "doctrines: { W: { use: grim } }\nnever:"],
  ["an outcome", "never:", "outcomes: { war: { W: retaliation } }\nnever:"],
  ["a top key", "never:", "W:"],
];

describe.each(words)("%s", (word) => {
  const put = (text: string): string => text.replaceAll(/\bW\b/g, () => word);

  test("is refused on every command line, as any word that means nothing there", () => {
    const cwd = folder();
    for (const args of lines) {
      const { code, out, err } = demarche(args.map(put), args.includes(flagship) ? {} : { cwd });
      expect([args.join(" "), code]).toEqual([args.join(" "), 2]);
      expect(out + err).not.toMatch(/native code|This is a defect of ours|\[object/);
    }
  });

  test("is refused in a file, wherever one of our words is expected", () => {
    for (const [place, from, to] of changes) {
      const file = fileWith(crisisWith((text) => text.replace(from, () => put(to))));
      const { code, out, err } = demarche(["check", file]);
      expect([place, code]).toEqual([place, 2]);
      expect(out + err).not.toMatch(/native code|This is a defect of ours|\[object/);
    }
  });

  test("names an event, a source, a what-if and an outcome as any other word, or is refused by name", () => {
    const text = readFileSync("test/fixtures/short-crisis.yaml", "utf8");
    const named = text
      .replaceAll(/\bmorrow\b/g, () => word)
      .replace("- id: reprisal", () => `- id: ${word}`)
      .replaceAll("[reprisal]", () => `[${word}]`);
    const file = fileWith(`${named}what-if:\n  ${word}: { because: x, edit: [drop: ${word}], then: prune }\n`);
    const checked = demarche(["check", file]);
    const replayed = demarche(["replay", file, "--what-if", word]);
    expect([0, 2]).toContain(checked.code);
    expect(replayed.code).toBe(checked.code);
    if (checked.code === 0) expect(replayed.out).toContain(word);
    else expect(checked.err + checked.out).toContain(word);
  });
});
