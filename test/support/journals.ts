/** The three stores, for tests that must hold on each: memory, a file, and a real server. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { type DiplomaticEvent, event } from "../../src/events/index.ts";
import {
  createJournal,
  type Journal,
  type JournalOptions,
  type JournalRecord,
  memoryJournal,
} from "../../src/journal/index.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { postgresJournal } from "../../src/server/postgres/store.ts";
import { sharedServer } from "./postgres.ts";

/** Opens an empty journal, a new one at every call; it is closed after the test. */
export type Open = (options?: JournalOptions) => Promise<Journal>;

/** Opens the journal once more, as another process would; in memory it is the same one. */
export type Again = (journal: Journal) => Promise<Journal>;

/** Describes the same for every store. */
export function onEveryStore(tests: (open: Open, again: Again) => void): void {
  describe("in memory", () => {
    const [open, opened] = closing();
    tests(
      (options) => open(async () => memoryJournal(options)),
      ({ store }) => opened(createJournal(store)),
    );
  });
  describe("in a file", () => {
    const path = filesOfTest();
    const [open] = closing();
    tests(
      (options) => open(async () => sqliteJournal(path(), { ...options, create: true })),
      ({ name }) => open(async () => sqliteJournal(name)),
    );
  });
  describe("on a server", () => {
    let addressOfNone: () => string;
    beforeAll(async () => {
      addressOfNone = await sharedServer();
    });
    const addresses = new Map<string, string>();
    const [open] = closing();
    tests(
      async (options) => {
        const address = addressOfNone();
        const journal = await open(() => postgresJournal(address, { ...options, create: true }));
        addresses.set(journal.name, address);
        return journal;
      },
      ({ name }) => open(() => postgresJournal(addresses.get(name) ?? "")),
    );
  });
}

/** Names of files that are not there yet, in a folder that is thrown away after all tests of the place it is called in. */
export function filesOfTest(): (ending?: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "demarche-journal-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;
  return (ending = ".db") => {
    files += 1;
    return join(folder, `${files}${ending}`);
  };
}

/** What opens journals that are closed after each test, and what leaves one as it is. */
function closing() {
  const journals: Journal[] = [];
  afterEach(async () => {
    await Promise.all(journals.splice(0).map((journal) => journal.close()));
  });
  const open = async (opening: () => Promise<Journal>): Promise<Journal> => {
    const journal = await opening();
    journals.push(journal);
    return journal;
  };
  return [open, async (journal: Journal): Promise<Journal> => journal] as const;
}

/** All records of a journal. */
export function recordsOf(journal: Journal): Promise<JournalRecord[]> {
  return Array.fromAsync(journal.read());
}

/** The ids of events, in the order of the records. */
export function eventIds(records: readonly JournalRecord[]): readonly string[] {
  return records.flatMap(({ entry }) => (entry.kind === "event" ? [entry.event.id] : []));
}

/** So many different events, a day each. */
export function manyEvents(count: number, prefix = "e"): readonly DiplomaticEvent[] {
  return Array.from({ length: count }, (_, k) => eventCalled(`${prefix}${k}`, k));
}

/** An event with an id, on a day counted from the beginning of 2024. */
export function eventCalled(id: string, day = 0): DiplomaticEvent {
  return event({
    id,
    act: "lodge-protest",
    at: new Date(Date.UTC(2024, 0, 1 + (day % 300))).toISOString().slice(0, 10),
    from: ["PAK"],
    to: ["IRN"],
  });
}
