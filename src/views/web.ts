/** Webs: what each act changed in which relation, where all relations stood, and how a what-if differs in each. */
import { actOf, type DiplomaticEvent } from "../events/index.ts";
import { changes, type Step } from "../history/index.ts";
import type { Dyad } from "../machine/index.ts";
import {
  BLANK,
  type Block,
  type Column,
  type Document,
  line,
  rowBlock,
  span,
  type TableCell,
  type TablePart,
  table,
  terminal,
  widthsOf,
  wrap,
} from "../render/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { claimNotes } from "./claims.ts";
import { plural } from "./diagnostics.ts";
import { ribbons, top } from "./ribbon.ts";
import { classStyles, courseStyles } from "./styles.ts";
import { dayText, momentText, nameOf, stopText, type Telling } from "./telling.ts";
import { verdictLegend, verdictSigns } from "./timeline.ts";
import { pairings } from "./web-pairs.ts";
import { regionName, stateText, whoText } from "./words.ts";

/** The relations of a web, told up to one moment. */
export type ToldRelations = readonly Telling[];

/** An event with what it moved in each relation. */
export interface Moved {
  readonly event: DiplomaticEvent;
  readonly moves: readonly { readonly dyad: Dyad; readonly step: Step }[];
}

/** A relation by the codes of its parties: `SAU–QAT`. */
export function relationText({ a, b }: Dyad): string {
  return `${a}–${b}`;
}

/** Between whom something is that is told of one relation; nothing where the file follows one. */
export function betweenText({ scenario }: Pick<Telling, "scenario">): string {
  const { relations, dyad } = scenario;
  return relations.length < 2 ? "" : `Between ${nameOf({ scenario }, dyad.a)} and ${nameOf({ scenario }, dyad.b)}`;
}

/** What a line that makes a result again says of the relation that it is about; nothing where the file follows one. */
export function betweenOption({ relations, dyad }: Pick<Scenario, "relations" | "dyad">): string {
  return relations.length < 2 ? "" : ` --between ${dyad.a},${dyad.b}`;
}

/** A web told whole: the course of every relation, each event with what it changed where, and where all stood at the end. */
export function* webBlocks(told: ToldRelations, steps: readonly Moved[], columns: number): Generator<Block> {
  const [main] = told;
  if (main === undefined) return;
  yield [...titleBlock(main, told, columns), BLANK, ...coursesBlock(told, columns)];
  const laid = { columns: COLUMNS, widths: widthsOf(COLUMNS, [], columns), whole: columns };
  yield [BLANK, ...wrap(verdictLegend(), columns), BLANK];
  yield [
    ...rowBlock(
      laid,
      COLUMNS.map(({ head }) => span(head, "strong")),
    ),
    line(span("─".repeat(columns), "faint")),
  ];
  for (const step of steps) yield rowBlock(laid, cellsOf(step));
  yield terminal([standingTable(told, `Where each relation stood, ${stopText(main.until)}`)], columns);
  const text = `Purpose: ${main.scenario.purpose}. What sources report, judged by the rules of a model; not a forecast.`;
  yield [BLANK, ...wrap(line(span(text, "faint")), columns)];
}

/** Where all relations stood at a moment, for a page of some columns: who with whom, and a row for each. */
export function webDocument(told: ToldRelations, columns: number): Document {
  const [main] = told;
  const moment = main === undefined ? "" : stopText(main.until);
  return {
    title: main?.scenario.title ?? "",
    parts: [
      ...pairings(told, `Who stood how with whom, ${moment}`, columns),
      standingTable(told, `Each relation, ${moment}`),
    ],
  };
}

const COLUMNS: readonly Column[] = [
  { head: "Date, id", size: 10, hang: 0, ids: true },
  { head: "Who", size: 12, hang: 0 },
  { head: "  Act", share: 0.36 },
  { head: "What it changed, in which relation", share: 0.64, hang: 0 },
];

function titleBlock({ scenario }: Telling, told: ToldRelations, columns: number): Block {
  const { title, window, purpose } = scenario;
  const codes = [...new Set(told.flatMap(({ scenario: { dyad } }) => [dyad.a, dyad.b]))];
  const names = codes.map((code) => `${code} ${nameOf({ scenario }, code)}`).join(", ");
  const span_ = `${dayText(window.from)} to ${dayText(window.to)}, ${plural(told.length, "relation")}`;
  return [
    ...wrap(line(span(title, "title")), columns),
    ...wrap(line(names), columns),
    ...wrap(line(span_, span(` · purpose: ${purpose}`, "faint")), columns),
  ];
}

/** The course of every relation on one scale of dates. */
function coursesBlock(told: ToldRelations, columns: number): Block {
  const until = told[0]?.until ?? 0;
  return ribbons(
    told.map((telling) => ({ name: relationText(telling.scenario.dyad), telling })),
    columns,
    until,
  );
}

function cellsOf({ event, moves }: Moved): readonly TableCell[] {
  const { label, class: kind } = actOf(event.act);
  const strongest = (["applied", "void", "noted"] as const).find((one) =>
    moves.some(({ step }) => step.verdict === one),
  );
  const { sign, style } = verdictSigns[strongest ?? "noted"];
  return [
    [line(event.at), line(span(event.id, "faint"))],
    whoText(event),
    [line(span(sign, style), " ", span(label, classStyles[kind]))],
    changedIn(moves, event),
    claimNotes(event),
  ];
}

/** What an event changed, a line for each relation; where it moved none, nothing. */
function changedIn(moves: Moved["moves"], { from, to }: Moved["event"]): TableCell {
  const lines = moves.flatMap(({ dyad, step }) => {
    const name = span(`${relationText(dyad)}  `, "strong");
    if (step.verdict === "void") return [line(name, span(`void: ${step.reasons[0]?.sentence ?? ""}`, "bad"))];
    const changed = changes(step.before, step.after).filter(
      ({ region }) => region !== "posture" && region !== "ledger",
    );
    if (changed.length === 0) return [];
    const course = changed.find(({ region }) => region === "course") ?? changed[0];
    if (course === undefined) return [];
    const more = changed.length === 1 ? "" : ` (+${changed.length - 1})`;
    const said = `${course.region === "course" ? "" : `${regionName(course.region, dyad)}: `}${stateText(course.region, course.to, dyad)}`;
    return [line(name, span(said, courseStyles[top(step.after.course)]), span(more, "faint"))];
  });
  if (lines.length > 0) return lines;
  const named = [...from, ...to];
  const isOwn = moves.some(({ dyad: { a, b } }) => named.includes(a) && named.includes(b));
  // What the clock brings, and what has no known author, is nobody's act.
  return [line(span(isOwn || from.length === 0 ? "noted" : "a third state's act", "faint"))];
}

/** A row for each relation: its course, who has measures standing, and what brought it there. */
function standingTable(told: ToldRelations, caption: string): TablePart {
  const columns = [
    { head: "Relation", most: 17, hang: 0 },
    { head: "Course", share: 0.4, hang: 0 },
    { head: "Measures", size: 9, hang: 0 },
    { head: "Since", place: "page" },
    { head: "Brought there by", share: 0.6, hang: 0, ids: true },
  ] as const;
  const rows = told.map(({ scenario: { dyad }, history }) => {
    const { course, measures } = history.situation;
    const step = history.steps.findLast(({ before, after }) => before.course !== after.course);
    return [
      span(relationText(dyad), "strong"),
      span(stateText("course", course, dyad), courseStyles[top(course)]),
      stateText("measures", measures, dyad),
      span(step === undefined ? "unchanged" : momentText(step.minute), "faint"),
      step?.event.id ?? "the opening",
    ];
  });
  return { ...table(caption, columns, rows), heads: "plain" };
}
