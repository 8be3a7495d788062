import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compare, type Edit, historyOf, type Policy } from "../../src/history/index.ts";
import { PEACE } from "../../src/machine/index.ts";
import { type Block, lineWidth, mermaidBranches, plainPalette, render, terminal } from "../../src/render/index.ts";
import {
  type EvaluatedWhatIf,
  evaluateWhatIf,
  readScenario,
  recordOf,
  replayScenario,
  type Scenario,
} from "../../src/scenario/index.ts";
import { againstParts, branchesFigure, overviewBlock, type Side, whatIfBlock } from "../../src/views/index.ts";
import { sideBySide, situationsSideBySide } from "../../src/views/what-if/side-by-side.ts";

const text = (block: Block) => render(block, plainPalette);
const against = (one: Side, other: Side) => terminal(againstParts(scenario, one, other), 80);
const scenario = flagship();
const record = recordOf(scenario);
const side: Side = { name: "the record", history: historyOf(record) };
const dyad = scenario.dyad;

function flagship(): Scenario {
  const file = "scenarios/iran-pakistan-2024.yaml";
  const read = readScenario(readFileSync(file, "utf8"), { file });
  if (read.scenario === undefined) throw new Error("The flagship can be read.");
  return read.scenario;
}

const NOTHING = { expect: [], expectOutcomes: [], contracts: [], breaks: [] };

/** A what-if of the flagship that is not in its file. */
function evaluateEdits(edits: readonly Edit[], then: Policy = "keep", because = "A reason."): EvaluatedWhatIf {
  const whatIf = { because, edits, then, ...NOTHING };
  return evaluateWhatIf({ ...scenario, whatIfs: { mine: whatIf } }, "mine", record);
}

test("the flagship's restraint at 80 columns, to the letter", async () => {
  const block = whatIfBlock(scenario, side, evaluateWhatIf(scenario, "restraint", record), 80);
  await expect(`${text(block)}\n`).toMatchFileSnapshot("../golden/iran-pakistan-2024.restraint.txt");
});

describe("two columns of time", () => {
  const sides = { one: "one", other: "other", dyad };
  const days = (one: EvaluatedWhatIf) => terminal([sideBySide("", compare(side.history, one.history).days, sides)], 78);

  test("the same event stands in one row, and what happens only in one has a dash beside it", () => {
    const output = text(days(evaluateWhatIf(scenario, "restraint", record)));
    expect(output).toMatch(/18 Jan {2}● Strike, PAK → IRN +—\n/);
    expect(output).toMatch(/20 Jan {2}· Operation against a non-state +· Operation against a non-state\n/);
  });

  test("an event on another day stands on both days, each time beside a dash", () => {
    const output = text(days(evaluateEdits([{ kind: "move", id: "invitation", to: "2024-01-24" }])));
    expect(output).toMatch(/22 Jan[\s\S]*· Invitation, PAK → IRN +—\n/);
    expect(output).toMatch(/24 Jan {2}— +· Invitation, PAK → IRN\n/);
  });

  test("where both stand is said on the days on which it becomes different, or the same again", () => {
    const output = text(days(evaluateWhatIf(scenario, "restraint", record)));
    expect(output.match(/= channels/g)).toHaveLength(2);
    expect(output).toMatch(/= terms pending +\W= terms none/);
    expect(output).not.toContain("= relations");
  });

  test("the year is said where days are of several years", () => {
    expect(text(days(evaluateWhatIf(scenario, "restraint", record)))).not.toContain("2024");
    const file = "scenarios/qatar-2017.yaml";
    const qatar = readScenario(readFileSync(file, "utf8"), { file }).scenario;
    const accord = qatar?.events.at(-1);
    if (qatar === undefined || accord === undefined) throw new Error("The case of Qatar can be read.");
    const first = qatar.events.find(({ act }) => act === "break-relations") ?? accord;
    const whatIf = { ...evaluateEdits([]).whatIf, edits: [{ kind: "drop", id: first.id }] as const };
    const { history } = evaluateWhatIf({ ...qatar, whatIfs: { mine: whatIf } }, "mine");
    const output = text(
      terminal([sideBySide("", compare(replayScenario(qatar), history).days, { ...sides, dyad: qatar.dyad })], 78),
    );
    expect(output).toMatch(/^ {0,1}\d+ [A-Z][a-z]{2} 2017 {2}/m);
  });

  test("nothing is wider than the whole, down to 60 columns and with names as long as they may be", () => {
    const names = { one: "n".repeat(128), other: "m".repeat(128), dyad };
    for (const whole of [58, 78, 118]) {
      for (const name of Object.keys(scenario.whatIfs)) {
        const { history } = evaluateWhatIf(scenario, name, record);
        const parts = [
          sideBySide("", compare(side.history, history).days, names),
          situationsSideBySide("", side.history.situation, history.situation, names),
        ];
        expect(Math.max(...terminal(parts, whole).map(lineWidth))).toBeLessThanOrEqual(whole);
      }
    }
  });

  test("situations are marked where they differ, and only there", () => {
    const other = { ...PEACE, channels: "suspended" } as const;
    const lines = text(terminal([situationsSideBySide("", PEACE, other, sides)], 78)).split("\n");
    expect(lines.filter((line) => line.includes("≠"))).toEqual([expect.stringMatching(/≠ channels +open +suspended/)]);
  });
});

describe("the books", () => {
  const books = (one: EvaluatedWhatIf) => text(whatIfBlock(scenario, side, one, 80));

  test("each edit is told with what it concerns", () => {
    const output = books(
      evaluateEdits([
        { kind: "drop", id: "visit" },
        { kind: "move", id: "invitation", to: "2024-01-24" },
        { kind: "swap", id: "accord" },
      ]),
    );
    expect(output).toMatch(/What was changed\n {2}drop visit: 2024-01-29 IRN → PAK visit\n/);
    expect(output).toContain("move invitation to 2024-01-24: 2024-01-22 PAK → IRN invitation");
    expect(output).toMatch(/swap accord: .*, the parties exchange\s+roles from here on/);
  });

  test("an orphan names the chain of causes down to the event that was edited", () => {
    const output = books(evaluateEdits([{ kind: "drop", id: "council" }], "prune"));
    expect(output).toContain("Orphaned: they lost a cause, and they are gone (8)");
    expect(output).toContain("2024-01-29 visit ← invitation ← call ← overture ← council visit");
    expect(output).not.toContain("No longer fits");
  });

  test("what is empty has no heading", () => {
    const output = books(evaluateEdits([{ kind: "drop", id: "shootout" }]));
    expect(output).not.toMatch(/Orphaned|Reopened|No longer fits|Doubtful/);
  });

  test("doubts come with what to do and where it is argued", () => {
    const output = books(evaluateEdits([{ kind: "move", id: "return", to: "2024-01-23" }], "keep", ""));
    expect(output).toMatch(/\? No reason is given[\s\S]*Say in `because`[\s\S]*Weber 1906/);
  });

  test("the table of what-ifs counts what their books list", () => {
    const all = Object.keys(scenario.whatIfs).map((name) => evaluateWhatIf(scenario, name, record));
    const rows = text(overviewBlock(scenario, side, all, 80)).split("\n");
    for (const { name, branch, whatIf } of all) {
      const row = rows.find((one) => one.startsWith(`${name} `));
      expect(row).toMatch(new RegExp(`${whatIf.then} +${branch.orphaned.length} +${branch.reopened.length} `));
    }
  });
});

describe("against each other", () => {
  test("two that are the same part nowhere", () => {
    const output = text(against(side, { name: "same", history: side.history }));
    expect(output).toContain("Nowhere: nothing differs.");
    expect(output.trim().split("\n")).toHaveLength(2);
  });

  test("one that is told to an earlier day is compared up to there", () => {
    const stopped = evaluateEdits([{ kind: "drop", id: "reprisal" }], "stop");
    const output = text(against(side, { name: "mine", history: stopped.history }));
    expect(output).toContain("How they stand at the end of 18 Jan 2024");
    expect(output).not.toContain("22 Jan  ●");
  });

  test("the dossier's difference is that of the second from the first, so that turning them round turns it round", () => {
    const other: Side = { name: "mine", history: evaluateWhatIf(scenario, "restraint", record).history };
    expect(text(against(side, other))).toContain("contacts: 2 | 0");
    expect(text(against(other, side))).toContain("contacts: 0 | 2");
    expect(text(against(other, side))).toMatch(/commitment accord-1 .* is made: kept/);
  });
});

describe("the tree", () => {
  const tree = (all: readonly EvaluatedWhatIf[]) => mermaidBranches(branchesFigure(side.history, all)).split("\n");

  test("has the record's events in order, and nothing else, where there is no what-if", () => {
    const ids = side.history.steps.map(({ event }) => event.id);
    const lines = tree([]);
    expect(lines.slice(0, 2)).toEqual(["gitGraph", '    commit id: "opening"']);
    expect(lines.slice(2).map((line) => /\(([^()]+)\)/.exec(line)?.[1])).toEqual(ids);
  });

  test("a branch leaves the record right after the last event that both share", () => {
    const lines = tree([evaluateWhatIf(scenario, "restraint", record)]);
    const leaves = lines.findIndex((line) => line.startsWith("    branch"));
    expect(lines[leaves - 1]).toContain("(suspension)");
    expect(lines[leaves + 1]).toContain("(remark) in restraint");
  });

  test("what is void is highlighted, and no two commits have one name", () => {
    const all = Object.keys(scenario.whatIfs).map((name) => evaluateWhatIf(scenario, name, record));
    const commits = tree(all).filter((line) => line.includes("commit id"));
    expect(new Set(commits).size).toBe(commits.length);
    const voids = [side, ...all].flatMap(({ history }) => history.steps.filter(({ verdict }) => verdict === "void"));
    expect(commits.some((line) => line.includes("(return) in no-accord") && line.endsWith("HIGHLIGHT"))).toBe(true);
    expect(commits.filter((line) => line.endsWith("type: HIGHLIGHT")).length).toBeLessThanOrEqual(voids.length);
  });
});
