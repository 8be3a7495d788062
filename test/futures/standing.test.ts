import { expect, test } from "vitest";
import { EMPTY } from "../../src/dossier/index.ts";
import { type Standing, standingAfter, standingOf } from "../../src/futures/standing.ts";
import { type ChartEvent, symbolIndex } from "../../src/machine/index.ts";

const NOTHING = standingOf(EMPTY, { a: "AAA", b: "BBB" });

function after(standing: Standing, type: ChartEvent["type"], by: ChartEvent["by"], owing = 0): Standing {
  return standingAfter(standing, "applied", symbolIndex({ type, by }), undefined, owing);
}

function rung(standing: Standing): Standing {
  const [first] = standing.waiting;
  if (first === undefined) throw new Error("Nothing waits for the clock.");
  return standingAfter(standing, "applied", first.symbol, first.event, 0);
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
  expect(ultimatum.waiting.map(({ number }) => number)).toEqual([NOTHING.free]);
  const agreed = after(ultimatum, "agree", "both", 2);
  expect(agreed.waiting.map(({ number }) => number)).toEqual([ultimatum.free, NOTHING.free]);
  expect(rung(after(agreed, "return-ambassador", "b"))).toBe(ultimatum);
});

test("a war that is declared over and over ends as often as it began, though so much is not remembered", () => {
  let standing = NOTHING;
  for (let k = 0; k < 12; k++) standing = after(standing, "declare-war", k % 2 === 0 ? "a" : "b");
  expect(new Set(standing.unfinished.measures.map(({ event }) => event)).size).toBe(12);
  let ending = after(standing, "sign-agreement", "both");
  expect(ending.waiting.every(({ due }) => due === Number.NEGATIVE_INFINITY)).toBe(true);
  for (let left = 12; left > 0; left--) {
    expect(ending.waiting).toHaveLength(left);
    ending = rung(ending);
  }
  expect(ending).toBe(NOTHING);
});
