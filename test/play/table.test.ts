/** A table: what two people play on one line of a journal, as each of them sees it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type JournalEntry, memoryJournal } from "../../src/journal/index.ts";
import * as play from "../../src/play/index.ts";
import { journalEntries, readScenario } from "../../src/scenario/index.ts";

const text = readFileSync("test/fixtures/short-crisis.yaml", "utf8");
const { scenario } = readScenario(text, { file: "short-crisis.yaml" });
if (scenario === undefined) throw new Error("The fixture has errors.");
const { a, b } = scenario.dyad;

async function tableAfter(...more: readonly JournalEntry[]) {
  const journal = memoryJournal();
  await journal.append("crisis", journalEntries(scenario as NonNullable<typeof scenario>, text).slice(0, 2));
  await journal.append("crisis", more);
  return play.tableOf(scenario as NonNullable<typeof scenario>, b, await Array.fromAsync(journal.read()));
}

const entriesOf = (moved: play.Moved): readonly JournalEntry[] => ("entries" in moved ? moved.entries : []);

describe("a table", () => {
  test("stands where its line does, and an act comes a minute later, cited as played", async () => {
    const table = await tableAfter();
    expect(table.history.situation.course).toBe("strike");
    const [entry] = entriesOf(play.move(table, "recall-ambassador"));
    expect(entry).toMatchObject({
      kind: "event",
      event: { act: "recall-ambassador", from: [b], to: [a], cite: ["played"] },
    });
    expect(play.move(table, "return-ambassador")).toMatchObject({ kind: "void" });
    expect(play.move(table, "crisis-faded")).toEqual({ kind: "not-for-one" });
    expect(play.move(table, "issue-ultimatum")).toMatchObject({ kind: "malformed" });
  });

  test("hears what is new, once, and keeps the player's own clock", async () => {
    const table = play.waited(await tableAfter(), 3000);
    const entries = entriesOf(play.move(table, "recall-ambassador"));
    const more = await tableAfter(...entries);
    const now = play.heard(table, more.records);
    expect(now.history.situation.missionB).toBe("recalled");
    expect(now.minute).toBe(table.minute + 1);
    expect(play.heard(now, more.records)).toBe(now);
  });

  test("ends with the window", async () => {
    const table = play.waited(await tableAfter(), 10_000_000);
    expect(table).toMatchObject({ over: true, minute: table.scenario.window.to });
    expect(play.move(table, "condemn")).toEqual({ kind: "over" });
  });

  test("does what needs both when the second proposes it, and forgets a proposal when force is used", async () => {
    const table = await tableAfter();
    const [proposal] = entriesOf(play.move(table, "negotiate"));
    expect(proposal).toMatchObject({ kind: "proposal", act: "negotiate", by: b });
    if (proposal?.kind !== "proposal") throw new Error("A proposal was expected.");
    const theirs = { ...proposal, id: "propose:theirs", by: a };
    expect((await tableAfter(proposal, proposal)).proposals).toHaveLength(1);
    const [joint] = entriesOf(play.move(await tableAfter(theirs), "negotiate"));
    expect(joint).toMatchObject({ kind: "event", event: { act: "negotiate", from: [a, b] } });
    const blow = entriesOf(play.move(await tableAfter(theirs), "strike"));
    expect((await tableAfter(theirs, ...blow)).proposals).toEqual([]);
  });

  test("is for the parties", async () => {
    const { records } = await tableAfter();
    expect(() => play.tableOf(scenario as NonNullable<typeof scenario>, "XXX", records)).toThrow("XXX is no party");
  });
});
