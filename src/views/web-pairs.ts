/** Pairs of states: who stood how with whom, as a matrix or state by state. */
import type { Situation } from "../machine/index.ts";
import { headed, span, type TableCell, type TablePart } from "../render/index.ts";
import { isBetween } from "../scenario/index.ts";
import type { ReplayView } from "./replay-view.ts";
import { topState } from "./ribbon.ts";
import { courseStyles } from "./styles.ts";

/** Who stood how with whom: of few states a matrix, in as many blocks as the columns need; of many each that is in several. */
export function pairings(relations: readonly ReplayView[], caption: string, columns: number): readonly TablePart[] {
  const codes = [...new Set(relations.flatMap(({ scenario: { dyad } }) => [dyad.a, dyad.b]))];
  if (codes.length > MAX_MATRIX_STATES) return [partnersTable(relations, codes, caption)];
  const first = Math.max(...codes.map(({ length }) => length));
  const each = Math.max(first, ...relations.map(({ history }) => shortCourse(history.situation.course).length));
  // Two columns on the left of a section, and two between those of a table.
  const room = Math.max(1, Math.floor((columns - 2 - first) / (each + 2)));
  const size = Math.ceil(codes.length / Math.ceil(codes.length / room));
  return Array.from({ length: Math.ceil(codes.length / size) }, (_, k): TablePart => {
    const block = codes.slice(k * size, (k + 1) * size);
    const heads = [{ head: "", size: first }, ...block.map((head) => ({ head, size: each }))];
    const rows = codes.map((one) => [
      span(one, "strong"),
      ...block.map((other) => standingCell(relations, one, other)),
    ]);
    return headed(k === 0 ? caption : `And with ${block.join(", ")}`, heads, rows);
  });
}

const MAX_MATRIX_STATES = 9;

/** How one state stands with another, in one word. */
function standingCell(relations: readonly ReplayView[], one: string, other: string): TableCell {
  if (one === other) return span("—", "faint");
  const found = relations.find(({ scenario: { dyad } }) => isBetween([one, other], dyad));
  if (found === undefined) return span("·", "faint");
  const { course } = found.history.situation;
  return span(shortCourse(course), courseStyles[topState(course)]);
}

/** Each state that is in several relations: with whom it stands how. What it is for the others stands in the table of relations. */
function partnersTable(relations: readonly ReplayView[], codes: readonly string[], caption: string): TablePart {
  const rows = codes.flatMap((one) => {
    const own = relations.filter(({ scenario: { dyad } }) => dyad.a === one || dyad.b === one);
    if (own.length < 2) return [];
    const partners = Map.groupBy(own, ({ history }) => topState(history.situation.course));
    return [...partners].map(([course, all]): readonly TableCell[] => {
      const names = all.map(({ scenario: { dyad } }) => (dyad.a === one ? dyad.b : dyad.a));
      return [span(one, "strong"), span(SHORT[course] ?? course, courseStyles[course]), names.join(", ")];
    });
  });
  const columns = [
    { head: "Who", most: 8 },
    { head: "Stood", most: 12, hang: 0 },
    { head: "With whom", rest: 0, hang: 0 },
  ];
  return { ...headed(caption, columns, rows), grouped: true };
}

const SHORT: Readonly<Record<string, string>> = {
  "ambassadors-recalled": "recalled",
  "relations severed": "severed",
  reconciliation: "settling",
};

/** A course in one word. */
function shortCourse(course: Situation["course"]): string {
  const state = topState(course);
  return SHORT[state] ?? state;
}
