/** The state of a simulation: the sources of a model at work, what each symbol means to them, and where a future stands. */
import { type Level, levelOf, type Memory, playedAs, ROUNDS } from "../doctrine/index.ts";
import { actOf } from "../events/index.ts";
import { type By, isVoidIn, symbolIndex, symbols, type Table } from "../machine/index.ts";
import { missing, nth } from "../problem/index.ts";
import { type Drawing, drawingOf } from "./calibrated-draws.ts";
import { derivedKey, runKey } from "./chance.ts";
import { bitsOf, endsAll, endsProposal } from "./consent.ts";
import { emptyLog, type Log } from "./log.ts";
import { hostile, jointsOf, type Model, type Source } from "./model.ts";
import { type Opening, openingOf } from "./opening.ts";
import { createQueue, type Queue } from "./queue.ts";
import { type UnfinishedState, unfinishedAtOpening, type Waiting } from "./unfinished-cache.ts";
import type { Watch } from "./watch.ts";

/** A source of the model at work. All agents have the same shape, so that reading them is fast. */
export interface Agent
  extends Pick<
    Source,
    | "actor"
    | "chance"
    | "goesOn"
    | "delay"
    | "atMost"
    | "symbol"
    | "joint"
    | "every"
    | "elsewhere"
    | "allies"
    | "between"
  > {
  readonly number: number;
  readonly key: number;
  /** The side of a party, as bits; 0 for others. */
  readonly side: number;
  /** The first of the numbers that say what its draws decide. */
  readonly purpose: number;
  /** What makes keys of its intentions from those of occasions. */
  readonly label: number;
  /** Whether the situation is one in which an occasion counts; undefined where every one does. */
  readonly counts: Source["counts"] | undefined;
  readonly strategy: Source["strategy"] | undefined;
  /** Whether it does what is drawn for the pair. */
  readonly isDrawn: boolean;
  /** For each level the symbol by which a strategy plays it; see {@link symbolAt}. */
  readonly levelSymbols: readonly number[];
  readonly memory: Memory;
  /** The same at the opening. */
  readonly memoryBefore: Memory;
  uses: number;
  /** The same at the opening. */
  readonly usesBefore: number;
  /** The minute of its next tick; see `every`. */
  next: number;
  /** The minute of the last tick before those that are passed over; Infinity while none is. */
  asleepSince: number;
}

/** What a symbol means to every simulation. */
export interface Meaning {
  /** Whose act it is, as bits. */
  readonly side: number;
  readonly hostile: boolean;
  readonly isForce: boolean;
  readonly endsAll: boolean;
  readonly level: Level;
  /** Whether the dossier may know a detail of it that the chart can't. */
  readonly detailed: boolean;
}

const meanings: readonly Meaning[] = symbols.map(({ type, by, detail }, symbol) => ({
  side: bitsOf[by],
  hostile: hostile[symbol] === true,
  isForce: actOf(type).class === "force" && (by === "a" || by === "b"),
  endsAll: endsAll[symbol] === true,
  level: levelOf(type),
  detailed: detail === undefined && by !== "other" && (actOf(type).ends !== undefined || type === "return-ambassador"),
}));

export function meaningOf(symbol: number): Meaning {
  const meaning = meanings[symbol];
  if (meaning === undefined) throw missing(meanings, symbol);
  return meaning;
}

const LADDER: readonly Level[] = [-2, -1, 0, 1, 2, 3, 4, 5];

/** The symbol of each level as a side plays it, the lowest level first; -1 for level 0, which is no move. */
function levelSymbolsOf(by: By): readonly number[] {
  return LADDER.map((level) => (level === 0 ? -1 : symbolIndex({ type: playedAs[level], by })));
}

const LEVEL_SYMBOLS = { a: levelSymbolsOf("a"), b: levelSymbolsOf("b"), other: levelSymbolsOf("other") };

/** The symbol by which an agent plays a level; -1 for level 0, which is no move. */
export function symbolAt({ levelSymbols }: Agent, level: Level): number {
  const symbol = levelSymbols[level + 2];
  if (symbol === undefined) throw missing(levelSymbols, level + 2);
  return symbol;
}

/** The simulation of one future after another. */
export interface Simulation {
  readonly model: Model;
  readonly opening: Opening;
  readonly seed: number;
  readonly bound: number;
  readonly horizon: number;
  /** Minutes without hostile acts after which a crisis fades. */
  readonly quiet: number;
  readonly table: Pick<Table, "answer">;
  readonly watches: readonly Watch[];
  readonly agents: readonly Agent[];
  /** What is drawn for the pair, where a party does what is drawn. */
  readonly drawing: Drawing | undefined;
  /** The simulations of all relations that go on together, this one among them. */
  web: readonly Simulation[];
  /** Those of them that are looked at in this future. */
  awake: Simulation[];
  readonly allied: readonly Agent[];
  /** The agents with strategies, those that are a party's word, and those that consider something unasked. */
  readonly strategists: readonly Agent[];
  readonly words: readonly Agent[];
  readonly ticking: readonly Agent[];
  /** For each symbol those with a rule that answers it. */
  readonly answering: readonly (readonly Agent[])[];
  readonly queue: Queue;
  readonly log: Log;
  /** The symbols of acts that wait for consent. */
  readonly joints: readonly number[];
  /** Who has proposed each act by consent, by its symbol, as bits. */
  readonly proposals: Uint8Array;
  readonly unfinishedBefore: UnfinishedState;
  /** By the number of a doctrine's event that stands: the first minute that is too late for what it set a day for. */
  readonly days: number[];
  unfinished: UnfinishedState;
  /** The number of the future, and its key. */
  run: number;
  key: number;
  situation: number;
  now: number;
  quietSince: number;
  /** How many events of the log are this future's. */
  events: number;
  refused: number;
  /** How often something may still be considered unasked. */
  left: number;
  /** Whether the crisis of this situation fades when it is quiet for long enough. */
  fades: boolean;
  /** When the clock brings something next, and what, where it is not the fading; Infinity when never. */
  alarm: number;
  ringing: Waiting | undefined;
  /** When somebody considers something unasked next, and who; Infinity when nobody does. */
  tick: number;
  ticker: Agent | undefined;
}

/** The number of no future. */
export const NONE = -1;

export const FADED: number = symbolIndex({ type: "crisis-faded", by: "other" });

export function simulationOf(
  model: Model,
  seed: number,
  watches: readonly Watch[],
  bound: number,
  table: Pick<Table, "answer">,
): Simulation {
  const opening = openingOf(model);
  const agents = model.sources.map((source, number) => agentOf(model, opening, source, number));
  const unfinished = unfinishedAtOpening(opening.unfinished, model.dyad);
  return {
    model,
    opening,
    seed,
    bound,
    horizon: model.setup.horizon,
    quiet: model.setup.history.quiet,
    table,
    watches,
    agents,
    drawing: drawingOf(model),
    web: [],
    awake: [],
    allied: agents.filter(({ allies }) => allies.length > 0),
    strategists: agents.filter(({ strategy }) => strategy !== undefined),
    words: agents.filter((_, number) => model.sources[number]?.kind === "word"),
    // A rule that never acts is not considered either.
    ticking: agents.filter(({ every, chance, strategy }) => every > 0 && (chance > 0 || strategy !== undefined)),
    answering: model.answers.map((numbers) => numbers.map((number) => nth(agents, number))),
    queue: createQueue(),
    log: emptyLog(bound),
    joints: jointsOf(model),
    proposals: new Uint8Array(symbols.length),
    unfinishedBefore: unfinished,
    days: [],
    unfinished: unfinished,
    run: NONE,
    key: 0,
    situation: opening.situation,
    now: opening.now,
    quietSince: opening.quietSince,
    events: 0,
    refused: 0,
    left: 0,
    fades: false,
    alarm: Number.POSITIVE_INFINITY,
    ringing: undefined,
    tick: Number.POSITIVE_INFINITY,
    ticker: undefined,
  };
}

function agentOf(model: Model, opening: Opening, source: Source, number: number): Agent {
  const { actor, chance, goesOn, delay, atMost, symbol, joint, every, place, counts, rule, strategy, kind } = source;
  const { elsewhere, allies, between } = source;
  const { key, by } = nth(model.actors, actor);
  return {
    actor,
    chance,
    goesOn,
    delay,
    atMost,
    symbol,
    joint,
    every,
    elsewhere,
    allies,
    between,
    number,
    key,
    side: bitsOf[by],
    purpose: place * 4,
    label: derivedKey(key, place),
    counts: Object.keys(rule?.if ?? {}).length === 0 ? undefined : counts,
    strategy,
    isDrawn: kind === "drawn",
    levelSymbols: LEVEL_SYMBOLS[by],
    memory: nth(opening.memories, number).slice(),
    memoryBefore: nth(opening.memories, number),
    uses: 0,
    usesBefore: nth(opening.uses, number),
    next: 0,
    asleepSince: Number.POSITIVE_INFINITY,
  };
}

export function agentAt({ agents }: Simulation, number: number): Agent {
  const agent = agents[number];
  if (agent === undefined) throw missing(agents, number);
  return agent;
}

/** Sets the alarm to what the clock brings next: something that was set a day, or else the fading of the crisis. */
export function setAlarm(simulation: Simulation): void {
  const { fades, quietSince, quiet, now, unfinished, days } = simulation;
  let first = fades ? Math.max(quietSince + quiet, now) : Number.POSITIVE_INFINITY;
  let ringing: Waiting | undefined;
  for (const waiting of unfinished.waiting) {
    const due =
      waiting.number >= 0 ? nth(days, waiting.number) : waiting.due === Number.NEGATIVE_INFINITY ? now : waiting.due;
    if (due > first || (due === first && ringing !== undefined)) continue;
    first = due;
    ringing = waiting;
  }
  simulation.alarm = first;
  simulation.ringing = ringing;
}

export function enter(simulation: Simulation, situation: number): void {
  simulation.situation = situation;
  setFading(simulation);
}

/** Whether the crisis can fade now: the chart allows it, and nothing that stands holds the clock. */
export function setFading(simulation: Simulation): void {
  const { table, situation, unfinished } = simulation;
  simulation.fades = !unfinished.holdsClock && !isVoidIn(table.answer(situation, FADED));
}

/** Everything stands again where the history left it, for another future. */
export function begin(simulation: Simulation, run: number): void {
  const { opening, seed } = simulation;
  simulation.run = run;
  simulation.key = runKey(seed, run);
  simulation.queue.size = 0;
  const { proposals, abroad } = simulation.log;
  if (proposals.length > 0) proposals.length = 0;
  if (abroad.length > 0) abroad.length = 0;
  for (const joint of simulation.joints) simulation.proposals[joint] = 0;
  for (const agent of simulation.agents) agent.uses = agent.usesBefore;
  for (const agent of simulation.ticking) {
    agent.next = opening.now + agent.every;
    agent.asleepSince = Number.POSITIVE_INFINITY;
  }
  for (const { memory, memoryBefore } of simulation.strategists) memory.set(memoryBefore);
  simulation.unfinished = simulation.unfinishedBefore;
  simulation.now = opening.now;
  simulation.quietSince = opening.quietSince;
  simulation.events = 0;
  simulation.refused = 0;
  simulation.left = simulation.bound * ROUNDS;
  enter(simulation, opening.situation);
  setAlarm(simulation);
}

export function endProposals({ joints, proposals }: Simulation, symbol: number): void {
  for (const joint of joints) if (endsProposal(symbol, joint)) proposals[joint] = 0;
}
