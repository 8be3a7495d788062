/** What an older release wrote opens in this one; what is newer, damaged, shut or no journal is refused in a sentence. */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { factsOf, type Journal, recordIn, toJsonl, verifyJournal } from "../../src/journal/index.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { migrations } from "../../src/server/postgres/schema.ts";
import { postgresJournal } from "../../src/server/postgres/store.ts";
import { ofAll } from "../support/enduring.ts";
import { eventCalled, filesOfTest, manyEvents, recordsOf } from "../support/journals.ts";
import { sharedServer } from "../support/postgres.ts";

const fixtures = "test/fixtures/journals";
/** The forms of which there are fixtures: those of every release. */
const forms = readdirSync(fixtures)
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => name.replace(".jsonl", ""));
const path = filesOfTest();

test("there is a fixture of every form up to the present one", () => {
  expect(forms).toEqual(migrations.map((_, k) => String(k + 1)));
});

/** It holds what it held, verifies, folds with old acts lifted, and goes on. */
async function checkSame(journal: Journal, form: string): Promise<void> {
  expect(await Array.fromAsync(toJsonl(journal))).toEqual(
    readFileSync(join(fixtures, `${form}.jsonl`), "utf8")
      .trimEnd()
      .split("\n"),
  );
  expect((await verifyJournal(journal)).faults).toEqual([]);
  const { facts, withdrawn } = factsOf(await Array.fromAsync(journal.read({ branch: "crisis" })));
  expect(facts.map(({ event }) => [event.id, event.act])).toEqual([
    ["strike", "strike"],
    ["bar", "bar-ambassador"],
  ]);
  expect(withdrawn).toEqual(["recall"]);
  const { position } = await journal.head();
  // A client that does not know whether it arrived before the new release tries it again, as it was or as it is lifted.
  for (const row of await journal.store.page({}, 100)) {
    for (const entry of [JSON.parse(row.body), recordIn(row).entry]) {
      expect(await journal.append(row.stream, [entry])).toMatchObject({ positions: [row.position], added: 0 });
    }
  }
  await journal.append("crisis", [eventCalled("later")]);
  expect((await journal.head()).position).toBe(position + 1);
  expect((await verifyJournal(journal)).faults).toEqual([]);
}

describe("a file", () => {
  test.each(forms)("of form %s opens", async (form) => {
    const file = path();
    copyFileSync(join(fixtures, `${form}.db`), file);
    const journal = sqliteJournal(file);
    await checkSame(journal, form);
    await journal.close();
  });

  test("of a later release is refused with what to do, and stays as it is", () => {
    const file = path();
    copyFileSync(join(fixtures, "1.db"), file);
    const database = new DatabaseSync(file);
    database.exec("PRAGMA user_version = 7; PRAGMA journal_mode = DELETE");
    database.close();
    const before = readFileSync(file);
    for (const options of [{}, { create: true }, { readOnly: true }]) {
      expect(() => sqliteJournal(file, options)).toThrow(
        `${file} was written by a later release of demarche: its form is 7, and this release reads up to ${migrations.length}. Install a later release.`,
      );
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  const notes = "A text.\n".repeat(1000);
  test.each([
    ["that is missing", undefined, "unreachable", /^There is no journal .*\.db\.$/],
    ["of text", notes, "not-a-journal", /\.db: it is no SQLite file\.$/],
    ["that is empty", "", "not-a-journal", /\.db is a database, but no journal\.$/],
  ] as const)("%s is refused", (_what, content, code, sentence) => {
    const file = path();
    if (content !== undefined) writeFileSync(file, content);
    for (const options of [{}, { readOnly: true }]) {
      expect(() => sqliteJournal(file, options)).toThrow(
        expect.objectContaining({ code, message: expect.stringMatching(sentence) }),
      );
    }
    if (content !== undefined) expect(readFileSync(file, "utf8")).toBe(content);
  });

  test("that is another program's database is refused, and never made a journal", () => {
    const file = path();
    const database = new DatabaseSync(file);
    database.exec("CREATE TABLE record (position INTEGER)");
    database.close();
    const before = readFileSync(file);
    for (const options of [{}, { create: true }]) {
      expect(() => sqliteJournal(file, options)).toThrow(`${file} is a database, but no journal.`);
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("that is a folder, or lies in none, is refused", () => {
    const folder = path("");
    mkdirSync(folder);
    for (const place of [folder, join(folder, "none", "journal.db")]) {
      expect(() => sqliteJournal(place, { create: true })).toThrow(
        expect.objectContaining({ code: "unreachable", message: expect.stringMatching(/it can't be opened\.$/) }),
      );
    }
  });

  test("is made by the first of several who make it at once", async () => {
    const file = path();
    const journals = await Promise.all(Array.from({ length: 5 }, async () => sqliteJournal(file, { create: true })));
    await Promise.all(journals.map((journal, k) => journal.append("one", [eventCalled(`e${k}`)])));
    expect(await recordsOf(journals[0] as Journal)).toHaveLength(5);
    for (const journal of journals) await journal.close();
  });
});

describe("what may only be read", () => {
  /** Does as nobody, to whom a file can be shut: to root none is. Gives what it printed. */
  function asNobody(file: string, readOnly: boolean): unknown {
    const sqlite = join(import.meta.dirname, "../../src/journal/sqlite.ts");
    const program = `
      import { sqliteJournal } from ${JSON.stringify(sqlite)};
      const told = {};
      try {
        const journal = sqliteJournal(${JSON.stringify(file)}, { readOnly: ${readOnly} });
        told.records = (await Array.fromAsync(journal.read())).length;
        const event = ${JSON.stringify(eventCalled("more"))};
        await journal.append("one", [event]).catch(({ code, message }) => Object.assign(told, { code, message }));
        await journal.close();
      } catch ({ code, message }) {
        Object.assign(told, { code, message });
      }
      console.log(JSON.stringify(told));`;
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      encoding: "utf8",
      ...nobody,
    });
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout);
  }

  async function made(): Promise<string> {
    const folder = path("");
    mkdirSync(folder, { mode: 0o777 });
    chmodSync(folder, 0o777);
    chmodSync(dirname(folder), 0o755);
    const file = join(folder, "journal.db");
    const journal = sqliteJournal(file, { create: true });
    await journal.append("one", manyEvents(3));
    await journal.close();
    chmodSync(file, 0o666);
    return file;
  }

  test.each(ofAll([true, false], [false]))(
    "a file that is shut is read, and an append is refused (asked for reading alone: %s)",
    async (readOnly) => {
      const file = await made();
      chmodSync(file, 0o444);
      expect(asNobody(file, readOnly)).toEqual({
        records: 3,
        code: "read-only",
        message: `${file}: it can only be read. Nothing was appended.`,
      });
      const journal = sqliteJournal(file);
      expect((await verifyJournal(journal)).faults).toEqual([]);
      await journal.close();
    },
  );

  test.each(ofAll([true, false], [false]))(
    "a folder that is shut is told of in a sentence (asked for reading alone: %s)",
    async (readOnly) => {
      const file = await made();
      chmodSync(dirname(file), 0o555);
      chmodSync(file, 0o444);
      expect(asNobody(file, readOnly)).toMatchObject({
        code: "read-only",
        message: expect.stringMatching(/its folder can only be read.*Copy it to another\.$/),
      });
      expect(readdirSync(dirname(file))).toEqual(["journal.db"]);
      chmodSync(dirname(file), 0o755);
      const journal = sqliteJournal(file, { readOnly: true });
      expect(await recordsOf(journal)).toHaveLength(3);
      await journal.close();
    },
  );

  test("a copy of a journal's one file, made while nobody has it open, is the journal", async () => {
    const file = await made();
    const copy = path();
    cpSync(file, copy);
    rmSync(file);
    const journal = sqliteJournal(copy);
    expect(await recordsOf(journal)).toHaveLength(3);
    await journal.close();
  });
});

describe("a server", () => {
  let empty: () => string;
  let client: pg.Client;
  beforeAll(async () => {
    empty = await sharedServer();
    client = new pg.Client({ connectionString: empty().replace(/\?.*/, "") });
    await client.connect();
  });
  afterAll(() => client.end());
  const withSchema = (schema: string): string => empty().replace(/schema=.*/, `schema=${schema}`);

  test.each(forms)("with tables of form %s opens", async (form) => {
    await client.query(readFileSync(join(fixtures, `${form}.sql`), "utf8"));
    const journal = await postgresJournal(withSchema("fixture"));
    await checkSame(journal, form);
    await journal.close();
    await client.query("DROP SCHEMA fixture CASCADE");
  });

  test("with tables of a later release is refused with what to do", async () => {
    const address = empty();
    await (await postgresJournal(address, { create: true })).close();
    await client.query(`UPDATE ${new URL(address).searchParams.get("schema")}.format SET form = 7`);
    for (const create of [false, true]) {
      const error = await postgresJournal(address, { create }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "newer-format" });
      expect(String(error)).toMatch(
        /written by a later release of demarche: its form is 7.*Install a later release\.$/,
      );
      expect(String(error)).not.toContain("s3cret");
    }
  });

  test("without a journal, and one that is not there, are told of without the password", async () => {
    const nowhere = "postgres://someone:s3cret-word@localhost:1/postgres";
    const addresses = [
      [empty(), /There is no journal on postgres:\/\/localhost:\d+\/postgres\?schema=\w+\. Make one/],
      [nowhere, /^Problem: postgres:\/\/localhost:1\/postgres can't be reached/],
      [empty().replace("s3cret-word", "s3cret-other"), /refuses: password authentication failed/],
      [empty().replace("/postgres?", "/none?"), /refuses: database "none" does not exist/],
    ] as const;
    for (const [address, sentence] of addresses) {
      const error = await postgresJournal(address).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "unreachable" });
      expect(String(error)).toMatch(sentence);
      expect(JSON.stringify([String(error), (error as Error).stack])).not.toContain("s3cret");
    }
  });

  test("is made ready by the first of several who make it at once", async () => {
    const address = empty();
    const journals = await Promise.all(Array.from({ length: 5 }, () => postgresJournal(address, { create: true })));
    await Promise.all(journals.map((journal, k) => journal.append("one", [eventCalled(`e${k}`)])));
    expect(await recordsOf(journals[0] as Journal)).toHaveLength(5);
    for (const journal of journals) await journal.close();
  });

  test("where one may only read is read, and an append is refused", async () => {
    const address = empty();
    const schema = new URL(address).searchParams.get("schema");
    const journal = await postgresJournal(address, { create: true });
    await journal.append("one", manyEvents(2));
    await journal.close();
    await client.query(`CREATE ROLE reader LOGIN PASSWORD 'reads'; GRANT USAGE ON SCHEMA ${schema} TO reader;
      GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO reader`);
    const reading = await postgresJournal(address.replace(/postgres:s3cret-word/, "reader:reads"));
    expect(await recordsOf(reading)).toHaveLength(2);
    await expect(reading.append("one", [eventCalled("more")])).rejects.toMatchObject({ code: "read-only" });
    await reading.close();
  });
});
