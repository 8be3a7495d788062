/** Lines: styled text before it is rendered. Every text enters through here and is made safe to show. */
import { visibleLine } from "../problem/index.ts";
import type { Palette, Style } from "./palette.ts";
import { width } from "./width.ts";

/** A piece of text in one style. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
}

/** One line, or a text that is still to be wrapped. */
export type Line = readonly Span[];

/** Lines under each other. */
export type Block = readonly Line[];

/**
 * Makes a line from texts and spans. Control characters, and those that turn the direction of writing, become visible.
 */
export function line(...parts: readonly (string | Span)[]): Line {
  return parts.map((part) => (typeof part === "string" ? span(part) : part)).filter(({ text }) => text !== "");
}

/** One styled piece of a line. */
export function span(text: string, style?: Style): Span {
  const safe = PRINTABLE.test(text) ? text : visibleLine(text);
  return style === undefined ? { text: safe } : { text: safe, style };
}

/** An empty line. */
export const BLANK: Line = [];

/** How many columns a line takes. */
export function lineWidth(one: Line): number {
  return one.reduce((sum, { text }) => sum + width(text), 0);
}

/** Lines moved to the right. */
export function indented(by: number, block: Block): Block {
  return block.map((one) => (one.length === 0 ? one : [{ text: " ".repeat(by) }, ...one]));
}

/** A block as text, without spaces at the ends of lines and without a newline at its end. */
export function render(block: Block, palette: Palette): string {
  const paint = ({ text, style }: Span): string => (style === undefined ? text : palette[style](text));
  return block.map((one) => trimEnd(one).map(paint).join("")).join("\n");
}

/** A line as text, without its styles. */
export function textOf(one: Line): string {
  return one.map(({ text }) => text).join("");
}

const PRINTABLE = /^[\u0020-\u007e]*$/;

function trimEnd(one: Line): Line {
  const last = one.at(-1);
  if (last === undefined || !last.text.endsWith(" ")) return one;
  const text = last.text.trimEnd();
  return text === "" ? trimEnd(one.slice(0, -1)) : [...one.slice(0, -1), { ...last, text }];
}
