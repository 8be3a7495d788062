/**
 * Sweeps beyond one machine, measured with a server on this one: `node bench/spread.ts`. What docs/explanation/scaling.md says of
 * rates, bytes and connections comes from here. Server, workers and client share the cores.
 */

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { z } from "zod/mini";
import { packageVersion } from "../src/cli/package.ts";
import { modelVersion } from "../src/crisis/index.ts";
import { assumptionsOf, chunksOf, joined, planOf, rangedOf, setupOf, sweepPool } from "../src/futures/index.ts";
import { evaluateWhatIf, readScenario } from "../src/scenario/index.ts";
import { serverAddress } from "../src/server/distributed/address.ts";
import { type Connection, withConnection } from "../src/server/distributed/connection.ts";
import { hasWork } from "../src/server/distributed/jobs.ts";
import { hasLanded, land } from "../src/server/distributed/results.ts";
import { jobId, SHARD_SIZE } from "../src/server/distributed/shards.ts";
import { storeRows } from "../src/server/distributed/stored-rows.ts";
import { queueOf } from "../src/server/distributed/sweep-spec.ts";
import { put } from "../src/server/distributed/sweeps.ts";
import { startServer } from "../test/support/postgres.ts";
import { median } from "./measure.ts";

const FLAGSHIP = "scenarios/iran-pakistan-2024.yaml";
const SECONDS = Number(process.env["SECONDS"] ?? 4);
const ROUNDS = Number(process.env["ROUNDS"] ?? 3);

const server = await startServer();
const lines: string[] = [];
const say = (text: string): void => {
  lines.push(text);
  console.log(text);
};
const whole = (number: number): string => Math.round(number).toLocaleString("en");

try {
  say(`${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.versions.node}.\n`);
  await queueRates();
  await bytes();
  await connections();
  await endToEnd();
} finally {
  await server.stop();
}

async function opened<Result>(connections: number, use: (one: Connection) => Promise<Result>): Promise<Result> {
  return withConnection(serverAddress(server.address()), { connections, worker: "bench", say: console.error }, use);
}

/** What one shard costs the server when it costs the worker nothing: taken, looked for, landed, completed. */
async function queueRates(): Promise<void> {
  say(
    "| at once | shards a second | cores used: the server | the workers | shards per second of a server's core | empty looks a second |",
  );
  say("|---|---|---|---|---|---|");
  let job = Number.NaN;
  for (const slots of [1, 4, 16, 50]) {
    const rates: number[] = [];
    const looks: number[] = [];
    const [servers, workers]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      await opened(slots, async (one) => {
        await one.boss.createQueue(queueOf(modelVersion(packageVersion())));
        looks.push(await perSecond(slots, () => one.boss.fetch(queueOf(modelVersion(packageVersion())))));
        const done = await through(one, slots);
        rates.push(done.rate);
        servers.push(done.server);
        workers.push(done.worker);
        job = done.job;
      });
    }
    const [low, high] = [Math.min(...rates), Math.max(...rates)];
    say(
      `| ${slots} | ${whole(median(rates))} (${whole(low)} to ${whole(high)}) | ${median(servers).toFixed(2)} | ${median(workers).toFixed(2)} | ${whole(median(rates.map((rate, k) => rate / (servers[k] ?? 1))))} | ${whole(median(looks))} |`,
    );
  }
  say(`\nA job takes ${whole(job)} bytes of the server's disk, its indexes included.`);
}

async function through(one: Connection, slots: number) {
  const { boss } = one;
  const [sweep, queue] = ["a".repeat(64), queueOf(modelVersion(packageVersion()))];
  const shards = 40_000;
  await put(one, { id: sweep, queue, title: "measured", spec: "", futures: shards, size: 1, shards });
  for (let at = 0; at < shards; at += 1000) {
    await boss.insert(
      queue,
      Array.from({ length: 1000 }, (_, k) => {
        const shard = at + k;
        return { id: jobId({ sweep, shard }), data: { sweep, shard }, priority: -shard };
      }),
    );
  }
  await one.run(`ANALYZE ${one.address.queue}.job_common`);
  const [table] = await one.rows(
    z.object({ bytes: z.number() }),
    `SELECT pg_total_relation_size('${one.address.queue}.job_common')::float8 AS bytes`,
  );
  const rows = await storeRows({
    start: 0,
    length: 1,
    values: new Float64Array(5),
    events: new Int32Array(1),
    refused: new Int32Array(1),
    status: new Uint8Array(1),
    reasons: new Map(),
  });
  const [before, own] = [serverTicks(), process.cpuUsage()];
  const start = performance.now();
  const rate = await perSecond(slots, async () => {
    const [job] = await boss.fetch<{ sweep: string; shard: number }>(queue, { includeMetadata: true });
    if (job === undefined) throw new Error("All shards are done: measure for less long.");
    if (await hasLanded(one, job.data)) throw new Error("A shard came twice.");
    await land(one, job.data, rows, "bench");
    await boss.complete(queue, { id: job.id, retryCount: job.retryCount });
  });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(own);
  return {
    rate,
    job: (table?.bytes ?? Number.NaN) / shards,
    server: (serverTicks() - before) / 100 / seconds,
    worker: (user + system) / 1e6 / seconds,
  };
}

async function perSecond(slots: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const end = start + SECONDS * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: slots }, async () => {
      while (performance.now() < end) {
        await work();
        count += 1;
      }
    }),
  );
  return (count / (performance.now() - start)) * 1000;
}

/** Bytes that a usual shard of the flagship takes, where it lies and on the way. */
async function bytes(): Promise<void> {
  const { scenario } = readScenario(readFileSync(FLAGSHIP, "utf8"), { file: FLAGSHIP });
  if (scenario === undefined) throw new Error("The flagship can't be read.");
  const setup = setupOf(scenario, evaluateWhatIf(scenario, "second-round").branch);
  const wanted = { seed: 1, futures: 1000, points: SHARD_SIZE / 1000 - 1, design: "lhs" } as const;
  const plan = planOf(setup, scenario.outcomes, rangedOf(assumptionsOf(setup)), wanted);
  const pool = await sweepPool({ plan }, 1);
  const start = cpuSeconds();
  const parts = [];
  for (const chunk of chunksOf(plan)) parts.push((await pool.work(chunk)).rows);
  const seconds = cpuSeconds() - start;
  const rows = joined(parts);
  const packing = cpuSeconds();
  const packed = await storeRows(rows);
  const packs = cpuSeconds() - packing;
  const raw = rows.values.byteLength + rows.length * 9;
  say(
    `\nA shard of ${whole(rows.length)} futures of the flagship: ${seconds.toFixed(2)} s of a core to work out, ${packs.toFixed(2)} s to pack; ${whole(raw)} bytes as numbers, ${whole(packed.bytes.length)} as they are sent and kept (${(packed.bytes.length / rows.length).toFixed(2)} a future).`,
  );
}

/** Seconds of a core that this process has used: what else the machine does does not count. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** What a connection costs the server that nobody uses at the moment. */
async function connections(): Promise<void> {
  const before = serverMemory();
  await opened(50, async (one) => {
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        await one.boss.getDb().executeSql("SELECT pg_sleep(0.5)");
        await hasWork(one, queueOf(modelVersion(packageVersion())));
      }),
    );
    const after = serverMemory();
    say(
      `\n${after.processes - before.processes} more connections: ${((after.bytes - before.bytes) / 1e6 / (after.processes - before.processes)).toFixed(1)} MB of the server's memory each.`,
    );
  });
}

/** The same sweep on this machine alone and through a server, as many workers as cores, in turn. */
async function endToEnd(): Promise<void> {
  const wanted = ["sweep", FLAGSHIP, "--futures", "1000", "--points", "999"];
  const [ratios, collecting]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const here = await ran(wanted);
    const address = server.address();
    const workers = Array.from({ length: availableParallelism() }, () =>
      spawn(process.execPath, ["src/cli/main.ts", "worker", "--on", address, "--workers", "1", "--poll", "0.1s"]),
    );
    await Promise.all(workers.map((one) => new Promise((resolve) => one.stderr.once("data", resolve))));
    const spread = [...wanted, "--on", address, "--shard", "100000"];
    ratios.push((await ran(spread)).seconds / here.seconds);
    collecting.push((await ran(spread)).cpu);
    for (const one of workers) one.kill("SIGTERM");
    await Promise.all(workers.map((one) => new Promise((resolve) => one.once("close", resolve))));
  }
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
  say(
    `\n1,000,000 futures in 10 shards: ${median(ratios).toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}) times as long through the server as on this machine alone, with a worker for each core. Collecting them once they have landed: ${median(collecting).toFixed(2)} s of a core, the start of the program included.`,
  );
}

/** Runs the program to its end: how long it took, and seconds of a core that it used, by the shell's own count. */
async function ran(args: readonly string[]): Promise<{ readonly seconds: number; readonly cpu: number }> {
  const start = performance.now();
  const child = spawn("bash", [
    "-c",
    '"$0" "$@" > /dev/null 2>&1 && times',
    process.execPath,
    "src/cli/main.ts",
    ...args,
  ]);
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`demarche ${args.join(" ")} ended with ${code}.`);
  const used = [...(out.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  const cpu = used.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
  return { seconds: (performance.now() - start) / 1000, cpu };
}

/** The processes of the server that was started here, by /proc: only Linux has it. */
function serverProcesses(): readonly string[] {
  const all = readdirSync("/proc").filter(
    (pid) => /^\d+$/.test(pid) && read(`/proc/${pid}/comm`).trim() === "postgres",
  );
  const main = all.find((pid) => statOf(pid)[1] === String(process.pid));
  return all.filter((pid) => pid === main || statOf(pid)[1] === main);
}

/** What the system says of a process, from its state on: its parent is the second, times are the 12th to 15th. */
function statOf(pid: string): readonly string[] {
  return read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, "")
    .split(" ");
}

/** Hundredths of a second of all cores that the server has used, its ended processes included. */
function serverTicks(): number {
  return serverProcesses().reduce((sum, pid) => {
    const fields = statOf(pid);
    return sum + [11, 12, 13, 14].reduce((ticks, k) => ticks + Number(fields[k] ?? 0), 0);
  }, 0);
}

/** Memory of the server's processes, what they share divided among them. */
function serverMemory(): { readonly processes: number; readonly bytes: number } {
  const processes = serverProcesses();
  const bytes = processes.reduce((sum, pid) => {
    const [, kilobytes = "0"] = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
    return sum + Number(kilobytes) * 1024;
  }, 0);
  return { processes: processes.length, bytes };
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // It ended meanwhile.
  }
}
