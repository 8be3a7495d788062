/** The opening of a future: what the history so far leaves open, worked out once for all futures of a model. */
import { type Level, levelOf, type Memory } from "../doctrine/index.ts";
import type { Unfinished } from "../dossier/index.ts";
import { type DiplomaticEvent, when } from "../events/index.ts";
import { isAimedElsewhere, type Step } from "../history/index.ts";
import { project, sharedTable, symbolIndex } from "../machine/index.ts";
import { addAt, nth } from "../problem/index.ts";
import { keyOfText } from "./chance.ts";
import { BOTH, bitsOf } from "./consent.ts";
import { type Actor, type Model, memories, sideOf } from "./model.ts";

/** An event of the history to which an actor may still react. */
export interface Occasion {
  readonly source: number;
  readonly key: number;
  readonly event: string;
  readonly minute: number;
  /** Whether it is the strategy's own act, after which it may go on. */
  readonly own: boolean;
  /** For a strategy: what it received or did, and what it remembered just before. */
  readonly level: Level;
  readonly memory: Memory;
}

/** An event to come that nobody with a doctrine decides about. */
export interface Scheduled {
  readonly event: string;
  readonly minute: number;
  readonly symbol: number;
  readonly actor: number;
  readonly key: number;
  /** The event itself: what it ends, until when it lasts, what is agreed in it. */
  readonly fact: DiplomaticEvent;
}

/** Where every future of a model begins. */
export interface Opening {
  readonly situation: number;
  readonly now: number;
  readonly quietSince: number;
  readonly unfinished: Unfinished;
  readonly occasions: readonly Occasion[];
  readonly scheduled: readonly Scheduled[];
  readonly memories: readonly Memory[];
  readonly uses: Int32Array;
}

export function openingOf(model: Model): Opening {
  const { history, scheduled } = model.setup;
  const steps = history.steps.filter(({ event }) => event.source !== "clock");
  const now = memories(model);
  const uses = new Int32Array(model.sources.length);
  const occasions: Occasion[] = [];
  for (const [place, step] of steps.entries()) {
    const chartEvent = project(step.event, history.dyad);
    if (isAimedElsewhere(step.event, chartEvent.by, history)) continue;
    const symbol = symbolIndex(chartEvent);
    const who = actorOf(step.event.from, model.actors);
    for (const number of nth(model.answers, symbol)) {
      const occasion = ruleOccasion(number, step, who, steps.slice(place + 1), model);
      if (occasion === "answered") addAt(uses, number, 1);
      else if (occasion !== undefined) occasions.push(occasion);
    }
    for (const [number, source] of model.sources.entries()) {
      const { strategy, actor } = source;
      if (strategy === undefined) continue;
      const memory = nth(now, number);
      const level = levelOf(step.event.act);
      const move = moveFor(bitsOf[chartEvent.by], bitsOf[nth(model.actors, actor).by], level);
      if (move === "nothing") continue;
      const before = memory.slice();
      if (move === "own") strategy.is.own?.(memory, strategy.settings, level);
      else strategy.is.react(memory, strategy.settings, level, 0.5);
      if (move === "own" && (source.goesOn === 0 || !isMilitary(level))) continue;
      const hasMovedSince = steps.slice(place + 1).some(({ event }) => hasMoved(event.from, event.act, actor, model));
      if (!hasMovedSince) occasions.push(occasionOf(number, step, move === "own", level, before));
    }
  }
  return {
    situation: sharedTable.idOf(history.situation),
    now: history.now,
    quietSince: history.quietSince,
    unfinished: history.dossier,
    occasions: occasions.filter((occasion) => mayStillCome(occasion, model)),
    scheduled: scheduled.map((event) => ({
      event: event.id,
      minute: Math.max(when(event.at).start, history.now),
      symbol: symbolIndex(project(event, history.dyad)),
      actor: actorOf(event.from, model.actors),
      key: keyOfText(event.id),
      fact: event,
    })),
    memories: now,
    uses,
  };
}

/** Whether an answer could still lie ahead. Where even the longest delay is over, every draw would come to nothing. */
function mayStillCome({ source, minute }: Occasion, { sources, setup: { history } }: Model): boolean {
  const longest = nth(sources, source).delay(1 - 2 ** -32);
  return minute + longest >= history.now;
}

/** The place of the one actor who did an event; -1 for both parties, -2 for somebody without a doctrine. */
function actorOf(from: readonly string[], actors: readonly Actor[]): number {
  if (from.length !== 1) return from.length === 2 ? -1 : -2;
  const place = actors.findIndex(({ code }) => code === from[0]);
  return place < 0 ? -2 : place;
}

/**
 * What an act is to a party's strategy. Force by both counts as the other's: nobody knows who began. Other acts of both,
 * acts of third states, and what is no move count as nothing.
 *
 * @param side whose act it is, as bits
 * @param party the party, as bits
 */
export function moveFor(side: number, party: number, level: Level): "own" | "other's" | "nothing" {
  if (level === 0 || side === 0 || party === 0) return "nothing";
  if (side === party) return "own";
  return side !== BOTH || level >= 4 ? "other's" : "nothing";
}

/** Whether a strategy may go on after an act of its own on this level: a threat, a display or force. */
export function isMilitary(level: Level): boolean {
  return level >= 2 && level <= 4;
}

function hasMoved(from: readonly string[], act: Parameters<typeof levelOf>[0], actor: number, model: Model): boolean {
  const { code } = nth(model.actors, actor);
  return from.includes(code) && sideOf(code, model.dyad) !== "other" && levelOf(act) !== 0;
}

/** Whether a rule has an occasion in a step: none, one that was answered in the history, or an open one. */
function ruleOccasion(
  number: number,
  step: Step,
  who: number,
  later: readonly Step[],
  { sources, actors }: Model,
): Occasion | "answered" | undefined {
  const source = nth(sources, number);
  const { code } = nth(actors, source.actor);
  if (source.rule === undefined || who === source.actor) return undefined;
  if (!source.counts(sharedTable.idOf(step.after))) return undefined;
  const { with: act } = source.rule;
  const answered = later.some(
    ({ event }) => event.act === act && event.from.includes(code) && event.because.includes(step.event.id),
  );
  return answered ? "answered" : occasionOf(number, step, false, 0, new Float64Array(0));
}

function occasionOf(source: number, { event, minute }: Step, own: boolean, level: Level, memory: Memory): Occasion {
  return { source, key: keyOfText(event.id), event: event.id, minute, own, level, memory };
}
