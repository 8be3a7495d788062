/** Checks streams after an import: collects the rows of each stream, and checks each stream as a whole at the end. */
import { nth } from "../../problem/index.ts";
import type { ForkEntry, JournalEntry } from "../entry.ts";
import { recordIn, type StoredRecord } from "../record.ts";
import { distinctFaults, type ImportFault, type ImportOptions } from "./report.ts";

/** The rows of an import by stream. An import begins with its head, so a row is on the line after its position. */
export interface StreamCheck {
  readonly add: (row: StoredRecord) => void;
  /** What is wrong with streams that gained rows, given how many records the journal held before. */
  readonly faults: (there: number) => readonly ImportFault[];
}

/** Collects rows for the check of an import; collects none if there is no check. */
export function startStreamCheck({ check }: ImportOptions): StreamCheck {
  if (check === undefined) return { add: () => undefined, faults: () => [] };
  const streams = new Map<string, StoredRecord[]>();

  /** A stream's rows, after those that it shares with the streams it branched from, as far as they were imported. */
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
      distinctFaults(
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
