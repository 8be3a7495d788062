/** Opening a journal, wherever it is kept. */
import { type FoundFile, foundIn } from "../../crisis/index.ts";
import type { Journal } from "../../journal/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { badOption } from "../command.ts";
import { withoutWarnings } from "../without-warnings.ts";
import { type JournalAddress, journalAddress } from "./address.ts";

/** The address of a journal. @throws Problem for any other name */
export function addressIn(name: string | undefined): JournalAddress {
  if (name === undefined) throw badOption("Which journal? A file such as case.db, or postgres://….");
  const address = journalAddress(name);
  if (address !== undefined) return address;
  throw new Problem(
    "not-a-journal",
    `${visibleLine(name)} is no journal: expected a file that ends in .db, or an address that begins with postgres://.`,
  );
}

/** Opens a journal, and makes it first if asked to. */
async function openJournal(address: JournalAddress, { create = false, readOnly = false } = {}): Promise<Journal> {
  if (address.server) return (await import("../../server/index.ts")).postgresJournal(address.where, { create });
  const { sqliteJournal } = await import("../../journal/sqlite.ts");
  return withoutWarnings(() => sqliteJournal(address.where, { create, readOnly }));
}

/** Works with a journal, and closes it in any case. */
export async function withJournal<Result>(
  address: JournalAddress,
  work: (journal: Journal) => Promise<Result>,
  options: { readonly create?: boolean; readonly readOnly?: boolean } = {},
): Promise<Result> {
  const journal = await openJournal(address, options);
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}

/** The scenario in a journal, so that every command takes a journal in place of a file. */
export async function journalInput(address: JournalAddress): Promise<FoundFile> {
  return withJournal(address, (journal) => foundIn(journal, address), { readOnly: !address.server });
}
