/** Lines: a stream with what it shares of the stream that it branched from, and so on back to the first. */
import { Problem } from "../problem/index.ts";
import type { ForkEntry } from "./entry.ts";
import { recordIn, type StoredRecord } from "./record.ts";
import { ALL, type Segment } from "./store.ts";

export type Find = (stream: string, version: number) => Promise<StoredRecord | undefined>;

/**
 * The beginnings of streams that make up a line, first to last. Each comes wholly before the next.
 *
 * @param upTo how many of the stream's own entries belong to it; all by default
 * @throws Problem `corrupt` when a fork does not share what it says it shares
 */
export async function segmentsOf(find: Find, stream: string, upTo = ALL): Promise<readonly Segment[]> {
  const own = { stream, upTo };
  const first = await find(stream, 1);
  if (first?.kind !== "fork") return [own];
  const { entry } = recordIn(first);
  if (entry.kind !== "fork") return [own];
  return [...(await sharedBy(find, entry)), own];
}

/** What a fork shares. Its parent is older than itself, so this comes to an end. */
export async function sharedBy(find: Find, { parent, version, digest, id }: ForkEntry): Promise<readonly Segment[]> {
  const last = await find(parent, version);
  if (last === undefined) {
    throw new Problem("unknown-stream", `${id}: ${parent} has no version ${version} to branch from.`);
  }
  if (last.hash !== digest) {
    throw new Problem("corrupt", `${id}: version ${version} of ${parent} is not what it was when it was forked.`);
  }
  return segmentsOf(find, parent, version);
}
