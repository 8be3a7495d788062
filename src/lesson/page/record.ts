/** The record in a page: the events of a walk as a table, and the event of a bet, each as it was known then. */

import { type Crisis, crisisKnownAt, crisisOf, cutAfter } from "../../crisis/index.ts";
import type { Step } from "../../history/index.ts";
import { dateText, eventCard, eventLines, recordDocument, type Words } from "../../pictures/index.ts";
import { escapeHtml, renderHtml } from "../../render/index.ts";
import type { Scenario, ScenarioFile } from "../../scenario/index.ts";
import { sourcesList, sourceText } from "../../views/index.ts";
import { blocksOf, type LessonFile, type Predict, type Walk } from "../lesson.ts";
import { eventShown } from "../references.ts";
import { eventsIn, referenceOf, relationOf } from "../relation.ts";
import { wordsFor } from "../words.ts";

/** A scenario that a lesson refers to, and what was read in it. */
export interface Case {
  readonly scenario?: Scenario | undefined;
  readonly file?: ScenarioFile | undefined;
}

/** What is shown of the record, by block. */
export interface RecordShown {
  /** All events of a walk as a table, with the sources that were known then. */
  readonly tables: ReadonlyMap<Walk, string>;
  /** The events of a walk, a short text each. */
  readonly events: ReadonlyMap<Walk, readonly string[]>;
  /** What came true, as a card and as a short text. */
  readonly happened: ReadonlyMap<Predict, { readonly card: string; readonly short: string }>;
  /** Every source of every case, with its title. */
  readonly sources: string;
}

export function lessonRecord(lesson: LessonFile, caseOf: (name: string) => Case | undefined): RecordShown {
  const say = wordsFor(lesson);
  const tables = new Map<Walk, string>();
  const events = new Map<Walk, readonly string[]>();
  const happened = new Map<Predict, { card: string; short: string }>();
  const scenarios = new Map<string, Scenario>();
  for (const block of blocksOf(lesson)) {
    if (block.kind !== "step" && block.kind !== "predict") continue;
    const { scenario: name = "", between } = referenceOf(block, lesson) ?? {};
    const { scenario: main, file } = caseOf(name) ?? {};
    const scenario = main && relationOf(main, between);
    if (scenario === undefined || file === undefined) continue;
    const whole = crisisOf(scenario);
    scenarios.set(name, scenario);
    if (block.kind === "predict") {
      const event = eventShown(block, scenario);
      if (event === undefined) continue;
      const known = knownAt(event.id, whole, file);
      const step = stepAt(event.id, known);
      if (step === undefined) continue;
      const card = renderHtml(eventCard(known, step, say));
      happened.set(block, { card, short: eventHtml(step, known, say) });
    } else {
      const last = block.walk.to ?? eventsIn(scenario).at(-1)?.id ?? "";
      const known = knownAt(last, whole, file);
      const from = Math.max(
        0,
        known.history.steps.findIndex(({ event }) => event.id === block.walk.from),
      );
      const steps = known.history.steps.slice(from);
      tables.set(block, tableHtml(steps, known, say));
      events.set(
        block,
        steps.filter(({ event }) => event.source !== "clock").map((step) => eventHtml(step, known, say)),
      );
    }
  }
  const lists = [...scenarios.values()].map((scenario) =>
    sourcesList(say.report.sources, Object.keys(scenario.sources), scenario),
  );
  const sources = lists.length === 0 ? "" : renderHtml({ title: say.lesson.reported, parts: lists });
  return { tables, events, happened, sources };
}

function knownAt(id: string, whole: Crisis, file: ScenarioFile): Crisis {
  const count = whole.history.steps.findIndex(({ event }) => event.id === id) + 1;
  return crisisKnownAt(whole, file, cutAfter(whole, count)).crisis;
}

function stepAt(id: string, { history }: Crisis): Step | undefined {
  return history.steps.find(({ event }) => event.id === id);
}

function tableHtml(steps: readonly Step[], known: Crisis, say: Words): string {
  const { walk } = say.lesson;
  const cited = [...new Set(steps.flatMap(({ event }) => event.cite))];
  const [first = "", last = ""] = [steps[0], steps.at(-1)].map((step) =>
    step === undefined ? "" : dateText(step.minute, say, { year: true }),
  );
  const { title, parts } = recordDocument(known, steps, say, `${walk.record(first, last)}${relationText(known, say)}`);
  return renderHtml({ title, parts: [...parts, sourcesList(walk.sources, cited, known.scenario)] });
}

/** Names the two parties where there are several relations; empty where there is one. */
function relationText({ scenario: { relations, dyad, actors } }: Crisis, { colon, list }: Words): string {
  if (relations.length < 2) return "";
  return `${colon}${list([dyad.a, dyad.b].map((code) => actors[code]?.name ?? code))}`;
}

/** An event in a few lines: when, who, what, what the record says of it, and who reports it. */
function eventHtml(step: Step, crisis: Crisis, say: Words): string {
  const { when, whole, details } = eventLines(crisis, step, say);
  const detailsHtml = details.map((detail) => `<p>${escapeHtml(detail)}</p>`).join("");
  const sources = step.event.cite.map((id) => sourceText(id, crisis.scenario)).join("; ");
  const source = sources === "" ? "" : `<p class="source">${say.lesson.source} ${escapeHtml(sources)}</p>`;
  return `<p>${escapeHtml(when)}</p><p class="event">${escapeHtml(whole)}</p>${detailsHtml}${source}`;
}
