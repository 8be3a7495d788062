/** What a typed line leads to: a dot-command, the answer to a question, or an act. */
import * as play from "../../play/index.ts";
import { line, span, wrap } from "../../render/index.ts";
import { type ActInput, answerQuestion, type PendingAct, questionFor, readAct } from "./act-input.ts";
import { runDotCommand } from "./dot-commands.ts";
import { notDoneText, voidBlock } from "./refusals.ts";
import { type Reply, refuse, say, type Talk, turn } from "./talk.ts";

/** Replies to a line. An empty one does nothing; while a question is open, it cancels the act. */
export function replyTo(talk: Talk, text: string): Reply {
  const typed = text.trim();
  const { asked, ...rest } = talk;
  if (typed.startsWith(".")) return runDotCommand(rest, typed);
  if (asked !== undefined) {
    if (typed === "") return say(rest, [line(span(`${asked.act} is not done.`, "faint"))]);
    return take(talk, answerQuestion(asked, typed, talk));
  }
  return typed === "" ? say(talk, []) : take(talk, readAct(typed, talk));
}

/** The prompt of a game. */
export function promptOf({ session, position, asked }: Talk): string {
  const field = asked?.missing[0];
  if (field !== undefined) return `${field} (${questionFor(field)})> `;
  const now = new Date(position.history.now * 60_000).toISOString();
  const branch = session.current === play.MAIN ? "" : ` ${session.current}`;
  return `${session.game.player} ${now.slice(0, 10)} ${now.slice(11, 16)}${branch}> `;
}

function take(talk: Talk, typed: ActInput): Reply {
  if ("problem" in typed) return refuse(talk, typed.problem);
  if (typed.missing.length === 0) return tryOut(talk, typed);
  // An act that the law forbids is refused before its fields are asked for.
  const { reasons } = play.judgedFor(talk.session.game, talk.position.history, typed.act);
  if (talk.position.over) return tryOut(talk, typed);
  const { asked: _, ...rest } = talk;
  return reasons.length > 0
    ? say(rest, voidBlock(typed.act, reasons, talk.columns))
    : say({ ...rest, asked: typed }, []);
}

function tryOut(talk: Talk, { act, fields }: PendingAct): Reply {
  const result = play.act(talk.session, act, fields);
  const { asked: _, ...rest } = talk;
  const { player, other } = talk.session.game;
  switch (result.kind) {
    case "done":
      return turn(rest, result.session);
    case "proposed":
      return turn(rest, result.session, wrap(line(`${player} proposes ${act} to ${other}.`), talk.columns));
    case "void":
      return say(rest, voidBlock(act, result.reasons, talk.columns));
    case "over":
      return refuse(rest, "The window is over: nothing more can be done. .back goes on from before.");
    default:
      return refuse(rest, notDoneText(act, result, talk.session.game));
  }
}
