/** Simulating: futures of a model, one after another, on the table. Everything that happens stands in a log. */
import { BOUND } from "../doctrine/index.ts";
import { type DiplomaticEvent, when } from "../events/index.ts";
import { isAimedElsewhere } from "../history/index.ts";
import { isVoidIn, nextIn, sharedTable, symbols, type Table } from "../machine/index.ts";
import { missing, nth } from "../problem/index.ts";
import { beginDrawing, drawNext } from "./calibrated-draws.ts";
import { derivedKey, runKey } from "./chance.ts";
import { AGREE, agreedOn, BOTH, bitsOf, lateFrom, type Promised, promised } from "./consent.ts";
import { ABROAD, CLOCK, type Log, SCHEDULED } from "./log.ts";
import type { Model } from "./model.ts";
import { nextDue, pop, push } from "./queue.ts";
import { consider, considerAll, findTick, giveWord, mayMediate, NOBODY, reconsider, tick } from "./reactions.ts";
import {
  agentAt,
  begin,
  endProposals,
  enter,
  FADED,
  meaningOf,
  NONE,
  type Simulation,
  setAlarm,
  setFading,
  simulationOf,
} from "./simulation.ts";
import { symbolWithDetail, unfinishedStateAfter } from "./unfinished-cache.ts";
import type { Watch } from "./watch.ts";

/** One future, as far as numbers tell it. */
export interface Future {
  readonly run: number;
  /** The key that all its draws derive from. */
  readonly seed: number;
  /** How many events of the log are its. */
  readonly events: number;
  /** How many moves were refused as void. */
  readonly refused: number;
  /** Whether the bound ended it: on events, or on how often something is considered unasked. */
  readonly bounded: boolean;
  readonly situation: number;
  /** Where several relations are simulated together: the same of each, the main one first. The numbers above are sums. */
  readonly relations?: readonly Future[];
}

/** Simulates futures of one model. */
export interface Simulator {
  readonly run: (number: number) => Future;
  readonly log: Log;
  /** The logs of the model's other relations, in their order. */
  readonly others: readonly Log[];
}

/**
 * A simulator of a model. The same seed and run always give the same future.
 *
 * @param watches what is observed while it runs
 * @param bound the maximum number of events in one future
 * @param table tells where an event leads; another table than the shared one is for measurements
 */
export function createSimulator(
  model: Model,
  seed: number,
  watches: readonly Watch[] = [],
  bound: number = BOUND,
  table: Pick<Table, "answer"> = sharedTable,
): Simulator {
  const web = [model, ...model.others].map((relation, place, { length }) =>
    simulationOf(relation, seed, length < 2 ? watches : watchesAt(place, watches), bound, table),
  );
  const awake: Simulation[] = [];
  for (const simulation of web) {
    simulation.web = web;
    simulation.awake = awake;
  }
  const [main, ...others] = web as [Simulation, ...Simulation[]];
  if (others.length === 0) {
    awake.push(main);
    return { run: (number) => simulate(main, number), log: main.log, others: [] };
  }
  const lively = web.filter((simulation) => !isIdle(simulation));
  return { run: (number) => simulateWeb(web, lively, number), log: main.log, others: others.map(({ log }) => log) };
}

function watchesAt(place: number, watches: readonly Watch[]): readonly Watch[] {
  return watches.flatMap((watch) => {
    if (watch.parts !== undefined) return [nth(watch.parts, place)];
    return (watch.place ?? 0) === place ? [watch] : [];
  });
}

function simulate(simulation: Simulation, run: number): Future {
  openFuture(simulation, run);
  while (isOpen(simulation) && goOn(simulation));
  return closeFuture(simulation, run);
}

/** One future of several relations: always what comes first in any of them, those of the same minute in their order. */
function simulateWeb(web: readonly Simulation[], lively: readonly Simulation[], run: number): Future {
  const { awake } = nth(web, 0);
  awake.length = 0;
  for (const simulation of lively) wake(simulation, run);
  for (let next = firstOf(awake); next !== undefined && goOn(next); next = firstOf(awake));
  const [main, ...others] = web.map((simulation) => closeFuture(simulation, run)) as [Future, ...Future[]];
  const all = [main, ...others];
  return {
    ...main,
    events: all.reduce((sum, { events }) => sum + events, 0),
    refused: all.reduce((sum, { refused }) => sum + refused, 0),
    bounded: all.some(({ bounded }) => bounded),
    relations: all,
  };
}

/** Whether nothing can happen in a relation by itself: then it need not be looked at unless another one wakes it. */
function isIdle(simulation: Simulation): boolean {
  const { opening, ticking, watches, drawing, horizon } = simulation;
  begin(simulation, NONE);
  return (
    simulation.alarm > horizon &&
    drawing === undefined &&
    opening.occasions.length + opening.scheduled.length + ticking.length + watches.length === 0
  );
}

function wake(simulation: Simulation, run: number): void {
  openFuture(simulation, run);
  simulation.awake.push(simulation);
}

function firstOf(awake: readonly Simulation[]): Simulation | undefined {
  let first = Number.POSITIVE_INFINITY;
  let found: Simulation | undefined;
  for (const simulation of awake) {
    const minute = nextMinute(simulation);
    if (minute >= first || !isOpen(simulation)) continue;
    first = minute;
    found = simulation;
  }
  return found;
}

/** When something happens or is considered next; Infinity when nothing is before the horizon. */
function nextMinute({ alarm, tick: ticking, queue, horizon, now }: Simulation): number {
  const next = Math.min(alarm, ticking, nextDue(queue));
  return next > horizon ? Number.POSITIVE_INFINITY : Math.max(now, next);
}

/** Whether no bound has ended it: on events, or on how often something is considered unasked. */
function isOpen({ events, bound, left }: Simulation): boolean {
  return events < bound && left > 0;
}

/** Lets the next thing happen or be considered; false when nothing comes before the horizon. */
function goOn(simulation: Simulation): boolean {
  const { alarm, tick: ticking, ticker, queue, horizon } = simulation;
  const due = nextDue(queue);
  // What is considered at a minute is considered before anything is done at it, but after the clock's own events.
  if (ticker !== undefined && ticking <= due && ticking < alarm) {
    simulation.now = Math.max(simulation.now, ticking);
    simulation.left -= 1;
    tick(simulation, ticker);
    return true;
  }
  if (Math.min(alarm, due) > horizon) return false;
  if (alarm <= due) {
    ringAlarm(simulation, -1);
    return true;
  }
  const { source, symbol, key, cause } = pop(queue);
  simulation.now = Math.max(simulation.now, due);
  if (source <= SCHEDULED) happenAsScheduled(simulation, source);
  else carryOutIntention(simulation, source, symbol, key, cause);
  return true;
}

/** The future is over. A relation that was not looked at ends where it began. */
function closeFuture(simulation: Simulation, run: number): Future {
  if (simulation.run !== run) {
    const { seed, opening } = simulation;
    return { run, seed: runKey(seed, run), events: 0, refused: 0, bounded: false, situation: opening.situation };
  }
  const { key: seed, events, refused, situation, horizon, watches } = simulation;
  const bounded = !isOpen(simulation);
  for (const watch of watches) watch.end(bounded ? simulation.now : horizon);
  return { run, seed, events, refused, bounded, situation };
}

/** The future begins: what the history leaves open is drawn, and what is scheduled is to come. */
function openFuture(simulation: Simulation, run: number): void {
  const { watches, opening, queue } = simulation;
  begin(simulation, run);
  for (const watch of watches) watch.begin();
  for (let k = 0; k < opening.occasions.length; k++) reconsider(simulation, nth(opening.occasions, k), k);
  for (let k = 0; k < opening.scheduled.length; k++) {
    const { minute, symbol, key } = nth(opening.scheduled, k);
    push(queue, minute, SCHEDULED - k, symbol, key, -1);
  }
  if (simulation.drawing !== undefined) beginDrawing(simulation, simulation.drawing);
  findTick(simulation);
}

/** An intention is due. By law it happens or is refused; what needs the other's consent waits for it. */
function carryOutIntention(simulation: Simulation, number: number, wish: number, key: number, cause: number): void {
  const { drawing } = simulation;
  const agent = agentAt(simulation, number);
  if (agent.uses >= agent.atMost) return;
  // What was drawn for the pair counts no more once something else has come between.
  if (agent.isDrawn && drawing !== undefined && drawing.cause !== cause) return;
  if (!mayMediate(simulation, agent)) {
    simulation.refused += 1;
    return;
  }
  let symbol = wish >= 0 ? wish : agent.symbol;
  let owing = 0;
  if (agent.joint >= 0) {
    if (!propose(simulation, agent.joint, number, meaningOf(symbol).side)) return;
    ({ symbol, owing } = agreedOn(agent.joint, simulation.situation));
  }
  symbol = symbolOf(simulation, symbol);
  const answer = simulation.table.answer(simulation.situation, symbol);
  if (isVoidIn(answer)) {
    simulation.refused += 1;
    return;
  }
  agent.uses += 1;
  simulation.days[simulation.unfinished.nextNumber] = lateFrom(simulation.now, simulation.model.term);
  const term = owing === 0 ? undefined : promised(owing, simulation.now, simulation.model.term);
  happen(simulation, symbol, answer, number, agent.actor, key, cause, term, undefined);
}

/** A side proposes what needs both. Whether the other has proposed it too, so that they do it. */
function propose(simulation: Simulation, symbol: number, source: number, side: number): boolean {
  const { proposals, log, now: minute, events: place } = simulation;
  log.proposals.push({ symbol, source, minute, place });
  const before = proposals[symbol];
  if (before === undefined) throw missing(proposals, symbol);
  const together = before | side;
  proposals[symbol] = together === BOTH ? 0 : together;
  return together === BOTH;
}

function happenAsScheduled(simulation: Simulation, source: number): void {
  const { symbol: base, actor, key, fact: event } = nth(simulation.opening.scheduled, SCHEDULED - source);
  const symbol = symbolOf(simulation, base, event);
  happen(
    simulation,
    symbol,
    simulation.table.answer(simulation.situation, symbol),
    source,
    actor,
    key,
    -1,
    undefined,
    event,
  );
}

/** The symbol with the detail that only what stands can tell. */
function symbolOf({ unfinished }: Simulation, symbol: number, event?: DiplomaticEvent): number {
  return meaningOf(symbol).detailed ? symbolWithDetail(unfinished, symbol, event) : symbol;
}

/** The clock brings what is due: a crisis fades, something lapses, ends, is kept or passes. */
function ringAlarm(simulation: Simulation, cause: number): void {
  simulation.now = Math.max(simulation.now, simulation.alarm);
  const { ringing, now } = simulation;
  const symbol = ringing?.symbol ?? FADED;
  const key = derivedKey(now | 0, ringing?.plain ?? FADED);
  const answer = simulation.table.answer(simulation.situation, symbol);
  happen(simulation, symbol, answer, CLOCK, NOBODY, key, cause, undefined, ringing?.event);
}

/**
 * Something happens: the chart moves, the log has it, what stands changes with it, and the others consider it.
 *
 * @param answer what the table answers to the symbol
 * @param who the place of the actor who does it
 * @param key of the event as an occasion
 * @param term what it promises
 * @param event the event where there is one already: of the record, or of the clock
 */
function happen(
  simulation: Simulation,
  symbol: number,
  answer: number,
  source: number,
  who: number,
  key: number,
  cause: number,
  term: Promised | undefined,
  event: DiplomaticEvent | undefined,
): void {
  const { log, now, watches, fades } = simulation;
  const next = nextIn(answer);
  const moved = next !== simulation.situation;
  const meaning = meaningOf(symbol);
  const place = simulation.events++;
  log.symbol[place] = symbol;
  log.minute[place] = now;
  log.source[place] = source;
  log.cause[place] = cause;
  log.overdue[place] = term?.overdue ?? 0;
  if (moved) enter(simulation, next);
  const { unfinished } = simulation;
  const verdict = isVoidIn(answer) ? "void" : moved ? "applied" : "noted";
  const after = unfinishedStateAfter(unfinished, verdict, symbol, event, term?.owing ?? 0);
  if (after !== unfinished) {
    simulation.unfinished = after;
    setFading(simulation);
  }
  if (!fades && simulation.fades) simulation.quietSince = Math.max(simulation.quietSince, now);
  if (meaning.hostile) simulation.quietSince = Math.max(simulation.quietSince, lastMinute(event, now));
  for (const watch of watches) watch.see(next, symbol, now, moved, event);
  if (meaning.endsAll || meaning.side === BOTH) endProposals(simulation, symbol);
  setAlarm(simulation);
  // What is due at once, such as what has just been carried out, comes before anybody considers what happened.
  while (simulation.alarm <= simulation.now && simulation.events < simulation.bound) ringAlarm(simulation, place);
  const { history } = simulation.model.setup;
  if (event === undefined || !isAimedElsewhere(event, nth(symbols, symbol).by, history)) {
    considerAll(simulation, symbol, meaning, who, key, place);
    if (simulation.drawing !== undefined) drawNext(simulation, simulation.drawing, symbol, key, place);
  }
  if (symbol === AGREE && term !== undefined) giveWord(simulation, term, key, place);
  if (meaning.isForce && simulation.web.length > 1) callAllies(simulation, symbol, key, place);
}

/** The last minute of something that lasts. */
function lastMinute(event: DiplomaticEvent | undefined, now: number): number {
  if (event === undefined || event.source === "clock") return now;
  const { lasts, end } = when(event.at);
  return lasts === true ? Math.max(now, end) : now;
}

/**
 * A party has used force against another: each ally of the victim considers what it owes, in its own relation with the
 * attacker.
 *
 * @param key of the event as an occasion
 * @param place of the event in the log
 */
function callAllies(simulation: Simulation, symbol: number, key: number, place: number): void {
  const { web, now, run } = simulation;
  const { dyad } = simulation.model;
  const isOfA = meaningOf(symbol).side === bitsOf.a;
  const [attacker, victim] = isOfA ? [dyad.a, dyad.b] : [dyad.b, dyad.a];
  for (const other of web) {
    for (const agent of other.allied) {
      const { code } = nth(other.model.actors, agent.actor);
      const { a, b } = other.model.dyad;
      if (code === victim || (code === a ? b : a) !== attacker || !agent.allies.includes(victim)) continue;
      if (other.run !== run) wake(other, run);
      other.now = Math.max(other.now, now);
      const { abroad } = other.log;
      const cause = ABROAD - abroad.length;
      abroad.push({ relation: web.indexOf(simulation), place });
      consider(other, agent, -1, key, cause);
    }
  }
}
