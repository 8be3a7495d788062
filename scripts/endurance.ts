/**
 * `npm run endurance`: the journal under writers and servers that are killed, and under many writers at once, in full
 * numbers; the table that it prints stands in docs/explanation/journal.md. Then all tests, in full where
 * `npm test` has a small form. Names of trials run those alone: `kills`, `race`, and
 * `sqlite` or `postgres`; and `tests`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteJournal } from "../src/journal/sqlite.ts";
import { postgresJournal } from "../src/server/postgres/store.ts";
import { type Ground, killed, type Race, raced } from "../test/support/endurance.ts";
import { startServer } from "../test/support/postgres.ts";

const KILLS = { sqlite: 500, postgres: 200 };
const RACE = { writers: 16, events: 10_000, batch: 50 };

const wanted = process.argv.slice(2);
const isWanted = (...names: readonly string[]): boolean => wanted.every((name) => names.includes(name));
const folder = mkdtempSync(join(tmpdir(), "demarche-endurance-"));
const whole = (value: number): string => Math.round(value).toLocaleString("en");
const rows: string[] = [];
let files = 0;

async function file(): Promise<Ground> {
  files += 1;
  const place = join(folder, `${files}.db`);
  await sqliteJournal(place, { create: true }).close();
  return { place, open: async () => sqliteJournal(place) };
}

/** Says how far a trial is, ten times in all. */
function progress(name: string, all: number): (done: number, what: string) => void {
  let next = 0;
  return (done, what) => {
    if (done < next) return;
    next = done + all / 10;
    console.error(`${name}: ${whole(done)} of ${whole(all)}, ${what}`);
  };
}

async function kills(store: "sqlite" | "postgres", ground: () => Promise<Ground>, options: object): Promise<void> {
  if (!isWanted("kills", store)) return;
  const started = performance.now();
  const told = progress(`kills, ${store}`, KILLS[store]);
  const { kills: done, acknowledged, untold } = await killed(ground, KILLS[store], { ...options, progress: told });
  const what = store === "sqlite" ? "writer killed" : "writer and server killed in turn";
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  rows.push(
    `| ${store} | ${what}, ${done} times | ${whole(acknowledged)} acknowledged, none lost or doubled; ${whole(untold)} more were there whole | ${minutes} min |`,
  );
}

async function race(
  store: "sqlite" | "postgres",
  ground: () => Promise<Ground>,
  streams: Race["streams"],
): Promise<void> {
  if (!isWanted("race", store)) return;
  const told = progress(`race to ${streams}, ${store}`, RACE.writers * RACE.events);
  const { events, appends, seconds } = await raced(await ground(), { ...RACE, streams }, told);
  const where = streams === "one" ? "one stream" : "a stream each";
  rows.push(
    `| ${store} | ${RACE.writers} writers at once to ${where} | ${whole(events)} events in ${whole(appends)} appends, each once, in order, heard by three live readers | ${(seconds / 60).toFixed(1)} min, ${whole(events / seconds)} events a second |`,
  );
}

try {
  await kills("sqlite", file, {});
  await race("sqlite", file, "one");
  await race("sqlite", file, "own");
  if (isWanted("kills", "postgres") || isWanted("race", "postgres")) {
    const server = await startServer();
    const ground = async (): Promise<Ground> => {
      const place = server.address();
      await (await postgresJournal(place, { create: true })).close();
      return { place, open: () => postgresJournal(place) };
    };
    try {
      await kills("postgres", ground, { server });
      await race("postgres", ground, "one");
      await race("postgres", ground, "own");
    } finally {
      await server.stop();
    }
  }
  if (wanted.length === 0 || wanted.includes("tests")) {
    const env = { ...process.env, DEMARCHE_ENDURANCE: "1" };
    const { status } = spawnSync("vitest", ["run"], { stdio: "inherit", env });
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  console.log(`| store | trial | what came of it | time |\n|---|---|---|---|\n${rows.join("\n")}`);
}
