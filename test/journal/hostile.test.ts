/** Hostile journals, entries and imports: an error that says where, and nothing changed; never wrong data in silence. */
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { canonical, type DiplomaticEvent } from "../../src/events/index.ts";
import {
  foldJournal,
  forkStream,
  fromCloudEvents,
  fromJsonl,
  type ImportFault,
  type Journal,
  LONGEST_LINE,
  memoryJournal,
  toJsonl,
  verifyJournal,
} from "../../src/journal/index.ts";
import { type StoredRecord, sealOf } from "../../src/journal/record.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { Problem } from "../../src/problem/index.ts";
import { ofAll } from "../support/enduring.ts";
import { eventCalled, filesOfTest, manyEvents, onEveryStore, recordsOf } from "../support/journals.ts";

const path = filesOfTest();
const dyad = { a: "IRN", b: "PAK" };

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("a file that was damaged", () => {
  let file: string;
  let original: string;
  let known: string;
  beforeAll(async () => {
    file = path();
    const journal = sqliteJournal(file, { create: true });
    await journal.append("one", manyEvents(120));
    await forkStream(journal, "one", "two", { version: 50 });
    await journal.append("two", manyEvents(40, "t"));
    await foldJournal(journal, { branch: "one", beginning: { dyad }, worth: 1 });
    original = canonical(await stateOf(journal));
    known = (await journal.head()).hash;
    await journal.close();
  });

  /** All that a journal tells in any way. */
  async function stateOf(journal: Journal): Promise<object> {
    const folded = await foldJournal(journal, { branch: "one", beginning: { dyad } });
    const branch = await Array.fromAsync(journal.read({ branch: "two" }));
    return JSON.parse(
      JSON.stringify({
        records: await recordsOf(journal),
        branch,
        streams: await journal.streams(),
        version: await journal.versionOf("two"),
        situation: folded.history.situation,
        dossier: folded.history.dossier,
      }),
    );
  }

  /** It tells what it told before, or is refused with a code, or verifying finds where it was damaged. */
  async function isSeen(damaged: string): Promise<void> {
    let journal: Journal | undefined;
    try {
      journal = sqliteJournal(damaged);
      const { faults } = await verifyJournal(journal, { known });
      for (const { position, problem } of faults) {
        expect(position).toBeGreaterThanOrEqual(0);
        expect(problem).toMatch(/\w/);
      }
      if (faults.length === 0) expect(canonical(await stateOf(journal))).toBe(original);
      await journal.append("one", [eventCalled("more")]);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      expect(error.message).toMatch(/^(Position \d+|.*\.db)/);
    } finally {
      await journal?.close();
    }
  }

  test("by bits that flipped is seen for what it is", async () => {
    const size = readFileSync(file).length;
    const flips = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(7)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(flips, async (all) => {
        const bytes = readFileSync(file);
        for (const [byte, bit] of all) bytes[byte] = (bytes[byte] ?? 0) ^ (1 << bit);
        const damaged = path();
        writeFileSync(damaged, bytes);
        await isSeen(damaged);
      }),
      { numRuns: ofAll(80, 20) },
    );
  });

  test("by being cut off is seen for what it is", async () => {
    const size = readFileSync(file).length;
    await fc.assert(
      fc.asyncProperty(fc.nat(size - 1), async (length) => {
        const damaged = path();
        copyFileSync(file, damaged);
        truncateSync(damaged, length);
        await isSeen(damaged);
      }),
      { numRuns: ofAll(25, 8) },
    );
  });

  test("in its write-ahead log is read as far as that is whole, and whoever noted the hash finds that something is missing", async () => {
    const whole = path();
    const writer = sqliteJournal(whole, { create: true });
    for (const event of manyEvents(30)) await writer.append("one", [event]);
    const noted = (await writer.head()).hash;
    const before = (await recordsOf(writer)).map((record) => canonical(JSON.parse(JSON.stringify(record))));
    const log = readFileSync(`${whole}-wal`);
    await fc.assert(
      fc.asyncProperty(fc.nat(log.length - 1), fc.nat(7), async (byte, bit) => {
        const damaged = path();
        copyFileSync(whole, damaged);
        const bytes = Buffer.from(log);
        bytes[byte] = (bytes[byte] ?? 0) ^ (1 << bit);
        writeFileSync(`${damaged}-wal`, bytes);
        const error = await thrownBy(async () => {
          const journal = sqliteJournal(damaged);
          const records = (await recordsOf(journal)).map((record) => canonical(JSON.parse(JSON.stringify(record))));
          expect(records).toEqual(before.slice(0, records.length));
          const { faults } = await verifyJournal(journal, { known: noted });
          expect(faults.length).toBe(records.length === before.length ? 0 : 1);
          await journal.close();
        });
        if (error !== undefined && !(error instanceof Problem)) throw error;
      }),
      { numRuns: ofAll(40, 10) },
    );
    await writer.close();
  });
});

describe("a record that was changed behind the journal's back", () => {
  const event = `replace(body, '2024-01-03', '2024-01-02')`;
  test.each([
    ["in what it says", `body = ${event}`, 3],
    ["in its place", "stream = 'two'", 3],
    ["in the time at which it was recorded", "recorded_at = '2020-01-01T00:00:00.000Z'", 3],
    ["in the record that it follows", "previous = hash", 3],
    ["in its hash", `hash = '${"a".repeat(64)}'`, 3],
    ["in what it says, and was the last", `body = ${event}`, 3, 3],
  ])("%s is told by nothing that reads, and nothing comes after it", async (_what, set, position, length = 5) => {
    const file = path();
    const writer = sqliteJournal(file, { create: true });
    await writer.append("one", manyEvents(length));
    await writer.close();
    const database = new DatabaseSync(file);
    database.exec(`DROP TRIGGER record_stands; UPDATE record SET ${set} WHERE position = ${position}`);
    database.close();
    const journal = sqliteJournal(file);
    const ways: Record<string, () => Promise<unknown>> = {
      read: () => recordsOf(journal),
      "read from the middle": () => Array.fromAsync(journal.read({ after: 2 })),
      "read by act": () => Array.fromAsync(journal.read({ act: "lodge-protest" })),
      fold: () => foldJournal(journal, { branch: set.startsWith("stream") ? "two" : "one", beginning: { dyad } }),
      ...(length === position ? { append: () => journal.append("one", [eventCalled("more")]) } : {}),
    };
    for (const [way, take] of Object.entries(ways)) {
      expect([way, await thrownBy(take)]).toEqual([
        way,
        expect.objectContaining({ code: "corrupt", message: expect.stringContaining(`Position ${position}: `) }),
      ]);
    }
    expect((await verifyJournal(journal)).faults.map((fault) => fault.position)).toContain(position);
    await journal.close();
  });

  test("by one that is sealed as well does not go with its neighbours", async () => {
    const file = path();
    const writer = sqliteJournal(file, { create: true });
    await writer.append("one", manyEvents(5));
    const [, , row] = await writer.store.page({}, 5);
    await writer.close();
    if (row === undefined) throw new Error("There are five.");
    const body = row.body.replace("2024-01-03", "2024-01-02");
    const database = new DatabaseSync(file);
    database.exec("DROP TRIGGER record_stands");
    database.prepare("UPDATE record SET body = ?, hash = ? WHERE position = 3").run(body, sealOf(row, body));
    database.close();
    const journal = sqliteJournal(file);
    expect(await thrownBy(() => recordsOf(journal))).toMatchObject({
      code: "corrupt",
      message: expect.stringMatching(/^Position 4: .*follow/),
    });
    await journal.close();
  });
});

/** Lines sealed anew, as somebody would who forges all of them. */
function sealed(
  entries: readonly (readonly [stream: string, entry: unknown, recordedAt?: string])[],
): readonly string[] {
  const versions = new Map<string, number>();
  let previous = "0".repeat(64);
  const lines = entries.map(([stream, entry, recordedAt = "2026-01-01T00:00:00.000Z"], k) => {
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    const place = { position: k + 1, stream, version, recordedAt, previous };
    const hash = sealOf(place, canonical(entry));
    previous = hash;
    return canonical({ ...place, entry, hash });
  });
  return [canonical({ demarche: "journal", form: 1, records: lines.length, head: previous }), ...lines];
}

async function* given(lines: readonly string[]): AsyncGenerator<string, void, undefined> {
  yield* lines;
}

const fact = (id: string) => ({ kind: "event", event: eventCalled(id) });
const fork = (name: string, parent: string, version: number, digest = "a".repeat(64)) => ({
  ...{ kind: "fork", id: `fork:${name}`, parent, version, digest },
});
const deep = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const good = sealed([
  ["one", fact("a")],
  ["one", fact("b")],
  ["two", fact("a")],
]);
const changed = (line: number, from: string | RegExp, to: string): readonly string[] =>
  good.map((text, k) => (k === line - 1 ? text.replace(from, to) : text));

const forgeries: readonly (readonly [what: string, lines: readonly string[], problem: RegExp])[] = [
  ["nothing at all", [], /^line 1: there is nothing/],
  ["a head alone", good.slice(0, 1), /^line 2: the export has 3 records, and 0 are here: it was cut off/],
  ["no head", good.slice(1), /^line 1: it is no head/],
  ["a form that never was", changed(1, '"form":1', '"form":0'), /^line 1: its form is 0, and there is none but 1/],
  ["half a form", changed(1, '"form":1', '"form":0.5'), /^line 1: its form is 0.5, and there is none but 1/],
  ["a form below zero", changed(1, '"form":1', '"form":-1'), /^line 1: its form is -1, and there is none but 1/],
  [
    "a time that is yet to come",
    sealed([
      ["one", fact("a")],
      ["one", fact("b"), "9999-12-31T00:00:00.000Z"],
    ]),
    /^line 3: position 2 was recorded at 9999-12-31T00:00:00.000Z, which is yet to come/,
  ],
  ["a later form", changed(1, '"form":1', '"form":2'), /^line 1: it was exported by a later release/],
  ["a head with another hash", changed(1, /"head":"../, '"head":"zz'), /^line 4: the last record is not the one/],
  ["a record that is missing", good.toSpliced(2, 1), /^line 3: position 3 stands where 2 belongs/],
  ["records exchanged", [good[0], good[2], good[1], good[3]].map(String), /^line 2: position 2 stands where 1 belongs/],
  ["a record twice", good.toSpliced(2, 0, String(good[1])), /^line 3: position 1 stands where 2 belongs/],
  ["one that was changed", changed(3, "PAK", "CHN"), /^line 3: position 2 is not what its hash says/],
  ["one with another time", changed(2, "00:00.000Z", "00:01.000Z"), /^line 2: position 1 is not what its hash says/],
  ["a time that is none", changed(2, "2026-01-01", "2026-02-31"), /^line 2: a number, a name, a time or a hash/],
  ["a name that is none", changed(2, '"stream":"one"', '"stream":"one\'--"'), /^line 2: a number, a name/],
  ["a position that is none", changed(2, '"position":1', '"position":1e999'), /^line 2: a number, a name/],
  ["a key too many", changed(2, '"position"', '"__proto__":{},"position"'), /^line 2: it is no record/],
  ["a line that is cut off", good.map((text, k) => (k === 2 ? text.slice(0, -9) : text)), /^line 3: it is no JSON/],
  [
    "an id twice",
    sealed([
      ["one", fact("a")],
      ["one", fact("a")],
    ]),
    /^line 3: the id a stands twice in one/,
  ],
  [
    "times that go back",
    sealed([
      ["one", fact("a")],
      ["one", fact("b"), "2025-01-01T00:00:00.000Z"],
    ]),
    /^line 3: position 2 was recorded before the one before it/,
  ],
  [
    "a fork of what it does not share",
    sealed([
      ["one", fact("a")],
      ["two", fork("two", "one", 1)],
    ]),
    /^line 3: it branches from version 1 of one, which is not what its digest says/,
  ],
  ["a fork of itself", sealed([["one", fork("one", "one", 1)]]), /^line 2: it branches from version 1 of one/],
  [
    "a fork that comes late",
    sealed([
      ["one", fact("a")],
      ["one", fork("one", "two", 1)],
    ]),
    /^line 3: a fork is the first/,
  ],
  [
    "an act that is none",
    sealed([["one", { kind: "event", event: { ...eventCalled("a"), act: "hug" } }]]),
    /^line 2: .*hug/,
  ],
  ["a kind that is none", sealed([["one", { kind: "erase", id: "a" }]]), /^line 2: /],
  ["no entry", sealed([["one", null]]), /^line 2: /],
];

/** Those that are large. */
const large: typeof forgeries = [
  ["deep nesting", changed(2, /"because":\[\]/, `"because":${deep(200_000)}`), /^line 2: /],
  ["a line of nesting alone", [String(good[0]), deep(2_000_000)], /^line 2: it is no record/],
  [
    "a line that is too long",
    [String(good[0]), "x".repeat(LONGEST_LINE + 1)],
    /^line 2: the line is longer than 1\d+ characters/,
  ],
];

/** More than a statement of SQL may have parts. */
const FORKS = ofAll(4000, 1500);

test("a forged import that is large is refused with its line", { tags: "long" }, async () => {
  for (const [what, lines, problem] of large)
    expect(await thrownBy(() => fromJsonl(memoryJournal(), given(lines))), what).toMatchObject({
      code: "unreadable",
      message: expect.stringMatching(problem),
    });
});

onEveryStore((open) => {
  test("every forged import is refused with its line, and nothing is changed", async () => {
    const journal = await open();
    for (const [what, lines, problem] of ofAll([...forgeries, ...large], forgeries)) {
      const error = await thrownBy(() => fromJsonl(journal, given(lines)));
      expect(error, what).toMatchObject({ code: "unreadable" });
      expect((error as Error).message, what).toMatch(problem);
      expect((error as Error).message, what).toMatch(/\nNothing was imported\.$/);
      expect((await journal.head()).position, what).toBe(0);
    }
    expect(await fromJsonl(journal, given(good))).toEqual({ records: 3, added: 3, already: 0 });
  });

  test("an import that was damaged anywhere is refused, or is what it was", async () => {
    const journal = await open();
    await journal.append("one", manyEvents(6));
    await forkStream(journal, "one", "two", { version: 3 });
    await journal.append("two", manyEvents(3, "t"));
    const text = (await Array.fromAsync(toJsonl(journal))).join("\n");
    const places = fc.record({
      place: fc.nat(text.length - 1),
      cut: fc.nat(3),
      put: fc.string({ unit: "binary", maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(places, { minLength: 1, maxLength: 3 }), async (all) => {
        let damaged = text;
        for (const { place, cut, put } of all) damaged = damaged.slice(0, place) + put + damaged.slice(place + cut);
        // Into an empty journal, and into one that holds all of it.
        const empty = memoryJournal();
        for (const into of [empty, journal]) {
          const before = await recordsOf(into);
          const error = await thrownBy(() => fromJsonl(into, given(damaged.split("\n"))));
          if (error === undefined) expect(await recordsOf(into)).toEqual(await recordsOf(journal));
          else {
            expect(error).toMatchObject({ code: "unreadable" });
            expect((error as Problem<readonly ImportFault[]>).data[0]?.line).toBeGreaterThan(0);
            expect(await recordsOf(into)).toEqual(before);
          }
        }
      }),
      { numRuns: ofAll(40, 10) },
    );
  });

  test("an import of anything at all is refused, and nothing is changed", async () => {
    const journal = await open();
    await journal.append("one", manyEvents(2));
    const before = await recordsOf(journal);
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc.constantFrom(...good, "", "null", "{}", deep(9)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 4 }), async (lines) => {
        expect(await thrownBy(() => fromJsonl(journal, given(lines)))).toMatchObject({ code: "unreadable" });
        expect(await recordsOf(journal)).toEqual(before);
      }),
      { numRuns: ofAll(40, 10) },
    );
    const batches = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue(), { minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(batches, async (batch) => {
        fc.pre(!Array.isArray(batch) || batch.length > 0);
        expect(await thrownBy(() => fromCloudEvents(journal, batch))).toMatchObject({ code: "unreadable" });
        expect(await recordsOf(journal)).toEqual(before);
      }),
      { numRuns: ofAll(40, 10) },
    );
  });

  test("names that mean something to SQL or to JavaScript mean nothing here", async () => {
    const journal = await open();
    const names = ["constructor", "prototype", "tostring", "null", "true", "drop-table-record", "select/from/where"];
    for (const [k, name] of names.entries()) {
      expect(await journal.versionOf(name)).toBe(0);
      await journal.append(name, [eventCalled("constructor"), eventCalled("hasownproperty")]);
      await forkStream(journal, name, `fork-${k}`);
      expect((await Array.fromAsync(journal.read({ branch: `fork-${k}` }))).length).toBe(3);
    }
    for (const name of ["__proto__", "one'; DROP TABLE record; --", "", "a\u0000b", "x".repeat(129), "One", "one/"]) {
      expect(await thrownBy(() => journal.append(name, [eventCalled("a")]))).toMatchObject({ code: "invalid-entry" });
      expect(await Array.fromAsync(journal.read({ stream: name }))).toEqual([]);
      expect(await Array.fromAsync(journal.read({ branch: name, actor: name, act: name }))).toEqual([]);
      expect(await journal.versionOf(name)).toBe(0);
    }
    expect((await verifyJournal(journal)).faults).toEqual([]);
    expect((await journal.streams()).length).toBe(2 * names.length);
  });

  test("an entry with keys of prototypes, or deeper than any entry is, is refused, and nobody's prototype is changed", async () => {
    const journal = await open();
    const event = JSON.stringify(eventCalled("a"));
    const texts = [
      event.replace("{", '{"__proto__":{"polluted":true},'),
      event.replace("{", '{"constructor":{"prototype":{"polluted":true}},'),
      event.replace('"claims":[]', `"claims":[{"by":"PAK","about":"target","says":"x","__proto__":{"polluted":true}}]`),
      event.replace('"claims":[]', `"claims":${deep(50_000)}`),
      event.replace('"note"', '"x"').replace("{", `{"note":${deep(3000)},`),
      `{"kind":"event","event":${event},"__proto__":{"kind":"fork"}}`,
      `{"kind":"frame","id":"frame:x","before":"","after":"","constructor":1}`,
    ];
    for (const text of texts) {
      const entry = JSON.parse(text) as DiplomaticEvent;
      expect(await thrownBy(() => journal.append("one", [entry])), text.slice(0, 80)).toMatchObject({
        code: "invalid-entry",
      });
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await journal.head()).position).toBe(0);
  });

  test("a line that was forked thousands of times is read", async () => {
    const journal = await open();
    await journal.append("one", manyEvents(2));
    const segments = Array.from({ length: FORKS }, (_, k) => ({ stream: k === FORKS - 1 ? "one" : `f${k}`, upTo: 1 }));
    expect((await journal.store.page({ segments }, 10)).map(({ position }: StoredRecord) => position)).toEqual([1]);
  });
});
