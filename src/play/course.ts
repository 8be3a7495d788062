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
import { type Proposal, standingAfter } from "./consent.ts";
import type { Game } from "./game.ts";
import { decided, jointMove, type Naming, numbered } from "./move.ts";

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
  let heard = 0;
  for (;;) {
    const course = simulated(game, [...acts, ...joint]);
    const met = meetings(course, turns)[heard];
    if (met === undefined) return course;
    heard += 1;
    const made = together(game, course, met);
    if (made !== undefined) joint.push(made);
  }
}

/** What has happened at the end of a minute, the clock with it. */
export function historyAt(game: Game, { entries }: Course, minute: number): History {
  const events = entries.flatMap((entry) => (entry.event === undefined || entry.minute > minute ? [] : [entry.event]));
  return advance(extend(game.setup.history, events), minute);
}

export function standingAt({ dyad, entries }: Course, turns: readonly Turn[], minute: number): readonly Proposal[] {
  let standing: readonly Proposal[] = [];
  for (const one of woven(entries, turns)) {
    if (one.minute > minute) break;
    if (one.event !== undefined) standing = standingAfter(standing, one.event, dyad);
    if (one.proposal !== undefined) standing = [...standing, one.proposal];
  }
  return standing;
}

function simulated({ setup, seed, taken }: Game, added: readonly DiplomaticEvent[]): Course {
  const model = compile(withFacts(setup, added));
  const { run, log, others } = createSimulator(model, seed);
  const whole = run(0);
  const future = whole.relations?.[0] ?? whole;
  const { own, all } = eventsOfAll(model, whole, [log, ...others]);
  const facts = [setup, ...(setup.others ?? [])].flatMap(({ scheduled }) => scheduled);
  const names = renamed(all, new Set([...facts, ...added]), taken);
  const called = new Map(all.map((event, k) => [event.id, nth(names, k)]));
  const made = own.values();
  const proposals = log.proposals.map((one) => ({ ...one, proposal: proposalOf(model, one) }));
  const entries = Array.from({ length: future.events + 1 }, (_, place): readonly CourseEntry[] => {
    const before = proposals.filter((one) => one.place === place).map(({ minute, proposal }) => ({ minute, proposal }));
    if (place === future.events) return before;
    const minute = nth(log.minute, place);
    const event = log.source[place] === CLOCK ? undefined : made.next().value;
    return [...before, event === undefined ? { minute } : { minute, event: called.get(event.id) ?? event }];
  });
  const here = new Set(own.map(({ id }) => id));
  const beside = all.flatMap((event, k) => (here.has(event.id) ? [] : [nth(names, k)]));
  const third = new Set(beside.filter((event) => touches(event, setup.history)));
  return {
    dyad: model.dyad,
    entries: third.size === 0 ? entries.flat() : withThird(entries.flat(), names, third),
    elsewhere: beside.filter((event) => !third.has(event)),
    bounded: future.bounded,
  };
}

/**
 * Entries with what happens in other relations and is told here as the act of a third state, which moves nothing.
 *
 * @param all every event, in order
 */
function withThird(
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
  const told = [...third].map((event) => ({
    entry: { minute: when(event.at).start, event },
    place: present(places.get(event), "place of an event"),
  }));
  return [...own, ...told]
    .toSorted((one, other) => one.entry.minute - other.entry.minute || one.place - other.place)
    .map(({ entry }) => entry);
}

/** A setup in which more is certain to come: in each relation, what touches it. */
function withFacts({ others = [], ...setup }: Setup, added: readonly DiplomaticEvent[]): Setup {
  const fuller = (one: Setup): Setup => ({
    ...one,
    scheduled: [...one.scheduled, ...added.filter((event) => touches(event, one.history))],
  });
  return { ...fuller(setup), others: others.map(fuller) };
}

/** Events under names of their own, where the record has events of that name which the game has left. */
function renamed(
  events: readonly DiplomaticEvent[],
  known: ReadonlySet<DiplomaticEvent>,
  taken: ReadonlySet<string>,
): readonly DiplomaticEvent[] {
  if (events.every((event) => known.has(event) || !taken.has(event.id))) return events;
  const names = new Map(
    events.flatMap((one) => (known.has(one) || !taken.has(one.id) ? [] : [[one.id, `${one.id}-played`]])),
  );
  return events.map((event) => {
    if (known.has(event)) return event;
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

function meetings({ dyad, entries }: Course, turns: readonly Turn[]): readonly Meeting[] {
  const met: Meeting[] = [];
  let standing: readonly Proposal[] = [];
  for (const { minute, event, proposal } of woven(entries, turns)) {
    if (event !== undefined) standing = standingAfter(standing, event, dyad);
    if (proposal === undefined) continue;
    if (standing.some(({ act, by }) => act === proposal.act && by !== proposal.by)) {
      met.push({ act: proposal.act, minute });
      standing = standing.filter(({ act }) => act !== proposal.act);
    } else standing = [...standing, proposal];
  }
  return met;
}

/** The player's proposals among everything else: first in their minute, as its acts are. */
function woven(entries: readonly CourseEntry[], turns: readonly Turn[]): readonly CourseEntry[] {
  const own = turns.flatMap((turn) =>
    turn.kind === "proposal" ? [{ minute: turn.minute, proposal: turn.proposal }] : [],
  );
  return [...own, ...entries].sort((one, other) => one.minute - other.minute);
}

/** The event of an act that both have proposed, a minute after the second did; none where it is void or too late. */
function together(game: Game, course: Course, { act, minute }: Meeting): DiplomaticEvent | undefined {
  const at = minute + 1;
  if (at > game.setup.horizon) return undefined;
  const history = advance(historyAt(game, course, minute), at);
  const made = decided(history, togetherMove(game, course, history, act));
  return "id" in made ? made : undefined;
}

export function togetherMove(game: Game, course: Course, history: History, wanted: ActId): ProposedMove {
  const note = "Proposed by both parties in a game.";
  return jointMove(history, wanted, game.term, { note }, naming(game, course, history.now));
}

/** Ids that nothing has in the record, nor in the game up to the end of a minute. */
export function naming({ taken, setup }: Game, { entries }: Course, minute: number): Naming {
  const used = new Set([
    ...setup.history.steps.map(({ event }) => event.id),
    ...entries.flatMap((entry) => (entry.event === undefined || entry.minute > minute ? [] : [entry.event.id])),
  ]);
  return (stem) => numbered(stem, (id) => taken.has(id) || used.has(id));
}
