/** What the chart sees of an event: the act, who does it, and the one detail that can matter. */
import { describe, expect, test } from "vitest";
import { type ActId, type DiplomaticEvent, type EventDraft, event } from "../../src/events/index.ts";
import {
  type ChartEvent,
  isEntitled,
  PEACE,
  project,
  requirementsOf,
  symbolIndex,
  symbols,
  symbolText,
  unmet,
} from "../../src/machine/index.ts";

const dyad = { a: "IRN", b: "PAK" };

function seen(act: ActId, from: readonly string[], more: object = {}): ChartEvent {
  return project(
    event({ id: "e", act, at: "2024-01-16", from: [...from], to: [], ...more } as EventDraft<ActId>),
    dyad,
  );
}

describe("who acts is", () => {
  test.each([
    [["IRN"], "a"],
    [["PAK"], "b"],
    [["IRN", "PAK"], "both"],
    [["PAK", "IRN"], "both"],
    [["USA"], "other"],
    // Several states may do the same: what its party does counts for a relation.
    [["IRN", "USA"], "a"],
    [["USA", "PAK"], "b"],
    [["PAK", "USA"], "b"],
    [["USA", "IRN"], "a"],
    [["IRN", "PAK", "USA"], "both"],
    [["USA", "CHN"], "other"],
    [[], "other"],
  ])("of %j: %s", (from, by) => {
    expect(seen("strike", from)).toEqual({ type: "strike", by });
  });
});

describe("the mission meant", () => {
  const lowers = (from: readonly string[], mission?: string): ChartEvent =>
    seen("recall-ambassador", from, mission === undefined ? {} : { mission });
  const expels = (from: readonly string[], mission?: string): ChartEvent =>
    seen("expel-ambassador", from, mission === undefined ? {} : { mission });

  test("is a detail when it is not the one that the act is about, whichever party acts", () => {
    expect(lowers(["IRN"], "PAK")).toEqual({ type: "recall-ambassador", by: "a", detail: "contrary" });
    expect(lowers(["PAK"], "IRN")).toEqual({ type: "recall-ambassador", by: "b", detail: "contrary" });
    expect(expels(["IRN"], "IRN")).toEqual({ type: "expel-ambassador", by: "a", detail: "contrary" });
    expect(expels(["PAK"], "PAK")).toEqual({ type: "expel-ambassador", by: "b", detail: "contrary" });
  });

  test("is none when it is that one, is not said, or is not for a single party to dispose of", () => {
    for (const [from, own, others] of [
      ["IRN", "IRN", "PAK"],
      ["PAK", "PAK", "IRN"],
    ] as const) {
      for (const one of [lowers([from], own), lowers([from]), expels([from], others), expels([from])]) {
        expect(one).not.toHaveProperty("detail");
      }
    }
    expect(lowers(["IRN", "PAK"], "PAK")).toEqual({ type: "recall-ambassador", by: "both" });
    expect(lowers(["USA"], "PAK")).toEqual({ type: "recall-ambassador", by: "other" });
  });
});

describe("commitments that are still to be carried out", () => {
  const kept = (outstanding: number, from: readonly string[] = []): ChartEvent =>
    project(
      {
        ...event({ id: "e", act: "make-statement", at: "2024-01-16", from: ["IRN"] }),
        act: "commitment-kept",
        from: [...from],
        commitment: "c",
        outstanding,
      } as DiplomaticEvent,
      dyad,
    );

  test("are a detail of what the clock finds, unless there are none", () => {
    expect(kept(2)).toEqual({ type: "commitment-kept", by: "other", detail: "outstanding" });
    expect(kept(1)).toEqual({ type: "commitment-kept", by: "other", detail: "outstanding" });
    expect(kept(0)).toEqual({ type: "commitment-kept", by: "other" });
    expect(kept(1, ["IRN"])).toEqual({ type: "commitment-kept", by: "a" });
  });
});

describe("what is aimed elsewhere", () => {
  const towards = (act: ActId, from: readonly string[], to: readonly string[]): ChartEvent => seen(act, from, { to });

  test("is seen as an act of others, unless the other party is among those whom it is aimed at, or nobody is", () => {
    for (const act of ["strike", "apologize", "visit", "impose-sanctions"] as const) {
      expect(towards(act, ["IRN"], ["USA"]).by).toBe("other");
      expect(towards(act, ["IRN"], ["IRN"]).by).toBe("other");
      expect(towards(act, ["PAK"], ["USA", "PAK"]).by).toBe("other");
      expect(towards(act, ["IRN"], ["PAK"]).by).toBe("a");
      expect(towards(act, ["PAK"], ["USA", "IRN"]).by).toBe("b");
      expect(towards(act, ["PAK"], []).by).toBe("b");
    }
  });

  test("of what both do is only what is hostile; and mediation is accepted from whoever offers it", () => {
    expect(towards("impose-sanctions", ["IRN", "PAK"], ["USA"]).by).toBe("other");
    expect(towards("clash", ["IRN", "PAK"], ["USA", "PAK"]).by).toBe("both");
    expect(towards("negotiate", ["IRN", "PAK"], ["USA"]).by).toBe("both");
    expect(towards("accept-mediation", ["IRN"], ["USA"]).by).toBe("a");
  });
});

test("a track of talks that stops is a detail, of what a party does", () => {
  expect(seen("suspend-talks", ["IRN"], { track: "trade" }).detail).toBe("track");
  expect(seen("suspend-talks", ["IRN"])).not.toHaveProperty("detail");
  expect(seen("suspend-talks", ["USA"], { track: "trade" })).not.toHaveProperty("detail");
});

describe("a truce, and terms of restored relations,", () => {
  test("are details of what both do", () => {
    const terms = { terms: [{ act: "visit", by: "both" }] };
    expect(seen("agree", ["IRN", "PAK"], { ...terms, kind: "truce" }).detail).toBe("truce");
    expect(seen("agree", ["IRN", "PAK"], { ...terms, kind: "settlement" })).not.toHaveProperty("detail");
    expect(seen("agree", ["IRN"], { ...terms, kind: "truce" })).not.toHaveProperty("detail");
    expect(seen("restore-relations", ["IRN", "PAK"], terms).detail).toBe("terms");
    expect(seen("restore-relations", ["IRN", "PAK"])).not.toHaveProperty("detail");
  });
});

describe("a symbol", () => {
  test("is told by act, actor and detail", () => {
    expect(symbolText({ type: "strike", by: "a" })).toBe("strike by a");
    expect(symbolText({ type: "expel-ambassador", by: "b", detail: "contrary" })).toBe(
      "expel-ambassador by b (contrary)",
    );
  });

  test("has a number; what is none has not", () => {
    for (const symbol of symbols) expect(symbols[symbolIndex(symbol)]).toEqual(symbol);
    const nobody: ChartEvent = JSON.parse('{ "type": "strike", "by": "nobody" }');
    expect(() => symbolIndex(nobody)).toThrow(new RangeError("strike by nobody is not in the alphabet."));
    const nothing: ChartEvent = JSON.parse('{ "type": "nothing", "by": "a" }');
    expect(() => symbolIndex(nothing)).toThrow(new RangeError("nothing by a is not in the alphabet."));
  });

  test("is of an actor whom the catalogue lets do the act, or it is not", () => {
    expect((["a", "b", "both", "other"] as const).map((by) => isEntitled({ type: "strike", by }))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(isEntitled({ type: "mediate", by: "a" })).toBe(false);
    expect(isEntitled({ type: "clash", by: "a" })).toBe(false);
    expect(isEntitled({ type: "mediate", by: "other" })).toBe(true);
    expect(isEntitled({ type: "crisis-faded", by: "other" })).toBe(true);
    expect(isEntitled({ type: "crisis-faded", by: "a" })).toBe(false);
  });
});

describe("what an act demands", () => {
  test("begins with its actor's entitlement, and is unmet wholly where others dispose of a mission", () => {
    expect(requirementsOf({ type: "recall-ambassador", by: "a" })).toEqual([
      "entitled-actor",
      "sending-state",
      "relations-established",
      "ambassador-in-post",
    ]);
    expect(unmet({ ...PEACE, missionA: "closed" }, { type: "recall-ambassador", by: "a" })).toEqual([
      "ambassador-in-post",
    ]);
  });

  test("is the entitlement alone where others act, whose acts are not this relation's to judge", () => {
    expect(requirementsOf({ type: "recall-ambassador", by: "other" })).toEqual(["entitled-actor"]);
    expect(requirementsOf({ type: "crisis-faded", by: "other" })).toEqual([
      "entitled-actor",
      "crisis-open",
      "no-terms-pending",
    ]);
    expect(unmet(PEACE, { type: "return-ambassador", by: "other" })).toEqual([]);
  });

  test.each([
    { course: "strained" },
    { course: "strike" },
    { course: "strike", measures: "by-a" },
    { course: "ambassadors-recalled.withdrawn" },
    { course: "ambassadors-recalled.severed", ledger: "by-a" },
    { course: "ambassadors-recalled.severed", posture: "threat" },
    { course: "retaliation.exchange" },
    { course: "reconciliation.talks" },
    { course: "reconciliation.truce", posture: "force" },
    { course: "reconciliation.settled" },
  ] as const)("for a crisis to fade is one that can: %j", (part) => {
    expect(unmet({ ...PEACE, ...part }, { type: "crisis-faded", by: "other" })).toEqual([]);
  });

  test.each([
    {},
    { course: "normal.reduced" },
    { course: "strained", measures: "by-b" },
    { course: "ambassadors-recalled.severed" },
    { course: "retaliation.war" },
    { course: "reconciliation.truce", posture: "war" },
  ] as const)("for a crisis to fade is not met by what stays as it is: %j", (part) => {
    expect(unmet({ ...PEACE, ...part }, { type: "crisis-faded", by: "other" })).toEqual(["crisis-open"]);
  });
});
