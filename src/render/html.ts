/** A document as HTML: tables with captions and scopes, lists, pictures with alternative text; every text escaped. */
import { visible } from "../problem/index.ts";
import {
  type Document,
  type FigurePart,
  type Item,
  isHeaded,
  type ListPart,
  linesOf,
  type Part,
  type TableCell,
  type TablePart,
  withSentence,
} from "./document.ts";
import { escapeHtml } from "./escape.ts";
import { type Line, line, render, type Span, textOf } from "./line.ts";
import { plainPalette } from "./palette.ts";

/** Only sizes and lines; colours are those of the page, so that light and dark both stay legible. */
const STYLE = `<style>
.demarche{font:14px/1.45 system-ui,sans-serif;color:inherit;max-width:72em;overflow-x:auto}
.demarche .title{font-size:1.15em;font-weight:700;margin:.2em 0 .6em}
.demarche p{margin:.5em 0}
.demarche pre{overflow-x:auto;line-height:1.2;color:inherit;background:none}
.demarche table{border-collapse:collapse;margin:.9em 0;font-size:1em;border:0;table-layout:auto}
.demarche caption{caption-side:top;text-align:left;font-weight:700;padding:.2em 0;color:inherit}
.demarche tr{background:none!important}
.demarche th,.demarche td{border:0;border-bottom:1px solid rgba(128,128,128,.45);padding:.3em .9em .3em 0;text-align:left!important;vertical-align:top;background:none!important;color:inherit!important;white-space:normal;max-width:34em;font-size:1em}
.demarche thead th{border-bottom-width:2px;vertical-align:bottom}
.demarche tbody th{font-weight:600}
.demarche .faint{font-style:italic}
.demarche td .faint,.demarche li .faint{font-style:normal}
.demarche .strong,.demarche .bad,.demarche .warn{font-weight:700}
.demarche .bad,.demarche .warn,.demarche .good{display:inline-block;border-left:4px solid #c62828;padding-left:.4em}
.demarche .warn{border-left-color:#b26a00}
.demarche .good{border-left-color:#2e7d32}
.demarche figure{margin:.9em 0}
.demarche figure>div{overflow:auto;border:1px solid rgba(128,128,128,.45)}
.demarche figure img{display:block;max-width:max(100%,44em);height:auto;margin:0}
.demarche .short{white-space:nowrap}
.demarche td:not(.short){min-width:8em}
</style>`;

/** The HTML of a document. It needs nothing beside itself and nothing from the network. */
export function renderHtml({ title, parts }: Document): string {
  return `${STYLE}\n<div class="demarche">\n<p class="title">${escaped(title)}</p>\n${htmlOfParts(parts)}\n</div>`;
}

function htmlOfParts(parts: readonly Part[]): string {
  const htmls = parts.map((part) => htmlOfPart(withSentence(part)));
  return htmls.filter((one) => one !== "").join("\n");
}

function htmlOfPart(part: Part): string {
  switch (part.kind) {
    case "prose":
      return part.text.length === 0 ? "" : `<p>${styleLine(part.text)}</p>`;
    case "list":
      return listOf(part);
    case "group":
      return `<p class="strong">${escaped(part.caption)}</p>\n${htmlOfParts(part.parts)}`;
    case "signs":
      return `<p class="strong">${escaped(part.caption)}</p>\n<pre>${escaped(render(part.block(SIGNS), plainPalette))}</pre>`;
    case "figure":
      return figureOf(part);
    case "table":
      return tableOf(part);
  }
}

/** Columns of a picture of signs. */
const SIGNS = 96;

function tableOf(table: TablePart): string {
  const { folded } = table;
  if (folded !== undefined && folded.rows.size > 0) {
    const { folded: _, ...plain } = table;
    const [hidden, shown] = [true, false].map((is) => plain.rows.filter((__, k) => folded.rows.has(k) === is));
    const rest = tableOf({ ...plain, rows: hidden ?? [] });
    const details = `<details><summary>${escaped(folded.words)}</summary>${rest}</details>`;
    return `${tableOf({ ...plain, rows: shown ?? [] })}\n${details}`;
  }
  const { caption, about = "", columns, rows } = table;
  const heads = isHeaded(table) ? columns.map(({ head }) => head.trim()) : [];
  const head = heads.map((text) => (text === "" ? "<td></td>" : `<th scope="col">${escaped(text)}</th>`)).join("");
  const body = rows
    .map((cells) => `<tr>${columns.map((_, k) => cellOf(cells[k] ?? "", k === 0, heads[k])).join("")}</tr>`)
    .join("\n");
  return `<table><caption>${escaped(caption + about)}</caption>${head === "" ? "" : `<thead><tr>${head}</tr></thead>`}<tbody>${body}</tbody></table>`;
}

/** A cell. A page too narrow for columns puts cells below one another, each after its column's head. */
function cellOf(cell: TableCell, names: boolean, head: string | undefined): string {
  const lines = linesOf(cell);
  const inside = lines.map(styleLine).join("<br>");
  const short = lines.every((one) => textOf(one).length <= MAX_SHORT) ? ' class="short"' : "";
  const headAttribute = head === undefined || head === "" ? "" : ` data-head="${escaped(head)}"`;
  return names ? `<th scope="row"${short}>${inside}</th>` : `<td${short}${headAttribute}>${inside}</td>`;
}

/** The maximum length of a text that is not broken: a date, a verdict. */
const MAX_SHORT = 16;

function listOf({ caption, items }: ListPart): string {
  const head = caption === "" ? "" : `<p class="strong">${escaped(caption)}</p>\n`;
  return `${head}<ul>${items.map(itemOf).join("")}</ul>`;
}

function itemOf({ text, more = [], below = [] }: Item): string {
  const inner = below.length === 0 ? "" : `<ul>${below.map(itemOf).join("")}</ul>`;
  const ownLines = [typeof text === "string" ? line(text) : text, ...more.map((one) => one.text)]
    .map(styleLine)
    .join("<br>");
  return `<li>${ownLines}${inner}</li>`;
}

/** As an image, not as elements: ids of several pictures on a page can't clash, and nothing in one can run. */
function figureOf({ caption, alternative, svg, narrow }: FigurePart): string {
  const addressOf = (text: string): string => `data:image/svg+xml;base64,${base64(text)}`;
  const phone = narrow === undefined ? "" : `<source media="(max-width:40em)" srcset="${addressOf(narrow())}">`;
  const image = `<picture>${phone}<img src="${addressOf(svg())}" alt="${escaped(alternative)}"></picture>`;
  const label = escaped(caption);
  return `<figure><div tabindex="0" role="group" aria-label="${label}">${image}</div><figcaption>${label}</figcaption></figure>`;
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

/** A line. If it has a single style, that is its class. */
function styleLine(one: Line): string {
  const [only, ...others] = one;
  if (only?.style !== undefined && others.length === 0) {
    return `<span class="${only.style}">${allowBreaks(escaped(only.text))}</span>`;
  }
  return one.map(styleSpan).join("");
}

function styleSpan({ text, style }: Span): string {
  const inside = allowBreaks(escaped(text));
  return style === undefined || !STRONG.has(style) ? inside : `<b>${inside}</b>`;
}

/** Styles that are heavier than the text around them. */
const STRONG: ReadonlySet<string> = new Set(["title", "strong", "bad", "warn"]);

/** A pattern such as `missions.IRN=ambassador,missions.PAK=ambassador` may go on in the next line after each of its parts. */
function allowBreaks(html: string): string {
  return html.replace(/[=|](?=\S)|,(?=[a-z])/g, "$&<wbr>");
}

/** Text for HTML: its five special characters as entities, and nothing hidden in it. */
export function escaped(text: string): string {
  return escapeHtml(visible(text)).replaceAll("'", "&#39;");
}
