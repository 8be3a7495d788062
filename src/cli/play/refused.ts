/** What is said of an act that can't be done: against doctrines and at a table alike. */
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

/** What is said of an act that is aimed at nobody, at the player itself, or past the other party. */
export function astrayText(act: ActId, { player, other }: Seat): string {
  return `${act}: ${player} acts towards ${other} in a game, and not towards itself, nobody or others alone. Leave to= out, or name ${other} in it.`;
}

/** What is wrong with the fields of an act, as a sentence. Any other error is thrown on. */
export function sentenceOf(error: unknown): string {
  if (!isProblem(error, "invalid-event")) throw error;
  return error.message.replace(/\.$/, "");
}
