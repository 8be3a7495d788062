/** Plays a named strategy on paper: levels in, levels out, nothing left to chance but what is given. */
import { type Level, type Settings, type Strategy, strategies } from "../../src/doctrine/index.ts";

/** A player of a strategy, with its memory. What it answers happens at once unless `silent`. */
export interface Player {
  readonly receive: (level: Level, share?: number) => Level;
  readonly act: (level: Level) => void;
  readonly wait: () => Level;
}

export function named(id: string): Strategy {
  const found = strategies.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no strategy ${id}`);
  return found;
}

export function player(strategy: Strategy, parameters: Settings = {}): Player {
  const memory = new Float64Array(strategy.memory);
  const defaults = Object.entries(strategy.parameters).map(([name, { value }]) => [name, value] as const);
  const settings = { ...Object.fromEntries(defaults), ...parameters };
  const done = (level: Level): Level => {
    if (level !== 0) strategy.own?.(memory, settings, level);
    return level;
  };
  return {
    receive: (level, share = 0.5) => done(strategy.react(memory, settings, level, share)),
    act: (level) => strategy.own?.(memory, settings, level),
    wait: () => done(strategy.tick?.(memory, settings) ?? 0),
  };
}

/** The answers to a list of levels, each given before the next is received. */
export function answers(id: string, received: readonly Level[], parameters: Settings = {}): readonly Level[] {
  const one = player(named(id), parameters);
  return received.map((level) => one.receive(level));
}

/** Two players of one strategy after one of them was hostile by mistake: what is said in turn, the mistake first. */
export function twins(id: string, mistake: Level, turns: number): readonly Level[] {
  const [one, other] = [player(named(id)), player(named(id))];
  one.act(mistake);
  const levels: Level[] = [mistake];
  for (let turn = 0; turn < turns; turn++) {
    const last = levels.at(-1) ?? 0;
    levels.push(last === 0 ? 0 : (turn % 2 === 0 ? other : one).receive(last));
  }
  return levels;
}
