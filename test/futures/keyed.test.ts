/** An actor that a change does not concern has the same draws as before. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Doctrine, Rule } from "../../src/doctrine/index.ts";
import { type DiplomaticEvent, event, when } from "../../src/events/index.ts";
import { compile, createSimulator, futureEvents } from "../../src/futures/index.ts";
import { fold } from "../../src/history/index.ts";

const dyad = { a: "IRN", b: "PAK" };
const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
const aside = event({ id: "aside", act: "counter-terror-operation", at: "2024-01-16", from: ["IRN"] });

function rule(more: Pick<Rule, "with"> & Partial<Rule>): Rule {
  return { answer: [], chance: 0.6, after: { kind: "exponential", mean: 4000 }, if: {}, ...more };
}

const parties: Readonly<Record<string, Doctrine>> = {
  IRN: { kind: "strategy", use: "reciprocating", parameters: { answers: 0.8 } },
  PAK: {
    kind: "rules",
    rules: [
      rule({ answer: ["force"], with: "strike" }),
      rule({ answer: ["force"], with: "recall-ambassador" }),
      rule({ answer: ["conciliation"], with: "express-deescalation" }),
    ],
  },
};
const group: Readonly<Record<string, Doctrine>> = {
  JAA: { kind: "rules", rules: [rule({ every: 20_000, with: "non-state-attack" })] },
};

/** What happens in a future, without the ids that depend on how often something has happened. */
function eventsWithoutIds(
  events: readonly DiplomaticEvent[],
  doctrines: Readonly<Record<string, Doctrine>>,
  seed: number,
  run: number,
) {
  const history = fold(events, { dyad, from: when("2024-01-15").start });
  const model = compile({ history, scheduled: [], doctrines, assumptions: {}, horizon: when("2024-06-01").start });
  const simulator = createSimulator(model, seed);
  return futureEvents(model, simulator.run(run), simulator.log).map(({ at, act, from }) => ({ at, act, from }));
}

const numbers = fc.tuple(fc.integer(), fc.nat({ max: 1_000_000 }));
const all = { ...parties, ...group };

test("an event less that nobody answers leaves every future as it was", () => {
  fc.assert(
    fc.property(numbers, ([seed, run]) => {
      expect(eventsWithoutIds([strike], all, seed, run)).toEqual(eventsWithoutIds([strike, aside], all, seed, run));
    }),
  );
});

test("who else has a doctrine, and in which order they stand, moves nobody's draws", () => {
  fc.assert(
    fc.property(numbers, ([seed, run]) => {
      const whole = eventsWithoutIds([strike], all, seed, run);
      expect(
        eventsWithoutIds([strike], { ...group, PAK: all["PAK"] as Doctrine, IRN: all["IRN"] as Doctrine }, seed, run),
      ).toEqual(whole);
      expect(eventsWithoutIds([strike], parties, seed, run)).toEqual(whole.filter(({ from }) => !from.includes("JAA")));
    }),
  );
});

test("a rule that is added at the end of a doctrine moves none of the draws before it", () => {
  const quiet = rule({ answer: ["claim-responsibility"], with: "make-statement" });
  const { PAK } = parties;
  const longer: Doctrine = { kind: "rules", rules: [...(PAK?.kind === "rules" ? PAK.rules : []), quiet] };
  fc.assert(
    fc.property(numbers, ([seed, run]) => {
      expect(eventsWithoutIds([strike], { ...all, PAK: longer }, seed, run)).toEqual(
        eventsWithoutIds([strike], all, seed, run),
      );
    }),
  );
});

test("other seeds and other runs are other futures", () => {
  const some = [1, 2].flatMap((seed) =>
    Array.from({ length: 50 }, (_, run) => JSON.stringify(eventsWithoutIds([strike], all, seed, run))),
  );
  expect(new Set(some).size).toBeGreaterThan(80);
});
