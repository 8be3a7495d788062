import { expect, test } from "vitest";
import {
  addPairs,
  addReports,
  createSimulator,
  differencesOf,
  pairFutures,
  quantileOf,
  reachedShare,
  runFutures,
  shareOf,
  written,
} from "../../src/futures/index.ts";
import type { Outcome } from "../../src/scenario/index.ts";
import { afterStrike, sure } from "../support/futures.ts";

const outcomes: Readonly<Record<string, Outcome>> = {
  answered: { kind: "reached", pattern: { ledger: "both" } },
  when: { kind: "first", pattern: { ledger: "both" } },
  force: { kind: "count", what: "force" },
  end: { kind: "final", region: "course" },
  worst: { kind: "peak", of: "hostility" },
  crisis: { kind: "longest", pattern: { course: ["strike", "retaliation"] } },
};

const likely = afterStrike({ PAK: { kind: "strategy", use: "tit-for-tat", parameters: { answers: 0.5 } } });

test("an answer that is certain and quick comes in every future, within the delay", () => {
  const { outcomes: tallies } = runFutures(afterStrike({ PAK: sure("tit-for-tat") }), outcomes, {
    seed: 1,
    futures: 200,
  });
  expect(tallies["answered"]?.sum).toBe(200);
  expect(tallies["force"]?.counts).toEqual(new Map([[2, 200]]));
  expect(tallies["when"] && quantileOf(tallies["when"], 0.5).value).toBeLessThan(120);
  expect(tallies["worst"]?.counts).toEqual(new Map([[4, 200]]));
});

test("nothing follows where nobody has a doctrine, and the crisis fades by itself", () => {
  const model = afterStrike({});
  const { outcomes: tallies, events } = runFutures(model, outcomes, { seed: 1, futures: 10 });
  expect(events).toBe(10);
  expect(tallies["end"]?.counts).toEqual(new Map([[0, 10]]));
  const simulator = createSimulator(model, 1);
  expect(written(model, simulator.run(0), simulator.log).steps.at(-1)?.event.act).toBe("crisis-faded");
});

test("a share of futures is the chance that the doctrine gives, within its interval", () => {
  const { outcomes: tallies } = runFutures(likely, outcomes, { seed: 7, futures: 20_000 });
  // Half of the answers come at all; of those, some after the end of what is simulated.
  const share =
    tallies["answered"] === undefined ? shareOf(0, 1) : reachedShare(tallies["when"] ?? tallies["answered"]);
  expect(share.high).toBeLessThan(0.5);
  expect(share.low).toBeGreaterThan(0.4);
});

test("futures run in parts and put together are those run at once", () => {
  const whole = runFutures(likely, outcomes, { seed: 3, futures: 1000 });
  const parts = [0, 250, 500, 750].map((from) => runFutures(likely, outcomes, { seed: 3, from, futures: 250 }));
  expect(addReports(parts)).toEqual(whole);
});

test("pairs run in parts and put together are those run at once, and each side is its own report", () => {
  const other = afterStrike({ PAK: { kind: "strategy", use: "restraint", parameters: { answers: 0.7 } } });
  const whole = pairFutures(likely, other, outcomes, { seed: 3, futures: 600 });
  const parts = [0, 200, 400].map((from) => pairFutures(likely, other, outcomes, { seed: 3, from, futures: 200 }));
  expect(addPairs(parts)).toEqual(whole);
  expect(whole.one).toEqual(runFutures(likely, outcomes, { seed: 3, futures: 600 }));
  expect(whole.other).toEqual(runFutures(other, outcomes, { seed: 3, futures: 600 }));
});

test("a model paired with itself differs by nothing, and pairing saves all the variance", () => {
  const { force } = differencesOf(pairFutures(likely, likely, outcomes, { seed: 1, futures: 500 }));
  expect(force).toEqual({ difference: { value: 0, low: 0, high: 0 }, saved: 1 });
});

test("a harsher answer under the same luck is answered at the same times", () => {
  const model = (use: string) => afterStrike({ PAK: { kind: "strategy", use, parameters: { answers: 0.5 } } });
  const [mild, harsh] = [model("restraint"), model("tit-for-tat")].map((one) => createSimulator(one, 5));
  for (let run = 0; run < 200; run++) {
    const [one, other] = [mild?.run(run), harsh?.run(run)];
    const first = (simulator: typeof mild, events = 0): number =>
      events > 0 ? (simulator?.log.minute[0] ?? 0) : Number.NaN;
    expect(first(mild, one?.events)).toBe(first(harsh, other?.events));
  }
});

test("doctrines that answer each other without end are cut at the bound, and that is reported", () => {
  const echo = (by: string) => ({
    kind: "rules" as const,
    rules: [
      {
        answer: ["strike" as const],
        with: "strike" as const,
        chance: 1,
        after: { kind: "between" as const, least: 0, most: 0 },
        if: {},
      },
    ],
    by,
  });
  const model = afterStrike({ PAK: echo("PAK"), IRN: echo("IRN") });
  expect(runFutures(model, outcomes, { seed: 1, futures: 3, bound: 50 })).toMatchObject({ bounded: 3, events: 150 });
});
