/**
 * What comes next between two parties, drawn once for the pair from a model fitted to data, and then assigned: to the side that
 * acted last, to the other, to both at once, or to nobody, so that a confrontation may end. Each hostile act between them
 * is another occasion, and what was drawn before it counts no more.
 */
import {
  daysAt,
  drawnChances,
  END,
  gapChances,
  type Happening,
  labels,
  type NextModel,
  type PairCourse,
  pairCourseOf,
  placeOfShare,
  shippedNext,
} from "../calibrated/index.ts";
import { levelOf } from "../doctrine/index.ts";
import { type ActId, actOf, MINUTES_PER_DAY } from "../events/index.ts";
import { type By, project, symbolIndex, symbols } from "../machine/index.ts";
import { nth } from "../problem/index.ts";
import { derivedKey, drawKeyOf, drawWithKey, keyOfText } from "./chance.ts";
import { bitsOf } from "./consent.ts";
import type { Model } from "./model.ts";
import { push, type Queue } from "./queue.ts";

export interface Drawing {
  readonly course: PairCourse;
  /** What had happened between the parties at the opening. */
  readonly before: readonly Happening[];
  /** The key of the last of it as an occasion, and its minute. */
  readonly last: { readonly key: number; readonly minute: number } | undefined;
  readonly next: ReturnType<typeof drawnChances>;
  readonly gap: ReturnType<typeof gapChances>;
  /** For each label and side the symbols by which it may come, and up to which share of a draw each. */
  readonly acts: readonly Readonly<Record<"a" | "b" | "both", readonly Act[]>>[];
  /** The place of the event after which was drawn what may still come; -1 at the opening. */
  cause: number;
}

interface Act {
  readonly symbol: number;
  readonly upTo: number;
}

interface Stage {
  readonly key: number;
  readonly now: number;
  readonly horizon: number;
  readonly queue: Queue;
  readonly agents: readonly Doer[];
}

interface Doer {
  readonly number: number;
  /** The side of a party, as bits. */
  readonly side: number;
  readonly chance: number;
  readonly isDrawn: boolean;
}

const PAIR = keyOfText("pair");

/** The maximum number of draws while what is drawn would have come before the present. */
const MAX_ATTEMPTS = 64;

/** For each symbol the event that a course takes it for; undefined for what is no threat, display or force of a party. */
const happenings = symbols.map(({ type, by }): Omit<Happening, "day" | "year"> | undefined => {
  const level = levelOf(type);
  if (level < 2 || by === "other") return undefined;
  return { by: by === "a" ? 0 : by === "b" ? 1 : 2, action: actOf(type).mid ?? 0, level };
});

/** The draw of a model's pair; undefined where no party follows it. */
export function drawingOf({ sources, setup: { history }, dyad }: Model): Drawing | undefined {
  if (!sources.some(({ kind }) => kind === "drawn")) return undefined;
  const shipped = shippedNext();
  const steps = history.steps.flatMap(({ event, minute }) => {
    const happening = happenings[symbolIndex(project(event, dyad))];
    return happening === undefined
      ? []
      : [{ happening: withDate(happening, minute), key: keyOfText(event.id), minute }];
  });
  return {
    course: pairCourseOf(),
    before: steps.map(({ happening }) => happening),
    last: steps.at(-1),
    next: drawnChances(shipped),
    gap: gapChances(shipped.gaps),
    acts: shipped.acts.map((counts) => ({
      a: actsBy(counts, "a"),
      b: actsBy(counts, "b"),
      both: actsBy(counts, "both"),
    })),
    cause: -1,
  };
}

function actsBy(counts: NextModel["acts"][number], by: By): readonly Act[] {
  const whole = counts.reduce((sum, [, count]) => sum + count, 0);
  let upTo = 0;
  return counts.map(([act, count]) => {
    upTo += count / whole;
    return { symbol: symbolIndex({ type: act as ActId, by }), upTo };
  });
}

function withDate(happening: Omit<Happening, "day" | "year">, minute: number): Happening {
  return { ...happening, day: Math.floor(minute / MINUTES_PER_DAY), year: new Date(minute * 60_000).getUTCFullYear() };
}

/** A future begins: what the history leaves open is drawn so that it lies ahead, or nothing comes. */
export function beginDrawing(simulation: Stage, drawing: Drawing): void {
  const { course, before, last } = drawing;
  drawing.cause = -1;
  course.clear();
  for (const happening of before) course.add(happening);
  if (last === undefined) return;
  const drawKey = drawKeyOf(simulation.key, PAIR, last.key);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (assign(simulation, drawing, { key: last.key, minute: last.minute, drawKey, first: attempt * 64 }, -1)) return;
  }
}

/** Something has happened: where it is hostile, what comes next is drawn anew. */
export function drawNext(simulation: Stage, drawing: Drawing, symbol: number, key: number, place: number): void {
  const happening = happenings[symbol];
  if (happening === undefined) return;
  const { now: minute } = simulation;
  drawing.course.add(withDate(happening, minute));
  drawing.cause = place;
  assign(simulation, drawing, { key, minute, drawKey: drawKeyOf(simulation.key, PAIR, key), first: 0 }, place);
}

interface Occasion {
  readonly key: number;
  readonly minute: number;
  readonly drawKey: number;
  /** The first of the numbers that say what its draws decide. */
  readonly first: number;
}

/** Draws what comes next and gives it to the party that does it. True when it lies ahead or nothing comes. */
function assign(
  simulation: Stage,
  drawing: Drawing,
  { key, minute, drawKey, first }: Occasion,
  cause: number,
): boolean {
  const { course, next, gap, acts } = drawing;
  const { row, last } = course;
  const label = placeOfShare(next(course), drawWithKey(drawKey, first));
  if (label === END || last === undefined) return true;
  const days = daysAt(placeOfShare(gap(row, label), drawWithKey(drawKey, first + 1)), drawWithKey(drawKey, first + 2));
  const due = minuteAt(minute, days, drawWithKey(drawKey, first + 3));
  if (due < simulation.now) return false;
  const { turn } = nth(labels, label);
  const side = sideFor(turn, last.by, drawWithKey(drawKey, first + 4));
  const agent = chooseDoer(simulation, side, drawWithKey(drawKey, first + 5));
  if (agent === undefined || due > simulation.horizon) return true;
  const share = drawWithKey(drawKey, first + 6);
  const choices = nth(acts, label)[side];
  const act = choices.find(({ upTo }) => share < upTo) ?? choices.at(-1);
  if (act === undefined || drawWithKey(drawKey, first + 7) >= agent.chance) return true;
  push(simulation.queue, due, agent.number, act.symbol, derivedKey(key, PAIR), cause);
  return true;
}

type Side = "a" | "b" | "both";

/** Which side does the next event. After an act of both it is either side. */
function sideFor(turn: (typeof labels)[number]["turn"], last: Happening["by"], share: number): Side {
  if (turn === "both") return "both";
  if (last === 2) return share < 0.5 ? "a" : "b";
  return (last === 0) === (turn === "same") ? "a" : "b";
}

/** Who does it: a party of that side, or either party for both. */
function chooseDoer({ agents }: Pick<Stage, "agents">, side: Side, share: number): Doer | undefined {
  const able = agents.filter(
    ({ isDrawn, side: bits }) => isDrawn && (side === "both" ? bits > 0 : bits === bitsOf[side]),
  );
  return able[Math.floor(share * able.length)];
}

/** A minute of a day some days on; on the same day one that is still to come. */
function minuteAt(from: number, days: number, share: number): number {
  const day = Math.floor(from / MINUTES_PER_DAY);
  const midnight = (day + days) * MINUTES_PER_DAY;
  const start = days === 0 ? from + 1 : midnight;
  return Math.floor(start + share * Math.max(1, midnight + MINUTES_PER_DAY - start));
}
