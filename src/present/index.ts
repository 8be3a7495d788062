/** Views: a replay, a moment, a cause or a problem as text. Data in, text out; colour comes in as a palette. */
export { countText, diagnosticsBlock, plural } from "./diagnostics.ts";
export { type Block, type Line, line, render, type Span, span } from "./line.ts";
export { ansiPalette, type Palette, plainPalette, type Style } from "./palette.ts";
export { replayBlocks } from "./replay.ts";
export type { Telling } from "./telling.ts";
export { width } from "./width.ts";
