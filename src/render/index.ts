/** Rendering: a document, which is data, as text for a terminal or a file, and as HTML with its pictures. */
export {
  type Document,
  type FigurePart,
  facts,
  type Item,
  type ListPart,
  list,
  type Part,
  type ProsePart,
  prose,
  type TableCell,
  type TablePart,
  type Tone,
  table,
} from "./document.ts";
export { escapeHtml } from "./escape.ts";
export { escaped, renderHtml, whereNotInstalled } from "./html.ts";
export { json } from "./json.ts";
export { BLANK, type Block, indent, type Line, line, lineWidth, render, type Span, span } from "./line.ts";
export { ansiPalette, type Palette, plainPalette, type Style } from "./palette.ts";
export { diagramOf, graphvizSvg, svgOf } from "./svg.ts";
export { renderText } from "./text.ts";
export { fitting, width } from "./width.ts";
export { beside, wrap } from "./wrap.ts";
