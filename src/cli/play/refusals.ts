/** What the player reads about an act that can't be done, against doctrines or at a table. */
import { type ActId, actOf } from "../../events/index.ts";
import type { Seat } from "../../play/index.ts";
import { isProblem } from "../../problem/index.ts";
import { type Block, line, span, wrap } from "../../render/index.ts";
import { reasonNotes } from "../../views/index.ts";

/** An act that the law forbids, with its requirements and what would meet them. */
export function voidBlock(act: ActId, reasons: Parameters<typeof reasonNotes>[0]["reasons"], columns: number): Block {
  const head = line(
    span("✗ ", "bad"),
    span(actOf(act).label, "title"),
    ` (${act}) would be void now; nothing was done.`,
  );
  const notes = reasonNotes({ reasons }).flatMap((note) => wrap(line("  ", ...note), columns, 4));
  return [...wrap(head, columns, 2), ...notes];
}

/** Why an act was not done although the law allows it. */
type Refusal =
  | { readonly kind: "not-for-one" | "astray" | "over" }
  | { readonly kind: "malformed"; readonly error: unknown };

/** Why an act was not done. An error that is not about its fields is thrown on. */
export function notDoneText(act: ActId, refusal: Refusal, { player, other }: Seat): string {
  if ("error" in refusal) {
    if (!isProblem(refusal.error, "invalid-event")) throw refusal.error;
    return `${act}: ${refusal.error.message.replace(/\.$/, "")}`;
  }
  if (refusal.kind === "over") return "The window is over: nothing more can be done.";
  if (refusal.kind === "not-for-one") return `${act} is nothing that ${player} can do by itself.`;
  return `${act}: ${player} acts towards ${other} in a game, and not towards itself, nobody or others alone. Leave to= out, or name ${other} in it.`;
}
