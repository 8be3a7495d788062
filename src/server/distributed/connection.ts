/** A connection to a server with sweeps: its queue, its tables, and patience while it can't be reached. */
import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import type * as z from "zod/mini";
import { optional, Problem, visibleLine } from "../../problem/index.ts";
import { inEnglish } from "../../schema/index.ts";
import { codeOf, isLost, reasonOf } from "../postgres/failure.ts";
import type { ServerAddress } from "./address.ts";
import type { ConnectionOptions } from "./port.ts";
import { openTables, refuseNewerQueue } from "./tables.ts";

export interface Connection {
  readonly address: ServerAddress;
  readonly boss: PgBoss;
  readonly say: ConnectionOptions["say"];
  /** The rows of a query, each parsed by the schema. */
  readonly rows: <Row>(row: z.ZodMiniType<Row>, text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** Runs a statement. Returns the number of its rows. */
  readonly run: (text: string, values?: readonly unknown[]) => Promise<number>;
  /** Tries work again and again until the server can be reached, or the signal is aborted. */
  readonly patiently: <Result>(work: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** The beginning of a worker's name on the server. */
const WORKER = "demarche worker on";

/** Milliseconds until an unreachable server is tried again: twice as long each time, up to the maximum. */
const [MIN_PAUSE, MAX_PAUSE] = [250, 5000];

/**
 * Connects to a server, and makes the tables if there are none.
 *
 * @throws Problem when it can't be reached, refuses, or was written by a later release
 */
async function connect(
  address: ServerAddress,
  { watch, worker, connections, say }: ConnectionOptions,
): Promise<Connection> {
  const load = () => import("pg-boss");
  const { PgBoss } = await optional(load, "A sweep over machines", ["pg", "pg-boss"]);
  const boss = new PgBoss({
    connectionString: address.connectionString,
    connectionTimeoutMillis: 10_000,
    schema: address.queue,
    application_name: "demarche",
    max: connections,
    // A worker's latest writes may be lost when the server crashes: then a shard is computed again. A client's submission
    // may not be lost.
    ...(worker === undefined ? {} : { options: "-c synchronous_commit=off" }),
    schedule: false,
    supervise: watch !== undefined,
    ...(watch === undefined ? {} : { superviseIntervalSeconds: watch, monitorIntervalSeconds: watch }),
    registerInstance: worker !== undefined,
    ...(worker === undefined ? {} : { instanceName: `${WORKER} ${worker}` }),
    openTelemetry: { enabled: false },
  });
  boss.on("error", (error) => {
    if (!isLost(error)) say(`${address.name}: ${visibleLine(error.message)}`);
  });
  const db = boss.getDb();
  try {
    await makeOnce(() => boss.start());
    refuseNewerQueue(await boss.schemaVersion(), address.name);
    await makeOnce(() => openTables(db, address.sweeps, address.name));
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    if (error instanceof Problem || !(error instanceof Error)) throw error;
    throw new Problem("unreachable", `${address.name} can't be used: ${visibleLine(reasonOf(error))}.`);
  }
  let isAway = false;
  return {
    address,
    boss,
    say,
    rows: async (row, text, values = []) => {
      const { rows } = await db.executeSql(text, [...values]);
      return rows.map((one) => row.parse(one, inEnglish));
    },
    run: async (text, values = []) => (await db.executeSql(text, [...values])).rows.length,
    patiently: async (work, signal) => {
      for (let pause = MIN_PAUSE; ; pause = Math.min(MAX_PAUSE, pause * 2)) {
        try {
          const result = await work();
          if (isAway) say(`${address.name} is back.`);
          isAway = false;
          return result;
        } catch (error) {
          if (!isLost(error) || signal.aborted) throw error;
          if (!isAway) say(`${address.name} can't be reached; it is tried again until it is back.`);
          isAway = true;
          await rest(pause, signal);
        }
      }
    },
    close: () => boss.stop({ graceful: false }),
  };
}

/** Error codes for making something that another process makes at the same moment. */
const MADE_BY_ANOTHER = new Set(["23505", "42P06", "42P07", "42710", "XX000"]);

/** Makes something that several processes may make at once: one does, the others find it when they try again. */
async function makeOnce(make: () => Promise<unknown>): Promise<void> {
  for (let left = 5; ; left -= 1) {
    try {
      await make();
      return;
    } catch (error) {
      const isMade = MADE_BY_ANOTHER.has(codeOf(error) ?? "");
      if (!isMade || left === 0) throw error;
      await sleep(100 + Math.random() * 200);
    }
  }
}

/**
 * Connects to a server, uses the connection, and closes it.
 *
 * @throws Problem what {@link connect} throws, and when the server refuses something while it is used
 */
export async function withConnection<Result>(
  address: ServerAddress,
  options: ConnectionOptions,
  use: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await connect(address, options);
  try {
    return await use(connection);
  } catch (error) {
    if (error instanceof Problem || codeOf(error) === undefined) throw error;
    throw new Problem("unreachable", `${address.name}: ${visibleLine(reasonOf(error))}.`);
  } finally {
    await connection.close().catch(() => undefined);
  }
}

/** Waits some milliseconds, with random variation so that not all poll at once, or until the signal. */
export async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
}

/** The number of workers that the server has heard of lately. */
export async function workersOn({ boss }: Connection): Promise<number> {
  const instances = await boss.getInstances();
  return instances.filter(({ live, name }) => live && name?.startsWith(WORKER) === true).length;
}
