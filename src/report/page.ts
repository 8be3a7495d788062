/** A report: one file that opens from disk with the network off, and shows a crisis at a glance. */
import type { Crisis } from "../crisis/index.ts";
import { facesFor, framed } from "../page/index.ts";
import { english, type Words } from "../pictures/index.ts";
import { escapeHtml, list, renderHtml } from "../render/index.ts";
import { dayText, dossierDocument, sourceText, standText, timelineDocument } from "../views/index.ts";
import type { ReportData } from "./data.ts";
import { pictured } from "./pictures.ts";
import { reportStyle } from "./style.ts";

/** What is needed beside the crisis to make a report of it. */
export interface ReportParts {
  readonly data: ReportData;
  /** The bundled script. */
  readonly script: string;
  /** The font as a style sheet. */
  readonly font: string;
  readonly words?: Words;
  /** What made it, and the SHA-256 hash of the scenario's text. */
  readonly made: { readonly version: string; readonly hash: string };
}

/** How wide the pictures are that stand there before the script has drawn its own. */
const WIDE = 1392;

/** A report as the text of an HTML file. Without scripts, and on paper, it holds the whole record. */
export async function reportPage(
  crisis: Crisis,
  { data, script, font, made, words = english }: ReportParts,
): Promise<string> {
  const { scenario, history } = crisis;
  const seen = { ...crisis, moment: standText(crisis.until) };
  const look = { theme: "auto", words } as const;
  const { report } = words;
  const drawn = [pictured.record(seen, { ...look, width: WIDE }), ...pictured.panels(seen, look, WIDE)];
  const sources = Object.keys(scenario.sources).map((id) => ({ text: `${id}: ${sourceText(id, scenario)}` }));
  const paper = [
    await renderHtml(timelineDocument(seen)),
    await renderHtml(dossierDocument(seen)),
    await renderHtml({ title: report.sources, parts: [list("", sources)] }),
  ];
  const facts = [
    report.counted(history.steps.length, sources.length),
    `${dayText(scenario.window.from)} – ${dayText(crisis.until)}`,
    report.standing,
  ];
  const body = `<a class="skip" href="#record">${escapeHtml(report.skip)}</a>
<header><h1>${escapeHtml(scenario.title)}</h1><p>${facts.map(escapeHtml).join(" · ")}</p></header>
<main><div id="app">${drawn.map(({ svg }) => `<figure class="picture">${svg}</figure>`).join("")}</div></main>
<section class="paper" id="record" tabindex="-1" aria-label="${escapeHtml(report.paper)}">
<details open><summary>${escapeHtml(report.paper)}</summary>
${paper.join("\n")}
</details>
</section>
<footer><p>${escapeHtml(report.made(made.version, made.hash))}</p></footer>`;
  return framed({
    title: scenario.title,
    lang: words.language,
    style: facesFor(font, body) + reportStyle,
    body,
    script,
    data,
  });
}
