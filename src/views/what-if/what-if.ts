/** A whole what-if: what it changes, its books, how it differs from the record, and what is doubtful about it. */

import { compare, type Doubt, doubtTexts, type History, type Policy } from "../../history/index.ts";
import { nth } from "../../problem/index.ts";
import {
  type Block,
  type Document,
  group,
  line,
  lines,
  type Part,
  prose,
  type Span,
  span,
  table,
  terminal,
  wrap,
} from "../../render/index.ts";
import { demandsOf, type EvaluatedWhatIf, type Scenario } from "../../scenario/index.ts";
import { findingsParts } from "../findings.ts";
import { courseSpan } from "../situation.ts";
import { betweenText } from "../web.ts";
import { againstParts, type Side } from "./against.ts";
import { booksParts } from "./bookkeeping.ts";

/** What each policy does with the events after the edits. */
export const policyMeanings: Readonly<Record<Policy, string>> = {
  keep: "all later events stand",
  prune: "later events that lost a cause are gone, with what they caused",
  stop: "history ends with the last edit",
  model: "after the last edit the actors' doctrines decide",
};

/** One what-if beside the record. */
export function whatIfBlock(scenario: Scenario, record: Side, evaluated: EvaluatedWhatIf, columns: number): Block {
  const { name, whatIf } = evaluated;
  const title = line(span(name, "title"), whatIf.because === undefined ? "" : `: ${whatIf.because}`);
  return [...wrap(title, columns), ...terminal(whatIfParts(scenario, record, evaluated), columns)];
}

/** A what-if beside the record as a document. */
export function comparedDocument(scenario: Scenario, record: History, evaluated: EvaluatedWhatIf): Document {
  const parts = whatIfParts(scenario, { name: "the record", history: record }, evaluated);
  return { title: `What if: ${evaluated.whatIf.because ?? evaluated.name}`, parts };
}

/** Its books, where they part and how both end, what it expects of itself, and what is doubtful about it. */
function whatIfParts(scenario: Scenario, record: Side, evaluated: EvaluatedWhatIf): readonly Part[] {
  const { name, whatIf, history, doubts, findings, besides } = evaluated;
  const { unfit } = compare(record.history, history);
  const demands = { ...demandsOf(scenario, whatIf), dyad: scenario.dyad };
  const judged = demands.expect.length + demands.contracts.length > 0;
  return [
    prose(`then: ${whatIf.then} (${policyMeanings[whatIf.then]})`, "faint", 4),
    ...booksParts(evaluated, unfit),
    ...againstParts(scenario, record, { name, history }),
    ...(judged ? [group("What it expects", ...findingsParts(demands, findings, besides))] : []),
    lines("Doubtful", doubts.flatMap(doubtLines)),
  ];
}

/** Several what-ifs, a row each: policy, how many events were orphaned or fit no longer, and where it ends. */
export function overviewBlock(
  scenario: Scenario,
  record: Side,
  all: readonly EvaluatedWhatIf[],
  columns: number,
): Block {
  const counts = [5, 8, 8, 8];
  // What the policy, the counts and the gaps leave is for the names and the ends; names get at most half of it.
  const free = columns - counts.reduce((sum, one) => sum + one + 2, 2);
  const widest = Math.min(Math.floor(free / 2), Math.max(record.name.length, ...all.map(({ name }) => name.length)));
  const end = ({ history }: Pick<Side, "history">, then?: Policy): Span => {
    const { course } = history.situation;
    const { text, style } = courseSpan(course, scenario.dyad);
    return span(text + (then === "model" || then === "stop" ? " …" : ""), style);
  };
  const voidCount = ({ history }: Pick<Side, "history">): number =>
    history.steps.filter(({ verdict }) => verdict === "void").length;
  const count = (number: number): string => String(number).padStart(8);
  const heads = ["What-if", "Then", "Orphaned", "Reopened", "Void"];
  const widths = [widest, ...counts].map((size, k) => ({ head: nth(heads, k), size, hang: 0 }));
  const rows = all.map((one) => {
    const { orphaned, reopened } = one.branch;
    const counted = [orphaned.length, reopened.length, voidCount(one)].map(count);
    return [one.name, one.whatIf.then, ...counted, end(one, one.whatIf.then)];
  });
  const first = [span(record.name, "faint"), "", "", "", count(voidCount(record)), end(record)];
  const whole = table("", [...widths, { head: "Ends in", rest: 0, hang: 0 }], [first, ...rows]);
  const of = betweenText({ scenario });
  return [...(of === "" ? [] : wrap(line(of), columns)), ...terminal([{ ...whole, heads: "ruled" }], columns)];
}

function doubtLines({ code, message }: Doubt): Block {
  const { mend, literature } = doubtTexts[code];
  return [
    line(span("? ", "warn"), message, span(` [${code}]`, "faint")),
    line(span(`  ${mend} ${literature}`, "faint")),
  ];
}
