/** Writing a future out: the numbers of a log as events of a history, with their causes, that can be replayed. */
import {
  type ActId,
  type DiplomaticEvent,
  type EventDraft,
  emptyLists,
  event,
  formatWhen,
  when,
} from "../events/index.ts";
import { advance, extend, type History } from "../history/index.ts";
import { sharedTable, symbols } from "../machine/index.ts";
import { nth, numberAt, present } from "../problem/index.ts";
import { AGREE, agreedOn, deadlineAt, termsOf } from "./consent.ts";
import { ABROAD, type Abroad, CLOCK, IN_HISTORY, type Log, SCHEDULED } from "./log.ts";
import type { Model } from "./model.ts";
import { type Opening, openingOf } from "./opening.ts";
import type { Future } from "./simulate.ts";

/**
 * A future as a history: what was handed over, and everything that happened in it, judged by the chart.
 *
 * @param log the simulator's log, as the future left it
 * @param others its logs of the other relations, where several go on together
 */
export function written(model: Model, future: Future, log: Log, others: readonly Log[] = []): History {
  const history = extend(model.setup.history, eventsOfAll(model, future, [log, ...others]).all);
  return future.bounded ? history : advance(history, model.setup.horizon);
}

/** The events of a future that are not the clock's. */
export interface FutureEvents {
  /** Those of its main relation. */
  readonly own: readonly DiplomaticEvent[];
  /** Those of all its relations, in order; what touches several of them is there once. */
  readonly all: readonly DiplomaticEvent[];
}

/**
 * The events of a future, in all its relations.
 *
 * @param logs the simulator's logs of them, that of the main one first
 */
export function eventsOfAll(
  model: Model,
  { relations, ...future }: Pick<Future, "events" | "relations">,
  logs: readonly Log[],
): FutureEvents {
  if (relations === undefined) {
    const own = eventsOf(model, future, nth(logs, 0));
    return { own, all: own };
  }
  const models = [model, ...model.others];
  const taken = new Set(models.flatMap(idsIn));
  const eventsOfRelations = models.map((relation, k) => makeEvents(relation, nth(relations, k), nth(logs, k), taken));
  const idOf = ({ relation, place }: Abroad): string =>
    present(nth(eventsOfRelations, relation).ids.get(place), "cause elsewhere");
  const lists = eventsOfRelations.map(({ events, causes }) =>
    events.map((event) => {
      const cause = causes.get(event.id);
      return cause === undefined ? event : { ...event, because: [idOf(cause)] };
    }),
  );
  return { own: nth(lists, 0), all: mergeByTime(lists) };
}

function idsIn({ setup: { history, scheduled } }: Model): readonly string[] {
  return [...history.steps.map(({ event: { id } }) => id), ...scheduled.map(({ id }) => id)];
}

/**
 * The events of a future that are not the clock's: those make themselves again when they are folded.
 *
 * @param taken ids that are taken; those of the events are added
 */
export function eventsOf(
  model: Model,
  future: Pick<Future, "events">,
  log: Log,
  taken: Set<string> = new Set(idsIn(model)),
): readonly DiplomaticEvent[] {
  return makeEvents(model, future, log, taken).events;
}

/** The events of one relation, the ids of them by their places in the log, and by their ids the causes in other relations. */
interface MadeEvents {
  readonly events: readonly DiplomaticEvent[];
  readonly ids: ReadonlyMap<number, string>;
  readonly causes: ReadonlyMap<string, Abroad>;
}

function makeEvents(model: Model, { events }: Pick<Future, "events">, log: Log, taken: Set<string>): MadeEvents {
  const opening = openingOf(model);
  const { scheduled } = model.setup;
  const ids = new Map<number, string>();
  const causes = new Map<string, Abroad>();
  const made: DiplomaticEvent[] = [];
  let situation = opening.situation;
  for (let place = 0; place < events; place++) {
    const symbol = numberAt(log.symbol, place);
    const source = numberAt(log.source, place);
    if (source !== CLOCK) {
      const one =
        source <= SCHEDULED
          ? nth(scheduled, SCHEDULED - source)
          : eventOfMove(model, log, place, { situation, ids, opening, taken });
      made.push(one);
      ids.set(place, one.id);
      taken.add(one.id);
      const cause = numberAt(log.cause, place);
      if (cause <= ABROAD) causes.set(one.id, nth(log.abroad, ABROAD - cause));
    }
    situation = sharedTable.next(situation, symbol);
  }
  return { events: made, ids, causes };
}

/** Lists in order of time as one: what is in several is there once, and what others caused comes after it. */
function mergeByTime(lists: readonly (readonly DiplomaticEvent[])[]): readonly DiplomaticEvent[] {
  const all = new Set(lists.flat().map(({ id }) => id));
  const placedIds = new Set<string>();
  const places = lists.map(() => 0);
  const merged: DiplomaticEvent[] = [];
  while (merged.length < all.size) {
    const heads = lists.flatMap((list, k) => {
      while (placedIds.has(list[nth(places, k)]?.id ?? "")) places[k] = nth(places, k) + 1;
      return list[nth(places, k)] ?? [];
    });
    const open = heads.filter(({ because }) => because.every((id) => placedIds.has(id) || !all.has(id)));
    const [next] = (open.length === 0 ? heads : open).toSorted(
      (one, other) => when(one.at).start - when(other.at).start,
    );
    if (next === undefined) break;
    placedIds.add(next.id);
    merged.push(next);
  }
  return merged;
}

interface Context {
  readonly situation: number;
  readonly ids: ReadonlyMap<number, string>;
  readonly opening: Opening;
  readonly taken: ReadonlySet<string>;
}

function eventOfMove(model: Model, log: Log, place: number, context: Context): DiplomaticEvent {
  const { actors, sources, dyad } = model;
  const { type: act, by } = nth(symbols, numberAt(log.symbol, place));
  const actor = nth(actors, nth(sources, numberAt(log.source, place)).actor);
  const from = by === "both" ? [dyad.a, dyad.b] : [actor.code];
  const to = by === "both" ? [] : [dyad.a, dyad.b].filter((code) => code !== actor.code);
  const cause = numberAt(log.cause, place);
  const isBefore = cause <= IN_HISTORY && cause > ABROAD;
  const occasion = isBefore ? nth(context.opening.occasions, IN_HISTORY - cause).event : undefined;
  const because = occasion ?? context.ids.get(cause);
  return event({
    ...emptyLists(),
    id: freeId(`${from.join("-").toLowerCase()}-${act}`, context.taken),
    act,
    at: formatWhen(numberAt(log.minute, place), "minute"),
    from,
    to,
    because: because === undefined ? [] : [because],
    note: "Made by a doctrine in a simulated future.",
    ...fieldsOf(act, place, log, context.situation, model),
  } as EventDraft<ActId>);
}

/** The own fields that an act can't be without. What no doctrine says is as small as can be. */
function fieldsOf(act: ActId, place: number, log: Log, situation: number, { dyad, term }: Model): object {
  if (act === "agree") {
    return { terms: termsOf({ owing: agreedOn(AGREE, situation).owing, overdue: numberAt(log.overdue, place) }, dyad) };
  }
  return act === "issue-ultimatum" ? { deadline: deadlineAt(numberAt(log.minute, place), term) } : {};
}

function freeId(stem: string, taken: ReadonlySet<string>): string {
  for (let k = 1; ; k++) if (!taken.has(`${stem}-${k}`)) return `${stem}-${k}`;
}
