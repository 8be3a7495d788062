/** Opening a journal, wherever it is kept. */
import {
  type Facts,
  factsOf,
  type Journal,
  type JournalRecord,
  type Query,
  type ReadOptions,
} from "../../journal/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { quietly } from "../quiet.ts";
import { type JournalAddress, journalAddress } from "./address.ts";
import { checkMoment } from "./moment.ts";

/**
 * The address of a journal.
 *
 * @throws Problem when it is none
 */
export function addressIn(name: string | undefined): JournalAddress {
  if (name === undefined) throw new Problem("bad-option", "Which journal? A file such as case.db, or postgres://….");
  const address = journalAddress(name);
  if (address !== undefined) return address;
  throw new Problem(
    "not-a-journal",
    `${visibleLine(name)} is no journal: expected a file that ends in .db, or an address that begins with postgres://.`,
  );
}

/** Opens a journal, and makes it first where that is wanted. */
async function openJournal(address: JournalAddress, { create = false, readOnly = false } = {}): Promise<Journal> {
  if (address.server) return (await import("../../journal/postgres.ts")).postgresJournal(address.where, { create });
  const { sqliteJournal } = await import("../../journal/sqlite.ts");
  return quietly(() => sqliteJournal(address.where, { create, readOnly }));
}

/** Works with a journal, and closes it whatever comes. */
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

/**
 * The stream that an address means: the one it names, else the one that the journal began with.
 *
 * @throws Problem when there is none, or it had no records when the address means
 */
export async function streamOf(journal: Journal, address: Partial<JournalAddress>): Promise<string> {
  const { stream } = address;
  const names = (await journal.streams()).map((one) => one.stream);
  const [first] = names;
  if (first === undefined) {
    throw new Problem(
      "no-scenario",
      `${journal.name} is empty. Begin a crisis in it: demarche journal append … --from FILE.`,
    );
  }
  if (stream === undefined || names.includes(stream)) {
    await checkMoment(journal, address, stream ?? first);
    return stream ?? first;
  }
  throw new Problem("unknown-stream", `${journal.name} has no stream "${visibleLine(stream)}".`, {
    suggestion: nearest(stream, names),
    expected: `Streams: ${names.map(visibleLine).join(", ")}.`,
  });
}

/** The query for a line as an address means it. */
export function queryOf({ position, recordedAt }: JournalAddress, branch: string): Query {
  return { branch, position, recordedAt };
}

/** A line that was read whole. */
export interface Line {
  readonly stream: string;
  readonly records: readonly JournalRecord[];
  readonly facts: Facts;
  /** Whether it is a part of a record: a fork, or a line as it was. */
  readonly partial: boolean;
}

/** Reads the line that an address means. */
export async function lineOf(journal: Journal, address: JournalAddress, options: ReadOptions = {}): Promise<Line> {
  const stream = await streamOf(journal, address);
  const records = await Array.fromAsync(journal.read(queryOf(address, stream), options));
  const partial =
    address.position !== undefined ||
    address.recordedAt !== undefined ||
    records.some(({ entry }) => entry.kind === "fork");
  return { stream, records, facts: factsOf(records), partial };
}
