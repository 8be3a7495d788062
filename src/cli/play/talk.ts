/** The conversation of a game: from a typed line to a reply and the new state. Pure; nothing is read or written. */

import type { Step } from "../../history/index.ts";
import * as play from "../../play/index.ts";
import { type Block, line, span, wrap } from "../../render/index.ts";
import type { Lesson } from "../../scenario/index.ts";
import { elsewhereBlock, happenedBlock, proposalLines, separateBlocks, standingLines } from "../../views/index.ts";
import type { PendingAct } from "./act-input.ts";

export interface Talk {
  readonly session: play.Session;
  /** The position of the line that is played. */
  readonly position: play.Position;
  /** An act that waits for its fields. */
  readonly asked?: PendingAct;
  /** The question that the scenario asks at this point. */
  readonly lesson?: Lesson;
  readonly columns: number;
}

/** The reply to a line. */
export interface Reply {
  readonly talk: Talk;
  readonly block: Block;
  /** The name under which to save the game. */
  readonly save?: string;
  readonly leave?: boolean;
}

/** The conversation at the beginning of a session. */
export function talkOf(session: play.Session, columns: number): Talk {
  const position = play.positionOf(session);
  const last = position.history.steps.at(-1);
  return withLesson({ session, position, columns }, last === undefined ? [] : [last]);
}

/** A reply that changes nothing. */
export function say(talk: Talk, block: Block): Reply {
  return { talk, block };
}

/** The reply to what can't be done: a sentence, with what to try. */
export function refuse(talk: Talk, text: string): Reply {
  return say(talk, wrap(line(span("✗ ", "bad"), text), talk.columns, 2));
}

/** The reply when the game goes on or back: what happened since, and where it stands. */
export function turn(talk: Talk, session: play.Session, note: Block = []): Reply {
  const position = play.positionOf(session);
  const { scenario } = session.game;
  const known = new Set(talk.position.history.steps.map(({ event }) => event.id));
  const forward = position.history.now >= talk.position.history.now;
  const happened = forward ? position.history.steps.filter(({ event }) => !known.has(event.id)) : [];
  const before = new Set(talk.position.elsewhere.map(({ id }) => id));
  const elsewhere = forward ? position.elsewhere.filter(({ id }) => !before.has(id)) : [];
  const { asked: _, ...rest } = talk;
  const next = withLesson({ ...rest, session, position }, happened);
  const isQuiet = happened.length + elsewhere.length === 0 && forward && note.length === 0;
  const quiet = isQuiet ? [line(span("Nothing happens.", "faint"))] : [];
  const blocks = [happenedBlock({ scenario }, happened, talk.columns), elsewhereBlock(elsewhere, talk.columns)];
  const block = separateBlocks(note, ...blocks, quiet, [
    ...standingBlock(next),
    ...(next.lesson === talk.lesson ? [] : lessonLines(next)),
  ]);
  return { talk: next, block };
}

/** Where it stands: the situation, what is proposed, and whether it is over. */
export function standingBlock({ session, position, columns }: Talk): Block {
  const { history, proposals, over, bounded } = position;
  const { player, setup } = session.game;
  const ended = over
    ? [line(span("The window is over: .save keeps the game, .back goes on from before.", "strong"))]
    : [];
  const bound = bounded ? [line(span("The simulation was ended here: too many events in one future.", "warn"))] : [];
  return [
    ...standingLines(history.situation, setup.history.dyad, columns),
    ...proposalLines(proposals, player, columns),
    ...ended,
    ...bound,
  ];
}

/** The question that is asked now, if any. */
export function lessonLines({ lesson, columns }: Talk): Block {
  if (lesson === undefined) return [];
  const { ask, options } = lesson;
  return wrap(line(span("Place your bets: ", "strong"), `${ask} (${options.join(", ")}) .answer tells.`), columns, 2);
}

function withLesson(talk: Talk, steps: readonly Step[]): Talk {
  const ids = new Set(steps.map(({ event }) => event.id));
  const lesson = talk.session.game.scenario.lessons.find(({ pause }) => ids.has(pause));
  return lesson === undefined ? talk : { ...talk, lesson };
}
