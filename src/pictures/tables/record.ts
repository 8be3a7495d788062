/** The record as tables, in the words of the pictures: each event with everything that the record says about it. */
import { claimsIn, disputesIn } from "../../dossier/index.ts";
import { actOf, type DiplomaticEvent, isActId, when } from "../../events/index.ts";
import { changes, type Step } from "../../history/index.ts";
import {
  type Block,
  type Document,
  facts,
  type Line,
  line,
  plainPalette,
  render,
  span,
  type TableCell,
  table,
} from "../../render/index.ts";
import { type ReplayView, sourceText } from "../../views/index.ts";
import { namesOf, stateWords } from "../chart/states.ts";
import { claimWords } from "../claims/claims.ts";
import { dateText, monthText } from "../dates.ts";
import { actorAndAct, actWords, humanize, nameIn } from "../names.ts";
import { markOf } from "../record/marks.ts";
import { english, type Words } from "../words/index.ts";

type TableTelling = Pick<ReplayView, "scenario" | "history">;

/** Events as a table, a row each. */
export function recordDocument(
  telling: TableTelling,
  steps: readonly Step[],
  say: Words = english,
  title?: string,
): Document {
  const { table: words } = say;
  const heads = [words.when, words.who, words.act, words.changed, words.details, words.verdict, words.sources];
  const columns = heads.map((head, k) => (k === 4 ? { head, place: "under" as const } : { head }));
  const rows = steps.map((step): readonly TableCell[] => [
    [line(whenText(step.event, say)), line(span(step.event.id, "faint"))],
    whoText(step.event, telling, say),
    phrase(step.event, telling, say),
    changedLines(step, telling, say),
    notesOf(step, telling, say),
    say[step.verdict],
    step.event.cite.join(", "),
  ]);
  return { title: title ?? telling.scenario.title, parts: [table(words.record(steps.length), columns, rows)] };
}

/** One event as a card: everything that the record says about it. */
export function eventCard(telling: TableTelling, step: Step, say: Words = english): Document {
  const { event, verdict } = step;
  const { table: words } = say;
  const causes = event.because.flatMap((id) => {
    const cause = telling.history.steps.find((one) => one.event.id === id)?.event;
    return cause === undefined ? [] : [`${phrase(cause, telling, say)}, ${whenText(cause, say)}`];
  });
  const details = notesOf(step, telling, say);
  const rows: readonly (readonly [string, TableCell])[] = [
    [words.when, whenText(event, say)],
    [words.who, whoText(event, telling, say)],
    [words.verdict, say[verdict]],
    [words.changed, changedLines(step, telling, say)],
    ...(details.length === 0 ? [] : [[words.details, details] as const]),
    ...(causes.length === 0 ? [] : [[words.because, causes.join("\n")] as const]),
    [words.sources, event.cite.map((id) => sourceText(id, telling.scenario)).join("\n") || say.report.unsourced],
  ];
  return { title: phrase(event, telling, say), parts: [facts("", rows)] };
}

/** An event in a few lines: when, who did what, and what the record says about it. */
export function eventLines(
  telling: TableTelling,
  step: Step,
  say: Words = english,
): { readonly when: string; readonly whole: string; readonly details: readonly string[] } {
  const { whole } = markOf(step, telling, say);
  const who = step.event.from.length === 0 ? actorAndAct(say.lesson.unknown, whole, say) : whole;
  const details = detailLines(step, say).map((one) => render([one], plainPalette).trim());
  return { when: whenText(step.event, say), whole: who, details };
}

function phrase({ act, from }: DiplomaticEvent, { scenario: { dyad } }: TableTelling, say: Words): string {
  return actWords(act, from.includes(dyad.a) && from.includes(dyad.b), say);
}

/** The date, with the hour if there is one. A period has its end, too. */
function whenText({ at }: DiplomaticEvent, say: Words): string {
  const moments = at.split("/").map((part) => {
    const { start, precision, about } = when(part);
    const hour = /T(\d\d:\d\d)/.exec(part)?.[1];
    const day = dateText(start, say, { year: true }) + (hour === undefined ? "" : ` ${hour}`);
    const text = precision === "year" ? part.slice(0, 4) : precision === "month" ? monthText(start, say) : day;
    return about === true ? say.table.about(text) : text;
  });
  const [first = "", last] = moments;
  return last === undefined ? first : say.span(first, last);
}

/** Who did it, and to whom. */
function whoText({ from, to }: DiplomaticEvent, telling: TableTelling, say: Words): string {
  const names = (codes: readonly string[]): string => say.list(codes.map((code) => nameIn(telling, code)));
  const who = from.length === 0 ? say.lesson.unknown : names(from);
  return to.length === 0 ? who : `${who} → ${names(to)}`;
}

/** What it changed, a line for each region. */
function changedLines({ before, after, verdict }: Step, telling: TableTelling, say: Words): Block {
  const names = namesOf(telling.scenario);
  const changed = verdict === "void" ? [] : changes(before, after);
  if (changed.length === 0) return [line(say.table.nothing)];
  return changed.map(({ region, from, to }) => {
    const stateName = (state: string): string => stateWords(say, region, state, names);
    return line(`${say.chart.regions[region](names)}${say.colon}${stateName(from)} → ${stateName(to)}`);
  });
}

/** Everything that is said about an event besides what it changed. */
function notesOf(step: Step, telling: TableTelling, say: Words): Block {
  return [...detailLines(step, say), ...claimLines(step.event, telling, say), ...reasonLines(step, say)];
}

/** What the act's own fields say: numbers, deadlines, terms; then the article that it engages, and the record's note. */
function detailLines({ event }: Step, say: Words): readonly Line[] {
  const { fields, agreed } = say.table;
  const fieldTexts = Object.entries(fields).flatMap(([field, label]) => {
    const value: unknown = Reflect.get(event, field);
    return label === null || value === undefined ? [] : [label.replace("…", () => [value].flat().join(" – "))];
  });
  const terms = "terms" in event ? (event.terms ?? []) : [];
  const { engages } = actOf(event.act);
  return [
    ...(fieldTexts.length === 0 ? [] : [line(fieldTexts.join(", "))]),
    ...terms.map(({ act, by, before, note }) => {
      const what = (isActId(act) ? say.acts[act].toLowerCase() : act) + (note === undefined ? "" : ` (${note})`);
      return line(agreed(what, by === "both" ? say.both.toLowerCase() : by, before));
    }),
    ...(engages === null ? [] : [line(span(`§ ${engages}`, "faint"))]),
    ...(event.note === undefined ? [] : [line(event.note)]),
  ];
}

/** A line for each subject: who says what about it. */
function claimLines(event: DiplomaticEvent, telling: TableTelling, say: Words): readonly Line[] {
  const claims = claimsIn(event);
  const disputed = new Set(disputesIn(claims).map(({ about }) => about));
  return [...Map.groupBy(claims, ({ about }) => about)].map(([about, group]) => {
    const sides = group.map((claim) => `${nameIn(telling, claim.by)}${say.colon}${claimWords(claim, telling, say)}`);
    const subject = `${say.subjects[about] ?? humanize(about)} — `;
    const mark = disputed.has(about) ? [span("≠ ", "warn"), span(subject, "warn")] : [span(subject, "faint")];
    return line(...mark, sides.join("; "));
  });
}

/** Why an event is without effect, and what would give it effect. */
function reasonLines({ reasons }: Step, say: Words): readonly Line[] {
  return reasons.flatMap(({ requirement }) => {
    const { sentence, rule, remedy } = say.requirements[requirement];
    return [line(span(`✗ ${sentence} `, "bad"), span(`(${rule})`, "faint")), line(`${say.report.remedy} `, remedy)];
  });
}
