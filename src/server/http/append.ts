/** Appending for a client: checked as `journal append` checks it, and then appended whole. */
import {
  type Appended,
  conflict,
  isAsExpected,
  isConflict,
  type Journal,
  type JournalRecord,
  type VersionConflict,
} from "../../journal/index.ts";
import { didYouMean, isProblem, Problem, visible } from "../../problem/index.ts";
import {
  checkEntries,
  checkEvents,
  type Diagnostic,
  type EntryChange,
  lineAround,
  lineageOf,
} from "../../scenario/index.ts";
import { wrong } from "./answer.ts";
import { type AppendRequest, isTexts } from "./request.ts";

/** A longer line would be longer than a scenario's file may be. */
const MOST_RECORDS = 100_000;
/** How many of the others' records are shown to a writer that comes too late. */
const MOST_SHOWN = 100;
/** How often it is tried again when another process appends meanwhile, and the client does not mind. */
const TRIES = 20;

/**
 * Appends all of it or nothing.
 *
 * @throws Problem for a conflict, with what others appended meanwhile, and for what can't be read, with every problem
 */
export async function appendFor(journal: Journal, request: AppendRequest): Promise<Appended> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await appended(journal, request);
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (tried === TRIES || !isAsExpected(error.data.found, request.expected))
        throw await tooLate(journal, request, error);
    }
  }
}

async function appended(journal: Journal, { stream, entries: asked, expected }: AppendRequest): Promise<Appended> {
  const version = await journal.versionOf(stream);
  const isExpected = isAsExpected(version, expected);
  const late = isExpected ? undefined : conflict(stream, expected, version);
  const changes = await changesIn(journal, stream, version, asked, late);
  const isThere = changes.every(({ position }) => position !== undefined);
  if (!isThere && !isExpected) throw conflict(stream, expected, version);
  // What was checked is what it comes after.
  const entries = changes.map(({ entry }) => entry);
  return journal.append(stream, entries, isThere ? {} : { expected: version });
}

/** What is asked for, found right. Who comes too late is told of that first. */
async function changesIn(
  journal: Journal,
  stream: string,
  version: number,
  asked: AppendRequest["entries"],
  late?: Problem,
): Promise<readonly EntryChange[]> {
  try {
    const part = await lineAround(journal, stream, version, asked);
    const line = part ?? lineageOf(stream, await lineBefore(journal, stream, version, asked));
    const checked = isTexts(asked) ? checkEvents(line, asked, stream) : checkEntries(line, asked, stream);
    if ("errors" in checked) throw unreadable(checked.errors);
    return checked.changes;
  } catch (error) {
    if (late !== undefined && isProblem(error)) throw late;
    if (!isProblem(error, "not-braces", "withdrawn")) throw error;
    throw wrong([{ path: "entries", message: visible(error.message) }], "invalid-entry");
  }
}

/** The line that is appended to; that of a fork which is about to begin is what it shares. */
async function lineBefore(
  journal: Journal,
  stream: string,
  version: number,
  [first]: AppendRequest["entries"],
): Promise<readonly JournalRecord[]> {
  const fork = version === 0 && typeof first === "object" && first.kind === "fork" ? first : undefined;
  if (version === 0 && fork === undefined) return [];
  const records: JournalRecord[] = [];
  for await (const record of journal.read({ branch: fork?.parent ?? stream })) {
    records.push(record);
    if (records.length > MOST_RECORDS) {
      throw new Problem("too-long", `${stream} has more than ${MOST_RECORDS} records: it can't be checked as a whole.`);
    }
    if (record.stream === fork?.parent && record.version === fork.version) break;
  }
  return records;
}

/** Each sentence with the nearest word. Its text may be the sender's. */
function unreadable(errors: readonly Diagnostic[]): Problem {
  const problems = errors.map((one) => ({ ...one, message: visible(`${one.message}${didYouMean(one.suggestion)}`) }));
  return new Problem("unreadable-scenario", problems.map(({ message }) => message).join(" "), { data: { problems } });
}

async function tooLate(journal: Journal, { stream, expected }: AppendRequest, error: Problem<VersionConflict>) {
  const since = typeof expected === "number" ? expected : expected === "none" ? 0 : Number.POSITIVE_INFINITY;
  const meanwhile: JournalRecord[] = [];
  let left = 0;
  for await (const record of journal.read({ stream })) {
    if (record.version <= since) continue;
    if (meanwhile.push(record) <= MOST_SHOWN) continue;
    meanwhile.shift();
    left += 1;
  }
  const { found } = error.data;
  return new Problem("conflict", error.message, { data: { stream, expected, found, meanwhile, left } });
}
