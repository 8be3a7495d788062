/** A journal beside a model: a list of what was appended, and where each fork branches. */
import fc from "fast-check";
import type { DiplomaticEvent } from "../../events/index.ts";
import {
  type AppendRequest,
  type Expected,
  forkStream,
  type Journal,
  type Query,
  verifyJournal,
} from "../../journal/index.ts";
import { Problem } from "../../problem/index.ts";
import { simpleEvent } from "../journal/expect.ts";
import { agree, part } from "./agree.ts";

/** What a journal should hold: the k-th row stands at position k + 1. */
export interface JournalModel {
  rows: readonly ModelRow[];
}

/** An event with its note, or a fork with where it branches. */
interface ModelRow {
  readonly stream: string;
  readonly id: string;
  readonly note: string;
  readonly from?: { readonly stream: string; readonly version: number };
}

/** Commands that run against a model and a journal, as `fc.asyncModelRun` takes them. */
export type JournalCommands = fc.Arbitrary<Iterable<fc.AsyncCommand<JournalModel, Journal>>>;

/** A journal that is empty, beside its model. */
export function journalStart(journal: Journal): { model: JournalModel; real: Journal } {
  return { model: { rows: [] }, real: journal };
}

const ofStream = ({ rows }: JournalModel, stream: string) => rows.filter((row) => row.stream === stream);

/** The rows of a line: what a fork shares, and then its own. */
function lineOf(model: JournalModel, stream: string): readonly ModelRow[] {
  const own = ofStream(model, stream);
  const from = own[0]?.from;
  if (from === undefined) return own;
  const parent = lineOf(model, from.stream);
  const without = ofStream(model, from.stream).length - from.version;
  return [...parent.slice(0, parent.length - without), ...own];
}

/** What an append should give: positions and the model afterwards, or the code of the error. */
function expectedAppend(
  model: JournalModel,
  { stream, events, expected }: AppendCase,
): string | { readonly positions: readonly number[]; readonly model: JournalModel } {
  const line = lineOf(model, stream);
  const unique = events.filter((event, k) => events.findIndex(({ id }) => id === event.id) === k);
  if (events.some(({ id, note }) => unique.some((one) => one.id === id && one.note !== note))) return "id-clash";
  const fresh = unique.filter(({ id }) => line.every((row) => row.id !== id));
  const clash = unique.some(({ id, note }) => line.some((row) => row.id === id && row.note !== note));
  const version = ofStream(model, stream).length;
  const fits = { any: true, none: version === 0, exists: version > 0 }[String(expected)] ?? expected === version;
  if (!fits && (fresh.length > 0 || clash || events.length === 0)) return "conflict";
  if (clash) return "id-clash";
  const rows = [...model.rows, ...fresh.map((event) => ({ stream, ...event }))];
  const reached = lineOf({ rows }, stream);
  const place = (id: string) => rows.findIndex((row) => row.id === id && reached.includes(row)) + 1;
  return { positions: events.map(({ id }) => place(id)), model: { rows } };
}

interface AppendCase {
  readonly stream: string;
  readonly events: readonly { readonly id: string; readonly note: string }[];
  readonly expected: Expected;
}

const streams = ["one", "two", "one/calm"] as const;
const names = fc.constantFrom(...streams);
const event = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  note: fc.constantFrom("so", "so", "otherwise"),
});
const appendCase: fc.Arbitrary<AppendCase> = fc.record({
  stream: names,
  events: fc.array(event, { maxLength: 3 }),
  expected: fc.oneof(fc.constantFrom<Expected>("any", "none", "exists"), fc.nat(3)),
});

/**
 * Commands for a journal: appends to one stream and to several at once, expected or not, forks, and reading every way.
 * After each of them the journal must have answered as the model says, and hold what the model holds.
 *
 * @example
 * ```ts
 * import { memoryJournal } from "demarche/journal";
 * import { journalCommands, journalStart } from "demarche/testing";
 * import fc from "fast-check";
 * const held = fc.asyncProperty(journalCommands(), (commands) =>
 *   fc.asyncModelRun(() => journalStart(memoryJournal()), commands),
 * );
 * await fc.assert(held, { numRuns: 20 });
 * ```
 */
export function journalCommands(maxCommands = 12): JournalCommands {
  const appending = fc.array(appendCase, { minLength: 1, maxLength: 2 }).map((requests) =>
    command(`append ${JSON.stringify(requests)}`, async (model, journal) => {
      let now = model;
      const answers = requests.map((request) => {
        const answer = expectedAppend(now, request);
        if (typeof answer === "string") return answer;
        now = answer.model;
        return answer.positions;
      });
      // A fault of the request itself is found before the streams are looked at.
      const refused = requests.some(hasConflictingNotes)
        ? "id-clash"
        : answers.find((answer) => typeof answer === "string");
      const real = await answerOf(async () => {
        const all = await journal.appendAll(requests.map(requestOf));
        return all.map(({ positions }) => positions);
      });
      agree([part("answer", refused ?? answers, real)]);
      if (refused === undefined) model.rows = now.rows;
    }),
  );
  const forking = fc.tuple(names, names, fc.integer({ min: 1, max: 4 })).map(([parent, name, version]) =>
    command(`fork ${name} from ${parent} at ${version}`, async (model, journal) => {
      const there = version <= ofStream(model, parent).length;
      const free = ofStream(model, name).length === 0;
      const row = { stream: name, id: `fork:${name}`, note: "", from: { stream: parent, version } };
      const answer = !there ? "unknown-stream" : free ? [model.rows.length + 1] : "conflict";
      const again = ofStream(model, name)[0]?.from;
      const isSameFork = there && again?.stream === parent && again.version === version;
      const old = model.rows.findIndex((one) => one.id === row.id && one.stream === name) + 1;
      agree([
        part(
          "answer",
          isSameFork ? [old] : answer,
          await answerOf(async () => (await forkStream(journal, parent, name, { version })).positions),
        ),
      ]);
      if (there && free) model.rows = [...model.rows, row];
    }),
  );
  const reading = fc.tuple(names, fc.nat(6), fc.nat(12)).map(([name, after, position]) =>
    command(`read ${name} after ${after} up to ${position}`, async (model, journal) => {
      const within = (rows: readonly ModelRow[]) =>
        placesOf(model, rows).filter((place) => place > after && place <= position);
      const read = (query: Query) => positionsIn(journal, { ...query, after, position });
      agree([
        part("all", within(model.rows), await read({})),
        part("stream", within(ofStream(model, name)), await read({ stream: name })),
        part("branch", within(lineOf(model, name)), await read({ branch: name })),
        part("faults", [], (await verifyJournal(journal)).faults),
      ]);
    }),
  );
  return fc.commands([appending, appending, forking, reading], { maxCommands });
}

/** A command after which the journal holds what the model holds. */
function command(
  name: string,
  run: (model: JournalModel, journal: Journal) => Promise<void>,
): fc.AsyncCommand<JournalModel, Journal> {
  return {
    check: () => true,
    toString: () => name,
    run: async (model, journal) => {
      await run(model, journal);
      const records = await Array.fromAsync(journal.read());
      const actualRows = records.map(({ stream, entry }) =>
        entry.kind === "event"
          ? [stream, entry.event.id, entry.event.note]
          : [stream, "id" in entry ? entry.id : "", ""],
      );
      const lines = await Promise.all(streams.map((name) => positionsIn(journal, { branch: name })));
      agree([
        part(
          "rows",
          model.rows.map(({ stream, id, note }) => [stream, id, note]),
          actualRows,
        ),
        ...streams.map((name, k) => part(`line ${name}`, placesOf(model, lineOf(model, name)), lines[k])),
        part("head", model.rows.length, (await journal.head()).position),
      ]);
    },
  };
}

function placesOf(model: JournalModel, rows: readonly ModelRow[]): readonly number[] {
  const placed = new Map(model.rows.map((row, k) => [row, k + 1]));
  return rows.flatMap((row) => placed.get(row) ?? []);
}

async function positionsIn(journal: Journal, query: Query): Promise<readonly number[]> {
  return (await Array.fromAsync(journal.read(query))).map(({ position }) => position);
}

/** Whether an id stands twice in a request with different notes. */
function hasConflictingNotes({ events }: AppendCase): boolean {
  return events.some(({ id, note }) => events.some((event) => event.id === id && event.note !== note));
}

function requestOf({ stream, events, expected }: AppendCase): AppendRequest {
  const entries = events.map(
    ({ id, note }): DiplomaticEvent => ({ ...simpleEvent(id, "2024-01-16", "lodge-protest", "PAK", "IRN"), note }),
  );
  return { stream, entries, expected };
}

/** The answer, or the code of the error that refused it. */
async function answerOf<Answer>(work: () => Promise<Answer>): Promise<Answer | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}
