/** A what-if told whole: what it supposes, its books, how it differs from the record, and what is doubtful about it. */

import { compare, type Doubt, doubtTexts, type Policy } from "../../history/index.ts";
import { nth } from "../../problem/index.ts";
import { BLANK, type Block, beside, line, span, wrap } from "../../render/index.ts";
import { demandsOf, type Scenario, type Supposed } from "../../scenario/index.ts";
import { section } from "../ending.ts";
import { findingsBlock } from "../findings.ts";
import { top } from "../ribbon.ts";
import { courseStyles } from "../styles.ts";
import { stateText } from "../words.ts";
import { againstBlock, type Side } from "./against.ts";
import { booksBlock } from "./bookkeeping.ts";

/** What each policy does with the events after the edits. */
export const policyMeanings: Readonly<Record<Policy, string>> = {
  keep: "all later events stand",
  prune: "later events that lost a cause are gone, and what they caused",
  stop: "history ends with the last edit",
  model: "from the last edit on somebody else decides",
};

/** One what-if beside the record. */
export function whatIfBlock(scenario: Scenario, record: Side, supposed: Supposed, columns: number): Block {
  const { name, whatIf, history, doubts, findings, besides } = supposed;
  const { unfit } = compare(record.history, history);
  const demands = { ...demandsOf(scenario, whatIf), dyad: scenario.dyad };
  const judged = demands.expect.length + demands.contracts.length > 0;
  return [
    ...wrap(line(span(name, "title"), whatIf.because === undefined ? "" : `: ${whatIf.because}`), columns),
    ...wrap(line(span(`then: ${whatIf.then} (${policyMeanings[whatIf.then]})`, "faint")), columns, 4),
    ...booksBlock(supposed, unfit, columns),
    ...againstBlock(scenario, record, { name, history }, columns),
    ...(judged ? section("What it expects", findingsBlock(demands, findings, columns - 2, besides)) : []),
    ...section(
      "Doubtful",
      doubts.flatMap((doubt) => doubtLines(doubt, columns - 2)),
    ),
  ];
}

/** Several what-ifs, a row each: policy, how many events were orphaned or fit no longer, and where it ends. */
export function overviewBlock(scenario: Scenario, record: Side, all: readonly Supposed[], columns: number): Block {
  const counts = [5, 8, 8, 8];
  // What the policy, the counts and the gaps leave is for the names and the ends; names get at most half of it.
  const free = columns - counts.reduce((sum, one) => sum + one + 2, 2);
  const widest = Math.min(Math.floor(free / 2), Math.max(record.name.length, ...all.map(({ name }) => name.length)));
  const widths = [widest, ...counts, free - widest];
  const row = (cells: readonly Block[]): Block => beside(cells.map((block, k) => ({ columns: nth(widths, k), block })));
  const end = ({ history }: Pick<Side, "history">, then?: Policy): Block => {
    const { course } = history.situation;
    const open = then === "model" || then === "stop" ? " …" : "";
    const text = stateText("course", course, scenario.dyad) + open;
    return wrap(line(span(text, courseStyles[top(course)])), free - widest);
  };
  const heads = ["What-if", "Then", "Orphaned", "Reopened", "Void", "Ends in"];
  const voidCount = ({ history }: Pick<Side, "history">): string =>
    String(history.steps.filter(({ verdict }) => verdict === "void").length);
  const count = (text: string): Block => [line(text.padStart(8))];
  return [
    ...row(heads.map((text) => [line(span(text, "strong"))])),
    line(span("─".repeat(columns), "faint")),
    ...row([[line(span(record.name, "faint"))], [BLANK], count(""), count(""), count(voidCount(record)), end(record)]),
    ...all.flatMap((one) =>
      row([
        wrap(line(one.name), widest),
        [line(one.whatIf.then)],
        count(String(one.branch.orphaned.length)),
        count(String(one.branch.reopened.length)),
        count(voidCount(one)),
        end(one, one.whatIf.then),
      ]),
    ),
  ];
}

function doubtLines({ code, message }: Doubt, columns: number): Block {
  const { mend, literature } = doubtTexts[code];
  return [
    ...wrap(line(span("? ", "warn"), message, span(` [${code}]`, "faint")), columns, 2),
    ...wrap(line(span(`  ${mend} ${literature}`, "faint")), columns, 2),
  ];
}
