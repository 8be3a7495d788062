import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { crisisWith, demarche, fileWith, flagship } from "../support/cli.ts";

const short = "test/fixtures/short-crisis.yaml";
const withoutReturn = crisisWith((text) => text.replace(/^.*id: comeback.*\n/m, ""));

test("the flagship's replay, to the letter", async () => {
  const { code, out, err } = demarche(["replay", flagship]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await expect(out).toMatchFileSnapshot("../golden/iran-pakistan-2024.replay.txt");
});

test("a reader sees what happened, what it changed, what is disputed, where it ended and what it is for", () => {
  const { out } = demarche(["replay", flagship]);
  expect(out).toMatch(/2024-01-17 +PAK → IRN +● Recall of ambassador +course strike →\nrecall +ambassadors-recalled/);
  expect(out).toMatch(/≠ casualties of reprisal[^\n]*\n +PAK: [^\n]*\n +IRN: 9 killed \(foreign nationals\)/);
  expect(out).toMatch(/Where it ended, 2024-02-15\n +course +normal \(full\)/);
  expect(out).toContain("✓ kept 2024-01-26: return-ambassador owed by both");
  expect(out).toContain("Purpose: teaching.");
});

test("no line is wider than the columns asked for, and none has a colour off a terminal", () => {
  for (const width of [60, 80, 132]) {
    const { out } = demarche(["replay", flagship, "--width", String(width)]);
    expect(out).not.toContain("\u001b");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(width);
  }
});

test("a bundled scenario goes by its name, and standard input by a hyphen", () => {
  const byName = demarche(["replay", "iran-pakistan-2024"]);
  const byPath = demarche(["replay", flagship]);
  const byStream = demarche(["replay", "-"], { input: readFileSync(flagship, "utf8") });
  expect(byName.out).toBe(byPath.out);
  expect(byStream.out).toBe(byPath.out);
});

test("--at shows one day and where it stood at its end", () => {
  const { out, code } = demarche(["replay", short, "--at", "2024-01-18"]);
  expect(code).toBe(0);
  expect(out).toContain("reprisal");
  expect(out).not.toContain("overture");
  expect(out).toMatch(/Where it stood, 2024-01-18\n +course +retaliation \(answered\)/);
});

test.each([
  ["a date", "2024-01-18", "appeal", "overture"],
  ["an event", "recall", "recall", "bar"],
  ["a pattern", "course=retaliation", "reprisal", "appeal"],
  ["a pattern of a mission", "missions.IRN=barred", "bar", "reprisal"],
])("--until stops at %s", (_what, until, last, next) => {
  const { out, code } = demarche(["replay", short, "--until", until, "--jsonl"]);
  const ids = out.match(/"id":"[a-z-]+"/g)?.map((text) => text.slice(6, -1)) ?? [];
  expect({ code, last: ids.at(-1) }).toEqual({ code: 0, last });
  expect(ids).not.toContain(next);
});

test("without the return the commitment of 26 January lapses and the expectation fails with exit code 1", () => {
  const { code, out } = demarche(["replay", fileWith(withoutReturn)]);
  expect(code).toBe(1);
  expect(out).toMatch(/2024-01-27 +clock +● Commitment lapsed/);
  expect(out).toContain("✗ lapsed 2024-01-27: return-ambassador owed by both by 2024-01-26");
  expect(out).toContain("expected at the end of 2024-01-26: course normal.full; it is");
});

test("expectations that lie after --until are not judged", () => {
  expect(demarche(["replay", fileWith(withoutReturn), "--until", "2024-01-22"]).code).toBe(0);
});

test("a void event stays in the table with its reason and what would have made it valid", () => {
  const early = crisisWith((text) =>
    text
      .replace('id: comeback, at: "2024-01-26"', 'id: comeback, at: "2024-01-22"')
      .replace(/^ {2}- id: accord\n(?: {4}.*\n)*/m, "")
      .replace("because: [accord]", "because: [call]"),
  );
  const { out, code } = demarche(["replay", fileWith(early)]);
  expect(code).toBe(1);
  expect(out).toMatch(/✗ Return of ambassador +void: without effect/);
  expect(out).toContain("What would give it effect:");
});

test("--jsonl is a head, a line for each step and an end; --json is all of it in one", () => {
  const lines = demarche(["replay", short, "--jsonl"])
    .out.trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const whole = JSON.parse(demarche(["replay", short, "--json"]).out);
  expect(lines.map(({ line }) => line)).toEqual(["head", ...Array(10).fill("step"), "end"]);
  expect(whole.steps.map((step: { event: unknown }) => step.event)).toEqual(
    lines.slice(1, -1).map(({ event }) => event),
  );
  expect(whole).toMatchObject({ scenario: "short-crisis", purpose: "teaching", situation: { course: "normal.full" } });
});

test("the same file gives the same bytes", () => {
  expect(demarche(["replay", flagship, "--json"]).out).toBe(demarche(["replay", flagship, "--json"]).out);
});

test("off a terminal --speed prints the table at once", () => {
  expect(demarche(["replay", short, "--speed", "1d/s", "--max-gap", "2s"]).out).toBe(demarche(["replay", short]).out);
});
