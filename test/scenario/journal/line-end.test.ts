/** What comes last in a line is checked by a small part of it, and found as by the whole of it. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type JournalEntry, memoryJournal } from "../../../src/journal/index.ts";
import { present } from "../../../src/problem/index.ts";
import {
  type CheckedAppend,
  checkEntries,
  checkEvents,
  journalEntries,
  lineageOf,
  lineEnd,
} from "../../../src/scenario/index.ts";
import { readScenario } from "../../../src/scenario/read.ts";

const shipped = readdirSync("scenarios").filter((name) => name.endsWith(".yaml"));

function entriesOf(name: string): readonly JournalEntry[] {
  const text = readFileSync(`scenarios/${name}`, "utf8");
  const { scenario } = readScenario(text, { file: name });
  if (scenario === undefined) throw new Error(`${name} has errors.`);
  return journalEntries(scenario, text);
}

/** A journal with these entries, that counts the records that are read of it. */
async function journaled(entries: readonly JournalEntry[]) {
  const count = { read: 0 };
  const hooks = {
    started: (operation: string) => (operation === "read" ? ended : undefined),
  };
  const ended = ({ entries: read = 0 }: Readonly<Record<string, string | number>>) => {
    count.read += Number(read);
  };
  const journal = memoryJournal({ hooks });
  await journal.append("crisis", entries);
  const whole = async () => lineageOf("crisis", await Array.fromAsync(journal.read({ branch: "crisis" })));
  return { journal, count, whole, version: entries.length };
}

test("the last event of every shipped record is found right by its end as by the whole", async () => {
  const byEnd: string[] = [];
  for (const name of shipped) {
    const entries = entriesOf(name);
    const { journal, count, whole, version } = await journaled(entries.slice(0, -1));
    const asked = entries.slice(-1);
    const checked = checkEntries(await whole(), asked, "crisis");
    count.read = 0;
    const end = await lineEnd(journal, "crisis", version, asked, 0);
    if (end === undefined) continue;
    expect(checkEntries(end, asked, "crisis")).toEqual(checked);
    expect(count.read).toBe(1);
    byEnd.push(name);
  }
  expect(byEnd.length).toBeGreaterThan(shipped.length / 2);
});

const NEXT = '{ id: next, at: "2024-02-11", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }';

describe("an event that is typed", () => {
  test.each([
    ["comes last", NEXT],
    ["names an event that names others", NEXT.replace("cite", "because: [return], cite")],
    [
      "comes with another that it names",
      `${NEXT}\n${NEXT.replace("next", "then").replace("cite", "because: [next], cite")}`,
    ],
  ])("%s, and is found as by the whole line", async (_, lines) => {
    const { journal, whole, version } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
    const asked = lines.split("\n");
    const end = present(await lineEnd(journal, "crisis", version, asked, 0), "the end of the line");
    expect(checkEvents(end, asked, "crisis")).toEqual(checkEvents(await whole(), asked, "crisis"));
  });

  test.each([
    ["cites what is no source", NEXT.replace("morrow", "morow")],
    ["names what is no event", NEXT.replace("cite", "because: [nothing], cite")],
    ["names a source for an event", NEXT.replace("cite", "because: [morrow], cite")],
    ["lies outside the window", NEXT.replace("2024-02-11", "2025-02-11")],
    ["has no date that exists", NEXT.replace("2024-02-11", "2024-02-30")],
    ["has no date", NEXT.replace('at: "2024-02-11", ', "")],
    ["can't be done by who does it", NEXT.replace("from: IRN, to: PAK", "from: BLF")],
    ["is called as one of the background", NEXT.replace("next", "resolution-1373")],
    ["has an id in capitals", NEXT.replace("next", "Next")],
    [
      "answers what can't be answered so",
      NEXT.replace("consult-by-phone", "lift-measure").replace("cite", "of: return, cite"),
    ],
  ])("%s: the end says so as the whole line does", async (_, asked) => {
    const { journal, count, whole, version } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
    const said = (checked: CheckedAppend) =>
      "errors" in checked
        ? checked.errors.map((one) => [one.code, one.message.replace(/\[\d+\]/, ""), one.suggestion])
        : [];
    count.read = 0;
    const end = present(await lineEnd(journal, "crisis", version, [asked], 0), "the end of the line");
    expect(count.read).toBe(1);
    expect(said(checkEvents(end, [asked], "crisis"))).toEqual(said(checkEvents(await whole(), [asked], "crisis")));
  });

  test("is no mapping: nothing else is read", async () => {
    const { journal, version } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
    await expect(lineEnd(journal, "crisis", version, ["next"], 0)).rejects.toThrow("mapping in braces");
  });

  test.each([
    ["comes before another", NEXT.replace("2024-02-11", "2024-01-17")],
    ["has a name that is taken", NEXT.replace("next", "return")],
  ])("%s: then the whole line is read", async (_, asked) => {
    const { journal, version } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
    expect(await lineEnd(journal, "crisis", version, [asked], 0)).toBeUndefined();
  });

  test("comes to a line with a correction, or to a short one: then the whole line is read", async () => {
    const entries = entriesOf("iran-pakistan-2024.yaml");
    const { journal, version } = await journaled(entries);
    expect(await lineEnd(journal, "crisis", version, [NEXT])).toBeUndefined();
    const correction = { kind: "correction", id: "correct:return-1", corrects: "return", because: "No." } as const;
    const corrected = await journaled([...entries, correction]);
    expect(await lineEnd(corrected.journal, "crisis", version + 1, [NEXT], 0)).toBeUndefined();
  });
});

test("what is wrong in the midst of a long line is shown with what stands beside it, and what it names", async () => {
  const long = entriesOf("iran-pakistan-2024.yaml").flatMap((entry): readonly JournalEntry[] => {
    if (entry.kind !== "event" || entry.event.id !== "return") return [entry];
    const ids = Array.from({ length: 1000 }, (_, k) => `return-${k}`);
    return [entry, ...ids.map((id): JournalEntry => ({ kind: "event", event: { ...entry.event, id } }))];
  });
  const { whole } = await journaled(long);
  const line = await whole();
  const told = (asked: string) => {
    const checked = checkEvents(line, [asked], "crisis");
    if (!("errors" in checked)) throw new Error("It was found right.");
    const [first, ...more] = checked.errors;
    expect(more).toEqual([]);
    expect(checked.text().split("\n")[(first?.line ?? 0) - 1]).toContain("id: next");
    return [first?.code, checked.text().split("\n").length < 150];
  };
  const early = NEXT.replace("2024-02-11", "2024-01-17");
  expect(told(early.replace("morrow", "nobody"))).toEqual(["unknown-source", true]);
  expect(told(early.replace("cite", "because: [return-500], cite"))).toEqual(["effect-before-cause", true]);
  expect(checkEvents(line, [early], "crisis")).toMatchObject({ changes: [{ entry: { event: { id: "next" } } }] });
});

test("what lasts comes amid a record where it began", async () => {
  const { whole } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
  const lasting = NEXT.replace("2024-02-11", "2024-01-17/2024-01-25");
  expect(checkEvents(await whole(), [lasting], "crisis")).toMatchObject({ changes: [{ entry: { kind: "event" } }] });
});
