/** Reactions: whether an actor answers what has happened, or does something unasked, and when. */
import type { Level } from "../doctrine/index.ts";
import { missing, nth } from "../problem/index.ts";
import { derivedKey, draw, drawKeyOf, drawWithKey } from "./chance.ts";
import { BOTH, type Promised } from "./consent.ts";
import { IN_HISTORY } from "./log.ts";
import { patternMatcher } from "./model.ts";
import { isMilitary, moveFor, type Occasion } from "./opening.ts";
import { nextDue, push } from "./queue.ts";
import { type Agent, agentAt, type Meaning, type Simulation, symbolAt } from "./simulation.ts";

/** How many times an answer that would have come before the present is drawn again; then there is none. */
export const MAX_ATTEMPTS = 64;

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
    if (agent.actor !== other && occasionCounts(simulation, agent)) consider(simulation, agent, -1, key, place);
  }
  if (level === 0 || side === 0) return;
  for (const agent of simulation.strategists) hear(simulation, agent, side, level, key, place);
}

function occasionCounts({ situation, web }: Simulation, agent: Agent): boolean {
  if (agent.counts !== undefined && !agent.counts(situation)) return false;
  return agent.elsewhere === undefined || agent.elsewhere.counts(nth(web, agent.elsewhere.place).situation);
}

/** Whether an actor may mediate: where the file asks for it, only an actor that has relations with both parties. */
export function mayMediate({ web }: Simulation, { between }: Agent): boolean {
  for (const place of between) if (isSevered(nth(web, place).situation)) return false;
  return true;
}

const isSevered = patternMatcher({ relations: "severed" });

/**
 * An actor considers an occasion: whether it answers, and when.
 *
 * @param wish the symbol that it wants to happen, where the rule leaves that open; else -1
 * @returns when it will answer; Infinity when it does not
 */
export function consider(
  simulation: Simulation,
  agent: Agent,
  wish: number,
  occasion: number,
  cause: number,
  chance: number = agent.chance,
  purpose: number = agent.purpose,
): number {
  if (chance === 0 || agent.uses >= agent.atMost) return Number.POSITIVE_INFINITY;
  const drawKey = drawKeyOf(simulation.key, agent.key, occasion);
  if (chance < 1 && drawWithKey(drawKey, purpose) >= chance) return Number.POSITIVE_INFINITY;
  const due = simulation.now + agent.delay(drawWithKey(drawKey, purpose + 1));
  if (due > simulation.horizon) return Number.POSITIVE_INFINITY;
  push(simulation.queue, due, agent.number, wish, derivedKey(occasion, agent.label), cause);
  return due;
}

/** A strategy hears of a move of its own, after which it may go on unasked, or of one of the other party. */
function hear(simulation: Simulation, agent: Agent, side: number, level: Level, key: number, place: number): void {
  const { strategy, memory } = agent;
  if (strategy === undefined) return;
  const move = moveFor(side, agent.side, level);
  if (move === "nothing") return;
  if (move === "own") {
    strategy.is.own?.(memory, strategy.settings, level);
    if (isMilitary(level)) consider(simulation, agent, symbolAt(agent, level), key, place, agent.goesOn, GOES_ON);
    return;
  }
  const wish = answerSymbol(agent, memory, level, draw(simulation.key, agent.key, key, agent.purpose + 2));
  if (wish >= 0) consider(simulation, agent, wish, key, place);
}

/** The symbol by which a strategy answers; -1 when it does not. */
function answerSymbol(agent: Agent, memory: Float64Array, level: Level, share: number): number {
  const { strategy } = agent;
  return strategy === undefined ? -1 : symbolAt(agent, strategy.is.react(memory, strategy.settings, level, share));
}

/** An open occasion of the history: an answer is drawn again until it lies ahead, or until there is none. */
export function reconsider(simulation: Simulation, occasion: Occasion, place: number): void {
  const { key, minute, own } = occasion;
  const agent = agentAt(simulation, occasion.source);
  const chance = own ? agent.goesOn : agent.chance;
  const first = own ? GOES_ON : agent.purpose;
  const drawKey = drawKeyOf(simulation.key, agent.key, key);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const purpose = first + attempt * 65_536;
    if (drawWithKey(drawKey, purpose) >= chance) return;
    const due = minute + agent.delay(drawWithKey(drawKey, purpose + 1));
    if (due < simulation.now) continue;
    const wish = wishOnOccasion(agent, occasion, drawKey, purpose);
    if (due <= simulation.horizon && (agent.strategy === undefined || wish >= 0)) {
      push(simulation.queue, due, agent.number, wish, derivedKey(key, agent.label), IN_HISTORY - place);
    }
    return;
  }
}

/** What an agent wants to happen on an occasion of the history; -1 where its rule says it, or it wants nothing. */
function wishOnOccasion(agent: Agent, { own, level, memory }: Occasion, drawKey: number, purpose: number): number {
  // A rule has no memory, and to copy one costs more than all the rest.
  if (agent.strategy === undefined) return -1;
  return own ? symbolAt(agent, level) : answerSymbol(agent, memory.slice(), level, drawWithKey(drawKey, purpose + 2));
}

/** Both have agreed: a party that owes its ambassador's return keeps its word or not, by chance. */
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
  agent.asleepSince = Number.POSITIVE_INFINITY;
  // An actor that has acted as often as it may does not come back to it.
  if (agent.uses >= agent.atMost) scheduleNextTick(simulation, agent, Number.POSITIVE_INFINITY);
  else if (strategy === undefined && !occasionCounts(simulation, agent)) sleep(simulation, agent);
  else {
    scheduleNextTick(simulation, agent, simulation.now);
    const periods = Math.round((simulation.now - simulation.opening.now) / agent.every);
    const occasion = derivedKey(periods, agent.label);
    const level = strategy?.is.tick?.(memory, strategy.settings) ?? 0;
    const wish = symbolAt(agent, level);
    if (strategy !== undefined && wish < 0) return;
    rouse(simulation, consider(simulation, agent, wish, occasion, -1));
  }
}

/** Until something happens in any relation, an agent's ticks come to nothing, and are passed over. */
function sleep(simulation: Simulation, agent: Agent): void {
  let until = Number.POSITIVE_INFINITY;
  for (const { alarm, queue } of simulation.awake) until = Math.min(until, alarm, nextDue(queue));
  agent.asleepSince = agent.next;
  scheduleNextTick(simulation, agent, until);
}

/** Something new is due at this minute: who sleeps for longer ticks at it, or as soon as it may after it. */
function rouse(simulation: Simulation, due: number): void {
  if (due === Number.POSITIVE_INFINITY) return;
  for (const relation of simulation.awake) {
    let isRoused = false;
    for (const agent of relation.ticking) {
      const { asleepSince, every } = agent;
      const next = asleepSince + Math.max(1, Math.ceil((due - asleepSince) / every)) * every;
      if (next >= agent.next) continue;
      agent.next = next;
      isRoused = true;
    }
    if (isRoused) findTick(relation);
  }
}

/** A tick is over. The agent's next one comes at this minute or later. */
function scheduleNextTick(simulation: Simulation, agent: Agent, earliest: number): void {
  agent.next += Math.max(1, Math.ceil((earliest - agent.next) / agent.every)) * agent.every;
  findTick(simulation);
}
