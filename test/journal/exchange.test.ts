/** A journal goes out and comes back: as lines without any loss, as CloudEvents with what they have room for. */
import { CloudEvent } from "cloudevents";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Correction,
  factsOf,
  forkStream,
  fromCloudEvents,
  fromJsonl,
  type ImportedLine,
  type Journal,
  type LineFault,
  memoryJournal,
  toCloudEvents,
  toJsonl,
  verifyJournal,
} from "../../src/journal/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";
import { eventCalled, eventIds, manyEvents, onEveryStore, recordsOf } from "../support/journals.ts";

const correction: Correction = {
  kind: "correction",
  id: "correct:a0",
  corrects: "a0",
  because: "It was the 2nd.",
  event: { ...eventCalled("a0", 1), note: "A note with ' and \" and \\ and \u2028 and 🕊." },
};
const frame = {
  kind: "frame",
  id: "frame:1",
  before: "# a comment\nscenario: x\n",
  after: "\texpect: []\r\n",
} as const;

/** Fills a journal with every kind of entry, in several streams. */
async function fill(journal: Journal): Promise<void> {
  await journal.append("one", [frame, ...manyEvents(3, "a")]);
  await journal.append("two/part", [{ kind: "event", event: eventCalled("b0"), text: "- id: b0 # so\n" }]);
  await forkStream(journal, "one", "one/calm", { version: 3 });
  await journal.append("one/calm", [correction, ...manyEvents(2, "c")]);
  await journal.append("one", [correction]);
}

async function* streamOf(lines: readonly string[]): AsyncGenerator<string, void, undefined> {
  yield* lines;
}

const exported = (journal: Journal): Promise<string[]> => Array.fromAsync(toJsonl(journal));

onEveryStore((open) => {
  test("an export that is imported into an empty journal is the same journal, hashes and all", async () => {
    const [from, to] = [memoryJournal(), await open()];
    await fill(from);
    const lines = await exported(from);
    expect(await fromJsonl(to, streamOf(lines))).toEqual({ records: 10, added: 10, already: 0 });
    expect(await recordsOf(to)).toEqual(await recordsOf(from));
    expect(await exported(to)).toEqual(lines);
    expect((await verifyJournal(to, { known: (await from.head()).hash })).faults).toEqual([]);
    // It goes on as if it had never been elsewhere.
    const next = await to.append("one/calm", [eventCalled("a1", 1), eventCalled("d0")]);
    expect(next).toEqual({ stream: "one/calm", version: 5, positions: [3, 11], added: 1 });
    expect((await verifyJournal(to)).faults).toEqual([]);
  });

  test("out of this store and into memory is the same journal", async () => {
    const journal = await open();
    await fill(journal);
    const copy = memoryJournal();
    await fromJsonl(copy, streamOf(await exported(journal)));
    expect(await recordsOf(copy)).toEqual(await recordsOf(journal));
  });

  test("a later export adds what is new to a journal that holds the beginning, and the same again adds nothing", async () => {
    const [from, to] = [memoryJournal(), await open()];
    await fill(from);
    await fromJsonl(to, streamOf(await exported(from)));
    await from.append("three", manyEvents(2, "t"));
    const lines = await exported(from);
    expect(await fromJsonl(to, streamOf(lines))).toEqual({ records: 12, added: 2, already: 10 });
    expect(await fromJsonl(to, streamOf(lines))).toEqual({ records: 12, added: 0, already: 12 });
    expect(await exported(to)).toEqual(lines);
  });

  test("an export of something else, or of less, is refused and changes nothing", async () => {
    const [from, to] = [memoryJournal(), await open()];
    await fill(from);
    await to.append("one", manyEvents(2, "other"));
    const before = await recordsOf(to);
    await expect(fromJsonl(to, streamOf(await exported(from)))).rejects.toThrow(
      "line 3: the journal holds 2 records that are not the first of these.",
    );
    const less = memoryJournal();
    await less.append("one", manyEvents(1));
    await expect(fromJsonl(to, streamOf(await exported(less)))).rejects.toMatchObject({ code: "unreadable" });
    expect(await recordsOf(to)).toEqual(before);
  });

  test("what is read while an import goes on, and after it failed, is what was there before", async () => {
    const [from, to] = [memoryJournal(), await open()];
    await from.append("one", manyEvents(1500));
    const lines = await exported(from);
    const calls: number[] = [];
    async function* watched(): AsyncGenerator<string, void, undefined> {
      for (const [k, line] of lines.entries()) {
        if (k % 400 === 0) calls.push((await recordsOf(to)).length);
        yield k === 1400 ? "{" : line;
      }
    }
    await expect(fromJsonl(to, watched())).rejects.toThrow("line 1401: it is no JSON");
    expect(calls).toEqual([0, 0, 0, 0]);
    expect(await recordsOf(to)).toEqual([]);
  });

  test("CloudEvents go out and come back: facts, corrections and frames, each as it was", async () => {
    const [from, to] = [await open(), await open()];
    await from.append("one", [frame, ...manyEvents(3, "a")]);
    await from.append("two/part", manyEvents(2, "b"));
    await from.append("one", [correction]);
    const batch = await Array.fromAsync(toCloudEvents(from));
    expect(await fromCloudEvents(to, JSON.parse(JSON.stringify(batch)))).toEqual({ records: 7, added: 7, already: 0 });
    for (const stream of ["one", "two/part"]) {
      const [was, is] = [from, to].map((journal) => Array.fromAsync(journal.read({ stream })));
      const entries = async (records: typeof was) => (await records)?.map(({ entry }) => entry);
      expect(await entries(is)).toEqual(await entries(was));
    }
    expect(await fromCloudEvents(to, batch)).toEqual({ records: 7, added: 0, already: 7 });
  });

  test("an item that contradicts its data is refused with its place, and a date that is none in a sentence", async () => {
    const journal = await open();
    await journal.append("one", manyEvents(1));
    const [good] = await Array.fromAsync(toCloudEvents(journal));
    const other = await open();
    const bad: readonly (readonly [object, string])[] = [
      [{ id: "b" }, 'item 2: its id is "b", and its data are called e0.'],
      [{ id: undefined }, "item 2: its id is missing, and its data are called e0."],
      [{ time: "yesterday" }, 'item 2: its time is "yesterday": expected one such as 2024-01-16T00:00:00Z.'],
      [{ time: "2024-01-99T00:00:00Z" }, 'item 2: its time is "2024-01-99T00:00:00Z": expected'],
      [{ time: "2023-12-31T00:00:00Z" }, "item 2: its time is 2023-12-31T00:00:00Z, and its data say 2024-"],
      [{ data: { ...eventCalled("e0"), at: "2024-02-31" } }, "item 2: data.at: not a date: YYYY-MM-DD"],
      [{ type: "org.demarche.hug" }, 'item 2: The event contradicts itself: its type says "hug"'],
    ];
    for (const [change, problem] of bad) {
      await expect(fromCloudEvents(other, [good, { ...good, ...change }])).rejects.toThrow(problem);
    }
    expect(await recordsOf(other)).toEqual([]);
    const elsewhere = { ...good, time: String(good?.time).replace(/Z$/, ".000+00:00") };
    expect(await fromCloudEvents(other, [elsewhere, { ...good, time: undefined }])).toMatchObject({ added: 1 });
  });

  test("a check sees each line as it would be before anything is kept, forks with what they share", async () => {
    const [from, to] = [memoryJournal(), await open()];
    await fill(from);
    const lines = await exported(from);
    const calls: unknown[] = [];
    const check = ({ stream, records, entries }: ImportedLine): readonly LineFault[] => {
      calls.push([stream, records.length, entries.length]);
      return stream === "one/calm" ? [{ entry: entries.length - 1, problem: "so not" }] : [];
    };
    await expect(fromJsonl(to, streamOf(lines), { check })).rejects.toThrow("line 10: so not.\nNothing was imported.");
    expect(calls).toEqual([
      ["one", 0, 5],
      ["one/calm", 0, 7],
    ]);
    expect(await recordsOf(to)).toEqual([]);
    await fromJsonl(to, streamOf(lines));
    await from.append("one", [eventCalled("z")]);
    calls.length = 0;
    await fromJsonl(to, streamOf(await exported(from)), { check });
    expect(calls).toEqual([["one", 5, 1]]);
    const batch = [await Array.fromAsync(toCloudEvents(from, { stream: "one" }))].flat().slice(0, 2);
    const calm = batch.map((event) => ({ ...event, source: "/streams/one/calm" }));
    const fresh = { ...calm[1], id: "y", data: { ...eventCalled("y"), at: eventCalled("a0").at } };
    calls.length = 0;
    await expect(
      fromCloudEvents(to, [...calm, { ...fresh, time: undefined, type: `org.demarche.${eventCalled("y").act}` }], {
        check,
      }),
    ).rejects.toThrow("item 3: so not.");
    expect(calls).toEqual([["one/calm", 7, 1]]);
  });

  test("a batch with one item that is wrong is refused whole, with the item", async () => {
    const journal = await open();
    await journal.append("one", manyEvents(2));
    const batch = await Array.fromAsync(toCloudEvents(journal));
    const other = await open();
    const bad = [...batch, { ...batch[0], source: "/elsewhere" }, { ...batch[1], data: { id: "x" } }, 7];
    const error = await fromCloudEvents(other, bad).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      code: "unreadable",
      data: [{ line: 3, problem: "its source is no stream: expected /streams/NAME" }, { line: 4 }, { line: 5 }],
    });
    expect(String(error)).toMatch(/Nothing was imported\.$/);
    expect(await recordsOf(other)).toEqual([]);
  });
});

describe("CloudEvents", () => {
  test("are valid to the CloudEvents SDK, whatever the entry", async () => {
    const journal = memoryJournal();
    await fill(journal);
    let count = 0;
    for await (const form of toCloudEvents(journal)) {
      const event = new CloudEvent({ ...form });
      expect(event.validate()).toBe(true);
      // The SDK writes times to the millisecond.
      expect(JSON.parse(event.toString())).toEqual({ ...form, time: new Date(form.time).toISOString() });
      expect(Number(event["sequence"])).toBe(count + 1);
      count += 1;
    }
    expect(count).toBe(10);
  });

  test("are valid whatever the act, and come back from the SDK's own JSON", async () => {
    await fc.assert(
      fc.asyncProperty(recordArbitrary(), async (events) => {
        const [from, to] = [memoryJournal(), memoryJournal()];
        await from.append("one", events);
        const batch = (await Array.fromAsync(toCloudEvents(from))).map((form) => new CloudEvent({ ...form }).toJSON());
        await fromCloudEvents(to, JSON.parse(JSON.stringify(batch)));
        expect(factsOf(await recordsOf(to)).facts.map(({ event }) => event)).toEqual(
          factsOf(await recordsOf(from)).facts.map(({ event }) => event),
        );
        expect(eventIds(await recordsOf(to))).toEqual(events.map(({ id }) => id));
      }),
    );
  });

  test("tell the moment by the clocks of the record's zone, in winter and in summer, and come back", async () => {
    const open = async (zone: string) => {
      const journal = memoryJournal();
      const events = ["2024-01-16", "2024-07-16T08:30"].map((at, k) => ({ ...eventCalled(`z${k}`), at }));
      await journal.append("one", [{ kind: "frame", id: "frame:z", file: JSON.stringify({ zone }) }, ...events]);
      return Array.fromAsync(toCloudEvents(journal, { kind: "event" }));
    };
    const times = async (zone: string) => (await open(zone)).map(({ time }) => time);
    expect(await times("UTC")).toEqual(["2024-01-16T00:00:00Z", "2024-07-16T08:30:00Z"]);
    expect(await times("Asia/Karachi")).toEqual(["2024-01-16T00:00:00+05:00", "2024-07-16T08:30:00+05:00"]);
    expect(await times("America/New_York")).toEqual(["2024-01-16T00:00:00-05:00", "2024-07-16T08:30:00-04:00"]);
    expect(await times("+05:45")).toEqual(["2024-01-16T00:00:00+05:45", "2024-07-16T08:30:00+05:45"]);
  });

  test("with a zone come back as they went out, as others write them in UTC, and as releases before wrote them", async () => {
    const from = memoryJournal();
    const zoned = { kind: "frame", id: "frame:z", file: JSON.stringify({ zone: "Asia/Karachi" }) } as const;
    await from.append("one", [zoned, { ...eventCalled("z"), at: "2024-07-16T08:30" }]);
    const batch = await Array.fromAsync(toCloudEvents(from));
    for (const time of ["2024-07-16T08:30:00+05:00", "2024-07-16T03:30:00Z", "2024-07-16T08:30:00Z"]) {
      const written = batch.map((form) => (form.id === "z" ? { ...form, time } : form));
      expect(await fromCloudEvents(memoryJournal(), written)).toMatchObject({ added: 2 });
    }
    const wrong = batch.map((form) => (form.id === "z" ? { ...form, time: "2024-07-16T05:30:00Z" } : form));
    await expect(fromCloudEvents(memoryJournal(), wrong)).rejects.toThrow("expected 2024-07-16T08:30:00+05:00");
  });

  test("of a fork are refused: lines keep forks", async () => {
    const journal = memoryJournal();
    await fill(journal);
    const batch = await Array.fromAsync(toCloudEvents(journal));
    await expect(fromCloudEvents(memoryJournal(), batch)).rejects.toThrow(
      "item 6: it is a fork, which only an export as lines can keep.",
    );
    await expect(fromCloudEvents(memoryJournal(), {})).rejects.toThrow("it is no batch");
  });
});

test("an entry that is longer than any may be is refused when it is appended; the longest goes out and comes back", async () => {
  const journal = memoryJournal();
  const before = "\n".repeat(8 * 1024 * 1024 - 200);
  // Without time for all, a line that is too long is shown in test/journal/hostile.test.ts.
  if (ofAll(true, false)) {
    await journal.append("one", [{ ...frame, before, after: "" }]);
    const copy = memoryJournal();
    await fromJsonl(copy, streamOf(await exported(journal)));
    expect((await copy.head()).hash).toBe((await journal.head()).hash);
  }
  await expect(journal.append("one", [{ ...frame, id: "frame:2", before, after: before }])).rejects.toThrow(
    "frame:2 is longer than 16777216 characters.",
  );
});
