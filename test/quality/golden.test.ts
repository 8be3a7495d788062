/** Golden histories: what the shipped scenarios and twenty of their futures mean, held for this version and those before. */
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { goldenOf } from "../../scripts/golden/compare.ts";
import { goldensOf, goldenText } from "../../scripts/golden/make.ts";
import { minorOf, renew, replayed, replayedText, versionsIn } from "../../scripts/golden/versions.ts";
import { readScenario } from "../../src/scenario/index.ts";

const manifest: { readonly version: string } = JSON.parse(readFileSync("package.json", "utf8"));
const ROOT = "test/golden";
const goldens = goldensOf("scenarios");

describe.each(versionsIn(ROOT))("version %s", (version) => {
  test("means what it meant: every position of every history, or a difference that changed.json owns to", () => {
    expect(replayedText(replayed(ROOT, version, "scenarios"))).toBe("");
  });
});

test("this version has its goldens: each record, each what-if, and twenty futures", () => {
  expect(versionsIn(ROOT).at(-1)).toBe(minorOf(manifest.version));
  expect([...goldens.keys()]).toEqual([
    "china-india-2020",
    "cuba-1962",
    "expulsions-2018",
    "falklands-1982",
    "gulf-rift-2017",
    "india-pakistan-2001",
    "india-pakistan-2025",
    "iran-pakistan-2024",
    "pulwama-balakot-2019",
    "qatar-2017",
    "suez-1956",
    "bloc",
    "border-incident",
    "expulsion-spiral",
    "three-states",
    "uk-russia-2018",
    "us-iran-2020",
    "futures",
  ]);
  const file = "scenarios/iran-pakistan-2024.yaml";
  const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
  const names = Object.keys(scenario?.whatIfs ?? {}).map((name) => `what-if ${name}`);
  expect([...(goldens.get("iran-pakistan-2024")?.keys() ?? [])]).toEqual(["record", ...names]);
  const futures = [...(goldens.get("futures")?.values() ?? [])];
  expect(futures).toHaveLength(20);
  expect(new Set(futures.map((positions) => JSON.stringify(positions))).size).toBe(20);
});

test("a file says all that it was made of", () => {
  for (const golden of goldens.values()) expect(goldenOf(goldenText(golden))).toEqual(golden);
});

describe("several versions", { tags: "long" }, () => {
  const folder = mkdtempSync(join(tmpdir(), "demarche-golden-"));
  const [root, shipped] = [join(folder, "golden"), join(folder, "scenarios")];
  const file = join(shipped, "iran-pakistan-2024.yaml");
  const edit = (path: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(path, "utf8");
    expect(text).toMatch(from);
    writeFileSync(path, text.replace(from, to));
  };

  const fresh = `${folder}-fresh`;

  beforeAll(() => {
    cpSync("scenarios/iran-pakistan-2024.yaml", file);
    renew(root, "0.9", shipped);
    renameSync(folder, fresh);
  });
  beforeEach(() => cpSync(fresh, folder, { recursive: true }));
  afterEach(() => rmSync(folder, { recursive: true }));
  afterAll(() => rmSync(fresh, { recursive: true }));

  const says = (version: string): string => replayedText(replayed(root, version, shipped));

  test("keep their own scenarios from the next version on, and are replayed with these", () => {
    renew(root, "0.10", shipped);
    expect(versionsIn(root)).toEqual(["0.9", "0.10"]);
    edit(file, /act: suspend-talks/, "act: make-statement");
    expect(says("0.9")).toBe("");
    expect(says("0.10")).toMatch(/iran-pakistan-2024, record, position 6, suspension\n/);
    expect(renew(root, "0.10", shipped).length).toBeGreaterThan(5);
    expect([says("0.9"), says("0.10")]).toEqual(["", ""]);
    expect(existsSync(join(root, "0.10", "scenarios"))).toBe(false);
  });

  test("can't be left with scenarios that are not theirs", () => {
    edit(file, /act: suspend-talks/, "act: make-statement");
    expect(() => renew(root, "0.10", shipped)).toThrow("no longer those of version 0.9");
  });

  test("show the first position that means something else, and what differs there", () => {
    edit(
      join(root, "0.9", "iran-pakistan-2024.txt"),
      "|barred|recalled|established|suspended|",
      "|barred|recalled|established|open|",
    );
    const message = says("0.9");
    expect(message).toContain(
      [
        "iran-pakistan-2024, record, position 6, suspension",
        "    part      expected                               actual",
        "    event     2024-01-17 suspend-talks (suspension)  2024-01-17 suspend-talks (suspension)",
        "  ≠ channels  open                                   suspended",
        "    No law of situations or of steps is broken there.",
      ].join("\n"),
    );
    expect(message).toContain("npm run goldens");
  });

  test("show a part of the dossier that means something else, and histories that are gone or new", () => {
    const golden = join(root, "0.9", "iran-pakistan-2024.txt");
    edit(golden, /(\n {2}call .*) contacts=\S+/, "$1 contacts=0000");
    edit(golden, "what-if restraint\n", "what-if unrestrained\n");
    const message = says("0.9");
    expect(message).toMatch(/record, position 14, call\n.*\n.*\n {2}≠ dossier: contacts +0000 +5046/);
    expect(message).toMatch(/what-if unrestrained\n.*\n {2}≠ history +9 positions +not there/);
    expect(message).toMatch(/what-if restraint\n.*\n {2}≠ history +not there +9 positions/);
  });

  test("may mean something else where somebody says so and why, and nowhere else", () => {
    const golden = join(root, "0.9", "iran-pakistan-2024.txt");
    edit(golden, /(?<=\n {2}return .*)commitments=\S+/, "commitments=0000");
    const meant = { golden: "iran-pakistan-2024", history: "record", because: "Commitments are told otherwise." };
    const list = (...entries: readonly object[]): void =>
      writeFileSync(join(root, "0.9", "changed.json"), JSON.stringify(entries));
    expect(says("0.9")).toContain("record, position 19, return");
    list({ ...meant, from: "return" });
    expect(says("0.9")).not.toContain("record, position");
    list({ ...meant, from: "strike" });
    expect(says("0.9")).toContain("record, position 19, return");
    expect(says("0.9")).toContain("changed.json lists a change that is none");
  });
});
