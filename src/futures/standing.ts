/**
 * What stands in futures: the rules of the dossier and of the clock, each asked once for all that stands alike. An event
 * of a doctrine has the first number that is free instead of an id, and whatever it sets a day for has that number: the
 * days themselves are no part of what stands, so that it is soon the same again, in one future or in another.
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

/** What stands, is owed and is waited for: the same object wherever the same few things do. */
export interface Standing {
  readonly unfinished: Unfinished;
  readonly held: boolean;
  /** In the order in which it comes where it is due at the same minute. */
  readonly waiting: readonly Waiting[];
  /** The number of the next event of a doctrine. */
  readonly free: number;
  readonly shelf: Shelf;
  /** Whether it is few things, and so likely to be met again. */
  readonly isKept: boolean;
  /** What was answered already: symbols with their detail, and what stands after an event. */
  readonly seen: Map<number, number>;
  readonly after: Map<number, Standing>;
}

/** All that has stood between two parties so far. */
interface Shelf {
  readonly dyad: Dyad;
  readonly known: Map<string, Standing>;
}

const shelves = new Map<string, Shelf>();

/** When more than this has stood between two parties, what was asked is forgotten. */
const CACHE_LIMIT = 20_000;

/** More things than this seldom stand in the same order again: a war that is declared over and over. */
const FEW = 8;

/** What stands where futures begin. */
export function standingOf({ measures, commitments, deadlines }: Unfinished, dyad: Dyad): Standing {
  const key = `${dyad.a} ${dyad.b}`;
  const shelf = shelves.get(key) ?? { dyad, known: new Map<string, Standing>() };
  shelves.set(key, shelf);
  return onShelf(shelf, { measures, commitments: { ...commitments, ended: [] }, deadlines });
}

/** The symbol of an event, with the detail that only what stands can tell. */
export function seenAs(standing: Standing, symbol: number, event: DiplomaticEvent | undefined): number {
  const asked = event === undefined ? symbol : -numberFor(event);
  const known = standing.seen.get(asked);
  if (known !== undefined) return known;
  const { unfinished, shelf } = standing;
  const seen = symbolIndex(seenIn(unfinished, event ?? eventOf(standing, symbol, 0), shelf.dyad));
  if (standing.isKept) standing.seen.set(asked, seen);
  return seen;
}

/**
 * What stands after an event.
 *
 * @param event the event where there is one already: of the record, or of the clock
 * @param owing who owes the return of its ambassador by it, as bits
 */
export function standingAfter(
  standing: Standing,
  verdict: Verdict,
  symbol: number,
  event: DiplomaticEvent | undefined,
  owing: number,
): Standing {
  const asked = PLACES[verdict] + 3 * (event === undefined ? symbol * 4 + owing : -numberFor(event));
  const known = standing.after.get(asked);
  if (known !== undefined) return known;
  const { unfinished, shelf } = standing;
  const told = event ?? eventOf(standing, symbol, owing);
  // What was overdue has lapsed: the clock comes before every event. And nobody asks since when something stands.
  const entry = { event: told, verdict, minute: Number.NEGATIVE_INFINITY, dyad: shelf.dyad };
  const after = onShelf(shelf, unfinishedAfter(unfinished, entry));
  if (standing.isKept && after.isKept) standing.after.set(asked, after);
  return after;
}

const PLACES: Readonly<Record<Verdict, number>> = { applied: 0, noted: 1, void: 2 };

/** Events of the record and of the clock by number, from 1 on. */
const numbers = new WeakMap<DiplomaticEvent, number>();
let numbered = 0;

function numberFor(event: DiplomaticEvent): number {
  const known = numbers.get(event);
  if (known !== undefined) return known;
  numbered += 1;
  numbers.set(event, numbered);
  return numbered;
}

function onShelf(shelf: Shelf, unfinished: Unfinished): Standing {
  const things = thingsIn(unfinished);
  if (things.length > FEW) return made(shelf, unfinished, things, false);
  const { known } = shelf;
  const key = JSON.stringify(unfinished);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= CACHE_LIMIT) forget(shelf);
  const standing = made(shelf, unfinished, things, true);
  known.set(key, standing);
  return standing;
}

function made(shelf: Shelf, unfinished: Unfinished, things: readonly Thing[], isKept: boolean): Standing {
  return {
    unfinished,
    held: isHeld(unfinished),
    waiting: waitingIn(unfinished, Number.NEGATIVE_INFINITY).map((one) => waitingFor(one, unfinished, shelf.dyad)),
    free: freeBeside(things),
    shelf,
    isKept,
    seen: isKept ? new Map() : NOTHING,
    after: isKept ? new Map() : NOTHING,
  };
}

const NOTHING = new Map<number, never>();

type Thing = Unfinished["measures" | "deadlines"][number] | Unfinished["commitments"]["open"][number];

function thingsIn({ measures, commitments: { open, suspended, lapsed }, deadlines }: Unfinished): readonly Thing[] {
  return [...measures, ...open, ...suspended, ...lapsed, ...deadlines];
}

function forget({ known }: Shelf): void {
  for (const { seen, after } of known.values()) {
    seen.clear();
    after.clear();
  }
  known.clear();
}

function waitingFor(entry: ClockEntry, dossier: Unfinished, dyad: Dyad): Waiting {
  const event = clockEvent(entry, { now: entry.due, dossier }, "");
  const seen = seenIn(dossier, event, dyad);
  const plain = symbolIndex({ type: seen.type, by: seen.by });
  return { due: entry.due, number: numberOf(entry), event, symbol: symbolIndex(seen), plain };
}

const NAME = " of a doctrine";

/** The number of the doctrine's event that set a day; -1 where none did. */
function numberOf(entry: ClockEntry): number {
  if (entry.kind === "faded" || entry.kind === "ended" || entry.due === Number.NEGATIVE_INFINITY) return -1;
  const { event } = entry.kind === "passed" ? entry.deadline : entry.commitment;
  return event.endsWith(NAME) ? Number.parseInt(event, 10) : -1;
}

/** A number that nothing has which stands; most often they have all the numbers before it. */
function freeBeside(things: readonly Thing[]): number {
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
function eventOf({ free, shelf: { dyad } }: Standing, symbol: number, owing: number): DiplomaticEvent {
  const { type: act, by } = nth(symbols, symbol);
  const common = { ...LISTS, id: nameOf(free), version: 1, at: "", from: actorsOf(by, dyad), act };
  const fields = fieldsOf(act, owing, dyad);
  return (fields === undefined ? common : { ...common, ...fields }) as DiplomaticEvent;
}

function actorsOf(by: ChartEvent["by"], { a, b }: Dyad): readonly string[] {
  return by === "both" ? [a, b] : by === "a" ? [a] : by === "b" ? [b] : [];
}

/** The fields of an act of a doctrine which the dossier looks at. */
function fieldsOf(act: ChartEvent["type"], owing: number, dyad: Dyad): object | undefined {
  if (owing > 0) return { terms: termsOf({ owing, overdue: when(SOME_DAY).end + 1 }, dyad) };
  return act === "issue-ultimatum" ? { deadline: SOME_DAY } : undefined;
}
