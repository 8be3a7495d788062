/** The file of a journal: opening it, creating it, and checking that it is one. */
import { existsSync, lstatSync, rmSync, statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { Problem } from "../../problem/index.ts";
import { isFull } from "./failure.ts";
import type { SqliteOptions } from "./options.ts";

/** "DEMA" as a number: SQLite keeps it in the file's head. */
const APPLICATION = 0x44454d41;

/** The form of the tables. A release reads those of all releases before it. */
const FORMAT = 1;

const TABLES = `
CREATE TABLE record (
  position INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  act TEXT,
  actors TEXT NOT NULL,
  valid INTEGER,
  recorded_at TEXT NOT NULL,
  body TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (stream, version),
  UNIQUE (stream, id)
) STRICT;
CREATE INDEX record_of_stream ON record (stream);
CREATE TRIGGER record_stands BEFORE UPDATE ON record
BEGIN SELECT raise(ABORT, 'a record is never changed: append a correction'); END;
CREATE TRIGGER record_stays BEFORE DELETE ON record
BEGIN SELECT raise(ABORT, 'a record is never erased: append a correction'); END;
CREATE TABLE snapshot (
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, position)
) STRICT;
PRAGMA application_id = ${APPLICATION};
PRAGMA user_version = ${FORMAT};
`;

export function openDatabase(path: string, { create = false, readOnly = false }: SqliteOptions): DatabaseSync {
  const isNew = !existsSync(path);
  if (isNew && !create) throw new Problem("unreachable", `There is no journal ${path}.`);
  if (isNew && lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
    throw new Problem("unreachable", `${path} is a link that leads nowhere: no journal is made behind it.`);
  }
  // Only where one is opened: Node 22 says that it is experimental as soon as it is imported.
  const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
  // A short wait here, since it holds up everything; the long one is in the store.
  const database = new DatabaseSync(path, { readOnly, timeout: 50, allowExtension: false });
  try {
    database.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
    if (!readOnly) database.exec("PRAGMA synchronous = FULL");
    const empty = numberOf(database, "SELECT count(*) AS n FROM sqlite_schema") === 0;
    if (empty && create) createTables(database);
    checkFormat(database, path);
    return database;
  } catch (error) {
    database.close();
    if (isNew && isFull(error) && statSync(path, { throwIfNoEntry: false })?.size === 0) rmSync(path);
    throw error;
  }
}

function createTables(database: DatabaseSync): void {
  database.exec("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE");
  // Another process may have been faster.
  if (numberOf(database, "SELECT count(*) AS n FROM sqlite_schema") === 0) database.exec(TABLES);
  database.exec("COMMIT");
}

/** Refuses a file that is no journal, or one of a later release. */
function checkFormat(database: DatabaseSync, path: string): void {
  const application = numberOf(database, "SELECT application_id AS n FROM pragma_application_id");
  const format = numberOf(database, "SELECT user_version AS n FROM pragma_user_version");
  if (application !== APPLICATION) throw new Problem("not-a-journal", `${path} is a database, but no journal.`);
  if (format > FORMAT) {
    throw new Problem(
      "newer-format",
      `${path} was written by a later release of demarche: its form is ${format}, and this release reads up to ${FORMAT}. Install a later release.`,
    );
  }
}

function numberOf(database: DatabaseSync, query: string): number {
  return Number(database.prepare(query).get()?.["n"]);
}
