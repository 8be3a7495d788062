/** What must hold of the what-ifs of every scenario and template that is shipped. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { branch, eventsOf, historyOf } from "../../src/history/index.ts";
import {
  type EvaluatedWhatIf,
  evaluateWhatIf,
  judgeHistory,
  readScenario,
  recordOf,
  type Scenario,
} from "../../src/scenario/index.ts";

const files = [...globSync("scenarios/*.yaml"), ...globSync("scenarios/templates/*.yaml")].sort();
const flagship = scenarioIn("scenarios/iran-pakistan-2024.yaml");

function scenarioIn(file: string): Scenario {
  const [main] = relationsIn(file);
  return main ?? raise();
}

/** What the file says of each relation that it follows, the main one first. */
function relationsIn(file: string): readonly Scenario[] {
  const { relations, diagnostics } = readScenario(readFileSync(file, "utf8"), { file });
  if (relations === undefined) throw new Error(`${file}: ${JSON.stringify(diagnostics)}`);
  return relations;
}

/** What-ifs whose point is that the situation never differs, whatever becomes of the events. */
const SAME_AS_THE_RECORD: Readonly<Record<string, readonly string[]>> = {
  "scenarios/india-pakistan-2025.yaml": ["without-washington-as-delhi-has-it", "air-bases-spared"],
};

function evaluatedIn(scenario: Scenario): readonly EvaluatedWhatIf[] {
  const record = recordOf(scenario);
  return Object.keys(scenario.whatIfs).map((name) => evaluateWhatIf(scenario, name, record));
}

test("thirteen scenarios and four templates are shipped", () => {
  expect(files).toHaveLength(17);
});

describe.each(files)("the what-ifs of %s", (file) => {
  const relations = relationsIn(file);
  const [scenario = raise()] = relations;
  const everywhere = relations.map(evaluatedIn);
  const [all = []] = everywhere;

  test("are at least two, and no two of them are the same", () => {
    expect(all.length).toBeGreaterThanOrEqual(2);
    expect(new Set(all.map(({ whatIf: { edits, then } }) => JSON.stringify([edits, then]))).size).toBe(all.length);
  });

  test("can all be carried out, and come out in each relation as each of them says", () => {
    const found = everywhere.flat().flatMap(({ name, findings }) => findings.map((finding) => ({ name, finding })));
    expect(found).toEqual([]);
  });

  test("raise no doubt that is one in each relation", () => {
    const doubts = everywhere.map((some) =>
      some.flatMap(({ name, doubts }) => doubts.map((doubt) => `${name} ${JSON.stringify(doubt)}`)),
    );
    expect(doubts[0]?.filter((doubt) => doubts.every((some) => some.includes(doubt)))).toEqual([]);
  });

  test.each(all.map((one, k) => [one.name, k] as const))("%s gives a reason, and says what follows", (_, k) => {
    const variants = everywhere.flatMap((some) => some.slice(k, k + 1)).map(({ whatIf }) => whatIf);
    expect((variants[0]?.because ?? "").length).toBeGreaterThan(40);
    expect(variants.flatMap((one) => [...one.expect, ...one.contracts]).length).toBeGreaterThan(0);
  });

  test("say what the record does not do, unless that is their point", () => {
    const names = all.filter(({ whatIf: { then } }) => then === "keep" || then === "prune").map(({ name }) => name);
    const unlike = relations.flatMap((one, r) => {
      const record = historyOf(recordOf(one));
      return everywhere[r]?.filter(({ whatIf }) => judgeHistory(whatIf, record).findings.length > 0) ?? [];
    });
    const likeTheRecord = names.filter((name) => unlike.every((one) => one.name !== name));
    expect(likeTheRecord).toEqual(SAME_AS_THE_RECORD[file] ?? []);
  });

  test("mark every event that they invent as invented", () => {
    const known = new Set(scenario.events.map(({ id }) => id));
    const added = all.flatMap(({ branch }) => eventsOf(branch).filter(({ id }) => !known.has(id)));
    for (const { id, note } of added) expect({ id, note }).toEqual({ id, note: expect.stringMatching(/^Invented/) });
  });
});

describe("of the flagship", () => {
  const all = Object.fromEntries(evaluatedIn(flagship).map((one) => [one.name, one]));
  const orphansOf = (name: string) =>
    all[name]?.branch.orphaned.map(({ event, through }) => `${event.id} ← ${through}`);

  test("no retaliation, pruned, takes what came of the reprisal by way of the council, and leaves the American remark", () => {
    expect(orphansOf("restraint")).toEqual([
      "summons ← reprisal",
      "council ← reprisal",
      "overture ← council",
      "warning ← council",
      "answer ← overture",
      "call ← overture",
      "accord ← call",
      "invitation ← call",
      "return ← accord",
      "visit ← invitation",
    ]);
    expect(all["restraint"]?.history.steps.map(({ event }) => event.id)).toContain("remark");
  });

  test("no retaliation, kept, orphans the same and loses nothing, since no law asks for a blow before a hand", () => {
    const { branch, history } = all["restraint-kept"] ?? raise();
    expect(orphansOf("restraint-kept")).toEqual(orphansOf("restraint"));
    expect(eventsOf(branch).map(({ id }) => id)).toEqual(
      flagship.events.map(({ id }) => id).filter((id) => id !== "reprisal"),
    );
    expect(history.steps.filter(({ verdict }) => verdict === "void")).toEqual([]);
  });

  test("a council that meets all the same reopens what followed it and orphans Tehran's protest alone", () => {
    expect(orphansOf("council-anyway")).toEqual(["summons ← reprisal"]);
    const reopened = all["council-anyway"]?.branch.reopened.map(({ event, through }) => `${event.id} ← ${through}`);
    expect(reopened).toEqual([
      "overture ← council",
      "warning ← council",
      "answer ← overture",
      "call ← overture",
      "accord ← call",
      "invitation ← call",
      "return ← accord",
      "visit ← invitation",
    ]);
  });

  test("without an accord the joint return lacks the host's consent", () => {
    const voids = all["no-accord"]?.history.steps.filter(({ verdict }) => verdict === "void") ?? [];
    expect(voids.map(({ event }) => event.id)).toEqual(["return"]);
    expect(voids[0]?.reasons.map(({ remedy }) => remedy).join()).toContain("grant-agrement");
  });

  test("the call can't just be moved before its cause, so it is replaced with another cause", () => {
    const { edits, then } = all["call-first"]?.whatIf ?? raise();
    expect(edits).toMatchObject([{ kind: "replace", id: "call", event: { at: "2024-01-17", because: ["strike"] } }]);
    expect(() => branch(recordOf(flagship), [{ kind: "move", id: "call", to: "2024-01-17" }], then)).toThrow(
      "call names overture as its cause, which comes later",
    );
  });

  test("with the roles exchanged the rules read the same", () => {
    const { history } = all["pakistan-first"] ?? raise();
    const record = historyOf(recordOf(flagship));
    expect(history.steps.map(({ event, verdict }) => [event.id, verdict])).toEqual(
      record.steps.map(({ event, verdict }) => [event.id, verdict]),
    );
    expect(history.steps.map(({ after }) => [after.missionA, after.missionB])).toEqual(
      record.steps.map(({ after }) => [after.missionB, after.missionA]),
    );
  });

  test("a second round is handed over with everything after it open again", () => {
    expect(all["second-round"]?.branch.left.map(({ id }) => id)).toEqual(
      flagship.events.slice(flagship.events.findIndex(({ id }) => id === "council")).map(({ id }) => id),
    );
  });
});

function raise(): never {
  throw new Error("The flagship has lost a what-if.");
}
