/** The contract of a journal: what every store must do, as named cases that any test runner can run. */
import type { DiplomaticEvent } from "../../events/index.ts";
import {
  factsOf,
  forkStream,
  type Journal,
  type JournalRecord,
  type Query,
  verifyJournal,
} from "../../journal/index.ts";
import { liveFeed } from "../../journal/live.ts";
import { frozen, nth } from "../../problem/index.ts";
import { expectRefusal, expectSame, simpleEvent } from "./expect.ts";

/** A case of the contract. */
export interface ContractCase {
  readonly name: string;
  /**
   * Runs it.
   *
   * @param open gives an empty journal, a new one at every call
   * @throws Error when the journal does not do what the case demands
   */
  readonly run: (open: () => Promise<Journal>) => Promise<void>;
}

const strike = simpleEvent("strike", "2024-01-16", "strike", "IRN", "PAK");
const protest = simpleEvent("protest", "2024-01-17", "lodge-protest", "PAK", "IRN");
const recall = simpleEvent("recall", "2024-01-17", "recall-ambassador", "PAK", "IRN");
const call = simpleEvent("call", "2024-01-19", "consult-by-phone", "IRN", "PAK");

/**
 * Every case of the contract: name each to a test runner, and run it there.
 *
 * @example
 * ```ts
 * import { memoryJournal } from "demarche/journal";
 * import { journalContract } from "demarche/testing";
 * for (const { run } of journalContract.slice(0, 3)) await run(async () => memoryJournal());
 * ```
 */
export const journalContract: readonly ContractCase[] = [
  contractCase("a new journal is empty", async (journal) => {
    expectSame((await journal.head()).position, 0, "position");
    expectSame(await journal.streams(), [], "streams");
    expectSame(await journal.versionOf("nowhere"), 0, "version of a stream that has not begun");
    expectSame(await read(journal), [], "records");
  }),
  contractCase("what was appended is read in order, with positions and versions without a gap", async (journal) => {
    const first = await journal.append("one", [strike, recall]);
    const second = await journal.append("two", [strike]);
    const third = await journal.append("one", [call]);
    expectSame([first.positions, second.positions, third.positions], [[1, 2], [3], [4]], "positions");
    expectSame([first.version, second.version, third.version], [2, 1, 3], "versions");
    const records = await read(journal);
    expectSame(
      records.map(({ position, stream, version }) => [position, stream, version]),
      [
        [1, "one", 1],
        [2, "one", 2],
        [3, "two", 1],
        [4, "one", 3],
      ],
      "places",
    );
    expectSame(eventsIn(records), [strike, recall, strike, call], "events");
    expectSame((await journal.head()).hash, records.at(-1)?.hash, "hash of the head");
    expectSame(
      (await journal.streams()).map(({ stream, version }) => [stream, version]),
      [
        ["one", 3],
        ["two", 1],
      ],
      "streams",
    );
  }),
  contractCase("a stream that is not as expected is a conflict, and nothing is appended", async (journal) => {
    await journal.append("one", [strike], { expected: "none" });
    for (const [expected, stream] of [
      [0, "one"],
      [2, "one"],
      ["none", "one"],
      ["exists", "two"],
      [1, "two"],
    ] as const) {
      const error = await expectRefusal("conflict", () => journal.append(stream, [recall], { expected }));
      expectSame(
        { code: error.code, ...Object(error.data) },
        { code: "conflict", stream, expected, found: stream === "one" ? 1 : 0 },
        "conflict",
      );
    }
    expectSame((await journal.head()).position, 1, "position");
    await journal.append("one", [recall], { expected: 1 });
    await journal.append("one", [call], { expected: "exists" });
    await journal.append("two", [strike], { expected: "any" });
    expectSame((await journal.head()).position, 4, "position");
  }),
  contractCase("the same again is a no-op that gives the old positions, whatever was expected", async (journal) => {
    await journal.append("one", [strike, recall], { expected: 0 });
    const again = await journal.append("one", [strike, recall], { expected: 0 });
    expectSame(again, { stream: "one", version: 2, positions: [1, 2], added: 0 }, "answer");
    const partly = await journal.append("one", [recall, call]);
    expectSame(partly, { stream: "one", version: 3, positions: [2, 3], added: 1 }, "answer");
    const twice = await journal.append("two", [strike, strike]);
    expectSame(twice, { stream: "two", version: 1, positions: [4, 4], added: 1 }, "answer");
  }),
  contractCase("an id with another content is an error, and nothing is appended", async (journal) => {
    await journal.append("one", [strike]);
    await expectRefusal("id-clash", () => journal.append("one", [recall, { ...strike, note: "Otherwise." }]));
    await expectRefusal("id-clash", () => journal.append("two", [recall, { ...recall, note: "Otherwise." }]));
    expectSame((await journal.head()).position, 1, "position");
  }),
  contractCase("several streams are appended to at once, or none of them", async (journal) => {
    await journal.appendAll([
      { stream: "one", entries: [strike], expected: "none" },
      { stream: "two", entries: [recall], expected: "none" },
    ]);
    await expectRefusal("conflict", () =>
      journal.appendAll([
        { stream: "one", entries: [call], expected: 1 },
        { stream: "two", entries: [call], expected: 7 },
      ]),
    );
    expectSame((await journal.head()).position, 2, "position");
    const [first, second] = await journal.appendAll([
      { stream: "one", entries: [call] },
      { stream: "one", entries: [call, protest], expected: 2 },
    ]);
    expectSame([first?.positions, second?.positions], [[3], [3, 4]], "positions");
  }),
  contractCase("several requests to one stream find what is there already, each its own", async (journal) => {
    await journal.append("one", [strike, recall, call]);
    const again = await journal.appendAll([strike, recall, call].map((entry) => ({ stream: "one", entries: [entry] })));
    expectSame(
      again.map(({ positions, added }) => [...positions, added]),
      [
        [1, 0],
        [2, 0],
        [3, 0],
      ],
      "old positions",
    );
    const otherwise = { ...recall, note: "Otherwise." };
    await expectRefusal("id-clash", () =>
      journal.appendAll([
        { stream: "one", entries: [strike] },
        { stream: "one", entries: [otherwise] },
      ]),
    );
    expectSame((await journal.head()).position, 3, "position");
  }),
  contractCase("what is no entry is refused with what is wrong about it", async (journal) => {
    const bad = { ...strike, id: "Not an id" };
    await expectRefusal("invalid-entry", () => journal.append("one", [recall, bad]));
    await expectRefusal("invalid-entry", () => journal.append("Not a stream", [recall]));
    const unknown = { kind: "correction", id: "correct:x", corrects: "x", because: "It was not." } as const;
    await expectRefusal("unknown-event", () => journal.append("one", [unknown]));
    expectSame((await journal.head()).position, 0, "position");
  }),
  contractCase("what stands in texts stays what it is", async (journal) => {
    const texts = ["'; DROP TABLE record; --", "$1 ? :x", "\u0000\u202e\ud83d\udd4a ß \\ \" '", '{"a":1}'];
    const events = texts.map((note, k) => ({ ...strike, id: `e${k}`, note: note.replace("\u0000", "") }));
    await journal.append("one", events);
    expectSame(eventsIn(await read(journal)), events, "events");
  }),
  contractCase("reads by stream, actor, act, and from and as of a position", async (journal) => {
    await journal.append("one", [strike, recall, call]);
    await journal.append("two", [{ ...call, from: ["CHN"] }]);
    const ids = async (query: Query) => (await read(journal, query)).map(({ position }) => position);
    expectSame(await ids({ stream: "one" }), [1, 2, 3], "of one");
    expectSame(await ids({ branch: "two" }), [4], "of two");
    expectSame(await ids({ stream: "three" }), [], "of three");
    expectSame(await ids({ actor: "CHN" }), [4], "by China");
    expectSame(await ids({ actor: "HN" }), [], "by nobody");
    expectSame(await ids({ act: "recall-ambassador" }), [2], "recalls");
    expectSame(await ids({ after: 1, position: 3 }), [2, 3], "from and as of");
    expectSame(await ids({ after: 9 }), [], "after the end");
    expectSame(await ids({ stream: "one", actor: "PAK", act: "strike" }), [1], "all at once");
  }),
  contractCase("reads as of any time of the events and any time of the record", async (journal) => {
    await journal.append("one", [strike, call]);
    await wait(5);
    const between = (await journal.head()).recordedAt;
    await wait(5);
    await journal.append("one", [recall]);
    const ids = async (query: Query) => eventsIn(await read(journal, query)).map(({ id }) => id);
    expectSame(await ids({ at: "2024-01-18" }), ["strike", "recall"], "happened by the 18th");
    expectSame(await ids({ recordedAt: between }), ["strike", "call"], "known then");
    expectSame(await ids({ at: "2024-01-18", recordedAt: between }), ["strike"], "happened by the 18th and known then");
    await expectRefusal("unreadable", () => read(journal, { at: "2024-02-30" }));
    const times = (await read(journal)).map(({ recordedAt }) => recordedAt);
    expectSame(times, times.toSorted(), "recording times");
  }),
  contractCase("a correction supersedes a fact and erases nothing", async (journal) => {
    await journal.append("one", [strike, recall]);
    const event = { ...strike, at: "2024-01-15" };
    const mended = {
      kind: "correction",
      id: "correct:strike",
      corrects: "strike",
      because: "Local time.",
      event,
    } as const;
    const gone = { kind: "correction", id: "correct:recall", corrects: "recall", because: "Denied." } as const;
    await journal.append("one", [mended, gone]);
    const records = await read(journal);
    expectSame(eventsIn(records.slice(0, 2)), [strike, recall], "what was recorded");
    const { facts, withdrawn } = factsOf(records);
    expectSame(
      facts.map((fact) => fact.event),
      [event],
      "what holds",
    );
    expectSame(withdrawn, ["recall"], "what was withdrawn");
    expectSame(factsOf(records.slice(0, 2)).facts.length, 2, "what held before");
  }),
  contractCase("a fork shares the beginning, and neither changes the other", async (journal) => {
    await journal.append("one", [strike, recall]);
    await forkStream(journal, "one", "one/calm", { version: 1 });
    await journal.append("one/calm", [protest]);
    await journal.append("one", [call]);
    await forkStream(journal, "one/calm", "one/calm/later");
    await journal.append("one/calm/later", [call]);
    const ids = async (branch: string) => eventsIn(await read(journal, { branch })).map(({ id }) => id);
    expectSame(await ids("one"), ["strike", "recall", "call"], "parent");
    expectSame(await ids("one/calm"), ["strike", "protest"], "fork");
    expectSame(await ids("one/calm/later"), ["strike", "protest", "call"], "fork of the fork");
    await expectRefusal("conflict", () => forkStream(journal, "one", "one/calm"));
    await expectRefusal("unknown-stream", () => forkStream(journal, "one", "two", { version: 9 }));
    const inherited = await journal.append("one/calm", [strike]);
    expectSame(inherited.positions, [1], "what it shares is there already");
    await expectRefusal("id-clash", () => journal.append("one/calm", [{ ...strike, note: "Otherwise." }]));
  }),
  contractCase(
    "every record carries the hash of the one before, and verifying finds nothing wrong",
    async (journal) => {
      await journal.append("one", [strike, recall]);
      await forkStream(journal, "one", "two");
      const records = await read(journal);
      expectSame(
        records.slice(1).map(({ previous }) => previous),
        records.slice(0, -1).map(({ hash }) => hash),
        "chain",
      );
      expectSame(
        await verifyJournal(journal, { known: nth(records, 1).hash }),
        { records: 3, head: records[2]?.hash, faults: [] },
        "verified",
      );
      expectSame(
        (await verifyJournal(journal, { known: "f".repeat(64) })).faults.length,
        1,
        "a hash that is none of its own",
      );
    },
  ),
  contractCase("snapshots are a cache", async ({ snapshots }) => {
    await snapshots.put("kind", 3, "three");
    await snapshots.put("kind", 5, "five");
    await snapshots.put("kind", 5, "cinq");
    expectSame((await snapshots.latest("kind", 4))?.body, "three", "at 4");
    expectSame((await snapshots.latest("kind", 9))?.body, "cinq", "at 9");
    expectSame(await snapshots.latest("kind", 2), undefined, "at 2");
    expectSame(await snapshots.latest("other", 9), undefined, "of another kind");
    await snapshots.clear();
    expectSame(await snapshots.latest("kind", 9), undefined, "after clearing");
  }),
  contractCase("a live feed gives what there is and then what comes, each once and in order", async (journal) => {
    await journal.append("one", [strike]);
    const heardIds: string[] = [];
    const heard = new Promise<void>((resolve, reject) => {
      const feed = liveFeed(journal, { stream: "one" }).subscribe({
        next: ({ entry }) => {
          if (entry.kind === "event") heardIds.push(entry.event.id);
          if (heardIds.length < 22) return;
          feed.unsubscribe();
          resolve();
        },
        error: reject,
      });
    });
    for (let k = 0; k < 20; k += 1) {
      await journal.append("one", [{ ...protest, id: `p${k}` }]);
      await journal.append("two", [{ ...protest, id: `p${k}` }]);
    }
    await journal.append("one", [call]);
    await heard;
    expectSame(heardIds, ["strike", ...Array.from({ length: 20 }, (_, k) => `p${k}`), "call"], "heard");
  }),
  contractCase("many appends at once come one after another", async (journal) => {
    const many = Array.from({ length: 40 }, (_, k) => ({ ...protest, id: `p${k}` }));
    await Promise.all(many.map((event) => journal.append("one", [event])));
    const records = await read(journal);
    expectSame(
      records.map(({ version }) => version),
      many.map((_, k) => k + 1),
      "versions",
    );
    const races = await Promise.allSettled(many.map((event) => journal.append("two", [event], { expected: "none" })));
    expectSame(races.filter(({ status }) => status === "fulfilled").length, 1, "winners of a race");
    expectSame((await verifyJournal(journal)).faults, [], "faults");
  }),
];
frozen(journalContract);

function contractCase(name: string, demand: (journal: Journal) => Promise<void>): ContractCase {
  return {
    name,
    run: async (open) => {
      const journal = await open();
      try {
        await demand(journal);
      } finally {
        await journal.close();
      }
    },
  };
}

async function read(journal: Journal, query?: Query): Promise<readonly JournalRecord[]> {
  return Array.fromAsync(journal.read(query));
}

function eventsIn(records: readonly JournalRecord[]): readonly DiplomaticEvent[] {
  return records.flatMap(({ entry }) => (entry.kind === "event" ? [entry.event] : []));
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
