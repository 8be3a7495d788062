/** Futures of several relations: deterministic, in the order of time, each relation by the same chart as alone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compile,
  createSimulator,
  eventsOfAll,
  futureEvents,
  type Model,
  modelsOf,
  type Setup,
  written,
} from "../../src/futures/index.ts";
import { advance, extend, foldWeb } from "../../src/history/index.ts";
import { sharedTable, symbols } from "../../src/machine/index.ts";
import { nth } from "../../src/problem/index.ts";
import { evaluateWhatIf } from "../../src/scenario/index.ts";
import { setupArbitrary } from "../../src/testing/index.ts";
import { gulf, relationsOf } from "../support/web.ts";

const RUNS = 40;

function raid(text = gulf): Model {
  const [main] = relationsOf(text);
  if (main === undefined) throw new Error("No relation.");
  return modelsOf(main, evaluateWhatIf(main, "raid")).edited;
}

describe("futures of a web", () => {
  test("of one pair are those of the dyad", () => {
    fc.assert(
      fc.property(setupArbitrary(), fc.nat(), (setup, seed) => {
        const alone = createSimulator(compile(setup), seed);
        const web = createSimulator(compile({ ...setup, others: [], alliances: [] }), seed);
        for (let run = 0; run < 5; run++) expect(web.run(run)).toEqual(alone.run(run));
      }),
    );
  });

  test("are the same for the same seed, whatever ran before", () => {
    const [one, other] = [createSimulator(raid(), 7), createSimulator(raid(), 7)];
    for (let run = RUNS; run > 0; run--) other.run(run);
    for (let run = 0; run < RUNS; run++) expect(one.run(run)).toEqual(other.run(run));
  });

  test("do not depend on the order in which relations stand", () => {
    const model = raid();
    const { others = [], ...main } = model.setup;
    const turned = compile({ ...main, others: others.toReversed() });
    const [one, other] = [createSimulator(model, 3), createSimulator(turned, 3)];
    for (let run = 0; run < RUNS; run++) {
      const ends = (future: ReturnType<typeof one.run>, of: Model) =>
        new Map([of, ...of.others].map(({ dyad: { a, b } }, k) => [`${a} ${b}`, future.relations?.[k]?.situation]));
      const [left, right] = [ends(one.run(run), model), ends(other.run(run), turned)];
      for (const [pair, situation] of left) expect(right.get(pair)).toBe(situation);
    }
  });

  test("replay to the situation that they came to, in every relation", () => {
    const model = raid();
    const simulator = createSimulator(model, 1);
    for (let run = 0; run < RUNS; run++) {
      const { relations = [] } = simulator.run(run);
      for (const [k, one] of [model, ...model.others].entries()) {
        const log = k === 0 ? simulator.log : nth(simulator.others, k - 1);
        const extended = extend(one.setup.history, futureEvents(one, nth(relations, k), log));
        const replayed = advance(extended, one.setup.horizon);
        expect(sharedTable.idOf(replayed.situation)).toBe(nth(relations, k).situation);
      }
    }
  });

  test("written out tell of each relation what touches it, each event once and in order", () => {
    const model = raid();
    const simulator = createSimulator(model, 1);
    for (let run = 0; run < RUNS; run++) {
      const { steps } = written(model, simulator.run(run), simulator.log, simulator.others);
      expect(new Set(steps.map(({ event }) => event.id)).size).toBe(steps.length);
      expect(steps.map(({ minute }) => minute)).toEqual(steps.map(({ minute }) => minute).toSorted((a, b) => a - b));
    }
  });
});

/** How often an act was done in each relation, over many futures. */
function counts(model: Model, act: string): readonly number[] {
  const simulator = createSimulator(model, 1);
  const all = [model, ...model.others].map(() => 0);
  for (let run = 0; run < RUNS; run++) {
    const { relations = [] } = simulator.run(run);
    for (const [k, { events }] of relations.entries()) {
      const log = k === 0 ? simulator.log : nth(simulator.others, k - 1);
      for (let place = 0; place < events; place++) {
        if (nth(symbols, log.symbol[place] ?? 0).type === act && (log.source[place] ?? -1) >= 0)
          all[k] = nth(all, k) + 1;
      }
    }
  }
  return all;
}

describe("between relations", () => {
  test("nothing spreads but what the file says: without alliances nobody else strikes", () => {
    const [main = 0, emirates = 0, ...rest] = counts(raid(), "strike");
    expect(main).toBeGreaterThan(0);
    expect(emirates).toBeGreaterThan(0);
    expect(rest).toEqual([0, 0]);
    expect(counts(raid(gulf.replace(/alliances:\n.*\n/, "")), "strike")).toEqual([main, 0, 0, 0]);
  });

  test("an ally's act names the blow that it answers, which stands before it, even in the same minute", () => {
    for (const after of ["1d", "0d"]) {
      const model = raid(
        gulf.replace("after: 1d, basis: judgement }\noutcomes", `after: ${after}, basis: judgement }\noutcomes`),
      );
      const simulator = createSimulator(model, 1);
      let answered = 0;
      for (let run = 0; run < RUNS; run++) {
        const future = simulator.run(run);
        const { all } = eventsOfAll(model, future, [simulator.log, ...simulator.others]);
        for (const [k, one] of all.entries()) {
          if (one.act !== "strike" || !one.from.includes("ARE")) continue;
          const [cause = ""] = one.because;
          const place = all.findIndex(({ id }) => id === cause);
          const blow =
            place < 0 ? model.setup.history.steps.find(({ event }) => event.id === cause)?.event : all[place];
          // The actor that it strikes has struck Saudi Arabia before.
          expect(blow).toMatchObject({ from: one.to, to: ["SAU"] });
          expect(place).toBeLessThan(k);
          answered += 1;
        }
        const steps = written(model, future, simulator.log, simulator.others).steps;
        const events = steps.map(({ event }) => event);
        for (const { because } of events)
          for (const id of because) expect(events.map((event) => event.id)).toContain(id);
      }
      expect(answered).toBeGreaterThan(0);
    }
  });

  test("a rule may look at another relation", () => {
    const [, , egypt = 0] = counts(raid(), "accuse");
    expect(egypt).toBeGreaterThan(0);
    const never = gulf.replace(
      "if: { between: [SAU, QAT], course: strike }",
      "if: { between: [QAT, KWT], course: strike }",
    );
    expect(counts(raid(never), "accuse")).toEqual([0, 0, 0, 0]);
  });

  test("a rule that comes round sees what has changed in another relation since it last came to nothing", () => {
    const waits = gulf
      .replace("every: 30d, with: accuse", "every: 1d, with: accuse")
      .replace("if: { between: [SAU, QAT], course: strike }", "if: { between: [SAU, QAT], course: retaliation }");
    const [, , egypt = 0] = counts(raid(waits), "accuse");
    expect(egypt).toBeGreaterThan(0);
  });

  test("who has broken with one of them mediates between nobody, where the file asks for it", () => {
    const asks = gulf
      .replace("from: KWT, to: [SAU, QAT], because: severance", "from: KWT, to: [SAU, QAT], because: severance")
      .replace("  - between: [QAT, KWT]", "  - { between: [QAT, KWT], opening: { relations: severed } }")
      .replace('  - { at: "2021-01-05", between: [QAT, KWT], course: normal.full }\n', "")
      .replace("  - { answer: rupture, with: mediate", "  - { every: 30d, with: mediate");
    const every = counts(raid(asks), "mediate");
    const none = counts(raid(asks.replace("outcomes:", "mediators: need-relations\noutcomes:")), "mediate");
    expect(every.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
    expect(none).toEqual([0, 0, 0, 0]);
  });
});

test("relations without anything to come cost nothing and end where they began", () => {
  const pairs = [
    { a: "AAA", b: "BBB" },
    { a: "CCC", b: "DDD" },
  ];
  const [first, second] = foldWeb(
    [],
    pairs.map((dyad) => ({ dyad, from: 0 })),
  );
  if (first === undefined || second === undefined) throw new Error("No relation.");
  const setup = (history: typeof first): Setup => ({
    history,
    scheduled: [],
    doctrines: {},
    assumptions: {},
    horizon: 10_000,
  });
  const { relations } = createSimulator(compile({ ...setup(first), others: [setup(second)] }), 1).run(0);
  expect(relations?.map(({ events, bounded }) => ({ events, bounded }))).toEqual([
    { events: 0, bounded: false },
    { events: 0, bounded: false },
  ]);
});
