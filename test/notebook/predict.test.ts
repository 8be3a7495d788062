/** Predict, reveal, score: probabilities that lock, scores by their formulas, and what the record says. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { open, openText, scoresOf } from "../../src/notebook/index.ts";
import { base } from "../support/scenario.ts";

const whole = await open("iran-pakistan-2024");
const seen = whole.until("recall");

/** Probabilities of so many options that sum to one. */
function probabilities(options: readonly string[]): fc.Arbitrary<Readonly<Record<string, number>>> {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: options.length, maxLength: options.length });
  return weights
    .filter((some) => some.some((weight) => weight > 0))
    .map((some) => {
      const sum = some.reduce((total, weight) => total + weight, 0);
      return Object.fromEntries(options.map((option, k) => [option, (some[k] ?? 0) / sum]));
    });
}

const options = ["protest", "strike", "mediation"];

describe("scores", () => {
  test("Brier is the sum of squared differences, from 0 to 2; log is the logarithm of what was given", () => {
    fc.assert(
      fc.property(probabilities(["a", "b", "c", "d"]), fc.constantFrom("a", "b", "c", "d"), (given, happened) => {
        const { brier, log } = scoresOf(given, happened);
        const p = given[happened] ?? 0;
        const others = Object.entries(given).filter(([option]) => option !== happened);
        expect(brier).toBeCloseTo((1 - p) ** 2 + others.reduce((sum, [, q]) => sum + q * q, 0), 12);
        expect(brier).toBeGreaterThanOrEqual(0);
        expect(brier).toBeLessThanOrEqual(2 + 1e-12);
        expect(log).toBe(Math.log(p));
        expect(log).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("are proper: whoever believes p and says q does no better than with p", () => {
    const two = ["a", "b", "c"];
    fc.assert(
      fc.property(probabilities(two), probabilities(two), (believed, stated) => {
        const expected = (given: Readonly<Record<string, number>>) =>
          two.reduce((sum, option) => sum + (believed[option] ?? 0) * scoresOf(given, option).brier, 0);
        expect(expected(believed)).toBeLessThanOrEqual(expected(stated) + 1e-12);
      }),
    );
  });

  test("what was not on the list was given nothing", () => {
    expect(scoresOf({ a: 0.5, b: 0.5 }, "c")).toEqual({ brier: 1.5, log: Number.NEGATIVE_INFINITY });
  });
});

test("reveal scores as the formulas say, beside the same for every option", () => {
  fc.assert(
    fc.property(probabilities(options), (given) => {
      const answer = seen.predict(given, { because: "because" }).reveal();
      const { brier, log } = scoresOf(given, "strike");
      expect(answer.happened).toBe("strike");
      expect(answer.brier).toBeCloseTo(brier, 12);
      expect(answer.log === log || Math.abs(answer.log - log) < 1e-12).toBe(true);
      expect(answer.naive.brier).toBeCloseTo(2 / 3, 12);
      expect(answer.naive.log).toBeCloseTo(-Math.log(3), 12);
    }),
    { numRuns: 30 },
  );
});

test("probabilities that do not sum to one are refused with what they sum to", () => {
  fc.assert(
    fc.property(probabilities(options), fc.double({ min: 0.01, max: 0.9, noNaN: true }), (given, factor) => {
      const less = Object.fromEntries(Object.entries(given).map(([option, p]) => [option, p * factor]));
      expect(() => seen.predict(less)).toThrow(/add up to 0\.\d+, not to 1: add 0\.\d+/);
    }),
    { numRuns: 30 },
  );
  expect(() => seen.predict({ protest: 0.3, strike: 0.5, mediation: 0.3 })).toThrow(
    "add up to 1.1, not to 1: take away 0.1",
  );
});

test("a prediction in which nothing is given is one that nobody has made yet", () => {
  expect(() => seen.predict({ protest: 0, strike: 0, mediation: 0 })).toThrow("Put your own numbers in");
});

test("thirds with three digits are taken, and count as thirds", () => {
  const { probabilities: given } = seen.predict({ protest: 0.333, strike: 0.333, mediation: 0.333 });
  expect(given["strike"]).toBeCloseTo(1 / 3, 12);
});

test.each([
  [{ stirke: 1 }, '"stirke" is no option here, and no act. Did you mean strike?'],
  [{ strike: -0.2, protest: 1.2 }, "a probability is a number from 0 to 1"],
  [{ strike: Number.NaN, protest: 1 }, "a probability is a number from 0 to 1"],
  [{}, "predict expects a probability for each option"],
])("%j is refused in one paragraph", (given, message) => {
  expect(() => seen.predict(given)).toThrow(message);
});

test("a prediction is locked, and says nothing of what happened", () => {
  const guess = seen.predict({ strike: 1 }, { because: "so" });
  expect(Object.isFrozen(guess)).toBe(true);
  expect(Object.isFrozen(guess.probabilities)).toBe(true);
  expect(JSON.stringify(guess) + String(guess)).not.toMatch(/reprisal|missiles|18 Jan|2024-01-18/);
});

test("revealing twice is the same object", () => {
  const guess = seen.predict({ strike: 0.5, protest: 0.5 });
  expect(guess.reveal()).toBe(guess.reveal());
});

test("a prediction after the reveal is marked, also when the crisis was opened anew", async () => {
  const fresh = await open("us-iran-2020");
  const before = fresh.until("al-asad").predict({ "strike again": 1 });
  expect(before.late).toBe(false);
  before.reveal();
  const again = (await open("us-iran-2020")).until("al-asad").predict({ "say that it is over": 1 });
  expect(again.late).toBe(true);
  expect(String(again)).toContain("counts as practice");
  expect(String(again.reveal())).toContain("say nothing");
  expect(before.late).toBe(false);
});

test("nothing given to what happened is told kindly, with minus infinity", () => {
  const output = String(seen.predict({ protest: 1 }).reveal());
  expect(output).toContain("−∞");
  expect(output.replace(/\s+/g, " ")).toContain("Keep a little for what you think impossible");
});

test("what happened is told by the events of whoever was asked, with sources", () => {
  const answer = seen.predict({ strike: 1 }).reveal();
  expect(answer.events).toEqual(["bar", "suspension", "reprisal"]);
  expect(String(answer)).toContain("Adam Morrow");
});

test("acts can be predicted where the scenario asks nothing, of one party alone", () => {
  const later = whole.until("overture");
  expect(later.predict({ "express-deescalation": 0.6, strike: 0.4 }, { by: "IRN" }).reveal().events).toEqual([
    "answer",
  ]);
  expect(later.predict({ warn: 0.6, strike: 0.4 }).reveal().happened).toBe("warn");
  expect(later.predict({ "declare-war": 0.5, blockade: 0.5 }).reveal().happened).toBe("none of these");
});

test("several defensible answers each get their feedback", () => {
  const options = {
    protest: "It had protested already.",
    strike: { say: "an answer in kind", feedback: "As it did." },
  };
  const answer = seen.predict({ protest: 0.5, strike: 0.5 }, { options: options }).reveal();
  expect(answer.feedback).toEqual({ protest: "It had protested already.", strike: "As it did." });
  for (const text of ["It had protested already.", "an answer in kind", "As it did."])
    expect(String(answer)).toContain(text);
});

test("an answer that no act says is the scenario's, with its reason", async () => {
  const fresh = (await open("india-pakistan-2001")).until("recall");
  const answer = fresh.predict({ "recall him": 0.8, "leave him in New Delhi": 0.2 }).reveal();
  expect(answer.happened).toBe("leave him in New Delhi");
  expect(String(answer).replace(/\s+/g, " ")).toContain("It matched every other step");
});

test("the whole record leaves nothing to predict, nor does its end", () => {
  expect(() => whole.predict({ strike: 1 })).toThrow("lies open");
  expect(() => whole.until("visit").predict({ strike: 1 })).toThrow("ends here");
});

test("the answer of a question need not be among what was predicted", () => {
  const small = openText(base, "small").until("strike");
  const answer = small.predict({ strike: 1 }).reveal();
  expect(answer.happened).toBe("protest");
  expect(answer.brier).toBe(2);
});
