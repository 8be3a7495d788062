/** Every store keeps the contract: memory, a file, and a real server. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, test } from "vitest";
import { memoryJournal } from "../../src/journal/index.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { postgresJournal } from "../../src/server/postgres/store.ts";
import { journalContract } from "../../src/testing/index.ts";
import { sharedServer } from "../support/postgres.ts";

describe("in memory", () => {
  for (const { name, run } of journalContract) test(name, () => run(async () => memoryJournal()));
});

describe("in a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "demarche-journal-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  let files = 0;
  for (const { name, run } of journalContract) {
    const open = async () => {
      files += 1;
      return sqliteJournal(join(folder, `${files}.db`), { create: true });
    };
    test(name, () => run(open));
  }
});

describe("on a server", () => {
  let empty: () => string;
  beforeAll(async () => {
    empty = await sharedServer();
  });
  for (const { name, run } of journalContract) {
    test(name, () => run(() => postgresJournal(empty(), { create: true })));
  }
});
