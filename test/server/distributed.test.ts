// @module-tag long
/** Sweeps beyond one machine, with a real server: workers that are killed and stopped, clients that come back, hostile jobs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bare, demarche, flagship, folder, type Ran } from "../support/cli.ts";
import { enduring, ofAll } from "../support/enduring.ts";
import { type Server, startServer } from "../support/postgres.ts";
import { type Running, running, until } from "../support/running.ts";

/** What is waited for here is waited for briefly: workers look often, and a silent one is given up soon. */
const quick = ["--poll", "0.1s"];

let server: Server;
let pool: pg.Pool;
const everything: Promise<Ran>[] = [];

beforeAll(async () => {
  server = await startServer();
  pool = new pg.Pool({ connectionString: server.address().replace(/\?.*/, "") });
  // Its connections end with the server.
  pool.on("error", () => undefined);
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

/** An empty place on the server, and how to look into it beside the program. */
function place() {
  const address = server.address();
  const schema = new URL(address).searchParams.get("schema") ?? "";
  const query = async <Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]> => {
    const { rows } = await pool.query<Row>(
      text.replaceAll("SWEEPS", `${schema}_sweeps`).replaceAll("QUEUE", `${schema}_queue`),
    );
    return rows;
  };
  const landed = async (): Promise<number> => {
    const rows = await query<{ count: number }>("SELECT count(*)::int AS count FROM SWEEPS.result");
    return rows[0]?.count ?? 0;
  };
  /** Has every insertion of a shard run a statement of PL/pgSQL first. */
  const beforeLanding = (statement: string): Promise<unknown> =>
    query(`CREATE FUNCTION SWEEPS.look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${statement}; RETURN NEW; END $$;
      CREATE TRIGGER look BEFORE INSERT ON SWEEPS.result FOR EACH ROW EXECUTE FUNCTION SWEEPS.look()`);
  return { address, query, landed, beforeLanding };
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

test("a worker, its client and the server are killed: called again, the result is the local one, byte for byte, and nothing that had landed is computed twice", async () => {
  const { address, query, beforeLanding } = place();
  const [here, there] = [join(folder(), "runs"), join(folder(), "runs")];
  const wanted = ["sweep", flagship, "--futures", ofAll("100", "10"), "--points", "100", "--seed", "3"];
  const args = [...wanted, "--out", there, "--on", address, "--shard", "1", "--patience", "2s"];
  // Seven shards; whoever lands the fourth is held. The gate is not logged: after a crash it is empty.
  const id = demarche([...wanted, "--on", address, "--shard", "1", "--patience", "2s", "--detach"]).out.trim();
  await query("CREATE UNLOGGED TABLE SWEEPS.gate AS SELECT 3 AS shard");
  await beforeLanding("IF NEW.shard = (SELECT shard FROM SWEEPS.gate) THEN PERFORM pg_sleep(10000); END IF");
  const sleeping = "FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
  const isHeld = async (): Promise<boolean> => (await query(`SELECT pid ${sleeping}`)).length > 0;
  const isOn = ({ said }: Running): boolean => said().includes(`Sweep ${id.slice(0, 12)} is on`);

  const [early, first] = [worker(address), started(args)];
  await until(async () => isOn(first) && (await isHeld()), "the fourth shard is being landed");
  for (const { child } of [early, first]) child.kill("SIGKILL");
  await Promise.all([early.ended, first.ended]);
  await query("UPDATE SWEEPS.gate SET shard = 6");
  await query(`SELECT pg_terminate_backend(pid) ${sleeping}`);
  await until(async () => !(await isHeld()), "nobody lands the fourth shard");
  const before = await query("SELECT * FROM SWEEPS.result ORDER BY shard");
  expect(before).toHaveLength(3);

  const [late, again] = [worker(address, "--until-done"), started(args)];
  await until(async () => isOn(again) && (await isHeld()), "the last shard is being landed");
  // What a worker landed a moment ago may be lost with the server, and is done again; here nothing shall be.
  await query("CHECKPOINT");
  await server.kill();
  const isLost = ({ said }: Running): boolean => said().includes("can't be reached");
  await until(() => isLost(late) && isLost(again), "both say that the server is away");
  await server.start();
  const [spread, straight] = [await again.ended, demarche([...wanted, "--out", here])];
  expect(spread.code).toBe(0);
  expect(table(there) === table(here)).toBe(true);
  expect(bare(spread.out).replaceAll(there, "OUT")).toBe(bare(straight.out).replaceAll(here, "OUT"));
  const { code, err } = await late.ended;
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/is back[\s\S]*Done: 4 landed\.\n$/) });
  expect((await query("SELECT * FROM SWEEPS.result ORDER BY shard")).slice(0, 3)).toEqual(before);
});

if (enduring) {
  test("two sweeps at once are each what they are alone, and neither waits until the other is whole", async () => {
    const { address, query } = place();
    const wanted = (seed: number) => ["sweep", flagship, "--futures", "100", "--points", "60", "--seed", String(seed)];
    const on = ["--on", address, "--shard", "1"];
    for (const seed of [1, 2]) expect(demarche([...wanted(seed), ...on, "--detach"]).code).toBe(0);
    const helping = started(["worker", ...quick, "--until-done"], { DEMARCHE_DATABASE: address });
    for (const seed of [1, 2]) {
      const { code, out } = demarche([...wanted(seed), ...on]);
      expect({ code, out }).toEqual({ code: 0, out: demarche(wanted(seed)).out });
    }
    expect(await helping.ended).toMatchObject({ code: 0 });
    const order = await query<{ sweep: string }>("SELECT sweep FROM SWEEPS.result ORDER BY landed");
    expect(new Set(order.slice(0, 4).map(({ sweep }) => sweep)).size).toBe(2);
  });

  test("of eight workers three are killed and one is stopped until all is over; the result is the local one, byte for byte", async () => {
    const { address, query, landed } = place();
    const [here, there] = [join(folder(), "runs"), join(folder(), "runs")];
    const wanted = ["sweep", flagship, "--futures", "1000", "--points", "120"];
    const workers = Array.from({ length: 8 }, () => worker(address));
    const local = started([...wanted, "--out", here]);
    await until(() => workers.every(({ said }) => said().includes("Working for")), "all workers are at work");
    const client = started([...wanted, "--out", there, "--on", address, "--shard", "5000", "--patience", "2s"]);
    const [stopped, ...others] = workers.toSorted(() => Math.random() - 0.5);
    await until(async () => (await landed()) >= 2, "two shards have landed");
    stopped?.child.kill("SIGSTOP");
    for (const [k, victim] of others.slice(0, 3).entries()) {
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
    expect(bare(spread.out).replaceAll(there, "OUT")).toBe(bare(straight.out).replaceAll(here, "OUT"));
    expect(ends.filter(({ code }) => code === null)).toHaveLength(3);
    expect(ends.filter(({ code }) => code === 0)).toHaveLength(5);
    expect(await query("SELECT shard FROM SWEEPS.result WHERE otherwise IS NOT NULL")).toEqual([]);
  });
}

test("a shard that always fails is dead with its reason, seen from anywhere, and tried again when the command is", async () => {
  const { address, query, beforeLanding } = place();
  const args = ["sweep", flagship, "--futures", "100", "--points", "60", "--on", address, "--shard", "1"];
  const id = demarche([...args, "--tries", "2", "--detach"]).out.trim();
  await beforeLanding("IF NEW.shard = 1 THEN RAISE EXCEPTION 'nobody wants\x1b[31m shard 1'; END IF");
  const helping = worker(address);
  const { code, err } = demarche([...args, "--tries", "2"]);
  expect(code).toBe(3);
  expect(err).toContain("1 shard of sweep");
  expect(err).toContain("shard 1: nobody wants\\u{1B}[31m shard 1");
  expect(err).toContain("1,600 of 6,100 futures were run. What landed is kept on the server");
  await until(() => helping.said().includes("nobody wants\\u{1B}[31m shard 1"), "the worker says so too");
  const { out } = demarche(["sweep", "--on", address, "--status", id.slice(0, 8), "--json"]);
  const schema = JSON.parse(readFileSync("schema/sweep-status.schema.json", "utf8"));
  const valid = new Ajv({ strict: false }).compile(schema);
  expect([valid(JSON.parse(out)), valid({ ...JSON.parse(out), more: 1 })]).toEqual([true, false]);
  expect(JSON.parse(out)).toMatchObject({
    workers: 1,
    sweeps: [{ id, shards: 4, landed: 3, waiting: 0, active: 0, dead: [{ shard: 1 }] }],
  });
  await query("DROP TRIGGER look ON SWEEPS.result");
  expect(demarche(args).code).toBe(0);
  helping.child.kill("SIGINT");
  expect((await helping.ended).code).toBe(0);
});

test("hostile jobs, a forged spec and forged rows are each refused with a reason, and harm nothing", async () => {
  const { address, query, landed } = place();
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
  const helping = worker(address);
  const isDone = async (): Promise<boolean> => helping.said().includes("failed:") && (await landed()) === 1;
  await until(
    async () => helping.said().split("was put aside").length > hostile.length && (await isDone()),
    "all is done or put aside",
  );
  const sweeps = JSON.parse(demarche(["sweep", "--on", address, "--status", "--json"]).out).sweeps;
  const reasons = new Map(
    sweeps.map((one: { id: string; dead: { reason: string }[] }) => [one.id, one.dead[0]?.reason]),
  );
  expect(reasons.get(forged)).toContain("its digest is another");
  expect(reasons.get(id)).toBeUndefined();
  await query(`UPDATE SWEEPS.result SET rows = substr(rows, 2) WHERE sweep = '${id}'`);
  expect(demarche(args)).toMatchObject({ code: 3, err: expect.stringContaining("they were changed on the server") });
  expect(demarche(["sweep", "--on", address, "--forget", id.slice(0, 12)]).code).toBe(0);
  expect(demarche(args).code).toBe(0);
  helping.child.kill("SIGTERM");
  const { code, err } = await helping.ended;
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining("Done: 2 landed, 1 failed, 8 put aside.") });
  expect(err).not.toContain("\u001b");
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
  const output = (await Promise.all(everything)).map(({ out, err }) => out + err).join("");
  expect(output).not.toMatch(/s3cret-word|not-the-word/);
});
