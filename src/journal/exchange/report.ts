/** What came of an import. */
import { Problem } from "../../problem/index.ts";
import type { JournalEntry } from "../entry.ts";
import type { JournalRecord } from "../record.ts";

/** A line that an import adds to. */
export interface ImportedLine {
  readonly stream: string;
  /** What it holds before, with what it shares of the stream that it branched from. */
  readonly records: readonly JournalRecord[];
  /** What the import adds to it. */
  readonly entries: readonly JournalEntry[];
}

/** What is wrong with a line as it would be, and by which of the entries that are added: its place among them. */
export interface LineFault {
  readonly entry: number;
  readonly problem: string;
}

/** How an import is judged. */
export interface ImportOptions {
  /** Looks at every line that would become another one, before anything is kept; what it finds is refused. */
  readonly check?: (line: ImportedLine) => readonly LineFault[];
}

/** What is wrong with an import, and where. */
export interface ImportFault {
  /** The line, or the item of a batch, counted from 1. */
  readonly line: number;
  readonly problem: string;
}

/** What was imported. */
export interface Imported {
  /** Records, or items of a batch. */
  readonly records: number;
  readonly added: number;
  /** Those that were there already. */
  readonly already: number;
}

/** Maximum number of faults reported. */
export const MAX_FAULTS = 20;

/** `unreadable`: an import is wrong, with every fault. Nothing was changed. */
export function importProblem(what: "line" | "item", faults: readonly ImportFault[]): Problem<readonly ImportFault[]> {
  const listed = faults
    .slice(0, MAX_FAULTS)
    .map(({ line, problem }) => `${what} ${line}: ${problem}${/[.?]$/.test(problem) ? "" : "."}`);
  return new Problem("unreadable", `${listed.join("\n")}\nNothing was imported.`, { data: faults });
}

/** Each fault once, in order: a line shares its faults with those that branch from it. */
export function distinctFaults(faults: readonly ImportFault[]): readonly ImportFault[] {
  const all = new Map(faults.map((fault) => [`${fault.line} ${fault.problem}`, fault]));
  return [...all.values()].sort((one, other) => one.line - other.line);
}
