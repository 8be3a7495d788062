/** Exact answers: closed forms, obstacles in clear sentences, two methods against each other, and the solver. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MINUTES_PER_DAY } from "../../src/events/index.ts";
import { compile, type Exact, exactOutcomes, type Model, poisson, solveSparse } from "../../src/futures/index.ts";
import type { Outcome } from "../../src/scenario/index.ts";
import { setupArbitrary } from "../../src/testing/index.ts";
import { exponential, rule, small, start } from "../support/small-models.ts";

const DAY = MINUTES_PER_DAY;
const retaliation: Outcome = { kind: "first", pattern: { course: "retaliation" } };
const recalled: Outcome = { kind: "first", pattern: { missionB: "recalled" } };

function exactly(model: Model, outcome: Outcome, limit?: number): Exact {
  const { it } = exactOutcomes(model, { it: outcome }, limit);
  if (it === undefined) throw new RangeError("no answer");
  return it;
}

function passage(model: Model, outcome: Outcome): Extract<Exact, { answer: "passage" }> {
  const answer = exactly(model, outcome);
  if (answer.answer !== "passage") throw new RangeError(JSON.stringify(answer));
  return answer;
}

/** The answers of a passage with neither horizon nor quiet period. */
function ever(model: Model, outcome: Outcome): { probability: number; mean: number } {
  const { eventually } = passage(model, outcome);
  if (eventually.answer !== "passage") throw new RangeError(eventually.why);
  return eventually;
}

function whyNot(model: Model, outcome: Outcome, limit?: number): { code: string; why: string } {
  const answer = exactly(model, outcome, limit);
  if (answer.answer !== "none") throw new RangeError(JSON.stringify(answer));
  return answer;
}

describe("closed forms", () => {
  const chance = fc.double({ min: 0.01, max: 1, noNaN: true });
  const days = fc.integer({ min: 1, max: 100 });

  test("one rule: its chance is the probability, its delay the mean; within a horizon the delay's distribution", () => {
    fc.assert(
      fc.property(chance, days, days, (c, mean, horizon) => {
        const rules = { BBB: [rule("strike", "strike", { chance: c, after: exponential(mean) })] };
        const model = small(rules, { days: horizon });
        const reached = 1 - Math.exp(-horizon / mean);
        // The mean of an exponential delay that is known to be at most the horizon.
        const within = mean - (horizon * (1 - reached)) / reached;
        const answer = passage(model, retaliation);
        expect(answer.probability).toBeCloseTo(c * reached, 9);
        expect(answer.mean / DAY).toBeCloseTo(within, 5);
        expect(ever(model, retaliation).probability).toBeCloseTo(c, 9);
        expect(ever(model, retaliation).mean / DAY).toBeCloseTo(mean, 6);
      }),
    );
  });

  test("a race of two exponential delays goes to each by its rate, and ends when the first comes", () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        // The first act ends the strike as the headline: afterwards the other rule's occasion no longer counts.
        const model = small({
          BBB: [
            rule("strike", "strike", { after: exponential(one) }),
            rule("strike", "recall-ambassador", { after: exponential(other) }),
          ],
        });
        const both: Outcome = { kind: "first", pattern: { missionB: "ambassador", course: "retaliation" } };
        const { probability, mean } = ever(model, both);
        expect(probability).toBeCloseTo(other / (one + other), 9);
        expect(mean / DAY).toBeCloseTo((one * other) / (one + other), 6);
      }),
    );
  });

  test("a chain of answers takes the sum of its delays", () => {
    const model = small({
      BBB: [
        rule("strike", "threaten-force", { after: exponential(3), atMost: 1 }),
        rule("lodge-protest", "recall-ambassador", { after: exponential(7) }),
      ],
      AAA: [rule("threaten-force", "lodge-protest", { chance: 0.5, after: exponential(5) })],
    });
    expect(ever(model, recalled).probability).toBeCloseTo(0.5, 9);
    expect(ever(model, recalled).mean / DAY).toBeCloseTo(15, 6);
  });

  test("an exchange without end leaves it by its odds: a geometric number of rounds", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (c) => {
        const model = small(
          {
            BBB: [rule("threat", "threaten-force", { chance: c, after: exponential(2) })],
            AAA: [
              rule("threat", "threaten-force", { chance: c, after: exponential(2) }),
              rule("strike", "threaten-force", { after: exponential(1) }),
            ],
          },
          { past: ["threaten-force"] },
        );
        const mean = exactly(model, { kind: "count", what: "threat" });
        // The history's own one and then a chain in which each brings the next with the same chance.
        expect(mean.answer === "mean" ? mean.mean : Number.NaN).toBeCloseTo(1 / (1 - c), 6);
      }),
    );
  });

  test("births at a rate and deaths at another: offers that come round wait for their answers", () => {
    const model = small(
      { AAA: [rule("strike", "lodge-protest", { answer: [], every: 10 * DAY, after: exponential(4) })] },
      { past: [], days: 25 },
    );
    const mean = exactly(model, { kind: "count", what: "protest" });
    const expected = 1 - Math.exp(-15 / 4) + (1 - Math.exp(-5 / 4));
    expect(mean.answer === "mean" ? mean.mean : Number.NaN).toBeCloseTo(expected, 9);
  });

  test("a crisis of the history fades when its quiet period is over, unless somebody stirs it", () => {
    const rules = { BBB: [rule("strike", "strike", { after: exponential(10) })] };
    const model = small(rules, { days: 30, quiet: 30 });
    const final = exactly(model, { kind: "final", region: "course" });
    const shares = final.answer === "shares" ? final.shares : {};
    expect(shares["normal.full"]).toBeCloseTo(Math.exp(-3), 9);
    expect(shares["retaliation.answered"]).toBeCloseTo(1 - Math.exp(-3), 9);
  });

  test("what has happened already is certain, whatever the doctrines", () => {
    const answer = passage(
      small({ BBB: [rule("strike", "strike", { after: { kind: "gamma", mean: 9, shape: 2 } })] }),
      {
        kind: "first",
        pattern: { course: "strike" },
      },
    );
    expect(answer).toMatchObject({ probability: 1, mean: 0, states: 0 });
  });

  test("a history that is older than its delay leaves the answer that has not come yet less likely", () => {
    const rules = [rule("strike", "strike", { chance: 0.5, after: exponential(10) })];
    const model = small({ BBB: rules });
    const later = { ...model.setup.history, now: start + 20 * DAY };
    const aged = compile({ ...model.setup, history: later, horizon: later.now + 1000 * DAY });
    const ahead = 0.5 * Math.exp(-2);
    expect(ever(aged, retaliation).probability).toBeCloseTo(ahead / (0.5 + ahead), 9);
    expect(ever(aged, retaliation).mean / DAY).toBeCloseTo(30, 6);
  });
});

describe("what has no exact answer says why", () => {
  const strikeBack = rule("strike", "strike", { after: exponential(5) });

  test("a rule whose delay is of another kind is named, with its place and its delay", () => {
    const model = small({
      BBB: [strikeBack, rule("force", "recall-ambassador", { after: { kind: "gamma", mean: 60, shape: 2 } })],
    });
    expect(whyNot(model, retaliation)).toEqual({
      answer: "none",
      code: "delay-not-exponential",
      why: "Rule 2 of BBB (with recall-ambassador) has a delay that is gamma. Only exponential delays, and answers at once, have exact answers.",
    });
  });

  test("a named strategy is named", () => {
    const { setup } = small({});
    const doctrines = { BBB: { kind: "strategy", use: "grim", parameters: {} } } as const;
    expect(whyNot(compile({ ...setup, doctrines }), retaliation).why).toContain("BBB follows grim");
  });

  test("the time that a situation lasts", () => {
    expect(whyNot(small({ BBB: [strikeBack] }), { kind: "longest", pattern: {} }).code).toBe("duration-of-a-spell");
  });

  test("an agreement that obliges an ambassador to return, unless the outcome is decided by then", () => {
    const agree = rule("recall-ambassador", "agree", { after: exponential(3) });
    const model = small(
      { AAA: [agree], BBB: [rule("lodge-protest", "agree", { after: exponential(3) })] },
      { past: ["lodge-protest"] },
    );
    const both = small({
      AAA: [agree],
      BBB: [
        rule("strike", "recall-ambassador", { after: exponential(2) }),
        rule("strike", "agree", { after: exponential(3) }),
      ],
    });
    expect(exactly(model, { kind: "peak", of: "hostility" }).answer).toBe("shares");
    expect(whyNot(both, { kind: "peak", of: "hostility" }).code).toBe("terms-to-carry-out");
    expect(passage(both, { kind: "reached", pattern: { missionB: "recalled" } }).probability).toBeCloseTo(1, 9);
  });

  test("a horizon beyond the quiet period, where a stirred crisis could fade", () => {
    const { code, why } = whyNot(small({ BBB: [strikeBack] }, { days: 100, quiet: 90 }), {
      kind: "final",
      region: "course",
    });
    expect(code).toBe("quiet-period");
    expect(why).toContain("90 days");
  });

  test("more states than are looked at, with the number", () => {
    const breed = rule("threat", "threaten-force", { after: exponential(5) });
    const model = small({ AAA: [breed, breed], BBB: [breed, breed] }, { past: ["threaten-force"] });
    expect(whyNot(model, retaliation, 100)).toMatchObject({ code: "too-many-states" });
    expect(whyNot(model, retaliation, 100).why).toContain("More than 100 ");
  });

  test("answers at once that never end", () => {
    const back = rule("threat", "threaten-force");
    const model = small(
      {
        AAA: [back, rule("strike", "threaten-force")],
        BBB: [back, rule("strike", "threaten-force", { after: exponential(2) })],
      },
      {},
    );
    expect(whyNot(model, { kind: "peak", of: "hostility" }).code).toBe("answers-at-once-for-ever");
  });

  test("answers at once to what happened this very minute come before anything else", () => {
    const model = small({ BBB: [rule("strike", "recall-ambassador", { chance: 0.25 })] });
    expect(passage(model, recalled)).toMatchObject({ probability: 0.25, mean: 0 });
  });

  test("a rule that comes round has no end, but an answer within the horizon", () => {
    const model = small(
      { BBB: [rule("strike", "recall-ambassador", { answer: [], every: 7 * DAY, after: exponential(1) })] },
      { days: 30 },
    );
    const { probability, eventually } = passage(model, recalled);
    expect(probability).toBeGreaterThan(0.99);
    expect(eventually).toMatchObject({ answer: "none", code: "comes-round-for-ever" });
  });
});

describe("two methods agree", () => {
  test("uniformisation over a horizon beyond everything, and the equations of first passage", () => {
    const setups = setupArbitrary({
      delays: "exponential",
      maxRules: 3,
      maxUses: 2,
      every: false,
      quiet: [40_000],
      ahead: [9_000],
    });
    const patterns = [
      { posture: "force" },
      { missionA: "recalled" },
      { course: "retaliation" },
      { course: "reconciliation" },
      { relations: "severed" },
    ] as const;
    let compared = 0;
    fc.assert(
      fc.property(setups, (setup) => {
        const model = compile(setup);
        const outcomes = patterns.map((pattern, k) => [String(k), { kind: "first", pattern } as const] as const);
        for (const answer of Object.values(exactOutcomes(model, Object.fromEntries(outcomes), 2000))) {
          if (answer.answer !== "passage" || answer.eventually.answer !== "passage") continue;
          expect(answer.probability).toBeCloseTo(answer.eventually.probability, 7);
          if (answer.probability < 1e-6) continue;
          compared += 1;
          expect(answer.mean / DAY).toBeCloseTo(answer.eventually.mean / DAY, 2);
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(0);
  });

  test("the sparse solver and elimination, within the error that it states", () => {
    const size = 8;
    const entry = fc.double({ min: 0, max: 1, noNaN: true });
    const matrix = fc.array(fc.array(entry, { minLength: size + 1, maxLength: size + 1 }), {
      minLength: size,
      maxLength: size,
    });
    fc.assert(
      fc.property(matrix, fc.array(entry, { minLength: size, maxLength: size }), (raw, constant) => {
        // Each row is divided so that it and the way out sum to 1; the way out is at least one in eight.
        const p = raw.map((row, k) => {
          const kept = row.slice(0, size).map((one, j) => (j === k ? 0 : one));
          const all = kept.reduce((sum, one) => sum + one, 0) * 1.125 + (row[size] ?? 0) + 0.01;
          return kept.map((one) => one / all);
        });
        const rows = p.map((row) => ({ to: row.map((_, j) => j), share: row }));
        const [solved] = solveSparse(rows, [constant]) ?? [];
        const truth = eliminated(
          p.map((row, k) => row.map((one, j) => (j === k ? 1 : 0) - one)),
          constant,
        );
        truth.forEach((value, k) => {
          expect(Math.abs(value - (solved?.value[k] ?? Number.NaN))).toBeLessThanOrEqual((solved?.error ?? 0) + 1e-12);
        });
      }),
    );
  });

  test("Poisson weights and their recurrence, near and far from zero", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50_000, noNaN: true }), (mean) => {
        const { first, weights, error } = poisson(mean);
        expect(error).toBeLessThan(1e-15);
        expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
        const average = weights.reduce((sum, one, k) => sum + one * (first + k), 0);
        expect(Math.abs(average - mean)).toBeLessThanOrEqual(1e-9 * (1 + mean));
      }),
    );
  });
});

/** Gauss's elimination with pivots. */
function eliminated(matrix: readonly (readonly number[])[], constant: readonly number[]): readonly number[] {
  const rows = matrix.map((row, k) => [...row, constant[k] ?? 0]);
  for (let k = 0; k < rows.length; k++) {
    const rest = rows.slice(k).toSorted((one, other) => Math.abs(other[k] ?? 0) - Math.abs(one[k] ?? 0));
    rows.splice(k, rest.length, ...rest);
    const pivot = rows[k] ?? [];
    for (const [at, row] of rows.entries()) {
      if (at === k) continue;
      const factor = (row[k] ?? 0) / (pivot[k] ?? 1);
      for (const [j, one] of pivot.entries()) row[j] = (row[j] ?? 0) - factor * one;
    }
  }
  return rows.map((row, k) => (row.at(-1) ?? 0) / (row[k] ?? 1));
}
