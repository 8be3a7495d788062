/** The timeline: what happened, who did it, what it changed, and underneath who claims what. */
import { actOf, type DiplomaticEvent, fieldLabels } from "../events/index.ts";
import { changes, type RegionChange, type Step } from "../history/index.ts";
import type { Dyad, Verdict } from "../machine/index.ts";
import { type Block, beside, type Line, line, lineWidth, type Style, span, wrap } from "../render/index.ts";
import { claimNotes } from "./claims.ts";
import { top } from "./ribbon.ts";
import { classStyles, courseStyles } from "./styles.ts";
import type { Telling } from "./telling.ts";
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

const GAP = 2;

/** How wide the columns of a timeline are. */
export interface Columns {
  readonly whole: number;
  readonly date: number;
  readonly who: number;
  readonly act: number;
  readonly change: number;
}

/** Widths of the columns for some steps: the actors as wide as they must be, the rest shared. */
export function columnsFor(steps: readonly Step[], whole: number): Columns {
  const ids = steps.map(({ event }) => event.id.length).filter((length) => length <= 14);
  const date = ids.reduce((most, length) => Math.max(most, length), 10);
  const widest = steps.reduce((most, { event }) => Math.max(most, lineWidth(line(whoText(event)))), 5);
  const who = Math.min(widest, 15);
  const rest = Math.max(30, whole - date - who - 3 * GAP);
  const act = Math.floor(rest * 0.44);
  return { whole, date, who, act, change: rest - act };
}

/** The heads of the columns, and a rule under them. */
export function timelineHead(columns: Columns): Block {
  const [who, act, change] = ["Who", "  Act", "What it changed"].map((text): Block => [line(span(text, "strong"))]);
  const date = { columns: columns.date, block: [line(span("Date, id", "strong"))] };
  const heads = beside([date, { columns: columns.whole - columns.date - GAP, block: row(columns, who, act, change) }]);
  return [...heads, line(span("─".repeat(columns.whole), "faint"))];
}

/** One step of a timeline: its row, the notes under it, and its id under its date. */
export function stepBlock({ scenario }: Pick<Telling, "scenario">, step: Step, columns: Columns): Block {
  const { event, verdict } = step;
  const { sign, style } = verdictSigns[verdict];
  const act = line(span(sign, style), " ", span(actOf(event.act).label, classStyles[actOf(event.act).class]));
  const notes = [...detailNotes(event), ...claimNotes(event), ...reasonNotes(step)];
  const told = [
    ...row(
      columns,
      wrap(line(whoText(event)), columns.who),
      wrap(act, columns.act, 2),
      changeLines(step, scenario.dyad).flatMap((one) => wrap(one, columns.change, 2)),
    ),
    ...notes.flatMap((note) => wrap(note, columns.whole - columns.date - GAP, 2)),
  ];
  const dated = [...whenLines(event.at), ...idLines(event.id, columns.date)];
  return beside([
    { columns: columns.date, block: dated },
    { columns: columns.whole - columns.date - GAP, block: told },
  ]);
}

/** The parts of the situation that a step changed, a line each. */
export function changeLines({ before, after, verdict }: Pick<Step, "before" | "after" | "verdict">, dyad: Dyad): Block {
  if (verdict === "void") return [line(span("not valid here; nothing changed", "bad"))];
  return changes(before, after).map((change) => changeLine(change, dyad));
}

/** One change: `course strike → ambassadors-recalled`, `mission PAK recalled`. */
function changeLine({ region, from, to }: RegionChange, dyad: Dyad): Line {
  const name = `${regionName(region, dyad)} `;
  if (region !== "course") return line(name, stateText(region, to, dyad));
  const after = stateText(region, to, dyad);
  const style = courseStyles[top(to)];
  if (top(from) !== top(to)) return line(name, `${top(from)} → `, span(after, style));
  const inner = stateText(region, from, dyad).slice(0, -1);
  return line(name, span(`${inner} → ${after.slice(top(to).length + 2)}`, style));
}

function row({ who, act, change }: Columns, ...[a = [], b = [], c = []]: readonly (Block | undefined)[]): Block {
  return beside([
    { columns: who, block: a },
    { columns: act, block: b },
    { columns: change, block: c },
  ]);
}

/** What the act's own fields say: numbers, deadlines, what was agreed; then the record's note. */
export function detailNotes(event: DiplomaticEvent): Block {
  const details = Object.entries(fieldLabels).flatMap(([field, label]) => {
    const value: unknown = Reflect.get(event, field);
    return label === null || value === undefined ? [] : [label.replace("…", () => String(value))];
  });
  const terms = "terms" in event ? event.terms.map(termLine) : [];
  const note = event.note === undefined ? [] : [line("  ", span(event.note, "faint"))];
  return [...(details.length > 0 ? [line(`  ${details.join(", ")}`)] : []), ...terms, ...note];
}

function termLine({
  act,
  by,
  before,
  note,
}: {
  act: string;
  by: string;
  before?: string | undefined;
  note?: string | undefined;
}): Line {
  const deadline = before === undefined ? "" : `, by ${before}`;
  return line(`  agreed: ${act} by ${by === "both" ? "both" : by}${deadline}${note === undefined ? "" : ` (${note})`}`);
}

/** Why an event is void, and what would make it valid. */
export function reasonNotes({ reasons }: Pick<Step, "reasons">): Block {
  return reasons.flatMap(({ sentence, rule, remedy }) => [
    line(span(`✗ ${sentence} `, "bad"), span(`(${rule})`, "faint")),
    line("  What would give it effect: ", remedy),
  ]);
}

/** The date, and under it the time and its zone where there are any. */
function whenLines(at: string): Block {
  const [date = "", time = ""] = at.split("T");
  const [, clock = "", zone = ""] = /^(\d\d:\d\d)(?::\d\d)?(.*)$/.exec(time) ?? [];
  return [date, clock + (zone === "Z" ? zone : ""), zone === "Z" ? "" : zone]
    .filter((part) => part !== "")
    .map((part) => line(part));
}

/** An id in lines that fit, broken after hyphens where it can be. */
function idLines(id: string, columns: number): Block {
  const lines = id.split(/(?<=-)/).reduce<string[]>((made, part) => {
    const last = made.at(-1);
    if (last === undefined || last.length + part.length > columns) made.push(part);
    else made[made.length - 1] = last + part;
    return made;
  }, []);
  return lines.flatMap((text) => wrap(line(span(text, "faint")), columns));
}
