/** The package as it is published: packed once for all test files of a run, since packing builds `dist` anew. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

// All test files of a run are children of one process.
const folder = join(tmpdir(), `demarche-packed-${process.ppid}`);
const done = join(folder, "done");
const failed = join(folder, "failed");

/** The path of the package's tarball. The first who asks makes it, the others wait. */
export async function packed(): Promise<string> {
  if (first()) {
    try {
      await promisify(execFile)("npm", ["pack", "--pack-destination", folder], {
        cwd: resolve("."),
        maxBuffer: 2 ** 26,
      });
      put(done, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "nothing was packed");
    } catch (error) {
      put(failed, String(error));
    }
  }
  while (!existsSync(done) && !existsSync(failed)) await wait(100);
  if (existsSync(failed)) throw new Error(readFileSync(failed, "utf8"));
  return join(folder, readFileSync(done, "utf8"));
}

function first(): boolean {
  try {
    mkdirSync(folder);
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
