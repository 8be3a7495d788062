/** Why something stands as it does, and what stands in an act's way. */
import { actOf, needsConsent } from "../../events/index.ts";
import { type Cause, causeOf, why, whyNot } from "../../history/index.ts";
import { regionKeys, regionName, regionOfKey, stateText, whoText } from "../../present/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { among, mistake, quoted } from "../error.ts";
import { type Branch, list, prose, type Shown, shown } from "../show/index.ts";
import type { Told } from "../told.ts";
import { type Judged, judgedView } from "./judge.ts";
import { actNamed, byOf } from "./names.ts";
import { actText, changedText } from "./words.ts";

/** An explanation that shows itself. */
export interface Why extends Shown {
  readonly of: string;
  /** The ids of the events that led there, the last one first; none when it has stood so from the opening. */
  readonly events: readonly string[];
}

/**
 * The events behind a part of the situation, or behind an event.
 *
 * @param key `course`, `missions.PAK`, another key of a pattern, or an event's id
 * @throws Problem when it is neither
 */
export function whyOf({ scenario, history }: Told, key: string): Why {
  const { dyad } = scenario;
  const region = regionOfKey(key, dyad);
  const step = history.steps.find(({ event }) => event.id === key);
  if (region === undefined && step === undefined) {
    const known = [...regionKeys(dyad), ...history.steps.map(({ event }) => event.id)];
    throw mistake(
      "no-such-key",
      `why(${quoted(key)}): no part of the situation, and no event so far.`,
      among(String(key), known),
    );
  }
  const explained = region === undefined ? undefined : why(history, region);
  const cause = region === undefined ? step && causeOf(history, step) : explained?.cause;
  const title =
    region === undefined
      ? `Why ${key}`
      : `Why ${regionName(region, dyad)} stands at ${stateText(region, explained?.state ?? "", dyad)}`;
  return shown({ of: key, events: idsOf(cause) }, () => ({
    title,
    parts:
      cause === undefined
        ? [prose("It has stood there from the opening; no event changed it.")]
        : [
            list("The event that brought it there, and under each event those that it came of", [
              branchOf(cause, scenario),
            ]),
          ],
  }));
}

function idsOf(cause: Cause | undefined): readonly string[] {
  return cause === undefined ? [] : [cause.step.event.id, ...cause.because.flatMap(idsOf)];
}

function branchOf({ step, because }: Cause, scenario: Scenario): Branch {
  const { event } = step;
  const changed = changedText(step, scenario.dyad).replaceAll("\n", "; ");
  return {
    text: `${event.at} ${event.id}: ${actText(event)}, ${whoText(event)}. Changed: ${changed}.`,
    below: because.map((cause) => branchOf(cause, scenario)),
  };
}

/**
 * Whether an act by somebody would be lawful now, and if not, what stands in its way.
 *
 * @throws Problem when there is no such act or actor
 */
export function whyNotOf({ scenario, history, moment }: Told, act: string, by: string | undefined): Judged {
  const named = actNamed(act);
  const { a, b } = scenario.dyad;
  const who = by ?? (needsConsent(named) ? "both" : undefined);
  if (who === undefined) {
    throw mistake(
      "no-such-actor",
      `whyNot("${named}") needs to know who would do it: { by: "${a}" }, { by: "${b}" } or { by: "both" }.`,
    );
  }
  const judged = whyNot(history.situation, named, byOf(who, scenario));
  const subject = `${actOf(named).label} (${named}) by ${who} at ${moment}`;
  return judgedView(subject, judged, history.situation, scenario.dyad);
}
