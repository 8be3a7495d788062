/** Why something stands as it does, and what stands in an act's way. */

import { argument, why, whyNot } from "../../crisis/index.ts";
import { actOf } from "../../events/index.ts";
import type { Cause } from "../../history/index.ts";
import { type Item, list, prose } from "../../render/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { regionName, stateText, whoText } from "../../views/index.ts";
import { type Shown, shown } from "../show/index.ts";
import type { CrisisView } from "../view.ts";
import { type Judged, judgedView } from "./judge.ts";
import { actText, changedText } from "./words.ts";

/** An explanation that shows itself. */
export interface Why extends Shown {
  readonly of: string;
  /** The ids of the events that led there, the last one first; none when it has stood so from the opening. */
  readonly events: readonly string[];
}

/** The events behind a part of the situation, or behind an event. */
export function whyOf(told: CrisisView, key: string): Why {
  const { region, cause } = why(told, key, argument("why"));
  const { dyad } = told.scenario;
  const title =
    region === undefined
      ? `Why ${key}`
      : `Why ${regionName(region.name, dyad)} stands at ${stateText(region.name, region.state, dyad)}`;
  return shown({ of: key, events: idsOf(cause) }, () => ({
    title,
    parts:
      cause === undefined
        ? [prose("It has stood there from the opening; no event changed it.")]
        : [
            list("The event that brought it there, and under each event those that it came of", [
              branchOf(cause, told.scenario),
            ]),
          ],
  }));
}

function idsOf(cause: Cause | undefined): readonly string[] {
  return cause === undefined ? [] : [cause.step.event.id, ...cause.because.flatMap(idsOf)];
}

function branchOf({ step, because }: Cause, scenario: Scenario): Item {
  const { event } = step;
  const changed = changedText(step, scenario.dyad).replaceAll("\n", "; ");
  return {
    text: `${event.at} ${event.id}: ${actText(event)}, ${whoText(event)}. Changed: ${changed}.`,
    below: because.map((cause) => branchOf(cause, scenario)),
  };
}

/** Whether an act by somebody would be lawful now, and if not, what stands in its way. */
export function whyNotOf(told: CrisisView, act: string, by: string | undefined): Judged {
  const judged = whyNot(told, act, by, { act: argument("whyNot"), by: (code) => `{ by: "${code}" }` });
  const subject = `${actOf(judged.act).label} (${judged.act}) by ${judged.by} at ${told.moment}`;
  return judgedView(subject, judged, told.history.situation, told.scenario.dyad);
}
