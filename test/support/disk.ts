/** Disks that are full, and folders that may only be read. */
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, statSync, truncateSync, writeSync } from "node:fs";
import { onTestFinished } from "vitest";

/** Mounts a small disk for one test. Where that can't be done the test is skipped and counted, but not in CI. */
export function mounted(disk: string, skip: (condition: boolean, note: string) => void, size: string): string {
  mkdirSync(disk, { recursive: true });
  const done = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk]);
  skip(done.status !== 0 && process.env["CI"] === undefined, "no disk can be mounted here");
  if (done.status !== 0) throw new Error(`No disk can be mounted: ${done.stderr}`);
  onTestFinished(() => {
    execFileSync("umount", ["--lazy", disk]);
  });
  return disk;
}

/** Fills a disk up, but for so many bytes, with a file called `filler`. */
export function fill(disk: string, free = 0): void {
  const file = openSync(`${disk}/filler`, "w");
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    closeSync(file);
  }
  truncateSync(`${disk}/filler`, statSync(`${disk}/filler`).size - free);
}

/** To root nothing is read-only: who runs a command where that matters. */
export const nobody: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
