/** Counts of casualties that would be added up, though one of them is a later count or a part of the other. */
import { type Figure, figures, isWhole } from "../../dossier/index.ts";
import { actOf, boundsOf, type Claim, type DiplomaticEvent } from "../../events/index.ts";
import { present } from "../../problem/index.ts";
import type { Path, Problems, UnplacedProblem } from "../diagnostic.ts";
import type { Parts } from "./parts.ts";
import { warning } from "./problem.ts";

export function checkCounts({ events }: Parts): Problems {
  const known = new Map(events.map(({ event }) => [event.id, event]));
  return events.flatMap(({ event, index }) => checkEventCounts(event, ["events", index], (id) => known.get(id)));
}

function checkEventCounts(
  event: DiplomaticEvent,
  path: Path,
  eventOf: (id: string) => DiplomaticEvent | undefined,
): Problems {
  // Force has casualties of its own; whatever else answers an event counts that event's anew.
  const answered = actOf(event.act).class === "force" ? [] : event.because.flatMap((id) => eventOf(id) ?? []);
  return event.claims.flatMap((claim, k) =>
    figures.flatMap((figure): Problems => {
      const count = claim[figure];
      if (count === undefined || claim["of-whom"] !== undefined || claim["instead-of"] !== undefined) return [];
      const place = [...path, "claims", k, figure];
      const totals = event.claims.filter((one) => isWhole(one, figure) && isSameCount(one, claim));
      if (!isWhole(claim, figure)) return checkPart(claim, totals, figure, place);
      const [earlier] = totals.filter((one) => event.claims.indexOf(one) < k);
      const before = earlier === undefined ? answered.find((one) => hasCounted(one, claim, figure)) : event;
      return before === undefined ? [] : [warnOfRecount(claim, figure, before.id, before === event, place)];
    }),
  );
}

function isSameCount(one: Claim, other: Claim): boolean {
  return one.by === other.by && one.in === other.in;
}

function hasCounted({ claims }: DiplomaticEvent, { by }: Claim, figure: Figure): boolean {
  return claims.some((one) => one.by === by && isWhole(one, figure));
}

function warnOfRecount(
  { by }: Claim,
  figure: Figure,
  event: string,
  isSameEvent: boolean,
  path: Path,
): UnplacedProblem {
  const message = `${by} has counted the ${figure} of ${event} already: both figures are added up.`;
  const parts = isSameEvent ? ", of: WHO for a part, or of: WHO on both" : "";
  return warning("counted-twice", path, message, `instead-of: ${event} for a later count${parts}`);
}

function checkPart(part: Claim, totals: readonly Claim[], figure: Figure, path: Path): Problems {
  const all = totals.reduce((sum, total) => sum + boundsOf(present(total[figure], figure))[1], 0);
  if (totals.length === 0 || boundsOf(present(part[figure], figure))[0] <= all) return [];
  const message = `These are part of the ${all} ${figure} that ${part.by} claims altogether, and are more.`;
  return [warning("part-too-large", path, message, "a part no larger than the total")];
}
