import { expect, test } from "vitest";
import { EMPTY } from "../../src/dossier/index.ts";
import { type UnfinishedState, unfinishedAtOpening, unfinishedStateAfter } from "../../src/futures/unfinished-cache.ts";
import { type ChartEvent, symbolIndex } from "../../src/machine/index.ts";

const NOTHING = unfinishedAtOpening(EMPTY, { a: "AAA", b: "BBB" });

function after(state: UnfinishedState, type: ChartEvent["type"], by: ChartEvent["by"], owing = 0): UnfinishedState {
  return unfinishedStateAfter(state, "applied", symbolIndex({ type, by }), undefined, owing);
}

function afterClock(state: UnfinishedState): UnfinishedState {
  const [first] = state.waiting;
  if (first === undefined) throw new Error("Nothing waits for the clock.");
  return unfinishedStateAfter(state, "applied", first.symbol, first.event, 0);
}

test("where the same stands again it is the same object, whichever event began it", () => {
  const sanctions = after(NOTHING, "impose-sanctions", "a");
  expect(sanctions.unfinished.measures).toMatchObject([{ kind: "sanctions", by: "AAA" }]);
  expect(after(sanctions, "lift-sanctions", "a")).toBe(NOTHING);
  const both = after(after(NOTHING, "mobilize", "b"), "impose-sanctions", "a");
  expect(after(after(both, "stand-down", "b"), "lift-sanctions", "a")).toBe(NOTHING);
});

test("what a doctrine sets a day for waits under the number of its event, whatever the day", () => {
  const ultimatum = after(NOTHING, "issue-ultimatum", "a");
  expect(ultimatum.waiting.map(({ number }) => number)).toEqual([NOTHING.nextNumber]);
  const agreed = after(ultimatum, "agree", "both", 2);
  expect(agreed.waiting.map(({ number }) => number)).toEqual([ultimatum.nextNumber, NOTHING.nextNumber]);
  expect(afterClock(after(agreed, "return-ambassador", "b"))).toBe(ultimatum);
});

test("a war that is declared over and over ends as often as it began, though so much is not remembered", () => {
  let state = NOTHING;
  for (let k = 0; k < 12; k++) state = after(state, "declare-war", k % 2 === 0 ? "a" : "b");
  expect(new Set(state.unfinished.measures.map(({ event }) => event)).size).toBe(12);
  let ending = after(state, "sign-agreement", "both");
  expect(ending.waiting.every(({ due }) => due === Number.NEGATIVE_INFINITY)).toBe(true);
  for (let left = 12; left > 0; left--) {
    expect(ending.waiting).toHaveLength(left);
    ending = afterClock(ending);
  }
  expect(ending).toBe(NOTHING);
});
