/** A fork in the past stands where its line stood by then, whatever was recorded late, corrected or withdrawn since. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { branchOf, branchOff } from "../../src/cli/journal/fork.ts";
import { type DiplomaticEvent, when } from "../../src/events/index.ts";
import {
  type Correction,
  type FrameEntry,
  factsOf,
  foldJournal,
  type JournalEntry,
  memoryJournal,
} from "../../src/journal/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";
import { demarche, folder } from "../support/cli.ts";
import { eventCalled } from "../support/journals.ts";

const frame: FrameEntry = { kind: "frame", id: "frame:one", file: '{"title":"One"}' };
const days = ["2024-01-10", "2024-01-10T09:00Z", "2024-01-10T18:00Z", "2024-01-11", "2024-01-12", "2024-01-14"];

const byThen =
  (at: string) =>
  ({ at: date }: Pick<DiplomaticEvent, "at">) =>
    when(date).start <= when(at).end;

/** Events of few days, in any order; then corrections, there and back among them. */
const lines = recordArbitrary({ maxLength: 8 }).chain((events) => {
  const change = fc.record({ of: fc.nat(Math.max(0, events.length - 1)), at: fc.option(fc.constantFrom(...days)) });
  return fc.record({
    events: fc.tuple(...events.map((event) => fc.constantFrom(...days).map((at) => ({ ...event, at })))),
    changes: fc.array(fc.tuple(fc.nat(events.length), change), { maxLength: 6 }),
  });
});

async function lineOf(events: readonly DiplomaticEvent[], changes: readonly (readonly [number, Change])[]) {
  const journal = memoryJournal();
  await journal.append("one", [frame]);
  const corrections = (events.length === 0 ? [] : changes).map(([after, { of, at }], k) => {
    const event = events[of];
    const id = `correct:c${k}`;
    const now = at === null || event === undefined ? {} : { event: { ...event, at } };
    const entry: Correction = { kind: "correction", id, corrects: event?.id ?? "", because: "So.", ...now };
    return { after: Math.max(after, of), entry };
  });
  for (const [k, event] of events.entries()) {
    await journal.append("one", [event]);
    for (const { after, entry } of corrections) if (after === k) await journal.append("one", [entry]);
  }
  for (const { after, entry } of corrections) if (after >= events.length) await journal.append("one", [entry]);
  return { journal, records: await Array.fromAsync(journal.read({ branch: "one" })) };
}

interface Change {
  readonly of: number;
  readonly at: string | null;
}

describe("a fork in the past", () => {
  test("has the events that had happened by any day, and stands as its line stood then", async () => {
    await fc.assert(
      fc.asyncProperty(lines, async ({ events, changes }) => {
        const { journal, records } = await lineOf(events, changes);
        const { facts } = factsOf(records);
        const beginning = { dyad: { a: "AAA", b: "BBB" } };
        for (const [k, at] of days.entries()) {
          const wanted = facts.map(({ event }) => event).filter(byThen(at));
          if (wanted.length === 0) continue;
          await branchOff(journal, `fork-${k}`, branchOf(records, byThen(at)));
          const made = factsOf(await Array.fromAsync(journal.read({ branch: `fork-${k}` })));
          expect(made.facts.map(({ event }) => event)).toEqual(wanted);
          const [one, other] = [
            await foldJournal(journal, { branch: "one", beginning, at }),
            await foldJournal(journal, { branch: `fork-${k}`, beginning, at }),
          ];
          expect(other.history).toEqual(one.history);
        }
      }),
    );
  });

  test("after an event has the events up to it, in their order", async () => {
    await fc.assert(
      fc.asyncProperty(lines, async ({ events, changes }) => {
        const { journal, records } = await lineOf(events, changes);
        const all = factsOf(records).facts.map(({ event }) => event);
        for (const k of all.keys()) {
          const later = new Set(all.slice(k + 1));
          const ids = new Set([...later].map(({ id }) => id));
          await branchOff(
            journal,
            `fork-${k}`,
            branchOf(records, ({ id }) => !ids.has(id)),
          );
          const made = factsOf(await Array.fromAsync(journal.read({ branch: `fork-${k}` })));
          expect(made.facts.map(({ event }) => event)).toEqual(all.slice(0, k + 1));
        }
      }),
    );
  });
});

describe("beside events", () => {
  const [first, second, third] = ["10", "14", "11"].map((day) => ({
    ...eventCalled(`of-${day}`),
    at: `2024-01-${day}`,
  }));
  const fork = async (...entries: readonly (DiplomaticEvent | JournalEntry | undefined)[]) => {
    const one = memoryJournal();
    await one.append("one", [frame, ...entries.flatMap((entry) => entry ?? [])]);
    const records = await Array.fromAsync(one.read({ branch: "one" }));
    await branchOff(one, "fork", branchOf(records, byThen("2024-01-12")));
    return Array.fromAsync(one.read({ branch: "fork" }));
  };

  test("a fork has the frame that holds now, which late events may need", async () => {
    const other: JournalEntry = { ...frame, id: "frame:two", file: '{"title":"Two"}' };
    const made = factsOf(await fork(first, second, other, third));
    expect(made.frame?.id).toBe("frame:two");
    expect(made.facts.map(({ event }) => event.id)).toEqual(["of-10", "of-11"]);
  });

  test("a fork shares no proposal that was made later", async () => {
    const proposal = (id: string, at: string) =>
      ({ kind: "proposal", id: `propose:${id}`, act: "negotiate", by: "AAA", at }) as const;
    const made = await fork(first, proposal("early", "2024-01-11"), proposal("later", "2024-01-13"), third);
    expect(made.map(({ entry }) => ("id" in entry ? entry.id : entry.event.id))).toEqual([
      "frame:one",
      "of-10",
      "propose:early",
      "fork:fork",
      "of-11",
    ]);
  });
});

const place = folder();
const journal = (...args: readonly string[]) => demarche(["journal", ...args], { cwd: place });
const begun = (file: string) => journal("init", file, "--from", "iran-pakistan-2024");
const secret =
  '{ id: secret-strike, at: "2024-01-16", act: strike, from: PAK, to: IRN, because: strike, cite: morrow }';

describe("where something was recorded late", () => {
  beforeAll(() => {
    begun("late.db");
    journal("append", "late.db", "--event", secret);
    journal("append", "late.db", "--correct", "recall", "--event", '{ at: "2024-01-20" }', "--because", "late report");
  });

  const standAt = (address: string, at: string) => {
    const { dossier, situation } = JSON.parse(journal("show", address, "--at", at, "--json").out).stand;
    return { dossier, situation };
  };

  test.each([16, 17, 18, 20, 29])("a fork of 2024-01-%i stands as the record stood", (day) => {
    const at = `2024-01-${day}`;
    expect(journal("fork", "late.db", "--as", `f${day}`, "--at", at)).toMatchObject({ code: 0 });
    expect(standAt(`late.db#f${day}`, at)).toEqual(standAt("late.db", at));
  });

  test("is said, with how many records were written anew", () => {
    expect(journal("fork", "late.db", "--as", "told", "--at", "2024-01-17").out).toBe(
      "late.db#told: shares 7 of 23 records of iran-pakistan-2024. Written anew, since recorded later: 2.\n",
    );
  });

  test("a fork of a fork may share less than the fork does", () => {
    journal("fork", "late.db", "--as", "long", "--at", "2024-01-22");
    expect(journal("fork", "late.db#long", "--as", "short", "--at", "2024-01-16").out).toContain("shares 3 of ");
    expect(standAt("late.db#short", "2024-01-16")).toEqual(standAt("late.db", "2024-01-16"));
  });

  test("before the first event there is nothing to fork", () => {
    const { code, err } = journal("fork", "late.db", "--as", "none", "--at", "2020-01-01");
    expect(err).toBe("Nothing had happened by then: the first event is strike of 2024-01-16.\n");
    expect(code).toBe(2);
    expect(journal("list", "late.db#none").code).toBe(2);
  });

  test.each(["2024-01-17", "suspension"])("a game begins where the record stood: --from %s", (from) => {
    begun(`${from}.db`);
    const note = '{ id: note-late, at: "2024-01-16", act: make-statement, from: PAK, cite: morrow }';
    journal("append", `${from}.db`, "--event", note);
    const play = ["play", `${from}.db#g`, "--as", "IRN", "--from", from];
    const { out } = demarche(play, { cwd: place, input: ".quit\n" });
    expect(out).toContain("IRN 2024-01-17");
    journal("fork", `${from}.db`, "--as", "f", "--at", "2024-01-17");
    expect(standAt(`${from}.db#g`, "2024-01-17")).toEqual(standAt(`${from}.db#f`, "2024-01-17"));
  });
});
