/**
 * Consent and terms: what becomes of a proposal, what an agreement obliges whom to do, and what ends either.
 * Simulations, exact answers, what a history leaves open, and games all go by this file.
 */
import { actOf, dayStart, type EventOf, formatWhen, MINUTES_PER_DAY } from "../events/index.ts";
import { type By, type Dyad, sharedTable, symbolIndex, symbols } from "../machine/index.ts";

/** Parties as bits: 1 for party a, 2 for party b, 3 for both, 0 for anybody else. */
export const bitsOf: Readonly<Record<By, number>> = { a: 1, b: 2, both: 3, other: 0 };

export const BOTH = 3;

/** To agree on something that is still to be carried out. */
export const AGREE: number = symbolIndex({ type: "agree", by: "both" });
/** To agree on something that leaves nothing to be carried out. */
const SIGN_AGREEMENT: number = symbolIndex({ type: "sign-agreement", by: "both" });

/** By symbol: whether it ends everything that was proposed or agreed. */
export const endsAll: readonly boolean[] = symbols.map(
  ({ type, by }) => by !== "other" && (actOf(type).class === "force" || type === "break-relations"),
);

/** Whose ambassador can be sent back: an embassy that is closed has to reopen first. */
const AT_HOME: ReadonlySet<string> = new Set(["recalled", "barred", "expelled", "charge"]);

/** What both parties do when both have proposed something. */
export interface Agreed {
  readonly symbol: number;
  /** Who then owes the return of its ambassador, as bits. */
  readonly owing: number;
}

/**
 * What both parties do when both have proposed an act. To agree means that ambassadors who are away return; where
 * nobody's is, it is an agreement that leaves nothing to be carried out.
 *
 * @param joint the symbol of the act by both
 */
export function agreedOn(joint: number, situation: number): Agreed {
  if (joint !== AGREE) return { symbol: joint, owing: 0 };
  const { missionA, missionB } = sharedTable.situationOf(situation);
  const owing = (AT_HOME.has(missionA) ? bitsOf.a : 0) | (AT_HOME.has(missionB) ? bitsOf.b : 0);
  return { symbol: owing === 0 ? SIGN_AGREEMENT : AGREE, owing };
}

/** What an agreement of doctrines obliges to: who returns its ambassador, as bits, and the first minute that is too late. */
export interface Promised {
  readonly owing: number;
  readonly overdue: number;
}

/**
 * What an agreement of both parties obliges those to whose ambassador is away.
 *
 * @param length minutes from the agreement to the day by whose end it is to be done
 */
export function promised(owing: number, now: number, length: number): Promised {
  return { owing, overdue: lateFrom(now, length) };
}

/** The last day on which what a doctrine demands is in time, as an event writes it. */
export function deadlineAt(now: number, length: number): string {
  return formatWhen(lateFrom(now, length) - 1);
}

/** The first minute that is too late, where something is to be done within a length of time: the end of a day counts. */
export function lateFrom(now: number, length: number): number {
  return dayStart(now + length) + MINUTES_PER_DAY;
}

/** A promise as the terms of an event. */
export function termsOf({ owing, overdue }: Promised, { a, b }: Dyad): EventOf<"agree">["terms"] {
  const by = owing === BOTH ? "both" : owing === bitsOf.a ? a : b;
  return [{ act: "return-ambassador", by, before: formatWhen(overdue - 1) }];
}

/** Whether an event ends a proposal: force ends them all, and what is done is no proposal any more. */
export function endsProposal(symbol: number, joint: number): boolean {
  return endsAll[symbol] === true || symbol === joint || (symbol === SIGN_AGREEMENT && joint === AGREE);
}
