/** Typed acts: the act, then its fields as key=value; and the questions for required fields. */
import * as z from "zod/mini";
import {
  type ActId,
  actOf,
  fieldShape,
  inZone,
  isActId,
  nearestAct,
  neededFields,
  needsConsent,
  parseWhen,
  fields as shapes,
} from "../../events/index.ts";
import * as play from "../../play/index.ts";
import { didYouMean, nearest, visibleLine } from "../../problem/index.ts";

/** An act whose fields are being asked for. */
export interface PendingAct {
  readonly act: ActId;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Fields that are still missing; the first is being asked for. */
  readonly missing: readonly string[];
}

/** The player who types, and the history that acts can refer to. */
export interface Typist {
  readonly session: { readonly game: Pick<play.Seat, "scenario" | "player"> };
  readonly position: Pick<play.Position, "history">;
}

/** An act that was typed, or what is wrong with it. */
export type ActInput = PendingAct | { readonly problem: string };

const QUESTIONS: Readonly<Record<string, string>> = {
  count: "how many, a whole number",
  limit: "at most how many staff, a whole number",
  deadline: "until when, YYYY-MM-DD",
};

/** The question for a field. */
export function questionFor(field: string): string {
  return QUESTIONS[field] ?? field;
}

/** Reads a line such as `expel-diplomats count=5 because=strike`. */
export function readAct(line: string, talk: Typist): ActInput {
  const [word = "", ...pairs] = line.match(/[^\s=]+=(?:"[^"]*"|'[^']*'|\S*)|\S+/g) ?? [];
  if (!isActId(word) || !play.playable.includes(word)) return { problem: noSuchAct(word, talk) };
  let fields: Readonly<Record<string, unknown>> = {};
  for (const pair of pairs) {
    const [, key = "", written = ""] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
    if (key === "")
      return { problem: `"${visibleLine(pair)}" is no field of ${word}. Write FIELD=VALUE, such as ${example(word)}.` };
    const read = readField(word, key, written.replace(/^(["'])(.*)\1$/, "$2"), talk);
    if ("problem" in read) return read;
    fields = { ...fields, [key]: read.value };
  }
  const missing = neededBy(word).filter((key) => !Object.hasOwn(fields, key));
  return { act: word, fields, missing };
}

/** Takes the answer to a question. */
export function answerQuestion({ act, fields, missing }: PendingAct, line: string, talk: Typist): ActInput {
  const [field = "", ...rest] = missing;
  const read = readField(act, field, line.trim(), talk);
  return "problem" in read ? read : { act, fields: { ...fields, [field]: read.value }, missing: rest };
}

/** The value of a field, or what is wrong with it. */
function readField(
  act: ActId,
  key: string,
  typed: string,
  { session, position }: Typist,
): { readonly value: unknown } | { readonly problem: string } {
  const own = fieldShape(act);
  const known = [...fieldsOf(act), "because", "to", "note"];
  const written = key === "note" ? typed : inZone(typed, session.game.scenario.zone);
  const shownValue = visibleLine(written);
  if (!known.includes(key)) {
    return {
      problem: `${act} has no field "${visibleLine(key)}".${didYouMean(nearest(key, known))} It has ${known.join(", ")}.`,
    };
  }
  if (key === "because")
    return readList(
      written,
      position.history.steps.map(({ event }) => event.id),
      "no event so far",
    );
  if (key === "to") return readList(written, Object.keys(session.game.scenario.actors), "no actor of this scenario");
  const schema = key === "note" ? shapes.text : own[key];
  const candidates = /^\d+$/.test(written) ? [Number(written), written] : [written];
  const value = candidates.find((one) => schema !== undefined && z.safeParse(schema, one).success);
  if (value === undefined) return { problem: `${key}: "${shownValue}" won't do. Expected: ${questionFor(key)}.` };
  const moment = key === "deadline" ? parseWhen(written) : undefined;
  if (moment !== undefined && moment.end <= position.history.now) {
    return { problem: `${key}: ${shownValue} lies in the past. Expected: a later date.` };
  }
  return { value };
}

function readList(written: string, known: readonly string[], what: string) {
  const names = written.split(",").filter((name) => name !== "");
  const stranger = names.find((name) => !known.includes(name));
  if (stranger === undefined) return { value: names };
  return { problem: `"${visibleLine(stranger)}" is ${what}.${didYouMean(nearest(stranger, known))}` };
}

/** The fields of an act that can be typed; the model sets those of an act by consent. */
export function fieldsOf(act: ActId): readonly string[] {
  return needsConsent(act) ? [] : Object.keys(actOf(act).fields);
}

function neededBy(act: ActId): readonly string[] {
  return needsConsent(act) ? [] : neededFields(act);
}

function example(act: ActId): string {
  const [field = "because"] = neededBy(act);
  return `${field}=${field === "deadline" ? "2024-01-31" : field === "because" ? "ID" : "3"}`;
}

function noSuchAct(word: string, { session }: Pick<Typist, "session">): string {
  const shownWord = visibleLine(word);
  if (isActId(word)) {
    return `${shownWord} (${actOf(word).label.toLowerCase()}) is not for ${session.game.player} to do: ${WHO[actOf(word).by[0] ?? "clock"]}.`;
  }
  const suggestion = nearestAct(word, play.playable) ?? nearestAct(word);
  return `There is no act "${shownWord}".${didYouMean(suggestion)} .acts lists what is valid now; .help the rest.`;
}

const WHO = {
  party: "a party does it",
  both: "it is what both parties do at once, and no one decides it",
  third: "a third state or organisation does it",
  "non-state": "a non-state group does it",
  unknown: "somebody unknown does it",
  clock: "the clock does it",
} as const;
