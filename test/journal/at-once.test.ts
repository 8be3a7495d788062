/** Appends that are planned by what was seen last: nobody is overwritten, doubled or believed who changed the record. */
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { createJournal, type Journal, memoryStore, type Store, verifyJournal } from "../../src/journal/index.ts";
import { lastSeen } from "../../src/journal/last-seen.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { postgresJournal } from "../../src/server/index.ts";
import { eventCalled, eventIds, filesOfTest, recordsOf } from "../support/journals.ts";
import { sharedServer } from "../support/postgres.ts";

/** A store that plans by what was seen last, and counts how often it looks. */
function seeing(): { readonly store: Store; readonly looks: () => number } {
  const store = memoryStore();
  const seen = lastSeen();
  let looks = 0;
  return {
    looks: () => looks,
    store: {
      ...store,
      transact: async (work, wanted) => {
        const planned = wanted === undefined ? undefined : await seen.plan(work, wanted);
        if (planned !== undefined && wanted !== undefined) {
          await store.transact((transaction) => transaction.insert(planned.rows));
          seen.added(planned.rows, wanted);
          return planned.result;
        }
        looks += 1;
        const result = await store.transact(wanted === undefined ? work : seen.watched(work, wanted));
        seen.kept();
        return result;
      },
    },
  };
}

test("who writes alone looks once in each stream, and once more for what takes a look", async () => {
  const { store, looks } = seeing();
  const journal = createJournal(store);
  for (let k = 0; k < 5; k += 1) await journal.append("one", [eventCalled(`a${k}`), eventCalled(`b${k}`)]);
  expect(looks()).toBe(1);
  await journal.append("two", [eventCalled("a0")]);
  await journal.append("one", [eventCalled("c0")], { expected: 10 });
  expect(looks()).toBe(2);
  await expect(journal.append("one", [eventCalled("c1")], { expected: 10 })).rejects.toMatchObject({
    code: "conflict",
  });
  await journal.append("one", [{ kind: "correction", id: "correct:a", corrects: "a0", because: "So." }]);
  expect(looks()).toBe(4);
  expect((await recordsOf(journal)).map(({ stream, version }) => `${stream} ${version}`).slice(-3)).toEqual([
    "two 1",
    "one 11",
    "one 12",
  ]);
  expect((await verifyJournal(journal)).faults).toEqual([]);
});

interface Kept {
  readonly open: () => Promise<Journal>;
  /** Changes the last record behind the journal's back. */
  readonly tamper: () => Promise<void>;
}

function checkAlike(begin: () => Promise<Kept>): void {
  test("several who write in turn, and at once, see each other", async () => {
    const { open } = await begin();
    const journals = [await open(), await open(), await open()];
    for (let k = 0; k < 4; k += 1) {
      for (const [j, journal] of journals.entries()) {
        expect(await journal.append("one", [eventCalled(`in-turn-${k}-${j}`)])).toMatchObject({ added: 1 });
      }
    }
    await Promise.all(
      journals.map(async (journal, j) => {
        for (let k = 0; k < 10; k += 1) await journal.append(`own-${j % 2}`, [eventCalled(`at-once-${k}-${j}`)]);
      }),
    );
    const records = await recordsOf(journals[0] as Journal);
    expect(records.map(({ position }) => position)).toEqual(Array.from({ length: 42 }, (_, k) => k + 1));
    expect(new Set(eventIds(records)).size).toBe(42);
    expect((await verifyJournal(journals[1] as Journal)).faults).toEqual([]);
    for (const journal of journals) await journal.close();
  });

  test("what is there already is not doubled, and a stale writer is refused", async () => {
    const { open } = await begin();
    const [one, other] = [await open(), await open()];
    await one.append("one", [eventCalled("a")]);
    await one.append("one", [eventCalled("b")]);
    await other.append("one", [eventCalled("c")]);
    await expect(one.append("one", [eventCalled("d")], { expected: 2 })).rejects.toMatchObject({ code: "conflict" });
    expect(await one.append("one", [eventCalled("c")])).toMatchObject({ added: 0, positions: [3] });
    expect(await one.append("one", [eventCalled("b"), eventCalled("d")])).toMatchObject({
      added: 1,
      positions: [2, 4],
    });
    await expect(one.append("one", [{ ...eventCalled("b"), note: "Otherwise." }])).rejects.toMatchObject({
      code: "id-clash",
    });
    expect(eventIds(await recordsOf(other))).toEqual(["a", "b", "c", "d"]);
    for (const journal of [one, other]) await journal.close();
  });

  test("nothing comes after a last record that was changed meanwhile", async () => {
    const { open, tamper } = await begin();
    const journal = await open();
    for (const id of ["a", "b", "c"]) await journal.append("one", [eventCalled(id)]);
    await tamper();
    await expect(journal.append("one", [eventCalled("d")])).rejects.toMatchObject({ code: "corrupt" });
    await journal.close();
  });
}

const CHANGE = "UPDATE record SET body = replace(body, 'PAK', 'IRN') WHERE position = 3";

describe("in a file", () => {
  const path = filesOfTest();
  checkAlike(async () => {
    const file = path();
    return {
      open: async () => sqliteJournal(file, { create: true }),
      tamper: async () => {
        const database = new DatabaseSync(file);
        database.exec(`DROP TRIGGER record_stands; ${CHANGE}`);
        database.close();
      },
    };
  });
});

describe("on a server", () => {
  let empty: () => string;
  beforeAll(async () => {
    empty = await sharedServer();
  });
  checkAlike(async () => {
    const address = empty();
    return {
      open: () => postgresJournal(address, { create: true }),
      tamper: async () => {
        const client = new pg.Client({ connectionString: address.replace(/\?.*/, "") });
        await client.connect();
        const schema = new URL(address).searchParams.get("schema");
        await client.query(`SET search_path = ${schema}; DROP TRIGGER record_stands ON record; ${CHANGE}`);
        await client.end();
      },
    };
  });
});
