/** SVG as text: elements, and text with a fixed length, which stays in its box in every font. */
import { visible, visibleLine } from "../problem/index.ts";
import { escapeHtml } from "../render/index.ts";
import { measure } from "./font/measure.ts";
import type { Letters } from "./font/wrap.ts";
import { colourOf, type Theme, type Token } from "./tokens.ts";

/** Attributes; undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element. Its children are SVG already; text goes through {@link textAt}. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let written = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) written += ` ${key}="${typeof value === "number" ? round(value) : escapeHtml(value)}"`;
  }
  return children.length === 0 ? `${written}/>` : `${written}>${children.join("")}</${name}>`;
}

/** A number to a tenth: nobody sees more. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What draws: the theme's colours, and ids that are unique in a page. */
export interface Pen {
  readonly colour: (token: Token) => string;
  readonly id: (name: string) => string;
}

/** A pen for a theme. Ids begin with the prefix, which keeps those of pictures on one page apart. */
export function penOf(theme: Theme, prefix: string): Pen {
  return { colour: (token) => colourOf(token, theme), id: (name) => `${prefix}-${name}` };
}

/** A text with its place and its look. */
export interface Label extends Letters {
  /** The left end, the middle or the right end of its line, by `anchor`; and its base line. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly fill?: Token;
  readonly anchor?: "start" | "middle" | "end";
  /** The paper behind it: lines that pass under it stop around its letters. */
  readonly halo?: Token;
  readonly class?: string;
}

/** The smallest letters, in a soft colour, for dates, ticks and keys. */
export const SMALL = { size: 12, fill: "soft" } as const;

/** One line of text, as long as it was measured whatever font shows it. */
export function textAt(
  pen: Pen,
  { x, y, text, size, weight = 400, fill = "ink", anchor, halo, class: kind }: Label,
): string {
  if (text === "") return "";
  const shown = visibleLine(text);
  return element(
    "text",
    {
      x,
      y,
      "font-size": size,
      "font-weight": weight === 400 ? undefined : weight,
      fill: pen.colour(fill),
      "text-anchor": anchor === "start" ? undefined : anchor,
      textLength: Math.max(1, measure(shown, size, weight)),
      lengthAdjust: "spacingAndGlyphs",
      class: kind,
      ...(halo === undefined
        ? {}
        : { stroke: pen.colour(halo), "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }),
    },
    escapeHtml(shown),
  );
}

/** A title, which is shown when the pointer rests on its element, and is read out. */
export function titleElement(text: string): string {
  return element("title", {}, escapeHtml(visible(text)));
}
