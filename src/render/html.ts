/** A document as HTML: tables with captions and scopes, lists, pictures with alternative text; every text escaped. */
import { isProblem, Problem, visible } from "../problem/index.ts";
import type { Document, FigurePart, Item, ListPart, Part, TableCell, TablePart } from "./document.ts";
import { escapeHtml } from "./escape.ts";

/** Only sizes and lines; colours are those of the page, so that light and dark both stay legible. */
const STYLE = `<style>
.demarche{font:14px/1.45 system-ui,sans-serif;color:inherit;max-width:72em;overflow-x:auto}
.demarche .title{font-size:1.15em;font-weight:700;margin:.2em 0 .6em}
.demarche p{margin:.5em 0}
.demarche table{border-collapse:collapse;margin:.9em 0;font-size:1em;border:0;table-layout:auto}
.demarche caption{caption-side:top;text-align:left;font-weight:700;padding:.2em 0;color:inherit}
.demarche tr{background:none!important}
.demarche th,.demarche td{border:0;border-bottom:1px solid rgba(128,128,128,.45);padding:.3em .9em .3em 0;text-align:left!important;vertical-align:top;background:none!important;color:inherit!important;white-space:normal;max-width:34em;font-size:1em}
.demarche thead th{border-bottom-width:2px;vertical-align:bottom}
.demarche tbody th{font-weight:600}
.demarche .faint{font-style:italic}
.demarche .strong,.demarche .bad,.demarche .warn{font-weight:700}
.demarche .bad,.demarche .warn,.demarche .good{display:inline-block;border-left:4px solid #c62828;padding-left:.4em}
.demarche .warn{border-left-color:#b26a00}
.demarche .good{border-left-color:#2e7d32}
.demarche figure{margin:.9em 0}
.demarche figure>div{overflow:auto;background:#fff;border:1px solid rgba(128,128,128,.45)}
.demarche figure img{display:block;max-width:max(100%,44em);height:auto;background:#fff;margin:0}
.demarche .short{white-space:nowrap}
.demarche td:not(.short){min-width:8em}
</style>`;

/** The HTML of a document. It needs nothing beside itself and nothing from the network. */
export async function renderHtml({ title, parts }: Document): Promise<string> {
  const made: string[] = [];
  for (const part of parts) made.push(await htmlOfPart(part));
  return `${STYLE}\n<div class="demarche">\n<p class="title">${escaped(title)}</p>\n${made.join("\n")}\n</div>`;
}

async function htmlOfPart(part: Part): Promise<string> {
  switch (part.kind) {
    case "prose":
      return `<p>${toned(part.text, part.tone)}</p>`;
    case "list":
      return listOf(part);
    case "figure":
      return figureOf(part);
    case "table":
      return tableOf(part);
  }
}

function tableOf({ caption, heads, rows }: TablePart): string {
  const head =
    heads.length === 0
      ? ""
      : `<thead><tr>${heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join("")}</tr></thead>`;
  const body = rows
    .map((cells) => `<tr>${cells.map((cell, k) => cellOf(cell, k === 0, heads[k])).join("")}</tr>`)
    .join("\n");
  return `<table><caption>${escaped(caption)}</caption>${head}<tbody>${body}</tbody></table>`;
}

/** Where a page is too narrow for columns, it sets each cell below the last, with its column's head before it. */
function cellOf(cell: TableCell, names: boolean, head: string | undefined): string {
  const { text, tone } = typeof cell === "string" ? { text: cell, tone: undefined } : cell;
  const inside = toned(text, tone);
  const short = text.split("\n").every((one) => one.length <= SHORT) ? ' class="short"' : "";
  const headed = head === undefined ? "" : ` data-head="${escaped(head)}"`;
  return names ? `<th scope="row"${short}>${inside}</th>` : `<td${short}${headed}>${inside}</td>`;
}

/** So short a text is not broken: a date, a verdict. */
const SHORT = 16;

function listOf({ caption, items, ordered = false }: ListPart): string {
  const tag = ordered ? "ol" : "ul";
  return `<p class="strong">${escaped(caption)}</p>\n<${tag}>${items.map(itemOf).join("")}</${tag}>`;
}

function itemOf({ text, below = [] }: Item): string {
  const inner = below.length === 0 ? "" : `<ul>${below.map(itemOf).join("")}</ul>`;
  return `<li>${escaped(text)}${inner}</li>`;
}

/** As an image, not as elements: ids of several pictures on a page can't clash, and nothing in one can run. */
async function figureOf({ caption, alternative, svg }: FigurePart): Promise<string> {
  const drawn = await svg().catch(whereNotInstalled);
  if (drawn instanceof Problem) {
    return `<p>${escaped(alternative)}</p>\n<p class="faint">${escaped(drawn.message)}</p>`;
  }
  const source = `data:image/svg+xml;base64,${base64(drawn)}`;
  const image = `<img src="${source}" alt="${escaped(alternative)}">`;
  const label = escaped(caption);
  return `<figure><div tabindex="0" role="group" aria-label="${label}">${image}</div><figcaption>${label}</figcaption></figure>`;
}

/** A picture whose packages are not installed is told in words. */
export function whereNotInstalled(error: unknown): Problem {
  if (isProblem(error, "not-installed")) return error;
  throw error;
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

function toned(text: string, tone: string | undefined): string {
  const inside = text.split("\n").map(escaped).map(breakable).join("<br>");
  return tone === undefined ? inside : `<span class="${tone}">${inside}</span>`;
}

/** A pattern such as `missions.IRN=ambassador,missions.PAK=ambassador` may go on in the next line after each of its parts. */
function breakable(html: string): string {
  return html.replace(/[=|](?=\S)|,(?=[a-z])/g, "$&<wbr>");
}

/** Text for HTML: its five special characters as entities, and nothing hidden in it. */
export function escaped(text: string): string {
  return escapeHtml(visible(text)).replaceAll("'", "&#39;");
}
