/** The pictures of a report: the record, or it and a what-if; and the panels beside it. */
import type { Crisis } from "../crisis/index.ts";
import {
  casualtiesPicture,
  claimsPicture,
  type Look,
  type Picture,
  postsPicture,
  standsPicture,
} from "../pictures/index.ts";

/** A panel: its picture, and how many of twelve columns it has on a desk. */
export interface Panel {
  readonly name: string;
  readonly columns: number;
  readonly picture: Picture;
}

const GAP = 12;
/** What a panel's border and padding take. */
const INSIDE = 26;
/** The narrowest that a picture can be. */
const LEAST = 320;

/** Posts, claims and casualties, and what stands, each as wide as its place. */
export function panels(told: Crisis, look: Look, width: number): readonly Panel[] {
  const room = (columns: number): number => Math.floor(((width + GAP) * columns) / 12) - GAP - INSIDE;
  const columns = [4, 6].find((some) => room(some) >= LEAST) ?? 12;
  const panel = (name: string, wide: number, draw: (telling: Crisis, look: Look) => Picture): Panel => ({
    name,
    columns: wide,
    picture: draw(told, { ...look, width: room(wide), prefix: name }),
  });
  return [
    panel("posts", columns, postsPicture),
    panel("claims", columns, claimsPicture),
    panel("casualties", columns === 6 ? 12 : columns, casualtiesPicture),
    panel("stands", 12, standsPicture),
  ];
}
