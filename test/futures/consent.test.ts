/** Consent: what both parties propose happens once both have, unless something has ended the first proposal before. */
import { describe, expect, test } from "vitest";
import {
  type ActId,
  MINUTES_PER_DAY as DAY,
  type DiplomaticEvent,
  type EventDraft,
  event,
} from "../../src/events/index.ts";
import { createSimulator, exactOutcomes, type Model, runFutures } from "../../src/futures/index.ts";
import { symbols } from "../../src/machine/index.ts";
import type { Outcome } from "../../src/scenario/index.ts";
import { rule, small } from "../support/small-models.ts";

const after = (days: number) => ({ after: { kind: "between", least: days * DAY, most: days * DAY } }) as const;

interface Fact {
  readonly act: ActId;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** AAA proposes to negotiate on the 2nd of January, and BBB on the 7th, with facts on the 4th. */
function talks(...facts: readonly Fact[]): Model {
  const scheduled = facts.map((fact, k) => event({ id: `fact${k}`, at: "2024-01-04", ...fact } as EventDraft<ActId>));
  return small(
    { AAA: [rule("protest", "negotiate", after(1))], BBB: [rule("protest", "negotiate", after(6))] },
    {
      past: [],
      more: {
        scheduled: [
          event({ id: "protest", act: "lodge-protest", at: "2024-01-01", from: ["CCC"], to: ["AAA"] }),
          ...scheduled,
        ],
      },
    },
  );
}

const outcomes: Readonly<Record<string, Outcome>> = { talks: { kind: "count", what: "negotiate" } };

describe("two proposals of negotiations", () => {
  test.each([
    ["come about where nothing ends the first", [], 1],
    ["do not where a party uses force in between", [{ act: "strike", from: ["BBB"], to: ["AAA"] }], 0],
    ["come about where a third state uses force", [{ act: "strike", from: ["CCC"], to: ["AAA"] }], 1],
    ["do not once more where both negotiate in between", [{ act: "negotiate", from: ["AAA", "BBB"], to: [] }], 1],
  ] as const)("%s", (_, facts, count) => {
    const model = talks(...facts);
    expect(runFutures(model, outcomes, { seed: 1, futures: 1 }).outcomes["talks"]?.sum).toBe(count);
  });

  test("stand in the log by themselves, each with the number of events before it", () => {
    const { run, log } = createSimulator(talks(), 1);
    expect(run(0).events).toBe(2);
    expect(log.proposals.map(({ symbol, source, place }) => [symbols[symbol], source, place])).toEqual([
      [{ type: "negotiate", by: "both" }, 0, 1],
      [{ type: "negotiate", by: "both" }, 1, 1],
    ]);
  });

  test("are ended by the record's force in exact answers too", () => {
    const now = { after: { kind: "between", least: 0, most: 0 } } as const;
    const strike = event({ id: "strike", act: "strike", at: "2024-01-04", from: ["BBB"], to: ["AAA"] });
    const rules = {
      AAA: [rule("protest", "negotiate", now)],
      BBB: [rule("lodge-protest", "show-force", { ...now, chance: 0 }), rule("statement", "negotiate", now)],
    };
    const factOf = (id: string, act: "lodge-protest" | "make-statement", at: string) =>
      event({ id, act, at, from: ["CCC"], to: ["AAA"] });
    const facts = [factOf("protest", "lodge-protest", "2024-01-02"), factOf("word", "make-statement", "2024-01-06")];
    const mean = (scheduled: readonly DiplomaticEvent[]) => {
      const model = small(rules, { past: [], days: 30, more: { scheduled } });
      const { talks } = exactOutcomes(model, outcomes);
      expect(runFutures(model, outcomes, { seed: 1, futures: 1 }).outcomes["talks"]?.sum).toBe(
        talks?.answer === "mean" ? talks.mean : undefined,
      );
      return talks;
    };
    expect(mean(facts)).toMatchObject({ mean: 1 });
    expect(mean([...facts.slice(0, 1), strike, ...facts.slice(1)])).toMatchObject({ mean: 0 });
  });
});
