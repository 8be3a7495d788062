/** One event as a card: what it was, who reports it, and who claims what about it. */
import { claimsIn, disputesIn } from "../dossier/index.ts";
import { actOf, type Claim } from "../events/index.ts";
import type { Step } from "../history/index.ts";
import { type Document, facts, lines, prose, span, table } from "../render/index.ts";
import { claimText } from "./claims.ts";
import { actorText, type CrisisAtMoment, sourceText } from "./replay-view.ts";
import { begunLine, changeLines, detailNotes, reasonNotes, verdictCell } from "./timeline.ts";
import { whoText } from "./words.ts";

/** What is disputed about the event of a step. */
export function disputedIn({ event }: Step): readonly string[] {
  return disputesIn(claimsIn(event)).map(({ about }) => about);
}

/** The card of an event. */
export function eventDocument({ scenario }: CrisisAtMoment, step: Step): Document {
  const { event, verdict, reasons } = step;
  const disputed = disputedIn(step);
  const changed = changeLines(step, scenario.dyad, begunLine(step));
  const claimRow = (claim: Claim) => {
    const standing = disputed.includes(claim.about) ? span("≠ disputed", "warn") : "not disputed";
    return [claim.about, actorText(claim.by, scenario), claimText(claim), standing];
  };
  return {
    title: `${actOf(event.act).label} (${event.id})`,
    parts: [
      facts("The event", [
        ["Date", event.at],
        ["Who", whoText(event)],
        ["Act", `${event.act}: ${actOf(event.act).definition}`],
        ["Because of", event.because.join(", ") || "no event named"],
        ...detailNotes(event).map((one) => ["Detail", [one]] as const),
        ["Verdict", verdictCell(verdict)],
        ["What it changed", changed.length === 0 ? "nothing" : changed],
      ]),
      ...(reasons.length === 0 ? [] : [lines("Why it is void", reasonNotes(step))]),
      table(
        "Who claims what",
        ["About", "By", "What is claimed", "Disputed"],
        event.claims.map(claimRow),
        "nobody claims anything beside the event itself",
      ),
      table(
        "Sources",
        ["Id", "Source"],
        event.cite.map((source) => [source, sourceText(source, scenario)]),
        "none; the clock, or an invented event",
      ),
      ...(disputed.length === 0 ? [prose("Nothing about it is disputed in this record.", "faint")] : []),
    ],
  };
}
