// @module-tag long
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { width } from "../../src/render/index.ts";
import { demarche, fileWith, flagship } from "../support/cli.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { mermaid } from "../support/mermaid.ts";

const shipped = ofAll([...globSync("scenarios/*.yaml"), ...globSync("scenarios/templates/*.yaml")].toSorted(), [
  "scenarios/gulf-rift-2017.yaml",
]);
const long = `a${"-very-long-name".repeat(8)}`.slice(0, 128);

/** The flagship in other writing: wide, from right to left, with escapes that would steer a terminal, with long names. */
const odd = fileWith(
  readFileSync(flagship, "utf8")
    .replace(
      "Pakistan protests and recalls its ambassador, but does not strike.",
      "巴基斯坦提出抗议并召回大使，但没有发动袭击。".repeat(6),
    )
    .replace(
      "The ministers talk, but agree on nothing on the 22nd.",
      '"\\u202Edesrever \\u2066 مرحبا بالعالم 😀 #; <b>{x}</b> %% --> :::"',
    )
    .replace("title: Iran–Pakistan exchange", "title: 平和協定 exchange")
    .replace("{ name: Pakistan, cow: 770 }", "{ name: 巴基斯坦伊斯兰共和国, cow: 770 }")
    .replaceAll("restraint-kept", long)
    .replaceAll(/\bisis-clash\b/g, `clash-${"x".repeat(120)}`)
    .replaceAll(/\breprisal\b/g, `reprisal-${"y".repeat(100)}`),
  "iran-pakistan-2024.yaml",
);

/** The lines of a text that are wider than they may be. */
function tooWide(text: string, columns: number): readonly string[] {
  return text.split("\n").filter((line) => width(line) > columns);
}

// The odd one below is tried at every width.
test.each(inFull([60, 80, 120], [60]))("nothing of a shipped what-if is wider than %i columns", (columns) => {
  for (const file of shipped) {
    const { code, out } = demarche(["what-if", file, "--width", String(columns)]);
    if (code === 2) continue;
    expect({ file, code, wide: tooWide(out, columns) }).toEqual({ file, code: 0, wide: [] });
  }
});

test.each(ofAll([60, 80, 120], [60]))(
  "long names, wide and turned writing keep within %i columns and steer nothing",
  (columns) => {
    const at = ["--width", String(columns)];
    for (const args of [
      [odd],
      [odd, long],
      [odd, long, "--against", "restraint"],
      [odd, "--edit", "drop call", "--then", "keep"],
    ]) {
      const { code, out, err } = demarche(["what-if", ...args, ...at]);
      expect({ args, code, wide: tooWide(out, columns) }).toEqual({ args, code: 0, wide: [] });
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
    expect(demarche(["what-if", odd, "no-accord", ...at]).out).toContain("مرحبا");
  },
);

test("80 columns are what a pipe gets", () => {
  expect(demarche(["what-if", flagship]).out).toBe(demarche(["what-if", flagship, "--width", "80"]).out);
});

test("NO_COLOR forbids colours, FORCE_COLOR demands them, and they change no letter", () => {
  const plain = demarche(["what-if", flagship]).out;
  const coloured = demarche(["what-if", flagship], { env: { FORCE_COLOR: "1" } }).out;
  expect(plain).not.toContain("\u001b");
  expect(coloured).toContain("\u001b[31m");
  expect(coloured.replace(/\u001b\[[\d;]+m/g, "")).toBe(plain);
  expect(demarche(["what-if", flagship], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).out).toBe(plain);
});

test.each([...shipped, odd])("mermaid itself parses the git graph of %s", async (file) => {
  const { code, out } = demarche(["draw", file, "--what", "branches"]);
  expect(code).toBe(0);
  expect(await mermaid.parse(out)).toMatchObject({ diagramType: "gitGraph" });
});

test("a graph has a commit for each event of the record, and a branch for each what-if that is asked for", async () => {
  const one = demarche(["what-if", flagship, "restraint", "--mermaid"]).out;
  expect(one).toBe(demarche(["draw", flagship, "--what", "branches", "--what-if", "restraint"]).out);
  expect(one.match(/^ {4}branch /gm)).toHaveLength(1);
  expect(demarche(["what-if", flagship, "--mermaid"]).out.match(/^ {4}branch /gm)).toHaveLength(10);
  const tried = demarche(["what-if", flagship, "--edit", "move call to 2024-01-19", "--then", "keep", "--mermaid"]).out;
  expect(await mermaid.parse(tried)).toMatchObject({ diagramType: "gitGraph" });
  expect(tried).toContain('commit id: "end of tried"');
});
