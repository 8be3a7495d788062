/** Verifying: whether every record is what it was when it was appended, and where it is. */
import type { Journal } from "./port.ts";
import { faultOf, GENESIS, recordIn, type StoredRecord } from "./record.ts";

/** What is wrong, and where. */
export interface JournalFault {
  readonly position: number;
  readonly problem: string;
}

/** What verifying found. */
export interface Verified {
  /** How many records were looked at. */
  readonly records: number;
  /** The hash of the last one. Whoever noted it elsewhere can tell later that nothing before it was changed. */
  readonly head: string;
  /** At most a hundred. */
  readonly faults: readonly JournalFault[];
}

/** How it is verified. */
export interface VerifyOptions {
  /** A hash that was noted earlier: it must be that of some record. */
  readonly known?: string;
  /** Called now and then with how many records were looked at. */
  readonly onProgress?: (records: number) => void;
}

const MOST = 100;
const PAGE = 1000;

/** Looks at every record: its hash, its place, its version, its fork. Never stops at the first fault. */
export async function verifyJournal(journal: Journal, options: VerifyOptions = {}): Promise<Verified> {
  const { known, onProgress } = options;
  const faults: JournalFault[] = [];
  const versions = new Map<string, number>();
  const hashes = new Map<string, string>();
  let before = { position: 0, hash: GENESIS };
  let records = 0;
  let found = known === undefined || known === GENESIS;
  const say = (position: number, problem: string): void => {
    if (faults.length < MOST) faults.push({ position, problem });
  };
  for (;;) {
    const rows = await journal.store.page({ after: before.position }, PAGE);
    for (const row of rows) {
      const problem = looked(row, before, versions.get(row.stream) ?? 0) ?? forkFault(row, hashes);
      if (problem !== undefined) say(row.position, problem);
      versions.set(row.stream, row.version);
      hashes.set(`${row.stream}@${row.version}`, row.hash);
      if (row.hash === known) found = true;
      before = { position: row.position, hash: row.hash };
      records += 1;
    }
    onProgress?.(records);
    if (rows.length < PAGE) break;
  }
  if (!found) say(before.position, `no record has the hash ${known}: the journal was rewritten, or is another one`);
  return { records, head: before.hash, faults };
}

function looked(row: StoredRecord, before: { position: number; hash: string }, version: number): string | undefined {
  try {
    return faultOf(row, before, version);
  } catch (error) {
    if (error instanceof Error) return error.message.replace(/^Position \d+: /, "");
    throw error;
  }
}

/** A fork names what it shares by its hash. */
function forkFault(row: StoredRecord, hashes: ReadonlyMap<string, string>): string | undefined {
  if (row.kind !== "fork") return undefined;
  const { entry } = recordIn(row);
  if (entry.kind !== "fork" || hashes.get(`${entry.parent}@${entry.version}`) === entry.digest) return undefined;
  return `it branches from version ${entry.version} of ${entry.parent}, which is not what it was`;
}
