/** The terminal as commands see it: where data and messages go, how wide it is, whether it has colours. */
import { fstatSync } from "node:fs";
import type { Palette } from "../render/index.ts";
import { processMask } from "./secrets.ts";

/** Where a command reads and writes. */
export interface Io {
  /** Writes data: to standard output. */
  readonly write: (text: string) => void;
  /** Says something to a person: to standard error. */
  readonly say: (text: string) => void;
  /** Whether standard output is a terminal. */
  readonly terminal: boolean;
  /** Current columns of the terminal; 80 if there is none. */
  readonly columns: number;
  readonly palettes: () => Promise<{ readonly out: Palette; readonly err: Palette }>;
}

const DEFAULT_COLUMNS = 80;

/**
 * The process's own terminal. Passwords that the process was given are masked here, since commands, commander and the
 * system repeat the command line in too many places to mask it in each. A journal's export does not come through here:
 * it is what the journal holds, to the byte.
 */
export function processIo(): Io {
  const mask = processMask();
  return {
    write: (text) => void process.stdout.write(`${mask(text)}\n`),
    say: (text) => void process.stderr.write(`${mask(text)}\n`),
    terminal: process.stdout.isTTY === true,
    get columns() {
      return currentColumns();
    },
    palettes: async () => {
      const { ansiPalette, plainPalette } = await import("../render/index.ts");
      const pick = (stream: { isTTY?: boolean }) => (hasColours(stream, process.env) ? ansiPalette : plainPalette);
      return { out: pick(process.stdout), err: pick(process.stderr) };
    },
  };
}

/** With a pager, standard output is a pipe; the pager shows it on the terminal that standard error still is. */
function currentColumns(): number {
  const { stdout, stderr } = process;
  return stdout.columns ?? (isPipe(1) ? stderr.columns : undefined) ?? DEFAULT_COLUMNS;
}

function isPipe(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFIFO();
  } catch {
    return false;
  }
}

/** NO_COLOR forbids colours and FORCE_COLOR demands them; otherwise they depend on the terminal. */
function hasColours(stream: { isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
