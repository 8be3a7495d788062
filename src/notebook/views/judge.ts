/** Judging: what the law would say of an event that has not happened. */
import { judge, type SupposedEvent } from "../../crisis/index.ts";
import { actOf } from "../../events/index.ts";
import { changes } from "../../history/index.ts";
import type { Dyad, Judgement, Reason, Situation, Verdict } from "../../machine/index.ts";
import { prose, table } from "../../render/index.ts";
import { regionName, stateText, whoText } from "../../views/index.ts";
import { type Shown, shown } from "../show/index.ts";
import type { CrisisView } from "../view.ts";
import { reasonHeads, reasonRows, verdictCell } from "./words.ts";

/** A verdict that shows itself. */
export interface Judged extends Shown {
  readonly verdict: Verdict;
  /** The requirements that failed; none unless unlawful. */
  readonly reasons: readonly Reason[];
  /** Where it would lead. */
  readonly after: Situation;
}

/** The verdict of a hypothetical event now; it is not added to anything. */
export function judgeOf(told: CrisisView, supposed: SupposedEvent): Judged {
  const judged = judge(told, supposed);
  const { event } = judged;
  const subject = `${actOf(event.act).label} (${event.act}), ${whoText(event)}, at ${told.moment}`;
  return judgedView(subject, judged, told.history.situation, told.scenario.dyad);
}

/** A verdict with its reasons and what it would change. */
export function judgedView(
  subject: string,
  { verdict, reasons, after }: Judgement,
  before: Situation,
  dyad: Dyad,
): Judged {
  const changed = changes(before, after);
  return shown({ verdict, reasons, after }, () => ({
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
  }));
}

const MEANINGS: Readonly<Record<Verdict, string>> = {
  applied: "lawful; the situation would change",
  noted: "lawful; the situation would stay as it is",
  unlawful: "not lawful now; the situation would stay as it is",
};
