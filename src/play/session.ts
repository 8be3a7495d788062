/** A session of play: lines of moves that can be gone back on, left and taken up again. Every operation gives a new one. */
import { type ActId, type DiplomaticEvent, needsConsent, when } from "../events/index.ts";
import { advance, type History } from "../history/index.ts";
import { judge } from "../machine/index.ts";
import type { Proposal } from "./consent.ts";
import { type Course, courseOf, historyAt, jointMoveIn, naming, proposalsAt, type Turn } from "./course.ts";
import type { Game } from "./game.ts";
import { actAlone, decideMove, type Refusal } from "./move.ts";

/** A place in a game: what the player has done, and the minute up to which it has been played. */
export interface Place {
  readonly turns: readonly Turn[];
  readonly now: number;
}

/** A line of play under a name. Lines share what they have in common. */
export interface PlayLine {
  readonly name: string;
  readonly place: Place;
  /** Where it stood before each thing that can be taken back, the last one last. */
  readonly past: readonly Place[];
}

/** A game in progress. */
export interface Session {
  readonly game: Game;
  /** All lines, in the order in which they were begun. */
  readonly lines: readonly PlayLine[];
  readonly current: string;
}

/** What the player sees of a place. */
export interface Position {
  readonly history: History;
  /** What one party has proposed and the other has not. */
  readonly proposals: readonly Proposal[];
  /** What has happened in other relations of the crisis since the game began, and does not touch this one. */
  readonly elsewhere: readonly DiplomaticEvent[];
  readonly over: boolean;
  /** The bound on events ended the simulation before the window ended. */
  readonly bounded: boolean;
}

/** What becomes of an act that the player tries. */
export type Tried = { readonly kind: "done" | "proposed"; readonly session: Session } | Refusal;

/** The first line of a session. */
export const MAIN = "main";

/** A session that has not begun: one line, at the departure of the game. */
export function sessionOf(game: Game): Session {
  const place: Place = { turns: [], now: game.setup.history.now };
  return { game, lines: [{ name: MAIN, place, past: [] }], current: MAIN };
}

/** The line that is being played. */
export function lineOf({ lines, current }: Session): PlayLine {
  const line = lines.find(({ name }) => name === current);
  if (line === undefined) throw new RangeError(`There is no line of play called ${current}.`);
  return line;
}

/** Where the line that is being played stands. */
export function positionOf(session: Session): Position {
  const { game } = session;
  const { turns, now } = lineOf(session).place;
  const course = courseOf(game, turns);
  return {
    history: historyAt(game, course, now),
    proposals: proposalsAt(course, turns, now),
    elsewhere: course.elsewhere.filter(({ at }) => when(at).start <= now),
    over: now >= game.setup.horizon,
    bounded: course.bounded && now >= (course.entries.at(-1)?.minute ?? Number.POSITIVE_INFINITY),
  };
}

/**
 * Lets time pass: a number of minutes, or until something happens, or to the end of the window if that comes first.
 *
 * @param minutes at least 1; absent: until something happens
 */
export function wait(session: Session, minutes?: number): Session {
  const { turns, now } = lineOf(session).place;
  const until = minutes === undefined ? nextAfter(courseOf(session.game, turns), now) : now + minutes;
  return moveTo(session, { turns, now: Math.min(until, session.game.setup.horizon) });
}

/**
 * The player acts, a minute after the present. What needs the other's consent happens if it stands, and is else
 * proposed. An act that the law does not allow is refused and leaves no trace.
 *
 * @param fields the act's own fields; `because`: ids of events that cause it; `to`: whom it is aimed at, if not the other
 */
export function act(session: Session, id: ActId, fields: Readonly<Record<string, unknown>> = {}): Tried {
  const { game } = session;
  const { turns, now } = lineOf(session).place;
  const minute = now + 1;
  if (minute > game.setup.horizon) return { kind: "over" };
  const course = courseOf(game, turns);
  const history = advance(historyAt(game, course, now), minute);
  if (needsConsent(id)) return agreeTo(session, id, course, history);
  const fieldsWithNote = { note: "Played in a game.", ...fields };
  return applyAct(session, minute, actAlone(history, game, id, fieldsWithNote, naming(game, course, minute)));
}

/** Takes back the last thing done; the same session where there is none. */
export function back(session: Session): Session {
  const { past } = lineOf(session);
  const place = past.at(-1);
  return place === undefined ? session : updateLine(session, { place, past: past.slice(0, -1) });
}

/** Goes to a minute: later ones by waiting; earlier ones by taking back what came after them. Undefined before the game. */
export function goTo(session: Session, minute: number): Session | undefined {
  const { setup } = session.game;
  if (minute < setup.history.now) return undefined;
  const { turns: done } = lineOf(session).place;
  const turns = done.every((turn) => turn.minute <= minute) ? done : done.filter((turn) => turn.minute <= minute);
  return moveTo(session, { turns, now: Math.min(minute, setup.horizon) });
}

/** Begins another line where this one stands, and plays on there. Undefined when the name is taken. */
export function forkLine(session: Session, name: string): Session | undefined {
  if (session.lines.some((line) => line.name === name)) return undefined;
  return { ...session, lines: [...session.lines, { ...lineOf(session), name }], current: name };
}

/** Plays on in another line. Undefined when there is none of that name. */
export function switchTo(session: Session, name: string): Session | undefined {
  return session.lines.some((line) => line.name === name) ? { ...session, current: name } : undefined;
}

/** An act that needs the other's consent: done if the other has proposed it, else proposed. */
function agreeTo(session: Session, id: ActId, course: Course, history: History): Tried {
  const { game } = session;
  const { turns, now } = lineOf(session).place;
  const move = jointMoveIn(game, course, history, id);
  const { reasons } = judge(history.situation, { type: move.act, by: "both" });
  if (reasons.length > 0) return { kind: "void", reasons };
  const minute = now + 1;
  const standing = proposalsAt(course, turns, now).filter(({ act: proposed }) => proposed === id);
  const again = standing.some(({ by }) => by === game.player);
  if (!standing.some(({ by }) => by === game.other)) {
    const proposal: Proposal = { act: id, by: game.player, minute };
    const next: Turn = { kind: "proposal", minute, proposal };
    return { kind: "proposed", session: moveTo(session, { turns: again ? turns : [...turns, next], now: minute }) };
  }
  // Both have proposed it by now: it comes by itself in the next minute.
  if (again) return { kind: "done", session: moveTo(session, { turns, now: minute }) };
  return applyAct(session, minute, decideMove(history, move));
}

/** The session after an act, unless it was refused, or something else of the same minute came first and made it void. */
function applyAct(session: Session, minute: number, outcome: DiplomaticEvent | Refusal): Tried {
  if (!("id" in outcome)) return outcome;
  const { turns } = lineOf(session).place;
  const after = moveTo(session, { turns: [...turns, { kind: "act", minute, event: outcome }], now: minute });
  const step = positionOf(after).history.steps.find(({ event }) => event.id === outcome.id);
  if (step?.verdict === "void") return { kind: "void", reasons: step.reasons };
  return { kind: "done", session: after };
}

function nextAfter({ entries }: Course, now: number): number {
  return entries.find(({ minute }) => minute > now)?.minute ?? Number.POSITIVE_INFINITY;
}

function moveTo(session: Session, place: Place): Session {
  const line = lineOf(session);
  if (place.now === line.place.now && place.turns === line.place.turns) return session;
  return updateLine(session, { place, past: [...line.past, line.place] });
}

function updateLine(session: Session, change: Pick<PlayLine, "place" | "past">): Session {
  const lines = session.lines.map((line) => (line.name === session.current ? { ...line, ...change } : line));
  return { ...session, lines };
}
