/** The timeline: what happened, who did it, what it changed, and underneath who claims what. */
import { actOf, type DiplomaticEvent } from "../events/index.ts";
import { changes, type RegionChange, type Step } from "../history/index.ts";
import type { Dyad, Verdict } from "../machine/index.ts";
import { claimNotes } from "./claims.ts";
import { type Block, indent, type Line, line, lineWidth, span } from "./line.ts";
import { classStyles, courseStyles, type Style } from "./palette.ts";
import { top } from "./ribbon.ts";
import type { Telling } from "./telling.ts";
import { regionName, stateWord, whoText } from "./words.ts";
import { beside, wrap } from "./wrap.ts";

/** The sign of each verdict, as the legend explains it. */
export const verdictSigns: Readonly<Record<Verdict, { sign: string; style: Style; meaning: string }>> = {
  applied: { sign: "●", style: "good", meaning: "changed the situation" },
  noted: { sign: "·", style: "faint", meaning: "lawful, changed nothing" },
  unlawful: { sign: "✗", style: "bad", meaning: "against the law of the chart" },
};

/** One line that explains the signs. */
export function verdictLegend(): Line {
  const signs = Object.values(verdictSigns).flatMap(({ sign, style, meaning }) => [
    span(sign, style),
    ` ${meaning}   `,
  ]);
  return line(...signs, span("≠", "warn"), " disputed");
}

const DATE = 10;
const GAP = 2;

/** How wide the columns of a timeline are. */
export interface Columns {
  readonly whole: number;
  readonly who: number;
  readonly act: number;
  readonly change: number;
}

/** Widths of the columns for some steps: the actors as wide as they must be, the rest shared. */
export function columnsFor(steps: readonly Step[], whole: number): Columns {
  const widest = steps.reduce((most, { event }) => Math.max(most, lineWidth(line(whoText(event)))), 5);
  const who = Math.min(widest, 15);
  const rest = Math.max(30, whole - DATE - who - 3 * GAP);
  const act = Math.floor(rest * 0.44);
  return { whole, who, act, change: rest - act };
}

/** The heads of the columns. */
export function timelineHead(columns: Columns): Block {
  const heads = ["Date", "Who", "Act", "What it changed"].map((text): Block => [line(span(text, "strong"))]);
  const [date = [], who = [], act = [], change = []] = heads;
  return row(columns, date, who, [indent(2, act[0] ?? [])], change);
}

/** One step of a timeline: its row and the notes under it. */
export function stepBlock({ scenario }: Pick<Telling, "scenario">, step: Step, columns: Columns): Block {
  const { event, verdict } = step;
  const { sign, style } = verdictSigns[verdict];
  const act = line(span(sign, style), " ", span(actOf(event.act).label, classStyles[actOf(event.act).class]));
  const notes = [...detailNotes(event), ...claimNotes(event), ...reasonNotes(step)];
  const under = notes.flatMap((note) => wrap(note, columns.whole - DATE - GAP - 2, 2));
  return [
    ...row(
      columns,
      whenLines(event.at),
      wrap(line(whoText(event)), columns.who),
      wrap(act, columns.act, 2),
      changeLines(step, scenario.dyad).flatMap((one) => wrap(one, columns.change, 2)),
    ),
    ...under.map((one) => indent(DATE + GAP + 2, one)),
  ];
}

/** The parts of the situation that a step changed, a line each. */
export function changeLines({ before, after, verdict }: Pick<Step, "before" | "after" | "verdict">, dyad: Dyad): Block {
  if (verdict === "unlawful") return [line(span("not lawful here; nothing changed", "bad"))];
  return changes(before, after).map((change) => changeLine(change, dyad));
}

/** One change: `course strike → ambassadors-recalled`, `mission PAK recalled`. */
export function changeLine({ region, from, to }: RegionChange, dyad: Dyad): Line {
  const name = `${regionName(region, dyad)} `;
  if (region !== "course") return line(name, stateWord(to, dyad));
  return line(name, `${stateWord(from, dyad)} → `, span(stateWord(to, dyad), courseStyles[top(to)]));
}

function row({ who, act, change }: Columns, ...[a = [], b = [], c = [], d = []]: readonly Block[]): Block {
  return beside([
    { columns: DATE, block: a },
    { columns: who, block: b },
    { columns: act, block: c },
    { columns: change, block: d },
  ]);
}

/** What the act's own fields say: numbers, deadlines, what was agreed; then the record's note. */
function detailNotes(event: DiplomaticEvent): Block {
  const details: string[] = [];
  if ("count" in event && event.count !== undefined) details.push(`number: ${event.count}`);
  if ("limit" in event) details.push(`at most ${event.limit} staff`);
  if ("demand" in event && event.demand !== undefined) details.push(`demand: ${event.demand}`);
  if ("deadline" in event && event.deadline !== undefined) details.push(`deadline: ${event.deadline}`);
  if ("place" in event && event.place !== undefined) details.push(`place: ${event.place}`);
  if ("on" in event && event.on !== undefined) details.push(`on ${event.on}`);
  if ("effective" in event && event.effective !== undefined) details.push(`from ${event.effective}`);
  if ("form" in event && event.form !== undefined) details.push(`form: ${event.form}`);
  if ("mission" in event && event.mission !== undefined) details.push(`mission: ${event.mission}`);
  if ("commitment" in event) details.push(`commitment ${event.commitment}`);
  const terms = "terms" in event ? event.terms.map(termLine) : [];
  const note = event.note === undefined ? [] : [line(span(event.note, "faint"))];
  return [...(details.length > 0 ? [line(details.join(", "))] : []), ...terms, ...note];
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
  return line(`agreed: ${act} by ${by === "both" ? "both" : by}${deadline}${note === undefined ? "" : ` (${note})`}`);
}

function reasonNotes({ reasons }: Step): Block {
  return reasons.flatMap(({ sentence, rule, remedy }) => [
    line(span(`${sentence} `, "bad"), span(`(${rule})`, "faint")),
    line("What would make it lawful: ", remedy),
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
