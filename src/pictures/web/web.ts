/** The web at a moment: states around a circle, and their relations as lines with colour, width and dashes. */
import { situationAt } from "../../history/index.ts";
import { nth } from "../../problem/index.ts";
import { type ReplayView, standText } from "../../views/index.ts";
import { namesOf } from "../chart/states.ts";
import { measure } from "../font/measure.ts";
import { cut } from "../font/wrap.ts";
import { nameIn, pairIn } from "../names.ts";
import { describe, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { patterns } from "../record/band.ts";
import { dropMeasures, legend } from "../record/legend.ts";
import { levels, type Stretch, stretchesOf } from "../record/stretches.ts";
import { element, round, textAt, titleElement } from "../svg.ts";
import { courseToken } from "../tokens.ts";

const NODE = 9;
const LABEL = { size: 13, weight: 600 } as const;
/** The height of a line of names. */
const LINE = 18;
/** The maximum number of states shown by name. With more, there is only room for their codes. */
const MAX_NAMES = 12;

interface Place {
  readonly code: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Its side of the circle, from -1 on the left to 1 on the right. */
  readonly side: number;
}

/** The relations of all states of a crisis at a moment as a picture. */
export function webPicture(relations: readonly ReplayView[], look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const main = nth(relations, 0);
  const { places, height } = placeStates(relations, main, sheet);
  // Graver courses are drawn over others.
  const edges = relations
    .flatMap((telling) =>
      stretchesOf(telling)
        .slice(-1)
        .map((stretch) => ({ telling, stretch })),
    )
    .toSorted((one, other) => levels[one.stretch.course] - levels[other.stretch.course]);
  const lines = edges.map(({ telling, stretch }) => edge(sheet, telling, stretch, places));
  const nodes = [...places.values()].map((place) => node(sheet, place));
  const box = { left: 8, right: sheet.width - 8, y: height + 22, courses: true, dashed: true };
  const stretches = dropMeasures(edges.map(({ stretch }) => stretch));
  const key = legend(sheet, [], stretches, main, box);
  const title = sheet.say.titles.web(standText(main.until, sheet.say.endOf));
  const rows = relations.map((telling) => sentence(telling, sheet));
  return framePicture(sheet, {
    ...describe(title, rows),
    body: lines.join("") + nodes.join("") + key.body,
    height: height + 12 + key.height,
    defs: patterns(sheet),
  });
}

/** The relation of two states, in a line. */
function sentence(telling: ReplayView, { say }: Sheet): string {
  const situation = situationAt(telling.history, telling.until);
  const { scenario } = telling;
  return `${pairIn(telling, scenario.dyad)}${say.colon}${say.states.of.course[situation.course](namesOf(scenario))}`;
}

/**
 * Places each state around a circle in the order of the relations, as wide as their names allow. A state in every relation is
 * in its middle.
 */
function placeStates(relations: readonly ReplayView[], main: ReplayView, sheet: Sheet) {
  const codes = [...new Set(relations.flatMap(({ scenario: { dyad } }) => [dyad.a, dyad.b]))];
  const short = sheet.narrow || codes.length > MAX_NAMES;
  const labels = codes.map((code) => (short ? code : cut(nameIn(main, code), 150, LABEL)));
  const widest = Math.max(...labels.map((label) => measure(label, LABEL.size, LABEL.weight)));
  const radius = Math.max(60, Math.min(250, sheet.width / 2 - widest - NODE - 16, 70 + codes.length * 14));
  const tall = Math.max(radius, tallFor(radius, codes.length, widest));
  const middle = { x: sheet.width / 2, y: tall + 34 };
  const hub = codes.length > 3 ? codes.find((code) => relations.every((one) => involves(code, one))) : undefined;
  const outer = codes.filter((code) => code !== hub);
  const places = codes.map((code, k): [string, Place] => {
    const name = nth(labels, k);
    if (code === hub) return [code, { code, name, ...middle, side: 0 }];
    // Half a step aside: no state is exactly above or below another.
    const angle = ((outer.indexOf(code) + 0.5) / outer.length) * 2 * Math.PI - Math.PI / 2;
    const [side, down] = [Math.cos(angle), Math.sin(angle)];
    return [code, { code, name, x: middle.x + side * radius, y: middle.y + down * tall, side }];
  });
  return { places: new Map(places) as ReadonlyMap<string, Place>, height: 2 * tall + 68 };
}

/** The minimum vertical radius at which the topmost names do not overlap. On a phone it may exceed the horizontal one. */
function tallFor(radius: number, count: number, widest: number): number {
  const step = (2 * Math.PI) / count;
  const gap = radius * (Math.sin(1.5 * step) - Math.sin(0.5 * step));
  return gap >= widest + 2 * NODE ? 0 : LINE / (Math.cos(0.5 * step) - Math.cos(1.5 * step));
}

function involves(code: string, { scenario: { dyad } }: ReplayView): boolean {
  return code === dyad.a || code === dyad.b;
}

function node(sheet: Sheet, { code, name, x, y, side }: Place): string {
  const place =
    side >= 0 ? ({ x: x + NODE + 5, anchor: "start" } as const) : ({ x: x - NODE - 5, anchor: "end" } as const);
  const label = { ...place, y: y + 4.5, text: name, halo: "paper", ...LABEL } as const;
  const dot = { cx: x, cy: y, r: NODE, fill: sheet.colour("panel"), stroke: sheet.colour("ink"), "stroke-width": 1.6 };
  return element("g", { class: "state", "data-state": code }, element("circle", dot), textAt(sheet, label));
}

function edge(sheet: Sheet, telling: ReplayView, stretch: Stretch, places: ReadonlyMap<string, Place>): string {
  const { a, b } = telling.scenario.dyad;
  const [one, other] = [places.get(a), places.get(b)];
  if (one === undefined || other === undefined) return "";
  const { course, severed } = stretch;
  const d = `M${round(one.x)} ${round(one.y)}L${round(other.x)} ${round(other.y)}`;
  const width = 1.6 + 1.5 * levels[course];
  const common = { d, fill: "none", "stroke-linecap": "butt" };
  // A dark line under it makes pale courses visible, too.
  const outline = element("path", { ...common, stroke: sheet.colour("soft"), "stroke-width": width + 1.4 });
  const edgePath = element("path", {
    ...common,
    stroke: sheet.colour(courseToken(course)),
    "stroke-width": width,
    "stroke-dasharray": severed ? `${round(width * 2.5)} ${round(width * 1.2)}` : undefined,
  });
  const attributes = { class: "relation", "data-between": `${a} ${b}`, "data-course": course };
  return element("g", attributes, titleElement(sentence(telling, sheet)), outline, edgePath);
}
