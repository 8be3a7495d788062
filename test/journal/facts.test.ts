/** Facts: what entries come to when every correction is heard, in order of time. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DiplomaticEvent } from "../../src/events/index.ts";
import { fold } from "../../src/history/index.ts";
import { type Correction, factsOf, type JournalEntry, memoryJournal } from "../../src/journal/index.ts";
import { readScenario, replayScenario } from "../../src/scenario/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";
import { eventCalled, recordsOf } from "../support/journals.ts";

const at = (id: string, date: string): DiplomaticEvent => ({ ...eventCalled(id), at: date });
const mended = (id: string, event?: DiplomaticEvent, own = id): Correction => ({
  kind: "correction",
  id: `correct:${own}`,
  corrects: id,
  because: "It was otherwise.",
  ...(event === undefined ? {} : { event }),
});

async function factsAfter(entries: readonly (DiplomaticEvent | JournalEntry)[]) {
  const journal = memoryJournal();
  await journal.append("one", entries);
  return factsOf(await recordsOf(journal));
}

async function idsAfter(...entries: readonly (DiplomaticEvent | JournalEntry)[]): Promise<readonly string[]> {
  return (await factsAfter(entries)).facts.map(({ event }) => event.id);
}

describe("order in time", () => {
  test("what is recorded late stands where it happened", async () => {
    expect(await idsAfter(at("a", "2024-01-10"), at("c", "2024-01-12"), at("b", "2024-01-11"))).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  test("what lasts stands where it began", async () => {
    expect(await idsAfter(at("a", "2024-01-12"), at("b", "2024-01-10/2024-01-20"))).toEqual(["b", "a"]);
    expect(await idsAfter(at("a", "2024-01-12"), at("b", "2024-01-12/2024-01-20"))).toEqual(["a", "b"]);
  });

  test("what has no order by its date stands in the order in which it was recorded", async () => {
    expect(await idsAfter(at("b", "2024-01-10"), at("a", "2024-01-10"))).toEqual(["b", "a"]);
    const noon = at("noon", "2024-01-10T12:00Z");
    expect(await idsAfter(noon, at("day", "2024-01-10"))).toEqual(["noon", "day"]);
    expect(await idsAfter(at("day", "2024-01-10"), noon)).toEqual(["day", "noon"]);
  });

  test("of one day, minutes are in order", async () => {
    const [nine, noon] = [at("nine", "2024-01-10T09:00Z"), at("noon", "2024-01-10T12:00Z")];
    expect(await idsAfter(noon, nine)).toEqual(["nine", "noon"]);
  });

  test("what came of an earlier day comes after all of that day", async () => {
    expect(await idsAfter(at("a", "2024-01-10"), at("z", "2024-01-12"), at("late", "2024-01-10"))).toEqual([
      "a",
      "late",
      "z",
    ]);
  });
});

describe("corrections", () => {
  test("the last one holds, in the place of what it mends", async () => {
    const events = [at("a", "2024-01-10"), at("b", "2024-01-10")];
    const first = { ...at("a", "2024-01-10"), note: "First." };
    const last = { ...at("a", "2024-01-10"), note: "Last." };
    const { facts } = await factsAfter([...events, mended("a", first, "a1"), mended("a", last, "a2")]);
    expect(facts.map(({ event, corrected }) => [event.id, event.note, corrected])).toEqual([
      ["a", "Last.", true],
      ["b", undefined, false],
    ]);
    expect(facts[0]?.record.position).toBe(4);
  });

  test("what is dated otherwise stands at its new date, after what was recorded of it", async () => {
    const events = [at("a", "2024-01-10"), at("b", "2024-01-11"), at("c", "2024-01-12")];
    expect(await idsAfter(...events, mended("a", at("a", "2024-01-11")))).toEqual(["b", "a", "c"]);
    expect(await idsAfter(...events, mended("c", at("c", "2024-01-10")))).toEqual(["a", "c", "b"]);
  });

  test("what is withdrawn is gone, and can be known again", async () => {
    const events = [at("a", "2024-01-10"), at("b", "2024-01-10")];
    expect(await factsAfter([...events, mended("a")])).toMatchObject({
      withdrawn: ["a"],
      facts: [{ event: events[1] }],
    });
    const again = await factsAfter([...events, mended("a"), mended("a", events[0], "again")]);
    expect(again.withdrawn).toEqual([]);
    expect(again.facts.map(({ event }) => event.id)).toEqual(["b", "a"]);
  });

  test("the latest frame holds", async () => {
    const frame = (id: string, before: string) => ({ kind: "frame", id, before, after: "" }) as const;
    const { frame: held, facts } = await factsAfter([frame("frame:1", "one"), frame("frame:2", "two")]);
    expect({ held, facts }).toEqual({ held: frame("frame:2", "two"), facts: [] });
  });
});

test("no order of recording, and no correction that is taken back, changes which facts there are and that they are in order of days", async () => {
  const shuffled = recordArbitrary({ maxLength: 8 }).chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray([...events], { minLength: events.length }),
      fc.subarray([...events]),
    ),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([events, order, withdrawn]) => {
      const there = withdrawn.flatMap((event) => [mended(event.id), mended(event.id, event, `${event.id}-again`)]);
      const { facts } = await factsAfter([...order, ...there]);
      expect(facts.map(({ event }) => event.id).toSorted()).toEqual(events.map(({ id }) => id).toSorted());
      const days = facts.map(({ event }) => event.at.slice(0, 10));
      expect(days).toEqual(days.toSorted());
      for (const { event } of facts) expect(event).toEqual(events.find(({ id }) => id === event.id));
    }),
  );
});

describe("a scenario's events, appended in the order of the file, are the file's record", () => {
  const files = [...readdirSync("scenarios"), ...readdirSync("scenarios/templates").map((name) => `templates/${name}`)];
  test.each(files.filter((name) => name.endsWith(".yaml")))("%s", async (name) => {
    const { scenario } = readScenario(readFileSync(`scenarios/${name}`, "utf8"), { file: name });
    if (scenario === undefined) throw new Error(`${name} can't be read.`);
    const { events: written, dyad, relations, opening, quiet, window } = scenario;
    const { facts } = await factsAfter(written);
    const events = facts.map(({ event }) => event);
    expect(events).toEqual(written);
    expect(events.length).toBeGreaterThan(0);
    const states = relations.length < 2 ? undefined : [...new Set(relations.flatMap(({ a, b }) => [a, b]))];
    const beginning = { dyad, states, opening, quiet, from: window.from };
    expect(fold(events, beginning, window.to)).toEqual(replayScenario(scenario));
  });
});
