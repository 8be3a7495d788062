/** Answers: what an event names in `of`, and a count in `instead-of`, is an earlier event that can be answered so. */
import { isCount } from "../../dossier/index.ts";
import { actOf, type DiplomaticEvent, isHostile } from "../../events/index.ts";
import type { Path, Problems } from "../diagnostic.ts";
import { earlierIds, type Parts } from "./parts.ts";
import { problem, unknownName, warning } from "./problem.ts";

export function checkAnswers(parts: Parts): Problems {
  const { events, ids } = parts;
  const byId = new Map(events.map(({ event }) => [event.id, event]));
  // Of an id that stands twice the first counts.
  const places = new Map(ids.map((id, index) => [id, index] as const).toReversed());
  const known = new Set(ids.filter((id) => id !== undefined));
  const background = backgroundOf(parts);
  return events.flatMap(({ event, index }) =>
    checkEventAnswers(event, ["events", index], {
      known,
      background,
      find: (id) => byId.get(id),
      isLater: (id) => (places.get(id) ?? -1) >= index,
    }),
  );
}

/** What may be named though it is no event here: what went before, and `opening` for what stood already. */
export function backgroundOf(parts: Parts): ReadonlySet<string> {
  return new Set([...earlierIds(parts), ...(parts.opening?.measures === undefined ? [] : ["opening"])]);
}

export interface Answerable {
  readonly known: ReadonlySet<string>;
  readonly background: ReadonlySet<string>;
  readonly find: (id: string) => DiplomaticEvent | undefined;
  /** Whether a known event is not above the one that names it. */
  readonly isLater: (id: string) => boolean;
}

export function checkEventAnswers(event: DiplomaticEvent, path: Path, answerable: Answerable): Problems {
  const own = "of" in event ? event.of : undefined;
  const meant =
    own === undefined ? [] : checkNamed(event, own, [...path, "of"], answerable, (one) => whyUnanswerable(event, one));
  const counts = event.claims.flatMap((claim, k) => {
    const id = claim["instead-of"];
    if (id === undefined) return [];
    const place = [...path, "claims", k, "instead-of"];
    if (id === event.id) return checkReplaced(event, k, place);
    return checkNamed(event, id, place, answerable, ({ claims }) =>
      claims.some((one) => one.by === claim.by && isCount(one)) ? undefined : `${claim.by} claims no count about ${id}`,
    );
  });
  return [...meant, ...counts];
}

/** A later count of an event's own list has an earlier one of the same claimant above it. */
function checkReplaced({ id, claims }: DiplomaticEvent, k: number, path: Path): Problems {
  const { by } = claims[k] ?? {};
  if (claims.slice(0, k).some((one) => one.by === by && isCount(one))) return [];
  const message = `${by} claims no count about ${id} above this one.`;
  return [warning("answers-another", path, message, "an earlier count by the same claimant")];
}

function checkNamed(
  event: DiplomaticEvent,
  id: string,
  path: Path,
  { known, background, find, isLater }: Answerable,
  why: (one: DiplomaticEvent) => string | undefined,
): Problems {
  if (!known.has(id)) {
    return background.has(id) ? [] : [unknownName("unknown-event", path, id, "no event of this scenario", known)];
  }
  if (isLater(id)) {
    const message = `${event.id} answers ${id === event.id ? "itself" : `${id}, which comes later`}.`;
    return [problem("answers-later", path, message, "an earlier event")];
  }
  const one = find(id);
  const wrong = one === undefined ? undefined : why(one);
  if (wrong === undefined) return [];
  return [warning("answers-another", path, `${wrong}.`, "an event that it can answer, or none")];
}

/** Why an event can't be what another one ends, meets or suspends; undefined where it can. */
function whyUnanswerable(event: DiplomaticEvent, one: DiplomaticEvent): string | undefined {
  const what = `${one.id} (${one.act})`;
  if (event.act === "meet-demand") return demands(one) ? undefined : `${what} demands nothing that could be met`;
  if (event.act === "suspend-treaty" || event.act === "resume-treaty") {
    const isTreaty = actOf(one.act).class === "agreement" || one.act === "suspend-treaty";
    return isTreaty ? undefined : `${what} is no agreement that could be suspended or resumed`;
  }
  const { ends = [] } = actOf(event.act);
  const { begins } = actOf(one.act);
  // A broad reduction begins nothing by name, and is lifted by name all the same.
  if (event.act === "lift-measure" && one.act === "reduce-relations") return undefined;
  if (begins === undefined || !ends.includes(begins)) return `${event.act} ends nothing that ${what} began`;
  if (!one.from.some((code) => event.from.includes(code))) {
    return `${event.from.join(" and ")} can't end what ${one.from.join(" and ")} began by ${what}`;
  }
  return undefined;
}

/** What asks something of the other: a term that is set, a threat, a measure, a complaint, a statement. */
function demands(one: DiplomaticEvent): boolean {
  return (
    "deadline" in actOf(one.act).fields || isHostile(one.act) || ["protest", "statement"].includes(actOf(one.act).class)
  );
}
