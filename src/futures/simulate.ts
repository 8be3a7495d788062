/** Simulating: futures of a model, one after another, on the table. Everything that happens stands in a log. */
import type { Level } from "../doctrine/index.ts";
import { dayStart, MINUTES_PER_DAY } from "../events/index.ts";
import { isUnlawfulIn, nextIn, sharedTable, symbols, type Table } from "../machine/index.ts";
import { acts, force, hostile, PLACE_OF_0, playedBy, sides } from "./alphabet.ts";
import { derivedKey, draw, drawFrom, lotOf, runKey } from "./chance.ts";
import { emptyLog, type Log } from "./log.ts";
import { actNumber, envoysAway, type Model, symbolOf } from "./model.ts";
import { type Occasion, openingOf } from "./opening.ts";
import { createQueue } from "./queue.ts";
import type { Term } from "./terms.ts";
import { createTicks } from "./ticks.ts";
import type { Watch } from "./watch.ts";

/** So many events at most happen in one future, unless another bound is asked for. */
export const BOUND = 1000;

/** So often an answer that would have come before the present is drawn again; then there is none. */
const ATTEMPTS = 64;

/** One future, as far as numbers tell it. */
export interface Future {
  readonly run: number;
  /** The key that all its draws derive from. */
  readonly seed: number;
  /** How many events of the log are its. */
  readonly events: number;
  /** How many moves were refused as unlawful. */
  readonly refused: number;
  /** Whether the bound on events ended it. */
  readonly bounded: boolean;
  readonly situation: number;
}

/** Simulates futures of one model. */
export interface Simulator {
  readonly run: (number: number) => Future;
  readonly log: Log;
}

const FADED = symbolOf("crisis-faded", "other");
const KEPT = symbolOf("commitment-kept", "other");
const LAPSED = symbolOf("commitment-lapsed", "other");
const AGREE = symbolOf("agree", "both");
const SIGN = symbolOf("sign-agreement", "both");
const RETURN = actNumber.get("return-ambassador") ?? -1;

/** Beside the symbol of a kept or lapsed commitment stands the one for when others are open still. */
const OUTSTANDING = 1;
const NO_TERMS: readonly Term[] = [];
/** Under this an intention's cause is an occasion of the opening: -3 is the first. */
const IN_HISTORY = -3;

/**
 * A simulator of a model. The same seed and run always give the same future.
 *
 * @param watches what is observed while it runs
 * @param bound so many events at most happen in one future
 * @param table what is asked where an event leads; the shared table unless something is to be measured against it
 */
export function createSimulator(
  model: Model,
  seed: number,
  watches: readonly Watch[] = [],
  bound: number = BOUND,
  table: Pick<Table, "answer"> = sharedTable,
): Simulator {
  const opening = openingOf(model);
  const { sources, actors, answers, levels } = model;
  const { horizon, history } = model.setup;
  const { quiet } = history;
  const queue = createQueue();
  const memory = opening.memories.map((one) => one.slice());
  const uses = new Int32Array(sources.length);
  const words = actors.map((_, actor) => sources.findIndex((one) => one.kind === "word" && one.actor === actor));
  const talkers = sources.flatMap(({ strategy }, k) => (strategy === undefined ? [] : [k]));
  // What is read for every event stands in flat arrays.
  const owner = Int32Array.from(sources, ({ actor }) => actor);
  const keys = Int32Array.from(sources, ({ actor }) => actors[actor]?.key ?? 0);
  const purposes = Int32Array.from(sources, ({ place }) => place * 4);
  const labels = Int32Array.from(sources, ({ place }, number) => derivedKey(keys[number] ?? 0, place));
  const delays = sources.map(({ delay }) => delay);
  const chances = Float64Array.from(sources, ({ chance }) => chance);
  const limits = Float64Array.from(sources, ({ atMost }) => atMost);
  const bySides = Uint8Array.from(sources, ({ actor }) => ({ a: 1, b: 2, other: 0 })[actors[actor]?.by ?? "other"]);
  const played = sources.map(({ actor }) => playedBy(actors[actor]?.by ?? "other"));
  const symbolsOf = Int32Array.from(sources, ({ symbol }) => symbol);
  const joints = Int32Array.from(sources, ({ joint }) => joint);
  const unconditional = Uint8Array.from(sources, ({ rule }) => (Object.keys(rule?.if ?? {}).length === 0 ? 1 : 0));
  const periods = Float64Array.from(sources, ({ every }) => every);
  const ticks = createTicks(periods, opening.now, horizon);
  const log = emptyLog(bound);
  /** Who has proposed each act by consent, by its symbol: sides added up. */
  const proposals = new Uint8Array(symbols.length);
  let proposed = false;
  let terms: readonly Term[] = NO_TERMS;
  let key = 0;
  let situation = 0;
  let now = 0;
  let quietSince = 0;
  let events = 0;
  let refused = 0;
  let fades = false;
  let alarm = Number.POSITIVE_INFINITY;

  function begin(number: number): void {
    key = runKey(seed, number);
    queue.clear();
    withdraw();
    for (let k = 0; k < talkers.length; k++) recall(talkers[k] ?? 0);
    for (let k = 0; k < uses.length; k++) uses[k] = opening.uses[k] ?? 0;
    terms = opening.terms.length === 0 ? NO_TERMS : opening.terms.map((term) => ({ ...term }));
    ({ situation, now, quietSince } = opening);
    events = 0;
    refused = 0;
    fades = !isUnlawfulIn(table.answer(situation, FADED));
    rearm();
    for (let k = 0; k < watches.length; k++) watches[k]?.begin();
    for (let k = 0; k < opening.occasions.length; k++) reopen(opening.occasions[k], IN_HISTORY - k);
    for (let k = 0; k < opening.scheduled.length; k++) {
      const one = opening.scheduled[k];
      if (one !== undefined) queue.push(one.minute, -2 - k, one.symbol, one.key, -1);
    }
    ticks.rewind();
  }

  /** Takes all proposals back that wait for the other's. */
  function withdraw(): void {
    if (proposed) proposals.fill(0);
    proposed = false;
  }

  /** What a strategy remembered when the history was handed over. */
  function recall(number: number): void {
    const [own, before] = [memory[number], opening.memories[number]];
    if (own !== undefined && before !== undefined) for (let k = 0; k < own.length; k++) own[k] = before[k] ?? 0;
  }

  /** An occasion of the history, on which nothing has come of it yet: drawn until the answer lies ahead, or there is none. */
  function reopen(occasion: Occasion | undefined, cause: number): void {
    if (occasion === undefined) return;
    const { source: number, key: own, minute, level, memory: before } = occasion;
    const source = sources[number];
    const lot = lotOf(key, keys[number] ?? 0, own);
    if (source === undefined) return;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const purpose = (purposes[number] ?? 0) + attempt * 65_536;
      if (drawFrom(lot, purpose) >= source.chance) return;
      const due = minute + source.delay(drawFrom(lot, purpose + 1));
      if (due < now) continue;
      const share = drawFrom(lot, purpose + 2);
      const wish = source.strategy === undefined ? -1 : wanted(number, before.slice(), level, share);
      if (due <= horizon && (source.strategy === undefined || wish >= 0)) {
        queue.push(due, number, wish, derivedKey(own, labels[number] ?? 0), cause);
      }
      return;
    }
  }

  /** The symbol by which a strategy answers; -1 when it does not. */
  function wanted(number: number, own: Float64Array, level: Level, share: number): number {
    const strategy = sources[number]?.strategy;
    if (strategy === undefined) return -1;
    const answer = strategy.is.react(own, strategy.settings, level, share);
    return answer === 0 ? -1 : (played[number]?.[answer + PLACE_OF_0] ?? -1);
  }

  /** An actor considers an occasion: whether it answers, and when. */
  function consider(number: number, wish: number, occasion: number, cause: number): void {
    if ((uses[number] ?? 0) >= (limits[number] ?? 0)) return;
    const lot = lotOf(key, keys[number] ?? 0, occasion);
    const chance = chances[number] ?? 0;
    const purpose = purposes[number] ?? 0;
    if (chance < 1 && drawFrom(lot, purpose) >= chance) return;
    const due = now + (delays[number]?.(drawFrom(lot, purpose + 1)) ?? 0);
    if (due <= horizon) queue.push(due, number, wish, derivedKey(occasion, labels[number] ?? 0), cause);
  }

  /** Whether what a rule asks of the situation is so. */
  function counts(number: number): boolean {
    return unconditional[number] === 1 || sources[number]?.counts(situation) === true;
  }

  /**
   * An actor considers something unasked.
   *
   * @param until nothing else happens before this minute
   */
  function tick(number: number, until: number): void {
    const strategy = sources[number]?.strategy;
    const own = memory[number];
    // Who has acted as often as it may does not come back to it.
    if ((uses[number] ?? 0) >= (limits[number] ?? 0)) {
      ticks.pass(Number.POSITIVE_INFINITY);
    } else if (strategy !== undefined && own !== undefined) {
      ticks.pass(now);
      const level = strategy.is.tick?.(own, strategy.settings) ?? 0;
      if (level !== 0) consider(number, played[number]?.[level + PLACE_OF_0] ?? -1, unasked(number), -1);
    } else if (counts(number)) {
      ticks.pass(now);
      consider(number, -1, unasked(number), -1);
    } else {
      ticks.pass(until);
    }
  }

  /** The occasion of a tick that is now. */
  function unasked(number: number): number {
    return derivedKey(Math.round((now - opening.now) / (periods[number] ?? 1)), labels[number] ?? 0);
  }

  /**
   * Something happens: the chart moves, the log has it, terms are settled, and the others consider it.
   *
   * @param told what the table answers to the symbol
   */
  function happen(symbol: number, told: number, source: number, own: number, cause: number, owed?: Term): void {
    const next = nextIn(told);
    const moved = next !== situation;
    const place = events++;
    log.symbol[place] = symbol;
    log.minute[place] = now;
    log.source[place] = source;
    log.cause[place] = cause;
    log.overdue[place] = owed?.overdue ?? 0;
    if (moved) {
      situation = next;
      fades = !isUnlawfulIn(table.answer(situation, FADED));
    }
    if (hostile[symbol] === 1) quietSince = now;
    for (let k = 0; k < watches.length; k++) watches[k]?.see(situation, symbol, now, moved);
    if (terms.length > 0 && !isUnlawfulIn(told)) settle(symbol, place);
    if (owed !== undefined) terms = [...terms, owed];
    rearm();
    answer(symbol, source, own, place);
  }

  /** Something that the clock brings, or a fact of the record: it happens whatever the law says. */
  function come(symbol: number, source: number, own: number, cause: number): void {
    happen(symbol, table.answer(situation, symbol), source, own, cause);
  }

  /** Terms that an act carries out or breaks. What is carried out whole is kept at once. */
  function settle(symbol: number, place: number): void {
    if (force[symbol] === 1) {
      terms = NO_TERMS;
      return;
    }
    for (const term of terms) {
      if (term.act === acts[symbol] && now < term.overdue) term.done |= (sides[symbol] ?? 0) & term.owing;
    }
    for (let one = terms.find(isDone); one !== undefined && events < bound; one = terms.find(isDone)) {
      const kept = one;
      terms = terms.filter((term) => term !== kept);
      come(KEPT + (terms.length > 0 ? OUTSTANDING : 0), -1, derivedKey(now | 0, KEPT), place);
    }
  }

  /** Everybody else considers what has happened. */
  function answer(symbol: number, source: number, own: number, place: number): void {
    const side = sides[symbol] ?? 0;
    const who = source < 0 ? (opening.scheduled[-2 - source]?.actor ?? -2) : side === 3 ? -2 : (owner[source] ?? -2);
    const interested = answers[symbol];
    if (interested !== undefined) {
      for (let k = 0; k < interested.length; k++) {
        const number = interested[k] ?? 0;
        if (owner[number] !== who && counts(number)) consider(number, -1, own, place);
      }
    }
    const level = (levels[symbol] ?? 0) as Level;
    if (level !== 0 && (side === 1 || side === 2)) {
      for (let k = 0; k < talkers.length; k++) hear(talkers[k] ?? 0, side, level, own, place);
    }
    if (symbol === AGREE && source >= 0) promise(own, place);
  }

  /** A strategy hears of a move of its own or of the other party. */
  function hear(number: number, side: number, level: Level, own: number, place: number): void {
    const mine = memory[number];
    if (mine === undefined || bySides[number] === 0) return;
    if (side === bySides[number]) {
      const strategy = sources[number]?.strategy;
      strategy?.is.own?.(mine, strategy.settings, level);
      return;
    }
    const wish = wanted(number, mine, level, draw(key, keys[number] ?? 0, own, (purposes[number] ?? 0) + 2));
    if (wish >= 0) consider(number, wish, own, place);
  }

  /** Both have agreed: whose ambassador is away owes the return, and keeps the word or does not. */
  function promise(own: number, place: number): void {
    const term = terms.at(-1);
    if (term === undefined) return;
    for (let actor = 0; actor < words.length; actor++) {
      const number = words[actor] ?? -1;
      const { by = "other", key: actorKey = 0 } = actors[actor] ?? {};
      if (number < 0 || (term.owing & (by === "a" ? 1 : 2)) === 0) continue;
      if (draw(key, actorKey, own, purposes[number] ?? 0) >= model.keeps) continue;
      const due =
        now + 1 + Math.floor(draw(key, actorKey, own, (purposes[number] ?? 0) + 1) * (term.overdue - now - 1));
      if (due <= horizon) queue.push(due, number, -1, derivedKey(own, labels[number] ?? 0), place);
    }
  }

  /** An intention is due. By law it happens or is refused; what needs the other's consent waits for it. */
  function act(number: number, wish: number, own: number, cause: number): void {
    if ((uses[number] ?? 0) >= (limits[number] ?? 0)) return;
    let symbol = wish >= 0 ? wish : (symbolsOf[number] ?? 0);
    const joint = joints[number] ?? -1;
    if (joint >= 0) {
      const together = (proposals[joint] ?? 0) | (sides[symbol] ?? 0);
      proposals[joint] = together;
      proposed = true;
      if (together !== 3) return;
      proposals[joint] = 0;
      symbol = joint;
    }
    const owing = symbol === AGREE ? envoysAway(situation) : 0;
    if (symbol === AGREE && owing === 0) symbol = SIGN;
    const told = table.answer(situation, symbol);
    if (isUnlawfulIn(told)) {
      refused += 1;
      return;
    }
    uses[number] = (uses[number] ?? 0) + 1;
    if (force[symbol] === 1) withdraw();
    happen(symbol, told, number, own, cause, owing === 0 ? undefined : promised(owing));
  }

  /** What an agreement obliges those to whose ambassador is away. */
  function promised(owing: number): Term {
    return { act: RETURN, owing, done: 0, overdue: dayStart(now + model.term) + MINUTES_PER_DAY };
  }

  /** Sets the alarm to what the clock brings next: the first term to lapse, or the fading of the crisis. */
  function rearm(): void {
    alarm = fades ? quietSince + quiet : Number.POSITIVE_INFINITY;
    for (let k = 0; k < terms.length; k++) alarm = Math.min(alarm, terms[k]?.overdue ?? alarm);
  }

  /** The clock brings what is due: a term lapses, or, where none is due by then, the crisis fades. */
  function ring(): void {
    const lapsed = terms.find(({ overdue }) => overdue === alarm);
    now = Math.max(now, alarm);
    if (lapsed === undefined) {
      come(FADED, -1, derivedKey(now | 0, FADED), -1);
      return;
    }
    terms = terms.filter((term) => term !== lapsed);
    come(LAPSED + (terms.length > 0 ? OUTSTANDING : 0), -1, derivedKey(now | 0, LAPSED), -1);
  }

  /** A fact of the record comes, lawful or not; an agreement brings its terms. */
  function fact(place: number, symbol: number, own: number): void {
    const owed = opening.scheduled[place]?.terms ?? NO_TERMS;
    const lawful = !isUnlawfulIn(table.answer(situation, symbol));
    come(symbol, -2 - place, own, -1);
    if (lawful && owed.length > 0) terms = [...terms, ...owed.map((term) => ({ ...term }))];
    rearm();
  }

  function run(number: number): Future {
    begin(number);
    while (events < bound) {
      const due = queue.nextDue();
      const until = Math.min(alarm, due);
      const ticking = ticks.next();
      // What is considered at a minute is considered before anything is done at it, but after the clock's own events.
      if (ticking <= due && ticking < alarm && ticking <= horizon) {
        now = Math.max(now, ticking);
        tick(ticks.source(), until);
        continue;
      }
      if (until > horizon) break;
      if (alarm <= due) {
        ring();
        continue;
      }
      const { rule, symbol, key: own, cause } = queue.pop();
      now = Math.max(now, due);
      if (rule <= -2) fact(-2 - rule, symbol, own);
      else act(rule, symbol, own, cause);
    }
    const bounded = events >= bound;
    for (const watch of watches) watch.end(bounded ? now : horizon);
    return { run: number, seed: key, events, refused, bounded, situation };
  }

  return { run, log };
}

function isDone({ done, owing, act }: Term): boolean {
  return done === owing && act >= 0;
}
