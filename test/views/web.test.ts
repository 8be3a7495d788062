/** Who stood how with whom, as text: whatever the width and however many states, nothing is cut and no word is broken. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { when } from "../../src/events/index.ts";
import { foldWeb } from "../../src/history/index.ts";
import { plainPalette, render, terminal } from "../../src/render/index.ts";
import { webArbitrary } from "../../src/testing/index.ts";
import { type ReplayView, webDocument } from "../../src/views/index.ts";
import { toldIn } from "../support/web.ts";

const until = when("2026-12-31").end;

/** What is told of relations with these histories. */
function replaysOf(histories: ReturnType<typeof foldWeb>): readonly ReplayView[] {
  const relations = histories.map(({ dyad }) => dyad);
  return histories.map((history) => ({
    history,
    until,
    scenario: {
      name: "web",
      title: "A web",
      purpose: "exploration",
      zone: "UTC",
      window: { from: when("2022-01-01").start, to: until },
      dyad: history.dyad,
      relations,
      actors: {},
      sources: {},
      context: [],
      lessons: [],
    },
  }));
}

/** The lines before the table of relations. */
function linesOf(all: readonly ReplayView[], columns: number): readonly string[] {
  const text = render(terminal(webDocument(all, columns).parts, columns), plainPalette);
  return (text.split("\nEach relation")[0] ?? "").split("\n");
}

const WORDS = /(?<![\w-])(normal|strained|severed|recalled|settling|strike|retaliation)(?![\w-])/g;

const widths = fc.integer({ min: 40, max: 160 });

test("of few states each pair stands in the matrix once for each of the two, its word whole, at any width", () => {
  fc.assert(
    fc.property(webArbitrary(), widths, ({ record, relations }, columns) => {
      const from = when("2022-01-01").start;
      const lines = linesOf(
        replaysOf(
          foldWeb(
            record,
            relations.map((dyad) => ({ dyad, from })),
            until,
          ),
        ),
        columns,
      );
      for (const one of lines) expect(one.length).toBeLessThanOrEqual(columns);
      expect(lines.join("\n").match(WORDS)).toHaveLength(2 * relations.length);
      // The rows of a block are those of all states: none goes on in a second line.
      const codes = new Set(relations.flatMap(({ a, b }) => [a, b]));
      const rows = lines.filter((one) => /^ {2}[A-Z]{3} {2}/.test(one));
      expect(rows.length % codes.size).toBe(0);
      expect(rows.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

describe.each([40, 60, 80, 120])("at %i columns", (columns) => {
  test.each([
    ["gulf-rift-2017", "2018-04-01"],
    ["expulsions-2018", "2018-04-01"],
    ["suez-1956", "1956-11-06"],
  ])("%s is told whole", (name, date) => {
    const all = toldIn(readFileSync(`scenarios/${name}.yaml`, "utf8"), date);
    const lines = linesOf(all, columns);
    for (const one of lines) expect(one.length).toBeLessThanOrEqual(columns);
    const text = lines.join("\n");
    for (const { scenario } of all) {
      for (const code of [scenario.dyad.a, scenario.dyad.b]) expect(text).toMatch(new RegExp(`\\b${code}\\b`));
    }
    expect(lines.filter((one) => /^ *[a-z]{1,3}$/.test(one))).toEqual([]);
  });
});

test("of many states each that is in several relations has a row for each way it stands", () => {
  const lines = linesOf(toldIn(readFileSync("scenarios/gulf-rift-2017.yaml", "utf8"), "2018-04-01"), 80);
  expect(lines).toContain("  QAT  severed  SAU, ARE, BHR, EGY, YEM, MDV, MRT");
  expect(lines).toContain("       normal   JOR, SEN, TCD, IRN");
  expect(lines.filter((one) => one.startsWith("  SAU"))).toEqual([]);
});
