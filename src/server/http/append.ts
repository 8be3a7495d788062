/** Appending for a client: read in the file that it would make, as `journal append` does, and then appended whole. */
import { canonical } from "../../events/index.ts";
import {
  type Appended,
  conflict,
  type Expected,
  type ForkEntry,
  factsOf,
  idOf,
  isAsExpected,
  isConflict,
  type Journal,
  type JournalEntry,
  type JournalRecord,
  type VersionConflict,
} from "../../journal/index.ts";
import { didYouMean, Problem, visible } from "../../problem/index.ts";
import { type Diagnostic, factsWith, heldBy, isFork, readAs, type Scenario, withEvents } from "../../scenario/index.ts";
import { wrong } from "./answer.ts";
import { type AppendRequest, isTexts } from "./request.ts";

/** A longer line would be longer than a scenario's file may be. */
const MOST_RECORDS = 100_000;
/** So many of what others appended are shown to whoever comes too late. */
const MOST_SHOWN = 100;
/** How often it is tried again when another process appends meanwhile, and the client does not mind. */
const TRIES = 20;

/**
 * Appends all of it or nothing.
 *
 * @throws Problem for a conflict, with what others appended meanwhile, and for what can't be read, with every problem
 */
export async function appendFor(journal: Journal, request: AppendRequest): Promise<Appended> {
  try {
    for (let tried = 1; ; tried += 1) {
      try {
        return await appended(journal, request);
      } catch (error) {
        const again = isConflict(error) && isAsExpected(error.data.found, request.expected);
        if (!again || tried === TRIES) throw error;
      }
    }
  } catch (error) {
    if (isConflict(error)) throw await tooLate(journal, request.stream, request.expected, error);
    throw error;
  }
}

async function appended(journal: Journal, { stream, entries: asked, expected }: AppendRequest): Promise<Appended> {
  const version = await journal.versionOf(stream);
  const records = await lineBefore(journal, stream, version, asked);
  const there = new Map(records.map(({ entry }) => [idOf(entry), entry]));
  const isThere = (entry: JournalEntry): boolean => {
    const known = there.get(idOf(entry));
    return known !== undefined && canonical(known) === canonical(entry);
  };
  if (!isTexts(asked) && asked.every(isThere)) return journal.append(stream, asked);
  if (!isAsExpected(version, expected)) throw conflict(stream, expected, version);
  const entries = isTexts(asked) ? eventsIn(records, asked, stream) : asked;
  check(
    records,
    entries.filter((entry) => !isThere(entry)),
    stream,
  );
  // What was checked is what it comes after.
  return journal.append(stream, entries, { expected: version });
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
    if (fork !== undefined && isLast(record, fork)) break;
  }
  return records;
}

function isLast({ stream, version }: JournalRecord, fork: ForkEntry): boolean {
  return stream === fork.parent && version === fork.version;
}

/** Events in braces, read in the file that they would make. */
function eventsIn(
  records: readonly JournalRecord[],
  texts: readonly string[],
  stream: string,
): readonly JournalEntry[] {
  if (factsOf(records).frame === undefined) {
    throw new Problem("no-scenario", `${visible(stream)} holds no scenario that events in braces could be read by.`);
  }
  const made = withEvents(
    records,
    texts.map((braces) => ({ braces })),
  );
  if ("problem" in made) throw wrong([{ path: "entries", message: visible(made.problem) }], "invalid-entry");
  const { events } = readable(
    made.text,
    records.map(({ entry }) => entry),
    stream,
  );
  return made.ids.flatMap((id) =>
    events.filter((event) => event.id === id).map((event) => ({ kind: "event", event }) as const),
  );
}

/** Refuses entries after which the line would hold no scenario that can be read, or lines that say something else. */
function check(records: readonly JournalRecord[], entries: readonly JournalEntry[], stream: string): void {
  const facts = factsWith(records, entries);
  if (facts.frame === undefined) return;
  const { errors, forged } = heldBy(facts, isFork([...records.map(({ entry }) => entry), ...entries]), stream);
  if (errors.length > 0) throw unreadable(errors);
  if (forged !== undefined) {
    throw wrong(
      [{ path: "entries", message: `The text of ${forged} does not say what its event says.` }],
      "invalid-entry",
    );
  }
}

function readable(text: string, entries: readonly JournalEntry[], stream: string): Scenario {
  const { scenario, errors } = readAs(text, isFork(entries), stream);
  if (scenario === undefined) throw unreadable(errors);
  return scenario;
}

function unreadable(errors: readonly Diagnostic[]): Problem {
  const told = errors.map(problemOf);
  return new Problem("unreadable-scenario", told.map(({ message }) => message).join(" "), { data: { problems: told } });
}

/** A diagnostic as data, its sentence with the nearest word. Its text may come from whoever sent it. */
function problemOf(diagnostic: Diagnostic) {
  return { ...diagnostic, message: visible(`${diagnostic.message}${didYouMean(diagnostic.suggestion)}`) };
}

async function tooLate(
  journal: Journal,
  stream: string,
  expected: Expected,
  error: Problem<VersionConflict>,
): Promise<Problem> {
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
