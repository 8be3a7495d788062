/** What must hold of every template: a complete lesson in the format, in which nothing is wrong and nothing is true. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { claimsOf, disputesIn } from "../../src/dossier/index.ts";
import { judgeHistory, readScenario, replayScenario } from "../../src/scenario/index.ts";
import { scenarioFile } from "../../src/scenario/schema/file.ts";

const names = readdirSync("scenarios/templates");

test("there are four templates, two of them of more than two states", () => {
  expect(names).toEqual(["bloc.yaml", "border-incident.yaml", "expulsion-spiral.yaml", "three-states.yaml"]);
});

/** The keys of the format that stand at no beginning of a line. */
function keysLeftOutBy(text: string): readonly string[] {
  return Object.keys(scenarioFile.shape).filter((key) => !new RegExp(`^${key}:`, "m").test(text));
}

describe.each(names)("the template %s", (name) => {
  const file = `scenarios/templates/${name}`;
  const text = readFileSync(file, "utf8");
  const { scenario, relations = [], diagnostics } = readScenario(text, { file });
  if (scenario === undefined) throw new Error(`${file}: ${JSON.stringify(diagnostics)}`);
  const history = replayScenario(scenario);

  test("has no problem, not even a warning, and no void event", () => {
    expect(diagnostics).toEqual([]);
    for (const relation of relations) {
      const replay = replayScenario(relation);
      expect(replay.steps.filter(({ verdict }) => verdict === "void").map(({ event }) => event.id)).toEqual([]);
      expect(judgeHistory(relation, replay).findings).toEqual([]);
    }
  });

  test("shows every key of the format but those that few cases need", () => {
    expect(keysLeftOutBy(text)).toEqual(
      name === "bloc.yaml"
        ? ["zone", "quiet", "opening", "mediators", "context"] // its relations have an opening each
        : ["zone", "quiet", "relations", "groups", "alliances", "mediators", "context"],
    );
  });

  test("comes from a crisis back to normal relations", () => {
    expect(history.steps.some(({ after }) => after.missionA !== "ambassador" || after.missionB !== "ambassador")).toBe(
      true,
    );
    expect(history.steps.at(-1)?.after).toMatchObject({ course: "normal.full", terms: "none" });
  });

  test("says that it is invented, in its sources too, and uses each of them", () => {
    expect([scenario.dyad.a, scenario.dyad.b]).toEqual(["AAA", "BBB"]);
    expect(text.split("scenario:")[0]).toContain("invented");
    for (const { title } of Object.values(scenario.sources)) expect(title).toMatch(/^Invented for teaching/);
    expect([...new Set(scenario.events.flatMap(({ cite }) => cite))].sort()).toEqual(
      Object.keys(scenario.sources).sort(),
    );
  });

  test("names a cause for all but the first event, and shows a dispute", () => {
    expect(scenario.events.slice(1).filter(({ because }) => because.length === 0)).toEqual([]);
    expect(disputesIn(claimsOf(history.dossier)).length).toBeGreaterThan(0);
  });

  test("has what-ifs of the policies keep, prune and stop, each with a reason and its own edit", () => {
    const whatIfs = Object.values(scenario.whatIfs);
    expect(whatIfs.map(({ then }) => then)).toEqual(expect.arrayContaining(["keep", "prune", "stop"]));
    expect(whatIfs.filter(({ because }) => because === undefined)).toEqual([]);
    expect(new Set(whatIfs.map(({ edits, then }) => JSON.stringify([edits, then]))).size).toBe(whatIfs.length);
  });

  test("says what its numbers rest on", () => {
    expect(Object.values(scenario.assumptions).length).toBeGreaterThan(0);
    for (const { basis, range } of Object.values(scenario.assumptions)) {
      expect(basis).toBeDefined();
      expect(range).toBeDefined();
    }
    expect(Object.keys(scenario.doctrines).slice(0, 2)).toEqual(["AAA", "BBB"]);
  });
});

test("between them the templates show every edit but the swap", () => {
  const kinds = names.flatMap((name) => {
    const file = `scenarios/templates/${name}`;
    const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
    return Object.values(scenario?.whatIfs ?? {}).flatMap(({ edits }) => edits.map(({ kind }) => kind));
  });
  expect([...new Set(kinds)].sort()).toEqual(["add", "drop", "move", "replace"]);
});

describe.each(["bloc.yaml", "three-states.yaml"])("the template of several relations %s", (name) => {
  const file = `scenarios/templates/${name}`;
  const { relations = [] } = readScenario(readFileSync(file, "utf8"), { file });
  const histories = relations.map(replayScenario);

  test("moves at least three relations, says something of each, and begins and ends none of them in a crisis", () => {
    expect(relations.length).toBeGreaterThanOrEqual(3);
    for (const [k, { expect: expected, contracts }] of relations.entries()) {
      expect(expected.length + contracts.length).toBeGreaterThan(0);
      expect(histories[k]?.situation.course).toMatch(/^normal/);
    }
    expect(histories.filter(({ steps }) => steps.some(({ verdict }) => verdict === "applied")).length).toBeGreaterThan(
      1,
    );
  });

  test("has an event that moves one relation and none of another, and one that was caused in another", () => {
    const moved = histories.map(
      ({ steps }) => new Set(steps.filter(({ verdict }) => verdict === "applied").map(({ event }) => event.id)),
    );
    const events = relations[0]?.events ?? [];
    const across = events.filter(({ id, because }) =>
      moved.some((some) => some.has(id) && because.some((cause) => !some.has(cause))),
    );
    expect(across.length).toBeGreaterThan(0);
    expect(
      events.filter(({ id }) => moved.some((some) => some.has(id)) && moved.some((some) => !some.has(id))),
    ).not.toEqual([]);
  });

  test("has what-ifs that say what comes of them in more than one relation", () => {
    const claimCount = (whatIf: string): number =>
      relations.filter(({ whatIfs }) => {
        const { expect: expected = [], contracts = [] } = whatIfs[whatIf] ?? {};
        return expected.length + contracts.length > 0;
      }).length;
    expect(Object.keys(relations[0]?.whatIfs ?? {}).filter((one) => claimCount(one) > 1).length).toBeGreaterThanOrEqual(
      3,
    );
  });
});
