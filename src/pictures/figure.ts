/** A picture as a part of a document: its title as the caption, and in words for whoever does not see it. */
import type { FigurePart } from "../render/index.ts";
import type { Look, Picture } from "./picture.ts";

/** How pictures of documents look: as wide as a notebook or a page shows them, light or dark as the page is. */
const WIDE: Look = { width: 800, theme: "auto" };

/** The same on a phone. */
const NARROW: Look = { ...WIDE, width: 360 };

/** A picture as a figure, drawn again for a narrow screen. */
export function figureOf(draw: (look: Look) => Picture): FigurePart {
  const { svg, title, description } = draw(WIDE);
  return { kind: "figure", caption: title, alternative: description, svg: () => svg, narrow: () => draw(NARROW).svg };
}
