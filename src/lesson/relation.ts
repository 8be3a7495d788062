/** Relations: which pair of states a walk or a prediction is about, and which events belong to it. */
import { argument, relationBeside } from "../crisis/index.ts";
import type { DiplomaticEvent } from "../events/index.ts";
import { touches, webStates } from "../history/index.ts";
import { nearest, visibleLine } from "../problem/index.ts";
import { isBetween, type PartyPair, type Scenario } from "../scenario/index.ts";
import type { LessonIssue } from "./codes.ts";
import type { KeyRanges, LessonFile, Predict, Walk } from "./lesson.ts";

/** What a walk or a prediction is about. */
export interface Reference {
  readonly scenario: string;
  /** The two parties of a relation of it; absent for the main one. */
  readonly between?: PartyPair | undefined;
}

type WrittenReference = { readonly [Key in keyof Reference]?: Reference[Key] | undefined };

/** The scenario and relation that a walk or a prediction names itself, if any. */
export function writtenReferenceOf(block: Predict | Walk): WrittenReference {
  return block.kind === "step" ? block.walk : block.prediction;
}

/** What a walk or a prediction is about: what it names, or else what the lesson is about. */
export function referenceOf(block: Predict | Walk, { head }: Pick<LessonFile, "head">): Reference | undefined {
  const { scenario = head.scenario, between } = writtenReferenceOf(block);
  if (scenario === undefined) return undefined;
  return {
    scenario,
    between: between ?? (writtenReferenceOf(block).scenario === undefined ? head.between : undefined),
  };
}

/** A relation of a scenario as a scenario of its own; undefined where it follows no such relation. */
export function relationOf(scenario: Scenario, between: PartyPair | undefined): Scenario | undefined {
  if (between === undefined) return scenario;
  const isFollowed = scenario.relations.some((dyad) => isBetween(between, dyad));
  return isFollowed ? relationBeside(scenario, between.join(","), argument("between")) : undefined;
}

/** The events of a relation, in order. */
export function eventsIn({ dyad, relations, events }: Scenario): readonly DiplomaticEvent[] {
  const states = webStates(relations.map((one) => ({ dyad: one })));
  return events.filter((event) => touches(event, { dyad, states }));
}

/** What is wrong with a relation that is named. */
export function relationIssues(
  between: PartyPair | undefined,
  at: KeyRanges,
  scenario: Scenario,
): readonly LessonIssue[] {
  if (between === undefined) return [];
  const { relations } = scenario;
  const place = at["between"] ?? { line: 1 };
  if (relations.length < 2) {
    const message = "This scenario has one relation, so `between` chooses nothing.";
    return [{ ...place, code: "between-without-effect", message, expected: "no `between`" }];
  }
  const parties = [...new Set(relations.flatMap(({ a, b }) => [a, b]))];
  const unknown = between.filter((code) => !parties.includes(code));
  if (unknown.length > 0) {
    return unknown.map((code) => {
      const message = `${visibleLine(code)} is no party of a relation of this scenario.`;
      const expected = `two of ${parties.join(", ")}`;
      return { ...place, code: "unknown-relation", message, expected, suggestion: nearest(code, parties) };
    });
  }
  if (relationOf(scenario, between) !== undefined) return [];
  const near = relations.filter(({ a, b }) => between.includes(a) || between.includes(b)).slice(0, MAX_NAMED);
  const message = `The scenario follows no relation between ${between.join(" and ")}.`;
  const expected = `one that it follows, such as ${near.map(({ a, b }) => `[${a}, ${b}]`).join(", ")}`;
  return [{ ...place, code: "unknown-relation", message, expected }];
}

const MAX_NAMED = 6;

/** What is wrong with an event that is named: the scenario has none of that id. */
export function eventIssues(id: string | undefined, { events }: Scenario, place: IssuePlace): readonly LessonIssue[] {
  if (id === undefined || events.some((event) => event.id === id)) return [];
  const ids = events.map((event) => event.id);
  const message = `The scenario has no event ${visibleLine(id)}.`;
  const expected = "the id of an event";
  return [{ ...place, code: "unknown-event", message, expected, suggestion: nearest(id, ids) }];
}

/** What is wrong with an event to be shown: there is none of that id, or it belongs to another relation. */
export function shownEventIssues(
  id: string | undefined,
  scenario: Scenario,
  place: IssuePlace,
): readonly LessonIssue[] {
  const unknown = eventIssues(id, scenario, place);
  if (unknown.length > 0 || id === undefined || hasEvent(scenario, id)) return unknown;
  const { a, b } = scenario.dyad;
  const other = scenario.beside.find((one) => hasEvent(one, id));
  const message = `The event ${visibleLine(id)} is none of the relation between ${a} and ${b}.`;
  const expected = `${other === undefined ? "" : `between: [${other.dyad.a}, ${other.dyad.b}], or `}an event of this relation`;
  return [{ ...place, code: "event-elsewhere", message, expected }];
}

function hasEvent(scenario: Scenario, id: string): boolean {
  return eventsIn(scenario).some((event) => event.id === id);
}

type IssuePlace = Pick<LessonIssue, "line" | "column" | "length">;
