/** What the named strategies would have predicted: chances of what comes next, where one of them plays both sides. */
import { END, labels } from "../../calibrated/index.ts";
import { type Level, type Memory, type Settings, type Strategy, strategies } from "../../doctrine/index.ts";
import { isPredicted, pairsIn, type TurnRow } from "./turns.ts";

/** A hundredth of every chance is spread over all labels, since a strategy rules most of them out. */
const SPREAD = 0.01;

/** Strategies that leave something to chance are asked at these shares. */
const SHARES = [0.1, 0.3, 0.5, 0.7, 0.9];

/** For each strategy by name the chances at each moment, in the order of the moments. */
export function strategyPredictions(rows: readonly TurnRow[]): readonly (readonly [string, readonly Float64Array[]])[] {
  const pairs = pairsIn(rows);
  return strategies.map((strategy) => [strategy.id, pairs.flatMap((events) => predictionsOf(strategy, events))]);
}

function predictionsOf(strategy: Strategy, events: readonly TurnRow[]): readonly Float64Array[] {
  const settings: Settings = Object.fromEntries(
    Object.entries(strategy.parameters).map(([name, { value }]) => [name, value]),
  );
  const { answers = 1, "goes-on": goesOn = 0 } = settings;
  const memories = [new Float64Array(strategy.memory), new Float64Array(strategy.memory)] as const;
  return events.flatMap((event) => {
    const chances = new Float64Array(labels.length).fill(SPREAD / labels.length);
    const level = event.level as Level;
    const receivers = event.by === 2 ? [0, 1] : [1 - event.by];
    const replies = receivers.flatMap((side) => repliesOf(strategy, memories[side] as Memory, settings, level));
    const goesOnChance = event.by === 2 ? 0 : level >= 2 && level <= 4 ? goesOn : 0;
    const replyChance = (answers * replies.filter((reply) => reply >= 2).length) / replies.length;
    // Where both would act, either may be first.
    const [first, both] = [(1 - SPREAD) * (1 - replyChance / 2), replyChance * goesOnChance];
    if (goesOnChance > 0) add(chances, "same", level, first * goesOnChance);
    for (const reply of replies) {
      if (reply >= 2) add(chances, "other", reply, ((1 - SPREAD) * answers * (1 - goesOnChance / 2)) / replies.length);
    }
    chances[END] = (chances[END] as number) + (1 - SPREAD) * (1 - replyChance - goesOnChance + both);
    receivers.forEach((side) => void strategy.react(memories[side] as Memory, settings, level, 0.5));
    if (event.by !== 2) strategy.own?.(memories[event.by] as Memory, settings, level);
    return isPredicted(event) ? [chances] : [];
  });
}

function repliesOf(strategy: Strategy, memory: Memory, settings: Settings, level: Level): readonly Level[] {
  return SHARES.map((share) => strategy.react(memory.slice(), settings, level, share));
}

function add(chances: Float64Array, turn: "same" | "other", level: number, chance: number): void {
  const place = labels.findIndex((one) => one.turn === turn && one.level === Math.min(4, Math.max(2, level)));
  chances[place] = (chances[place] as number) + chance;
}
