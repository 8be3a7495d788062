/** One event as a card: what it was, who reports it, and who claims what about it. */

import { stepOf } from "../../crisis/index.ts";
import { disputesIn, type FiledClaim } from "../../dossier/index.ts";
import type { Claim, DiplomaticEvent } from "../../events/index.ts";
import { actOf } from "../../events/index.ts";
import { facts, prose, table } from "../../render/index.ts";
import { claimText, detailNotes, whoText } from "../../views/index.ts";
import { type Shown, shown } from "../show/index.ts";
import type { CrisisView } from "../view.ts";
import {
  actorText,
  actText,
  changedText,
  plainText,
  reasonHeads,
  reasonRows,
  sourceText,
  verdictCell,
} from "./words.ts";

/** An event that shows itself. */
export interface EventCard extends Shown {
  readonly event: DiplomaticEvent;
  readonly verdict: "applied" | "noted" | "unlawful";
  /** What is disputed about it. */
  readonly disputed: readonly string[];
}

/**
 * The card of an event.
 *
 * @throws Problem when there is none of that id so far
 */
export function eventCard({ scenario, history }: CrisisView, id: string): EventCard {
  const step = stepOf(history, id);
  const { event, verdict, reasons } = step;
  const filed = event.claims.map((claim): FiledClaim => ({ ...claim, event: event.id }));
  const disputed = disputesIn(filed).map(({ about }) => about);
  const claimRow = (claim: Claim) => [
    claim.about,
    actorText(claim.by, scenario),
    claimText(claim),
    disputed.includes(claim.about) ? ({ text: "≠ disputed", tone: "warn" } as const) : "not disputed",
  ];
  return shown({ event, verdict, disputed }, () => ({
    title: `${actText(event)} (${event.id})`,
    parts: [
      facts("The event", [
        ["Date", event.at],
        ["Who", whoText(event)],
        ["Act", `${event.act}: ${actOf(event.act).definition}`],
        ["Because of", event.because.join(", ") || "no event named"],
        ...detailNotes(event).map((one) => ["Detail", plainText(one)] as const),
        ["Verdict", verdictCell(verdict)],
        ["What it changed", changedText(step, scenario.dyad)],
      ]),
      ...(reasons.length === 0 ? [] : [table("Why it is unlawful", reasonHeads, reasonRows(reasons))]),
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
  }));
}
