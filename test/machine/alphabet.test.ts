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
    [["IRN", "USA"], "other"],
    [["USA", "PAK"], "other"],
    [["PAK", "USA"], "other"],
    [["USA", "IRN"], "other"],
    [["IRN", "IRN"], "other"],
    [["PAK", "PAK"], "other"],
    [["IRN", "PAK", "USA"], "other"],
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
      false,
    ]);
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
    expect(unmet(PEACE, { type: "recall-ambassador", by: "other" })).toEqual(["entitled-actor", "ambassador-in-post"]);
  });

  test.each([
    { course: "strike" },
    { course: "ambassadors-recalled" },
    { course: "retaliation.answered" },
    { course: "reconciliation.talks" },
    { posture: "threat" },
    { posture: "display" },
    { posture: "force" },
    { posture: "war" },
  ] as const)("for a crisis to fade is one part of the situation that is open: %j", (part) => {
    expect(unmet({ ...PEACE, ...part }, { type: "crisis-faded", by: "other" })).toEqual([]);
    expect(unmet(PEACE, { type: "crisis-faded", by: "other" })).toEqual(["crisis-open"]);
  });
});
