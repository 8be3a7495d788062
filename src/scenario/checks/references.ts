/** References: actors, sources and events that are named must be there. */
import type * as z from "zod/mini";
import { actIds, type DiplomaticEvent, fields, isActId } from "../../events/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { isBetween } from "../claims.ts";
import type { Path, Problems } from "../diagnostic.ts";
import type { Pair } from "../schema/web.ts";
import { dropUndefined } from "../values.ts";
import { relationsIn } from "../web.ts";
import { actingEvents, type Parts } from "./parts.ts";
import { problem, unknownName } from "./problem.ts";

export function checkReferences(parts: Parts): Problems {
  const names = namesOf(parts);
  const events = parts.events.flatMap(({ event, index }) => checkEventReferences(event, ["events", index], names));
  const context = (parts.context ?? []).flatMap(({ cite }, k) => checkCited(cite, ["context", k, "cite"], names));
  return [...events, ...context, ...checkLessons(parts, names)];
}

export interface Names {
  readonly actors: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
  /** The relations that are followed, the main one first; none where the parties are unknown. */
  readonly relations: readonly Dyad[];
  readonly sources: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

/** The names that a file declares, right or wrong. */
export function namesOf(parts: Parts): Names {
  const { ids, unread, declared } = parts;
  const [parties, others, sources] = [declared("parties"), declared("others"), declared("sources")];
  const areNamesValid = (names: readonly string[], part: string, form: z.ZodMiniType): boolean =>
    (names.length > 0 || !unread.has(part)) && names.every((name) => form.safeParse(name).success);
  const haveParties = parties.length >= 2 && areNamesValid(parties, "parties", fields.code);
  const partiesByCode = Object.fromEntries(parties.map((code) => [code, { name: code }]));
  const following = { parties: partiesByCode, ...dropUndefined({ relations: parts.relations }) };
  return {
    actors: haveParties && areNamesValid(others, "others", fields.code) ? new Set([...parties, ...others]) : EVERYTHING,
    parties: haveParties ? new Set(parties) : EVERYTHING,
    relations: haveParties
      ? relationsIn({ ...following, events: actingEvents(parts, following) }).map(({ dyad }) => dyad)
      : [],
    sources: sources.length > 0 && areNamesValid(sources, "sources", fields.id) ? new Set(sources) : EVERYTHING,
    ids: unread.has("events") && ids.length === 0 ? EVERYTHING : new Set(ids.filter((id) => id !== undefined)),
  };
}

/** Every possible name: where a part can't be read, references to it are not reported. */
const EVERYTHING: ReadonlySet<string> = new (class extends Set<string> {
  override has(): boolean {
    return true;
  }
})();

/** The names of a relation of the file: the one that is named, or the main one. */
export function namesBetween(names: Names, between: Pair | undefined): Names {
  const { relations } = names;
  const dyad = between === undefined ? relations[0] : relations.find((one) => isBetween(between, one));
  if (dyad !== undefined) return { ...names, parties: new Set([dyad.a, dyad.b]), relations: [dyad] };
  return { ...names, parties: EVERYTHING, relations: [] };
}

/** A pair that is no relation which the file follows. */
export function checkRelation(between: Pair | undefined, path: Path, names: Names): Problems {
  const { relations } = names;
  if (between === undefined || relations.length === 0 || relations.some((one) => isBetween(between, one))) return [];
  const unknown = between.flatMap((code, side) => checkParty(code, [...path, "between", side], names));
  if (unknown.length > 0) return unknown;
  const known = relations.slice(0, 8).map(({ a, b }) => `[${a}, ${b}]`);
  const message = `No relation between ${between.join(" and ")} is followed in this file.`;
  const expected = `${known.join(", ")}${relations.length > known.length ? ` or another of ${relations.length}` : ""}`;
  return [problem("no-relation", [...path, "between"], message, expected)];
}

/** The names of a file with more events. */
export function withIds(names: Names, added: readonly string[]): Names {
  return names.ids === EVERYTHING ? names : { ...names, ids: new Set([...names.ids, ...added]) };
}

/** Names in one event that nothing declares; its causes apart. */
export function checkEventReferences(event: DiplomaticEvent, path: Path, names: Names): Problems {
  const actors = (["from", "to"] as const).flatMap((key) =>
    event[key].flatMap((code, k) => checkActor(code, [...path, key, k], names)),
  );
  const claims = event.claims.flatMap((claim, k) =>
    (["by", "group", "in"] as const).flatMap((key) => {
      const code = claim[key];
      return code === undefined ? [] : checkActor(code, [...path, "claims", k, key], names);
    }),
  );
  const terms = "terms" in event ? (event.terms ?? []) : [];
  const owed = terms.flatMap(({ by, act }, k) => {
    const place = [...path, "terms", k];
    return [...(by === "both" ? [] : checkParty(by, [...place, "by"], names)), ...checkOwedAct(act, [...place, "act"])];
  });
  const mission =
    "mission" in event && event.mission !== undefined ? checkParty(event.mission, [...path, "mission"], names) : [];
  return [...actors, ...claims, ...owed, ...mission, ...checkCited(event.cite, [...path, "cite"], names)];
}

/** What is owed may be no act of diplomacy, but then no event can be seen to keep it. */
function checkOwedAct(act: string, path: Path): Problems {
  if (isActId(act)) return [];
  const problem = unknownName(
    "unknown-act",
    path,
    act,
    "no act of the catalogue, so no event can keep this term",
    actIds,
  );
  return [{ ...problem, severity: "warning" }];
}

export function checkActor(code: string, path: Path, { actors }: Names): Problems {
  if (actors.has(code)) return [];
  return [unknownName("unknown-actor", path, code, "no actor of this scenario", [...actors])];
}

export function checkParty(code: string, path: Path, { parties, actors }: Names): Problems {
  if (parties.has(code)) return [];
  const what = actors.has(code) ? "no party of this relation" : "no party of this scenario";
  return [unknownName("unknown-actor", path, code, what, [...parties])];
}

function checkCited(cite: readonly string[], path: Path, { sources }: Names): Problems {
  return cite.flatMap((id, k) =>
    sources.has(id) ? [] : [unknownName("unknown-source", [...path, k], id, "no source of this scenario", sources)],
  );
}

function checkLessons({ teach }: Parts, names: Names): Problems {
  return (teach ?? []).flatMap(({ pause, options, answer }, k) => [
    ...checkEventId(pause, ["teach", k, "pause"], names),
    ...(options.includes(answer)
      ? []
      : [unknownName("answer-not-an-option", ["teach", k, "answer"], answer, "none of the options", options)]),
  ]);
}

export function checkEventId(id: string, path: Path, { ids }: Names): Problems {
  return ids.has(id) ? [] : [unknownName("unknown-event", path, id, "no event of this scenario", ids)];
}
