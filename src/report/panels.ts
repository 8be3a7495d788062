/** The panels of a report, beside the record. */
import { type Crisis, relationsBy } from "../crisis/index.ts";
import {
  bandsPicture,
  casualtiesPicture,
  claimsPicture,
  type Look,
  type Picture,
  postsPicture,
  standsPicture,
  webPicture,
} from "../pictures/index.ts";

/** A panel: how its picture is drawn as wide as its place, and how many of twelve columns it has on a desk. */
export interface Panel {
  readonly name: string;
  readonly columns: number;
  /** How many other panels stand beside it, one under the other. */
  readonly rows: number;
  readonly draw: (look: Look) => Picture;
}

const GAP = 12;
/** What a panel's border and padding take. */
const INSIDE = 26;
/** The minimum width of a picture. */
const MIN_WIDTH = 320;

type Draw = (telling: Crisis, look: Look) => Picture;

/** All relations of a crisis at once; nothing if there is only one. */
export function webPanels(crisis: Crisis, width: number): readonly Panel[] {
  if (crisis.scenario.relations.length < 2) return [];
  const { few, many, panel } = layoutOf(crisis, width);
  const relations = relationsBy(crisis);
  return [
    panel("web", few, (_, look) => webPicture(relations, look)),
    panel("bands", many, (_, look) => bandsPicture(relations, look)),
  ];
}

/** Posts and casualties beside claims, which are longer; and what stands. */
export function panels(crisis: Crisis, width: number): readonly Panel[] {
  const { few, many, panel } = layoutOf(crisis, width);
  return [
    panel("posts", few, postsPicture),
    { ...panel("claims", many, claimsPicture), rows: many === 12 ? 1 : 2 },
    panel("casualties", few, casualtiesPicture),
    panel("stands", 12, standsPicture),
  ];
}

/** How many columns a short panel and a long one beside it have, and how one is drawn in its columns. */
function layoutOf(crisis: Crisis, width: number) {
  const room = (columns: number): number => Math.floor(((width + GAP) * columns) / 12) - GAP - INSIDE;
  const few = [5, 6].find((columns) => room(columns) >= MIN_WIDTH) ?? 12;
  const many = few === 5 ? 7 : 12;
  const panel = (name: string, columns: number, picture: Draw): Panel => ({
    name,
    columns,
    rows: 1,
    draw: (look) => picture(crisis, { ...look, width: room(columns), prefix: name }),
  });
  return { few, many, panel };
}
