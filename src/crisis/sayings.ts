/** Sayings: what a file says of its record, its what-ifs and its questions, and whether it is so. */
import { type Branch, historyOf } from "../history/index.ts";
import { judgeLessons, type LessonVerdict } from "../laws/index.ts";
import { demandsOf, judgeHistory, type Scenario, type Supposed } from "../scenario/index.ts";
import { findingText, plural, type Saying, undecidedText } from "../views/index.ts";

/** A row for the record, one for its what-ifs, one for each finding, and one for each question. */
export function sayingsOf(scenario: Scenario, record: Branch, supposed: readonly Supposed[]): readonly Saying[] {
  const history = historyOf(record);
  const { findings: found, besides: open } = judgeHistory(scenario, history);
  const { expect, contracts, dyad } = scenario;
  const wrong = supposed.flatMap(({ name, findings: some }) =>
    some.map((one): Saying => ({ standing: "failed", text: `${name}: ${findingText(one, dyad)}` })),
  );
  const demanded = supposed.map(({ whatIf }) => demandsOf(scenario, whatIf));
  const count = (key: "expect" | "contracts"): number => demanded.reduce((sum, one) => sum + one[key].length, 0);
  return [
    saying(found.length === 0, `the record: ${sums(expect.length, contracts.length)}, ${heldText(found.length)}`),
    ...found.map((one): Saying => ({ standing: "failed", text: `the record: ${findingText(one, dyad)}` })),
    ...open.map((one): Saying => ({ standing: "undecided", text: `the record: ${undecidedText(one, dyad)}` })),
    ...(supposed.length === 0
      ? []
      : [
          saying(
            wrong.length === 0,
            `${plural(supposed.length, "what-if")}: ${sums(count("expect"), count("contracts"))}, ${heldText(wrong.length)}`,
          ),
        ]),
    ...wrong,
    ...judgeLessons(scenario).map(lessonSaying),
  ];
}

function sums(expectations: number, contracts: number): string {
  return `${plural(expectations, "expectation")} and ${plural(contracts, "contract")}`;
}

function heldText(wrong: number): string {
  return wrong === 0 ? "none broken" : `${wrong} broken`;
}

function saying(held: boolean, text: string): Saying {
  return { standing: held ? "held" : "failed", text };
}

function lessonSaying({ lesson: { pause, answer }, index, standing, event }: LessonVerdict): Saying {
  const which = `question ${index + 1}, after ${pause}: "${answer}"`;
  if (standing === "right") return saying(true, `${which} comes next of its options, with ${event ?? "an event"}`);
  if (standing === "wrong") return saying(false, `${which} is the answer, and does not come in the record after that`);
  if (standing === "doubtful") {
    return { standing: "undecided", text: `${which} is the answer, and ${event ?? "another option"} comes before it` };
  }
  return { standing: "unjudged", text: `${which} names no act; that it is one of the options is all that can be seen` };
}
