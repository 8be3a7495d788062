/** The chart now: the state of each region, and only what leads out of it, by whom and by which acts. */
import { type By, type Region, regionNames, type Situation } from "../../machine/index.ts";
import type { CrisisAtMoment } from "../../views/index.ts";
import { capitalize, column, type Drawn, heading, MARGIN, type Paragraph, rule, sentences } from "../content.ts";
import { wrapLines } from "../font/wrap.ts";
import { actorAndAct, actWords } from "../names.ts";
import { framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { element } from "../svg.ts";
import { inkOn, type Token } from "../tokens.ts";
import type { Names, Words } from "../words/index.ts";
import { type Exit, exitsOf, groupActs } from "./exits.ts";
import { namesOf, stateToken, stateWords } from "./states.ts";

/** What the chart of a crisis is drawn from. */
export interface ChartData {
  readonly scenario: Pick<CrisisAtMoment["scenario"], "title" | "dyad" | "actors">;
  readonly situation: Situation;
  /** The time of the situation, in words. */
  readonly moment: string;
}

/** What leads out of the present state, of each region or of some. */
export function chartPicture(
  { scenario, situation, moment }: ChartData,
  { only = regionNames, ...look }: Look & { readonly only?: readonly Region[] } = {},
): Picture {
  const sheet = sheetOf(look);
  const { chart } = sheet.say;
  const names = namesOf(scenario);
  const exits = exitsOf(situation);
  const blocks = only.map((region) => blockOf(sheet.say, region, situation, exits, names));
  const title = chart.title(scenario.title);
  const head = heading(sheet, title, [chart.moment(moment)], 12);
  const top = 12 + head.height + 14;
  const layout = layOut(sheet, blocks, top);
  const lines = blocks.flatMap(({ caption, here, rows }) => [
    `${caption}${sheet.say.colon}${here}`,
    ...(rows.length === 0
      ? [`  ${chart.stays}`]
      : rows.flatMap(({ whole, to }) => whole.map((way) => `  ${chart.leads(way, to)}`))),
  ]);
  return framePicture(sheet, {
    height: layout.height + top + 4,
    title,
    description: sentences([chart.moment(moment), chart.description, ...lines.map((one) => one.trim())]),
    text: [title, chart.moment(moment), "", ...lines].join("\n"),
    body: head.body + layout.body,
  });
}

interface Row {
  readonly to: string;
  readonly token: Token;
  /** Each way in short and in full. */
  readonly ways: readonly Paragraph[];
  readonly whole: readonly string[];
}

interface Block {
  readonly region: Region;
  readonly caption: string;
  readonly here: string;
  readonly token: Token;
  readonly rows: readonly Row[];
}

const PARTY_TOKENS: Readonly<Record<By | "either", Token>> = {
  either: "ink",
  a: "a",
  b: "b",
  both: "ink",
  other: "soft",
};
const SIZE = 13;

function blockOf(say: Words, region: Region, situation: Situation, exits: readonly Exit[], names: Names): Block {
  const tokenOf = (state: string): Token => (region === "course" ? stateToken(region, state) : "panel");
  return {
    region,
    caption: capitalize(say.chart.regions[region](names)),
    here: capitalize(stateWords(say, region, situation[region], names)),
    token: tokenOf(situation[region]),
    rows: exits
      .filter((exit) => exit.region === region)
      .map((exit): Row => {
        const { to, ways } = exit;
        const acting = ways.map((way) => ({
          by: way.by as By | "either",
          acts: groupActs(way, exit, exits, situation).map((one) => actsText(say, one, way.by)),
        }));
        const joint = joinAlike(acting);
        const phrase = (by: By | "either", what: string): string => actorAndAct(say.chart.by[by](names), what, say);
        return {
          to: capitalize(stateWords(say, region, to, names)),
          token: tokenOf(to),
          ways: joint.map(({ by, acts }) => ({
            text: phrase(by, shortenList(say, acts)),
            size: SIZE,
            fill: PARTY_TOKENS[by],
            most: 3,
          })),
          whole: joint.map(({ by, acts }) => phrase(by, acts.join(", "))),
        };
      }),
  };
}

interface Acting {
  readonly by: By | "either";
  readonly acts: readonly string[];
}

/** Merges the ways of both parties if they have the same acts. */
function joinAlike(ways: readonly Acting[]): readonly Acting[] {
  const [one, other] = [ways.find(({ by }) => by === "a"), ways.find(({ by }) => by === "b")];
  if (one === undefined || other === undefined || one.acts.join() !== other.acts.join()) return ways;
  return ways.flatMap((way) => (way === one ? [{ ...way, by: "either" as const }] : way === other ? [] : [way]));
}

function actsText(say: Words, group: ReturnType<typeof groupActs>[number], by: By): string {
  if ("kind" in group) return say.chart[group.others ? "anyOther" : "any"][group.kind];
  const { act, details } = group;
  const words = actWords(act, by === "both", say).replace(/^./, (one) => one.toLowerCase());
  if (details.some(({ detail }) => detail === undefined)) return words;
  const only = details.flatMap(({ detail }) => (detail === undefined ? [] : [say.chart.details[detail]]));
  return `${words} (${only.join(say.states.or)})`;
}

/** The first few acts, and how many more. */
function shortenList(say: Words, acts: readonly string[]): string {
  if (acts.length <= MAX_ACTS) return acts.join(", ");
  return [...acts.slice(0, MAX_ACTS - 1), say.chart.more(acts.length - MAX_ACTS + 1)].join(", ");
}
const MAX_ACTS = 4;

/** The course over the whole width, the other regions beside each other if there is room. */
function layOut(sheet: Sheet, blocks: readonly Block[], y: number): Drawn {
  const width = sheet.width - 2 * MARGIN;
  const wide = sheet.width >= 1100;
  const ends = [y, y];
  const bodies = blocks.map((block) => {
    const whole = !wide || block.region === "course" || blocks.length === 1;
    const side = whole ? 0 : (ends[0] ?? y) <= (ends[1] ?? y) ? 0 : 1;
    const at = whole ? Math.max(...ends) : (ends[side] ?? y);
    const half = (width - 40) / 2;
    const place = { x: MARGIN + side * (half + 40), y: at, width: whole ? width : half };
    const drawn = drawBlock(sheet, block, place);
    const end = at + drawn.height + 22;
    if (whole) ends.fill(end);
    else ends[side] = end;
    return drawn.body;
  });
  return { body: bodies.join(""), height: Math.max(...ends) - y };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function drawBlock(sheet: Sheet, block: Block, { x, y, width }: Place): Drawn {
  const caption = column(sheet, { x, y, width }, [{ text: block.caption, size: SIZE, weight: 600, fill: "soft" }]);
  const top = y + caption.height + 6;
  const drawn = sheet.narrow
    ? drawBelow(sheet, block, { x, y: top, width })
    : drawBeside(sheet, block, { x, y: top, width });
  return { body: caption.body + drawn.body, height: top + drawn.height - y };
}

/** The present state at the left, arrows to the right with who and what above each. */
function drawBeside(sheet: Sheet, { here, token, rows, region }: Block, { x, y, width }: Place): Drawn {
  const large = region === "course";
  const wide = Math.round(width * (large ? 0.17 : 0.27));
  const [from, to] = [x + wide, x + width - wide];
  const trunk = from + 22;
  let at = y;
  const drawn = rows.map((row) => {
    const label = column(sheet, { x: trunk + 12, y: at, width: to - trunk - 36 }, row.ways);
    const target = boxSize(row.to, wide, SIZE);
    const line = at + Math.max(label.height + 5, target / 2);
    const place = { x: to, y: line - target / 2, width: wide };
    const box = drawBox(sheet, row.to, row.token, place, { size: SIZE, height: target });
    at = Math.max(line, line + target / 2) + 10;
    return { line, body: label.body + arrow(sheet, trunk, line, to - 2) + box };
  });
  const size = large ? 18 : 14;
  const tall = boxSize(here, wide, size) + (large ? 20 : 6);
  const height = Math.max(at - y - 10, tall);
  const middle = rows.length === 1 ? (drawn[0]?.line ?? y) : y + height / 2;
  const start = Math.max(y, middle - tall / 2);
  const ownBox = drawBox(sheet, here, token, { x, y: start, width: wide }, { size, height: tall, now: true });
  const half = start + tall / 2;
  const [first, last] = [drawn[0], drawn.at(-1)];
  const stem =
    first === undefined || last === undefined
      ? drawNoExit(sheet, { x: from + 14, y: half - 9, width: to - from }).body
      : rule(sheet, [from, half, trunk, half], "soft", 2) +
        rule(sheet, [trunk, Math.min(half, first.line), trunk, Math.max(half, last.line)], "soft", 2);
  return { body: stem + drawn.map(({ body }) => body).join("") + ownBox, height: Math.max(height, start + tall - y) };
}

/** On a phone: the present state above, arrows down its side. */
function drawBelow(sheet: Sheet, { here, token, rows, region }: Block, { x, y, width }: Place): Drawn {
  const size = region === "course" ? 18 : 14;
  const tall = boxSize(here, width, size) + 6;
  const ownBox = drawBox(sheet, here, token, { x, y, width }, { size, height: tall, now: true });
  const trunk = x + 12;
  let at = y + tall + 10;
  let last = at;
  const drawn = rows.map((row) => {
    const place = { x: x + 48, y: at, width: width - 48 };
    const target = boxSize(row.to, place.width, SIZE);
    const box = drawBox(sheet, row.to, row.token, place, { size: SIZE, height: target });
    const line = arrow(sheet, trunk, at + target / 2, x + 46);
    last = at + target / 2;
    const label = column(sheet, { ...place, y: at + target + 3 }, row.ways);
    at += target + label.height + 14;
    return box + line + label.body;
  });
  const stem =
    rows.length === 0
      ? drawNoExit(sheet, { x: x + 24, y: at - 2, width: width - 24 })
      : { body: rule(sheet, [trunk, y + tall, trunk, last], "soft", 2), height: 0 };
  return { body: ownBox + stem.body + drawn.join(""), height: at + stem.height - y };
}

/** Says that nothing leads out. */
function drawNoExit(sheet: Sheet, place: Place): Drawn {
  return column(sheet, place, [{ text: sheet.say.chart.stays, size: SIZE, fill: "soft" }]);
}

function boxSize(text: string, width: number, size: number): number {
  return wrapLines(text, width - 20, 3, { size, weight: 600 }).length * size * 1.3 + 12;
}

/** A state: its words in a box of its colour. */
function drawBox(
  sheet: Sheet,
  text: string,
  token: Token,
  { x, y, width }: Place,
  { size, height, now = false }: { readonly size: number; readonly height: number; readonly now?: boolean },
): string {
  const lines = wrapLines(text, width - 20, 3, { size, weight: 600 });
  const inside = column(sheet, { x: x + 10, y: y + (height - lines.length * size * 1.3) / 2, width: width - 20 }, [
    { text, size, weight: 600, anchor: "middle", fill: inkOn(token) },
  ]);
  const stroke = { stroke: sheet.colour(now ? "ink" : "soft"), "stroke-width": now ? 2.5 : 1 };
  return element("rect", { x, y, width, height, rx: 6, fill: sheet.colour(token), ...stroke }) + inside.body;
}

/** A straight arrow to the right. */
function arrow(sheet: Sheet, from: number, y: number, to: number): string {
  const head = element("path", { d: `M${to.toFixed(1)} ${y.toFixed(1)}l-9 -4.5v9z`, fill: sheet.colour("soft") });
  return rule(sheet, [from, y, to - 8, y], "soft", 2) + head;
}
