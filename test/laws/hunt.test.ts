/** The hunt: what breaks a contract is found, made as small as it can be, and the same for the same seed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { historyOf } from "../../src/history/index.ts";
import { huntNow } from "../../src/laws/hunt/hunt.ts";
import { randomWhatIfArbitrary } from "../../src/laws/hunt/random-what-ifs.ts";
import { branchOf } from "../../src/laws/hunt/write-out.ts";
import { type Hunted, type HuntResult, judgeLessons } from "../../src/laws/index.ts";
import { editValue, insertWhatIf, judgeContract, recordOf, type Scenario } from "../../src/scenario/index.ts";
import { ofAll } from "../support/enduring.ts";
import { base, read } from "../support/scenario.ts";

const NEVER = "never:\n  - { name: no-war, course: retaliation.war }";

function text(contracts: string, whatIf = "then: prune"): string {
  return base.replace(NEVER, contracts).replace("then: prune", whatIf);
}

function scenarioOf(file: string): Scenario {
  const { scenario, diagnostics } = read(file);
  if (scenario === undefined) throw new Error(JSON.stringify(diagnostics));
  return scenario;
}

function hunted(contracts: string, whatIf?: string, more: Partial<Parameters<typeof huntNow>[1]> = {}): HuntResult {
  return huntNow(scenarioOf(text(contracts, whatIf)), { seed: 1, runs: ofAll(60, 15), futures: 10, ...more });
}

function claim(result: HuntResult, name: string): Hunted {
  const found = result.claims.find((claim) => claim.claim.name === name);
  if (found === undefined) throw new Error(`There is a claim called ${name}.`);
  return found;
}

const ANSWERED =
  "leads-to:\n  - { name: recalled, from: { course: strike }, to: { course: ambassadors-recalled }, within: 2d }";

describe("a planted violation", () => {
  test("is found and shrunk to the known minimum: a severance takes one act", () => {
    const { standing, counterexample } = claim(
      hunted("always:\n  - { name: stands, relations: established }"),
      "stands",
    );
    expect(standing).toBe("broken");
    expect(counterexample?.written?.edits).toHaveLength(1);
    expect(counterexample?.broken.step?.event.act).toBe("break-relations");
  });

  test("of an answer that does not come is found too, and names the event that asked", () => {
    const { counterexample } = claim(hunted(ANSWERED), "recalled");
    expect(counterexample?.written?.edits.length).toBeLessThanOrEqual(2);
    expect(counterexample?.broken.due).toBeDefined();
    expect(counterexample?.branch?.edits).toEqual(counterexample?.written?.edits);
  });

  test("is left with no edit that could be dropped, whatever the seed", () => {
    const scenario = scenarioOf(
      text(`${NEVER}\nalways:\n  - { name: in-post, missions: { IRN: ambassador } }\n${ANSWERED}`),
    );
    const record = recordOf(scenario);
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const { claims } = huntNow(scenario, { seed, runs: 40, futures: 0 });
        for (const { claim: one, counterexample } of claims) {
          if (counterexample?.written === undefined || one.kind !== "contract") continue;
          const { edits, then } = counterexample.written;
          const breaks = (some: typeof edits): boolean => {
            const branch = some.length === 0 ? undefined : branchOf(record, some, then);
            return branch !== undefined && judgeContract(one.contract, historyOf(branch)).standing === "violated";
          };
          expect(breaks(edits)).toBe(true);
          for (const k of edits.keys()) expect(breaks(edits.toSpliced(k, 1))).toBe(false);
        }
      }),
      { numRuns: ofAll(8, 1) },
    );
  });

  test("in the futures of a what-if is written out without chance", () => {
    const result = hunted(
      "never:\n  - { name: no-answer, ledger: both }",
      "then: model".replace("model", "model\n  struck:\n    edit: [{ drop: recall }]\n    then: model"),
      { runs: 1, futures: 40 },
    );
    const { standing, counterexample } = claim(result, "no-answer");
    expect(standing).toBe("broken");
    expect(counterexample?.written?.then).not.toBe("model");
    expect(counterexample?.branch).toBeDefined();
  });

  test("that a what-if of the file says it breaks is known, and no finding", () => {
    const whatIfText = "then: prune\n    breaks: [struck]";
    const result = hunted(
      "always:\n  - { name: struck, ledger: [clear, by-IRN] }\n  - { name: x, ledger: [clear, by-IRN] }",
      whatIfText,
    );
    expect(claim(result, "struck")).toMatchObject({ standing: "known", whatIf: "calm" });
    expect(claim(result, "x").standing).toBe("broken");
  });
});

test("when making counterexamples small has cost what it may, the claims after that go without, and are broken all the same", () => {
  const contracts = `never:\n${["one", "two", "three"].map((n) => `  - { name: ${n}, relations: severed }\n`).join("")}`;
  const whole = hunted(contracts).claims.filter(({ claim: { kind } }) => kind === "contract");
  const spent = hunted(contracts, undefined, { effort: 1 }).claims.filter(({ claim: { kind } }) => kind === "contract");
  expect(whole.map(({ counterexample }) => counterexample !== undefined)).toEqual([true, true, true]);
  expect(spent.map(({ counterexample }) => counterexample !== undefined)).toEqual([true, false, false]);
  expect(spent.map(({ standing, times }) => [standing, times])).toEqual(
    whole.map(({ standing, times }) => [standing, times]),
  );
});

test("the same seed gives the same result, to the byte", () => {
  const once = (seed: number): string =>
    JSON.stringify(
      hunted(`${NEVER}\n${ANSWERED}`, undefined, { seed }).claims.map(({ times, counterexample }) => [
        times,
        counterexample?.written,
      ]),
    );
  expect(once(5)).toBe(once(5));
  expect(once(5)).not.toBe(once(6));
});

test("only what is asked for is hunted", () => {
  const result = hunted(`${NEVER}\n${ANSWERED}`, undefined, { only: "recalled" });
  expect(result.claims.map(({ claim: { name } }) => name)).toEqual(["recalled"]);
});

test("no law of the system is broken by any what-if of the small scenario", () => {
  const result = hunted(NEVER, undefined, { runs: ofAll(200, 50) });
  const laws = result.claims.filter((claim) => claim.claim.kind === "law");
  expect(laws.length).toBeGreaterThan(30);
  expect(laws.filter(({ standing }) => standing !== "held").map((law) => law.claim.name)).toEqual([]);
});

describe("witnesses", () => {
  test("say of a contract that was never asked for anything that it was not", () => {
    const vacuous =
      "leads-to:\n  - { name: v, from: { relations: severed, missions: { IRN: charge } }, to: { course: normal }, within: 1d }";
    expect(claim(hunted(vacuous, undefined, { runs: 20 }), "v")).toMatchObject({
      standing: "held",
      witness: { asked: 0 },
    });
  });

  test("say how near a contract came to being broken, and by which act first", () => {
    const { witness } = claim(hunted(NEVER, undefined, { runs: 20 }), "no-war");
    expect(witness?.near).toBeGreaterThan(0);
    expect(witness?.nearest?.act.type).toBe("declare-war");
  });
});

test("coverage counts every event of the record in the histories in which it happened, the record among them", () => {
  const { coverage } = hunted(NEVER, undefined, { runs: 50 });
  expect([...coverage.events.keys()]).toEqual(["strike", "recall", "accord"]);
  for (const { happened } of coverage.events.values()) {
    expect(happened).toBeGreaterThan(0);
    expect(happened).toBeLessThan(coverage.histories);
  }
  expect(coverage.acts.get("strike")?.applied).toBeGreaterThan(0);
  expect(coverage.situations).toBeGreaterThan(4);
});

test("whatever is drawn can stand in the file, where it is the same what-if", () => {
  const file = text(NEVER);
  const scenario = scenarioOf(file);
  fc.assert(
    fc.property(randomWhatIfArbitrary(scenario, recordOf(scenario)), ({ edits, then }) => {
      fc.pre(edits.length > 0);
      const made = insertWhatIf(file, "drawn", { edits: edits.map(editValue), then });
      if ("code" in made) throw new Error(made.message);
      const { diagnostics, scenario: again } = read(made.text);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(again?.whatIfs["drawn"]?.edits).toEqual(edits);
    }),
  );
});

describe("a lesson", () => {
  const judged = (answer: string, options: string) => {
    const file = text(NEVER).replace("answer: protest", `answer: ${answer}`).replace("[protest, strike]", options);
    return judgeLessons(scenarioOf(file))[0];
  };

  test("is right where its answer comes next, doubtful where another option does, wrong where it never comes", () => {
    expect(judged("recall-ambassador", "[recall-ambassador, agree]")).toMatchObject({
      standing: "right",
      event: "recall",
    });
    expect(judged("agree", "[recall-ambassador, agree]")).toMatchObject({ standing: "doubtful", event: "recall" });
    expect(judged("protest", "[protest, agree]")).toMatchObject({ standing: "wrong" });
  });

  test("whose answer is no act is not judged", () => {
    expect(judged("nobody knows", "[nobody knows, agree]")).toMatchObject({ standing: "unjudged" });
  });
});
