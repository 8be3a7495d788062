/** The law in cases: small invented crises, each a file that says what must come out of it. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { History } from "../../src/history/index.ts";
import { patternWords, type Region, regionNames, type Verdict, within } from "../../src/machine/index.ts";
import { type Expectation, judgeHistory, readScenario, replayScenario } from "../../src/scenario/index.ts";

const FOLDER = "test/fixtures/law";
const names = readdirSync(FOLDER);
const VERDICTS: readonly Verdict[] = ["applied", "noted", "void"];

test("every case is here", () => {
  expect(names).toHaveLength(36);
});

describe.each(names)("%s", (name) => {
  const { scenario, diagnostics } = readScenario(readFileSync(`${FOLDER}/${name}`, "utf8"), { file: name });
  if (scenario === undefined) throw new Error(`${name}: ${JSON.stringify(diagnostics)}`);
  const history = replayScenario(scenario);
  const { expect: expected } = scenario;

  test("has no problem and comes out as it says", () => {
    expect(diagnostics).toEqual([]);
    expect(expected.length).toBeGreaterThan(0);
    expect(judgeHistory({ expect: expected, contracts: [] }, history).findings).toEqual([]);
  });

  test("does not come out otherwise: any value of any expectation, changed, is a finding", () => {
    for (const one of expected) {
      const others = otherwise(one);
      expect(others.length).toBeGreaterThan(0);
      for (const other of others) expect({ other, findings: findings(other, history) }).toMatchObject({ findings: 1 });
    }
  });
});

function findings(one: Expectation, history: History): number {
  return judgeHistory({ expect: [one], contracts: [] }, history).findings.length;
}

/** An expectation with one of its values changed to another that excludes it, in every way there is. */
function otherwise(one: Expectation): readonly Expectation[] {
  const { pattern, verdicts = {} } = one;
  const changed = regionNames.flatMap((region) =>
    excluding(region, [pattern[region] ?? []].flat()).map((state) => ({
      ...one,
      pattern: { ...pattern, [region]: state },
    })),
  );
  const judged = Object.entries(verdicts).flatMap(([event, verdict]) =>
    VERDICTS.filter((other) => other !== verdict).map((other) => ({
      ...one,
      verdicts: { ...verdicts, [event]: other },
    })),
  );
  return [...changed, ...judged];
}

/** The words for a region's states of which none holds, or lies in, a state that is expected. */
function excluding(region: Region, expected: readonly string[]): readonly string[] {
  if (expected.length === 0) return [];
  return patternWords(region).filter((word) => expected.every((state) => !within(state, word) && !within(word, state)));
}
