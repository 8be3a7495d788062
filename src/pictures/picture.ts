/** A picture: SVG with a title and a description, and the same in plain text. */
import { visible, visibleLine } from "../problem/index.ts";
import { escapeHtml, type FigurePart } from "../render/index.ts";
import { wrapLines } from "./font/wrap.ts";
import { element, type Pen, penOf, textAt } from "./svg.ts";
import { autoStyle, type Theme } from "./tokens.ts";
import { english, type Words } from "./words/index.ts";

/** A picture. */
export interface Picture {
  /** One `<svg>` element, for a file or for a page. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The alternative text. */
  readonly description: string;
  /** Everything that the picture says, in plain text. */
  readonly text: string;
}

/** Options of a picture's look. */
export interface Look {
  readonly theme?: Theme;
  /** In the picture's own pixels; 1280 by default. Below 600 it is laid out for a phone. */
  readonly width?: number;
  /** The prefix of its ids. Each picture of a page needs its own. */
  readonly prefix?: string;
  readonly words?: Words;
  /** Lines under a picture that is saved: its title, source, seed, how to cite. */
  readonly caption?: string;
}

/** A look with all defaults filled in. */
export interface Sheet extends Pen {
  readonly theme: Theme;
  readonly width: number;
  readonly prefix: string;
  readonly say: Words;
  readonly caption: string;
  /** Whether it is laid out for a phone. */
  readonly narrow: boolean;
}

/** The minimum width of a picture. */
const NARROWEST = 320;
const FONT = "'Source Sans 3 Variable', 'Source Sans 3', 'Source Sans Pro', 'Noto Sans', system-ui, sans-serif";
const CAPTION = { size: 12 } as const;

/** Fills in the defaults of a look. */
export function sheetOf({
  theme = "light",
  width = 1280,
  prefix = "picture",
  words: say = english,
  caption = "",
}: Look): Sheet {
  const wide = Math.max(NARROWEST, Math.round(width));
  return {
    ...penOf(theme, prefix),
    theme,
    width: wide,
    prefix,
    say,
    caption: caption.split("\n").map(visibleLine).join("\n"),
    narrow: wide < 600,
  };
}

/** The content of a picture, without its frame. */
export interface Content {
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly text: string;
  readonly body: string;
  /** Patterns and markers. */
  readonly defs?: string;
}

/** Describes a picture by lines of plain text under a title, for readers who do not see it. */
export function describe(title: string, lines: readonly string[]): Pick<Content, "title" | "description" | "text"> {
  return { title, description: lines.join("\n"), text: [title, "", ...lines].join("\n") };
}

/** The picture: its content on paper, with title and description, and the caption under it. */
export function framePicture(sheet: Sheet, content: Content): Picture {
  const { width, theme, colour, id, say } = sheet;
  const title = visibleLine(content.title);
  const description = visible(content.description);
  const caption = sheet.caption
    .split("\n")
    .flatMap((line) => wrapLines(line, width - 16, Number.POSITIVE_INFINITY, CAPTION));
  const height = Math.ceil(content.height + (caption.length === 0 ? 0 : caption.length * 16 + 12));
  const lines = caption.map((line, k) =>
    textAt(sheet, { x: 8, y: content.height + 18 + k * 16, text: line, fill: "soft", ...CAPTION }),
  );
  const svg = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-labelledby": `${id("title")} ${id("description")}`,
      lang: say.language,
      class: "demarche-picture",
      "font-family": FONT,
    },
    element("title", { id: id("title") }, escapeHtml(title)),
    element("desc", { id: id("description") }, escapeHtml(description)),
    theme === "auto" ? element("style", {}, autoStyle()) : "",
    content.defs === undefined ? "" : element("defs", {}, content.defs),
    element("rect", { width, height, fill: colour("paper") }),
    content.body,
    ...lines,
  );
  const text = [visible(content.text).trimEnd(), ...(sheet.caption === "" ? [] : [sheet.caption])].join("\n\n");
  return { svg, width, height, title, description, text: `${text}\n` };
}

/** The look of pictures in documents: as wide as in a notebook or a page, light or dark like the page. */
const WIDE: Look = { width: 800, theme: "auto" };

/** The same on a phone. */
const NARROW: Look = { ...WIDE, width: 360 };

/** A picture as a figure, drawn again for a narrow screen. */
export function figureOf(draw: (look: Look) => Picture): FigurePart {
  const { svg, title, description } = draw(WIDE);
  return { kind: "figure", caption: title, alternative: description, svg: () => svg, narrow: () => draw(NARROW).svg };
}
