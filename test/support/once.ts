/** What takes long and is the same for all test files of a run: the first who asks makes it, the others wait. */
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Where a run keeps it: named by `setup`; a process that is no part of a run has its own. */
const VARIABLE = "DEMARCHE_RUN_FOLDER";

/** Before all tests, in the process that starts the others. @returns what ends it */
export default function setup(): () => void {
  if (Number.parseInt(process.versions.node, 10) < 22)
    throw new Error("The tests run on the Node that npm ci brought: start them by npm test or npx vitest.");
  const folder = runFolder();
  process.env[VARIABLE] = folder;
  return () => {
    ended(folder);
    // A hunt has one run after another in this process, each with a folder of its own.
    delete process.env[VARIABLE];
    own = undefined;
  };
}

/** Ends what was started for all, by the numbers of processes that lie beside it, and throws away what was made. */
function ended(folder: string): void {
  for (const file of globSync(join(folder, "*.pid"))) {
    try {
      process.kill(Number(readFileSync(file, "utf8")), "SIGQUIT");
    } catch {
      // It has ended by itself.
    }
  }
  // What ends has its last files there for a moment.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

let own: string | undefined;

function runFolder(): string {
  const given = process.env[VARIABLE] ?? own;
  if (given !== undefined) return given;
  own = mkdtempSync(join(tmpdir(), "demarche-run-"));
  // Another user, who may write less, starts the program that lies there.
  chmodSync(own, 0o755);
  const folder = own;
  process.once("exit", () => ended(folder));
  return folder;
}

/**
 * Does something once.
 *
 * @param work is given a new folder, and gives what all are told
 */
export async function once(name: string, work: (place: string) => Promise<string>): Promise<string> {
  const place = join(runFolder(), name);
  const [done, failed] = [`${place}.done`, `${place}.failed`];
  if (first(place)) {
    try {
      put(done, await work(place));
    } catch (error) {
      put(failed, String(error));
    }
  }
  while (!existsSync(done) && !existsSync(failed)) await wait(100);
  if (existsSync(failed)) throw new Error(readFileSync(failed, "utf8"));
  return readFileSync(done, "utf8");
}

/** Does something once, for who can't wait otherwise than by standing still. @returns the folder that it is given */
export function onceAtHand(name: string, work: (place: string) => void): string {
  const place = join(runFolder(), name);
  const done = `${place}.done`;
  if (first(place)) {
    work(place);
    put(done, "");
  }
  const still = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; !existsSync(done); waited += 1) {
    if (waited > 6000) throw new Error(`${name} was not made within ten minutes.`);
    Atomics.wait(still, 0, 0, 100);
  }
  return place;
}

function first(place: string): boolean {
  try {
    mkdirSync(place);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Writes a file so that who sees it sees all of it. */
function put(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
