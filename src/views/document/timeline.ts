/** The timeline: every event so far with who did it, its verdict, what it changed and its sources. */
import type { Step } from "../../history/index.ts";
import { type Document, prose, table } from "../../render/index.ts";
import { whoText } from "../words.ts";
import type { SeenCrisis } from "./seen.ts";
import { actText, changedText, verdictCell } from "./words.ts";

/** One row of a timeline. */
export interface TimelineRow {
  readonly at: string;
  readonly event: string;
  readonly who: string;
  readonly act: string;
  readonly verdict: Step["verdict"];
  readonly changed: string;
  readonly sources: readonly string[];
}

/** The rows of a timeline. */
export function timelineRows({ scenario, history }: SeenCrisis): readonly TimelineRow[] {
  return history.steps.map((step) => ({
    at: step.event.at,
    event: step.event.id,
    who: whoText(step.event),
    act: actText(step.event),
    verdict: step.verdict,
    changed: changedText(step, scenario.dyad),
    sources: step.event.cite,
  }));
}

/** The timeline of a crisis so far. */
export function timelineDocument({ scenario }: SeenCrisis, rows: readonly TimelineRow[]): Document {
  return {
    title: scenario.title,
    parts: [
      table(
        `What happened (${rows.length} events)`,
        ["Event", "Date", "Who", "Act", "Verdict", "What it changed", "Sources"],
        rows.map(({ event, at, who, act, verdict, changed, sources }) => [
          event,
          at,
          who,
          act,
          verdictCell(verdict),
          changed,
          sources.join(", "),
        ]),
      ),
      prose(
        `Applied: the situation changed. Noted: in order, and the situation stays. Void: it happened, and has no effect in law; the situation stays. Purpose: ${scenario.purpose}.`,
        "faint",
      ),
    ],
  };
}
