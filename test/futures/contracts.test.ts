/** Contracts and expectations of outcomes over futures. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MINUTES_PER_DAY } from "../../src/events/index.ts";
import {
  compile,
  contractStandings,
  createSimulator,
  decided,
  type Report,
  runFutures,
  standingOf,
  watchOf,
  written,
} from "../../src/futures/index.ts";
import { type Contract, judgeContract, type OutcomeExpectation } from "../../src/scenario/index.ts";
import { patternArbitrary, setupArbitrary } from "../../src/testing/index.ts";
import { afterStrike, sure } from "../support/futures.ts";

const contracts: fc.Arbitrary<Contract> = fc.oneof(
  fc
    .tuple(fc.constantFrom("never" as const, "always" as const), patternArbitrary())
    .map(([kind, pattern]) => ({ kind, name: "i", pattern })),
  fc.tuple(patternArbitrary(), patternArbitrary(), fc.integer({ min: 1, max: 60 })).map(([from, to, days]) => ({
    kind: "leads-to" as const,
    name: "r",
    from,
    to,
    within: days * MINUTES_PER_DAY,
  })),
);

test("a contract stands in a future as in the same future written out and judged as a history, whatever ran before", () => {
  fc.assert(
    fc.property(
      setupArbitrary({ minEvents: 1 }),
      fc.array(contracts, { minLength: 1, maxLength: 4 }),
      (setup, some) => {
        const model = compile(setup);
        const watches = some.map((contract) => watchOf({ kind: "contract", contract }, setup.history));
        const simulator = createSimulator(model, 7, watches);
        for (let run = 0; run < 5; run++) {
          const history = written(model, simulator.run(run), simulator.log);
          const counted = watches.map((watch) => contractStandings[watch.value()]);
          expect(counted).toEqual(some.map((contract) => judgeContract(contract, history).standing));
        }
      },
    ),
  );
});

/** A report in which this many of a thousand futures reached what an outcome asks for. */
function reached(hits: number, futures = 1000): Report {
  const counts = new Map([
    [1, hits],
    [0, futures - hits],
  ]);
  const tally = { futures, reached: futures, sum: hits, squares: hits, counts, bin: 1 };
  return { seed: 1, futures, outcomes: { war: tally }, events: 0, refused: 0, bounded: 0 };
}

const war = { kind: "reached", pattern: { posture: "war" } } as const;
const share = (bounds: Partial<OutcomeExpectation>): OutcomeExpectation => ({
  index: 0,
  outcome: "war",
  measure: "share",
  ...bounds,
});

describe("an expectation of an outcome", () => {
  test.each([
    [{ atLeast: 0.9 }, 930, "held"],
    [{ atLeast: 0.9 }, 905, "undecided"], // the estimate is right of the bound, the interval is not
    [{ atLeast: 0.9 }, 895, "undecided"],
    [{ atLeast: 0.9 }, 870, "failed"],
    [{ atMost: 0.1 }, 70, "held"],
    [{ atMost: 0.1 }, 130, "failed"],
    [{ atLeast: 0.4, atMost: 0.6 }, 500, "held"],
    [{ atLeast: 0.4, atMost: 0.6 }, 590, "undecided"],
    [{ atMost: 0 }, 0, "undecided"],
  ])("%j with %d of 1000 futures is %s", (bounds, hits, standing) => {
    expect(decided(share(bounds), war, reached(hits))).toMatchObject([{ standing }]);
  });

  test("is never decided by the estimate: held and failed only where the whole interval is on one side", () => {
    const bound = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(bound, fc.nat(1000), fc.boolean(), (at, hits, least) => {
        const [one] = decided(share(least ? { atLeast: at } : { atMost: at }), war, reached(hits));
        const { low = 0, high = 1 } = one?.estimate ?? {};
        const [below, above] = [high < at, low > at];
        if (one?.standing === "held") expect(least ? low >= at : high <= at).toBe(true);
        if (one?.standing === "failed") expect(least ? below : above).toBe(true);
      }),
    );
  });

  test("that is undecided says how many futures would settle it, and with so many it is settled", () => {
    // The interval of a thousand futures reaches three hundredths to each side.
    const near = fc.integer({ min: 470, max: 530 }).filter((hits) => hits !== 500);
    fc.assert(
      fc.property(near, (hits) => {
        const [one] = decided(share({ atLeast: 0.5 }), war, reached(hits));
        fc.pre(one?.standing === "undecided" && one.enough !== undefined);
        expect(one.enough).toBeGreaterThan(1000);
        const more = Math.ceil(one.enough);
        const [settled] = decided(share({ atLeast: 0.5 }), war, reached(Math.round((hits / 1000) * more), more));
        expect(settled?.standing).toBe(hits > 500 ? "held" : "failed");
      }),
    );
  });

  test("exactly at its bound is settled by no number of futures", () => {
    expect(decided(share({ atLeast: 0.5 }), war, reached(500))).toMatchObject([{ enough: Number.POSITIVE_INFINITY }]);
  });

  test("allows its bounds themselves", () => {
    expect(standingOf({ atLeast: 2 }, { low: 2, high: 3 })).toBe("held");
    expect(standingOf({ atMost: 3 }, { low: 2, high: 3 })).toBe("held");
    expect(standingOf({ atMost: 2 }, { low: 2, high: 3 })).toBe("undecided");
  });

  test("of a mean, a median and a final state is decided by the interval that the outcome is told with", () => {
    const model = afterStrike({ PAK: sure("tit-for-tat"), IRN: sure("restraint") });
    const outcomes = {
      force: { kind: "count", what: "force" },
      back: { kind: "first", pattern: { course: "retaliation" } },
      end: { kind: "final", region: "course" },
    } as const;
    const report = runFutures(model, outcomes, { seed: 1, futures: 200 });
    const of = (expectation: Omit<OutcomeExpectation, "index">, kind: keyof typeof outcomes) =>
      decided({ index: 0, ...expectation }, outcomes[kind], report)[0]?.standing;
    expect(of({ outcome: "force", measure: "mean", atLeast: 1 }, "force")).toBe("held");
    expect(of({ outcome: "back", measure: "median", atMost: 2 * MINUTES_PER_DAY }, "back")).toBe("held");
    expect(of({ outcome: "back", measure: "median", atLeast: 2 * MINUTES_PER_DAY }, "back")).toBe("failed");
    expect(of({ outcome: "end", measure: "share", in: ["normal"], atMost: 0.5 }, "end")).toBe("held");
  });
});
