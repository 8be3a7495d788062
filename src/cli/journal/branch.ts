/** Branching in the past: a fork stands where its line stood by then, also where that was recorded late or corrected since. */
import type { DiplomaticEvent } from "../../events/index.ts";
import {
  type Fact,
  factsOf,
  forkStream,
  type Journal,
  type JournalEntry,
  type JournalRecord,
} from "../../journal/index.ts";
import { Problem } from "../../problem/index.ts";
import { lineageOf, lineageWith } from "../../scenario/index.ts";

/** What a fork is made of. */
export interface Branch {
  /** The first records of the line: it shares them. */
  readonly shared: readonly JournalRecord[];
  /** What was recorded after them and held by then: it is written into the fork anew. */
  readonly anew: readonly JournalEntry[];
}

/** An event or a proposal. */
type Dated = Pick<DiplomaticEvent, "id" | "at">;

/**
 * The longest beginning of a line in which nothing tells of what came later, and what has to be written after it, so
 * that the fork has the events that had happened by then as they are known, in the same order.
 *
 * @param records of the line
 * @param byThen whether an event had happened by then, or a proposal was made
 * @throws Problem when nothing had happened by then, or the line begins with what came later
 */
export function branchOf(records: readonly JournalRecord[], byThen: (one: Dated) => boolean): Branch {
  const { facts } = factsOf(records);
  const wanted = facts.filter(({ event }) => byThen(event));
  const later = records.findIndex(({ entry }) => {
    const one = entry.kind === "proposal" ? entry : "event" in entry ? entry.event : undefined;
    return one !== undefined && !byThen(one);
  });
  const [first] = facts;
  if (first !== undefined && wanted.length === 0) {
    throw new Problem(
      "no-such-moment",
      `Nothing had happened by then: the first event is ${first.event.id} of ${first.event.at}.`,
    );
  }
  if (later === 0)
    throw new Problem("no-such-moment", "The very first record tells of what came later: there is nothing to share.");
  return inOrder(records, wanted, later < 0 ? records.length : later);
}

/** Begins the fork. */
export async function branchOff(journal: Journal, name: string, { shared, anew }: Branch): Promise<void> {
  const last = shared.at(-1);
  if (last === undefined) throw new Problem("no-such-moment", "There is nothing to fork: the line has no records.");
  await forkStream(journal, last.stream, name, { version: last.version, entries: anew });
}

/** Shares less where an event was dated otherwise and back meanwhile: it stands later among those of its day. */
function inOrder(records: readonly JournalRecord[], wanted: readonly Fact[], count: number): Branch {
  const branch = { shared: records.slice(0, count), anew: anewAfter(records, wanted, count) };
  const made = lineageWith(lineageOf("", branch.shared), branch.anew).facts.facts;
  const odd = wanted.findIndex(({ event }, k) => made[k]?.event.id !== event.id);
  const ids = [made[odd]?.event.id, wanted[odd]?.event.id];
  const its = branch.shared.findIndex(({ entry }) => entry.kind === "event" && ids.includes(entry.event.id));
  // Where neither of the two is shared, another that is stands in their way: then no event is.
  const less = its < 0 ? branch.shared.findIndex(({ entry }) => entry.kind === "event") : its;
  return odd < 0 || less < 1 ? branch : inOrder(records, wanted, less);
}

function anewAfter(records: readonly JournalRecord[], wanted: readonly Fact[], count: number): readonly JournalEntry[] {
  const shared = records.slice(0, count);
  const rest = records.slice(count);
  const end = shared.at(-1)?.position ?? 0;
  const told = new Set(shared.flatMap(({ entry }) => (entry.kind === "event" ? [entry.event.id] : [])));
  const ids = new Set(wanted.map(({ event }) => event.id));
  const gone = factsOf(shared).facts.filter(({ event }) => !ids.has(event.id));
  return [
    ...rest.flatMap(({ entry }) => (entry.kind === "frame" ? [entry] : [])).slice(-1),
    ...gone.flatMap(({ event }) => withdrawn(event.id, rest)),
    ...wanted.flatMap(({ event, record }): readonly JournalEntry[] => {
      const { entry, position } = record;
      if (position <= end) return [];
      if (told.has(event.id) || entry.kind === "event") return [entry];
      return [{ kind: "event", event }];
    }),
  ];
}

/** An event that was withdrawn, or is now known to have happened later, for the reason that was given last. */
function withdrawn(id: string, rest: readonly JournalRecord[]): readonly JournalEntry[] {
  return rest
    .flatMap(({ entry }) => (entry.kind === "correction" && entry.corrects === id ? [entry] : []))
    .slice(-1)
    .map(({ kind, id: own, corrects, because }) => ({ kind, id: own, corrects, because }));
}
