/** A journal in one file: SQLite through Node's own module, with a write-ahead log that is synced at every append. */
import type { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { createJournal, type JournalOptions } from "./journal.ts";
import { lastSeen, type TransactionWork } from "./last-seen.ts";
import { headOf } from "./memory.ts";
import type { Journal } from "./port.ts";
import type { StoredRecord } from "./record.ts";
import { conditionOf, recordColumns } from "./selection.ts";
import { failureOf, isBusy } from "./sqlite/failure.ts";
import { openDatabase } from "./sqlite/file.ts";
import type { SqliteOptions } from "./sqlite/options.ts";
import { type Lookup, queue, type Store, type StreamInfo, type Transaction, type WantedIds } from "./store.ts";

const COLUMNS =
  "position, stream, version, id, kind, act, actors, valid, recorded_at AS recordedAt, body, previous, hash";

/** Interval at which appends by other processes are looked for, in milliseconds. */
const POLL_INTERVAL = 100;

/** Maximum time that an append waits for other writers, in milliseconds. */
const MAX_WAIT = 60_000;

/**
 * A journal in a file.
 *
 * @throws Problem when there is no such file, it holds no journal, or one of a later release
 */
export function sqliteJournal(path: string, options: JournalOptions & SqliteOptions = {}): Journal {
  return createJournal(sqliteStore(path, options), options);
}

/** A store in a file. */
export function sqliteStore(path: string, options: SqliteOptions = {}): Store {
  const guard = <Result>(work: () => Result, appending = false): Result => {
    try {
      return work();
    } catch (error) {
      throw failureOf(error, path, appending);
    }
  };
  const database = guard(() => openDatabase(path, options));
  const sql = guard(() => statements(database));
  // Readers have a connection of their own: on the writer's they would see what is not committed yet.
  const reader = options.readOnly ? database : guard(() => openDatabase(path, { readOnly: true }));
  const read = options.readOnly ? sql : guard(() => statements(reader));
  const watchers = new Set<() => void>();
  const inTurn = queue();
  const memory = lastSeen();
  /** Changes as soon as another writer has written. */
  let changed: unknown;
  let timer: NodeJS.Timeout | undefined;

  const lookup = (own: Statements): Lookup => ({
    head: async () => guard(() => headOf(row(own.last.get()))),
    versionOf: async (stream) => guard(() => Number(own.version.get(stream)?.["version"] ?? 0)),
    at: async (stream, version) => guard(() => row(own.at.get(stream, version))),
  });

  const findKnown: Transaction["known"] = async (segments, ids) =>
    guard(() => {
      const wanted = JSON.stringify(ids);
      return segments.flatMap(({ stream, upTo }) => sql.known.all(stream, upTo, wanted) as unknown as StoredRecord[]);
    });

  /** Changes with every append. */
  const versionOf = ({ changed }: Statements): unknown => changed.get()?.["data_version"];

  const insert = (rows: readonly StoredRecord[]): void => {
    for (const one of rows) sql.insert.run(...recordColumns.map((column) => one[column]));
  };

  /** Carries out work as the only writer; work that fails leaves nothing behind. */
  async function runAlone<Result>(work: () => Promise<Result>): Promise<Result> {
    await beginWriting(database, path);
    try {
      const result = await work();
      guard(() => database.exec("COMMIT"), true);
      for (const wake of watchers) wake();
      return result;
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  }

  const stepByStep = <Result>(work: TransactionWork<Result>): Promise<Result> =>
    work({ ...lookup(sql), known: findKnown, insert: async (rows) => guard(() => insert(rows), true) });

  async function runLooking<Result>(work: TransactionWork<Result>, wanted: WantedIds): Promise<Result> {
    const result = await runAlone(async () => {
      changed = versionOf(sql);
      return stepByStep(memory.watched(work, wanted));
    });
    memory.kept();
    return result;
  }

  /** Appends what was planned from memory. If another process has written, or anything is wrong, nothing is kept. */
  async function appendPlanned<Result>(
    work: TransactionWork<Result>,
    wanted: WantedIds,
  ): Promise<{ readonly result: Result } | undefined> {
    const planned = await memory.plan(work, wanted);
    if (planned === undefined) return undefined;
    try {
      await runAlone(async () => {
        if (versionOf(sql) !== changed) throw new Error("Others have written.");
        insert(planned.rows);
      });
    } catch {
      memory.forget();
      return undefined;
    }
    memory.added(planned.rows, wanted);
    return planned;
  }

  return {
    name: path,
    ...lookup(read),
    transact: (work, wanted) =>
      inTurn(async () => {
        if (wanted === undefined) return runAlone(() => stepByStep(work));
        const done = await appendPlanned(work, wanted);
        return done === undefined ? runLooking(work, wanted) : done.result;
      }),
    page: async (selection, size) =>
      guard(() => {
        const { text, values } = conditionOf(selection, () => "?", "instr");
        const found = reader.prepare(`SELECT ${COLUMNS} FROM record WHERE ${text} ORDER BY position LIMIT ?`);
        return found.all(...values, size) as unknown as StoredRecord[];
      }),
    streams: async () => guard(() => read.streams.all() as unknown as StreamInfo[]),
    watch: (wake) => {
      watchers.add(wake);
      let version = guard(() => versionOf(read));
      const look = (): void => {
        const previous = version;
        try {
          version = versionOf(read);
        } catch {
          // A file that can't be looked at is reported where it is read.
          version = undefined;
        }
        if (version !== previous) for (const one of watchers) one();
      };
      timer ??= setInterval(look, POLL_INTERVAL);
      return () => {
        watchers.delete(wake);
        if (watchers.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    snapshots: {
      latest: async (kind, upTo) =>
        guard(() => read.latest.get(kind, upTo) as { position: number; body: string } | undefined),
      put: (kind, position, body) => inTurn(async () => guard(() => void sql.put.run(kind, position, body))),
      clear: () => inTurn(async () => guard(() => database.exec("DELETE FROM snapshot"))),
    },
    faults: async () =>
      guard(() =>
        reader
          .prepare("PRAGMA integrity_check")
          .all()
          .map(({ integrity_check: report }) => String(report))
          .filter((report) => report !== "ok"),
      ),
    close: () =>
      inTurn(async () => {
        clearInterval(timer);
        watchers.clear();
        for (const one of [reader, database]) if (one.isOpen) one.close();
      }),
  };
}

type Statements = ReturnType<typeof statements>;

function statements(database: DatabaseSync) {
  const get = (condition: string) => database.prepare(`SELECT ${COLUMNS} FROM record WHERE ${condition}`);
  return {
    last: get("TRUE ORDER BY position DESC LIMIT 1"),
    at: get("stream = ? AND version = ?"),
    known: get("stream = ? AND +version <= ? AND id IN (SELECT value FROM json_each(?))"),
    version: database.prepare("SELECT max(version) AS version FROM record WHERE stream = ?"),
    insert: database.prepare(`INSERT INTO record VALUES (${recordColumns.map(() => "?").join(", ")})`),
    streams: database.prepare(
      "SELECT stream, count(*) AS version, min(recorded_at) AS begun, max(recorded_at) AS recordedAt FROM record GROUP BY stream ORDER BY min(position)",
    ),
    changed: database.prepare("PRAGMA data_version"),
    latest: database.prepare(
      "SELECT position, body FROM snapshot WHERE kind = ? AND position <= ? ORDER BY position DESC LIMIT 1",
    ),
    put: database.prepare("INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?)"),
  };
}

function row(found: unknown): StoredRecord | undefined {
  return found as StoredRecord | undefined;
}

/** Begins to write once no one else does. Waits in growing pauses of random length to give every writer a turn. */
async function beginWriting(database: DatabaseSync, path: string): Promise<void> {
  const end = Date.now() + MAX_WAIT;
  for (let wait = 2; ; wait = Math.min(wait * 1.5, 100)) {
    try {
      database.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > end) throw failureOf(error, path, true);
    }
    await pause(wait * Math.random());
  }
}
