/**
 * The program as its users meet it: arguments in; streams and an exit code out. A test file has one process that runs it
 * again and again, since starting it takes longer than most of its runs. Where the process itself is the subject (how it
 * starts, its real streams, what Node is told), each run has a process of its own. With DEMARCHE_COLD=1 all have.
 */
import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onceAtHand } from "./once.ts";
import { asked } from "./warm/ask.ts";

/** What a run of the program left behind. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Where the sources of the program begin. */
export const source: string = resolve("src/cli/main.ts");
/** What is started: the program bundled once for all test files of a run; from its sources with DEMARCHE_SOURCE=1. */
export const main: string = process.env["DEMARCHE_SOURCE"] === "1" ? source : bundled();

function bundled(): string {
  const place = onceAtHand("program", (into) => {
    execFileSync(process.execPath, ["--no-warnings", join(import.meta.dirname, "build-program.ts"), into]);
  });
  return join(place, "program/cli/main.js");
}

export const flagship = "scenarios/iran-pakistan-2024.yaml";

/** Runs `demarche` with arguments, in the warm process of this test file. */
export function demarche(args: readonly string[], surroundings: Surroundings = {}): Ran {
  if (process.env["DEMARCHE_COLD"] === "1") return demarcheAnew(args, surroundings);
  const { input = "", cwd = process.cwd(), env = {} } = surroundings;
  return asked({ argv: [main, ...args], input, cwd: resolve(cwd), env: { ...clean(), ...env } });
}

/** Runs `demarche` with arguments, in a process that is started for it. */
export function demarcheAnew(args: readonly string[], { input = "", cwd, env = {} }: Surroundings = {}): Ran {
  const ran: SpawnSyncReturns<string> = spawnSync(process.execPath, [main, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 512 * 1024 * 1024,
    env: { ...clean(), ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

/** The environment without what would decide about colours or debugging. */
export function clean(): Record<string, string> {
  const without = new Set(["NO_COLOR", "FORCE_COLOR", "DEBUG", "NODE_OPTIONS", "CI", "NODE_V8_COVERAGE"]);
  const kept = Object.entries(process.env).flatMap(([key, value]) =>
    value === undefined || without.has(key) ? [] : [[key, value] as const],
  );
  // What is compiled of a bundle that goes with the run goes with it too.
  return {
    ...Object.fromEntries(kept),
    ...(main === source ? {} : { NODE_COMPILE_CACHE: join(main, "../../compiled") }),
  };
}

/** A folder of its own for a test's files. */
export function folder(): string {
  return mkdtempSync(join(tmpdir(), "demarche-cli-"));
}

/** An output without white space: a command in it may be wrapped, and a path that is longer than a line broken. */
export function bare(output: string): string {
  return output.replace(/\s/g, "");
}

/** Writes a file into a new folder and gives its path. */
export function fileWith(content: string | Uint8Array, name = "short-crisis.yaml"): string {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

/** The short crisis of the fixtures with something in it changed. */
export function crisisWith(change: (text: string) => string): string {
  const text = readFileSync("test/fixtures/short-crisis.yaml", "utf8");
  const changed = change(text);
  if (changed === text) throw new Error("The change changed nothing.");
  return changed;
}
