/** What is appended to a long line is checked by a small part of it, and found as by the whole of it. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JournalEntry, memoryJournal } from "../../../src/journal/index.ts";
import { isProblem, present } from "../../../src/problem/index.ts";
import {
  type CheckedAppend,
  checkEntries,
  checkEvents,
  journalEntries,
  type Lineage,
  lineAround,
  lineageOf,
  readLineage,
} from "../../../src/scenario/index.ts";
import { frameOf } from "../../../src/scenario/journal/frame.ts";
import { readScenario } from "../../../src/scenario/read.ts";
import { ofAll } from "../../support/enduring.ts";

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

test("the last event of every shipped record is found right by a part as by the whole", async () => {
  const byPart: string[] = [];
  const tried = ofAll(shipped, shipped.slice(0, 3));
  for (const name of tried) {
    const entries = entriesOf(name);
    const { journal, count, whole, version } = await journaled(entries.slice(0, -1));
    const asked = entries.slice(-1);
    const checked = checkEntries(await whole(), asked, "crisis");
    count.read = 0;
    const part = await lineAround(journal, "crisis", version, asked, 0);
    if (part === undefined) continue;
    expect(checkEntries(part, asked, "crisis")).toEqual(checked);
    expect(count.read).toBe(1);
    expect(readLineage(part, "crisis", true).left).toEqual(readLineage(await whole(), "crisis", true).left);
    byPart.push(name);
  }
  expect(byPart.length).toBeGreaterThan(tried.length / 2);
});

const NEXT = '{ id: next, at: "2024-02-11", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }';

describe("an event that is typed", () => {
  test.each([
    ["comes last", NEXT],
    ["comes before another", NEXT.replace("2024-02-11", "2024-01-17")],
    ["names an event that names others", NEXT.replace("cite", "because: [return], cite")],
    [
      "comes with another that it names",
      `${NEXT}\n${NEXT.replace("next", "then").replace("cite", "because: [next], cite")}`,
    ],
  ])("%s, and is found as by the whole line", async (_, lines) => {
    const { journal, whole, version } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
    const asked = lines.split("\n");
    const part = present(await lineAround(journal, "crisis", version, asked, 0), "a part of the line");
    expect(checkEvents(part, asked, "crisis")).toEqual(checkEvents(await whole(), asked, "crisis"));
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
  ])("%s: the part says so as the whole line does", async (_, asked) => {
    const { journal, count, whole, version } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
    const outcomeOf = (checked: CheckedAppend) =>
      "errors" in checked
        ? checked.errors.map((one) => [one.code, one.message.replace(/\[\d+\]/, ""), one.suggestion])
        : [];
    count.read = 0;
    const part = present(await lineAround(journal, "crisis", version, [asked], 0), "a part of the line");
    expect(count.read).toBe(1);
    expect(outcomeOf(checkEvents(part, [asked], "crisis"))).toEqual(
      outcomeOf(checkEvents(await whole(), [asked], "crisis")),
    );
  });

  test("is no mapping: nothing else is read", async () => {
    const { journal, version } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
    await expect(lineAround(journal, "crisis", version, ["next"], 0)).rejects.toThrow("mapping in braces");
  });

  test("comes to a line with a correction, or to a short one: then the whole line is read", async () => {
    const entries = entriesOf("iran-pakistan-2024.yaml");
    const { journal, version } = await journaled(entries);
    expect(await lineAround(journal, "crisis", version, [NEXT])).toBeUndefined();
    const correction = { kind: "correction", id: "correct:return-1", corrects: "return", because: "No." } as const;
    const corrected = await journaled([...entries, correction]);
    expect(await lineAround(corrected.journal, "crisis", version + 1, [NEXT], 0)).toBeUndefined();
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
  const errorsOf = (asked: string) => {
    const checked = checkEvents(line, [asked], "crisis");
    if (!("errors" in checked)) throw new Error("It was found right.");
    const [first, ...more] = checked.errors;
    expect(more).toEqual([]);
    expect(checked.text().split("\n")[(first?.line ?? 0) - 1]).toContain("id: next");
    return [first?.code, checked.text().split("\n").length < 150];
  };
  const early = NEXT.replace("2024-02-11", "2024-01-17");
  expect(errorsOf(early.replace("morrow", "nobody"))).toEqual(["unknown-source", true]);
  expect(errorsOf(early.replace("cite", "because: [return-500], cite"))).toEqual(["effect-before-cause", true]);
  expect(checkEvents(line, [early], "crisis")).toMatchObject({ changes: [{ entry: { event: { id: "next" } } }] });
});

test("what lasts comes amid a record where it began", async () => {
  const { whole } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
  const lasting = NEXT.replace("2024-02-11", "2024-01-17/2024-01-25");
  expect(checkEvents(await whole(), [lasting], "crisis")).toMatchObject({ changes: [{ entry: { kind: "event" } }] });
});

/** Dates of every kind, inside the window, outside it, and none. */
const DATES = [
  ...["2024-01-16", "2024-01-17", "2024-01-18", "2024-01-19", "2024-01-29", "2024-02-10", "2024-01-18~"],
  ...["2024-01-17T00:00", "2024-01-17T12:00", "2024-01-18T06:00", "2024-01-19T23:59", "2024-01", "2024"],
  ...["2024-01-22", "2024-01-22T03:00", "2024-01-22T12:00"],
  ...["2024-01-17/2024-01-25", "2024-01-19/2024-02-02", "2023-01-01", "2024-02-30"],
];
const IDS = ["a", "b", "c", "d", "e", "f"];

const events = fc
  .record({
    id: fc.constantFrom(...IDS),
    at: fc.constantFrom(...DATES),
    cite: fc.constantFrom("morrow", "morrow", "morrow", "nobody"),
    because: fc.constantFrom("", "strike", "return", "resolution-1373", ...IDS),
    after: fc.constantFrom("", "", "", "return", ...IDS),
  })
  .map(({ id, at, cite, because, after }) => {
    const named = [because === "" ? "" : `, because: ${because}`, after === "" ? "" : `, after: ${after}`].join("");
    return `{ id: ${id}, at: "${at}", act: consult-by-phone, from: IRN, to: PAK, cite: ${cite}${named} }`;
  });

/** The record in a frame with little in it, and a what-if that moves an event into the day of its cause. */
function smallRecord(): readonly JournalEntry[] {
  const [frame, ...record] = entriesOf("iran-pakistan-2024.yaml");
  const whole = JSON.parse(frame?.kind === "frame" && "file" in frame ? frame.file : "{}");
  const kept = ["scenario", "title", "purpose", "window", "parties", "others", "sources", "context"];
  const moved = { edit: [{ move: "visit", to: "2024-01-22T06:00" }], then: "keep" };
  const data = { ...Object.fromEntries(kept.map((key) => [key, whole[key]])), "what-if": { moved } };
  return [frameOf(data), ...record];
}

/** What a check comes to: changes, or everything that is said. */
function found(line: Lineage, asked: readonly string[]) {
  try {
    const checked = checkEvents(line, asked, "crisis");
    if ("changes" in checked) return checked.changes;
    return [checked.there, ...checked.errors.map(({ code, message }) => [code, message])];
  } catch (error) {
    if (!isProblem(error)) throw error;
    return [error.code, error.message];
  }
}

test("what is appended anywhere is found by the part around it as by the whole, whatever came before in whatever order", async () => {
  const shipped = smallRecord();
  await fc.assert(
    fc.asyncProperty(
      fc.array(events, { maxLength: 5 }),
      fc.array(events, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: shipped.length - 1 }),
      async (before, asked, late) => {
        const { journal, whole } = await journaled([...shipped.toSpliced(late, 1), ...shipped.slice(late, late + 1)]);
        fc.pre(readLineage(await whole(), "crisis").scenario !== undefined);
        for (const one of before) {
          const changes = found(await whole(), [one]);
          const entries = changes.flatMap((change) =>
            Object(change).entry === undefined ? [] : [Object(change).entry],
          );
          if (entries.length > 0) await journal.append("crisis", entries);
        }
        const part = await lineAround(journal, "crisis", await journal.versionOf("crisis"), asked, 0);
        // As a long line is looked at: what is wrong in an event is told by what stands beside it.
        const long: Lineage = { ...(await whole()), unseen: [] };
        expect(found(present(part, "a part of the line"), asked)).toEqual(found(long, asked));
      },
    ),
    { numRuns: ofAll(1000, 12) },
  );
});

test("an error amid a long line is shown in the same lines by the part around it as by the whole", async () => {
  const { journal, whole, version } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
  const asked = [NEXT.replace("2024-02-11", "2024-01-19").replace("morrow", "nobody")];
  const part = present(await lineAround(journal, "crisis", version, asked, 0), "a part of the line");
  const errorsOf = (line: Lineage) => {
    const checked = checkEvents(line, asked, "crisis");
    return "errors" in checked ? [checked.errors, checked.text()] : [];
  };
  expect(errorsOf(part)).toHaveLength(2);
  expect(errorsOf(part)).toEqual(errorsOf({ ...(await whole()), unseen: [] }));
});

test("what is right in itself is refused for a name that is taken, and not for what it would break of others", async () => {
  const { journal, whole, version } = await journaled(entriesOf("iran-pakistan-2024.yaml"));
  const asked = [NEXT.replace("next", "strike")];
  const part = present(await lineAround(journal, "crisis", version, asked, 0), "a part of the line");
  for (const line of [part, await whole()]) expect(() => checkEvents(line, asked, "crisis")).toThrow("there already");
});

test("an entry whose name is taken by one of another date is checked by the whole line", async () => {
  const entries = entriesOf("iran-pakistan-2024.yaml");
  const { journal, version } = await journaled(entries);
  const other = entries.slice(-1).map((entry): JournalEntry => {
    return entry.kind === "event" ? { ...entry, event: { ...entry.event, at: "2024-01-17" } } : entry;
  });
  expect(await lineAround(journal, "crisis", version, other, 0)).toBeUndefined();
  expect(await lineAround(journal, "crisis", version, entries.slice(-1), 0)).toBeDefined();
});
