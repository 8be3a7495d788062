/**
 * Consent and terms: what becomes of a proposal, what an agreement obliges whom to do, and what ends either.
 * Simulations, exact answers, what a history leaves open, and games all go by this file.
 */
import { endsAgreements, overdueFrom } from "../dossier/index.ts";
import { dayStart, type EventOf, formatWhen, isActId, MINUTES_PER_DAY } from "../events/index.ts";
import type { History } from "../history/index.ts";
import { type By, type Dyad, sharedTable, symbolIndex, symbols } from "../machine/index.ts";
import { nth } from "../problem/index.ts";

/** Parties as bits: 1 for party a, 2 for party b, 3 for both, 0 for anybody else. */
export const bitsOf: Readonly<Record<By, number>> = { a: 1, b: 2, both: 3, other: 0 };

/** Both parties, as bits. */
export const BOTH = 3;

/** To agree on something that is still to be carried out. */
export const AGREE: number = symbolIndex({ type: "agree", by: "both" });
/** To agree on something that leaves nothing to be carried out. */
const SIGN: number = symbolIndex({ type: "sign-agreement", by: "both" });

/** By symbol: whether it ends everything that was proposed or agreed. */
export const endsAll: readonly boolean[] = symbols.map(endsAgreements);

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
  const owing = (missionA === "ambassador" ? 0 : bitsOf.a) | (missionB === "ambassador" ? 0 : bitsOf.b);
  return { symbol: owing === 0 ? SIGN : AGREE, owing };
}

/** One thing that is owed. The same rules as those of the dossier's commitments, as numbers. */
export interface Term {
  /** The act that carries it out; undefined for something that no event can carry out. */
  readonly act: string | undefined;
  /** Who owes it, as bits. */
  readonly owing: number;
  /** Who has done it, as bits. */
  readonly done: number;
  /** The first minute at which it is overdue; Infinity when it has no deadline. */
  readonly overdue: number;
}

/** The act that an agreement of doctrines obliges to. */
const RETURN = "return-ambassador";

/**
 * What an agreement of both parties obliges those to whose ambassador is away.
 *
 * @param length minutes from the agreement to the day by whose end it is to be done
 */
export function promised(owing: number, now: number, length: number): Term {
  return { act: RETURN, owing, done: 0, overdue: dayStart(now + length) + MINUTES_PER_DAY };
}

/** The same as an event tells it. */
export function termsOf(
  { owing, overdue }: Pick<Term, "owing" | "overdue">,
  { a, b }: Dyad,
): EventOf<"agree">["terms"] {
  const by = owing === BOTH ? "both" : owing === bitsOf.a ? a : b;
  return [{ act: RETURN, by, before: formatWhen(overdue - 1) }];
}

/** What is open at the end of a history. */
export function openTerms({ dossier, dyad }: History): readonly Term[] {
  return dossier.commitments.open.map((owed) => {
    const done = owed.doneBy.reduce((sum, code) => sum | partyBits(code, dyad), 0);
    return { ...termOf(owed, dyad), done };
  });
}

/** What an agreement of the record obliges to. */
export function termsIn({ terms }: Pick<EventOf<"agree">, "terms">, dyad: Dyad): readonly Term[] {
  return terms.map((term) => termOf(term, dyad));
}

/** Terms after something has happened that was valid: what it ends, and what it carries out in time. */
export function termsAfter(terms: readonly Term[], symbol: number, now: number): readonly Term[] {
  if (endsAll[symbol] === true) return [];
  const { type, by } = nth(symbols, symbol);
  if (terms.every(({ act }) => act !== type)) return terms;
  return terms.map((term) =>
    term.act === type && now < term.overdue ? { ...term, done: term.done | (bitsOf[by] & term.owing) } : term,
  );
}

/** Whether a term is carried out whole. */
export function isDone({ act, owing, done }: Term): boolean {
  return act !== undefined && done === owing;
}

/** Whether an event ends a proposal: force ends them all, and what is done is no proposal any more. */
export function endsProposal(symbol: number, joint: number): boolean {
  return endsAll[symbol] === true || symbol === joint || (symbol === SIGN && joint === AGREE);
}

interface Owed {
  readonly act: string;
  readonly by: string;
  readonly before?: string | undefined;
}

function termOf({ act, by, before }: Owed, dyad: Dyad): Term {
  const overdue = overdueFrom(before === undefined ? {} : { before }) ?? Number.POSITIVE_INFINITY;
  const owing = by === "both" ? BOTH : partyBits(by, dyad);
  return { act: isActId(act) ? act : undefined, owing, done: 0, overdue };
}

function partyBits(code: string, { a, b }: Dyad): number {
  return code === a ? bitsOf.a : code === b ? bitsOf.b : 0;
}
