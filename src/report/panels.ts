/** The panels of a report, beside the record. */
import type { Crisis } from "../crisis/index.ts";
import {
  casualtiesPicture,
  claimsPicture,
  type Look,
  type Picture,
  postsPicture,
  standsPicture,
} from "../pictures/index.ts";

/** A panel: how its picture is drawn as wide as its place, and how many of twelve columns it has on a desk. */
export interface Panel {
  readonly name: string;
  readonly columns: number;
  readonly draw: (look: Look) => Picture;
}

const GAP = 12;
/** What a panel's border and padding take. */
const INSIDE = 26;
/** The narrowest that a picture can be. */
const LEAST = 320;

/** Posts, claims and casualties, and what stands. */
export function panels(told: Crisis, width: number): readonly Panel[] {
  const room = (columns: number): number => Math.floor(((width + GAP) * columns) / 12) - GAP - INSIDE;
  const some = [4, 6].find((columns) => room(columns) >= LEAST) ?? 12;
  const panel = (name: string, columns: number, picture: (telling: Crisis, look: Look) => Picture): Panel => ({
    name,
    columns,
    draw: (look) => picture(told, { ...look, width: room(columns), prefix: name }),
  });
  return [
    panel("posts", some, postsPicture),
    panel("claims", some, claimsPicture),
    panel("casualties", some === 6 ? 12 : some, casualtiesPicture),
    panel("stands", 12, standsPicture),
  ];
}
