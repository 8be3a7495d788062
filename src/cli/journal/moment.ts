/** Whether the moment of an address means anything: the journal held records of its line then. */
import { type Journal, lastPosition, type Query } from "../../journal/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import type { JournalAddress } from "./address.ts";

/**
 * Refuses a moment that a line has no records of.
 *
 * @param branch the line; every stream without it
 * @throws Problem when the journal ends before it, or the line begins after it
 */
export async function checkMoment(journal: Journal, address: Partial<JournalAddress>, branch?: string): Promise<void> {
  const { position, recordedAt } = address;
  if (position === undefined && recordedAt === undefined) return;
  const name = visibleLine(journal.name);
  const last = await lastPosition(journal.store);
  if (position !== undefined && position > last) {
    throw new Problem("no-such-moment", `@${position}: ${name} ends at position ${last}.`);
  }
  if ((await firstOf(journal, { branch, position, recordedAt })) !== undefined) return;
  const first = await firstOf(journal, { branch });
  if (first === undefined) return;
  const line = branch === undefined ? name : `${name}#${visibleLine(branch)}`;
  const time = first.recordedAt.slice(0, 16).replace("T", " ");
  throw new Problem(
    "no-such-moment",
    `@${visibleLine(`${position ?? recordedAt}`)}: nothing of ${line} had been recorded by then. Its first record is at position ${first.position}, of ${time} UTC.`,
  );
}

async function firstOf(journal: Journal, query: Query) {
  // What is wrong with a record is for whoever reads the line to say.
  for await (const record of journal.read(query, { onFault: () => undefined })) return record;
  return undefined;
}
