/** The terminal as commands see it: where data and talk go, how wide it is, whether it has colours. */
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
  /** Columns of the terminal, as wide as it is by now; 80 where there is none. */
  readonly columns: number;
  readonly palettes: () => Promise<{ readonly out: Palette; readonly err: Palette }>;
}

const DEFAULT_COLUMNS = 80;

/**
 * The process's own terminal. What is written here shows no password that the process was given: here, since commands,
 * commander and the system repeat what was typed in too many places for each to think of it. A journal's export does
 * not come through here; it is what the journal holds, to the byte.
 */
export function processIo(): Io {
  const masked = processMask();
  return {
    write: (text) => void process.stdout.write(`${masked(text)}\n`),
    say: (text) => void process.stderr.write(`${masked(text)}\n`),
    terminal: process.stdout.isTTY === true,
    get columns() {
      return columnsNow();
    },
    palettes: async () => {
      const { ansiPalette, plainPalette } = await import("../render/index.ts");
      const pick = (stream: { isTTY?: boolean }) => (hasColours(stream, process.env) ? ansiPalette : plainPalette);
      return { out: pick(process.stdout), err: pick(process.stderr) };
    },
  };
}

/** A pager has standard output for a pipe, and shows it on the terminal that standard error still is. */
function columnsNow(): number {
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

/** NO_COLOR forbids colours, FORCE_COLOR demands them, else a terminal that can show them has them. */
function hasColours(stream: { isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
