/** Forking: a stream that shares the beginning of another and goes on by itself. */
import { Problem } from "../problem/index.ts";
import type { JournalEntry } from "./entry.ts";
import type { Appended, Journal } from "./port.ts";

/** Where a stream branches. */
export interface ForkOptions {
  /** Number of entries that are shared with the parent; all of them by default. */
  readonly version?: number | undefined;
  /** What it begins with after that; nothing by default. */
  readonly entries?: readonly JournalEntry[] | undefined;
}

/**
 * Begins a stream that shares another's beginning: a pointer, nothing is copied. The parent is never changed by it, and
 * what is appended to the parent later does not reach it.
 *
 * @throws Problem when the parent has no such version; ConflictError when the name is taken
 */
export async function forkStream(
  journal: Journal,
  parent: string,
  name: string,
  { version, entries = [] }: ForkOptions = {},
): Promise<Appended> {
  return journal.observe("fork", { journal: journal.name, stream: name }, async () => {
    const shared = version ?? (await journal.store.versionOf(parent));
    const last = await journal.store.at(parent, shared);
    if (last === undefined) {
      throw new Problem("unknown-stream", `${parent} has no version ${shared} to branch from.`);
    }
    const entry = { kind: "fork", id: `fork:${name}`, parent, version: shared, digest: last.hash } as const;
    return journal.append(name, [entry, ...entries], { expected: "none" });
  });
}
