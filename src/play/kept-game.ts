/** Keeping a game: what was played as the edits of a what-if, which a replay carries out without any chance. */
import { type DiplomaticEvent, when } from "../events/index.ts";
import {
  type Branch,
  branch,
  type Edit,
  editedId,
  eventsOf,
  type History,
  historyOf,
  situationAt,
  touches,
} from "../history/index.ts";
import { keyOf } from "../machine/index.ts";
import { recordOf } from "../scenario/index.ts";
import type { Game } from "./game.ts";
import { type Position, positionOf, type Session } from "./session.ts";

/** A game as a what-if. */
export interface KeptGame {
  readonly edits: readonly Edit[];
  /** `stop` where the replay then ends as the game stands; else `keep`, and its clock runs on to the end of the window. */
  readonly then: "stop" | "keep";
}

/**
 * The edits that make a game of the record: what was played is added, and what the record has and the game has not is
 * dropped. Undefined where nothing was played yet, or the game is as the record so far: there is nothing to keep.
 */
export function keptGame(session: Session): KeptGame | undefined {
  const { game } = session;
  const position = positionOf(session);
  if (position.history.now === game.setup.history.now) return undefined;
  const record = recordOf(game.scenario);
  const played = position.history.steps.flatMap(({ event }) => (event.source === "clock" ? [] : [event]));
  const added = additionsIn(played, game, record);
  const editedIds = new Set(game.edits.map(editedId));
  const playedIds = new Set(played.map(({ id }) => id));
  // What happened in other relations alone is no part of the game: there the record stands.
  const recordEvents = eventsOf(record).filter((event) => touches(event, position.history));
  const missing = recordEvents.filter(({ id }) => !playedIds.has(id) && !editedIds.has(id));
  const dates = [...game.edits, ...added].flatMap((edit) =>
    "event" in edit ? edit.event.at : edit.kind === "move" ? edit.to : [],
  );
  const last = Math.max(...dates.map((at) => when(at).end));
  const dropsOf = (events: readonly DiplomaticEvent[]) => events.map(({ id }): Edit => ({ kind: "drop", id }));
  // What comes after the last edit is cut off by `stop` as it is.
  const early = missing.filter(({ at }) => when(at).start <= last);
  const stopped: KeptGame = { edits: [...game.edits, ...dropsOf(early), ...added], then: "stop" };
  const kept: KeptGame = { edits: [...game.edits, ...dropsOf(missing), ...added], then: "keep" };
  if (added.length > 0 && replaysTo(stopped, record, position, Number.POSITIVE_INFINITY)) return stopped;
  if (kept.edits.length === 0) return undefined;
  if (!replaysTo(kept, record, position, position.history.now))
    throw new Error("A game that was kept replays otherwise: a defect of ours.");
  return kept;
}

/** The events that the record has not, each before whatever of the record comes after it on its day. */
function additionsIn(played: readonly DiplomaticEvent[], game: Game, record: Branch): readonly Edit[] {
  const recordIds = new Set([...eventsOf(record).map(({ id }) => id), ...game.edits.map(editedId)]);
  const knownIds = new Set([...recordIds, ...played.map(({ id }) => id), ...record.background]);
  return played.flatMap((one, k) => {
    if (recordIds.has(one.id)) return [];
    // A cause in another relation that is not known here is not kept.
    const event = { ...one, because: one.because.filter((id) => knownIds.has(id)) };
    const { end } = when(event.at);
    const next = played.slice(k + 1).find(({ id, at }) => recordIds.has(id) && when(at).start <= end);
    return [{ kind: "add", event, ...(next === undefined ? {} : { before: next.id }) }];
  });
}

/** Whether the what-if tells what was played, and stands at a minute where the game stands. */
function replaysTo({ edits, then }: KeptGame, record: Branch, { history }: Position, minute: number): boolean {
  const replayed = historyOf(branch(record, edits, then));
  return idsOf(replayed) === idsOf(history) && keyOf(situationAt(replayed, minute)) === keyOf(history.situation);
}

function idsOf({ steps }: History): string {
  return steps.flatMap(({ event }) => (event.source === "clock" ? [] : [event.id])).join(" ");
}
