/** Webs: what each act changed in which relation, where all relations stood, and how a what-if differs in each. */
import type { DiplomaticEvent } from "../events/index.ts";
import { changes, type Step } from "../history/index.ts";
import type { Dyad, Region } from "../machine/index.ts";
import { nth } from "../problem/index.ts";
import {
  BLANK,
  type Block,
  type Column,
  type Document,
  headed,
  line,
  paragraph,
  plural,
  rowBlock,
  span,
  type TableCell,
  type TablePart,
  terminal,
  widthsOf,
  wrap,
} from "../render/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { claimNotes } from "./claims.ts";
import { purposeBlock } from "./replay.ts";
import { dayText, momentText, nameOf, type ReplayView, stopText } from "./replay-view.ts";
import { ribbons, topState } from "./ribbon.ts";
import { courseSpan } from "./situation.ts";
import { courseStyles } from "./styles.ts";
import { actLine, timelineHead, verdictLegend } from "./timeline.ts";
import { pairings } from "./web-pairs.ts";
import { regionName, stateText, whoText } from "./words.ts";

/** The relations of a web, each replayed up to the same moment. */
export type RelationReplays = readonly ReplayView[];

/** An event with its step in each relation. */
export interface EventMoves {
  readonly event: DiplomaticEvent;
  readonly moves: readonly { readonly dyad: Dyad; readonly step: Step }[];
}

/** A relation by the codes of its parties: `SAU–QAT`. */
export function relationText({ a, b }: Dyad): string {
  return `${a}–${b}`;
}

/** Names the two parties where the file follows several relations; empty where it follows one. */
export function betweenText({ scenario }: Pick<ReplayView, "scenario">): string {
  const { relations, dyad } = scenario;
  return relations.length < 2 ? "" : `Between ${nameOf({ scenario }, dyad.a)} and ${nameOf({ scenario }, dyad.b)}`;
}

/** The option that chooses the relation again on the command line; empty where the file follows one. */
export function betweenOption({ relations, dyad }: Pick<Scenario, "relations" | "dyad">): string {
  return relations.length < 2 ? "" : ` --between ${dyad.a},${dyad.b}`;
}

/** A whole web: the course of every relation, each event with what it changed where, and how all relations stood at the end. */
export function* webBlocks(
  relations: RelationReplays,
  steps: readonly EventMoves[],
  columns: number,
): Generator<Block> {
  const main = nth(relations, 0);
  yield [...titleBlock(main, relations, columns), BLANK, ...coursesBlock(relations, columns)];
  const laid = { columns: COLUMNS, widths: widthsOf(COLUMNS, [], columns), whole: columns };
  yield [BLANK, ...wrap(verdictLegend(), columns), BLANK];
  yield timelineHead(laid);
  for (const step of steps) yield rowBlock(laid, cellsOf(step));
  yield terminal([standingTable(relations, `Where each relation stood, ${stopText(main.until)}`)], columns);
  yield purposeBlock(main, columns);
}

/** Where all relations stood at a moment, for a page of some columns: who with whom, and a row for each. */
export function webDocument(relations: RelationReplays, columns: number): Document {
  const { scenario, until } = nth(relations, 0);
  const moment = stopText(until);
  const pairs = pairings(relations, `How the states stood with each other, ${moment}`, columns);
  return { title: scenario.title, parts: [...pairs, standingTable(relations, `Each relation, ${moment}`)] };
}

const COLUMNS: readonly Column[] = [
  { head: "Date, id", size: 10, hang: 0, ids: true },
  { head: "Who", size: 12, hang: 0 },
  { head: "  Act", share: 0.36 },
  { head: "What it changed, in which relation", share: 0.64, hang: 0 },
];

function titleBlock({ scenario }: ReplayView, relations: RelationReplays, columns: number): Block {
  const { title, window, purpose } = scenario;
  const codes = [...new Set(relations.flatMap(({ scenario: { dyad } }) => [dyad.a, dyad.b]))];
  const names = codes.map((code) => `${code} ${nameOf({ scenario }, code)}`).join(", ");
  const time = `${dayText(window.from)} to ${dayText(window.to)}, ${plural(relations.length, "relation")}`;
  return [
    ...paragraph(title, columns, "title"),
    ...paragraph(names, columns),
    ...wrap(line(time, span(` · purpose: ${purpose}`, "faint")), columns),
  ];
}

/** The course of every relation on one scale of dates. */
function coursesBlock(relations: RelationReplays, columns: number): Block {
  const rows = relations.map((replay) => ({ name: relationText(replay.scenario.dyad), replay }));
  return ribbons(rows, columns, nth(relations, 0).until);
}

function cellsOf({ event, moves }: EventMoves): readonly TableCell[] {
  const verdicts = moves.map(({ step }) => step.verdict);
  const strongest = (["applied", "void"] as const).find((one) => verdicts.includes(one)) ?? "noted";
  return [
    [line(event.at), line(span(event.id, "faint"))],
    whoText(event),
    [actLine(strongest, event.act)],
    changedIn(moves, event),
    claimNotes(event),
  ];
}

/** What an event changed, a line for each relation; where it moved none, nothing. */
function changedIn(moves: EventMoves["moves"], { from, to }: EventMoves["event"]): TableCell {
  const lines = moves.flatMap(({ dyad, step }) => {
    const name = span(`${relationText(dyad)}  `, "strong");
    if (step.verdict === "void") return [line(name, span(`void: ${nth(step.reasons, 0).sentence}`, "bad"))];
    const hidden: readonly Region[] = ["posture", "ledger"];
    const changed = changes(step.before, step.after).filter(({ region }) => !hidden.includes(region));
    // The course is the first of the regions.
    const [first, ...others] = changed;
    if (first === undefined) return [];
    const more = others.length === 0 ? "" : ` (+${others.length})`;
    const region = first.region === "course" ? "" : `${regionName(first.region, dyad)}: `;
    const changeText = region + stateText(first.region, first.to, dyad);
    return [line(name, span(changeText, courseStyles[topState(step.after.course)]), span(more, "faint"))];
  });
  if (lines.length > 0) return lines;
  const involved = [...from, ...to];
  const isOwn = moves.some(({ dyad: { a, b } }) => involved.includes(a) && involved.includes(b));
  // What the clock brings, and what has no known author, is nobody's act.
  return [line(span(isOwn || from.length === 0 ? "noted" : "a third state's act", "faint"))];
}

/** A row for each relation: its course, who has measures standing, and what brought it there. */
function standingTable(relations: RelationReplays, caption: string): TablePart {
  const columns = [
    { head: "Relation", most: 17, hang: 0 },
    { head: "Course", share: 0.4, hang: 0 },
    { head: "Measures", size: 9, hang: 0 },
    { head: "Since", place: "page" },
    { head: "Brought there by", share: 0.6, hang: 0, ids: true },
  ] as const;
  const rows = relations.map(({ scenario: { dyad }, history }) => {
    const { course, measures } = history.situation;
    const step = history.steps.findLast(({ before, after }) => before.course !== after.course);
    return [
      span(relationText(dyad), "strong"),
      courseSpan(course, dyad),
      stateText("measures", measures, dyad),
      span(step === undefined ? "unchanged" : momentText(step.minute), "faint"),
      step?.event.id ?? "the opening",
    ];
  });
  return headed(caption, columns, rows);
}
