/** Scenario files as text: all read without an error, in many hands, and shrink to the smallest file there is. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateWhatIf, type Reading, readScenario, recordOf, replayScenario } from "../../src/scenario/index.ts";
import { scenarioTextArbitrary } from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";

const RUNS = { numRuns: ofAll(60, 12) };
const read = (text: string): Reading => readScenario(text, { file: "random.yaml" });

/** The smallest text for which something is so. */
function least(found: (text: string) => boolean): string {
  const { counterexample } = fc.check(
    fc.property(scenarioTextArbitrary(), (text) => !found(text)),
    { numRuns: 300 },
  );
  return counterexample?.[0] ?? "";
}

const smallest = `scenario: random
title: A random scenario
purpose: teaching
window:
  from: "2024-01-01"
  to: "2024-01-01"
parties:
  AAA:
    name: Aland
  BBB:
    name: Bland
    cow: 42
sources:
  press:
    title: "A report: what was said"
events:
  - id: "e0"
    at: "2024-01-01"
    act: make-statement
    from: AAA
    to: BBB
    cite: press
`;

describe("a generated scenario file", () => {
  test("reads without an error, replays, and its what-ifs can be carried out", () => {
    fc.assert(
      fc.property(scenarioTextArbitrary(), (text) => {
        const { scenario, diagnostics } = read(text);
        expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        if (scenario === undefined) throw new Error("There is no scenario.");
        const record = recordOf(scenario);
        for (const name of Object.keys(scenario.whatIfs)) evaluateWhatIf(scenario, name, record);
        expect(replayScenario(scenario).steps.length).toBeGreaterThanOrEqual(scenario.events.length);
      }),
      RUNS,
    );
  });

  test("has no more events and edits than it is told", () => {
    fc.assert(
      fc.property(scenarioTextArbitrary({ maxEvents: 2, maxEdits: 1 }), (text) => {
        const { scenario } = read(text);
        expect(scenario?.events.length).toBeLessThanOrEqual(2);
        expect(scenario?.whatIfs["otherwise"]?.edits.length ?? 0).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  test("is written in many hands and now and then has every part of the format", { tags: "long" }, () => {
    const texts = fc.sample(scenarioTextArbitrary(), { numRuns: 400, seed: 1 });
    const parts = ["quiet", "others", "context", "expect", "never", "what-if", "doctrines", "outcomes", "teach"];
    const hands = [/^# why/m, / # as/, /\r\n/, /^\ufeff/, /'/, /: \{ /, /: \{\w/, /\n\n/, /^ {2}\w/m, /act: "/];
    const without = (one: RegExp): boolean => texts.some((text) => !one.test(text));
    for (const part of parts.map((key) => new RegExp(`^${key}:`, "m")))
      expect([part, texts.some((text) => part.test(text)), without(part)]).toEqual([part, true, true]);
    for (const hand of hands)
      expect([hand, texts.some((text) => hand.test(text)), without(hand)]).toEqual([hand, true, true]);
    for (const edit of ["drop", "add", "move", "replace", "swap"])
      expect(texts.filter((text) => new RegExp(`\\b${edit}: `).test(text)).length).toBeGreaterThan(3);
  });

  test("shrinks to the smallest file, and to what is looked for", () => {
    expect(least(() => true)).toBe(smallest);
    const remarked = least((text) => text.includes("# "));
    expect(remarked.replace(/ *# (why.*\n|as reported)/, "")).toBe(smallest);
    expect(least((text) => text.includes("what-if")).split("\n").length).toBeLessThan(smallest.split("\n").length + 12);
  });
});
