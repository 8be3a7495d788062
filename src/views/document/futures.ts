/** Futures as a document: each outcome in the record, without the edit and with it, and what all of it rests on. */
import type { Followed, Resting } from "../../futures/index.ts";
import { type Document, prose, svgOf, type TableCell, table } from "../../render/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { numbersOf, outcomeText, pairedText, recordText, whatIfPicture } from "../futures/index.ts";
import { assumptionsTable } from "./assumptions.ts";

/** One outcome, in words. Intervals hold 95 %. */
export interface OutcomeInWords {
  readonly outcome: string;
  readonly observes: string;
  readonly record: string;
  readonly without: string;
  readonly with: string;
  readonly difference: string;
}

/** The outcomes of futures, in words. */
export function outcomeRows({ outcomes, dyad }: Scenario, followed: Followed): readonly OutcomeInWords[] {
  return Object.entries(outcomes).flatMap(([outcome, kind]): readonly OutcomeInWords[] => {
    const [before, after] = [followed.unedited.outcomes[outcome], followed.edited.outcomes[outcome]];
    if (before === undefined || after === undefined) return [];
    const paired = followed.differences[outcome];
    return [
      {
        outcome,
        observes: outcomeText(kind, dyad),
        record: recordText(kind, followed.record[outcome] ?? Number.NaN, dyad),
        without: numbersOf(kind, before, dyad).join("\n"),
        with: numbersOf(kind, after, dyad).join("\n"),
        difference: paired === undefined ? "—" : pairedText(kind, paired),
      },
    ];
  });
}

/** What a document of futures is told beside them. */
export interface FuturesTold {
  readonly name: string;
  /** How many futures, until when, with which seed. */
  readonly count: string;
  readonly again: string;
  readonly assumptions: readonly Resting[];
  /** That it was interrupted, in a sentence. */
  readonly warning?: string | undefined;
}

/** The futures of a what-if beside those of the record. */
export function futuresDocument(
  scenario: Scenario,
  followed: Followed,
  rows: readonly OutcomeInWords[],
  { name, count, again, assumptions, warning }: FuturesTold,
): Document {
  const picture = whatIfPicture(scenario, followed, { name, command: again, assumptions });
  return {
    title: `${scenario.title}: what if, ${name}`,
    parts: [
      ...(warning === undefined ? [] : [prose(warning, "warn")]),
      table(
        `What follows in ${count}; in brackets the interval that holds 95 %`,
        ["Outcome", "What it observes", "In the record", "Without the edit", "With it", "Difference"],
        rows.map((row): readonly TableCell[] => [
          row.outcome,
          row.observes,
          row.record,
          row.without,
          row.with,
          row.difference,
        ]),
      ),
      {
        kind: "figure",
        caption: picture.title,
        alternative: picture.alternative,
        svg: () => svgOf(picture.spec, picture.title, picture.alternative),
      },
      assumptionsTable(assumptions),
      prose(
        "The intervals are of chance in the model alone, not of the model. This is what the assumptions imply; not a forecast.",
      ),
      prose(`Again: ${again}`, "faint"),
    ],
  };
}
