/** The package as it is published: packed and installed once for all test files of a run, since both take long. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

// All test files of a run are children of one process.
const folder = join(tmpdir(), `demarche-packed-${process.ppid}`);
const quiet = ["--no-audit", "--no-fund", "--prefer-offline"];
/** A project with nothing in it yet. */
const project = JSON.stringify({ name: "user", private: true, type: "module" });

/** The path of the package's tarball. */
export function packed(): Promise<string> {
  return once("packed", async (place) => {
    await npm(resolve("."), "pack", "--pack-destination", place);
    return join(place, readdirSync(place).find((name) => name.endsWith(".tgz")) ?? "nothing was packed");
  });
}

/** A new folder, of a project with nothing in it but the installed package. */
export async function userFolder(): Promise<string> {
  const installed = await once("installed", async (place) => {
    writeFileSync(join(place, "package.json"), project);
    await npm(place, "install", ...quiet, await packed());
    return place;
  });
  const user = mkdtempSync(join(tmpdir(), "demarche-user-"));
  writeFileSync(join(user, "package.json"), readFileSync(join(installed, "package.json")));
  await symlink(join(installed, "node_modules"), join(user, "node_modules"));
  return user;
}

async function npm(cwd: string, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)("npm", args, { cwd, maxBuffer: 2 ** 26 });
}

/** Does something once for all test files of a run: the first who asks does it in a folder for that, the others wait. */
async function once(name: string, work: (place: string) => Promise<string>): Promise<string> {
  const place = join(folder, name);
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

function first(place: string): boolean {
  mkdirSync(folder, { recursive: true });
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
