/** Consent in a game: the proposals that stand, and what both parties do once both have proposed it. */
import { type ActId, actIds, type DiplomaticEvent, needsConsent } from "../events/index.ts";
import { agreedOn, endsProposal, promised, termsOf } from "../futures/index.ts";
import type { History } from "../history/index.ts";
import { type Dyad, project, sharedTable, symbolIndex, symbols } from "../machine/index.ts";
import { nth } from "../problem/index.ts";

/** The acts that neither party can do alone. */
export const consentActs: readonly ActId[] = actIds.filter(needsConsent);

/** One party's word that it would do an act together with the other. It stands until it is done, or force is used. */
export interface Proposal {
  readonly act: ActId;
  readonly by: string;
  readonly minute: number;
}

export function proposalsAfter(
  proposals: readonly Proposal[],
  event: DiplomaticEvent,
  dyad: Dyad,
): readonly Proposal[] {
  const symbol = symbolIndex(project(event, dyad));
  return proposals.filter(({ act }) => !endsProposal(symbol, symbolIndex({ type: act, by: "both" })));
}

/** An act of both parties: the act, and the fields of its own that say what it obliges to. */
export interface Joint {
  readonly act: ActId;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * What both parties do when both have proposed an act, as in every simulated future.
 *
 * @param length minutes until the deadline of what is agreed
 */
export function jointAct(wanted: ActId, { situation, dyad, now }: History, length: number): Joint {
  const joint = symbolIndex({ type: wanted, by: "both" });
  const { symbol, owing } = agreedOn(joint, sharedTable.idOf(situation));
  const { type: act } = nth(symbols, symbol);
  return { act, fields: owing === 0 ? {} : { terms: termsOf(promised(owing, now, length), dyad) } };
}
