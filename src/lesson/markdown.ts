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

// A head that says nothing heads nothing: the corner of a table is an ordinary cell.
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

/** Markdown cut before each of its headings of the third rank. */
export function partsOf(markdown: string): readonly string[] {
  const lines = markdown.split("\n");
  const starts = strict
    .parse(markdown, {})
    .flatMap(({ type, tag, level, map }) =>
      type === "heading_open" && tag === "h3" && level === 0 ? [map?.[0] ?? 0] : [],
    )
    .filter((start) => start > 0);
  return [0, ...starts].map((start, k, all) => lines.slice(start, all[k + 1]).join("\n"));
}
