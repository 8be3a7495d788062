/** Sweeps beyond one machine, with a real server: workers that are killed and stopped, clients that come back, hostile jobs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demarche, flagship, folder, type Ran } from "../support/cli.ts";
import { enduring } from "../support/enduring.ts";
import { type Server, startServer } from "../support/postgres.ts";
import { type Running, running, until } from "../support/running.ts";

/** What is waited for here is waited for briefly: workers look often, and a silent one is given up soon. */
const quick = ["--poll", "0.1s"];

let server: Server;
const everything: Promise<Ran>[] = [];

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** An empty place on the server, and how to look into it beside the program. */
function place() {
  const address = server.address();
  const schema = new URL(address).searchParams.get("schema") ?? "";
  const query = async <Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]> => {
    const client = new pg.Client({ connectionString: address.replace(/\?.*/, "") });
    await client.connect();
    try {
      const { rows } = await client.query<Row>(
        text.replaceAll("SWEEPS", `${schema}_sweeps`).replaceAll("QUEUE", `${schema}_queue`),
      );
      return rows;
    } finally {
      await client.end();
    }
  };
  const landed = async (): Promise<number> => {
    const rows = await query<{ count: number }>("SELECT count(*)::int AS count FROM SWEEPS.result");
    return rows[0]?.count ?? 0;
  };
  return { address, query, landed };
}

function started(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const one = running(args, env);
  everything.push(one.ended);
  return one;
}

function worker(address: string, ...more: readonly string[]): Running {
  return started(["worker", "--on", address, "--workers", "1", ...quick, ...more]);
}

function table(out: string): string {
  return readFileSync(join(out, "runs.csv"), "utf8");
}

const isWorking = ({ said }: Running): boolean => said().includes("Working for");

/** So many work on one sweep, and so many of them are killed; in `npm run endurance` more. */
const [WORKERS, KILLED] = enduring ? [8, 3] : [3, 1];

test("of several workers some are killed and one is stopped until all is over; the result is the local one, byte for byte", async () => {
  const { address, query, landed } = place();
  const [here, there] = [join(folder(), "runs"), join(folder(), "runs")];
  const wanted = ["sweep", flagship, "--futures", enduring ? "1000" : "250", "--points", "120"];
  const workers = Array.from({ length: WORKERS }, () => worker(address));
  const local = started([...wanted, "--out", here]);
  await until(() => workers.every(isWorking), "all workers are at work");
  const client = started([
    ...wanted,
    "--out",
    there,
    "--on",
    address,
    "--shard",
    enduring ? "5000" : "1600",
    "--patience",
    "2s",
  ]);
  const [stopped, ...others] = workers.toSorted(() => Math.random() - 0.5);
  await until(async () => (await landed()) >= 2, "two shards have landed");
  stopped?.child.kill("SIGSTOP");
  for (const [k, victim] of others.slice(0, KILLED).entries()) {
    const enough = 3 + 4 * k + Math.floor(Math.random() * 4);
    await until(async () => (await landed()) >= enough, `${enough} shards have landed`);
    victim.child.kill("SIGKILL");
  }
  const [spread, straight] = [await client.ended, await local.ended];
  // What it held when it was stopped has long been done by another; it lands that too, and changes nothing.
  stopped?.child.kill("SIGCONT");
  for (const one of workers) one.child.kill("SIGTERM");
  const ends = await Promise.all(workers.map(({ ended }) => ended));
  expect(spread.code).toBe(0);
  expect(table(there) === table(here)).toBe(true);
  expect(spread.out.replaceAll(there, "OUT")).toBe(straight.out.replaceAll(here, "OUT"));
  expect(ends.filter(({ code }) => code === null)).toHaveLength(KILLED);
  expect(ends.filter(({ code }) => code === 0)).toHaveLength(WORKERS - KILLED);
  expect(await query("SELECT shard FROM SWEEPS.result WHERE otherwise IS NOT NULL")).toEqual([]);
});

test("two sweeps at once are each what they are alone, and neither waits until the other is whole", async () => {
  const { address, query } = place();
  const wanted = (seed: number) => ["sweep", flagship, "--futures", "100", "--points", "60", "--seed", String(seed)];
  const clients = [1, 2].map((seed) => started([...wanted(seed), "--on", address, "--shard", "1"]));
  await until(async () => {
    const there = await query<{ n: number }>("SELECT count(*)::int AS n FROM QUEUE.job").catch(() => []);
    return there[0]?.n === 8;
  }, "both are in the queue");
  const [one, both] = [
    worker(address, "--until-done"),
    started(["worker", ...quick, "--until-done"], { DEMARCHE_DATABASE: address }),
  ];
  const ends = await Promise.all(clients.map(({ ended }) => ended));
  expect(await Promise.all([one.ended, both.ended])).toMatchObject([{ code: 0 }, { code: 0 }]);
  for (const [k, { code, out }] of ends.entries()) {
    expect(code).toBe(0);
    expect(out).toBe(demarche(wanted(k + 1)).out);
  }
  const order = await query<{ sweep: string }>("SELECT sweep FROM SWEEPS.result ORDER BY landed");
  expect(new Set(order.slice(0, 4).map(({ sweep }) => sweep)).size).toBe(2);
});

test("a client that is killed is called again and goes on; nothing that has landed is computed twice", async () => {
  const { address, query, landed } = place();
  const wanted = ["sweep", flagship, "--futures", "100", "--points", "100", "--seed", "3"];
  const args = [...wanted, "--on", address, "--shard", "1"];
  const first = started(args);
  const early = worker(address);
  await until(async () => (await landed().catch(() => 0)) >= 2, "two shards have landed");
  first.child.kill("SIGKILL");
  early.child.kill("SIGTERM");
  expect(await early.ended).toMatchObject({ code: 0, err: expect.stringMatching(/Done: \d+ landed\.\n$/) });
  const before = await query("SELECT * FROM SWEEPS.result ORDER BY shard");
  expect(before.length).toBeGreaterThan(1);
  const again = started(args);
  const late = worker(address, "--until-done");
  const { code, out } = await again.ended;
  expect({ code, out }).toEqual({ code: 0, out: demarche(wanted).out });
  expect((await late.ended).err).toContain(`Done: ${7 - before.length} landed.`);
  expect(
    (await query("SELECT * FROM SWEEPS.result ORDER BY shard")).filter((row) =>
      before.some((one) => one["shard"] === row["shard"]),
    ),
  ).toEqual(before);
});

test("a shard that always fails is dead with its reason, seen from anywhere, and tried again when the command is", async () => {
  const { address, query } = place();
  const args = ["sweep", flagship, "--futures", "100", "--points", "60", "--on", address, "--shard", "1"];
  const id = demarche([...args, "--tries", "2", "--detach"]).out.trim();
  await query(`CREATE FUNCTION SWEEPS.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.shard = 1 THEN RAISE EXCEPTION 'nobody wants\x1b[31m shard 1'; END IF; RETURN NEW; END $$`);
  await query("CREATE TRIGGER refuse BEFORE INSERT ON SWEEPS.result FOR EACH ROW EXECUTE FUNCTION SWEEPS.refuse()");
  const client = started([...args, "--tries", "2"]);
  const helping = worker(address);
  const { code, err } = await client.ended;
  expect(code).toBe(3);
  expect(err).toContain("1 shard of sweep");
  expect(err).toContain("shard 1: nobody wants\\u{1B}[31m shard 1");
  expect(err).toContain("1,600 of 6,100 futures were run. What landed is kept on the server");
  expect(helping.said()).toContain("nobody wants\\u{1B}[31m shard 1");
  const { out } = demarche(["sweep", "--on", address, "--status", id.slice(0, 8), "--json"]);
  const schema = JSON.parse(readFileSync("schema/sweep-status.schema.json", "utf8"));
  const valid = new Ajv({ strict: false }).compile(schema);
  expect([valid(JSON.parse(out)), valid({ ...JSON.parse(out), more: 1 })]).toEqual([true, false]);
  expect(JSON.parse(out)).toMatchObject({
    workers: 1,
    sweeps: [{ id, shards: 4, landed: 3, waiting: 0, active: 0, dead: [{ shard: 1 }] }],
  });
  await query("DROP TRIGGER refuse ON SWEEPS.result");
  expect((await started(args).ended).code).toBe(0);
  helping.child.kill("SIGINT");
  expect((await helping.ended).code).toBe(0);
});

test("hostile jobs, a forged order and forged rows are each refused with a reason, and harm nothing", async () => {
  const { address, query } = place();
  const args = ["sweep", flagship, "--futures", "100", "--points", "20", "--on", address, "--tries", "1"];
  const id = demarche([...args, "--detach"]).out.trim();
  const forged = demarche([...args, "--seed", "9", "--detach"]).out.trim();
  await query(`UPDATE SWEEPS.sweep SET ordered = replace(ordered, '"seed":9', '"seed":10') WHERE id = '${forged}'`);
  const hostile = [
    `{"sweep": "${id}", "shard": 99}`,
    `{"sweep": "${id}", "shard": -1}`,
    `{"sweep": "${id}", "shard": 0, "__proto__": {"run": "rm"}}`,
    `{"sweep": "'; DROP SCHEMA public; --", "shard": 0}`,
    `{"sweep": "${"f".repeat(64)}", "shard": 0}`,
    `{"sweep": {"constructor": 1}, "shard": "\\u001b[2J"}`,
    `${"[".repeat(2000)}${"]".repeat(2000)}`,
    "null",
  ];
  for (const data of hostile) {
    await query(
      `INSERT INTO QUEUE.job (name, data, retry_limit) SELECT name, '${data.replaceAll("'", "''")}', 1000000 FROM QUEUE.queue WHERE name LIKE 'sweep-%'`,
    );
  }
  const { code, err } = await worker(address, "--until-done").ended;
  expect(code).toBe(0);
  expect(err.match(/was put aside/g)).toHaveLength(hostile.length);
  expect(err).toContain("Done: 1 landed, 1 failed, 8 put aside.");
  expect(err).not.toContain("\u001b");
  const told = JSON.parse(demarche(["sweep", "--on", address, "--status", "--json"]).out).sweeps;
  const reasons = new Map(told.map((one: { id: string; dead: { reason: string }[] }) => [one.id, one.dead[0]?.reason]));
  expect(reasons.get(forged)).toContain("its digest is another");
  expect(reasons.get(id)).toBeUndefined();
  await query(`UPDATE SWEEPS.result SET rows = substr(rows, 2) WHERE sweep = '${id}'`);
  expect(demarche(args)).toMatchObject({ code: 3, err: expect.stringContaining("they were changed on the server") });
  expect(demarche(["sweep", "--on", address, "--forget", id.slice(0, 12)]).code).toBe(0);
  const helping = worker(address);
  expect(demarche(args).code).toBe(0);
  helping.child.kill("SIGTERM");
});

test("a server that is killed and started again is waited for, by worker and client alike", async () => {
  const { address, landed } = place();
  const wanted = ["sweep", flagship, "--futures", "1000", "--points", "40", "--seed", "4"];
  const helping = worker(address);
  const client = started([...wanted, "--on", address, "--shard", "1", "--patience", "2s"]);
  await until(async () => (await landed().catch(() => 0)) >= 2, "two shards have landed");
  await server.kill();
  await until(
    () => helping.said().includes("can't be reached") && client.said().includes("can't be reached"),
    "both say it",
  );
  await server.start();
  const { code, out } = await client.ended;
  expect({ code, out }).toEqual({ code: 0, out: demarche(wanted).out });
  helping.child.kill("SIGTERM");
  expect(await helping.ended).toMatchObject({ code: 0, err: expect.stringContaining("is back") });
});

test("an address that can't be used is refused with a reason, and no password is ever shown", async () => {
  const { address, query } = place();
  const wrong = address.replace(/:[^:@]*@/, ":not-the-word@");
  expect(demarche(["worker"])).toMatchObject({ code: 2, err: expect.stringContaining("DEMARCHE_DATABASE") });
  for (const [on, why] of [
    ["crisis.yaml", "can't be read. Expected: postgres://"],
    ["https://me:s3cret-word@example.org", "can't be used. Expected: postgres://"],
    [`${address}x"; DROP`, "small letters, digits and _"],
    [wrong, "password authentication failed"],
    [address.replace(/:\d+\//, ":1/"), "ECONNREFUSED"],
  ] as const) {
    const ran = demarche(["sweep", flagship, "--on", on]);
    everything.push(Promise.resolve(ran));
    expect(ran).toMatchObject({ code: 2, out: "", err: expect.stringContaining(why) });
  }
  expect(demarche(["sweep", "--on", address, "--status"]).out).toContain("no sweep, 0 workers heard of lately");
  expect(demarche(["sweep", "--on", address, "--status", "abc"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("There is no sweep abc"),
  });
  await query("UPDATE SWEEPS.format SET form = 99");
  expect(demarche(["worker", "--on", address])).toMatchObject({
    code: 2,
    err: expect.stringContaining("a later release of demarche: their form is 99"),
  });
  const said = (await Promise.all(everything)).map(({ out, err }) => out + err).join("");
  expect(said).not.toMatch(/s3cret-word|not-the-word/);
});
