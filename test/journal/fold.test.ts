/** Folding a journal as of any moment is folding the facts of that moment, with a snapshot or without. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiplomaticEvent, when } from "../../src/events/index.ts";
import { type Beginning, fold, type History } from "../../src/history/index.ts";
import {
  type Correction,
  factsOf,
  foldJournal,
  forkStream,
  type Journal,
  type JournalRecord,
  memoryJournal,
  type Query,
} from "../../src/journal/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";
import { manyEvents, onEveryStore } from "../support/journals.ts";

const dyad = { a: "AAA", b: "BBB" };
const beginning: Beginning = { dyad };

interface AsOf {
  readonly position?: number | undefined;
  readonly at?: string | undefined;
  readonly recordedAt?: string | undefined;
}

/** What it should be: all facts in order of time, those that had happened by then, folded at once. */
async function foldWhole(journal: Journal, branch: string, { at, ...known }: AsOf): Promise<History> {
  const records: JournalRecord[] = await Array.fromAsync(journal.read({ branch, ...known } satisfies Query));
  const until = at === undefined ? undefined : when(at).end;
  const events = factsOf(records).facts.map(({ event }) => event);
  const happened = events.filter((event) => when(event.at).start <= (until ?? Number.POSITIVE_INFINITY));
  return { ...fold(happened, beginning, until), steps: [] };
}

/** Writes what may be late and corrected, an entry at a time, each recorded a minute after the other. */
async function written(journal: Journal, plan: Plan): Promise<void> {
  for (const [k, event] of plan.events.entries()) {
    if (k === plan.fork) await forkStream(journal, "one", "one/other");
    await journal.append(k > plan.fork ? "one/other" : "one", [event]);
  }
  for (const [k, { of, by }] of plan.corrections.entries()) {
    const corrected = plan.events[of];
    if (corrected === undefined) continue;
    const event = by === undefined ? {} : { event: { ...corrected, ...by } };
    const entry: Correction = {
      kind: "correction",
      id: `correct:c${k}`,
      corrects: corrected.id,
      because: "So.",
      ...event,
    };
    await journal.append(of > plan.fork ? "one/other" : "one", [entry]);
  }
}

interface Plan {
  readonly events: readonly DiplomaticEvent[];
  readonly corrections: readonly { readonly of: number; readonly by: { readonly at: string } | undefined }[];
  readonly fork: number;
}

const START = "2000-01-01";
const MINUTE = 60_000;
const RECORDED = Date.parse("2030-01-01T00:00:00.000Z");
const dates = fc
  .date({ min: new Date(START), max: new Date("2001-03-01"), noInvalidDate: true })
  .chain((date) => fc.constantFrom(date.toISOString().slice(0, 10), `${date.toISOString().slice(0, 16)}Z`));

const plans = (late: boolean) =>
  recordArbitrary({ maxLength: 10 }).chain((events) =>
    fc.record<Plan>({
      events: late ? fc.shuffledSubarray([...events], { minLength: events.length }) : fc.constant(events),
      corrections: late
        ? fc.array(
            fc.record({
              of: fc.nat(Math.max(0, events.length - 1)),
              by: fc.option(fc.record({ at: dates }), { nil: undefined }),
            }),
            { maxLength: 3 },
          )
        : fc.constant([]),
      fork: fc.integer({ min: 1, max: 12 }),
    }),
  );

const moments = fc.record<AsOf>(
  {
    position: fc.nat(14),
    at: dates,
    recordedAt: fc.nat(14).map((minutes) => new Date(RECORDED + minutes * MINUTE).toISOString()),
  },
  { requiredKeys: [] },
);

/** A journal whose clock goes a minute further with each append. */
function minutely(open: (now: () => string) => Promise<Journal> = async (now) => memoryJournal({ now })) {
  let minutes = -1;
  return open(() => {
    minutes += 1;
    return new Date(RECORDED + minutes * MINUTE).toISOString();
  });
}

describe.each([
  ["as they happened", false],
  ["late and corrected", true],
])("of events recorded %s", (_how, late) => {
  test("what is folded as of a moment is what the facts of that moment come to", async () => {
    await fc.assert(
      fc.asyncProperty(plans(late), fc.array(moments, { minLength: 1, maxLength: 4 }), async (plan, asOf) => {
        const journal = await minutely();
        await written(journal, plan);
        for (const branch of ["one", "one/other"]) {
          for (const moment of [{}, ...asOf]) {
            const { history } = await foldJournal(journal, { branch, beginning, ...moment });
            expect(history).toEqual(await foldWhole(journal, branch, moment));
          }
        }
      }),
    );
  });

  test("a snapshot that was left anywhere changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(plans(late), fc.nat(12), moments, async (plan, place, moment) => {
        const journal = await minutely();
        await written(journal, plan);
        const query = { branch: "one", beginning, worth: 1 };
        await foldJournal(journal, { ...query, position: place });
        const { history } = await foldJournal(journal, { ...query, ...moment });
        expect(history).toEqual(await foldWhole(journal, "one", moment));
      }),
    );
  });
});

onEveryStore((open) => {
  test("a long line leaves a snapshot, and the next fold goes on from it", async () => {
    const journal = await open();
    const events = manyEvents(1200).map((event, k) => ({
      ...event,
      at: new Date(k * 86_400_000).toISOString().slice(0, 10),
    }));
    const query = { branch: "one", beginning: { dyad: { a: "IRN", b: "PAK" } } };
    await journal.append("one", events.slice(0, 1100));
    const first = await foldJournal(journal, query);
    expect(first.from).toBeUndefined();
    await journal.append("one", events.slice(1100));
    const second = await foldJournal(journal, query);
    expect(second.from).toBe(1100);
    const whole = await foldJournal(journal, { ...query, snapshot: false });
    expect(whole.from).toBeUndefined();
    expect(second.history).toEqual(whole.history);
    // A late event belongs in the middle of what was kept.
    await journal.append("one", [{ ...events[0], id: "late" } as DiplomaticEvent]);
    const third = await foldJournal(journal, query);
    expect(third.history).toEqual((await foldJournal(journal, { ...query, snapshot: false })).history);
    await journal.snapshots.clear();
    expect((await foldJournal(journal, query)).history).toEqual(third.history);
  });

  test("a snapshot that was changed, or is of another record, is not used", async () => {
    const journal = await open();
    const events = manyEvents(5, "k");
    const query = { branch: "one", beginning: { dyad: { a: "IRN", b: "PAK" } }, worth: 1 };
    await journal.append("one", events);
    const kinds = new Map<string, string>();
    const { snapshots } = journal;
    const spying: Journal = {
      ...journal,
      snapshots: {
        ...snapshots,
        put: (kind, position, body) => snapshots.put(kind, position, kinds.set(kind, body).get(kind) ?? ""),
      },
    };
    const { history } = await foldJournal(spying, query);
    const [[kind, body]] = [...kinds] as [[string, string]];
    expect(await foldJournal(journal, query)).toEqual({ history, position: 5, from: 5 });
    const middle = Math.floor(body.length / 2);
    const flipped = `${body.slice(0, middle)}${body[middle] === "1" ? "2" : "1"}${body.slice(middle + 1)}`;
    for (const broken of [flipped, "", "null", "{", body.slice(0, -1), body.slice(1)]) {
      await snapshots.put(kind, 5, broken);
      expect(await foldJournal(journal, { ...query, worth: 100 })).toEqual({ history, position: 5 });
    }
    await snapshots.clear();
    await snapshots.put(kind, 4, body);
    expect(await foldJournal(journal, { ...query, worth: 100 })).toEqual({ history, position: 5 });
  });
});
