/** Markdown: read strictly to find what a lesson may not hold, and made into HTML in which nothing of it can act. */

import { default as MarkdownIt, type MarkdownIt as Reader } from "markdown-it";
import { nth } from "../problem/index.ts";
import { escapeHtml } from "../render/index.ts";

/** Reads Markdown with its HTML, so that the HTML is found. */
export const strict: Reader = new MarkdownIt({ html: true, linkify: false });

const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false });

// Wide code scrolls, and what scrolls must be reachable by keyboard.
renderer.renderer.rules["fence"] = (tokens, index) => {
  const { content, info } = nth(tokens, index);
  return codeHtml(content, info.trim().split(/\s+/)[0] ?? "");
};
renderer.renderer.rules["code_block"] = (tokens, index) => codeHtml(nth(tokens, index).content, "");

// An empty head, such as the corner of a table, is an ordinary cell.
for (const kind of ["th_open", "th_close"] as const) {
  renderer.renderer.rules[kind] = (tokens, index, options, _, self) => {
    const token = nth(tokens, index);
    const inside = nth(tokens, kind === "th_open" ? index + 1 : index - 1).content;
    if (inside.trim() === "") token.tag = "td";
    return self.renderToken(tokens, index, options);
  };
}

/** Code, as it is shown in a page. */
export function codeHtml(code: string, language: string): string {
  const label = language === "" ? "Code" : `Code, ${language}`;
  return `<pre tabindex="0" role="group" aria-label="${escapeHtml(label)}"><code>${escapeHtml(code.trimEnd())}</code></pre>\n`;
}

/** Markdown as HTML: HTML in it is shown and not read, and addresses that could run something are no links. */
export function markdownHtml(markdown: string): string {
  return renderer.render(markdown);
}

/** A line of Markdown as HTML, without a paragraph around it. */
export function inlineHtml(markdown: string): string {
  return renderer.renderInline(markdown);
}

/** A line of Markdown without its marks, for what shows text only. */
export function plainText(markdown: string): string {
  const tokens = renderer.parseInline(markdown, {}).flatMap(({ children }) => children ?? []);
  return tokens.map(({ type, content }) => (type === "softbreak" ? " " : content)).join("");
}

/** The maximum number of words on a slide, unless one paragraph has more. */
const MAX_WORDS = 60;

/**
 * Markdown cut into thoughts for slides: at headings of the third rank, and where a paragraph would make one too long. What
 * ends with a colon stays with what follows; a heading is repeated over each of its thoughts.
 */
export function thoughtsOf(markdown: string): readonly string[] {
  const lines = markdown.split("\n");
  const blocks = strict.parse(markdown, {}).flatMap(({ level, map, nesting, type, tag }) => {
    if (level > 0 || map === null || nesting < 0) return [];
    return [
      {
        text: lines
          .slice(...map)
          .join("\n")
          .trimEnd(),
        heads: type === "heading_open" && tag === "h3",
      },
    ];
  });
  const thoughts: { heading: string; parts: string[] }[] = [];
  for (const { text, heads } of blocks) {
    const last = thoughts.at(-1);
    const current = last?.parts.join(" ") ?? "";
    if (heads) thoughts.push({ heading: text, parts: [] });
    else if (last === undefined) thoughts.push({ heading: "", parts: [text] });
    else if (current === "" || current.endsWith(":") || wordsIn(current) + wordsIn(text) <= MAX_WORDS)
      last.parts.push(text);
    else thoughts.push({ heading: last.heading, parts: [text] });
  }
  return thoughts.map(({ heading, parts }) => [heading, ...parts].filter((one) => one !== "").join("\n\n"));
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}
