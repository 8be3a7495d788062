/** The program while it runs: several at once, sent signals, and asked afterwards what they said. */
import { type ChildProcess, spawn } from "node:child_process";
import { clean, main, type Ran } from "./cli.ts";

/** A program that was started. */
export interface Running {
  readonly child: ChildProcess;
  /** What it has said to people so far. */
  readonly said: () => string;
  /** What it left behind, once it has ended. */
  readonly ended: Promise<Ran>;
}

/** Starts `demarche` with arguments, and goes on. */
export function running(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...clean(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const ended = new Promise<Ran>((resolve) => child.on("close", (code) => resolve({ code, out, err })));
  return { child, said: () => err, ended };
}

/** Waits until something is so; looks many times a second. */
export async function until(so: () => boolean | Promise<boolean>, what: string, seconds = 600): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await so())) {
    if (performance.now() > end) throw new Error(`It never came to pass: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
