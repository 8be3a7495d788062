/** Backups, made as docs/how-to/keep-a-journal.md says, while another process writes: what is restored is the journal as it was, and goes on. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { fromJsonl, type Journal, memoryJournal, toJsonl, verifyJournal } from "../../src/journal/index.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { postgresJournal } from "../../src/server/postgres/store.ts";
import { ofAll } from "../support/enduring.ts";
import { eventCalled, filesOfTest, manyEvents, recordsOf } from "../support/journals.ts";
import { debian, startServer } from "../support/postgres.ts";
import { skipWhere } from "../support/programs.ts";

const path = filesOfTest();

/** What is restored has every record up to the backup and no other, verifies, and goes on. */
async function restored(journal: Journal, known: string, atLeast: number, from: Journal): Promise<void> {
  const records = await recordsOf(journal);
  expect(records.length).toBeGreaterThanOrEqual(atLeast);
  expect(records).toEqual((await recordsOf(from)).slice(0, records.length));
  expect((await verifyJournal(journal, { known })).faults).toEqual([]);
  const { positions } = await journal.append("one", [eventCalled("after")]);
  expect(positions).toEqual([records.length + 1]);
}

describe("a file", () => {
  const ways: readonly (readonly [name: string, way: (file: string, copy: string) => Promise<unknown>])[] = [
    [
      "VACUUM INTO",
      async (file, copy) => {
        const database = new DatabaseSync(file, { readOnly: true });
        database.exec(`VACUUM INTO '${copy}'`);
        database.close();
      },
    ],
    [
      "SQLite's online backup",
      async (file, copy) => {
        const database = new DatabaseSync(file, { readOnly: true });
        // In one step: between steps an append would make it begin again, and with many writers it would never end.
        await backup(database, copy, { rate: 1_000_000 });
        database.close();
      },
    ],
    [
      "an export",
      async (file, copy) => {
        const [from, to] = [sqliteJournal(file), sqliteJournal(copy, { create: true })];
        await fromJsonl(to, toJsonl(from));
        for (const one of [from, to]) await one.close();
      },
    ],
  ];

  test.each(ways)("is kept by %s while it is written to", async (_name, keep) => {
    const [file, copy] = [path(), path()];
    const journal = sqliteJournal(file, { create: true });
    await journal.append("one", manyEvents(50));
    const known = (await journal.head()).hash;
    let writing = true;
    const writer = (async () => {
      // An append to a file that nobody else writes to waits for nothing, so others have to be let in.
      for (let k = 0; writing; k += 1, await setImmediate()) await journal.append("two", [eventCalled(`w${k}`)]);
    })();
    await keep(file, copy);
    writing = false;
    await writer;
    const again = sqliteJournal(copy);
    await restored(again, known, 50, journal);
    for (const one of [journal, again]) await one.close();
  });
});

describe.each(ofAll(["a server"], []))("%s", () => {
  skipWhere(debian === undefined && process.env["CI"] === undefined, "postgresql is not installed");

  test("is kept by pg_dump while it is written to, and restored by pg_restore", async () => {
    if (debian === undefined) throw new Error("Debian's PostgreSQL is not installed: apt-get install postgresql");
    const server = await startServer(debian);
    try {
      const address = server.address();
      const schema = String(new URL(address).searchParams.get("schema"));
      const database = address.replace(/\?.*/, "");
      const file = path(".dump");
      const journal = await postgresJournal(address, { create: true });
      await journal.append("one", manyEvents(50));
      const known = (await journal.head()).hash;
      let writing = true;
      const writer = (async () => {
        for (let k = 0; writing; k += 1) await journal.append("two", [eventCalled(`w${k}`)]);
      })();
      execFileSync(join(debian, "bin", "pg_dump"), [
        "--format=custom",
        `--schema=${schema}`,
        `--file=${file}`,
        database,
      ]);
      writing = false;
      await writer;
      const before = memoryJournal();
      await fromJsonl(before, toJsonl(journal));
      await journal.close();
      const client = new pg.Client({ connectionString: database });
      await client.connect();
      await client.query(`DROP SCHEMA ${schema} CASCADE`);
      await client.end();
      execFileSync(join(debian, "bin", "pg_restore"), ["--exit-on-error", `--dbname=${database}`, file]);
      const again = await postgresJournal(address);
      await restored(again, known, 50, before);
      await again.close();
    } finally {
      await server.stop();
    }
  });
});
