/** A journal does what a list would do, whatever it is told; and racing writers come to what one after another would. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Appended,
  createJournal,
  isConflict,
  type Journal,
  memoryJournal,
  memoryStore,
  type Store,
  verifyJournal,
} from "../../src/journal/index.ts";
import { liveFeed } from "../../src/journal/live.ts";
import { journalCommands, journalStart } from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";
import { eventCalled, onEveryStore, recordsOf } from "../support/journals.ts";

onEveryStore((open, again) => {
  test("random commands come to what a list of rows comes to", async () => {
    const property = fc.asyncProperty(journalCommands(), async (commands) => {
      const journal = await open();
      // Closed after each try: shrinking makes many of them.
      await fc.asyncModelRun(() => journalStart(journal), commands).finally(journal.close);
    });
    await fc.assert(property, { numRuns: ofAll(25, 8) });
  });

  test("of writers that race, each appends to what it saw or is told of the conflict", async () => {
    const property = fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, apart) => {
      const journal = await open();
      const journals = [journal, apart ? await again(journal) : journal];
      const closed = () => Promise.all([...new Set(journals)].map((one) => one.close()));
      await scheduler.waitFor(raced(scheduler, journals)).finally(closed);
    });
    await fc.assert(property, { numRuns: ofAll(8, 3) });
  });
});

describe("a journal that is broken on purpose is found out:", () => {
  const one = (result: Promise<Appended>): Promise<readonly Appended[]> => result.then((appended) => [appended]);
  const breakages: readonly (readonly [what: string, breaking: (journal: Journal) => Partial<Journal>])[] = [
    [
      "one that tears apart what belongs together",
      (journal) => ({
        appendAll: async (requests) => {
          const all: Appended[] = [];
          for (const { stream, entries, expected = "any" } of requests) {
            all.push(await journal.append(stream, entries, { expected }));
          }
          return all;
        },
      }),
    ],
    [
      "one that heeds nothing that was expected",
      ({ appendAll }) => ({
        appendAll: (requests) => appendAll(requests.map((request) => ({ ...request, expected: undefined }))),
      }),
    ],
    [
      "one that forgets the last of what it is given",
      ({ append, appendAll }) => ({
        appendAll: (requests) => {
          const [{ stream, entries } = { stream: "", entries: [] }] = requests;
          return requests.length === 1 && entries.length === 3
            ? one(append(stream, entries.slice(0, 2)))
            : appendAll(requests);
        },
      }),
    ],
    [
      "one that takes a fork for all of its line",
      ({ read }) => ({ read: ({ branch, ...rest } = {}) => read({ ...rest, stream: branch ?? rest.stream }) }),
    ],
    [
      "one that reads the first record after a position once more",
      ({ read }) => ({ read: ({ after = 0, ...rest } = {}) => read({ ...rest, after: after === 2 ? 1 : after }) }),
    ],
  ];
  test.each(breakages)("%s", async (_what, breaking) => {
    const property = fc.asyncProperty(journalCommands(), (commands) =>
      fc.asyncModelRun(() => {
        const journal = memoryJournal();
        return journalStart({ ...journal, ...breaking(journal) });
      }, commands),
    );
    expect(await fc.check(property, { numRuns: 5000, endOnFailure: true })).toMatchObject({ failed: true });
  });
});

/** Writers who look at a stream, and append what they saw if it is still so; at the end every entry tells the truth. */
async function raced(scheduler: fc.Scheduler, journals: readonly Journal[]): Promise<void> {
  const step = (label: string) => scheduler.schedule(Promise.resolve(), label);
  async function writes(writer: string, journal: Journal): Promise<void> {
    for (let k = 0; k < 3; ) {
      await step(`${writer} looks`);
      const version = await journal.versionOf("one");
      await step(`${writer} appends`);
      try {
        const event = { ...eventCalled(`${writer}${k}`), note: `After ${version}.` };
        const { positions } = await journal.append("one", [event], { expected: version });
        expect(positions).toHaveLength(1);
        k += 1;
      } catch (error) {
        if (!isConflict(error)) throw error;
        expect(error).toMatchObject({ data: { expected: version } });
        expect(error.data.found).toBeGreaterThan(version);
      }
    }
  }
  await Promise.all(journals.flatMap((journal, k) => [writes(`a${k}-`, journal), writes(`b${k}-`, journal)]));
  const records = await recordsOf(journals[0] as Journal);
  expect(records.map(({ entry }) => entry.kind === "event" && entry.event.note)).toEqual(
    records.map((_, k) => `After ${k}.`),
  );
  expect(records).toHaveLength(6 * journals.length);
}

describe("inside an append", () => {
  /** A store each of whose answers comes when the scheduler says so. */
  function scheduled(store: Store, scheduler: fc.Scheduler): Store {
    const late =
      <Args extends readonly unknown[], Answer>(label: string, ask: (...args: Args) => Promise<Answer>) =>
      async (...args: Args): Promise<Answer> => {
        await scheduler.schedule(Promise.resolve(), label);
        return ask(...args);
      };
    return {
      ...store,
      page: late("page", store.page),
      versionOf: late("version", store.versionOf),
      transact: late("begin", (work: Parameters<Store["transact"]>[0]) =>
        store.transact((transaction) =>
          work({
            head: late("head", transaction.head),
            versionOf: late("version", transaction.versionOf),
            at: late("at", transaction.at),
            known: late("known", transaction.known),
            insert: late("insert", transaction.insert),
          }),
        ),
      ) as Store["transact"],
    };
  }

  test("whatever the order of the answers, nothing is doubled, lost or torn apart", async () => {
    const property = fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(3), { maxLength: 6 }), async (scheduler, ids) => {
      const journal = createJournal(scheduled(memoryStore(), scheduler));
      const seen: number[] = [];
      const feed = liveFeed(journal).subscribe(({ position }) => seen.push(position));
      const appends = ids.flatMap((id) => [
        journal.append("one", [eventCalled(`e${id}`)]),
        journal.appendAll([
          { stream: "one", entries: [eventCalled(`e${id}`), eventCalled(`f${id}`)] },
          { stream: "two", entries: [eventCalled(`e${id}`)] },
        ]),
      ]);
      await scheduler.waitFor(Promise.all(appends));
      await scheduler.waitIdle();
      feed.unsubscribe();
      const [records, { faults }] = await scheduler.waitFor(Promise.all([recordsOf(journal), verifyJournal(journal)]));
      expect(faults).toEqual([]);
      expect(records).toHaveLength(new Set(ids).size * 3);
      // What was appended at once stands together.
      for (const { stream, position, entry } of records) {
        const next = records[position - 2];
        if (stream === "two")
          expect(next?.entry).toEqual({ ...entry, event: eventCalled(`f${eventOf(entry).slice(1)}`) });
      }
      expect(seen).toEqual(records.map(({ position }) => position));
    });
    await fc.assert(property, { numRuns: 40 });
  });
});

function eventOf(entry: { readonly kind: string; readonly event?: { readonly id: string } | undefined }): string {
  return entry.event?.id ?? "";
}
