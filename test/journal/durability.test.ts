/**
 * Nothing that was acknowledged is lost, doubled or put in another order: writers and servers are killed, many write at
 * once, disks are full. `npm run endurance` has the numbers of the docs.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Journal, verifyJournal } from "../../src/journal/index.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { Problem } from "../../src/problem/index.ts";
import { postgresJournal } from "../../src/server/postgres/store.ts";
import { mounted } from "../support/disk.ts";
import { type Ground, killed, raced } from "../support/endurance.ts";
import { ofAll } from "../support/enduring.ts";
import { eventCalled, filesOfTest, recordsOf } from "../support/journals.ts";
import { type Server, startServer } from "../support/postgres.ts";

const KILLS = 2;
const race = { writers: ofAll(3, 2), events: ofAll(40, 20), batch: 20, streams: "both" } as const;
const path = filesOfTest();

async function file(): Promise<Ground> {
  const place = path();
  await sqliteJournal(place, { create: true }).close();
  return { place, open: async () => sqliteJournal(place) };
}

describe("in a file", () => {
  test("whatever a killed writer was told of is there, once and in order, and the next append works", async () => {
    const { acknowledged } = await killed(file, ofAll(KILLS, 1));
    expect(acknowledged).toBeGreaterThanOrEqual(ofAll(KILLS, 1));
  });

  test("several writers at once double nothing and lose nothing, and live readers hear all of it", async () => {
    expect(await raced(await file(), race)).toMatchObject({ events: race.writers * race.events });
  });

  test("a disk that is full is told of, and what is there stays and goes on when there is room", async ({ skip }) => {
    const disk = mounted(path(""), skip, "1m");
    const place = `${disk}/journal.db`;
    const journal = sqliteJournal(place, { create: true });
    const there = await filled(journal);
    expect((await recordsOf(journal)).length).toBe(there);
    expect((await verifyJournal(journal)).faults).toEqual([]);
    execFileSync("mount", ["-o", "remount,size=8m", disk]);
    expect((await journal.append("one", [eventCalled("next")])).positions).toEqual([there + 1]);
    await journal.close();
    const again = sqliteJournal(place);
    expect((await verifyJournal(again)).faults).toEqual([]);
    expect(await again.versionOf("one")).toBe(there + 1);
    await again.close();
  });
});

describe("on a server", { tags: "long" }, () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  async function ground(): Promise<Ground> {
    const place = server.address();
    await (await postgresJournal(place, { create: true })).close();
    return { place, open: () => postgresJournal(place) };
  }

  test("of writers and servers that are killed in turn, the same holds, and writers go on by themselves", {
    tags: "long",
  }, async () => {
    const { acknowledged } = await killed(ground, KILLS, { server });
    expect(acknowledged).toBeGreaterThanOrEqual(KILLS / 2);
  });

  test("several writers at once double nothing and lose nothing, and live readers hear all of it", async () => {
    expect(await raced(await ground(), race)).toMatchObject({ events: race.writers * race.events });
  });

  test("a disk that is full is told of, and what is there stays and goes on when there is room", async ({ skip }) => {
    const disk = mounted(path(""), skip, "1m");
    // The server refuses to run as root, and wants a folder of its own.
    const space = `${disk}/space`;
    chmodSync(dirname(disk), 0o755);
    mkdirSync(space, { mode: 0o700 });
    chownSync(space, 65534, 65534);
    const { place, open } = await ground();
    const schema = new URL(place).searchParams.get("schema");
    const client = new pg.Client({ connectionString: place.replace(/\?.*/, "") });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query(`CREATE TABLESPACE small LOCATION '${space}'`);
    await client.query(`ALTER TABLE ${schema}.record SET TABLESPACE small`);
    const journal = await open();
    const there = await filled(journal);
    expect((await verifyJournal(journal)).faults).toEqual([]);
    execFileSync("mount", ["-o", "remount,size=32m", disk]);
    expect((await journal.append("one", [eventCalled("next")])).positions).toEqual([there + 1]);
    expect((await verifyJournal(journal)).faults).toEqual([]);
    await journal.close();
    await client.query(`DROP SCHEMA ${schema} CASCADE`);
    await client.query("DROP TABLESPACE small");
  });
});

/** Appends until the disk is full, and says how many events were acknowledged; each more is refused as well. */
async function filled(journal: Journal): Promise<number> {
  // Nothing that a server could press together.
  const note = randomBytes(2000).toString("base64");
  const event = (k: number) => ({ ...eventCalled(`e${k}`), note });
  for (let k = 0; ; k += 1) {
    try {
      await journal.append("one", [event(k)]);
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      expect(error).toMatchObject({ code: "full", message: expect.stringMatching(/disk is full/) });
      await expect(journal.append("two", [event(k)])).rejects.toMatchObject({ code: "full" });
      expect(k).toBeGreaterThan(10);
      expect(await journal.versionOf("one")).toBe(k);
      return k;
    }
  }
}
