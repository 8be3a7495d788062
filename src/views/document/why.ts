/** Why: the event behind a part of the situation, and under each event those that it came of. */
import type { Cause } from "../../history/index.ts";
import { type Document, type Item, list, prose } from "../../render/index.ts";
import type { Telling } from "../telling.ts";
import type { ExplainedCause } from "../why.ts";
import { regionName, stateText, whoText } from "../words.ts";
import { actText, changedText } from "./words.ts";

/**
 * Why something stands as it does.
 *
 * @param key what was asked about: a region's key or an event's id
 */
export function whyDocument({ region, cause }: ExplainedCause, key: string, scenario: Telling["scenario"]): Document {
  const { dyad } = scenario;
  const title =
    region === undefined
      ? `Why ${key}`
      : `Why ${regionName(region.name, dyad)} stands at ${stateText(region.name, region.state, dyad)}`;
  const caption = "The event that brought it there, and under each event those that it came of";
  return {
    title,
    parts:
      cause === undefined
        ? [prose("It has stood there from the opening; no event changed it.")]
        : [list(caption, [branchOf(cause, scenario)])],
  };
}

function branchOf({ step, because }: Cause, scenario: Telling["scenario"]): Item {
  const { event } = step;
  const changed = changedText(step, scenario.dyad).replaceAll("\n", "; ");
  return {
    text: `${event.at} ${event.id}: ${actText(event)}, ${whoText(event)}. Changed: ${changed}.`,
    below: because.map((cause) => branchOf(cause, scenario)),
  };
}
