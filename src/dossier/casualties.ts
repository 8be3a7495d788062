/** Casualties: per place and claimant, and in total a range that holds every claim. */
import { claimsOf } from "./claims.ts";
import type { Dossier, FiledClaim } from "./dossier.ts";

/** From the lowest to the highest that is claimed. */
export type Range = readonly [low: number, high: number];

/** What one claimant says about one event, its claims about different people added up. */
export interface Toll {
  readonly event: string;
  readonly by: string;
  readonly killed: Range;
  readonly injured: Range;
  readonly captured: Range;
  /** Who they were, as claimed. */
  readonly of: readonly string[];
}

/** The casualties in one place. */
export interface Casualties {
  /** The code of the country, or `?` where no claim says. */
  readonly in: string;
  readonly tolls: readonly Toll[];
  /** Sum over events of the lowest and of the highest claim about each. */
  readonly killed: Range;
  readonly injured: Range;
  readonly captured: Range;
}

/**
 * Casualties by place. A claimant's figures for one event add up; different claimants' figures for it make a range;
 * ranges of different events add up.
 */
export function casualtiesOf(dossier: Dossier): readonly Casualties[] {
  const all = claimsOf(dossier).filter(isCount);
  const replaced = new Set(
    all.flatMap(({ by, "instead-of": event }) => (event === undefined ? [] : [`${event} ${by}`])),
  );
  // A part of a total is not added to it, and a later count stands in the place of an earlier one.
  const counted = all.filter(({ event, by, "of-whom": part }) => part === undefined && !replaced.has(`${event} ${by}`));
  const places = Map.groupBy(counted, (claim) => claim.in ?? "?");
  return [...places].map(([place, claims]) => {
    const tolls = [...Map.groupBy(claims, ({ event, by }) => `${event} ${by}`).values()].map(tollOf);
    return {
      in: place,
      tolls,
      killed: total(tolls, "killed"),
      injured: total(tolls, "injured"),
      captured: total(tolls, "captured"),
    };
  });
}

function isCount({ killed, injured, captured }: FiledClaim): boolean {
  return killed !== undefined || injured !== undefined || captured !== undefined;
}

function tollOf(claims: readonly FiledClaim[]): Toll {
  const sum = (key: "killed" | "injured" | "captured"): Range => plus(claims.map((claim) => rangeOf(claim[key])));
  return {
    event: claims[0]?.event ?? "",
    by: claims[0]?.by ?? "",
    killed: sum("killed"),
    injured: sum("injured"),
    captured: sum("captured"),
    of: claims.flatMap(({ of }) => (of === undefined ? [] : [of])),
  };
}

function total(tolls: readonly Toll[], key: "killed" | "injured" | "captured"): Range {
  const perEvent = [...Map.groupBy(tolls, ({ event }) => event).values()];
  return plus(perEvent.map((claimed) => hull(claimed.map((toll) => toll[key]))));
}

function rangeOf(value: number | readonly [number, number] | undefined): Range {
  return typeof value === "number" ? [value, value] : (value ?? [0, 0]);
}

function plus(ranges: readonly Range[]): Range {
  return ranges.reduce<Range>(([low, high], [l, h]) => [low + l, high + h], [0, 0]);
}

function hull(ranges: readonly Range[]): Range {
  return [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
}
