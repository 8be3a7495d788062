/** The timeline: what happened, who did it, what it changed, and underneath who claims what. */
import { type ActId, actOf, type DiplomaticEvent, fieldLabels, measureKinds } from "../events/index.ts";
import { changes, type RegionChange, type Step } from "../history/index.ts";
import type { Dyad, Verdict } from "../machine/index.ts";
import {
  type Block,
  type Column,
  type Document,
  type Laid,
  type Line,
  line,
  lineWidth,
  prose,
  rowBlock,
  type Style,
  span,
  type TableCell,
  table,
  widthsOf,
} from "../render/index.ts";
import { claimNotes } from "./claims.ts";
import type { CrisisAtMoment, ReplayView } from "./replay-view.ts";
import { topState } from "./ribbon.ts";
import { classStyles, courseStyles } from "./styles.ts";
import { regionName, stateText, whoText } from "./words.ts";

/** The sign of each verdict, as the legend explains it. */
export const verdictSigns: Readonly<Record<Verdict, { sign: string; style: Style; meaning: string }>> = {
  applied: { sign: "●", style: "good", meaning: "changed the situation" },
  noted: { sign: "·", style: "faint", meaning: "noted, no change" },
  void: { sign: "✗", style: "bad", meaning: "void, no effect" },
};

/** One line that explains the signs. */
export function verdictLegend(): Line {
  const signs = Object.values(verdictSigns).flatMap(({ sign, style, meaning }) => [span(sign, style), ` ${meaning}  `]);
  return line(...signs, span("≠", "warn"), " disputed");
}

/** One row of a timeline, as data. */
export interface TimelineRow {
  readonly at: string;
  readonly event: string;
  readonly who: string;
  readonly act: string;
  readonly verdict: Step["verdict"];
  readonly changed: string;
  readonly sources: readonly string[];
}

/** The rows of a timeline, as data. */
export function timelineRows({ scenario, history }: CrisisAtMoment): readonly TimelineRow[] {
  return history.steps.map((step) => ({
    at: step.event.at,
    event: step.event.id,
    who: whoText(step.event),
    act: actOf(step.event.act).label,
    verdict: step.verdict,
    changed: changedText(step, scenario.dyad),
    sources: step.event.cite,
  }));
}

/** The timeline of a crisis so far. */
export function timelineDocument({ scenario, history: { steps } }: CrisisAtMoment): Document {
  const rows = steps.map((step) => stepCells(step, scenario.dyad));
  const signs = `Applied: the situation changed. Noted: in order, and the situation stays. Void: it happened, and has no effect in law; the situation stays. Purpose: ${scenario.purpose}.`;
  return {
    title: scenario.title,
    parts: [table(`What happened (${steps.length} events)`, timelineColumns(steps), rows), prose(signs, "faint")],
  };
}

/**
 * Widths of the columns for some steps: the actors as wide as they must be, the rest shared.
 *
 * @param date how wide the dates and ids are at least
 */
export function columnsFor(steps: readonly Step[], whole: number, date?: number): Laid {
  const columns = timelineColumns(steps, date).filter(({ place }) => place !== "page");
  return { columns, widths: widthsOf(columns, [], whole), whole };
}

function timelineColumns(steps: readonly Step[], date = 10): readonly Column[] {
  const ids = steps.map(({ event }) => event.id.length).filter((length) => length <= 14);
  const widest = steps.reduce((most, { event }) => Math.max(most, lineWidth(line(whoText(event)))), 5);
  return [
    { head: "Date, id", size: Math.max(10, date, ...ids), hang: 0, ids: true },
    { head: "Who", size: Math.min(widest, 15), hang: 0 },
    { head: "  Act", share: 0.44 },
    { head: "What it changed", rest: 0 },
    { head: "Details", place: "under" },
    { head: "Verdict", place: "page" },
    { head: "Sources", place: "page" },
  ];
}

/** The heads of the columns, and a rule under them. */
export function timelineHead(laid: Laid): Block {
  const heads = laid.columns.map(({ head, place }) => (place === undefined ? span(head, "strong") : []));
  return [...rowBlock(laid, heads), line(span("─".repeat(laid.whole), "faint"))];
}

/** One step of a timeline: its row, the notes under it, and its id under its date. */
export function stepBlock({ scenario }: Pick<ReplayView, "scenario">, step: Step, laid: Laid): Block {
  return rowBlock(laid, stepCells(step, scenario.dyad));
}

function stepCells(step: Step, dyad: Dyad): readonly TableCell[] {
  const { event, verdict } = step;
  return [
    [...whenLines(event.at), line(span(event.id, "faint"))],
    whoText(event),
    [actLine(verdict, event.act)],
    changeLines(step, dyad, begunLine(step)),
    [...detailNotes(event), ...claimNotes(event), ...reasonNotes(step)],
    verdictCell(verdict),
    event.cite.join(", "),
  ];
}

/** An act behind the sign of its verdict: `● Strike`. */
export function actLine(verdict: Verdict, act: ActId, more = ""): Line {
  const { label, class: kind } = actOf(act);
  const { sign, style } = verdictSigns[verdict];
  return line(span(sign, style), " ", span(label + more, classStyles[kind]));
}

/** A verdict with its sign: `● applied`. */
export function verdictCell(verdict: Step["verdict"]): TableCell {
  const text = `${verdictSigns[verdict].sign} ${verdict}`;
  return verdict === "void" ? span(text, "bad") : text;
}

/** What a step changed in plain text, a line for each region; for a void one why nothing did. */
function changedText({ before, after, verdict, reasons }: Step, dyad: Dyad): string {
  if (verdict === "void") return reasons.map(({ sentence }) => sentence).join("\n");
  const changed = changes(before, after).map((one) => `${regionName(one.region, dyad)}: ${turnText(one, dyad)}`);
  return changed.join("\n") || "nothing";
}

/** What a region turned from, and into what. */
export function turnText({ region, from, to }: RegionChange, dyad: Dyad, between = "→"): string {
  return `${stateText(region, from, dyad)} ${between} ${stateText(region, to, dyad)}`;
}

/**
 * The parts of the situation that a step changed, a line each.
 *
 * @param otherwise the lines for a step that changed nothing
 */
export function changeLines(
  { before, after, verdict }: Pick<Step, "before" | "after" | "verdict">,
  dyad: Dyad,
  otherwise: Block = [],
): Block {
  if (verdict === "void") return [line(span("void: without effect", "bad"))];
  const changed = changes(before, after).map((change) => changeLine(change, dyad));
  return changed.length === 0 ? otherwise : changed;
}

/** What an act began beside what its party has standing already: the situation does not show it. */
export function begunLine({ seen: { type, by } }: Pick<Step, "seen">): Block {
  const { begins } = actOf(type);
  if (begins === undefined || by === "other") return [];
  return [line(span(`stands too: ${measureKinds[begins].label}`, "faint"))];
}

/** One change: `course strike → ambassadors-recalled`, `mission PAK recalled`. */
function changeLine({ region, from, to }: RegionChange, dyad: Dyad): Line {
  const name = `${regionName(region, dyad)} `;
  if (region !== "course") return line(name, stateText(region, to, dyad));
  const after = stateText(region, to, dyad);
  const style = courseStyles[topState(to)];
  if (topState(from) !== topState(to)) return line(name, `${topState(from)} → `, span(after, style));
  const inner = stateText(region, from, dyad).slice(0, -1);
  return line(name, span(`${inner} → ${after.slice(topState(to).length + 2)}`, style));
}

/** What the act's own fields say: numbers, deadlines, what was agreed; then the record's note. */
export function detailNotes(event: DiplomaticEvent): Block {
  const details = Object.entries(fieldLabels).flatMap(([field, label]) => {
    const value: unknown = Reflect.get(event, field);
    return label === null || value === undefined ? [] : [label.replace("…", () => [value].flat().join(" to "))];
  });
  const terms = "terms" in event ? (event.terms ?? []).map(termLine) : [];
  const { engages } = actOf(event.act);
  const rule = engages === null ? [] : [line("  ", span(`§ ${engages}`, "faint"))];
  const note = event.note === undefined ? [] : [line(`  ${event.note}`)];
  return [...(details.length > 0 ? [line(`  ${details.join(", ")}`)] : []), ...terms, ...rule, ...note];
}

type Terms = NonNullable<Extract<DiplomaticEvent, { readonly act: "agree" }>["terms"]>;

function termLine({ act, by, before, note }: Terms[number]): Line {
  const deadline = before === undefined ? "" : `, by ${before}`;
  return line(`  agreed: ${act} by ${by}${deadline}${note === undefined ? "" : ` (${note})`}`);
}

/** Why an event is void, and what would make it valid. */
export function reasonNotes({ reasons }: Pick<Step, "reasons">): Block {
  return reasons.flatMap(({ sentence, rule, remedy }) => [
    line(span(`✗ ${sentence} `, "bad"), span(`(${rule})`, "faint")),
    line("  What would give it effect: ", remedy),
  ]);
}

/** The date, under it the time if there is one, and the last date of an event that lasts, without a year that repeats. */
function whenLines(at: string): Block {
  const [first = "", last] = at.replaceAll(/(T\d\d:\d\d):\d\d/g, "$1").split("/");
  const until = last?.slice(0, 5) === first.slice(0, 5) ? last.slice(5) : last;
  return [...first.split("T"), ...(until === undefined ? [] : `to ${until}`.split("T"))].map((part) => line(part));
}
