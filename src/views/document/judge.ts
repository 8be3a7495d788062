/** A verdict on something that has not happened: what the law says, why, and what it would change. */
import { changes } from "../../history/index.ts";
import type { Dyad, Judgement, Situation, Verdict } from "../../machine/index.ts";
import { type Document, prose, table } from "../../render/index.ts";
import { regionName, stateText } from "../words.ts";
import { reasonHeads, reasonRows, verdictCell } from "./words.ts";

/**
 * A verdict with its reasons and what it would change.
 *
 * @param subject what was judged, as its title
 */
export function judgedDocument(
  subject: string,
  { verdict, reasons, after }: Judgement,
  before: Situation,
  dyad: Dyad,
): Document {
  const changed = changes(before, after);
  return {
    title: subject,
    parts: [
      table("What the law says", ["Verdict", "What that means"], [[verdictCell(verdict), MEANINGS[verdict]]]),
      ...(reasons.length === 0 ? [] : [table("Why", reasonHeads, reasonRows(reasons))]),
      ...(changed.length === 0
        ? []
        : [
            table(
              "What it would change",
              ["Region", "Now", "Then"],
              changed.map(({ region, from, to }) => [
                regionName(region, dyad),
                stateText(region, from, dyad),
                stateText(region, to, dyad),
              ]),
            ),
          ]),
      prose("Judged, not added: the record is as it was.", "faint"),
    ],
  };
}

const MEANINGS: Readonly<Record<Verdict, string>> = {
  applied: "valid; the situation would change",
  noted: "valid; the situation would stay as it is",
  void: "not valid now; the situation would stay as it is",
};
