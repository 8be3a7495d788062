/** What imported lines would make of each stream, kept until its end is reached, to be checked as a whole. */
import { nth } from "../../problem/index.ts";
import type { ForkEntry, JournalEntry } from "../entry.ts";
import { recordIn, type StoredRecord } from "../record.ts";
import { distinct, type ImportFault, type ImportOptions } from "./report.ts";

/** Rows of an import by their stream. The import begins with the head, so a row stands on the line after its position. */
export interface Grown {
  readonly add: (row: StoredRecord) => void;
  /** What is wrong with the lines that are added to, given how many records are there already. */
  readonly faults: (there: number) => readonly ImportFault[];
}

/** Keeps rows for a check; keeps none where there is no check. */
export function grownBy({ check }: ImportOptions): Grown {
  if (check === undefined) return { add: () => undefined, faults: () => [] };
  const streams = new Map<string, StoredRecord[]>();

  /** A stream with what it shares, as far as that is here. */
  function lineOf(stream: string): readonly StoredRecord[] {
    const parts = [streams.get(stream) ?? []];
    for (let fork = forkIn(parts[0]?.[0]); fork !== undefined; fork = forkIn(parts.at(-1)?.[0])) {
      parts.push((streams.get(fork.parent) ?? []).slice(0, fork.version));
    }
    return parts.reverse().flat();
  }

  return {
    add: (row) => {
      const own = streams.get(row.stream) ?? [];
      own.push(row);
      streams.set(row.stream, own);
    },
    faults: (there) =>
      distinct(
        [...streams].flatMap(([stream, own]) => {
          if (nth(own, own.length - 1).position <= there) return [];
          const line = lineOf(stream);
          if (!line.some(({ kind }) => kind === "frame")) return [];
          const fresh = line.filter(({ position }) => position > there);
          const records = line.slice(0, line.length - fresh.length).map(recordIn);
          const entries = fresh.map((row): JournalEntry => recordIn(row).entry);
          return check({ stream, records, entries }).map(({ entry, problem }) => ({
            line: nth(fresh, entry).position + 1,
            problem,
          }));
        }),
      ),
  };
}

function forkIn(row: StoredRecord | undefined): ForkEntry | undefined {
  if (row?.kind !== "fork") return undefined;
  const { entry } = recordIn(row);
  return entry.kind === "fork" ? entry : undefined;
}
