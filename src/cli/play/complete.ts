/** Completion while one types: dot-commands and what they take, acts and their fields. */
import { isActId } from "../../events/index.ts";
import * as play from "../../play/index.ts";
import { regionKeys } from "../../views/index.ts";
import { dots } from "./dots.ts";
import type { Talk } from "./talk.ts";
import { fieldsOf } from "./typed.ts";

/** The words that may stand where a line ends, and the part of the line that they complete. */
export function completionsOf(talk: Talk, text: string): [string[], string] {
  const word = /\S*$/.exec(text)?.[0] ?? "";
  const before = text.slice(0, text.length - word.length).trim();
  return [wordsAfter(talk, before).filter((one) => one.startsWith(word)), word];
}

function wordsAfter({ session, position }: Talk, before: string): readonly string[] {
  const ids = position.history.steps.map(({ event }) => event.id);
  const choices = play.choicesOf(session.game, position);
  const [first = ""] = before.split(" ");
  if (first === "") return [...choices.map(({ act }) => act), ...dots.map(({ name }) => name)];
  if (isActId(first)) return [...fieldsOf(first), "because", "to", "note"].map((key) => `${key}=`);
  const taken: Readonly<Record<string, readonly string[]>> = {
    ".acts": [...new Set(choices.map((one) => one.class))],
    ".goto": ids,
    ".why": [...regionKeys(position.history.dyad), ...ids],
    ".why-not": play.playable,
    ".switch": session.lines.map(({ name }) => name),
  };
  return before === first ? (taken[first] ?? []) : [];
}
