/** Considering: whether an actor answers what has happened, or does something unasked, and when. */
import type { Level } from "../doctrine/index.ts";
import { missing, nth } from "../problem/index.ts";
import { derivedKey, draw, drawFrom, lotOf } from "./chance.ts";
import { BOTH, type Promised } from "./consent.ts";
import { IN_HISTORY } from "./log.ts";
import { remembered } from "./model.ts";
import { heardAs, isMilitary, type Occasion } from "./opening.ts";
import { nextDue, push } from "./queue.ts";
import { type Agent, agentAt, type Meaning, type Simulation, symbolAt } from "./simulation.ts";

/** How many times an answer that would have come before the present is drawn again; then there is none. */
export const ATTEMPTS = 64;

/** Added to the purposes of a strategy's draws, where they decide whether it goes on, and when. No rule has such a place. */
const GOES_ON = 32_768;

export const NOBODY = -2;

/**
 * Everybody else considers what has happened.
 *
 * @param who the place of the actor who did it
 * @param key of the event as an occasion
 * @param place of the event in the log
 */
export function considerAll(
  simulation: Simulation,
  symbol: number,
  { side, level }: Meaning,
  who: number,
  key: number,
  place: number,
): void {
  const answering = simulation.answering[symbol];
  if (answering === undefined) throw missing(simulation.answering, symbol);
  const other = side === BOTH ? NOBODY : who;
  for (const agent of answering) {
    if (agent.actor !== other && counts(simulation, agent)) consider(simulation, agent, -1, key, place);
  }
  if (level === 0 || side === 0) return;
  for (const agent of simulation.strategists) hear(simulation, agent, side, level, key, place);
}

function counts({ situation, web }: Simulation, agent: Agent): boolean {
  if (agent.counts !== undefined && !agent.counts(situation)) return false;
  return agent.elsewhere === undefined || agent.elsewhere.counts(nth(web, agent.elsewhere.place).situation);
}

/** Whether an actor may mediate: where the file asks for it, only who has relations with both. */
export function mayMediate({ web }: Simulation, { between }: Agent): boolean {
  return between.every((place) => !isSevered(nth(web, place).situation));
}

const isSevered = remembered({ relations: "severed" });

/**
 * An actor considers an occasion: whether it answers, and when.
 *
 * @param wish the symbol that it wants to happen, where the rule leaves that open; else -1
 */
export function consider(
  simulation: Simulation,
  agent: Agent,
  wish: number,
  occasion: number,
  cause: number,
  chance: number = agent.chance,
  purpose: number = agent.purpose,
): void {
  if (chance === 0 || agent.uses >= agent.atMost) return;
  const lot = lotOf(simulation.key, agent.key, occasion);
  if (chance < 1 && drawFrom(lot, purpose) >= chance) return;
  const due = simulation.now + agent.delay(drawFrom(lot, purpose + 1));
  if (due > simulation.horizon) return;
  push(simulation.queue, due, agent.number, wish, derivedKey(occasion, agent.label), cause);
}

/** A strategy hears of a move of its own, after which it may go on unasked, or of one of the other party. */
function hear(simulation: Simulation, agent: Agent, side: number, level: Level, key: number, place: number): void {
  const { strategy, memory } = agent;
  if (strategy === undefined) return;
  const heard = heardAs(side, agent.side, level);
  if (heard === "nothing") return;
  if (heard === "own") {
    strategy.is.own?.(memory, strategy.settings, level);
    if (isMilitary(level)) consider(simulation, agent, symbolAt(agent, level), key, place, agent.goesOn, GOES_ON);
    return;
  }
  const wish = wanted(agent, memory, level, draw(simulation.key, agent.key, key, agent.purpose + 2));
  if (wish >= 0) consider(simulation, agent, wish, key, place);
}

/** The symbol by which a strategy answers; -1 when it does not. */
function wanted(agent: Agent, memory: Float64Array, level: Level, share: number): number {
  const { strategy } = agent;
  return strategy === undefined ? -1 : symbolAt(agent, strategy.is.react(memory, strategy.settings, level, share));
}

/** An occasion of the history, on which nothing has come of it yet: drawn until what comes of it lies ahead, or nothing does. */
export function reopen(simulation: Simulation, occasion: Occasion, place: number): void {
  const { key, minute, own } = occasion;
  const agent = agentAt(simulation, occasion.source);
  const chance = own ? agent.goesOn : agent.chance;
  const first = own ? GOES_ON : agent.purpose;
  const lot = lotOf(simulation.key, agent.key, key);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const purpose = first + attempt * 65_536;
    if (drawFrom(lot, purpose) >= chance) return;
    const due = minute + agent.delay(drawFrom(lot, purpose + 1));
    if (due < simulation.now) continue;
    const wish = wishAt(agent, occasion, lot, purpose);
    if (due <= simulation.horizon && (agent.strategy === undefined || wish >= 0)) {
      push(simulation.queue, due, agent.number, wish, derivedKey(key, agent.label), IN_HISTORY - place);
    }
    return;
  }
}

/** What an agent wants to happen on an occasion of the history; -1 where its rule says it, or it wants nothing. */
function wishAt(agent: Agent, { own, level, memory }: Occasion, lot: number, purpose: number): number {
  // A rule has no memory, and to copy one costs more than all the rest.
  if (agent.strategy === undefined) return -1;
  return own ? symbolAt(agent, level) : wanted(agent, memory.slice(), level, drawFrom(lot, purpose + 2));
}

/** Both have agreed: who owes its ambassador's return keeps the word or does not, by chance. */
export function giveWord(simulation: Simulation, { owing, overdue }: Promised, key: number, place: number): void {
  const { now } = simulation;
  for (const agent of simulation.words) {
    if ((owing & agent.side) === 0) continue;
    if (draw(simulation.key, agent.key, key, agent.purpose) >= agent.chance) continue;
    const due = now + 1 + Math.floor(draw(simulation.key, agent.key, key, agent.purpose + 1) * (overdue - now - 1));
    if (due <= simulation.horizon) {
      push(simulation.queue, due, agent.number, -1, derivedKey(key, agent.label), place);
    }
  }
}

export function findTick(simulation: Simulation): void {
  simulation.tick = Number.POSITIVE_INFINITY;
  simulation.ticker = undefined;
  for (const agent of simulation.ticking) {
    if (agent.next >= simulation.tick || agent.next > simulation.horizon) continue;
    simulation.tick = agent.next;
    simulation.ticker = agent;
  }
}

/** An actor considers something unasked. */
export function tick(simulation: Simulation, agent: Agent): void {
  const { strategy, memory } = agent;
  // Who has acted as often as it may does not come back to it.
  if (agent.uses >= agent.atMost) pass(simulation, agent, Number.POSITIVE_INFINITY);
  else if (!mayTick(simulation, agent)) pass(simulation, agent, stillUntil(simulation));
  else {
    pass(simulation, agent, simulation.now);
    const periods = Math.round((simulation.now - simulation.opening.now) / agent.every);
    const occasion = derivedKey(periods, agent.label);
    const level = strategy?.is.tick?.(memory, strategy.settings) ?? 0;
    if (strategy === undefined) consider(simulation, agent, -1, occasion, -1);
    else if (level !== 0) consider(simulation, agent, symbolAt(agent, level), occasion, -1);
  }
}

/** Whether something may come of an agent's tick as things stand. */
function mayTick(simulation: Simulation, agent: Agent): boolean {
  return agent.uses < agent.atMost && (agent.strategy !== undefined || counts(simulation, agent));
}

/** The minute before which nothing changes, in any relation: until then a tick that counts for nothing comes to nothing. */
function stillUntil(simulation: Simulation): number {
  let until = Number.POSITIVE_INFINITY;
  for (const one of simulation.awake.length === 0 ? [simulation] : simulation.awake) {
    until = Math.min(until, one.alarm, nextDue(one.queue));
    for (const agent of one.ticking) if (agent.next < until && mayTick(one, agent)) until = agent.next;
  }
  return until;
}

/** A tick is over. The agent's following one is at the earliest at this minute. */
function pass(simulation: Simulation, agent: Agent, earliest: number): void {
  agent.next += Math.max(1, Math.ceil((earliest - agent.next) / agent.every)) * agent.every;
  findTick(simulation);
}
