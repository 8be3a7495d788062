/** Invented events: what the chart sees of an act, as an event that a record can hold. */
import {
  type ActId,
  type DiplomaticEvent,
  type EventDraft,
  event,
  formatWhen,
  MINUTES_PER_DAY,
  when,
} from "../events/index.ts";
import type { ChartEvent, Dyad } from "../machine/index.ts";

/** What an invented event is made of. */
export interface Invention extends Pick<DiplomaticEvent, "id" | "at"> {
  readonly seen: ChartEvent;
  readonly dyad: Dyad;
  readonly because?: readonly string[];
  readonly note?: string;
  /** The act's own fields, where others are wanted than {@link invented} makes up. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** An event that the chart sees as it should. Fields that its act can't do without are made up, as little as can be. */
export function invented({ seen, dyad, because = [], note, more = {}, ...own }: Invention): DiplomaticEvent {
  const { a, b } = dyad;
  const from = seen.by === "both" ? [a, b] : seen.by === "a" ? [a] : [b];
  const to = seen.by === "both" ? [] : [seen.by === "a" ? b : a];
  const fields = { ...necessary[seen.type]?.(own.at), ...more, ...(note === undefined ? {} : { note }) };
  return event({ ...own, act: seen.type, from, to, because: [...because], ...fields } as EventDraft<ActId>);
}

/**
 * An invented event in the place of one of the record. What a file leaves as it is stays, so that the replacement is the
 * same when it is written down and read again: its date and causes, its sources and what is claimed of it.
 */
export function inventedInstead(event: DiplomaticEvent, seen: ChartEvent, dyad: Dyad, note: string): DiplomaticEvent {
  const { id, at, because, cite, claims, recordedAt, after, before, side } = event;
  const made = invented({ id, at, seen, dyad, because, note });
  const to = made.to.length > 0 ? made.to : event.to;
  const rest = Object.entries({ recordedAt, after, before, side }).filter(([, value]) => value !== undefined);
  return { ...made, to, cite, claims, ...Object.fromEntries(rest) };
}

/** What the schema of an act asks for, where it asks for anything. */
const necessary: Partial<Readonly<Record<ActId, (at: string) => Readonly<Record<string, unknown>>>>> = {
  "issue-ultimatum": (at) => ({ deadline: formatWhen(when(at).start + 7 * MINUTES_PER_DAY) }),
  "expel-diplomats": () => ({ count: 1 }),
  "cap-staff": () => ({ limit: 10 }),
  agree: () => ({ terms: [{ act: "return-ambassador", by: "both" }] }),
};
