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

/** Where a page is too narrow for panels side by side. */
const NARROW = 700;
const GAP = 12;
const INSIDE = 26;

/** Posts, claims and casualties, and what stands, each as wide as its place. */
export function panels(told: Crisis, look: Look, width: number): readonly Panel[] {
  const side = width > NARROW;
  const room = (columns: number): number =>
    (side ? Math.floor((width - 11 * GAP) / 12) * columns + GAP * (columns - 1) : width) - INSIDE;
  const panel = (name: string, columns: number, draw: (telling: Crisis, look: Look) => Picture): Panel => ({
    name,
    columns,
    picture: draw(told, { ...look, width: room(columns), prefix: name }),
  });
  return [
    panel("posts", 4, postsPicture),
    panel("claims", 5, claimsPicture),
    panel("casualties", 3, casualtiesPicture),
    panel("stands", 12, standsPicture),
  ];
}
