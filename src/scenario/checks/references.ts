/** References: actors, sources and events that are named must be there. */
import type { Problem } from "../diagnostic.ts";
import type { FileEvent } from "../schema/event.ts";
import { listOf, toEvent } from "../translate.ts";
import { itemPath, unknown } from "./problem.ts";
import type { Parts } from "./raw.ts";

/** Names of actors, sources and events that nothing declares. */
export function references(parts: Parts): readonly Problem[] {
  const names = namesOf(parts);
  const events = parts.events.flatMap(({ event, index }) => ofEvent(event, ["events", index], names));
  const context = (parts.context ?? []).flatMap(({ cite }, k) => cited(cite, ["context", k, "cite"], names));
  return [...events, ...context, ...ofPatterns(parts, names), ...ofLessons(parts, names)];
}

/** Everything that has a name in a file. */
export interface Names {
  readonly actors: readonly string[];
  readonly parties: readonly string[];
  readonly sources: readonly string[] | undefined;
  readonly ids: ReadonlySet<string>;
  /** The same as a list. */
  readonly idList: readonly string[];
}

/** The names that a file declares. Where a part is broken, nothing is said about references to it. */
export function namesOf({ parties, others, sources, ids }: Parts): Names {
  const codes = Object.keys(parties ?? {});
  const idList = ids.filter((id) => id !== undefined);
  return {
    actors: parties === undefined ? [] : [...codes, ...Object.keys(others ?? {})],
    parties: codes,
    sources: sources === undefined ? undefined : Object.keys(sources),
    ids: new Set(idList),
    idList,
  };
}

/** Names in one event that nothing declares; its causes apart. */
export function ofEvent(event: FileEvent, path: readonly PropertyKey[], names: Names): readonly Problem[] {
  const actors = (["from", "to"] as const).flatMap((key) =>
    listOf(event[key]).flatMap((code, k) => actor(code, itemPath([...path, key], event[key], k), names)),
  );
  const claims = (event.claims ?? []).flatMap((claim, k) =>
    (["by", "group", "in"] as const).flatMap((key) => {
      const code = claim[key];
      return code === undefined ? [] : actor(code, [...path, "claims", k, key], names);
    }),
  );
  const whole = toEvent(event);
  const terms = whole.act === "agree" ? whole.terms : [];
  const owed = terms.flatMap(({ by }, k) => (by === "both" ? [] : party(by, [...path, "terms", k, "by"], names)));
  const mission =
    "mission" in whole && whole.mission !== undefined ? party(whole.mission, [...path, "mission"], names) : [];
  return [...actors, ...claims, ...owed, ...mission, ...cited(event.cite, [...path, "cite"], names)];
}

/** A code that is no actor of the file. */
export function actor(code: string, path: readonly PropertyKey[], { actors }: Names): readonly Problem[] {
  if (actors.length === 0 || actors.includes(code)) return [];
  return [unknown("unknown-actor", path, code, "no actor of this scenario", actors)];
}

/** A code that is no party of the file. */
function party(code: string, path: readonly PropertyKey[], { parties }: Names): readonly Problem[] {
  if (parties.length === 0 || parties.includes(code)) return [];
  return [unknown("unknown-actor", path, code, "no party of this scenario", parties)];
}

function cited(cite: string | readonly string[], path: readonly PropertyKey[], { sources }: Names): readonly Problem[] {
  if (sources === undefined) return [];
  return listOf(cite).flatMap((id, k) =>
    sources.includes(id)
      ? []
      : [unknown("unknown-source", itemPath(path, cite, k), id, "no source of this scenario", sources)],
  );
}

function ofPatterns({ expect, never, opening, outcomes }: Parts, names: Names): readonly Problem[] {
  const written: readonly (readonly [readonly PropertyKey[], object])[] = [
    ...(expect ?? []).map((one, k) => [["expect", k], one] as const),
    ...(never ?? []).map((one, k) => [["never", k], one] as const),
    ...(opening === undefined ? [] : [[["opening"], opening] as const]),
    ...Object.entries(outcomes ?? {}).flatMap(([name, outcome]) =>
      Object.entries(outcome)
        .filter(([, one]) => typeof one === "object")
        .map(([key, one]) => [["outcomes", name, key], Object(one)] as const),
    ),
  ];
  const since = Object.entries(outcomes ?? {}).flatMap(([name, { since: id }]) =>
    id === undefined ? [] : event(id, ["outcomes", name, "since"], names),
  );
  return [...written.flatMap(([path, pattern]) => ofPattern(pattern, path, names)), ...since];
}

/** Parties in a pattern that the file does not have. */
export function ofPattern(pattern: object, path: readonly PropertyKey[], names: Names): readonly Problem[] {
  const missions =
    "missions" in pattern && typeof pattern.missions === "object" ? Object.keys(pattern.missions ?? {}) : [];
  const words = (["course", "ledger"] as const).flatMap((region) =>
    listOf<unknown>(Reflect.get(pattern, region)).flatMap((word, k) => {
      const [, code] = /by-([A-Z][A-Z0-9]+)$/.exec(String(word)) ?? [];
      return code === undefined ? [] : party(code, itemPath([...path, region], Reflect.get(pattern, region), k), names);
    }),
  );
  return [
    ...missions.flatMap((code) => party(code, [...path, "missions", code], names).map((p) => ({ ...p, atKey: true }))),
    ...words,
  ];
}

function ofLessons({ teach }: Parts, names: Names): readonly Problem[] {
  return (teach ?? []).flatMap(({ pause, options, answer }, k) => [
    ...event(pause, ["teach", k, "pause"], names),
    ...(options.includes(answer)
      ? []
      : [unknown("answer-not-an-option", ["teach", k, "answer"], answer, "none of the options", options)]),
  ]);
}

/** An id that is no event of the file. */
export function event(id: string, path: readonly PropertyKey[], { ids, idList }: Names): readonly Problem[] {
  return ids.has(id) ? [] : [unknown("unknown-event", path, id, "no event of this scenario", idList)];
}
