/** A report: one file that opens from disk with the network off, and shows a crisis at a glance. */
import { type Crisis, crisisKnownAt, cutAfter, readerQuestionsOf, relationsBy } from "../crisis/index.ts";
import { facesFor, pageHtml } from "../page/index.ts";
import {
  casualtiesPicture,
  claimsPicture,
  dateText,
  pairIn,
  postsPicture,
  recordDocument,
  recordPicture,
  standsPicture,
  type Words,
  wordsOf,
} from "../pictures/index.ts";
import { escapeHtml, group, type Item, list, type Part, renderHtml } from "../render/index.ts";
import { sourcesList } from "../views/index.ts";
import type { ReportData } from "./data.ts";
import { panels, webPanels } from "./panels.ts";
import { reportStyle } from "./style.ts";

/** What a report needs besides the crisis. */
export interface ReportParts {
  readonly data: ReportData;
  /** The bundled script. */
  readonly script: string;
  /** The font as a style sheet. */
  readonly font: string;
}

/** The width of the pictures that are shown until the script draws its own. */
const WIDE = 1392;

/**
 * A report as the text of an HTML file. Without scripts, and on paper, it holds the whole record; one that begins with a
 * guess holds only what is known when it asks.
 */
export function reportPage(crisis: Crisis, { data, script, font }: ReportParts): string {
  const words = wordsOf(data.language);
  const shownCrisis = data.guess ? crisisBeforeGuess(crisis, data) : crisis;
  const { report } = words;
  const look = { theme: "auto", words } as const;
  const drawn = [
    ...webPanels(shownCrisis, WIDE).map(({ draw }) => draw(look)),
    recordPicture(shownCrisis, { ...look, width: WIDE, prefix: "record" }),
    ...panels(shownCrisis, WIDE).map(({ draw }) => draw(look)),
  ];
  const body = `<a class="skip" href="#record">${escapeHtml(report.skip)}</a>
<main><div id="app"><header>${headerHtml(shownCrisis, words, data.guess)}</header>
${drawn.map(({ svg }) => `<figure class="picture">${svg}</figure>`).join("\n")}</div></main>
<section class="paper" id="record" tabindex="-1" aria-label="${escapeHtml(report.paper)}">
<details open><summary>${escapeHtml(report.paper)}</summary>
${paperHtml(shownCrisis, words)}
</details>
</section>
<footer><p>${data.made === undefined ? "" : escapeHtml(report.made(data.made.version, data.made.hash))}</p></footer>`;
  const title = shownCrisis.scenario.title;
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

/** The whole record: every event with its note, its claims and its sources; and the text of the pictures. */
function paperHtml(crisis: Crisis, words: Words): string {
  const { scenario, history } = crisis;
  const looks = { words };
  const pictureLists = [
    claimsPicture(crisis, { ...looks, most: Number.POSITIVE_INFINITY }),
    ...[casualtiesPicture, standsPicture, postsPicture].map((picture) => picture(crisis, looks)),
  ].map(({ title, text }) => list(title, itemsOf(text.trim().split("\n").slice(2))));
  const sources = sourcesList(words.report.sources, Object.keys(scenario.sources), scenario);
  const { title, parts } = recordDocument(crisis, history.steps, words);
  return renderHtml({ title, parts: [...parts, ...otherRelations(crisis, words), ...pictureLists, sources] });
}

/** The events of the other relations of the file: under each relation, those not listed before. */
function otherRelations(crisis: Crisis, words: Words): readonly Part[] {
  const [main, ...others] = relationsBy(crisis);
  const shown = new Set(main?.history.steps.map(({ event }) => event));
  return others.flatMap((one) => {
    const steps = one.history.steps.filter(({ event }) => !shown.has(event));
    for (const { event } of steps) shown.add(event);
    if (steps.length === 0) return [];
    return [group(pairIn(one, one.scenario.dyad), ...recordDocument(one, steps, words).parts)];
  });
}

/** Lines of a picture's text as items: what is indented belongs under what is not. */
function itemsOf(lines: readonly string[]): readonly Item[] {
  const items: { text: string; below: { text: string }[] }[] = [];
  for (const text of lines) {
    const last = items.at(-1);
    if (text.startsWith(" ") && last !== undefined) last.below.push({ text: text.trim() });
    else items.push({ text: text.trim(), below: [] });
  }
  return items;
}

/** The crisis as it is known when the first question is asked. */
function crisisBeforeGuess(crisis: Crisis, { file }: ReportData): Crisis {
  const [first] = readerQuestionsOf(crisis);
  return crisisKnownAt(crisis, file, cutAfter(crisis, first?.count ?? crisis.history.steps.length)).crisis;
}
