/** Casualties: per place and claimant, and in total a range that holds every claim. */
import { boundsOf, type Claim } from "../events/index.ts";
import { frozen, nth } from "../problem/index.ts";
import { claimsOf } from "./claims.ts";
import type { Dossier, FiledClaim } from "./dossier.ts";

/** From the lowest to the highest that is claimed. */
export type Range = readonly [low: number, high: number];

/** What casualties are counted of. */
export const figures = ["killed", "injured", "captured"] as const;
frozen(figures);

/** One of what casualties are counted of. */
export type Figure = (typeof figures)[number];

/** One figure of a claimant, and who it counts. */
export interface Figures extends Readonly<Record<Figure, Range>> {
  /** Who they were, as claimed. */
  readonly of?: string;
}

/** What one claimant says about one event. */
export interface Toll extends Omit<Figures, "of"> {
  readonly event: string;
  readonly by: string;
  /** The figures that add up to it. */
  readonly counts: readonly Figures[];
  /** Figures that are parts of it and are not added. */
  readonly parts: readonly Figures[];
}

/** The casualties in one place: of each event the lowest and the highest claim, added up. */
export interface Casualties extends Readonly<Record<Figure, Range>> {
  /** The code of the country, or `?` where no claim says. */
  readonly in: string;
  readonly tolls: readonly Toll[];
}

/**
 * Casualties by place. A claimant's figures for one event add up: all of them where each says who they were, else those
 * that don't, of which the others are parts. Different claimants' figures make a range; ranges of different events add up.
 */
export function casualtiesOf(dossier: Dossier): readonly Casualties[] {
  const places = Map.groupBy(latest(claimsOf(dossier).filter(isCount)), ([claim]) => claim?.place ?? "?");
  return [...places].map(([place, groups]) => {
    const tolls = groups.map(tollOf);
    return { in: place, tolls, ...ofEach((figure) => total(tolls, figure)) };
  });
}

/** A claim with the event that it counts the casualties of, and where they were. */
type Counted = FiledClaim & { readonly subject: string; readonly place: string };

/** Each claimant's figures for an event in one place, without those that later ones stand in the place of. */
function latest(claims: readonly FiledClaim[]): readonly (readonly Counted[])[] {
  const subjects = new Map<string, string>();
  const groups = new Map<string, Counted[]>();
  for (const claim of claims) {
    const { event, by, in: place = "?", "instead-of": replaced } = claim;
    const subject = replaced === undefined ? event : (subjects.get(`${replaced} ${by}`) ?? replaced);
    const key = `${subject} ${by} ${place}`;
    const there = groups.get(key) ?? [];
    if (replaced !== undefined) subjects.set(`${event} ${by}`, subject);
    // Several figures of a later event replace the earlier ones together, and not each other.
    const stays = (one: Counted): boolean => replaced === undefined || (one.event === event && event !== subject);
    groups.set(key, [...there.filter(stays), { ...claim, subject, place }]);
  }
  return [...groups.values()];
}

function ofEach(range: (figure: Figure) => Range): Readonly<Record<Figure, Range>> {
  return { killed: range("killed"), injured: range("injured"), captured: range("captured") };
}

/** Whether a claim counts casualties. */
export function isCount(claim: Claim): boolean {
  return figures.some((figure) => claim[figure] !== undefined);
}

/** Whether a claim gives a figure of all, and not of those whom it names. */
export function isWhole(claim: Claim, figure: Figure): boolean {
  return claim[figure] !== undefined && claim.of === undefined && claim["of-whom"] === undefined;
}

function tollOf(claims: readonly Counted[]): Toll {
  const isPart = (claim: Counted, figure: Figure): boolean =>
    claim["of-whom"] !== undefined || (!isWhole(claim, figure) && claims.some((one) => isWhole(one, figure)));
  const counts = countsOf(claims, (claim, figure) => !isPart(claim, figure));
  const sums = ofEach((figure) => plus(counts.map((count) => count[figure])));
  const { subject: event, by } = nth(claims, 0);
  return { event, by, ...sums, counts, parts: countsOf(claims, isPart) };
}

/** The figures that are wanted, of each claim that has some. */
function countsOf(claims: readonly Counted[], isWanted: (claim: Counted, figure: Figure) => boolean) {
  return claims.flatMap((claim): readonly Figures[] => {
    const wanted = figures.filter((figure) => claim[figure] !== undefined && isWanted(claim, figure));
    const range = (figure: Figure): Range => (wanted.includes(figure) ? boundsOf(claim[figure] ?? 0) : [0, 0]);
    const who = claim["of-whom"] ?? claim.of;
    return wanted.length === 0 ? [] : [{ ...ofEach(range), ...(who === undefined ? {} : { of: who }) }];
  });
}

function total(tolls: readonly Toll[], key: Figure): Range {
  const perEvent = [...Map.groupBy(tolls, ({ event }) => event).values()];
  return plus(perEvent.map((claimed) => hull(claimed.map((toll) => toll[key]))));
}

function plus(ranges: readonly Range[]): Range {
  return ranges.reduce<Range>(([low, high], [l, h]) => [low + l, high + h], [0, 0]);
}

function hull(ranges: readonly Range[]): Range {
  return [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
}
