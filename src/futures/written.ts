/** Writing a future out: the numbers of a log as events of a history, with their causes, for everyone to replay. */

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
import { nth, numberAt } from "../problem/index.ts";
import { AGREE, agreedOn, deadlineAt, termsOf } from "./consent.ts";
import { CLOCK, IN_HISTORY, type Log, SCHEDULED } from "./log.ts";
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
  const grown = extend(model.setup.history, webEventsOf(model, future, [log, ...others]));
  return future.bounded ? grown : advance(grown, model.setup.horizon);
}

/** The events of a future in all its relations, in order. What touches several of them is there once. */
function webEventsOf(
  model: Model,
  future: Pick<Future, "events" | "relations">,
  logs: readonly Log[],
): readonly DiplomaticEvent[] {
  const all = new Set(eventsByRelation(model, future, logs).flat());
  return model.others.length === 0 ? [...all] : [...all].toSorted(byTime);
}

function byTime(one: DiplomaticEvent, other: DiplomaticEvent): number {
  return when(one.at).start - when(other.at).start;
}

/** The events of a future that are not the clock's, in each of its relations, the main one first. */
export function eventsByRelation(
  model: Model,
  { relations, ...future }: Pick<Future, "events" | "relations">,
  logs: readonly Log[],
): readonly (readonly DiplomaticEvent[])[] {
  if (relations === undefined) return [eventsOf(model, future, nth(logs, 0))];
  const models = [model, ...model.others];
  const taken = new Set(models.flatMap(idsIn));
  return models.map((one, k) => eventsOf(one, nth(relations, k), nth(logs, k), taken));
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
  { events }: Pick<Future, "events">,
  log: Log,
  taken: Set<string> = new Set(idsIn(model)),
): readonly DiplomaticEvent[] {
  const opening = openingOf(model);
  const { scheduled } = model.setup;
  const ids = new Map<number, string>();
  const made: DiplomaticEvent[] = [];
  let situation = opening.situation;
  for (let place = 0; place < events; place++) {
    const symbol = numberAt(log.symbol, place);
    const source = numberAt(log.source, place);
    if (source !== CLOCK) {
      const one =
        source <= SCHEDULED
          ? nth(scheduled, SCHEDULED - source)
          : moved(model, log, place, { situation, ids, opening, taken });
      made.push(one);
      ids.set(place, one.id);
      taken.add(one.id);
    }
    situation = sharedTable.next(situation, symbol);
  }
  return made;
}

interface Context {
  readonly situation: number;
  readonly ids: ReadonlyMap<number, string>;
  readonly opening: Opening;
  readonly taken: ReadonlySet<string>;
}

/** An event that a doctrine proposed. */
function moved(model: Model, log: Log, place: number, context: Context): DiplomaticEvent {
  const { actors, sources, dyad } = model;
  const { type: act, by } = nth(symbols, numberAt(log.symbol, place));
  const actor = nth(actors, nth(sources, numberAt(log.source, place)).actor);
  const from = by === "both" ? [dyad.a, dyad.b] : [actor.code];
  const to = by === "both" ? [] : [dyad.a, dyad.b].filter((code) => code !== actor.code);
  const cause = numberAt(log.cause, place);
  const occasion = cause <= IN_HISTORY ? nth(context.opening.occasions, IN_HISTORY - cause).event : undefined;
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
