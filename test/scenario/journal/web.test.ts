/** A journal of a file with several relations, named or left to its events: what comes out, and what short views tell. */
import { expect, test } from "vitest";
import { foldJournal, type JournalEntry, memoryJournal } from "../../../src/journal/index.ts";
import { present } from "../../../src/problem/index.ts";
import {
  checkEvents,
  journalEntries,
  lineAround,
  lineageOf,
  lineState,
  readLineage,
  replayScenario,
} from "../../../src/scenario/index.ts";
import { lineStateBlock } from "../../../src/views/index.ts";
import { gulf, relationsOf } from "../../support/web.ts";

/** The same crisis where no line names the pairs, and nothing is said of one of them. */
const unnamed = gulf
  .replace(/^relations:\n(?: {2}- .*\n)+/m, "")
  .replace(/^(?:expect|what-if|doctrines|alliances|outcomes):\n(?: .*\n)+/gm, "");

/** A journal that holds a file. */
async function journaled(text: string) {
  const [main] = relationsOf(text);
  const journal = memoryJournal();
  await journal.append("gulf", journalEntries(present(main, "relation"), text));
  const line = async () => lineageOf("gulf", await Array.fromAsync(journal.read({ branch: "gulf" })));
  const append = async (braces: string): Promise<void> => {
    const checked = checkEvents(await line(), [braces], "gulf");
    if ("errors" in checked) throw new Error(checked.errors.map(({ message }) => message).join(" "));
    await journal.append(
      "gulf",
      checked.changes.map(({ entry }): JournalEntry => entry),
    );
  };
  return { journal, line, append };
}

const pairsIn = (text: string): readonly string[] => relationsOf(text).map(({ dyad: { a, b } }) => `${a} ${b}`);

test.each([
  ["named", gulf],
  ["left to the events", unnamed],
])(
  "relations that are %s: the file comes out as it went in, and the main one is told as a replay ends",
  async (_, text) => {
    const { journal, line } = await journaled(text);
    expect(readLineage(await line(), "gulf").text()).toBe(text);
    const { frame, folded } = await lineState(journal, {}, "2017-07-01");
    const [main] = relationsOf(text);
    const { dyad, steps } = replayScenario(present(main, "relation"));
    expect(frame?.beginning.dyad).toEqual(dyad);
    expect(frame?.relations).toBe(relationsOf(text).length);
    const before = steps.findLast(({ event }) => event.at <= "2017-07-01");
    expect(folded?.history.situation).toEqual(before?.after);
  },
);

test("where no pair is named, the main one is that of the first act, and not the first two parties", async () => {
  const other = unnamed
    .replace("from: trio, to: QAT", "from: [ARE, EGY], to: QAT")
    .replace(/^ {2}- \{ id: offer.*\n/m, "");
  expect(pairsIn(other)[0]).toBe("ARE QAT");
  const { journal } = await journaled(other);
  const state = await lineState(journal, {}, undefined);
  expect(state.frame?.beginning.dyad).toEqual({ a: "ARE", b: "QAT" });
  const text = lineStateBlock(state, {}, undefined, 100).map((row) =>
    row.map((one) => (typeof one === "string" ? one : one.text)).join(""),
  );
  expect(text.join("\n")).toContain("between ARE and QAT (the main one of 4 relations)");
});

test("an appended event begins a relation; the export has it, and no pairs that the author did not name", async () => {
  const { journal, line, append } = await journaled(unnamed);
  const before = (await lineState(journal, {}, undefined)).frame;
  await append('{ id: talks, at: "2021-02-01", act: consult-by-phone, from: EGY, to: KWT, cite: press }');
  const after = (await lineState(journal, {}, undefined)).frame;
  expect(after?.beginning.dyad).toEqual(before?.beginning.dyad);
  expect(after?.relations).toBe((before?.relations ?? 0) + 1);
  const { data, text, relations = [] } = readLineage(await line(), "gulf");
  expect(Object.keys(data)).not.toContain("relations");
  expect(text()).not.toContain("relations:");
  expect(relations.map(({ dyad: { a, b } }) => `${a} ${b}`)).toEqual(pairsIn(text()));
  expect(pairsIn(text())).toContain("EGY KWT");
});

test("an event that is recorded late and happened first makes its pair the main one", async () => {
  const { journal, append } = await journaled(unnamed);
  await append('{ id: early, at: "2017-06-01", act: accuse, from: ARE, to: EGY, cite: press }');
  expect((await lineState(journal, {}, undefined)).frame?.beginning.dyad).toEqual({ a: "ARE", b: "EGY" });
});

test("as of an earlier position the pairs are those of the events by then", async () => {
  const { journal, append } = await journaled(unnamed);
  await append('{ id: early, at: "2017-06-01", act: accuse, from: ARE, to: EGY, cite: press }');
  const { frame } = await lineState(journal, { position: 7 }, undefined);
  expect(frame?.beginning.dyad).toEqual({ a: "SAU", b: "QAT" });
});

test("a part of a line does not tell which pairs are followed where its events do, so the whole is read", async () => {
  const asked = ['{ id: talks, at: "2021-02-01", act: consult-by-phone, from: EGY, to: KWT, cite: press }'];
  for (const [text, isRead] of [
    [unnamed, false],
    [gulf, true],
  ] as const) {
    const { journal } = await journaled(text);
    expect((await lineAround(journal, "gulf", 7, asked, 0)) !== undefined).toBe(isRead);
  }
});

test("a snapshot of one relation is none of another, nor of the same among other states", async () => {
  const { journal } = await journaled(gulf);
  const opened = { dyad: { a: "SAU", b: "QAT" } };
  const fold = async (beginning: Parameters<typeof foldJournal>[1]["beginning"]) =>
    (await foldJournal(journal, { branch: "gulf", beginning, worth: 1 })).from;
  expect(await fold(opened)).toBeUndefined();
  expect(await fold(opened)).toBe(7);
  expect(await fold({ ...opened, states: ["SAU", "QAT", "EGY"] })).toBeUndefined();
  expect(await fold({ dyad: { a: "ARE", b: "QAT" } })).toBeUndefined();
});
