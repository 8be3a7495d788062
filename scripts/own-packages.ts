/** Packages that one script alone needs: a folder with its own lock file, filled when the script is first run. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

/** Installs what the lock file of a folder says, unless that has been done, and gives the path of its `node_modules`. */
export function ownPackages(folder: string): string {
  const packages = resolve(folder, "node_modules");
  const done = join(packages, ".package-lock.json");
  const lock = join(folder, "package-lock.json");
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return packages;
  console.error(`Installing what only ${folder} needs ...`);
  const { status } = spawnSync("npm", ["ci", "--loglevel=error", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error(`The packages of ${folder} can't be installed: npm ci ended with ${status}.`);
  return packages;
}
