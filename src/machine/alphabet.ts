/** The alphabet: what the chart sees of an event, and the finite list of all it can see. */

import { type ActId, actIds, actOf, type DiplomaticEvent, isHostile, type Role } from "../events/index.ts";
import { frozen } from "../problem/index.ts";

/** Who acts, as the chart sees it: party a, party b, both jointly, or anyone else. */
export type By = "a" | "b" | "both" | "other";

/**
 * The one detail that can matter beside act and actor, given by the dossier where the chart can't know it:
 *
 * - `contrary`: the mission meant is not the one that the act is about;
 * - `outstanding`: other commitments are still to be carried out; `late`: what had lapsed, and had thrown the parties back
 *   to talks, has been carried out after all;
 * - `truce`: the agreement stops the fighting and settles nothing; `terms`: it leaves something to be carried out;
 * - `nothing`: what the act would end does not stand; `others`, `others-a`, `others-b`: other measures of the actor, or
 *   of both parties jointly acting, or of one of these, still stand afterwards;
 * - `last-of-a`, `last-of-b`, `last-of-both`: of what ended by itself nothing of that party remains;
 * - `held`: a measure that holds the clock stands;
 * - `track`: a single track of talks stops, and the others go on.
 */
export type Detail =
  | "contrary"
  | "outstanding"
  | "late"
  | "truce"
  | "terms"
  | "nothing"
  | "others"
  | "others-a"
  | "others-b"
  | "last-of-a"
  | "last-of-b"
  | "last-of-both"
  | "held"
  | "track";

/** What the chart sees of an event. */
export interface ChartEvent {
  readonly type: ActId;
  readonly by: By;
  readonly detail?: Detail;
}

/** The codes of the two parties, in file order. */
export interface Dyad {
  readonly a: string;
  readonly b: string;
}

/**
 * What the chart sees of an event between two parties, as far as the event itself says it; what stands in the dossier adds
 * the rest. What a party aims at a third state or at itself is, for this relation, an act of somebody else.
 */
export function project(event: DiplomaticEvent, dyad: Dyad): ChartEvent {
  const by = aimedAway(event, dyad) ? "other" : byOf(event.from, dyad);
  const detail = detailOf(event, by, dyad);
  return detail === undefined ? { type: event.act, by } : { type: event.act, by, detail };
}

/** The details of events of the clock. */
const OF_THE_CLOCK: { readonly [A in ActId]?: readonly Detail[] } = {
  "commitment-kept": ["outstanding", "late"],
  "commitment-lapsed": ["outstanding"],
  "terms-suspended": ["outstanding"],
  "terms-resumed": ["truce"],
  "measure-ended": ["last-of-a", "last-of-b", "last-of-both"],
};

/** All that the chart can see: every act by everyone, with every detail that it can carry. */
export const symbols: readonly ChartEvent[] = actIds.flatMap((type) =>
  (["a", "b", "both", "other"] as const).flatMap((by) => [{ type, by }, ...detailed(type, by)]),
);
frozen(symbols);

/** A short text for a symbol: `expel-ambassador by a (contrary)`. */
export function symbolText({ type, by, detail }: ChartEvent): string {
  return detail === undefined ? `${type} by ${by}` : `${type} by ${by} (${detail})`;
}

/** The place of a symbol in {@link symbols}. */
export function symbolIndex(symbol: ChartEvent): number {
  const { type, by, detail = "plain" } = symbol;
  const index = places.get(type)?.[by]?.[detail];
  if (index === undefined) throw new RangeError(`${symbolText(symbol)} is not in the alphabet.`);
  return index;
}

/** Whether the chart tells this detail of this act by this actor apart. */
export function hasDetail({ type, by }: ChartEvent, detail: Detail): boolean {
  return places.get(type)?.[by]?.[detail] !== undefined;
}

/** Whether it is an act of others, which is not this relation's to judge: it needs nothing, and moves nothing. */
export function isOfOthers({ type, by }: ChartEvent): boolean {
  return by === "other" && actOf(type).class !== "clock";
}

/** Whether the catalogue lets this actor do this act at all. */
export function isEntitled({ type, by }: ChartEvent): boolean {
  return actOf(type).by.some((role) => SEEN_AS[role].includes(by));
}

const SEEN_AS: Readonly<Record<Role, readonly By[]>> = {
  party: ["a", "b"],
  both: ["both"],
  third: ["other"],
  "non-state": ["other"],
  unknown: ["other"],
  clock: ["other"],
};

const places = new Map<ActId, { [B in By]?: { [D in Detail | "plain"]?: number } }>();
symbols.forEach(({ type, by, detail }, k) => {
  const known = places.get(type);
  places.set(type, { ...known, [by]: { ...known?.[by], [detail ?? "plain"]: k } });
});

function detailed(type: ActId, by: By): readonly ChartEvent[] {
  return detailsOf(type, by).map((detail) => ({ type, by, detail }));
}

function detailsOf(type: ActId, by: By): readonly Detail[] {
  if (by === "other") return OF_THE_CLOCK[type] ?? [];
  const { mission, ends } = actOf(type);
  const contrary: readonly Detail[] = mission !== undefined && by !== "both" ? ["contrary"] : [];
  if (type === "return-ambassador") return [...contrary, "held"];
  if (type === "suspend-talks") return ["track"];
  if (ends !== undefined) return by === "both" ? ["nothing", "others", "others-a", "others-b"] : ["nothing", "others"];
  if (by === "both" && type === "agree") return ["truce"];
  return by === "both" && type === "restore-relations" ? ["terms"] : contrary;
}

/** What is aimed only at others than the other party; mediation is accepted from the third party that offers it. */
function aimedAway({ act, from, to }: DiplomaticEvent, dyad: Dyad): boolean {
  const by = byOf(from, dyad);
  if (by === "other" || act === "accept-mediation") return false;
  if (isOfThirds(act)) return true;
  // Several do what takes two, and to nobody else: it is among themselves, as an agreement or a battle is.
  if (to.length === 0) return by !== "both" && from.length > 1 && (isJoint(act) || takesTwo(act));
  if (by === "both") return !to.includes(dyad.a) && !to.includes(dyad.b) && !isJoint(act);
  return !to.includes(by === "a" ? dyad.b : dyad.a);
}

/** Whether only somebody third can do an act: a mediator is third to all relations, its own too. */
function isOfThirds(act: ActId): boolean {
  return actOf(act).by.every((role) => role === "third");
}

/** Whether an act by two is between them, whoever else it concerns: an agreement is, a blow at a third is not. */
function isJoint(act: ActId): boolean {
  return !isHostile(act) && actOf(act).by.includes("both");
}

/** Whether no party does an act alone: two fight a battle. */
function takesTwo(act: ActId): boolean {
  const { by } = actOf(act);
  return by.some((role) => role === "both") && by.every((role) => role !== "party");
}

/** Whose act it is: several states may do it, and for this relation those count that are its parties. */
function byOf(from: readonly string[], { a, b }: Dyad): By {
  const [one, two] = [from.includes(a), from.includes(b)];
  if (one && two) return "both";
  return one ? "a" : two ? "b" : "other";
}

function detailOf(event: DiplomaticEvent, by: By, { a, b }: Dyad): Detail | undefined {
  if ("outstanding" in event && event.act !== "terms-resumed" && by === "other") {
    if ("late" in event && event.late === true) return "late";
    return event.outstanding > 0 ? "outstanding" : undefined;
  }
  if (by === "both" && event.act === "agree" && event.kind === "truce") return "truce";
  if (by === "both" && event.act === "restore-relations" && event.terms !== undefined) return "terms";
  if (by !== "other" && event.act === "suspend-talks" && event.track !== undefined) return "track";
  const { mission } = actOf(event.act);
  if (mission === undefined || !("mission" in event) || event.mission === undefined) return undefined;
  if (by !== "a" && by !== "b") return undefined;
  const own = by === "a" ? a : b;
  return mission === (event.mission === own ? "own" : "other") ? undefined : "contrary";
}
