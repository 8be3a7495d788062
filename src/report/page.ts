/** A report: one file that opens from disk with the network off, and shows a crisis at a glance. */
import { type Crisis, cutAfter, knownBy, questionsOf } from "../crisis/index.ts";
import { facesFor, pageHtml } from "../page/index.ts";
import { dateText, recordPicture, type Words, wordsOf } from "../pictures/index.ts";
import { escapeHtml, renderHtml } from "../render/index.ts";
import { dossierDocument, sourcesList, standText, timelineDocument } from "../views/index.ts";
import type { ReportData } from "./data.ts";
import { panels } from "./panels.ts";
import { reportStyle } from "./style.ts";

/** What is needed beside the crisis to make a report of it. */
export interface ReportParts {
  readonly data: ReportData;
  /** The bundled script. */
  readonly script: string;
  /** The font as a style sheet. */
  readonly font: string;
}

/** How wide the pictures are that stand there before the script has drawn its own. */
const WIDE = 1392;

/**
 * A report as the text of an HTML file. Without scripts, and on paper, it holds the whole record; one that begins with a
 * guess holds only what is known when it asks.
 */
export function reportPage(crisis: Crisis, { data, script, font }: ReportParts): string {
  const words = wordsOf(data.language);
  const known = data.guess ? beforeGuess(crisis, data) : crisis;
  const { report } = words;
  const look = { theme: "auto", words } as const;
  const drawn = [
    recordPicture(known, { ...look, width: WIDE, prefix: "record" }),
    ...panels(known, WIDE).map(({ draw }) => draw(look)),
  ];
  const body = `<a class="skip" href="#record">${escapeHtml(report.skip)}</a>
<main><div id="app"><header>${headerHtml(known, words, data.guess)}</header>
${drawn.map(({ svg }) => `<figure class="picture">${svg}</figure>`).join("\n")}</div></main>
<section class="paper" id="record" tabindex="-1" aria-label="${escapeHtml(report.paper)}">
<details open><summary>${escapeHtml(report.paper)}</summary>
<div lang="en">${paperHtml(known, words)}</div>
</details>
</section>
<footer><p>${data.made === undefined ? "" : escapeHtml(report.made(data.made.version, data.made.hash))}</p></footer>`;
  const title = known.scenario.title;
  return pageHtml({ title, lang: words.language, style: facesFor(font, body) + reportStyle, body, script, data });
}

/** What stands above the pictures. */
export function headerHtml({ scenario, history, until }: Crisis, words: Words, guessing: boolean): string {
  const { report } = words;
  const [from, to] = [scenario.window.from, until].map((minute) => dateText(minute, words, { year: true }));
  const facts = [
    report.counted(history.steps.length, Object.keys(scenario.sources).length),
    guessing ? report.known(to ?? "") : `${from} – ${to}`,
    report.standing,
  ];
  return `<h1>${escapeHtml(scenario.title)}</h1><p>${facts.map(escapeHtml).join(" · ")}</p>`;
}

/** The whole record as tables: every event with its note, its claims and its sources; claims, casualties, commitments. */
function paperHtml(crisis: Crisis, { report }: Words): string {
  const { scenario } = crisis;
  const seen = { ...crisis, moment: standText(crisis.until) };
  const sources = sourcesList(report.sources, Object.keys(scenario.sources), scenario);
  const documents = [timelineDocument(seen), dossierDocument(seen), { title: report.sources, parts: [sources] }];
  return documents.map(renderHtml).join("\n");
}

/** The crisis as it is known when the first question is asked. */
function beforeGuess(crisis: Crisis, { file }: ReportData): Crisis {
  const [first] = questionsOf(crisis);
  return knownBy(crisis, file, cutAfter(crisis, first?.count ?? crisis.history.steps.length)).crisis;
}
