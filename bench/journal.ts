/** The journal: appends, reads and folds on each store, beside the bare driver and beside another event store. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { type ActId, type DiplomaticEvent, type EventDraft, event } from "../src/events/index.ts";
import { fold } from "../src/history/index.ts";
import { foldJournal, type Journal, memoryJournal } from "../src/journal/index.ts";
import type { StoredRecord } from "../src/journal/record.ts";
import { sqliteJournal } from "../src/journal/sqlite.ts";
import { postgresJournal } from "../src/server/postgres/store.ts";
import { startServer } from "../test/support/postgres.ts";
import { type Emmett, emmettOn } from "./emmett.ts";
import { FOLDED, longRecord } from "./fold.ts";
import { million } from "./journal-million.ts";
import { type LaterContender, median, type Rates, raceLater, ratio, WARM_UP } from "./measure.ts";

const ONES = 200;
const BATCH = 100;
const BATCHES = 50;
const LENGTH = 20_000;
const ROUNDS = 9;
const RUNS = WARM_UP + ROUNDS;

const PLANNED = "pg, its statement planned once";
const UNSEEN = "the same of plain data";

const record = longRecord(LENGTH);
let written = 0;

/** Events that no journal here has yet, as `event` makes them. */
function fresh(count: number): readonly DiplomaticEvent[] {
  return Array.from({ length: count }, (_, k) => {
    const one = record[k % LENGTH] as EventDraft<ActId>;
    written += 1;
    return event({ ...one, id: `w${written}` });
  });
}

/** The same as data that nobody has looked at. */
function unseen(count: number): readonly DiplomaticEvent[] {
  return fresh(count).map((one) => ({ ...one }));
}

/** Appends one at a time, and in batches, each round to a stream of its own. What is appended is made before the clock runs. */
function appends(
  name: string,
  append: (stream: string, events: readonly DiplomaticEvent[]) => Promise<unknown>,
  made = fresh,
) {
  const rounds = (count: number, size: number): (() => Promise<number>) => {
    const batches = Array.from({ length: RUNS }, () => Array.from({ length: count }, () => made(size)));
    return async () => {
      const stream = `${name.replaceAll(" ", "-").toLowerCase()}-${size}-${batches.length}`;
      for (const events of batches.shift() ?? []) await append(stream, events);
      return count * size;
    };
  };
  return {
    ones: { name, run: rounds(ONES, 1) },
    batches: { name, run: rounds(BATCHES, BATCH) },
  };
}

const INSERT = "(position, stream, version, id, kind, act, actors, valid, recorded_at, body, previous, hash)";
const cells = (row: StoredRecord) =>
  [
    ...[row.position, row.stream, row.version, row.id, row.kind, row.act, row.actors, row.valid, row.recordedAt],
    ...[row.body, row.previous, row.hash],
  ] as const;

/** Rows as a journal would write them, made before the clock runs: what a bare driver inserts. */
function rowMaker() {
  const journal = memoryJournal();
  return async (count: number, size: number, stream: string): Promise<readonly (readonly StoredRecord[])[]> => {
    const { position } = await journal.head();
    for (let k = 0; k < count; k += 1) await journal.append(stream, fresh(size));
    const rows = await journal.store.page({ after: position }, count * size);
    return Array.from({ length: count }, (_, k) => rows.slice(k * size, (k + 1) * size));
  };
}

/** A bare driver: it inserts the same rows in the same transactions, and does nothing else. */
async function bare(name: string, insert: (rows: readonly StoredRecord[]) => Promise<void>) {
  const make = rowMaker();
  // Made for all rounds, so that making them takes none of their time.
  const rounds = async (count: number, size: number) => {
    const made: (readonly (readonly StoredRecord[])[])[] = [];
    for (let k = 0; k < RUNS; k += 1) made.push(await make(count, size, `bare-${size}-${k}`));
    return made;
  };
  const ones = await rounds(ONES, 1);
  const batches = await rounds(BATCHES, BATCH);
  const all = [...ones.flat(2), ...batches.flat(2)];
  return {
    rows: all,
    ones: { name, run: () => inserted(ones.shift() ?? [], insert) },
    batches: { name, run: () => inserted(batches.shift() ?? [], insert) },
  };
}

async function inserted(
  transactions: readonly (readonly StoredRecord[])[],
  insert: (rows: readonly StoredRecord[]) => Promise<void>,
): Promise<number> {
  for (const rows of transactions) await insert(rows);
  return transactions.flat().length;
}

function bareSqlite(file: string) {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA synchronous = FULL");
  const statement = database.prepare(`INSERT INTO record ${INSERT} VALUES (${Array(12).fill("?").join(", ")})`);
  return bare("node:sqlite", async (rows) => {
    database.exec("BEGIN IMMEDIATE");
    for (const row of rows) statement.run(...cells(row));
    database.exec("COMMIT");
  });
}

/** @param planned whether the server plans the statement once, as it does for the journal's, and not at each use */
async function barePostgres(address: string, name: string, planned: boolean) {
  await (await postgresJournal(address, { create: true })).close();
  const client = new pg.Client({ connectionString: address.replace(/\?.*/, "") });
  await client.connect();
  const schema = new URL(address).searchParams.get("schema");
  const types = ["bigint", "text", "int", "text", "text", "text", "text", "bigint", "text", "text", "text", "text"];
  const places = types.map((type, k) => `$${k + 1}::${type}[]`).join(", ");
  const insert = async (rows: readonly StoredRecord[]): Promise<void> => {
    await client.query("BEGIN");
    const columns = types.map((_, k) => rows.map((row) => cells(row)[k]));
    const text = `INSERT INTO ${schema}.record ${INSERT} SELECT * FROM unnest(${places})`;
    await client.query({ text, values: columns, ...(planned ? { name: "bare insert" } : {}) });
    await client.query("COMMIT");
  };
  const page = `SELECT * FROM ${schema}.record WHERE position > $1 ORDER BY position LIMIT 1000`;
  const read = (): Promise<number> =>
    parsed(async (after) => (await client.query({ name: "bare page", text: page, values: [after] })).rows);
  return { ...(await bare(name, insert)), read, close: () => client.end() };
}

const emmettOf = (store: Emmett) =>
  appends("Emmett", (stream, events) =>
    store.appendToStream(
      stream,
      events.map((event) => ({ type: event.act, data: { ...event } })),
    ),
  );

/** Reads everything: the journal's own way, and a bare driver that parses each entry. */
function reads(name: string, count: number, read: () => Promise<number>): LaterContender {
  return {
    name,
    run: async () => {
      const found = await read();
      if (found !== count) throw new Error(`${name} read ${found} of ${count}.`);
      return found;
    },
  };
}

async function counted(records: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of records) count += 1;
  return count;
}

/** Parses all entries that a bare driver gives page by page, after a position. */
async function parsed(page: (after: number) => Promise<readonly Readonly<Record<string, unknown>>[]>): Promise<number> {
  let count = 0;
  for (let after = 0; ; after += 1000) {
    const rows = await page(after);
    for (const { body } of rows) if (typeof JSON.parse(String(body)) === "object") count += 1;
    if (rows.length < 1000) return count;
  }
}

const whole = (value: number): string => Math.round(value).toLocaleString("en");
const span = ([middle, low, high]: readonly [number, number, number]): string =>
  `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;

function table(head: string, rates: Rates, beside: readonly (readonly [name: string, base?: string])[]): string {
  const rows = beside.map(([name, base]) => {
    const share = base === undefined ? "" : `${span(ratio(rates, name, base))} of \`${base}\``;
    return `| ${name} | ${whole(median(rates.get(name) ?? []))} | ${share} |`;
  });
  return `| ${head} | events a second | share |\n|---|---|---|\n${rows.join("\n")}`;
}

/** Measures, and tells it as a section of docs/explanation/performance.md. */
export async function journalSection(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  const server = await startServer();
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const sqlite = sqliteJournal(join(folder, "journal.db"), { create: true });
    const plain = sqliteJournal(join(folder, "plain.db"), { create: true });
    await sqliteJournal(join(folder, "bare.db"), { create: true }).close();
    const postgres = await postgresJournal(server.address(), { create: true });
    const memory = memoryJournal();
    const emmett = emmettOn(server.address().replace(/\?.*/, ""));
    closing.push(sqlite.close, plain.close, postgres.close, () => emmett.close());
    await emmett.schema.migrate();
    const inPostgres = await barePostgres(server.address(), "pg", false);
    const planned = await barePostgres(server.address(), PLANNED, true);
    closing.push(inPostgres.close, planned.close);
    const contenders = [
      appends("journal in memory", memory.append),
      appends("journal in a file", sqlite.append),
      appends(UNSEEN, plain.append, unseen),
      await bareSqlite(join(folder, "bare.db")),
      appends("journal on a server", postgres.append),
      inPostgres,
      planned,
      emmettOf(emmett),
    ];
    const ones = await raceLater(
      contenders.map((one) => one.ones),
      ROUNDS,
    );
    const batches = await raceLater(
      contenders.map((one) => one.batches),
      ROUNDS,
    );
    const beside = [
      ["journal in memory"],
      ["node:sqlite"],
      ["journal in a file", "node:sqlite"],
      [UNSEEN, "node:sqlite"],
      ["pg"],
      ["journal on a server", "pg"],
      [PLANNED, "pg"],
      ["Emmett", "pg"],
    ] as const;
    return `## The journal

A disk is synced at each append, on every store but memory. The bare drivers insert the same rows in the same
transactions, and neither know nor check anything. Emmett is \`@event-driven-io/emmett-postgresql\` on the same server;
its events carry no hash and are not looked up by their ids. What is appended is made before the clock runs: rows for
the bare drivers, for the journals events out of \`event\`, which has checked them; plain data the journal checks by
itself, and a row says what that takes. Of the journal's share the aim is at least 0.50.

${table(`appends of one event, ${ONES} a round`, ones, beside)}

${table(`appends of ${BATCH} events, ${BATCHES} a round`, batches, beside)}

${await readings({ memory, sqlite, postgres, emmett, file: join(folder, "bare.db"), bare: inPostgres })}

${million(join(folder, "million.db"))}`;
  } finally {
    for (const close of closing) await close().catch(() => undefined);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Readers extends Record<"memory" | "sqlite" | "postgres", Journal> {
  readonly emmett: Emmett;
  readonly file: string;
  readonly bare: { readonly rows: readonly unknown[]; readonly read: () => Promise<number> };
}

async function readings({ emmett, file, bare, ...journals }: Readers): Promise<string> {
  const { memory, sqlite, postgres } = journals;
  for (const journal of Object.values(journals)) {
    for (let k = 0; k < LENGTH; k += 1000) await journal.append("long", record.slice(k, k + 1000));
  }
  const data = record.map((event) => ({ type: event.act, data: { ...event } }));
  for (let k = 0; k < LENGTH; k += 1000) await emmett.appendToStream("long", data.slice(k, k + 1000));
  const database = new DatabaseSync(file);
  const { n: there } = database.prepare("SELECT count(*) AS n FROM record").get() ?? {};
  const page = database.prepare("SELECT * FROM record WHERE position > ? ORDER BY position LIMIT 1000");
  const long = { stream: "long" };
  const rates = await raceLater(
    [
      reads("journal in memory", LENGTH, () => counted(memory.read(long))),
      reads("journal in a file", LENGTH, () => counted(sqlite.read(long))),
      reads("node:sqlite", Number(there), () => parsed(async (after) => page.all(after))),
      reads("pg", bare.rows.length, bare.read),
      reads("journal on a server", LENGTH, () => counted(postgres.read(long))),
      reads("Emmett", LENGTH, async () => (await emmett.readStream("long")).events.length),
    ],
    ROUNDS,
  );
  database.close();
  const folding = (journal: Journal) => async (): Promise<number> => {
    const { position } = await foldJournal(journal, { branch: "long", beginning: FOLDED, snapshot: false });
    return Math.min(position, LENGTH);
  };
  const folds = await raceLater(
    [
      reads("fold of a list", LENGTH, async () => Math.min(fold(record, FOLDED).steps.length, LENGTH)),
      reads("journal in memory", LENGTH, folding(memory)),
      reads("journal in a file", LENGTH, folding(sqlite)),
      reads("journal on a server", LENGTH, folding(postgres)),
    ],
    ROUNDS,
  );
  const inReading = [["journal in memory"], ["node:sqlite"], ["journal in a file", "node:sqlite"]] as const;
  const onServer = [["pg"], ["journal on a server", "pg"], ["Emmett", "pg"]] as const;
  const stores = ["journal in memory", "journal in a file", "journal on a server"];
  return `${table(`reads of ${whole(LENGTH)} events, each checked by its hash and the schema of its act, which the drivers do not`, rates, [...inReading, ...onServer])}

${table(`folds of ${whole(LENGTH)} events`, folds, [["fold of a list"], ...stores.map((name) => [name, "fold of a list"] as const)])}`;
}

if (process.argv[1] === import.meta.filename) console.log(await journalSection());
