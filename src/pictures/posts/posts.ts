/** Who is at which post: the embassy of each party in the other's country, its flag and its head. */

import { situationAt, stepsUntil } from "../../history/index.ts";
import type { Situation } from "../../machine/index.ts";
import type { ReplayView } from "../../views/index.ts";
import type { Drawn } from "../content.ts";
import { dateText } from "../dates.ts";
import { wrapLines } from "../font/wrap.ts";
import { nameIn } from "../names.ts";
import { describe, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { element, textAt, titleElement } from "../svg.ts";
import { embassy } from "./embassy.ts";

/** A post: whose embassy, where, its state, and since when. */
interface Post {
  readonly party: "a" | "b";
  readonly host: string;
  readonly code: string;
  readonly state: Situation["missionA"];
  readonly line: string;
}

const DRAWING = 98;
const HEAD = 30;
/** Below this width the posts are under one another. */
const STACKED = 460;

/** The posts of both parties as a picture: flag up or lowered, and a figure in post, away or barred. */
export function postsPicture(telling: ReplayView, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const { say, width } = sheet;
  const posts = postsOf(telling, sheet);
  // On a phone one under the other.
  const across = width < STACKED ? 1 : 2;
  let top = 0;
  const columns = posts.map((post, k) => {
    const drawn = column(sheet, post, (across === 1 ? 0 : (k * width) / 2) + 12, top, width / across - 24);
    if (across === 1) top += drawn.height + 14;
    return drawn;
  });
  const heights = columns.map(({ height }) => height);
  const bottom = across === 1 ? top - 14 : Math.max(...heights);
  const { relations, channels } = situationAt(telling.history, telling.until);
  const sentence = `${say.relations[relations]}; ${say.channels[channels]}.`;
  const lines = wrapLines(sentence, width - 24, 2, { size: 13 });
  const foot = lines.map((text, k) => textAt(sheet, { x: 12, y: bottom + 24 + k * 17, text, size: 13, fill: "soft" }));
  const rows = [...posts.map(({ host, line }) => `${say.inCountry(host)}${say.colon}${line}`), sentence];
  return framePicture(sheet, {
    ...describe(say.titles.posts, rows),
    body: columns.map(({ body }) => body).join("") + foot.join(""),
    height: bottom + 14 + lines.length * 17 + 8,
  });
}

function postsOf(telling: ReplayView, { say }: Sheet): readonly Post[] {
  const { a, b } = telling.scenario.dyad;
  const situation = situationAt(telling.history, telling.until);
  // The country of party a comes first.
  return (["b", "a"] as const).map((party): Post => {
    const region = party === "a" ? "missionA" : "missionB";
    const [code, other] = party === "a" ? [a, b] : [b, a];
    const [sender, host] = [nameIn(telling, code), nameIn(telling, other)];
    const state = situation[region];
    const since = sinceOf(telling, region);
    const date = since === undefined ? "" : `, ${say.since(dateText(since, say, { year: true }))}`;
    const line = `${say.missionOf(sender)}${say.colon}${say.posts[state](sender, host)}${date}`;
    return { party, host, code, state, line };
  });
}

/** Since when a mission has its present state; undefined if since before the record. */
function sinceOf({ history, until }: ReplayView, region: "missionA" | "missionB"): number | undefined {
  const steps = history.steps.slice(0, stepsUntil(history, until));
  return steps.findLast(({ before, after }) => before[region] !== after[region])?.minute;
}

function column(sheet: Sheet, post: Post, x: number, y: number, width: number): Drawn {
  const { say } = sheet;
  const head = wrapLines(say.inCountry(post.host), width, 1, { size: 14, weight: 600 });
  const lines = wrapLines(post.line, width, 4, { size: 13 });
  const ground = y + HEAD + DRAWING - 10;
  const drawn = [
    titleElement(post.line),
    ...head.map((text) => textAt(sheet, { x, y: y + 20, text, size: 14, weight: 600 })),
    embassy(sheet, post.party, post.code, post.state, x, ground, width),
    ...lines.map((text, k) => textAt(sheet, { x, y: ground + 22 + k * 17, text, size: 13 })),
  ];
  const height = HEAD + DRAWING + 12 + lines.length * 17;
  return { body: element("g", { class: "post", "data-state": post.state }, ...drawn), height };
}
