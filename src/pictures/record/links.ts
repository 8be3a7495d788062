/** Links: arrows from a cause to its effects. */
import type { Sheet } from "../picture.ts";
import { element, round } from "../svg.ts";
import type { Spot } from "./draw-mark.ts";
import type { Mark } from "./marks.ts";
import type { ToneOf } from "./tone.ts";

/** An arrow from a cause to an effect, and whether it leads to the chosen event. */
interface Link {
  readonly from: string;
  readonly to: string;
  readonly strong: boolean;
}

/** If an event is chosen, all events are faint except for itself, its causes and its effects. */
export function tonesOf(chosen: string | undefined, marks: readonly Mark[]): ToneOf {
  if (chosen === undefined) return () => "plain";
  const related = new Set([chosen, ...linksOf(chosen, marks).flatMap(({ from, to }) => [from, to])]);
  return ({ id }) => (related.has(id) ? "plain" : "faint");
}

/** All arrows; or for one event those that lead to it and those that follow from it. */
function linksOf(chosen: string | undefined, marks: readonly Mark[]): readonly Link[] {
  const all = marks.flatMap(({ id, because }) => because.map((from) => ({ from, to: id, strong: false })));
  if (chosen === undefined) return all;
  const before = new Set([chosen]);
  const after = new Set([chosen]);
  for (const { from, to } of all) if (after.has(from)) after.add(to);
  for (const { from, to } of all.toReversed()) if (before.has(to)) before.add(from);
  return all.flatMap((link) =>
    before.has(link.to) ? [{ ...link, strong: true }] : after.has(link.from) ? [link] : [],
  );
}

/** The maximum number of events for which all arrows are drawn. Above it, only those of a chosen event are. */
const MAX_LINKED = 30;

/** Draws arrows between the events that have a place. */
export function links(sheet: Sheet, marks: readonly Mark[], spots: ReadonlyMap<string, Spot>, chosen?: string): string {
  if (chosen === undefined && marks.length > MAX_LINKED) return "";
  const drawn = linksOf(chosen, marks).map((link) => {
    const [from, to] = [spots.get(link.from), spots.get(link.to)];
    if (from === undefined || to === undefined) return "";
    const token = link.strong ? "ink" : "soft";
    return element("path", {
      d: pathOf(from, to),
      fill: "none",
      stroke: sheet.colour(token),
      "stroke-width": link.strong ? 1.8 : 1.1,
      opacity: link.strong ? 0.9 : 0.6,
      "marker-end": `url(#${sheet.id(`arrow-${token}`)})`,
      "data-from": link.from,
      "data-to": link.to,
    });
  });
  return element("g", { class: "links" }, ...drawn);
}

/** A curve from the glyph of a cause to the glyph of its effect; within a column, around its left. */
function pathOf(from: Spot, to: Spot): string {
  const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;
  if (Math.abs(to.x - from.x) < 12) {
    const bend = from.x - 24;
    return `M${at(from.x - 9, from.y)}C${at(bend, from.y)} ${at(bend, to.y)} ${at(to.x - 10, to.y)}`;
  }
  const [start, end] = [from.end + 4, to.x - 10];
  const reach = Math.max(14, Math.min(120, (end - start) / 2));
  return `M${at(start, from.y)}C${at(start + reach, from.y)} ${at(end - reach, to.y)} ${at(end, to.y)}`;
}

/** The heads of arrows. */
export function arrowHeads(sheet: Sheet): string {
  const size = { markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" };
  const head = (token: "ink" | "soft"): string =>
    element(
      "marker",
      { id: sheet.id(`arrow-${token}`), viewBox: "0 0 8 8", refX: 7, refY: 4, ...size },
      element("path", { d: "M0 0.5 8 4 0 7.5Z", fill: sheet.colour(token) }),
    );
  return head("ink") + head("soft");
}
