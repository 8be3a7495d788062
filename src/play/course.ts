/** The course of a game: everything that happens to the end of the window if the player does nothing more. */
import { decide } from "../doctrine/index.ts";
import { type ActId, actOf, type DiplomaticEvent } from "../events/index.ts";
import { compile, createSimulator, futureEvents, type Model } from "../futures/index.ts";
import { advance, extend, type History } from "../history/index.ts";
import { agreedOn, type Proposal, SIGN, withSigns } from "./consent.ts";
import type { Game } from "./game.ts";

/** What the player did: an act, or a proposal of one that needs the other's consent. */
export type Turn =
  | { readonly kind: "act"; readonly minute: number; readonly event: DiplomaticEvent }
  | { readonly kind: "proposal"; readonly minute: number; readonly proposal: Proposal };

/** Something that happens in a game; without event and proposal it is the clock's, which folding makes again. */
export interface Entry {
  readonly minute: number;
  readonly event?: DiplomaticEvent;
  readonly proposal?: Proposal;
}

/** Everything that happens, in order, from the departure to the end of the window. */
export interface Course {
  readonly entries: readonly Entry[];
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
    const met = meetings(course.entries, turns)[heard];
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

/** The proposals that stand at the end of a minute. */
export function standingAt({ entries }: Course, turns: readonly Turn[], minute: number): readonly Proposal[] {
  let standing: readonly Proposal[] = [];
  for (const one of woven(entries, turns)) {
    if (one.minute > minute) break;
    standing = one.proposal === undefined ? standingAfter(standing, one.event) : [...standing, one.proposal];
  }
  return standing;
}

function simulated({ setup, seed, taken }: Game, added: readonly DiplomaticEvent[]): Course {
  const model = withSigns(compile({ ...setup, scheduled: [...setup.scheduled, ...added] }));
  const { run, log } = createSimulator(model, seed);
  const future = run(0);
  const events = renamed(futureEvents(model, future, log), new Set([...setup.scheduled, ...added]), taken);
  let next = 0;
  const entries = Array.from({ length: future.events }, (_, place): Entry => {
    const [source = -1, minute = 0] = [log.source[place], log.minute[place]];
    const event = source === -1 ? undefined : events[next++];
    if (event === undefined) return { minute };
    if (source < 0 || log.symbol[place] !== SIGN) return { minute, event };
    return { minute, proposal: proposalOf(model, source, minute) };
  });
  return { entries, bounded: future.bounded };
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

function proposalOf({ sources, actors }: Model, number: number, minute: number): Proposal {
  const { rule, actor = -1 } = sources[number] ?? {};
  return { act: rule?.with ?? "agree", by: actors[actor]?.code ?? "", minute };
}

/** An act that both have proposed, and when the second did. */
interface Meeting {
  readonly act: ActId;
  readonly minute: number;
}

function meetings(entries: readonly Entry[], turns: readonly Turn[]): readonly Meeting[] {
  const met: Meeting[] = [];
  let standing: readonly Proposal[] = [];
  for (const { minute, event, proposal } of woven(entries, turns)) {
    if (proposal === undefined) standing = standingAfter(standing, event);
    else if (standing.some(({ act, by }) => act === proposal.act && by !== proposal.by)) {
      met.push({ act: proposal.act, minute });
      standing = standing.filter(({ act }) => act !== proposal.act);
    } else standing = [...standing, proposal];
  }
  return met;
}

/** The player's proposals among everything else: first in their minute, as its acts are. */
function woven(entries: readonly Entry[], turns: readonly Turn[]): readonly Entry[] {
  const own = turns.flatMap((turn) =>
    turn.kind === "proposal" ? [{ minute: turn.minute, proposal: turn.proposal }] : [],
  );
  return [...own, ...entries].sort((one, other) => one.minute - other.minute);
}

/** What an event leaves of the proposals: force and severance end them all, and what is done is no proposal any more. */
export function standingAfter(standing: readonly Proposal[], event: DiplomaticEvent | undefined): readonly Proposal[] {
  if (event === undefined) return standing;
  if (actOf(event.act).class === "force" || event.act === "break-relations") return [];
  const done = event.act === "sign-agreement" ? ["sign-agreement", "agree"] : [event.act];
  return event.from.length < 2 ? standing : standing.filter(({ act }) => !done.includes(act));
}

/** The event of an act that both have proposed, a minute after the second did; none where it is unlawful or too late. */
function together(game: Game, course: Course, { act, minute }: Meeting): DiplomaticEvent | undefined {
  const at = minute + 1;
  if (at > game.setup.horizon) return undefined;
  const history = advance(historyAt(game, course, minute), at);
  const decided = decide(history, jointMove(game, course, history, act));
  return decided.lawful ? decided.event : undefined;
}

/** An act by both parties as a move that can be decided. */
export function jointMove(game: Game, course: Course, history: History, wanted: ActId): Parameters<typeof decide>[1] {
  const { a, b } = history.dyad;
  const { act, fields } = agreedOn(wanted, history.situation, history.dyad, history.now + game.term);
  const note = "Proposed by both parties in a game.";
  return {
    id: freeId(game, course, history.now, `${a}-${b}-${act}`.toLowerCase()),
    act,
    from: [a, b],
    fields: { ...fields, note },
  };
}

/** An id that nothing has in the record, nor in the game up to the end of a minute. */
export function freeId({ taken, setup }: Game, { entries }: Course, minute: number, stem: string): string {
  const used = new Set([
    ...setup.history.steps.map(({ event }) => event.id),
    ...entries.flatMap((entry) => (entry.event === undefined || entry.minute > minute ? [] : [entry.event.id])),
  ]);
  for (let k = 1; ; k++) {
    const id = `${stem}-${k}`;
    if (!taken.has(id) && !used.has(id)) return id;
  }
}
