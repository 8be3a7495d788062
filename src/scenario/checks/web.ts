/** Webs: the relations, groups and alliances of a file with more than two parties. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { touches } from "../../history/index.ts";
import { nth } from "../../problem/index.ts";
import { isBetween } from "../between.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import { MOST_PARTIES, type Pair } from "../schema/web.ts";
import { type OpenedRelation, pairsOf, relationsIn } from "../web.ts";
import { actingIn, type Parts } from "./parts.ts";
import { actor, type Names, namesOf, party } from "./references.ts";

/** What is wrong with what a file says of several relations. */
export function web(parts: Parts): Problems {
  const names = namesOf(parts);
  const codes = Object.keys(parts.parties ?? {});
  const found = ofRelations(parts, names);
  return [
    ...found,
    ...Object.entries(parts.groups ?? {}).flatMap(([name, members]) => ofGroup(name, members, parts, names)),
    ...(parts.alliances ?? []).flatMap(({ members }, k) => ofMembers(members, ["alliances", k, "members"], names)),
    ...(codes.length > 2 && parts.unread.size === 0 && found.length === 0 ? beside(parts, codes) : []),
  ];
}

/** The relations that a file opens, as far as its parties can be told. */
export function openings(parts: Parts): readonly OpenedRelation[] {
  const { parties, relations, opening } = parts;
  if (parties === undefined || Object.keys(parties).length < 2) return [];
  const said = {
    parties,
    ...(relations === undefined ? {} : { relations }),
    ...(opening === undefined ? {} : { opening }),
  };
  return relationsIn({ ...said, events: actingIn(parts, said) });
}

function ofRelations({ relations = [], opening }: Parts, names: Names): Problems {
  const found = relations.flatMap(({ between }, k): Problems => {
    const path = ["relations", k, "between"];
    const unknown = between.flatMap((code, side) => party(code, [...path, side], names));
    if (unknown.length > 0) return unknown;
    const pair = between.join(" and ");
    if (between[0] === between[1]) {
      const message = `${pair} are one state: a relation has two parties.`;
      return [{ code: "no-relation", path, message, expected: "two parties" }];
    }
    const first = relations.findIndex((one) => sameAs(one.between, between));
    if (first === k) return [];
    const message = `The relation between ${pair} stands in this list already, as the ${ordinal(first)}.`;
    return [{ code: "duplicate-name", path, message, expected: "each pair once, whichever party stands first" }];
  });
  if (opening === undefined || relations.length === 0) return found;
  return [
    ...found,
    {
      code: "unknown-key",
      path: ["opening"],
      atKey: true,
      message: "Each relation of this file has an opening of its own, so there is none for all.",
      expected: "opening under the relation that it is of",
    },
  ];
}

function sameAs(one: Pair, [a, b]: Pair): boolean {
  return isBetween(one, { a, b });
}

function ordinal(place: number): string {
  return ["first", "second", "third"][place] ?? `${place + 1}th`;
}

function unrelated(code: string): UnplacedProblem {
  return {
    code: "no-relation",
    severity: "warning",
    path: ["parties", code],
    atKey: true,
    message: `${code} is in no relation of this file.`,
    expected: `a relation with ${code}, or ${code} under others`,
  };
}

function ofGroup(name: string, members: readonly string[], { groups = {} }: Parts, names: Names): Problems {
  const path = ["groups", name];
  if (name === "unknown" || name === "both") {
    const message = `${name} has a meaning of its own under from, so no group can be called so.`;
    return [{ code: "no-group", path, atKey: true, message, expected: "another name" }];
  }
  const nested = members.findIndex((one) => Object.hasOwn(groups, one));
  if (nested >= 0) return [within(nth(members, nested), name, [...path, nested])];
  return ofMembers(members, path, names);
}

function within(inner: string, outer: string, path: Path): UnplacedProblem {
  const message = `${inner} is a group, and a group within ${outer} is not read.`;
  return { code: "no-group", path, message, expected: "the states themselves" };
}

function ofMembers(members: readonly string[], path: Path, names: Names): Problems {
  return members.flatMap((code, k): Problems => {
    if (members.indexOf(code) < k) {
      return [
        { code: "duplicate-name", severity: "warning", path: [...path, k], message: `${code} stands here twice.` },
      ];
    }
    return actor(code, [...path, k], names);
  });
}

/** What is said of more than two parties and can't be so: too many of them, acts that nobody judges, roles exchanged. */
function beside(parts: Parts, codes: readonly string[]): Problems {
  const relations = openings(parts).map(({ dyad }) => dyad);
  const states = [...new Set(relations.flatMap(({ a, b }) => [a, b]))];
  const passed = parts.events.flatMap(({ event, index }) => {
    const judged = relations.some((dyad) => touches(event, { dyad, states }));
    return judged ? unfollowed(event, index, codes, relations) : [];
  });
  const swaps = Object.entries(parts["what-if"] ?? {}).flatMap(([name, { edit }]) =>
    edit.flatMap((one, k): Problems => (one.kind === "swap" ? [swapped(["what-if", name, "edit", k, "swap"])] : [])),
  );
  const idle = codes.filter((code) => !states.includes(code)).map(unrelated);
  return [...(codes.length > MOST_PARTIES ? [crowd(codes.length)] : []), ...idle, ...passed, ...swaps];
}

function crowd(count: number): UnplacedProblem {
  const message = `The scenario has ${count} parties.`;
  return { code: "two-parties", path: ["parties"], atKey: true, message, expected: `at most ${MOST_PARTIES}` };
}

function swapped(path: Path): UnplacedProblem {
  const message = "Roles can be exchanged where there are two parties; here are more.";
  return { code: "bad-value", path, message, expected: "drop, add, move or replace" };
}

/** Pairs that an act runs between and nobody follows, of an event that moves other relations or none. */
function unfollowed(
  event: DiplomaticEvent,
  index: number,
  codes: readonly string[],
  relations: readonly { readonly a: string; readonly b: string }[],
): Problems {
  const lost = pairsOf(event, codes).filter((pair) => !relations.some((dyad) => isBetween(pair, dyad)));
  const [first] = lost;
  if (first === undefined || event.from.length > 1) return [];
  const pair = first.join(" and ");
  return [
    {
      code: "no-relation",
      severity: "warning",
      path: ["events", index, "to"],
      message: `No relation between ${pair} is followed here, so ${event.id} is told and moves none.`,
      expected: `under relations: - between: [${first.join(", ")}]`,
    },
  ];
}
