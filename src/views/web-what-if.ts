/** A what-if of several relations: what it changes, what became of later events, and how each relation differs. */
import { compare, type History } from "../history/index.ts";
import { BLANK, type Block, headed, line, paragraph, span, type TablePart, terminal, wrap } from "../render/index.ts";
import type { EvaluatedWhatIf } from "../scenario/index.ts";
import { findingText } from "./findings.ts";
import { momentText } from "./replay-view.ts";
import { courseSpan } from "./situation.ts";
import { relationText } from "./web.ts";
import { policyMeanings } from "./what-if/index.ts";

/** A what-if in one relation: what it made, beside the record. */
export interface ComparedRelation {
  readonly record: History;
  readonly evaluated: EvaluatedWhatIf;
}

/** One what-if beside the record, in all relations. */
export function webWhatIfBlock(relations: readonly ComparedRelation[], columns: number): Block {
  const [main] = relations;
  if (main === undefined) return [];
  const { name, whatIf, branch } = main.evaluated;
  const ids = (some: typeof branch.orphaned): string => some.map(({ event }) => event.id).join(", ") || "none";
  const because = whatIf.because === undefined ? "" : `: ${whatIf.because}`;
  return [
    BLANK,
    ...wrap(line(span(name, "title"), because), columns),
    ...paragraph(`then: ${whatIf.then} (${policyMeanings[whatIf.then]})`, columns, "faint", 4),
    ...wrap(line(`Orphaned: ${ids(branch.orphaned)} · reopened: ${ids(branch.reopened)}`), columns, 2),
    ...terminal([comparedTable("Where it differs", relations)], columns),
    ...relations.flatMap(({ record: { dyad }, evaluated: { findings } }) =>
      findings.flatMap((one) => paragraph(`✗ ${relationText(dyad)}: ${findingText(one, dyad)}`, columns, "bad")),
    ),
  ];
}

/** A row for each relation: where record and what-if end, and when they first stand differently. */
function comparedTable(caption: string, relations: readonly ComparedRelation[]): TablePart {
  const columns = [
    { head: "Relation", most: 17, hang: 0 },
    { head: "The record ends", share: 0.4, hang: 0 },
    { head: "Parts", size: 10, hang: 0 },
    { head: "Void", place: "page" },
    { head: "It ends", share: 0.6, hang: 0 },
  ] as const;
  const rows = relations.map(({ record, evaluated: { history } }) => {
    const { dyad } = record;
    const [before, after] = [record.situation.course, history.situation.course];
    const { parted } = compare(record, history);
    const voids = history.steps.filter(({ verdict }) => verdict === "void").length;
    const sameCell = span(parted === undefined ? "the same" : "alike in the end", "faint");
    return [
      span(relationText(dyad), "strong"),
      courseSpan(before, dyad),
      span(parted === undefined ? "never" : momentText(parted.day), "faint"),
      String(voids),
      before === after ? sameCell : courseSpan(after, dyad),
    ];
  });
  return headed(caption, columns, rows);
}
