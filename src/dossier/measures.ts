/** Measures: what stands between the parties, by whom and since when, until an act, its last day or an agreement ends it. */
import { castDraft, type Draft } from "immer";
import { actOf, boundsOf, type DiplomaticEvent, measureKinds, when } from "../events/index.ts";
import { type ChartEvent, type Detail, type Dyad, hasDetail, project } from "../machine/index.ts";
import { nth } from "../problem/index.ts";
import { makesTruce } from "./deadlines.ts";
import type { Count, Dossier, StandingMeasure } from "./dossier.ts";
import type { DossierEntry } from "./entry.ts";

/** Writes what an event does to what stands: begins it, ends it, or has agreed its end. */
export function measure(draft: Draft<Dossier>, entry: DossierEntry, { type, by }: ChartEvent): void {
  const { event, verdict, dyad } = entry;
  if (verdict === "void") return;
  if (event.act === "measure-ended") {
    draft.measures = withoutOver(draft.measures, event.of);
    return;
  }
  if (by === "other") return;
  const { begins, ends } = actOf(type);
  // A new list, and not a longer one: immer gives it back as it is, where it would look through a changed one at each reading.
  if (begins !== undefined)
    draft.measures = [...draft.measures, ...castDraft(beginMeasures(entry, begins, partiesOf(by, dyad)))];
  else if (ends !== undefined) draft.measures = afterEnding(draft.measures, event, partiesOf(by, dyad));
  else if (draft.measures.some((one) => isEndedWith(one, event))) {
    draft.measures = draft.measures.map((one) => (isEndedWith(one, event) ? { ...one, endedBy: event.id } : one));
  }
}

/** What the chart sees of an event, with the detail that only the dossier knows. */
export function seenIn(
  { measures, commitments }: Pick<Dossier, "measures" | "commitments">,
  event: DiplomaticEvent,
  dyad: Dyad,
): ChartEvent {
  const seen = project(event, dyad);
  if (seen.detail !== undefined) return seen;
  const detail = detailOf(measures, commitments, event, seen, dyad);
  return detail === undefined || !hasDetail(seen, detail) ? seen : { ...seen, detail };
}

/** Whether something stands that holds the clock. */
export function isHeld({ measures }: Pick<Dossier, "measures">): boolean {
  for (let k = 0; k < measures.length; k++) if (measureKinds[nth(measures, k).kind].holds) return true;
  return false;
}

/** The first minute at which a measure is over by itself; undefined for one that an act must end. */
export function overFrom({ until }: Pick<StandingMeasure, "until">): number | undefined {
  return until === undefined ? undefined : when(until).end + 1;
}

function detailOf(
  measures: Dossier["measures"],
  commitments: Dossier["commitments"],
  event: DiplomaticEvent,
  { type, by }: ChartEvent,
  dyad: Dyad,
): Detail | undefined {
  if (type === "return-ambassador") return isHeld({ measures }) ? "held" : undefined;
  if (event.act === "terms-resumed") {
    return commitments.suspended.some(({ event: from, truce }) => from === event.agreement && truce)
      ? "truce"
      : undefined;
  }
  if (event.act === "measure-ended") {
    const left = withoutOver(measures, event.of);
    const hasNoneLeft = [dyad.a, dyad.b].map((party) => stands(measures, party) && !stands(left, party));
    if (hasNoneLeft[0] && hasNoneLeft[1]) return "last-of-both";
    return hasNoneLeft[0] ? "last-of-a" : hasNoneLeft[1] ? "last-of-b" : undefined;
  }
  if (actOf(type).ends === undefined || by === "other") return undefined;
  const parties = partiesOf(by, dyad);
  const left = afterEnding(measures, event, parties);
  if (left.length === measures.length && left.every((one, k) => one === measures[k])) return "nothing";
  const remaining = parties.filter((party) => stands(left, party));
  if (remaining.length === 0) return undefined;
  if (by !== "both" || remaining.length === 2) return "others";
  return remaining[0] === dyad.a ? "others-a" : "others-b";
}

function stands(measures: readonly StandingMeasure[], party: string): boolean {
  return measures.some(({ by }) => by === party);
}

function partiesOf(by: ChartEvent["by"], { a, b }: Dyad): readonly string[] {
  return by === "both" ? [a, b] : [by === "a" ? a : b];
}

function beginMeasures(
  { event, minute }: DossierEntry,
  kind: StandingMeasure["kind"],
  parties: readonly string[],
): StandingMeasure[] {
  const slash = event.at.indexOf("/");
  const many = countOf(event);
  const count = many === undefined ? {} : { count: many };
  const of = "of" in event && event.of !== undefined ? { of: event.of } : {};
  const until = slash < 0 ? {} : { until: event.at.slice(slash + 1) };
  return parties.map((by) => ({ kind, by, since: minute, event: event.id, ...of, ...count, ...until }));
}

/** What still stands after an act that ends something: of persons held, those whom it does not release are held on. */
function afterEnding<M extends StandingMeasure>(
  measures: readonly M[],
  event: DiplomaticEvent,
  parties: readonly string[],
): M[] {
  const ends = actOf(event.act).ends ?? [];
  const target = "of" in event ? event.of : undefined;
  const released = new Map(parties.map((party) => [party, countOf(event)]));
  return measures.flatMap((one) => {
    const isMeant = target === undefined || one.event === target || one.of === target;
    if (!isMeant || !parties.includes(one.by) || !ends.includes(one.kind)) return [one];
    const free = released.get(one.by);
    if (free === undefined) return [];
    if (boundsOf(free)[1] === 0) return [one];
    if (one.count === undefined) return [];
    released.set(one.by, less(free, one.count));
    const count = less(one.count, free);
    return boundsOf(count)[0] > 0 ? [{ ...one, count }] : [];
  });
}

/** How many persons an event is about, exactly or as a range; undefined where it does not say. */
function countOf(event: DiplomaticEvent): Count | undefined {
  return "count" in event && event.count !== "unknown" ? event.count : undefined;
}

/** A count without another one: from the fewest to the most that can be left. */
function less(count: Count, others: Count): Count {
  const [low, high] = boundsOf(count);
  const [fewest, most] = boundsOf(others);
  const left = [Math.max(0, low - most), Math.max(0, high - fewest)] as const;
  return left[0] === left[1] ? left[0] : left;
}

/** What still stands after what an event began is over without an act of its own: on its last day, or by an agreement. */
function withoutOver<M extends StandingMeasure>(measures: readonly M[], beginning: string): M[] {
  return measures.filter(
    ({ event, endedBy, until }) => event !== beginning || (endedBy === undefined && until === undefined),
  );
}

/** A war ends with an agreement of both, and a cap on a mission's staff with the relations (Vienna Convention Art. 11, 45). */
function isEndedWith({ kind }: StandingMeasure, event: DiplomaticEvent): boolean {
  if (kind === "staff-cap") return event.act === "break-relations";
  return kind === "war" && (event.act === "agree" || event.act === "sign-agreement" || makesTruce(event));
}
