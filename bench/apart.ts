/** What is measured in a process of its own, and how much it holds there. */
import { spawnSync } from "node:child_process";

/** The number that a file of ours prints when it is run with these words, in a process that may collect its garbage. */
export function apart(file: string, ...words: readonly string[]): number {
  const args = ["--expose-gc", "--max-old-space-size=4096", file, ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${file} ${words.join(" ")}: ${stderr}`);
  return Number(stdout);
}

/** Bytes in use on the heap, once the garbage is collected. */
export function heap(): number {
  for (let k = 0; k < 4; k++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
