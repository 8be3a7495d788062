/** A review: what the method of counterfactuals would ask of a what-if, in order. Hints, never a gate. */
import { type Hint, review } from "../../crisis/index.ts";
import { prose, span, type TableCell, table } from "../../render/index.ts";
import type { Scenario, Supposed } from "../../scenario/index.ts";
import { type Shown, shown } from "../show/index.ts";

/** A review that shows itself. */
export interface Review extends Shown {
  readonly hints: readonly Hint[];
}

/** The review of a what-if. */
export function reviewOf(scenario: Scenario, supposed: Supposed): Review {
  const hints = review(scenario, supposed);
  const rows = hints.map(({ question, look, says }): readonly TableCell[] => [
    question,
    look ? span("? look again", "warn") : span("✓ nothing to add", "good"),
    says,
  ]);
  return shown({ hints }, () => ({
    title: "A second look at the what-if",
    parts: [
      table("What the method of counterfactuals asks", ["Question", "Hint", "What there is to say"], rows),
      prose(
        "Hints, not marks: the what-if stands whatever they say. A good answer may well be to keep it and say why.",
        "faint",
      ),
    ],
  }));
}
