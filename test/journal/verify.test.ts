/** Verifying finds any record that was changed, erased or moved behind the journal's back, and says where. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import fc from "fast-check";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { forkStream, type Journal, verifyJournal } from "../../src/journal/index.ts";
import { rowOf, type StoredRecord } from "../../src/journal/record.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { postgresJournal } from "../../src/server/postgres/store.ts";
import { ofAll } from "../support/enduring.ts";
import { eventCalled, filesOfTest, manyEvents } from "../support/journals.ts";
import { sharedServer } from "../support/postgres.ts";

const LENGTH = 8;
const path = filesOfTest();

let template: string;
beforeAll(async () => {
  template = path();
  const journal = sqliteJournal(template, { create: true });
  await fill(journal);
  await journal.close();
});

/** A journal of eight records in two streams and a fork, in a file. */
function made(): string {
  const file = path();
  copyFileSync(template, file);
  return file;
}

async function fill(journal: Journal): Promise<void> {
  await journal.append("one", manyEvents(3, "a"));
  await journal.append("two", manyEvents(2, "b"));
  await forkStream(journal, "one", "three", { version: 2 });
  await journal.append("three", manyEvents(1, "c"));
  await journal.append("one", manyEvents(1, "d"));
}

/** Changes the file as somebody would who means it: what forbids it is taken away first. */
function tamper(file: string, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(file);
  database.exec("DROP TRIGGER record_stands; DROP TRIGGER record_stays");
  change(database);
  database.close();
}

async function faultsOf(file: string, known?: string) {
  const journal = sqliteJournal(file, { readOnly: true });
  const { faults } = await verifyJournal(journal, known === undefined ? {} : { known });
  await journal.close();
  return faults;
}

const columns: Readonly<Record<string, readonly SQLInputValue[]>> = {
  stream: ["other", "one'; DROP TABLE record; --"],
  version: [0, 7, -1],
  id: ["other", ""],
  kind: ["frame", "nothing"],
  act: ["strike", "nothing"],
  actors: [" IRN ", ""],
  valid: [0, 2 ** 40],
  recorded_at: ["1999-01-01T00:00:00.000Z", "never"],
  body: ["{}", '{"kind":"event"}', "", "nothing", "[".repeat(5000)],
  previous: ["0".repeat(64), ""],
  hash: ["f".repeat(64), ""],
};
const cells = Object.entries(columns).flatMap(([column, values]) => values.map((value) => [column, value] as const));

describe("in a file", () => {
  test("nothing is found where nothing was changed", async () => {
    expect(await faultsOf(made())).toEqual([]);
  });

  test("whatever is changed about a record, its position is named first", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: LENGTH }), fc.constantFrom(...cells), async (position, cell) => {
        const [column, value] = cell;
        const file = made();
        const change = `UPDATE record SET ${column} = ? WHERE position = ? AND ${column} IS NOT ?`;
        let changes: number | bigint = 0;
        tamper(file, (database) => {
          ({ changes } = database.prepare(change).run(value, position, value));
        });
        fc.pre(changes > 0);
        const [first] = await faultsOf(file);
        expect(first?.position).toBe(position);
        expect(first?.problem).toMatch(/\w/);
      }),
      { numRuns: ofAll(60, 15) },
    );
  });

  test("a letter of an entry that is changed is found", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: LENGTH }), fc.nat(), async (position, nat) => {
        const file = made();
        tamper(file, (database) => {
          const body = String(database.prepare("SELECT body FROM record WHERE position = ?").get(position)?.["body"]);
          const place = nat % body.length;
          const letter = body[place] === "x" ? "y" : "x";
          database
            .prepare("UPDATE record SET body = ? WHERE position = ?")
            .run(`${body.slice(0, place)}${letter}${body.slice(place + 1)}`, position);
        });
        expect((await faultsOf(file))[0]?.position).toBe(position);
      }),
      { numRuns: ofAll(30, 8) },
    );
  });

  test.each([1, 2, 5, LENGTH - 1])(
    "a record that is missing, the %ith, is named by the one that comes after it",
    async (gone) => {
      const file = made();
      tamper(file, (database) => database.prepare("DELETE FROM record WHERE position = ?").run(gone));
      expect((await faultsOf(file))[0]).toEqual({ position: gone + 1, problem: `position ${gone} is missing` });
    },
  );

  test("missing last records are found by their noted hash", async () => {
    const file = made();
    const journal = sqliteJournal(file);
    const { hash } = await journal.head();
    await journal.close();
    tamper(file, (database) => database.exec("DELETE FROM record WHERE position >= 7"));
    expect(await faultsOf(file)).toEqual([]);
    expect(await faultsOf(file, hash)).toEqual([
      { position: 6, problem: `no record has the hash ${hash}: the journal was rewritten, or is another one` },
    ]);
  });

  test("records that were exchanged are found", async () => {
    const pairs = fc.uniqueArray(fc.integer({ min: 1, max: LENGTH }), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(pairs, async (pair) => {
        const [one = 1, other = 2] = pair.toSorted((a, b) => a - b);
        const file = made();
        tamper(file, (database) =>
          database.exec(`UPDATE record SET position = 99 WHERE position = ${one};
            UPDATE record SET position = ${one} WHERE position = ${other};
            UPDATE record SET position = ${other} WHERE position = 99`),
        );
        expect((await faultsOf(file))[0]?.position).toBe(one);
      }),
      { numRuns: ofAll(20, 6) },
    );
  });

  test("a record that was put in, wherever, is found", async () => {
    for (const position of [-3, 0, 4, LENGTH + 1, LENGTH + 5]) {
      const file = made();
      tamper(file, (database) =>
        database.exec(`UPDATE record SET position = position + 1000 WHERE position >= ${position};
          UPDATE record SET position = position - 999 WHERE position > 1000;
          INSERT INTO record SELECT ${position}, 'forged', 1, id, kind, act, actors, valid, recorded_at, body, previous,
            hash FROM record WHERE position = 1 OR position = 2 ORDER BY position LIMIT 1`),
      );
      expect((await faultsOf(file)).map((fault) => fault.position)).toContain(position);
    }
  });

  test("what was forged with a right hash of its own is found by the record after it", async () => {
    const file = made();
    const journal = sqliteJournal(file);
    const [row] = await journal.store.page({ after: 3 }, 1);
    await journal.close();
    const forged = { kind: "event", event: eventCalled("b0", 200) } as const;
    const { hash, body } = rowOf(forged, JSON.stringify(forged), row as StoredRecord);
    tamper(file, (database) =>
      database.prepare("UPDATE record SET body = ?, hash = ? WHERE position = 4").run(body, hash),
    );
    expect((await faultsOf(file)).map(({ position }) => position)).toContain(5);
  });

  test("a rewrite from a record on, hashes and all, is found by a noted hash", async () => {
    const [file, other] = [made(), path()];
    const journal = sqliteJournal(file);
    const { hash } = await journal.head();
    const rewritten = sqliteJournal(other, { create: true });
    await rewritten.append("one", manyEvents(LENGTH, "z"));
    expect((await verifyJournal(rewritten)).faults).toEqual([]);
    expect((await verifyJournal(rewritten, { known: hash })).faults).toHaveLength(1);
    await journal.close();
    await rewritten.close();
  });

  test("an index that does not say what the records say is found", async () => {
    const file = made();
    const index = "sqlite_autoindex_record_1";
    const database = new DatabaseSync(file);
    const page = Number(database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").get(index)?.["rootpage"]);
    database.close();
    const bytes = readFileSync(file);
    bytes.write("twp", bytes.indexOf("two", (page - 1) * 4096));
    writeFileSync(file, bytes);
    const [first] = await faultsOf(file);
    expect(first?.problem).toContain(index);
    expect(first?.position).toBe(LENGTH);
  });

  test("what nobody takes away the guards of is never changed or erased", async () => {
    const database = new DatabaseSync(made());
    expect(() => database.exec("UPDATE record SET body = '{}'")).toThrow("never changed");
    expect(() => database.exec("DELETE FROM record")).toThrow("never erased");
    database.close();
  });

  test("a hundred faults are told of, and how far it got", async () => {
    const file = path();
    const journal = sqliteJournal(file, { create: true });
    await journal.append("one", manyEvents(1500));
    await journal.close();
    tamper(file, (database) => database.exec("UPDATE record SET act = 'nothing'"));
    const read = sqliteJournal(file);
    const progress: number[] = [];
    const { faults, records } = await verifyJournal(read, { onProgress: (count) => progress.push(count) });
    expect({ told: faults.length, records, progress }).toEqual({ told: 100, records: 1500, progress: [1000, 1500] });
    await read.close();
  });
});

describe("on a server", () => {
  test("a record is changed only by who takes its guard away, and then it is found", async () => {
    const address = (await sharedServer())();
    const journal = await postgresJournal(address, { create: true });
    await fill(journal);
    const client = new pg.Client({ connectionString: address.replace(/\?.*/, "") });
    await client.connect();
    const table = `${new URL(address).searchParams.get("schema")}.record`;
    for (const change of [`UPDATE ${table} SET act = 'strike'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(client.query(change)).rejects.toThrow("never changed or erased");
    }
    expect((await verifyJournal(journal)).faults).toEqual([]);
    await client.query(`DROP TRIGGER record_stands ON ${table}`);
    await client.query(`UPDATE ${table} SET body = replace(body, 'PAK', 'PAX') WHERE position = 4`);
    expect((await verifyJournal(journal)).faults).toMatchObject([{ position: 4 }]);
    await client.query(`DELETE FROM ${table} WHERE position = 4`);
    expect((await verifyJournal(journal)).faults[0]).toEqual({ position: 5, problem: "position 4 is missing" });
    await client.end();
    await journal.close();
  });
});
