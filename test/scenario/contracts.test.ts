/** Contracts: what is claimed of whole histories, and what a history may and may not say about it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatWhen, MINUTES_PER_DAY, when } from "../../src/events/index.ts";
import { advance, begin, extend, fold, type History } from "../../src/history/index.ts";
import { matches, regionNames, regions } from "../../src/machine/index.ts";
import { impossibility, isCoherent } from "../../src/scenario/coherence.ts";
import {
  type Contract,
  evaluateWhatIf,
  judgeContract,
  judgeHistory,
  type Response,
  recordOf,
  replayScenario,
  type Scenario,
} from "../../src/scenario/index.ts";
import { patternArbitrary, recordArbitrary } from "../../src/testing/index.ts";
import { situations } from "../support/reachable.ts";
import { base, read } from "../support/scenario.ts";

const NEVER = "never:\n  - { name: no-war, course: retaliation.war }";

/** The small scenario with other contracts, and its what-if with something after its policy. */
function scenarioWith(contracts: string, whatIf = ""): Scenario {
  const { scenario, diagnostics } = read(base.replace(NEVER, contracts).replace("then: prune", `then: prune${whatIf}`));
  if (scenario === undefined) throw new Error(JSON.stringify(diagnostics));
  return scenario;
}

/** How the one contract stands in the small record: a strike on the 16th, a recall on the 17th, an accord on the 22nd. */
function standingOf(contracts: string) {
  const scenario = scenarioWith(contracts);
  const [contract] = scenario.contracts;
  if (contract === undefined) throw new Error("The scenario has a contract.");
  return judgeContract(contract, replayScenario(scenario));
}

const leads = (from: string, to: string, within: string): string =>
  `leads-to:\n  - { name: answered, from: ${from}, to: ${to}, within: ${within} }`;

describe("always", () => {
  test("holds where every moment is as it says, the opening included", () => {
    expect(standingOf("always:\n  - { name: open, relations: established }")).toMatchObject({ standing: "held" });
    expect(standingOf("always:\n  - { name: strike, course: strike }")).not.toHaveProperty("step");
  });

  test("is broken by the step that leaves it", () => {
    const verdict = standingOf("always:\n  - { name: in-post, missions: { PAK: ambassador } }");
    expect(verdict).toMatchObject({ standing: "violated", step: { event: { id: "recall" } } });
  });
});

describe("leads-to", () => {
  test.each([
    ["{ course: strike }", "{ course: ambassadors-recalled }", "1d", "held"], // on the very last minute
    ["{ course: strike }", "{ course: ambassadors-recalled }", "1439min", "violated"],
    ["{ course: strike }", "{ ledger: by-IRN }", "1min", "held"], // there already when it begins
    ["{ course: strike }", "{ course: retaliation }", "30d", "violated"],
    ["{ course: strike }", "{ course: retaliation }", "31d", "undecided"], // the window closes before
    ["{ course: retaliation }", "{ course: normal }", "1d", "held"], // nothing was ever asked for
    ["{ course: normal.full }", "{ course: strike }", "1d", "held"], // the opening asks from the beginning of the window
    ["{ course: normal.full }", "{ course: strike }", "1439min", "violated"],
  ])("from %s to %s within %s: %s", (from, to, within, standing) => {
    expect(standingOf(leads(from, to, within)).standing).toBe(standing);
  });

  test("names the step that asked, when the answer was due, and how often it was asked", () => {
    const verdict = standingOf(leads("{ course: strike }", "{ course: retaliation }", "3d"));
    expect(verdict).toMatchObject({ step: { event: { id: "strike" } }, due: when("2024-01-19").start, occasions: 1 });
  });

  test("is no longer owed by a moment that was answered, and is by the next", () => {
    const scenario = scenarioWith(leads("{ posture: force }", "{ course: retaliation }", "5d"));
    const [contract] = scenario.contracts;
    const strike = scenario.events[0];
    if (contract === undefined || strike === undefined) throw new Error("The scenario has both.");
    const answer = { ...strike, id: "answer", at: "2024-01-18", from: ["PAK"], to: ["IRN"] };
    const history = extend(begin({ dyad: scenario.dyad }), [strike, answer]);
    expect(judgeContract(contract, advance(history, when("2024-03-01").end))).toMatchObject({ standing: "held" });
  });

  test("undecided is no finding, and is told", () => {
    const scenario = scenarioWith(leads("{ course: strike }", "{ course: retaliation }", "60d"));
    const history = replayScenario(scenario);
    expect(judgeHistory(scenario, history).findings).toEqual([]);
    expect(judgeHistory(scenario, history).besides).toMatchObject([{ step: { event: { id: "strike" } } }]);
  });
});

describe("a what-if", () => {
  const struck = "always:\n  - { name: struck, ledger: [clear, by-IRN] }";

  test("is held to the contracts of the file and to its own", () => {
    const scenario = scenarioWith(leads("{ course: normal.full }", "{ course: strike }", "2d"));
    const { findings: found } = evaluateWhatIf(scenario, "calm");
    expect(found).toMatchObject([{ kind: "leads-to", name: "answered" }]);
    const own = scenarioWith(struck, "\n    never:\n      - { name: no-accord, terms: pending }");
    expect(evaluateWhatIf(own, "calm").findings).toEqual([]);
  });

  test("may put a contract of its own in the place of one of the file", () => {
    const contract = leads("{ course: normal.full }", "{ course: strike }", "2d");
    const milder = `\n    ${leads("{ course: strike }", "{ course: normal }", "2d").replace("\n", "\n    ")}`;
    expect(evaluateWhatIf(scenarioWith(contract, milder), "calm").findings).toEqual([]);
  });

  test("that says what it breaks is held to breaking it", () => {
    const contract = leads("{ course: normal.full }", "{ course: strike }", "2d");
    expect(evaluateWhatIf(scenarioWith(contract, "\n    breaks: [answered]"), "calm").findings).toEqual([]);
    expect(evaluateWhatIf(scenarioWith(struck, "\n    breaks: [struck]"), "calm").findings).toEqual([
      { kind: "kept", name: "struck" },
    ]);
  });

  test("is carried out beside the record without changing what the record is held to", () => {
    const scenario = scenarioWith(struck, "\n    breaks: [struck]");
    expect(judgeHistory(scenario, replayScenario(scenario)).findings).toEqual([]);
    expect(recordOf(scenario).edits).toEqual([]);
  });
});

const dyad = { a: "AAA", b: "BBB" };
const from = when("2024-01-01").start;
const records = recordArbitrary({ dyad });
const days = fc.integer({ min: 1, max: 60 });
const responses: fc.Arbitrary<Response> = fc
  .tuple(patternArbitrary(), patternArbitrary(), days)
  .map(([asks, to, within]) => ({ kind: "leads-to", name: "r", from: asks, to, within: within * MINUTES_PER_DAY }));
const contracts: fc.Arbitrary<Contract> = fc.oneof(
  fc
    .tuple(fc.constantFrom("never" as const, "always" as const), patternArbitrary())
    .map(([kind, pattern]) => ({ kind, name: "i", pattern })),
  responses,
);

describe("on random histories", () => {
  test("always a region in some states is never the same region in the others", () => {
    const region = fc.constantFrom(...regionNames);
    fc.assert(
      fc.property(records, region, fc.nat(), (record, named, mask) => {
        const all: readonly string[] = regions[named];
        const some = all.filter((_, k) => ((mask >> k) & 1) === 1);
        const others = all.filter((state) => !some.includes(state));
        const history = fold(record, { dyad, from });
        const of = (kind: "never" | "always", states: readonly string[]) => {
          const { contract: _, ...verdict } = judgeContract({ kind, name: "x", pattern: { [named]: states } }, history);
          return verdict;
        };
        expect(of("always", some)).toEqual(of("never", others));
      }),
    );
  });

  test("what is violated stays violated, by the same step, whatever comes and however long it is told on", () => {
    fc.assert(
      fc.property(records, contracts, fc.nat(12), fc.nat(400), (record, contract, cut, later) => {
        const prefix = extend(begin({ dyad, from }), record.slice(0, cut));
        const longerHistory = advance(prefix, Math.max(prefix.now, from) + later * MINUTES_PER_DAY);
        for (const some of [prefix, longerHistory]) {
          const before = judgeContract(contract, some);
          const coming = record.slice(cut).filter(({ at }) => when(at).end >= some.now);
          const after = judgeContract(contract, extend(some, coming));
          if (before.standing !== "violated") continue;
          expect(after.standing).toBe("violated");
          expect(after.step?.event.id).toBe(before.step?.event.id);
        }
      }),
    );
  });

  test("leads-to is violated where by its definition a moment asks and no moment in time answers", () => {
    fc.assert(
      fc.property(records, responses, fc.nat(300), (record, contract, later) => {
        const history = fold(record, { dyad, from }, from + later * MINUTES_PER_DAY);
        expect(judgeContract(contract, history).standing).toBe(byDefinition(contract, history));
      }),
    );
  });
});

/** Every pair of moments is looked at: slow, and plainly what the documentation says. */
function byDefinition({ from: asks, to, within }: Response, { opening, steps, now }: History): string {
  const moments = [
    { situation: opening, minute: from },
    ...steps.map(({ after, minute }) => ({ situation: after, minute })),
  ];
  const unanswered = moments.flatMap(({ situation, minute }, k) => {
    const before = moments[k - 1];
    const begins = matches(situation, asks) && (before === undefined || !matches(before.situation, asks));
    const answered = moments.slice(k).some((later) => later.minute <= minute + within && matches(later.situation, to));
    return begins && !answered ? [minute + within] : [];
  });
  if (unanswered.length === 0) return "held";
  return unanswered.some((due) => now > due) ? "violated" : "undecided";
}

describe("coherence", () => {
  test("is kept by every situation that can be reached, so no pattern of one is called impossible", () => {
    expect(situations.filter((situation) => !isCoherent(situation)).map((one) => JSON.stringify(one))).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...situations), fc.subarray([...regionNames]), (situation, named) => {
        expect(impossibility(Object.fromEntries(named.map((region) => [region, situation[region]])))).toBeUndefined();
      }),
    );
  });
});

test("dates in these tests begin where they say", () => {
  expect(formatWhen(from)).toBe("2024-01-01");
});
