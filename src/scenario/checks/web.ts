/** Webs: the relations, groups and alliances of a file with more than two parties. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { touches } from "../../history/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { nth } from "../../problem/index.ts";
import { isBetween } from "../claims.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import { MAX_PARTIES, type Pair } from "../schema/web.ts";
import { dropUndefined } from "../values.ts";
import { type OpenedRelation, pairsOf, relationsIn } from "../web.ts";
import { actingEvents, type Parts } from "./parts.ts";
import { problem, warning } from "./problem.ts";
import { checkActor, checkParty, type Names, namesOf } from "./references.ts";

export function checkWeb(parts: Parts): Problems {
  const names = namesOf(parts);
  const codes = Object.keys(parts.parties ?? {});
  const found = checkRelations(parts, names);
  return [
    ...found,
    ...Object.entries(parts.groups ?? {}).flatMap(([name, members]) => checkGroup(name, members, parts, names)),
    ...(parts.alliances ?? []).flatMap(({ members }, k) => checkMembers(members, ["alliances", k, "members"], names)),
    ...(codes.length > 2 && parts.unread.size === 0 && found.length === 0 ? checkManyParties(parts, codes) : []),
  ];
}

/** The relations that a file opens, as far as its parties are known. */
export function openings(parts: Parts): readonly OpenedRelation[] {
  const { parties, relations, opening } = parts;
  if (parties === undefined || Object.keys(parties).length < 2) return [];
  const stated = { parties, ...dropUndefined({ relations, opening }) };
  return relationsIn({ ...stated, events: actingEvents(parts, stated) });
}

function checkRelations({ relations = [], opening }: Parts, names: Names): Problems {
  const found = relations.flatMap(({ between }, k): Problems => {
    const path = ["relations", k, "between"];
    const unknown = between.flatMap((code, side) => checkParty(code, [...path, side], names));
    if (unknown.length > 0) return unknown;
    const pair = between.join(" and ");
    if (between[0] === between[1]) {
      return [problem("no-relation", path, `${pair} are one state: a relation has two parties.`, "two parties")];
    }
    const first = relations.findIndex((one) => isSamePair(one.between, between));
    if (first === k) return [];
    const message = `The relation between ${pair} stands in this list already, as the ${ordinal(first)}.`;
    return [problem("duplicate-name", path, message, "each pair once, whichever party stands first")];
  });
  if (opening === undefined || relations.length === 0) return found;
  const message = "Each relation of this file has an opening of its own, so there is none for all.";
  const expected = "opening under the relation that it is of";
  return [...found, problem("unknown-key", ["opening"], message, expected, { atKey: true })];
}

function isSamePair(one: Pair, [a, b]: Pair): boolean {
  return isBetween(one, { a, b });
}

function ordinal(place: number): string {
  return ["first", "second", "third"][place] ?? `${place + 1}th`;
}

function warnOfUnrelated(code: string): UnplacedProblem {
  const expected = `a relation with ${code}, or ${code} under others`;
  const message = `${code} is in no relation of this file.`;
  return warning("no-relation", ["parties", code], message, expected, { atKey: true });
}

function checkGroup(name: string, members: readonly string[], { groups = {} }: Parts, names: Names): Problems {
  const path = ["groups", name];
  if (name === "unknown" || name === "both") {
    const message = `${name} has a meaning of its own under from, so no group can be called so.`;
    return [problem("no-group", path, message, "another name", { atKey: true })];
  }
  const nested = members.findIndex((one) => Object.hasOwn(groups, one));
  if (nested < 0) return checkMembers(members, path, names);
  const message = `${nth(members, nested)} is a group, and a group within ${name} is not read.`;
  return [problem("no-group", [...path, nested], message, "the states themselves")];
}

function checkMembers(members: readonly string[], path: Path, names: Names): Problems {
  return members.flatMap((code, k): Problems => {
    if (members.indexOf(code) === k) return checkActor(code, [...path, k], names);
    return [warning("duplicate-name", [...path, k], `${code} stands here twice.`)];
  });
}

/** Problems of files with more than two parties: too many of them, acts that nobody judges, roles exchanged. */
function checkManyParties(parts: Parts, codes: readonly string[]): Problems {
  const relations = openings(parts).map(({ dyad }) => dyad);
  const states = [...new Set(relations.flatMap(({ a, b }) => [a, b]))];
  const passed = parts.events.flatMap(({ event, index }) => {
    const judged = relations.some((dyad) => touches(event, { dyad, states }));
    return judged ? warnOfUnfollowed(event, index, codes, relations) : [];
  });
  const swaps = Object.entries(parts["what-if"] ?? {}).flatMap(([name, { edit }]) =>
    edit.flatMap((one, k): Problems => (one.kind === "swap" ? [refuseSwap(["what-if", name, "edit", k, "swap"])] : [])),
  );
  const idle = codes.filter((code) => !states.includes(code)).map(warnOfUnrelated);
  if (codes.length <= MAX_PARTIES) return [...idle, ...passed, ...swaps];
  const message = `The scenario has ${codes.length} parties.`;
  const crowd = problem("two-parties", ["parties"], message, `at most ${MAX_PARTIES}`, { atKey: true });
  return [crowd, ...idle, ...passed, ...swaps];
}

function refuseSwap(path: Path): UnplacedProblem {
  const message = "Roles can be exchanged where there are two parties; here are more.";
  return problem("bad-value", path, message, "drop, add, move or replace");
}

/** Pairs that an act runs between and nobody follows, of an event that moves other relations or none. */
function warnOfUnfollowed(
  event: DiplomaticEvent,
  index: number,
  codes: readonly string[],
  relations: readonly Dyad[],
): Problems {
  const first = pairsOf(event, codes).find((pair) => !relations.some((dyad) => isBetween(pair, dyad)));
  if (first === undefined || event.from.length > 1) return [];
  const pair = first.join(" and ");
  const message = `No relation between ${pair} is followed here, so ${event.id} is recorded but changes no relation.`;
  const expected = `under relations: - between: [${first.join(", ")}]`;
  return [warning("no-relation", ["events", index, "to"], message, expected)];
}
