/** A picture as a part of a document: its title as the caption, and in words for whoever does not see it. */
import type { FigurePart } from "../render/index.ts";
import type { Look, Picture } from "./picture.ts";

/** How pictures of documents look: as wide as a notebook or a page shows them, light or dark as the page is. */
export const inDocuments: Look = { width: 800, theme: "auto" };

/** A picture as a figure. */
export function figureOf({ svg, title, description }: Picture, caption: string = title): FigurePart {
  return { kind: "figure", caption, alternative: description, svg: () => svg };
}
