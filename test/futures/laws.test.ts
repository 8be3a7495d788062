/** What holds of every future, over random doctrines and histories with agreements, fading, third parties and schedules. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Doctrine } from "../../src/doctrine/index.ts";
import { type ActId, MINUTES_PER_DAY } from "../../src/events/index.ts";
import {
  addReports,
  compile,
  createSimulator,
  type Future,
  type Log,
  type Model,
  runFutures,
  type Setup,
  written,
} from "../../src/futures/index.ts";
import { openingOf } from "../../src/futures/opening.ts";
import { advance, fold } from "../../src/history/index.ts";
import { keyOf, project, sharedTable, symbolIndex } from "../../src/machine/index.ts";
import { outcomeArbitrary, recordArbitrary, ruleArbitrary, setupArbitrary } from "../../src/testing/index.ts";
import { dyad, rule, start } from "../support/small-models.ts";

const runs = fc.nat(100_000);
const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
/** Setups in general, and such in which agreements come often: both parties want one, and sometimes break it. */
const agreeable: readonly ActId[] = [
  "agree",
  "recall-ambassador",
  "return-ambassador",
  "strike",
  "offer-talks",
  "restore-relations",
  "break-relations",
  "mediate",
];
const setups: fc.Arbitrary<Setup> = fc.oneof(
  setupArbitrary(),
  setupArbitrary({ acts: agreeable, minEvents: 1, maxRules: 6 }).map(({ doctrines, ...setup }) => ({
    ...setup,
    doctrines: { ...doctrines, AAA: agreeing(doctrines["AAA"]), BBB: agreeing(doctrines["BBB"]) },
  })),
);

/** A doctrine that wants an agreement whenever an ambassador was recalled, beside what else it does. */
function agreeing(doctrine: Doctrine | undefined): Doctrine {
  const rules = doctrine?.kind === "rules" ? doctrine.rules : [];
  const wish = rule("recall-ambassador", "agree", {
    every: 5 * MINUTES_PER_DAY,
    atMost: 3,
    if: { relations: "established" },
  });
  return { kind: "rules", rules: [wish, { ...wish, answer: [] }, ...rules] };
}

/** What a future left in a log, as plain lists. */
function logged(log: Log, { events }: Future): readonly (readonly number[])[] {
  return Array.from({ length: events }, (_, k) =>
    [log.symbol, log.minute, log.cause, log.source, log.overdue].map((list) => list[k] ?? Number.NaN),
  );
}

function simulated(model: Model, seed: number, run: number, bound?: number) {
  const simulator = createSimulator(model, seed, [], bound);
  const future = simulator.run(run);
  return { future, log: simulator.log, steps: logged(simulator.log, future) };
}

describe("a future", () => {
  test("is the same whatever ran before it", () => {
    fc.assert(
      fc.property(setups, seeds, runs, fc.array(runs, { maxLength: 4 }), (setup, seed, run, before) => {
        const model = compile(setup);
        const alone = simulated(model, seed, run);
        const simulator = createSimulator(model, seed);
        for (const other of before) simulator.run(other);
        const future = simulator.run(run);
        expect(future).toEqual(alone.future);
        expect(logged(simulator.log, future)).toEqual(alone.steps);
      }),
    );
  });

  test("written out replays event by event to the same situation, and no doctrine did anything unlawful", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(setups, seeds, runs, (setup, seed, run) => {
        const model = compile(setup);
        const { future, log, steps } = simulated(model, seed, run, 150);
        const history = written(model, future, log);
        const made = history.steps.slice(setup.history.steps.length, setup.history.steps.length + future.events);
        expect(made.map(({ event }) => symbolIndex(project(event, setup.history.dyad)))).toEqual(
          steps.map(([symbol]) => symbol),
        );
        expect(made.map(({ minute }) => minute)).toEqual(steps.map(([, minute]) => minute));
        for (const { event, verdict } of made) {
          seen.add(event.act);
          if (!setup.scheduled.includes(event)) expect(verdict, event.id).not.toBe("unlawful");
        }
        if (future.bounded) return;
        expect(history.steps).toHaveLength(setup.history.steps.length + future.events);
        expect(keyOf(history.situation)).toBe(keyOf(sharedTable.situationOf(future.situation)));
      }),
      { numRuns: 400 },
    );
    // The law is about something: what only agreements and the clock bring was among it.
    expect([...seen]).toEqual(
      expect.arrayContaining(["agree", "commitment-kept", "commitment-lapsed", "crisis-faded"]),
    );
  });

  test("up to a minute does not depend on how far beyond it is simulated", () => {
    fc.assert(
      fc.property(setups, seeds, runs, fc.integer({ min: 1, max: 400_000 }), (setup, seed, run, further) => {
        const short = simulated(compile(setup), seed, run);
        const long = simulated(compile({ ...setup, horizon: setup.horizon + further }), seed, run);
        const within = long.steps.filter(([, minute = 0]) => minute <= setup.horizon);
        expect(within).toEqual(short.steps.slice(0, within.length));
        if (!short.future.bounded) expect(short.steps).toHaveLength(within.length);
      }),
    );
  });
});

describe("dropping an event", () => {
  /** Acts that are lawful whatever happens and move nothing, so that what they bring hangs on them alone. */
  const idle: readonly ActId[] = ["lodge-protest", "meet", "visit", "deny-responsibility"];
  const records = recordArbitrary({ dyad, acts: idle, maxLength: 8, maxPause: 1 });
  const rules = fc.array(ruleArbitrary(["party"], { acts: idle }), { minLength: 1, maxLength: 4 }).map(
    (all): Doctrine => ({
      kind: "rules",
      // What couples occasions is left out: bounds on use and situations that matter.
      rules: all.map(({ atMost: _, ...one }) => ({ ...one, answer: [...one.answer, "protest", "contact"], if: {} })),
    }),
  );

  test("leaves everything that did not come of it as it was, to the minute", () => {
    let compared = 0;
    fc.assert(
      fc.property(records, fc.nat(7), rules, rules, seeds, runs, (record, place, one, other, seed, run) => {
        const dropped = record[place % Math.max(1, record.length)];
        if (dropped === undefined) return;
        const whole = modelOf(record, { AAA: one, BBB: other });
        const rest = record.filter((event) => event !== dropped).map((event) => without(event, dropped.id));
        const edited = modelOf(rest, { AAA: one, BBB: other });
        const [before, after] = [simulated(whole, seed, run, 20_000), simulated(edited, seed, run, 20_000)];
        if (before.future.bounded || after.future.bounded) return;
        // What the dropped event answered is open again without it: that came of dropping it too.
        const related = [dropped.id, ...dropped.because].map((id) => `${id} `);
        const kept = (all: readonly string[]) =>
          all.filter((line) => !related.some((id) => line.startsWith(id))).toSorted();
        const [left, right] = [kept(rooted(whole, before)), kept(rooted(edited, after))];
        expect(right).toEqual(left);
        compared += left.length;
      }),
    );
    expect(compared).toBeGreaterThan(1000);
  });

  function modelOf(record: Parameters<typeof fold>[0], doctrines: Readonly<Record<string, Doctrine>>): Model {
    const history = advance(fold(record, { dyad, from: start }), start + 17 * MINUTES_PER_DAY);
    const horizon = history.now + 60 * MINUTES_PER_DAY;
    return compile({ history, scheduled: [], doctrines, assumptions: {}, horizon });
  }

  function without<E extends { readonly because: readonly string[] }>(event: E, id: string): E {
    return { ...event, because: event.because.filter((cause) => cause !== id) };
  }

  /** Every event of a future, with the event of the history that it goes back to. */
  function rooted(model: Model, { steps }: ReturnType<typeof simulated>): readonly string[] {
    const roots: string[] = [];
    const occasions = openingOf(model).occasions.map(({ event }) => event);
    return steps.map(([symbol, minute, cause = -1], k) => {
      roots[k] = cause >= 0 ? (roots[cause] ?? "") : cause === -1 ? "none" : (occasions[-3 - cause] ?? "");
      return `${roots[k]} ${symbol} ${minute}`;
    });
  }
});

test("reports of parts put together are the report of the whole", () => {
  const outcomes = fc.array(outcomeArbitrary(), { minLength: 1, maxLength: 4 });
  const parts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(setups, outcomes, seeds, parts, (setup, wanted, seed, sizes) => {
      const model = compile(setup);
      const named = Object.fromEntries(wanted.map((outcome, k) => [`o${k}`, outcome]));
      let from = 0;
      const reports = sizes.map((futures) => {
        const report = runFutures(model, named, { seed, from, futures });
        from += futures;
        return report;
      });
      expect(addReports(reports)).toEqual(runFutures(model, named, { seed, futures: from }));
    }),
    { numRuns: 50 },
  );
});
