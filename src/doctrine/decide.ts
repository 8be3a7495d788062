/** Deciding: a move becomes an event, or is refused. Only a move can be refused; a fact never is. */
import { type ActId, type DiplomaticEvent, type EventDraft, event, formatWhen } from "../events/index.ts";
import type { History } from "../history/index.ts";
import { project, type Reason, reasonsAgainst } from "../machine/index.ts";

/** An act that an actor proposes to do now. */
export interface Move {
  readonly id: string;
  readonly act: ActId;
  /** One actor, or both parties. */
  readonly from: readonly string[];
  readonly to?: readonly string[];
  readonly because?: readonly string[];
  /** The act's own fields, such as terms. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** What becomes of a move. */
export type Decision =
  | { readonly valid: true; readonly event: DiplomaticEvent }
  | { readonly valid: false; readonly move: Move; readonly reasons: readonly Reason[] };

/**
 * Decides a move by the law at the end of a history.
 *
 * @throws Problem `invalid-event` when the move makes no event: a field is missing or wrong
 * @example
 * ```ts
 * import { decide, fold } from "demarche";
 * const peace = fold([], { dyad: { a: "IRN", b: "PAK" }, from: 0 });
 * decide(peace, { id: "m", act: "return-ambassador", from: ["PAK"] }).valid; // => false
 * ```
 */
export function decide(history: History, move: Move): Decision {
  const { fields = {}, to = [], because = [], ...rest } = move;
  const at = formatWhen(history.now, "minute");
  const made = event({ ...rest, ...fields, at, to, because } as EventDraft<ActId>);
  const reasons = reasonsAgainst(history.situation, project(made, history.dyad));
  return reasons.length === 0 ? { valid: true, event: made } : { valid: false, move, reasons };
}
