/** Consent: acts that need both parties. One proposes, and it happens when the other has proposed it too. */
import { type ActId, actIds, actOf, formatWhen } from "../events/index.ts";
import type { Model } from "../futures/index.ts";
import { type Dyad, type Situation, symbolIndex } from "../machine/index.ts";

/** The acts that neither party can do alone. */
export const consentActs: readonly ActId[] = actIds.filter((id) => actOf(id).requires.includes("mutual-consent"));

/** One party's word that it would do an act together with the other. It stands until it is done, or force is used. */
export interface Proposal {
  readonly act: ActId;
  /** The party's code. */
  readonly by: string;
  readonly minute: number;
}

/**
 * The sign of a proposal in a log. Both parties protesting to each other in one act is nothing that a record tells, and
 * in every situation it changes nothing.
 */
export const SIGN: number = symbolIndex({ type: "lodge-protest", by: "both" });

/** A model in which doctrines let their proposals be seen: each is a sign in the log, which nobody answers. */
export function withSigns(model: Model): Model {
  return {
    ...model,
    sources: model.sources.map((source) => (source.joint < 0 ? source : { ...source, joint: -1, symbol: SIGN })),
    answers: model.answers.map((numbers, symbol) => (symbol === SIGN ? [] : numbers)),
  };
}

/** What an agreement is when it is made: an act and its own fields. */
export interface Agreed {
  readonly act: ActId;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * What both parties do when they have proposed an act. As in every simulated future, to agree means that ambassadors
 * who are away return within `term` minutes; where nobody is away, it is an agreement that leaves nothing to be done.
 */
export function agreedOn(act: ActId, { missionA, missionB }: Situation, { a, b }: Dyad, due: number): Agreed {
  if (act !== "agree") return { act, fields: {} };
  const away = [...(missionA === "ambassador" ? [] : [a]), ...(missionB === "ambassador" ? [] : [b])];
  const [one, two] = away;
  if (one === undefined) return { act: "sign-agreement", fields: {} };
  const term = { act: "return-ambassador", by: two === undefined ? one : "both", before: formatWhen(due) };
  return { act, fields: { terms: [term] } };
}
