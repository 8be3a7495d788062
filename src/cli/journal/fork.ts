/** `journal fork`: a stream that shares the beginning of another and goes on by itself. */

import { dateOf, lineageAt, option } from "../../crisis/index.ts";
import { type DiplomaticEvent, when } from "../../events/index.ts";
import {
  type Fact,
  factsOf,
  forkStream,
  type Journal,
  type JournalEntry,
  type JournalRecord,
} from "../../journal/index.ts";
import { Problem, shellWord, visibleLine } from "../../problem/index.ts";
import { plural } from "../../render/index.ts";
import { frameZone, lineageOf, lineageWith } from "../../scenario/index.ts";
import { badOption, type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { addressIn, withJournal } from "./open.ts";

/** Forks the stream of the address, as it is or as it was. */
export async function run({ args, options, io }: Call): Promise<ExitCode> {
  const address = addressIn(args[0]);
  const name = textOption(options, "as");
  if (name === undefined) throw badOption("How is the fork called? --as NAME.");
  const at = textOption(options, "at");
  return withJournal(address, async (journal) => {
    const { stream: parent, records } = await lineageAt(journal, address);
    const zone = frameZone(factsOf(records).frame);
    const end = at === undefined ? Number.POSITIVE_INFINITY : dateOf({ zone }, at, option("at")).end;
    const branch = branchOf(records, (event) => when(event.at).start <= end);
    await branchOff(journal, name, branch);
    const where = `${visibleLine(journal.name)}#${name}`;
    const [shared, late] = [branch.shared.length, branch.anew.length];
    const rest = await Array.fromAsync(journal.read({ branch: parent, after: records.at(-1)?.position ?? 0 }));
    const anew = late === 0 ? "" : ` Written anew, since recorded later: ${late}.`;
    io.write(`${where}: shares ${shared} of ${plural(records.length + rest.length, "record")} of ${parent}.${anew}`);
    io.say(
      `Next: demarche journal append ${shellWord(where)} --event '{ … }', or demarche journal diff ${shellWord(where)} ${shellWord(`#${parent}`)}.`,
    );
    return exitCodes.fine;
  });
}

/** What a fork is made of. */
interface Branch {
  /** The first records of the line: it shares them. */
  readonly shared: readonly JournalRecord[];
  /** What was recorded later but had happened by then: it is written into the fork again. */
  readonly anew: readonly JournalEntry[];
}

/** An event or a proposal. */
type Dated = Pick<DiplomaticEvent, "id" | "at">;

/**
 * The longest beginning of a line that has no record of anything later, and what has to be written after it, so that the
 * fork has the events that had happened by then as they are known, in the same order.
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

/** Shares less if an event was given another date and its old one again: it then stands later among those of its day. */
function inOrder(records: readonly JournalRecord[], wanted: readonly Fact[], count: number): Branch {
  const branch = { shared: records.slice(0, count), anew: anewAfter(records, wanted, count) };
  const made = lineageWith(lineageOf("", branch.shared), branch.anew).facts.facts;
  const odd = wanted.findIndex(({ event }, k) => made[k]?.event.id !== event.id);
  const ids = [made[odd]?.event.id, wanted[odd]?.event.id];
  const its = branch.shared.findIndex(({ entry }) => entry.kind === "event" && ids.includes(entry.event.id));
  // If neither of the two is shared, another shared event prevents the order: then no event is shared.
  const less = its < 0 ? branch.shared.findIndex(({ entry }) => entry.kind === "event") : its;
  return odd < 0 || less < 1 ? branch : inOrder(records, wanted, less);
}

function anewAfter(records: readonly JournalRecord[], wanted: readonly Fact[], count: number): readonly JournalEntry[] {
  const shared = records.slice(0, count);
  const rest = records.slice(count);
  const end = shared.at(-1)?.position ?? 0;
  const sharedIds = new Set(shared.flatMap(({ entry }) => (entry.kind === "event" ? [entry.event.id] : [])));
  const ids = new Set(wanted.map(({ event }) => event.id));
  const gone = factsOf(shared).facts.filter(({ event }) => !ids.has(event.id));
  return [
    ...rest.flatMap(({ entry }) => (entry.kind === "frame" ? [entry] : [])).slice(-1),
    ...gone.flatMap(({ event }) => withdrawalOf(event.id, rest)),
    ...wanted.flatMap(({ event, record }): readonly JournalEntry[] => {
      const { entry, position } = record;
      if (position <= end) return [];
      if (sharedIds.has(event.id) || entry.kind === "event") return [entry];
      return [{ kind: "event", event }];
    }),
  ];
}

/** The withdrawal of an event that was withdrawn or happened later after all, with the reason given last. */
function withdrawalOf(id: string, rest: readonly JournalRecord[]): readonly JournalEntry[] {
  return rest
    .flatMap(({ entry }) => (entry.kind === "correction" && entry.corrects === id ? [entry] : []))
    .slice(-1)
    .map(({ kind, id: own, corrects, because }) => ({ kind, id: own, corrects, because }));
}
