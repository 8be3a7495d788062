/** What the player may do now: every act that the law allows, with where it would lead. */
import { type ActClass, type ActId, actIds, actOf, needsConsent } from "../events/index.ts";
import type { History } from "../history/index.ts";
import { type Judgement, judge } from "../machine/index.ts";
import type { Seat } from "./game.ts";
import type { Position } from "./session.ts";

/** One act that is valid now. */
export interface Choice {
  readonly act: ActId;
  readonly class: ActClass;
  readonly judged: Judgement;
  /** Whether it needs the other's consent, and whether that stands already. */
  readonly consent?: "needed" | "given";
}

/** The valid acts of the party that is played, in the catalogue's order. */
export function choicesOf(
  game: Seat,
  { history, proposals }: Pick<Position, "history" | "proposals">,
): readonly Choice[] {
  return playable.flatMap((act): readonly Choice[] => {
    const judged = judgedFor(game, history, act);
    if (judged.verdict === "void") return [];
    const choice = { act, class: actOf(act).class, judged };
    if (!needsConsent(act)) return [choice];
    const isGiven = proposals.some((proposal) => proposal.act === act && proposal.by === game.other);
    return [{ ...choice, consent: isGiven ? "given" : "needed" }];
  });
}

/** The acts that a party may do at all, by itself or by proposing them to the other. */
export const playable: readonly ActId[] = actIds.filter((act) => actOf(act).by.includes("party") || needsConsent(act));

/** What the law says of an act of the player; of one that needs consent, as if it were given. */
export function judgedFor({ player, scenario }: Seat, { situation }: History, type: ActId): Judgement {
  const side = player === scenario.dyad.a ? "a" : "b";
  return judge(situation, { type, by: needsConsent(type) ? "both" : side });
}
