/** The alphabet: what the chart sees of an event, and the finite list of all it can see. */
import { type ActId, actIds, actOf, type DiplomaticEvent, type Role } from "../events/index.ts";

/** Who acts, as the chart sees it: party a, party b, both jointly, or anyone else. */
export type By = "a" | "b" | "both" | "other";

/**
 * The one detail that can matter beside act and actor: the mission meant is not the one that the act is about
 * (`contrary`), or other commitments are still to be carried out (`outstanding`).
 */
export type Detail = "contrary" | "outstanding";

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

/** What the chart sees of an event between two parties. */
export function project(event: DiplomaticEvent, dyad: Dyad): ChartEvent {
  const by = byOf(event.from, dyad);
  const detail = detailOf(event, by, dyad);
  return detail === undefined ? { type: event.act, by } : { type: event.act, by, detail };
}

/** All that the chart can see: every act by everyone, with every detail that it can carry. */
export const symbols: readonly ChartEvent[] = actIds.flatMap((type) =>
  (["a", "b", "both", "other"] as const).flatMap((by) => [{ type, by }, ...detailed(type, by)]),
);

/** A short text for a symbol: `expel-ambassador by a (contrary)`. */
export function symbolText({ type, by, detail }: ChartEvent): string {
  return detail === undefined ? `${type} by ${by}` : `${type} by ${by} (${detail})`;
}

/** The place of a symbol in {@link symbols}. */
export function symbolIndex(event: ChartEvent): number {
  const base = first.get(event.type);
  const index = base?.[event.by];
  if (index === undefined) throw new RangeError(`${event.type} by ${event.by} is not in the alphabet.`);
  return event.detail === undefined ? index : index + 1;
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
  clock: ["other"],
};

const first = new Map<ActId, Partial<Record<By, number>>>();
symbols.forEach(({ type, by, detail }, k) => {
  if (detail === undefined) first.set(type, { ...first.get(type), [by]: k });
});

function detailed(type: ActId, by: By): readonly ChartEvent[] {
  if (actOf(type).mission !== undefined && (by === "a" || by === "b")) return [{ type, by, detail: "contrary" }];
  const counted = type === "commitment-kept" || type === "commitment-lapsed";
  return counted && by === "other" ? [{ type, by, detail: "outstanding" }] : [];
}

function byOf(from: readonly string[], { a, b }: Dyad): By {
  const [one, two] = from;
  if (from.length === 1) return one === a ? "a" : one === b ? "b" : "other";
  return from.length === 2 && ((one === a && two === b) || (one === b && two === a)) ? "both" : "other";
}

function detailOf(event: DiplomaticEvent, by: By, { a, b }: Dyad): Detail | undefined {
  if ("outstanding" in event) return event.outstanding > 0 && by === "other" ? "outstanding" : undefined;
  if (!("mission" in event) || event.mission === undefined || (by !== "a" && by !== "b")) return undefined;
  const own = by === "a" ? a : b;
  const meant = event.mission === own ? "own" : "other";
  return meant === actOf(event.act).mission ? undefined : "contrary";
}
