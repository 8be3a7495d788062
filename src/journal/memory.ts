/** A journal in memory: for tests, notebooks and browsers. It is gone when the program ends. */
import { nth, Problem } from "../problem/index.ts";
import { createJournal, type JournalOptions } from "./journal.ts";
import type { Journal } from "./port.ts";
import { checkSeal, GENESIS, type StoredRecord } from "./record.ts";
import { isSelected } from "./selection.ts";
import { type Head, type Lookup, queue, type Store } from "./store.ts";

/**
 * A journal in memory.
 *
 * @example
 * ```ts
 * import { event } from "demarche";
 * import { memoryJournal } from "demarche/journal";
 * const journal = memoryJournal();
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const { positions } = await journal.append("crisis", [strike], { expected: "none" });
 * positions; // => [1]
 * ```
 */
export function memoryJournal(options: JournalOptions = {}): Journal {
  return createJournal(memoryStore(), options);
}

/** A store in memory. */
export function memoryStore(): Store {
  const rows: StoredRecord[] = [];
  const streams = new Map<string, StoredRecord[]>();
  const ids = new Map<string, StoredRecord>();
  const watchers = new Set<() => void>();
  const cache = new Map<string, { position: number; body: string }[]>();

  const inTurn = queue();

  let isClosed = false;
  const needOpen = (): void => {
    if (isClosed) throw new Problem("closed", "The journal was closed.");
  };

  const lookup: Lookup = {
    head: async () => {
      needOpen();
      return headOf(rows.at(-1));
    },
    versionOf: async (stream) => {
      needOpen();
      return streams.get(stream)?.length ?? 0;
    },
    at: async (stream, version) => streams.get(stream)?.[version - 1],
  };

  function insert(added: readonly StoredRecord[]): void {
    for (const row of added) {
      rows.push(row);
      ids.set(`${row.stream} ${row.id}`, row);
      const own = streams.get(row.stream);
      if (own === undefined) streams.set(row.stream, [row]);
      else own.push(row);
    }
    for (const wake of watchers) wake();
  }

  return {
    name: "memory",
    ...lookup,
    transact: (work) =>
      inTurn(async () => {
        needOpen();
        const added: StoredRecord[] = [];
        const result = await work({
          ...lookup,
          at: async (stream, version) =>
            (await lookup.at(stream, version)) ?? added.find((row) => row.stream === stream && row.version === version),
          known: async (segments, wanted) =>
            segments.flatMap(({ stream, upTo }) =>
              wanted.flatMap((id) => {
                const row = ids.get(`${stream} ${id}`);
                return row !== undefined && row.version <= upTo ? [row] : [];
              }),
            ),
          insert: async (more) => {
            added.push(...more);
          },
        });
        insert(added);
        return result;
      }),
    page: async (selection, size) => {
      needOpen();
      const { after = 0, upTo = rows.length } = selection;
      const found: StoredRecord[] = [];
      for (let k = after; k < Math.min(upTo, rows.length) && found.length < size; k += 1) {
        const row = rows[k];
        if (row !== undefined && isSelected(row, selection)) found.push(row);
      }
      return found;
    },
    streams: async () => {
      needOpen();
      return [...streams].map(([stream, own]) => {
        const [begun, recordedAt] = [nth(own, 0).recordedAt, nth(own, own.length - 1).recordedAt];
        return { stream, version: own.length, begun, recordedAt };
      });
    },
    watch: (wake) => {
      watchers.add(wake);
      return () => watchers.delete(wake);
    },
    snapshots: {
      latest: async (kind, upTo) => cache.get(kind)?.findLast(({ position }) => position <= upTo),
      put: async (kind, position, body) => {
        const others = (cache.get(kind) ?? []).filter((one) => one.position !== position);
        cache.set(
          kind,
          [...others, { position, body }].sort((one, other) => one.position - other.position),
        );
      },
      clear: async () => cache.clear(),
    },
    close: async () => {
      isClosed = true;
    },
  };
}

/**
 * Where a journal ends that ends with this record.
 *
 * @throws Problem `corrupt` when it is not what its hash says: nothing may come after it
 */
export function headOf(last: StoredRecord | undefined): Head {
  if (last === undefined) return { position: 0, hash: GENESIS, recordedAt: "" };
  checkSeal(last);
  return { position: last.position, hash: last.hash, recordedAt: last.recordedAt };
}
