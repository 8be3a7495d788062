/** Appending for a client: checked like `journal append`, then appended as a whole. */
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
import { requestProblem } from "./answer.ts";
import { type AppendRequest, isTexts } from "./request.ts";

/** Maximum number of records in a line: a longer one would exceed the size of a scenario's file. */
const MAX_RECORDS = 100_000;
/** Maximum number of the others' records shown to a writer who comes too late. */
const MAX_SHOWN = 100;
/** How often an append is tried when another process appends meanwhile and the client's expected version allows it. */
const TRIES = 20;

/**
 * Appends all of it or nothing.
 *
 * @throws Problem for a conflict, with what others appended meanwhile; or for unreadable entries, with every problem
 */
export async function appendFor(journal: Journal, request: AppendRequest): Promise<Appended> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await appendOnce(journal, request);
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (tried === TRIES || !isAsExpected(error.data.found, request.expected))
        throw await conflictProblem(journal, request, error);
    }
  }
}

async function appendOnce(
  journal: Journal,
  { stream, entries: requested, expected }: AppendRequest,
): Promise<Appended> {
  const version = await journal.versionOf(stream);
  const isExpected = isAsExpected(version, expected);
  const late = isExpected ? undefined : conflict(stream, expected, version);
  const changes = await changesIn(journal, stream, version, requested, late);
  const isThere = changes.every(({ position }) => position !== undefined);
  if (!isThere && !isExpected) throw conflict(stream, expected, version);
  // Appended only after the version that was checked.
  const entries = changes.map(({ entry }) => entry);
  return journal.append(stream, entries, isThere ? {} : { expected: version });
}

/** The requested changes, checked. If the writer is too late, that problem takes precedence. */
async function changesIn(
  journal: Journal,
  stream: string,
  version: number,
  requested: AppendRequest["entries"],
  late?: Problem,
): Promise<readonly EntryChange[]> {
  try {
    const part = await lineAround(journal, stream, version, requested);
    const line = part ?? lineageOf(stream, await lineBefore(journal, stream, version, requested));
    const checked = isTexts(requested) ? checkEvents(line, requested, stream) : checkEntries(line, requested, stream);
    if ("errors" in checked) throw unreadableProblem(checked.errors);
    return checked.changes;
  } catch (error) {
    if (late !== undefined && isProblem(error)) throw late;
    if (!isProblem(error, "not-braces", "withdrawn")) throw error;
    throw requestProblem([{ path: "entries", message: visible(error.message) }], "invalid-entry");
  }
}

/** The records of the line to append to; for a new fork, those that it shares. */
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
    if (records.length > MAX_RECORDS) {
      throw new Problem("too-long", `${stream} has more than ${MAX_RECORDS} records: it can't be checked as a whole.`);
    }
    if (record.stream === fork?.parent && record.version === fork.version) break;
  }
  return records;
}

/** Each error with the nearest word. Control characters are made visible, since the text may be the sender's. */
function unreadableProblem(errors: readonly Diagnostic[]): Problem {
  const problems = errors.map((one) => ({ ...one, message: visible(`${one.message}${didYouMean(one.suggestion)}`) }));
  return new Problem("unreadable-scenario", problems.map(({ message }) => message).join(" "), { data: { problems } });
}

async function conflictProblem(journal: Journal, { stream, expected }: AppendRequest, error: Problem<VersionConflict>) {
  const since = typeof expected === "number" ? expected : expected === "none" ? 0 : Number.POSITIVE_INFINITY;
  const meanwhile: JournalRecord[] = [];
  let left = 0;
  for await (const record of journal.read({ stream })) {
    if (record.version <= since) continue;
    if (meanwhile.push(record) <= MAX_SHOWN) continue;
    meanwhile.shift();
    left += 1;
  }
  const { found } = error.data;
  return new Problem("conflict", error.message, { data: { stream, expected, found, meanwhile, left } });
}
