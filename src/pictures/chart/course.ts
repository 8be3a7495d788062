/** The whole course: states as boxes, ways between them as arrows. The ways out of the present state are emphasised. */
import { drawnRegions, regions } from "../../machine/index.ts";
import { capitalize, column, heading, legend, MARGIN, type Paragraph, rule, sentences } from "../content.ts";
import { measure } from "../font/measure.ts";
import { narrowestWidth } from "../font/wrap.ts";
import { framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { element } from "../svg.ts";
import { courseToken, inkOn } from "../tokens.ts";
import type { Headline, Names } from "../words/index.ts";
import type { ChartData } from "./chart.ts";
import { exitsOf } from "./exits.ts";
import { bends, tall, wide } from "./layout.ts";
import { courseOf, namesOf, stateWords } from "./states.ts";

/** A way from a box of the course to another. */
export type CourseWay = readonly [from: Headline, to: Headline];

const COURSES = Object.keys(wide) as readonly Headline[];

/** Every way between two boxes, read from the transitions of the machine. */
export function courseWays(): readonly CourseWay[] {
  const course = drawnRegions().find(({ name }) => name === "course");
  const boxesOf = (id: string): readonly Headline[] =>
    regions.course.filter((state) => `course_${state.replace(/[.-]/g, "_")}_`.startsWith(`${id}_`)).map(courseOf);
  const ways = new Map<string, CourseWay>();
  for (const { from, to } of course?.arrows ?? []) {
    for (const one of boxesOf(from)) {
      const [other] = boxesOf(to);
      if (other !== undefined && other !== one) ways.set(`${one} ${other}`, [one, other]);
    }
  }
  return [...ways.values()];
}

/** The course as a whole, with the present state if a crisis is given. */
export function coursePicture(crisis?: ChartData, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const { chart } = sheet.say;
  const names = crisis === undefined ? chart.sides : namesOf(crisis.scenario);
  const here = crisis && courseOf(crisis.situation.course);
  const headline = (course: Headline): string => capitalize(sheet.say.courses[course]);
  const leaving = new Set(
    (crisis === undefined ? [] : exitsOf(crisis.situation))
      .filter(({ region }) => region === "course")
      .map(({ to }) => courseOf(to)),
  );
  const ways = courseWays();
  const exits = ways.filter(([from, to]) => from === here && leaving.has(to));
  const head = heading(
    sheet,
    chart.course,
    crisis === undefined ? [] : [`${crisis.scenario.title}, ${crisis.moment}`],
    12,
  );
  const { from, others, both } = chart.legend;
  const keys = legend(
    sheet,
    [
      { mark: (x, y) => rule(sheet, [x, y, x + 18, y], "ink", 2.5), text: from },
      { mark: (x, y) => rule(sheet, [x, y, x + 18, y], "soft", 1), text: `${others}; ${both}` },
    ],
    12 + head.height + 8,
  );
  const top = 12 + head.height + 8 + keys.height + 8;
  const height = sheet.narrow ? 620 : Math.max(420, Math.min(640, sheet.width * 0.5));
  const boxes = drawBoxes(sheet, crisis?.situation.course, names, top, height);
  const pairs = [...Map.groupBy(ways, ([from, to]) => [from, to].toSorted().join(" ")).values()];
  const middle = { x: sheet.width / 2, y: top + height / 2 };
  const faint = pairs.map((pair) =>
    pair.slice(0, 1).map((way) => drawWay(sheet, boxes, way, { both: pair.length > 1, strong: false, middle })),
  );
  const strong = exits.map((way) => drawWay(sheet, boxes, way, { both: false, strong: true, middle }));
  const texts = COURSES.map((course) => {
    const to = ways.filter(([from]) => from === course).map(([, other]) => headline(other).toLowerCase());
    return chart.leads(headline(course), to.join(", "));
  });
  const state = crisis && stateWords(sheet.say, "course", crisis.situation.course, names);
  const now = here ? chart.courseStands(`${headline(here)}${sheet.say.colon}${state}`) : chart.courseDescription;
  return framePicture(sheet, {
    height: top + height + 8,
    title: chart.course,
    description: sentences([now, ...texts]),
    text: [chart.course, now, ...texts.map((text) => `- ${text}`)].join("\n"),
    body: [head.body, keys.body, ...faint.flat(), ...strong, ...COURSES.map((course) => boxes[course].body)].join(""),
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

const SIZE = 14;

/** Every box, with the states in it if there are several. */
function drawBoxes(
  sheet: Sheet,
  state: string | undefined,
  names: Names,
  top: number,
  height: number,
): Readonly<Record<Headline, Box>> {
  const layout = sheet.narrow ? tall : wide;
  const entries = COURSES.map((course): readonly [Headline, Box] => {
    const states = regions.course.filter((one) => courseOf(one) === course);
    const inner =
      states.length < 2 ? [] : states.map((one) => ({ one, text: stateWords(sheet.say, "course", one, names) }));
    const title = capitalize(sheet.say.courses[course]);
    const most = sheet.narrow ? 112 : 190;
    const widths = inner.map(({ text }) => measure(text, 12, 600));
    const width = Math.min(most, Math.max(narrowestWidth(title, { size: SIZE, weight: 600 }), ...widths) + 20);
    const [x, y] = [layout[course][0] * sheet.width, top + layout[course][1] * height];
    const token = courseToken(course);
    const looks = { anchor: "middle", fill: inkOn(token), most: 2 } as const;
    const paragraphs: readonly Paragraph[] = [
      { text: title, size: SIZE, weight: 600, ...looks },
      ...inner.map(({ one, text }): Paragraph => {
        const here = one === state;
        return { text: here ? `▸ ${text}` : text, size: 12, weight: here ? 600 : 400, ...looks };
      }),
    ];
    const measured = column(sheet, { x: 0, y: 0, width: width - 16 }, paragraphs).height;
    const left = Math.min(sheet.width - MARGIN - width, Math.max(MARGIN, x - width / 2));
    const up = Math.min(top + height - measured - 14, Math.max(top, y - measured / 2 - 7));
    const now = state !== undefined && courseOf(state) === course;
    const box = { x: left, y: up, width, height: measured + 14 };
    const stroke = { stroke: sheet.colour(now ? "ink" : "soft"), "stroke-width": now ? 3 : 1 };
    const frame = element("rect", { ...box, rx: 6, fill: sheet.colour(token), ...stroke });
    const inside = column(sheet, { x: left + 8, y: up + 5, width: width - 16 }, paragraphs).body;
    return [course, { ...box, body: frame + inside }];
  });
  return Object.fromEntries(entries) as Record<Headline, Box>;
}

/** A bent line between the borders of two boxes, with a head at its end, or at both. */
function drawWay(
  sheet: Sheet,
  boxes: Readonly<Record<Headline, Box>>,
  [from, to]: CourseWay,
  { both, strong, middle }: { readonly both: boolean; readonly strong: boolean; readonly middle: Point },
): string {
  const ring = Object.keys(sheet.narrow ? tall : wide);
  const distance = Math.abs(ring.indexOf(from) - ring.indexOf(to));
  const bend = distance === 1 || distance === ring.length - 1 ? bends.neighbours : bends.others;
  const [one, other] = [centreOf(boxes[from]), centreOf(boxes[to])];
  const half = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  const control = { x: half.x + (middle.x - half.x) * bend, y: half.y + (middle.y - half.y) * bend };
  const [a, b] = [border(boxes[from], control), border(boxes[to], control)];
  const stroke = strong ? "ink" : "soft";
  const path = element("path", {
    d: `M${pointText(a)}Q${pointText(control)} ${pointText(b)}`,
    fill: "none",
    stroke: sheet.colour(stroke),
    "stroke-width": strong ? 2.5 : 0.75,
    class: "way",
  });
  const size = strong ? 11 : 8;
  const head = (at: Point): string => drawHead(sheet, control, at, size, stroke);
  return path + head(b) + (both ? head(a) : "");
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointText({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** An arrowhead at the end of a line from a point. */
function drawHead(sheet: Sheet, from: Point, { x, y }: Point, size: number, fill: "ink" | "soft"): string {
  const length = Math.hypot(x - from.x, y - from.y) || 1;
  const [dx, dy] = [((x - from.x) / length) * size, ((y - from.y) / length) * size];
  const side = (sign: 1 | -1): Point => ({ x: x - dx - sign * dy * 0.45, y: y - dy + sign * dx * 0.45 });
  const points = [{ x, y }, side(1), side(-1)].map(pointText);
  return element("path", { d: `M${points.join("L")}z`, fill: sheet.colour(fill) });
}

function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the line from the middle of a box to a point leaves the box. */
function border(box: Box, to: Point): Point {
  const { x, y } = centreOf(box);
  const [dx, dy] = [to.x - x, to.y - y];
  const reach = Math.min((box.width / 2 + 3) / Math.abs(dx || 1e-9), (box.height / 2 + 3) / Math.abs(dy || 1e-9));
  return { x: x + dx * reach, y: y + dy * reach };
}
