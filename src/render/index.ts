/** Rendering: a document, which is data, as text for a terminal or a file, and as HTML with its pictures. */
export { formatCount, plural } from "./count.ts";
export {
  type Column,
  type Document,
  type FigurePart,
  facts,
  group,
  headed,
  type Item,
  type ListPart,
  lines,
  list,
  type Part,
  type ProsePart,
  prose,
  type TableCell,
  type TablePart,
  table,
} from "./document.ts";
export { escapeHtml } from "./escape.ts";
export type { BranchesFigure, Commit, FigureEvent, TimelineFigure } from "./figure.ts";
export { escaped, renderHtml } from "./html.ts";
export { json } from "./json.ts";
export { BLANK, type Block, indented, type Line, line, lineWidth, render, type Span, span, textOf } from "./line.ts";
export { mermaidBranches, mermaidTimeline } from "./mermaid.ts";
export { ansiPalette, type Palette, plainPalette, type Style } from "./palette.ts";
export { type Laid, renderText, rowBlock, section, terminal, widthsOf } from "./text.ts";
export { fitting, width } from "./width.ts";
export { beside, paragraph, wrap } from "./wrap.ts";
