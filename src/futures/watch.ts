/** Watching: what is observed of a future while it runs, one number for each outcome. */
import { actOf, type DiplomaticEvent } from "../events/index.ts";
import type { History, Step } from "../history/index.ts";
import { type Dyad, project, regions, type Situation, sharedTable, symbolIndex, symbols } from "../machine/index.ts";
import { frozen, nth } from "../problem/index.ts";
import { type Contract, isBetween, monitorOf, type Outcome, type OutcomeOf, outcomeKinds } from "../scenario/index.ts";
import { patternMatcher, sideOf } from "./model.ts";

/** What is observed of a future: an outcome of the file, or how a contract stands at its end. */
export type Observed = Outcome | { readonly kind: "contract"; readonly contract: Contract; readonly since?: never };

/** An observer of a future while it runs. */
export interface Watch {
  /** Which relation of several it looks at, by its place among them: the first, where it says nothing. */
  readonly place?: number;
  /** What looks at all of them instead has one for each, in their order. */
  readonly parts?: readonly Watch[];
  readonly begin: () => void;
  readonly see: (situation: number, symbol: number, minute: number, moved: boolean, event?: DiplomaticEvent) => void;
  /** The future is over; it was observed up to this minute. */
  readonly end: (minute: number) => void;
  /**
   * What was observed. `first` and `longest`: minutes; NaN for what was not reached. `reached`: 0 or 1. `count`: how
   * often. `final`: the place of the state in its region. `peak`: the hostility level, 1 to 5. `contract`: its place in
   * {@link contractStandings}.
   */
  readonly value: () => number;
}

/**
 * Watches an outcome in every future of a history. What happened in the history itself, from the event `since` on or
 * from its first event, is counted with it; after an event that this history does not have, only the future is.
 */
export function watchOf(outcome: Observed, history: History, others: readonly History[] = []): Watch {
  if (others.length > 0) return watchOneOf(outcome, [history, ...others]);
  if (outcome.kind === "contract") return watchContract(outcome.contract, history);
  const { since } = outcome;
  const from = since === undefined ? 0 : history.steps.findIndex(({ event }) => event.id === since);
  const before = from < 0 ? [] : history.steps.slice(from);
  const origin = before[0]?.minute ?? history.now;
  const watch = watches[outcome.kind] as (outcome: Outcome, scope: scope) => Watch;
  return watch(outcome, { history, before, origin });
}

/** Watches an outcome of one relation of several, of the main one where it names none; a count then is of all of them. */
function watchOneOf(outcome: Observed, histories: readonly History[]): Watch {
  const { between } = outcome.kind === "contract" ? outcome.contract : outcome;
  if (between === undefined && outcome.kind === "count") return watchCountInAll(outcome, histories);
  const place = between === undefined ? 0 : histories.findIndex(({ dyad }) => isBetween(between, dyad));
  return { ...watchOf(outcome, nth(histories, Math.max(place, 0))), place: Math.max(place, 0) };
}

/** What a watch goes by: the history, as much of it as counts, and the minute from which times are counted. */
interface scope {
  readonly history: History;
  readonly before: readonly Step[];
  readonly origin: number;
}

const watches: { readonly [Kind in Outcome["kind"]]: (outcome: OutcomeOf<Kind>, scope: scope) => Watch } = {
  first: watchFirst,
  reached: watchFirst,
  longest: watchLongest,
  count: watchCount,
  final: watchFinal,
  peak: (_, scope) => watchPeak(scope),
};

const LEVELS: Readonly<Record<Situation["posture"], number>> = { none: 1, threat: 2, display: 3, force: 4, war: 5 };

/** The hostility level of a situation, 1 to 5. */
export function hostilityOf(situation: number): number {
  return LEVELS[sharedTable.situationOf(situation).posture];
}

/** How a contract can stand, in the order of the numbers that are counted. */
export const contractStandings = ["held", "violated", "undecided"] as const;
frozen(contractStandings);

function watchContract(contract: Contract, { opening, steps, from, now }: History): Watch {
  const monitor = monitorOf<number>(contract, patternMatcher);
  monitor.begin(sharedTable.idOf(opening), Number.isFinite(from) ? from : now);
  for (const { after, minute } of steps) monitor.see(sharedTable.idOf(after), minute);
  const begin = monitor.keep();
  return {
    begin,
    see: (situation, _symbol, minute) => monitor.see(situation, minute),
    end: (minute) => monitor.end(minute),
    value: () => contractStandings.indexOf(monitor.seen().standing),
  };
}

function watchFirst({ kind, pattern }: OutcomeOf<"first" | "reached">, { history, before, origin }: scope): Watch {
  const holds = patternMatcher(pattern);
  const firstStep = before.find(({ after }) => holds(sharedTable.idOf(after)));
  const now = holds(sharedTable.idOf(history.situation)) ? history.now - origin : Number.NaN;
  const start = firstStep === undefined ? now : firstStep.minute - origin;
  let found = start;
  return {
    begin: () => {
      found = start;
    },
    see: (situation, _symbol, minute, moved) => {
      if (moved && Number.isNaN(found) && holds(situation)) found = minute - origin;
    },
    end: () => undefined,
    value: () => (outcomeKinds[kind].mayMiss ? found : Number.isNaN(found) ? 0 : 1),
  };
}

function watchLongest({ pattern }: OutcomeOf<"longest">, { history, before, origin }: scope): Watch {
  const holds = patternMatcher(pattern);
  const first = before[0];
  let longest = 0;
  let since = holds(sharedTable.idOf(first?.after ?? history.situation)) ? origin : Number.NaN;
  const see = (situation: number, minute: number): void => {
    const now = holds(situation);
    if (now && Number.isNaN(since)) since = minute;
    if (now || Number.isNaN(since)) return;
    longest = Math.max(longest, minute - since);
    since = Number.NaN;
  };
  for (const { after, minute } of before.slice(1)) see(sharedTable.idOf(after), minute);
  const start = { longest, since };
  return {
    begin: () => {
      ({ longest, since } = start);
    },
    see: (situation, _symbol, minute, moved) => {
      if (moved) see(situation, minute);
    },
    end: (minute) => {
      if (!Number.isNaN(since)) longest = Math.max(longest, minute - since);
    },
    value: () => longest,
  };
}

function watchCount(outcome: OutcomeOf<"count">, { history, before }: scope): Watch {
  const counted = countedSymbols(outcome, history.dyad);
  const start = before.reduce((sum, { event }) => sum + nth(counted, symbolIndex(project(event, history.dyad))), 0);
  let count = start;
  return {
    begin: () => {
      count = start;
    },
    see: (_situation, symbol) => {
      if (counted[symbol] === 1) count += 1;
    },
    end: () => undefined,
    value: () => count,
  };
}

/** Which symbols a count counts, as 1. */
function countedSymbols({ what, by }: Pick<OutcomeOf<"count">, "what" | "by">, dyad: Dyad): Uint8Array {
  const side = by === undefined ? undefined : sideOf(by, dyad);
  return Uint8Array.from(symbols, ({ type, by: who }) => {
    const act = type === what || actOf(type).class === what;
    return act && (side === undefined || who === side || (who === "both" && side !== "other")) ? 1 : 0;
  });
}

/** Counts in all relations: an event of the record that touches several is one event. */
function watchCountInAll(outcome: OutcomeOf<"count">, histories: readonly History[]): Watch {
  const { since } = outcome;
  const start = since === undefined ? undefined : stepOf(since, histories)?.minute;
  const before = new Set<string>();
  for (const { steps, dyad } of histories) {
    const counted = countedSymbols(outcome, dyad);
    for (const { event, minute } of since !== undefined && start === undefined ? [] : steps) {
      if (minute >= (start ?? minute) && counted[symbolIndex(project(event, dyad))] === 1) before.add(event.id);
    }
  }
  const countedEvents = new Set<DiplomaticEvent>();
  let count = before.size;
  const begin = (): void => {
    count = before.size;
    countedEvents.clear();
  };
  const parts = histories.map(({ dyad }): Watch => {
    const counted = countedSymbols(outcome, dyad);
    const see: Watch["see"] = (_situation, symbol, _minute, _moved, event) => {
      if (counted[symbol] !== 1 || (event !== undefined && countedEvents.has(event))) return;
      if (event !== undefined) countedEvents.add(event);
      count += 1;
    };
    return { begin, see, end: () => undefined, value: () => count };
  });
  return { ...nth(parts, 0), parts };
}

function stepOf(id: string, histories: readonly History[]): Step | undefined {
  for (const { steps } of histories) {
    const found = steps.find(({ event }) => event.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function watchFinal({ region }: OutcomeOf<"final">, { history }: scope): Watch {
  const states: readonly string[] = regions[region];
  const start = sharedTable.idOf(history.situation);
  let last = start;
  return {
    begin: () => {
      last = start;
    },
    see: (situation) => {
      last = situation;
    },
    end: () => undefined,
    value: () => states.indexOf(sharedTable.situationOf(last)[region]),
  };
}

function watchPeak({ history, before }: scope): Watch {
  const start = before.reduce(
    (most, { after }) => Math.max(most, hostilityOf(sharedTable.idOf(after))),
    hostilityOf(sharedTable.idOf(history.situation)),
  );
  let peak = start;
  return {
    begin: () => {
      peak = start;
    },
    see: (situation, _symbol, _minute, moved) => {
      if (moved) peak = Math.max(peak, hostilityOf(situation));
    },
    end: () => undefined,
    value: () => peak,
  };
}
