/**
 * What is unfinished in futures: measures, commitments and deadlines, by the rules of the dossier and of the clock. Equal
 * states are one object, and each remembers what the rules answered. An event of a doctrine has the first unused number
 * instead of an id, and what it sets a day for has that number too. The days themselves are no part of a state, so that
 * the same states come again, in one future or in another.
 */
import { isHeld, seenIn, type Unfinished, unfinishedAfter } from "../dossier/index.ts";
import { type DiplomaticEvent, emptyLists, when } from "../events/index.ts";
import { type ClockEntry, clockEvent, waitingIn } from "../history/index.ts";
import { type ChartEvent, type Dyad, symbolIndex, symbols, type Verdict } from "../machine/index.ts";
import { nth } from "../problem/index.ts";
import { termsOf } from "./consent.ts";

export interface Waiting {
  /** The minute at which it is due; -Infinity at once. */
  readonly due: number;
  /** Where a doctrine's event set the day: the number of that event, by which the simulation knows it; else -1. */
  readonly number: number;
  /** The event that it becomes, and its symbols: as it is seen where this stands, and without a detail. */
  readonly event: DiplomaticEvent;
  readonly symbol: number;
  readonly plain: number;
}

/** What stands, is owed and is waited for. States with the same few things are one object. */
export interface UnfinishedState {
  readonly unfinished: Unfinished;
  readonly holdsClock: boolean;
  /** In the order in which it comes where it is due at the same minute. */
  readonly waiting: readonly Waiting[];
  /** The number of the next event of a doctrine. */
  readonly nextNumber: number;
  readonly cache: StateCache;
  /** Whether it has few things, so that it is likely to come again. */
  readonly isCached: boolean;
  /** Answers so far: symbols with their detail, and the states after events. */
  readonly detailed: Map<number, number>;
  readonly after: Map<number, UnfinishedState>;
}

/** All states between two parties so far. */
interface StateCache {
  readonly dyad: Dyad;
  readonly states: Map<string, UnfinishedState>;
}

const caches = new Map<string, StateCache>();

/** With more states than this between two parties their cache is cleared. */
const MAX_STATES = 20_000;

/** More things than this seldom stand in the same order again: a war that is declared over and over. */
const MAX_CACHED_THINGS = 8;

/** What stands where futures begin. */
export function unfinishedAtOpening({ measures, commitments, deadlines }: Unfinished, dyad: Dyad): UnfinishedState {
  const key = `${dyad.a} ${dyad.b}`;
  const cache = caches.get(key) ?? { dyad, states: new Map<string, UnfinishedState>() };
  caches.set(key, cache);
  return cachedState(cache, { measures, commitments: { ...commitments, ended: [] }, deadlines });
}

/** The symbol of an event, with the detail that only what stands can tell. */
export function symbolWithDetail(state: UnfinishedState, symbol: number, event: DiplomaticEvent | undefined): number {
  const key = event === undefined ? symbol : -numberFor(event);
  const earlierAnswer = state.detailed.get(key);
  if (earlierAnswer !== undefined) return earlierAnswer;
  const { unfinished, cache } = state;
  const answer = symbolIndex(seenIn(unfinished, event ?? eventOf(state, symbol, 0), cache.dyad));
  if (state.isCached) state.detailed.set(key, answer);
  return answer;
}

/**
 * What stands after an event.
 *
 * @param event the event where there is one already: of the record, or of the clock
 * @param owing who owes the return of its ambassador by it, as bits
 */
export function unfinishedStateAfter(
  state: UnfinishedState,
  verdict: Verdict,
  symbol: number,
  event: DiplomaticEvent | undefined,
  owing: number,
): UnfinishedState {
  const key = VERDICT_PLACES[verdict] + 3 * (event === undefined ? symbol * 4 + owing : -numberFor(event));
  const earlierAnswer = state.after.get(key);
  if (earlierAnswer !== undefined) return earlierAnswer;
  const { unfinished, cache } = state;
  const happening = event ?? eventOf(state, symbol, owing);
  // What was overdue has lapsed: the clock comes before every event. Since when something stands makes no difference.
  const entry = { event: happening, verdict, minute: Number.NEGATIVE_INFINITY, dyad: cache.dyad };
  const after = cachedState(cache, unfinishedAfter(unfinished, entry));
  if (state.isCached && after.isCached) state.after.set(key, after);
  return after;
}

const VERDICT_PLACES: Readonly<Record<Verdict, number>> = { applied: 0, noted: 1, void: 2 };

/** Events of the record and of the clock by number, from 1 on. */
const numbers = new WeakMap<DiplomaticEvent, number>();
let lastNumber = 0;

function numberFor(event: DiplomaticEvent): number {
  const existing = numbers.get(event);
  if (existing !== undefined) return existing;
  lastNumber += 1;
  numbers.set(event, lastNumber);
  return lastNumber;
}

function cachedState(cache: StateCache, unfinished: Unfinished): UnfinishedState {
  const things = thingsIn(unfinished);
  if (things.length > MAX_CACHED_THINGS) return createState(cache, unfinished, things, false);
  const { states } = cache;
  const key = JSON.stringify(unfinished);
  const before = states.get(key);
  if (before !== undefined) return before;
  if (states.size >= MAX_STATES) clearCache(cache);
  const state = createState(cache, unfinished, things, true);
  states.set(key, state);
  return state;
}

function createState(
  cache: StateCache,
  unfinished: Unfinished,
  things: readonly Thing[],
  isCached: boolean,
): UnfinishedState {
  return {
    unfinished,
    holdsClock: isHeld(unfinished),
    waiting: waitingIn(unfinished, Number.NEGATIVE_INFINITY).map((entry) => waitingFor(entry, unfinished, cache.dyad)),
    nextNumber: unusedNumber(things),
    cache: cache,
    isCached: isCached,
    detailed: isCached ? new Map() : NOTHING,
    after: isCached ? new Map() : NOTHING,
  };
}

const NOTHING = new Map<number, never>();

type Thing = Unfinished["measures" | "deadlines"][number] | Unfinished["commitments"]["open"][number];

function thingsIn({ measures, commitments: { open, suspended, lapsed }, deadlines }: Unfinished): readonly Thing[] {
  return [...measures, ...open, ...suspended, ...lapsed, ...deadlines];
}

function clearCache({ states }: StateCache): void {
  for (const { detailed, after } of states.values()) {
    detailed.clear();
    after.clear();
  }
  states.clear();
}

function waitingFor(entry: ClockEntry, dossier: Unfinished, dyad: Dyad): Waiting {
  const event = clockEvent(entry, { now: entry.due, dossier }, "");
  const chartEvent = seenIn(dossier, event, dyad);
  const plain = symbolIndex({ type: chartEvent.type, by: chartEvent.by });
  return { due: entry.due, number: numberOf(entry), event, symbol: symbolIndex(chartEvent), plain };
}

const NAME = " of a doctrine";

/** The number of the doctrine's event that set a day; -1 where none did. */
function numberOf(entry: ClockEntry): number {
  if (entry.kind === "faded" || entry.kind === "ended" || entry.due === Number.NEGATIVE_INFINITY) return -1;
  const { event } = entry.kind === "passed" ? entry.deadline : entry.commitment;
  return event.endsWith(NAME) ? Number.parseInt(event, 10) : -1;
}

/** The first number, from the number of things on, that none of them has. */
function unusedNumber(things: readonly Thing[]): number {
  for (let number = things.length; ; number++) {
    const name = nameOf(number);
    if (!things.some(({ event }) => event === name)) return number;
  }
}

/** What an event of a doctrine has instead of an id. */
function nameOf(number: number): string {
  return `${number}${NAME}`;
}

const LISTS = Object.freeze(emptyLists());

/** Stands for any day. */
const SOME_DAY = "9999-12-31";

/** What a symbol stands for, as far as the dossier looks at it. */
function eventOf({ nextNumber, cache: { dyad } }: UnfinishedState, symbol: number, owing: number): DiplomaticEvent {
  const { type: act, by } = nth(symbols, symbol);
  const common = { ...LISTS, id: nameOf(nextNumber), version: 1, at: "", from: actorsOf(by, dyad), act };
  const fields = fieldsOf(act, owing, dyad);
  return (fields === undefined ? common : { ...common, ...fields }) as DiplomaticEvent;
}

function actorsOf(by: ChartEvent["by"], { a, b }: Dyad): readonly string[] {
  return by === "both" ? [a, b] : by === "a" ? [a] : by === "b" ? [b] : [];
}

/** The fields of a doctrine's act that the dossier looks at. */
function fieldsOf(act: ChartEvent["type"], owing: number, dyad: Dyad): object | undefined {
  if (owing > 0) return { terms: termsOf({ owing, overdue: when(SOME_DAY).end + 1 }, dyad) };
  return act === "issue-ultimatum" ? { deadline: SOME_DAY } : undefined;
}
