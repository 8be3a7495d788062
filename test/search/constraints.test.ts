/** What may happen on a way: by act, by cause and by actor. */
import { describe, expect, test } from "vitest";
import { actOf, isHostile } from "../../src/events/index.ts";
import { type ChartEvent, isEntitled, symbols } from "../../src/machine/index.ts";
import { isAllowed } from "../../src/search/constraints.ts";
import { allowedSymbols, type Constraints } from "../../src/search/index.ts";

const symbolTexts = (constraints?: Constraints): readonly string[] =>
  allowedSymbols(constraints).map(({ type, by }) => `${type} by ${by}`);
/** The details that a way may have: those that an act can be given, or that come of themselves. */
const MADE: ReadonlySet<string> = new Set([
  ...["truce", "terms", "others", "others-a", "others-b", "last-of-a", "last-of-b", "last-of-both"],
]);
const strikes = { acts: { only: ["strike"] } } as const;

describe("without constraints", () => {
  test("all is allowed that somebody may do at all: not a joint act by one alone, nor what is contrary to its sense", () => {
    expect(symbolTexts()).toContain("strike by a");
    expect(symbolTexts()).toContain("agree by both");
    expect(symbolTexts()).not.toContain("agree by a");
    expect(symbolTexts()).not.toContain("mediate by a");
    expect(allowedSymbols().every((symbol) => isEntitled(symbol) && symbol.detail !== "contrary")).toBe(true);
    const left = symbols.filter(
      ({ detail, ...symbol }) =>
        isEntitled(symbol) &&
        (detail === undefined || MADE.has(detail)) &&
        (symbol.by !== "other" || actOf(symbol.type).class === "clock"),
    );
    const alone = left.filter(({ type, by }) => by !== "both" && actOf(type).requires.includes("mutual-consent"));
    expect(allowedSymbols()).toHaveLength(left.length - alone.length);
  });

  test("what is not hostile comes first, then what is, then the clock", () => {
    const ranks = allowedSymbols().map(({ type }) => (actOf(type).class === "clock" ? 2 : isHostile(type) ? 1 : 0));
    expect(ranks).toEqual(ranks.toSorted());
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2]));
    const force = { causes: { only: ["force", "clock", "agreement"] } } as const;
    expect(symbolTexts(force).slice(0, 6)).toEqual([
      "agree by both",
      "sign-agreement by both",
      "restore-relations by both",
      "agree by both",
      "restore-relations by both",
      "strike by a",
    ]);
    expect(symbolTexts(force)).toContain("crisis-faded by other");
    expect(symbolTexts(force).at(-1)).toBe("measure-ended by other");
  });
});

describe("by act and cause", () => {
  test("only these, when some are given, and none of those", () => {
    expect(symbolTexts(strikes)).toEqual(["strike by a", "strike by b", "strike by both"]);
    expect(symbolTexts({ acts: { only: ["strike"], without: ["strike"] } })).toEqual([]);
    expect(symbolTexts({ acts: { only: [] } })).toEqual([]);
    expect(symbolTexts({ causes: { only: ["agreement"] }, acts: { without: ["agree"] } })).toEqual([
      "sign-agreement by both",
      "restore-relations by both",
      "restore-relations by both",
    ]);
    expect(symbolTexts({ causes: { without: ["force"] } })).toEqual(
      symbolTexts().filter((line) => !symbolTexts({ causes: { only: ["force"] } }).includes(line)),
    );
  });
});

describe("by actor", () => {
  const strike = (by: ChartEvent["by"]): ChartEvent => ({ type: "strike", by });
  const faded: ChartEvent = { type: "crisis-faded", by: "other" };
  const appeal: ChartEvent = { type: "appeal-restraint", by: "other" };

  test("a joint act is allowed where joint acts are, or where each of the parties is", () => {
    expect(symbolTexts({ ...strikes, actors: { only: ["a"] } })).toEqual(["strike by a"]);
    expect(symbolTexts({ ...strikes, actors: { only: ["b"] } })).toEqual(["strike by b"]);
    expect(symbolTexts({ ...strikes, actors: { only: ["both"] } })).toEqual(["strike by both"]);
    expect(symbolTexts({ ...strikes, actors: { only: ["a", "b"] } })).toHaveLength(3);
    expect(symbolTexts({ ...strikes, actors: { only: ["a", "other"] } })).toEqual(["strike by a"]);
  });

  test("where one of the parties may not act, nor may both", () => {
    expect(symbolTexts({ ...strikes, actors: { without: ["a"] } })).toEqual(["strike by b"]);
    expect(symbolTexts({ ...strikes, actors: { without: ["b"] } })).toEqual(["strike by a"]);
    expect(symbolTexts({ ...strikes, actors: { without: ["both"] } })).toEqual(["strike by a", "strike by b"]);
    expect(symbolTexts({ ...strikes, actors: { without: ["other", "clock"] } })).toHaveLength(3);
  });

  test("the clock is somebody else than the third parties", () => {
    expect(isAllowed(faded, { actors: { only: ["clock"] } })).toBe(true);
    expect(isAllowed(faded, { actors: { only: ["other"] } })).toBe(false);
    expect(isAllowed(faded, { actors: { without: ["other"] } })).toBe(true);
    expect(isAllowed(faded, { actors: { without: ["clock"] } })).toBe(false);
    expect(isAllowed(appeal, { actors: { only: ["other"] } })).toBe(true);
    expect(isAllowed(appeal, { actors: { only: ["clock"] } })).toBe(false);
    expect(isAllowed(appeal, { actors: { without: ["clock"] } })).toBe(true);
    expect(isAllowed(strike("both"), {})).toBe(true);
  });
});
