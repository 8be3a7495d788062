/** The package as it is published: packed and installed once for all test files of a run, since both take long. */
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { once } from "./once.ts";

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
  symlinkSync(join(installed, "node_modules"), join(user, "node_modules"));
  return user;
}

async function npm(cwd: string, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)("npm", args, { cwd, maxBuffer: 2 ** 26 });
}
