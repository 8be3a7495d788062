import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { judgeHistory, parsePattern, readScenario, replayScenario } from "../../src/scenario/index.ts";
import { base, read } from "../support/scenario.ts";

function found(text: string) {
  const { scenario, diagnostics } = read(text);
  if (scenario === undefined) throw new Error(JSON.stringify(diagnostics));
  return judgeHistory(scenario, replayScenario(scenario)).findings;
}

const dyad = { a: "IRN", b: "PAK" };

test("a faithful replay has no findings", () => {
  expect(found(base)).toEqual([]);
});

test("a failed expectation says what was expected, what was found and since when", () => {
  const [finding] = found(base.replace("course: ambassadors-recalled", "course: retaliation"));
  expect(finding).toMatchObject({
    kind: "expectation",
    at: "2024-01-17",
    mismatches: [
      {
        region: "course",
        expected: "retaliation",
        found: "ambassadors-recalled.withdrawn",
        since: { event: { id: "recall" } },
      },
    ],
  });
});

test("a violated never names the step that violated it", () => {
  const [finding] = found(base.replace("course: retaliation.war", "missions: { PAK: recalled }"));
  expect(finding).toMatchObject({ kind: "never", name: "no-war", step: { event: { id: "recall" } } });
});

test("without the return the flagship's commitment lapses and its expectation fails", () => {
  const file = "scenarios/iran-pakistan-2024.yaml";
  const text = readFileSync(file, "utf8")
    .replace(/ {2}- id: return\n(?: {4}.*\n)+/, "")
    .replace("because: [invitation, accord]", "because: [invitation]")
    .replace(", verdict: { return: void }", "");
  const { scenario } = readScenario(text, { file });
  if (scenario === undefined) throw new Error("The flagship without the return must be readable.");
  const history = replayScenario(scenario);
  expect(history.steps.map(({ event }) => event.act)).toContain("commitment-lapsed");
  expect(judgeHistory(scenario, history).findings).toMatchObject([{ kind: "expectation", at: "2024-01-26" }]);
});

test("a pattern of the command line reads as the same pattern in a file", () => {
  expect(parsePattern("course=retaliation.war, missions.PAK=recalled|barred, ledger=by-IRN", dyad)).toEqual({
    pattern: { course: "retaliation.war", missionB: ["recalled", "barred"], ledger: "by-a" },
  });
});

test.each([
  ["cours=strike", "Did you mean course?"],
  ["course=strik", "Did you mean strike?"],
  ["course", "lacks a state"],
  ["course=", "lacks a state"],
  ["course=strike=x", "more than one ="],
  ["course=strike,course=normal", "stands twice"],
  ["ledger=by-USA", "no state of ledger"],
  ["missions.PAK=recalled|bared", "Did you mean barred?"],
  ["__proto__=x", "no key"],
  ["missions.USA=recalled", "missions.IRN"],
])("a wrong pattern is answered with a suggestion: %s", (text, answer) => {
  const reading = parsePattern(text, dyad);
  expect("problems" in reading ? reading.problems.join(" ") : "").toContain(answer);
});
