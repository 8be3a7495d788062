/** Robustness: thousands of broken and hostile files, made of the valid ones, each answered with places and never a throw. */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readScenario } from "../../src/scenario/index.ts";
import { scenarioTextArbitrary } from "../../src/testing/index.ts";
import { demarche, fileWith } from "../support/cli.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { lively } from "../support/game.ts";
import { type Judged, judged } from "../support/judged.ts";
import { mutants } from "../support/mutants.ts";
import { base, shippedFiles } from "../support/scenario.ts";

/** `DEMARCHE_FUZZ=20 npx vitest run test/scenario/fuzz.test.ts` tries twenty times as many. */
const TIMES = Number(process.env["DEMARCHE_FUZZ"] ?? 1);

/** As long as it takes: how many are tried is asked for. */
const HOURS = 24 * 3_600_000;
const small = [base, lively, readFileSync("test/fixtures/short-crisis.yaml", "utf8")];
const shipped = shippedFiles().map((file) => readFileSync(file, "utf8"));

const tried = { files: 0, read: 0, whatIfs: 0, codes: new Set<string>() };

function count(text: string): Judged {
  const one = judged(text);
  tried.files += 1;
  tried.read += one.reads ? 1 : 0;
  tried.whatIfs += one.whatIfs;
  for (const code of one.codes) tried.codes.add(code);
  return one;
}

afterAll(() => {
  const { files, read, whatIfs, codes } = tried;
  const found = `${read} read, ${whatIfs} what-ifs carried out, ${codes.size} kinds of problems`;
  console.log(`${files} broken files tried: ${found}.`);
});

test.each([
  ["small files", small, inFull(2000, ofAll(500, 120))],
  ["shipped files", shipped, ofAll(40, 8)],
])(
  "%s, broken anywhere, read or are refused with places in them, within bounds",
  { timeout: HOURS },
  (_, bases, runs) => {
    fc.assert(
      fc.property(mutants(bases), (text) => {
        count(text);
      }),
      { numRuns: runs * TIMES },
    );
  },
);

test("files that were never valid for long are no worse", () => {
  const bases = fc.sample(scenarioTextArbitrary(), { numRuns: 20 });
  fc.assert(
    fc.property(mutants(bases), (text) => {
      count(text);
    }),
    { numRuns: ofAll(100, 25) * TIMES },
  );
});

test("every kind of change is tried, some files read, and problems of many kinds are found", () => {
  expect(tried.read).toBeGreaterThan(tried.files / 50);
  expect(tried.whatIfs).toBeGreaterThan(10);
  expect(tried.codes.size).toBeGreaterThan(25);
});

test("reading broken files again and again fills no memory, in a process that has little", { tags: "long" }, () => {
  const script = `
    import { readdirSync, readFileSync } from "node:fs";
    import fc from "fast-check";
    import { judged } from ${JSON.stringify(resolve("test/support/judged.ts"))};
    import { mutants } from ${JSON.stringify(resolve("test/support/mutants.ts"))};
    const texts = fc.sample(mutants([readFileSync("test/fixtures/short-crisis.yaml", "utf8")]), { numRuns: ${inFull(80, ofAll(30, 8))}, seed: 3 });
    const used = Array.from({ length: 4 }, () => {
      for (const text of texts) judged(text);
      gc();
      return process.memoryUsage().heapUsed;
    });
    console.log(JSON.stringify(used));
  `;
  const args = ["--expose-gc", "--max-old-space-size=128", "--input-type=module-typescript", "--eval", script];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const used: readonly number[] = JSON.parse(stdout);
  expect((used[3] ?? 0) - (used[1] ?? 0)).toBeLessThan(2 * 1024 * 1024);
});

describe("the corpus", () => {
  const files = globSync("test/fixtures/broken/*.yaml").sort();

  test.each(files)("%s says what it said", async (file) => {
    const text = readFileSync(file, "utf8");
    judged(text);
    const { diagnostics } = readScenario(text, { file });
    const lines = diagnostics.map(({ line, column, severity, code, message }) => {
      return `${line}:${column} ${severity} ${code}: ${message}`;
    });
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(
      `../fixtures/broken/${/([^/]+)\.yaml$/.exec(file)?.[1]}.txt`,
    );
  });

  test("has files of every kind, with and without errors", () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  test.each([
    ["check", 2],
    ["replay", 2],
  ])("through the real %s ends with exit code %i, a place and no stack", (command, code) => {
    const refused = files.filter((file) => readScenario(readFileSync(file, "utf8"), { file }).scenario === undefined);
    const some = command === "check" ? refused.slice(0, 3) : refused.slice(-3);
    for (const file of some) {
      const ran = demarche([command, file]);
      expect(ran.err + ran.out).not.toMatch(/^ +at .*:\d+:\d+\)?$/m);
      expect(ran.err + ran.out).toContain("^");
      expect(ran.code).toBe(code);
    }
  });

  test("a mutant that reads goes through check and what-if", () => {
    const some = fc.sample(mutants([base]), { numRuns: 60, seed: 1 });
    const reads = some.find((text) => judged(text).whatIfs > 0) ?? base;
    const file = fileWith(reads, "small.yaml");
    expect([0, 1]).toContain(demarche(["check", file]).code);
    expect([0, 1]).toContain(demarche(["what-if", file]).code);
  });
});
