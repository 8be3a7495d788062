/** The course of a game: everything that happens to the end of the window if the player does nothing more. */
import type { ProposedMove } from "../doctrine/index.ts";
import { type ActId, type DiplomaticEvent, when } from "../events/index.ts";
import {
  CLOCK,
  compile,
  createSimulator,
  eventsOfAll,
  type Model,
  type Proposed,
  type Setup,
} from "../futures/index.ts";
import { advance, extend, type History, touches } from "../history/index.ts";
import { type Dyad, symbols } from "../machine/index.ts";
import { nth, present } from "../problem/index.ts";
import { type Proposal, proposalsAfter } from "./consent.ts";
import type { Game } from "./game.ts";
import { decideMove, jointMove, type Naming, numberedName } from "./move.ts";

/** What the player did: an act, or a proposal of one that needs the other's consent. */
export type Turn =
  | { readonly kind: "act"; readonly minute: number; readonly event: DiplomaticEvent }
  | { readonly kind: "proposal"; readonly minute: number; readonly proposal: Proposal };

/** Something that happens in a game; without event and proposal it is the clock's, which folding makes again. */
export interface CourseEntry {
  readonly minute: number;
  readonly event?: DiplomaticEvent;
  readonly proposal?: Proposal;
}

/** Everything that happens, in order, from the departure to the end of the window: third states' acts among it. */
export interface Course {
  readonly dyad: Dyad;
  readonly entries: readonly CourseEntry[];
  /** What happens in the other relations of the crisis and does not touch this one, in order. */
  readonly elsewhere: readonly DiplomaticEvent[];
  /** Whether the bound on events ended it before the window did. */
  readonly bounded: boolean;
}

/**
 * The course after some turns. It is one simulated future in which the player's acts are certain to come. Chance is
 * keyed, so what happens before a turn is the same with and without it, and waiting again gives the same answers.
 */
export function courseOf(game: Game, turns: readonly Turn[]): Course {
  const acts = turns.flatMap((turn) => (turn.kind === "act" ? [turn.event] : []));
  const joint: DiplomaticEvent[] = [];
  let handled = 0;
  for (;;) {
    const course = simulate(game, [...acts, ...joint]);
    const meeting = meetingsIn(course, turns)[handled];
    if (meeting === undefined) return course;
    handled += 1;
    const eventOfBoth = jointEvent(game, course, meeting);
    if (eventOfBoth !== undefined) joint.push(eventOfBoth);
  }
}

/** What has happened at the end of a minute, the clock with it. */
export function historyAt(game: Game, { entries }: Course, minute: number): History {
  const events = entries.flatMap((entry) => (entry.event === undefined || entry.minute > minute ? [] : [entry.event]));
  return advance(extend(game.setup.history, events), minute);
}

export function proposalsAt({ dyad, entries }: Course, turns: readonly Turn[], minute: number): readonly Proposal[] {
  let proposals: readonly Proposal[] = [];
  for (const entry of weave(entries, turns)) {
    if (entry.minute > minute) break;
    if (entry.event !== undefined) proposals = proposalsAfter(proposals, entry.event, dyad);
    if (entry.proposal !== undefined) proposals = [...proposals, entry.proposal];
  }
  return proposals;
}

function simulate({ setup, seed, taken }: Game, added: readonly DiplomaticEvent[]): Course {
  const model = compile(withFacts(setup, added));
  const { run, log, others } = createSimulator(model, seed);
  const whole = run(0);
  const future = whole.relations?.[0] ?? whole;
  const { own, all } = eventsOfAll(model, whole, [log, ...others]);
  const facts = [setup, ...(setup.others ?? [])].flatMap(({ scheduled }) => scheduled);
  const names = renameTaken(all, new Set([...facts, ...added]), taken);
  const renamedById = new Map(all.map((event, k) => [event.id, nth(names, k)]));
  const ownEvents = own.values();
  const proposals = log.proposals.map((one) => ({ ...one, proposal: proposalOf(model, one) }));
  const entries = Array.from({ length: future.events + 1 }, (_, place): readonly CourseEntry[] => {
    const before = proposals.filter((one) => one.place === place).map(({ minute, proposal }) => ({ minute, proposal }));
    if (place === future.events) return before;
    const minute = nth(log.minute, place);
    const event = log.source[place] === CLOCK ? undefined : ownEvents.next().value;
    return [...before, event === undefined ? { minute } : { minute, event: renamedById.get(event.id) ?? event }];
  });
  const ownIds = new Set(own.map(({ id }) => id));
  const beside = all.flatMap((event, k) => (ownIds.has(event.id) ? [] : [nth(names, k)]));
  const third = new Set(beside.filter((event) => touches(event, setup.history)));
  return {
    dyad: model.dyad,
    entries: third.size === 0 ? entries.flat() : addThirdParties(entries.flat(), names, third),
    elsewhere: beside.filter((event) => !third.has(event)),
    bounded: future.bounded,
  };
}

/**
 * Entries with what happens in other relations, shown here as the act of a third state, which moves nothing.
 *
 * @param all every event, in order
 */
function addThirdParties(
  entries: readonly CourseEntry[],
  all: readonly DiplomaticEvent[],
  third: ReadonlySet<DiplomaticEvent>,
): readonly CourseEntry[] {
  const places = new Map(all.map((event, k) => [event, k]));
  let place = -1;
  const own = entries.map((entry) => {
    place = entry.event === undefined ? place : (places.get(entry.event) ?? place);
    return { entry, place };
  });
  const thirdParties = [...third].map((event) => ({
    entry: { minute: when(event.at).start, event },
    place: present(places.get(event), "place of an event"),
  }));
  return [...own, ...thirdParties]
    .toSorted((one, other) => one.entry.minute - other.entry.minute || one.place - other.place)
    .map(({ entry }) => entry);
}

/** A setup in which more is certain to come: in each relation, what touches it. */
function withFacts({ others = [], ...setup }: Setup, added: readonly DiplomaticEvent[]): Setup {
  const withAdded = (one: Setup): Setup => ({
    ...one,
    scheduled: [...one.scheduled, ...added.filter((event) => touches(event, one.history))],
  });
  return { ...withAdded(setup), others: others.map(withAdded) };
}

/** Events under names of their own, where the record has events of that name which the game has left. */
function renameTaken(
  events: readonly DiplomaticEvent[],
  kept: ReadonlySet<DiplomaticEvent>,
  taken: ReadonlySet<string>,
): readonly DiplomaticEvent[] {
  if (events.every((event) => kept.has(event) || !taken.has(event.id))) return events;
  const names = new Map(
    events.flatMap((one) => (kept.has(one) || !taken.has(one.id) ? [] : [[one.id, `${one.id}-played`]])),
  );
  return events.map((event) => {
    if (kept.has(event)) return event;
    return { ...event, id: names.get(event.id) ?? event.id, because: event.because.map((id) => names.get(id) ?? id) };
  });
}

function proposalOf({ sources, actors }: Model, { symbol, source, minute }: Proposed): Proposal {
  return { act: nth(symbols, symbol).type, by: nth(actors, nth(sources, source).actor).code, minute };
}

/** An act that both have proposed, and when the second did. */
interface Meeting {
  readonly act: ActId;
  readonly minute: number;
}

function meetingsIn({ dyad, entries }: Course, turns: readonly Turn[]): readonly Meeting[] {
  const found: Meeting[] = [];
  let open: readonly Proposal[] = [];
  for (const { minute, event, proposal } of weave(entries, turns)) {
    if (event !== undefined) open = proposalsAfter(open, event, dyad);
    if (proposal === undefined) continue;
    if (open.some(({ act, by }) => act === proposal.act && by !== proposal.by)) {
      found.push({ act: proposal.act, minute });
      open = open.filter(({ act }) => act !== proposal.act);
    } else open = [...open, proposal];
  }
  return found;
}

/** The player's proposals among everything else: first in their minute, as its acts are. */
function weave(entries: readonly CourseEntry[], turns: readonly Turn[]): readonly CourseEntry[] {
  const own = turns.flatMap((turn) =>
    turn.kind === "proposal" ? [{ minute: turn.minute, proposal: turn.proposal }] : [],
  );
  return [...own, ...entries].sort((one, other) => one.minute - other.minute);
}

/** The event of an act that both have proposed, a minute after the second did; none where it is void or too late. */
function jointEvent(game: Game, course: Course, { act, minute }: Meeting): DiplomaticEvent | undefined {
  const at = minute + 1;
  if (at > game.setup.horizon) return undefined;
  const history = advance(historyAt(game, course, minute), at);
  const event = decideMove(history, jointMoveIn(game, course, history, act));
  return "id" in event ? event : undefined;
}

export function jointMoveIn(game: Game, course: Course, history: History, wanted: ActId): ProposedMove {
  const note = "Proposed by both parties in a game.";
  return jointMove(history, wanted, game.term, { note }, naming(game, course, history.now));
}

/** Ids that nothing has in the record, nor in the game up to the end of a minute. */
export function naming({ taken, setup }: Game, { entries }: Course, minute: number): Naming {
  const used = new Set([
    ...setup.history.steps.map(({ event }) => event.id),
    ...entries.flatMap((entry) => (entry.event === undefined || entry.minute > minute ? [] : [entry.event.id])),
  ]);
  return (stem) => numberedName(stem, (id) => taken.has(id) || used.has(id));
}
