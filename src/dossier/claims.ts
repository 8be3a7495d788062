/** Claims and disputes: what is contested stays beside itself, and a total is a range. */
import type { Draft } from "immer";
import type { Claim, DiplomaticEvent } from "../events/index.ts";
import type { Dossier, FiledClaim } from "./dossier.ts";
import type { DossierEntry } from "./entry.ts";

/** Files an event's claims under its month. Claims are never taken out. */
export function fileClaims(draft: Draft<Dossier>, { event }: DossierEntry): void {
  if (event.claims.length === 0) return;
  const month = event.at.slice(0, "YYYY-MM".length);
  const filed = draft.claims[month] ?? [];
  for (const claim of event.claims) filed.push(located(claim, event.id, event.to));
  draft.claims[month] = filed;
}

/** The claims of one event, each with what it is about. */
export function claimsIn({ id, claims }: Pick<DiplomaticEvent, "id" | "claims">): readonly FiledClaim[] {
  return claims.map((claim) => ({ ...claim, event: id }));
}

/** A dispute: different actors say different things about the same thing of the same event. */
export interface Dispute {
  readonly event: string;
  readonly about: string;
  readonly claims: readonly FiledClaim[];
}

/** All claims, in the order of the record. */
export function claimsOf(dossier: Dossier): readonly FiledClaim[] {
  return Object.values(dossier.claims).flat();
}

/**
 * What is disputed: claims by two actors about the same thing of the same event that differ in anything but `by`.
 *
 * @param claims all claims of a dossier, or those of one event
 */
export function disputesIn(claims: readonly FiledClaim[]): readonly Dispute[] {
  const groups = Map.groupBy(claims, ({ event, about }) => `${event} ${about}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || !differ(group)) return [];
    return [{ event: first.event, about: first.about, claims: group }];
  });
}

function differ(group: readonly FiledClaim[]): boolean {
  const byClaimant = Map.groupBy(group, ({ by }) => by);
  const contents = [...byClaimant.values()].map((claims) => claims.map(contentOf).sort().join("\n"));
  return new Set(contents).size > 1;
}

function contentOf({ says, group, killed, injured, captured, of }: FiledClaim): string {
  return JSON.stringify([says?.trim().toLowerCase(), group, killed, injured, captured, of]);
}

/** A casualties claim lies where it says, else where the event was aimed, if that is one place. */
function located(claim: Claim, event: string, to: readonly string[]): FiledClaim {
  const [place, another] = to;
  if (claim.about !== "casualties" || claim.in !== undefined || place === undefined || another !== undefined) {
    return { ...claim, event };
  }
  return { ...claim, event, in: place };
}
