/** References: actors, sources and events that are named must be there. */
import type * as z from "zod";
import { actIds, type DiplomaticEvent, fields, isActId } from "../../events/index.ts";
import type { UnplacedProblem } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";
import { unknown } from "./problem.ts";

/** Names of actors, sources and events that nothing declares. */
export function references(parts: Parts): readonly UnplacedProblem[] {
  const names = namesOf(parts);
  const events = parts.events.flatMap(({ event, index }) => ofEvent(event, ["events", index], names));
  const context = (parts.context ?? []).flatMap(({ cite }, k) => cited(cite, ["context", k, "cite"], names));
  return [...events, ...context, ...ofLessons(parts, names)];
}

/** Everything that has a name in a file. */
export interface Names {
  readonly actors: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

/** The names that a file declares, right or wrong. */
export function namesOf({ ids, unread, declared }: Parts): Names {
  const [parties, others, sources] = [declared("parties"), declared("others"), declared("sources")];
  const named = (names: readonly string[], part: string, form: z.ZodType): boolean =>
    (names.length > 0 || !unread.has(part)) && names.every((name) => form.safeParse(name).success);
  const two = parties.length === 2 && named(parties, "parties", fields.code);
  return {
    actors: two && named(others, "others", fields.code) ? new Set([...parties, ...others]) : EVERYTHING,
    parties: two ? new Set(parties) : EVERYTHING,
    sources: sources.length > 0 && named(sources, "sources", fields.id) ? new Set(sources) : EVERYTHING,
    ids: unread.has("events") && ids.length === 0 ? EVERYTHING : new Set(ids.filter((id) => id !== undefined)),
  };
}

/** All names there could be: where a part can't be read, nothing is said of references to it. */
const EVERYTHING: ReadonlySet<string> = new (class extends Set<string> {
  override has(): boolean {
    return true;
  }
})();

/** The names of a file with more events. */
export function withIds(names: Names, added: readonly string[]): Names {
  return names.ids === EVERYTHING ? names : { ...names, ids: new Set([...names.ids, ...added]) };
}

/** Names in one event that nothing declares; its causes apart. */
export function ofEvent(
  event: DiplomaticEvent,
  path: readonly PropertyKey[],
  names: Names,
): readonly UnplacedProblem[] {
  const actors = (["from", "to"] as const).flatMap((key) =>
    event[key].flatMap((code, k) => actor(code, [...path, key, k], names)),
  );
  const claims = event.claims.flatMap((claim, k) =>
    (["by", "group", "in"] as const).flatMap((key) => {
      const code = claim[key];
      return code === undefined ? [] : actor(code, [...path, "claims", k, key], names);
    }),
  );
  const terms = "terms" in event ? (event.terms ?? []) : [];
  const owed = terms.flatMap(({ by, act }, k) => {
    const place = [...path, "terms", k];
    return [...(by === "both" ? [] : party(by, [...place, "by"], names)), ...owedAct(act, [...place, "act"])];
  });
  const mission =
    "mission" in event && event.mission !== undefined ? party(event.mission, [...path, "mission"], names) : [];
  return [...actors, ...claims, ...owed, ...mission, ...cited(event.cite, [...path, "cite"], names)];
}

/** What is owed may be no act of diplomacy, but then no event can be seen to keep it. */
function owedAct(act: string, path: readonly PropertyKey[]): readonly UnplacedProblem[] {
  if (isActId(act)) return [];
  const problem = unknown("unknown-act", path, act, "no act of the catalogue, so no event can keep this term", actIds);
  return [{ ...problem, severity: "warning" }];
}

/** A code that is no actor of the file. */
export function actor(code: string, path: readonly PropertyKey[], { actors }: Names): readonly UnplacedProblem[] {
  if (actors.has(code)) return [];
  return [unknown("unknown-actor", path, code, "no actor of this scenario", [...actors])];
}

/** A code that is no party of the file. */
export function party(code: string, path: readonly PropertyKey[], { parties }: Names): readonly UnplacedProblem[] {
  if (parties.has(code)) return [];
  return [unknown("unknown-actor", path, code, "no party of this scenario", [...parties])];
}

function cited(cite: readonly string[], path: readonly PropertyKey[], { sources }: Names): readonly UnplacedProblem[] {
  return cite.flatMap((id, k) =>
    sources.has(id) ? [] : [unknown("unknown-source", [...path, k], id, "no source of this scenario", sources)],
  );
}

function ofLessons({ teach }: Parts, names: Names): readonly UnplacedProblem[] {
  return (teach ?? []).flatMap(({ pause, options, answer }, k) => [
    ...event(pause, ["teach", k, "pause"], names),
    ...(options.includes(answer)
      ? []
      : [unknown("answer-not-an-option", ["teach", k, "answer"], answer, "none of the options", options)]),
  ]);
}

/** An id that is no event of the file. */
export function event(id: string, path: readonly PropertyKey[], { ids }: Names): readonly UnplacedProblem[] {
  return ids.has(id) ? [] : [unknown("unknown-event", path, id, "no event of this scenario", ids)];
}
