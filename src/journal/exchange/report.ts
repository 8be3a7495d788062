/** What came of an import. */
import { JournalError } from "../errors.ts";

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

/** So many faults are told of. */
export const MOST_FAULTS = 20;

/** Thrown for an import that is wrong. Nothing was changed. */
export class ImportError extends JournalError {
  readonly faults: readonly ImportFault[];

  constructor(what: "line" | "item", faults: readonly ImportFault[]) {
    const told = faults.slice(0, MOST_FAULTS).map(({ line, problem }) => `${what} ${line}: ${problem}.`);
    super("unreadable", `${told.join("\n")}\nNothing was imported.`);
    this.faults = faults;
  }
}
