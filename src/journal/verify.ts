/** Verifying: whether every record is what it was when it was appended, and where it is. */
import { isProblem } from "../problem/index.ts";
import type { ForkEntry } from "./entry.ts";
import type { JournalFault } from "./errors.ts";
import type { Journal } from "./port.ts";
import { faultOf, GENESIS, recordIn, type StoredRecord } from "./record.ts";
import type { Lookup } from "./store.ts";

/** What verifying found. */
export interface Verified {
  /** How many records were looked at. */
  readonly records: number;
  /** The hash of the last one. Noted elsewhere, it shows later that nothing before it was changed. */
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

const MAX_FAULTS = 100;
const PAGE = 1000;

/** Looks at every record: its hash, its place, its version, its fork. Never stops at the first fault that it can pass. */
export async function verifyJournal(journal: Journal, options: VerifyOptions = {}): Promise<Verified> {
  return journal.observe("verify", { journal: journal.name }, () => verifyRecords(journal, options));
}

async function verifyRecords({ store }: Journal, { known, onProgress }: VerifyOptions): Promise<Verified> {
  const faults: JournalFault[] = [];
  const versions = new Map<string, number>();
  let before = { position: 0, hash: GENESIS };
  let records = 0;
  let isFound = known === undefined || known === GENESIS;
  const addFault = (position: number, problem: string): void => {
    if (faults.length < MAX_FAULTS) faults.push({ position, problem });
  };
  try {
    // The first page is read from below the first position: nothing may stand there.
    for (let after: number | undefined; ; ) {
      const rows = await store.page(after === undefined ? {} : { after }, PAGE);
      for (const row of rows) {
        const problem = faultOf(row, before, versions.get(row.stream) ?? 0) ?? (await forkFault(row, store));
        if (problem !== undefined) addFault(row.position, problem);
        versions.set(row.stream, row.version);
        if (row.hash === known) isFound = true;
        before = { position: row.position, hash: row.hash };
        records += 1;
      }
      onProgress?.(records);
      after = before.position;
      if (rows.length < PAGE) break;
    }
    for (const problem of (await store.faults?.()) ?? []) addFault(before.position, problem);
  } catch (error) {
    if (!isProblem(error, "corrupt")) throw error;
    addFault(before.position + 1, `nothing can be read from here on. ${error.message}`);
    return { records, head: before.hash, faults };
  }
  if (!isFound)
    addFault(before.position, `no record has the hash ${known}: the journal was rewritten, or is another one`);
  return { records, head: before.hash, faults };
}

/** Whether a fork at a position shares what it says: it names that by its hash, and that came before it. */
export async function isShared({ parent, version, digest }: ForkEntry, position: number, { at }: Pick<Lookup, "at">) {
  const last = await at(parent, version);
  return last !== undefined && last.hash === digest && last.position < position;
}
async function forkFault(row: StoredRecord, store: Lookup): Promise<string | undefined> {
  if (row.kind !== "fork") return undefined;
  const { entry } = recordIn(row);
  if (entry.kind !== "fork") return undefined;
  if (await isShared(entry, row.position, store)) return undefined;
  return `it branches from version ${entry.version} of ${entry.parent}, which is not what it was`;
}
