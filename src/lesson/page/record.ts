/** The record in a page: the events of a walk as a table, and what a bet was about, each as it was known then. */

import { type Crisis, crisisOf, cutAfter, knownBy } from "../../crisis/index.ts";
import type { Step } from "../../history/index.ts";
import { english } from "../../pictures/index.ts";
import { escapeHtml, renderHtml } from "../../render/index.ts";
import type { Scenario, ScenarioFile } from "../../scenario/index.ts";
import {
  detailNotes,
  eventDocument,
  nameOf,
  sourcesList,
  sourceText,
  standText,
  timelineDocument,
} from "../../views/index.ts";
import { blocksOf, type LessonFile, type Predict, type Walk } from "../lesson.ts";
import { eventShown, scenarioName } from "../references.ts";

/** A scenario that a lesson refers to: its text, and what was read in it. */
export interface Case {
  readonly text: string;
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

/** What a lesson shows of the record. */
export function lessonRecord(lesson: LessonFile, caseOf: (name: string) => Case | undefined): RecordShown {
  const tables = new Map<Walk, string>();
  const events = new Map<Walk, readonly string[]>();
  const happened = new Map<Predict, { card: string; short: string }>();
  const told = new Map<string, Crisis>();
  for (const block of blocksOf(lesson)) {
    if (block.kind !== "step" && block.kind !== "predict") continue;
    const name = scenarioName(block, lesson) ?? "";
    const { scenario, file } = caseOf(name) ?? {};
    if (scenario === undefined || file === undefined) continue;
    const whole = told.get(name) ?? crisisOf(scenario);
    told.set(name, whole);
    if (block.kind === "predict") {
      const event = eventShown(block, scenario);
      if (event === undefined) continue;
      const seen = knownAt(event.id, whole, file);
      const step = stepAt(event.id, seen);
      if (step === undefined) continue;
      const card = renderHtml(eventDocument({ ...seen, moment: standText(seen.until) }, step));
      happened.set(block, { card, short: eventHtml(step, seen) });
    } else {
      const ids = scenario.events.map(({ id }) => id);
      const last = block.walk.to ?? ids.at(-1) ?? "";
      const seen = knownAt(last, whole, file);
      const from = Math.max(
        0,
        seen.history.steps.findIndex(({ event }) => event.id === block.walk.from),
      );
      const steps = seen.history.steps.slice(from);
      tables.set(block, tableHtml(steps, seen));
      events.set(
        block,
        steps.filter(({ event }) => event.source !== "clock").map((step) => eventHtml(step, seen)),
      );
    }
  }
  const lists = [...told.values()].map(({ scenario }) =>
    sourcesList("Sources", Object.keys(scenario.sources), scenario),
  );
  const sources = lists.length === 0 ? "" : renderHtml({ title: "Where it is reported", parts: lists });
  return { tables, events, happened, sources };
}

function knownAt(id: string, whole: Crisis, file: ScenarioFile): Crisis {
  const count = whole.history.steps.findIndex(({ event }) => event.id === id) + 1;
  return knownBy(whole, file, cutAfter(whole, count)).crisis;
}

function stepAt(id: string, { history }: Crisis): Step | undefined {
  return history.steps.find(({ event }) => event.id === id);
}

function tableHtml(steps: readonly Step[], seen: Crisis): string {
  const history = { ...seen.history, steps };
  const { parts } = timelineDocument({ ...seen, history, moment: standText(seen.until) });
  const cited = [...new Set(steps.flatMap(({ event }) => event.cite))];
  const [first, last] = [steps[0]?.event.at, steps.at(-1)?.event.at].map((at) => at?.slice(0, 10));
  const title = first === last ? `The record of ${first}` : `The record from ${first} to ${last}`;
  return renderHtml({ title, parts: [...parts, sourcesList("Sources, as known then", cited, seen.scenario)] });
}

/** An event in a few lines: when, who, what, what the record says of it, and who reports it. */
function eventHtml({ event }: Step, { scenario }: Crisis): string {
  const notes = detailNotes(event).map((one) =>
    one
      .map(({ text }) => text)
      .join("")
      .trim(),
  );
  const said = notes.map((note) => `<p>${escapeHtml(note)}</p>`).join("");
  const sources = event.cite.map((id) => sourceText(id, scenario)).join("; ");
  const source = sources === "" ? "" : `<p class="source">Source: ${escapeHtml(sources)}</p>`;
  const who = event.from.map((code) => nameOf({ scenario }, code)).join(" and ") || "Unknown";
  const what = `${who}: ${english.acts[event.act]}`;
  return `<p>${escapeHtml(event.at)}</p><p class="event">${escapeHtml(what)}</p>${said}${source}`;
}
