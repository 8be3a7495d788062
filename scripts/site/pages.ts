/** The pages of the site that are no report and no lesson: its contents, the documentation, and the place to paste. */
import { posix } from "node:path";
import type { Crisis } from "../../src/crisis/index.ts";
import { qrSvg } from "../../src/live/qr/code.ts";
import { facesFor, pageHtml } from "../../src/page/index.ts";
import { bandPicture } from "../../src/pictures/index.ts";
import { escapeHtml } from "../../src/render/index.ts";
import { reportStyle } from "../../src/report/style.ts";
import type { Doc } from "./docs.ts";
import { lessonPath, type SiteLesson } from "./lessons.ts";

/** How the site looks where it is not a report. */
const siteStyle = `${reportStyle}
main{padding-bottom:32px}
a{color:inherit;text-underline-offset:3px}
.page{max-width:76ch}
.page :is(h1,h2,h3){margin:1.2em 0 .4em}
.page pre,.paste pre{overflow:auto;padding:10px 14px;background:var(--panel);border:1px solid var(--line);border-radius:8px;font-size:14px}
.page table{display:block;overflow-x:auto;border-collapse:collapse}
.page :is(td,th){border-bottom:1px solid var(--line);padding:4px 10px 4px 0;text-align:left;vertical-align:top}
.crises,.lessons{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr));gap:16px;align-items:start}
.card{border:1px solid var(--line);border-radius:10px;padding:8px 16px 12px;min-width:0}
.card h3{margin:4px 0}
.way{display:flex;flex-wrap:wrap;gap:0 16px;align-items:baseline;margin:2px 0}
.way>a{padding:6px 0}
.way details{flex:1 1 120px;font-size:14px}
.way details[open]{flex-basis:100%}
.code svg{display:block;width:min(100%,70vh)}
.address{overflow-wrap:anywhere}
.served .unserved{display:none}
ul.docs{list-style:none;padding:0}
.paste textarea{display:block;width:100%;margin-top:6px;padding:10px;font:14px/1.4 monospace;color:var(--ink);background:var(--panel);border:1px solid var(--soft);border-radius:8px}
.paste{padding-top:8px}
`;

/** What the contents list. */
interface Contents {
  readonly crises: readonly Crisis[];
  readonly lessons: readonly SiteLesson[];
  readonly docs: readonly Doc[];
  /** The address of the folder. */
  readonly base: string | undefined;
  readonly font: string;
  readonly script: string;
}

/** How wide a card's picture is on a phone: drawn wider, its letters would be too small there. */
const PHONE = 328;

/** The first page: every other with its path and its code. */
export function contentsPage({ crises, lessons, docs, base, font, script }: Contents): string {
  const way = (path: string, title: string): string => wayHtml(path, title, base);
  const cards = crises.map((crisis, k) => {
    const { name, title, lessons: questions } = crisis.scenario;
    const { svg } = bandPicture(crisis, { theme: "auto", width: PHONE, prefix: `band-${k}` });
    const guess = questions.length === 0 ? "" : way(`c/${name}/guess/index.html`, "Guess what comes next");
    return card(title, `<figure class="picture">${svg}</figure>${way(`c/${name}/index.html`, "The record")}${guess}`);
  });
  const taught = lessons.map(({ number, title, files }) =>
    card(`${number}. ${title}`, files.map((file) => way(lessonPath(number, file), lessonWords[file] ?? file)).join("")),
  );
  const groups = [...new Set(docs.map(({ group }) => group))].toSorted();
  const documented = groups.map((group) => {
    const items = docs
      .filter((one) => one.group === group)
      .map(({ path, title }) => `<li>${way(path, title.replaceAll("`", ""))}</li>`)
      .join("\n");
    const heading = group === "" ? "" : `<h3 id="docs-${group}">${groupWords[group] ?? group}</h3>`;
    return `${heading}<ul class="docs">${items}</ul>`;
  });
  const told =
    base === undefined
      ? '<p class="unserved">The codes hold the path of each page in this folder. Put the folder on a web server and open this page there: then they hold whole addresses, which a phone can open.</p>'
      : "";
  const body = `<main>
<header><h1>Démarche</h1><p>Diplomatic crises, replayed from sourced events and judged by diplomatic law</p></header>
<p>Every page works without a network. “Code” shows the address of a page for phones.</p>${told}
${way("paste/index.html", "Read a scenario of your own")}
<h2 id="crises">Crises</h2><div class="crises">${cards.join("\n")}</div>
<h2 id="lessons">Lessons</h2><div class="lessons">${taught.join("\n")}</div>
<h2 id="docs">Documentation</h2>${documented.join("\n")}
</main>`;
  return pageHtml({ title: "Démarche", style: facesFor(font, body) + siteStyle, body, script });
}

const lessonWords: Readonly<Record<string, string>> = {
  lesson: "The lesson",
  slides: "Slides",
  handout: "Handout",
  cards: "Role cards",
};

const groupWords: Readonly<Record<string, string>> = {
  "how-to": "To do something",
  reference: "To look something up",
  explanation: "To understand",
  decisions: "Decisions",
  project: "The project",
};

function card(title: string, html: string): string {
  return `<section class="card"><h3>${escapeHtml(title)}</h3>${html}</section>`;
}

/** A link with its address as text and as a code. */
function wayHtml(path: string, title: string, base: string | undefined): string {
  const short = path.replace(/index\.html$/, "");
  const address = base === undefined ? short : new URL(short, base.endsWith("/") ? base : `${base}/`).href;
  return `<div class="way" data-path="${escapeHtml(path)}"><a href="${escapeHtml(path)}">${escapeHtml(title)}</a><details><summary aria-label="Code: ${escapeHtml(title)}">Code</summary><div class="code">${qrSvg(address)}</div><p class="address">${escapeHtml(address)}</p></details></div>`;
}

/** A page of the documentation. */
export function docPage({ path, title, html }: Doc, font: string): string {
  const body = `<main class="page">${backHtml(path)}
${html}</main>`;
  return pageHtml({ title: title.replaceAll("`", ""), style: facesFor(font, body) + siteStyle, body });
}

/** The page on which a scenario is pasted. */
export function pastePage(font: string, script: string): string {
  const body = `<main>${backHtml("paste/index.html")}<div id="app"><p>This page reads with a script, and the browser runs none.</p></div></main>`;
  return pageHtml({ title: "A scenario of your own", style: font + siteStyle, body, script });
}

function backHtml(path: string): string {
  const to = (page: string): string => posix.relative(posix.dirname(path), page);
  return `<nav><p><a href="${to("index.html")}">Démarche</a> · <a href="${to("d/index.html")}">Documentation</a></p></nav>`;
}
