/**
 * Writes the fixture of the present form of journals, for all later releases to open: `npx node
 * test/support/journal-fixture.ts` when the form has changed. It overwrites nothing: a released form stays as it is.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { canonical, event } from "../../src/events/index.ts";
import {
  createJournal,
  forkStream,
  fromJsonl,
  type JournalEntry,
  memoryStore,
  toJsonl,
} from "../../src/journal/index.ts";
import { rowOf, type StoredRecord } from "../../src/journal/record.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { migrations } from "../../src/server/postgres/schema.ts";

const folder = "test/fixtures/journals";
const form = migrations.length;
const exclusive = { flag: "wx" } as const;

const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
const recall = event({ id: "recall", act: "recall-ambassador", at: "2024-01-17", from: ["PAK"], to: ["IRN"] });
/** As an older release wrote it, before an ambassador who is told not to return was barred. */
const barred = {
  ...{ id: "bar", act: "expel-ambassador", version: 1, at: "2024-01-17", form: "soft", from: ["PAK"], to: ["IRN"] },
  ...{ because: [], cite: [], claims: [] },
};
const corrected = { ...strike, note: "In the evening: 'local time'." };
const frame = { kind: "frame", id: "frame:1", before: "# Of 2024\nscenario: crisis\n", after: "expect: []\n" } as const;
const because = "The time was local.";

let seconds = 0;
const now = (): string => new Date(Date.UTC(2026, 10, 25, 12, 0, seconds++)).toISOString();
const store = memoryStore();
const journal = createJournal(store, { now });
await journal.append("crisis", [frame, { kind: "event", event: strike, text: "- id: strike # so\n" }, recall]);
await store.transact(async (transaction) => {
  const { position, hash: previous, recordedAt } = await transaction.head();
  const entry = { kind: "event", event: barred } as unknown as JournalEntry;
  const place = { position: position + 1, previous, recordedAt, stream: "crisis", version: 4 };
  await transaction.insert([rowOf(entry, canonical(entry), place)]);
});
await journal.append("crisis", [
  { kind: "correction", id: "correct:strike", corrects: "strike", because, event: corrected },
  { kind: "correction", id: "correct:recall", corrects: "recall", because: "It was denied." },
]);
await forkStream(journal, "crisis", "crisis/calm", { version: 3 });
await journal.append("crisis/calm", [{ ...recall, id: "recall-again" }]);

const lines = await Array.fromAsync(toJsonl(journal));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/${form}.jsonl`, `${lines.join("\n")}\n`, exclusive);
const file = `${folder}/${form}.db`;
writeFileSync(file, "", exclusive);
const inFile = sqliteJournal(file, { create: true });
await fromJsonl(
  inFile,
  (async function* () {
    yield* lines;
  })(),
);
await inFile.close();
// Without empty pages, and in one file.
const database = new DatabaseSync(file);
database.exec("PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
database.close();

const text = (value: string | null): string => (value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`);
const valuesOf = (row: StoredRecord): string =>
  [row.position, text(row.stream), row.version, text(row.id), text(row.kind), text(row.act), text(row.actors)]
    .concat([row.valid ?? "NULL", text(row.recordedAt), text(row.body), text(row.previous), text(row.hash)])
    .join(", ");
const rows = await store.page({}, 1000);
const inserts = rows.map((row) => `INSERT INTO fixture.record VALUES (${valuesOf(row)});`);
const tables = migrations.map((migration) => migration("fixture")).join("");
const sql = `CREATE SCHEMA fixture;
CREATE TABLE fixture.format (form integer NOT NULL);
INSERT INTO fixture.format VALUES (${form});
${tables}${inserts.join("\n")}
`;
writeFileSync(`${folder}/${form}.sql`, sql, exclusive);
