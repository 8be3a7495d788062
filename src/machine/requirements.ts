/** Requirements: what must hold for an act to have effect, each as data with a sentence, its rule and the remedy. */

import { actOf, type RequirementId } from "../events/index.ts";
import { frozen } from "../problem/index.ts";
import { type ChartEvent, isEntitled, isOfOthers } from "./alphabet.ts";
import { matches, type Pattern } from "./pattern.ts";
import type { Situation } from "./situation.ts";

/** One requirement. */
export interface Requirement {
  /** What is demanded, in one sentence. */
  readonly sentence: string;
  /** The article or rule it comes from. */
  readonly rule: string;
  /** What would give the act effect. */
  readonly remedy: string;
  /** The situations in which it holds for an event: any of these patterns. None: never; the empty pattern: always. */
  readonly holds: (event: ChartEvent) => readonly Pattern[];
}

const ALWAYS: readonly Pattern[] = [{}];
const NEVER: readonly Pattern[] = [];

type MissionState = Situation["missionA"];

/** The mission or missions that an act is about must be in one of these states. */
function subject(...states: readonly MissionState[]): (event: ChartEvent) => readonly Pattern[] {
  return ({ type, by }) => {
    if (by === "both") return [{ missionA: states, missionB: states }];
    if (by === "other") return NEVER;
    const own = actOf(type).mission === "own";
    return (by === "a") === own ? [{ missionA: states }] : [{ missionB: states }];
  };
}

/** Every requirement, by id. */
export const requirements: Readonly<Record<RequirementId, Requirement>> = {
  "entitled-actor": {
    sentence: "The act must be one that this actor can do.",
    rule: "Catalogue of acts: who may do it",
    remedy: "An actor whom the catalogue names for this act does it, or another act describes what happened.",
    holds: (event) => (isEntitled(event) ? ALWAYS : NEVER),
  },
  "mutual-consent": {
    sentence: "Both parties must do it jointly.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 2: by mutual consent",
    remedy: "Both parties act together; one alone can offer talks or say that it wants to de-escalate.",
    holds: ({ by }) => (by === "both" ? ALWAYS : NEVER),
  },
  "sending-state": {
    sentence: "Only the sending state disposes of its own ambassador and mission.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 2, 4, 14, 43(a)",
    remedy: "The state whose mission it is does it; the host may instead declare its head persona non grata (Art. 9).",
    holds: ({ detail }) => (detail === "contrary" ? NEVER : ALWAYS),
  },
  "receiving-state": {
    sentence: "Only the receiving state may refuse, expel or limit the other's diplomats, or consent to them.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 4, 9, 11",
    remedy: "The host of the mission does it; a state that wants its own ambassador home recalls him (Art. 43(a)).",
    holds: ({ detail }) => (detail === "contrary" ? NEVER : ALWAYS),
  },
  "relations-established": {
    sentence: "Diplomatic relations must exist.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 2, 45",
    remedy: "Both parties jointly restore relations first.",
    holds: () => [{ relations: "established" }],
  },
  "relations-severed": {
    sentence: "Diplomatic relations must have been broken off.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 2",
    remedy: "None is needed while relations exist; to raise their level again, ambassadors return.",
    holds: () => [{ relations: "severed" }],
  },
  "ambassador-in-post": {
    sentence: "The ambassador who is recalled must be in post, or have to leave it.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 9(1), 43(a)",
    remedy: "The ambassador returns to the post first; one who is away already need not be recalled.",
    holds: subject("ambassador", "barred", "expelled"),
  },
  "in-ordinary-post": {
    sentence: "The ambassador whose term ends must be in post.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 19, 43(a)",
    remedy: "None is needed: the post is vacant, or its head was recalled, barred or expelled.",
    holds: subject("ambassador"),
  },
  "ambassador-away": {
    sentence: "The ambassador who returns must be away from an open mission.",
    rule: "Practice: an ambassador returns only after leaving",
    remedy: "A closed mission reopens first (reopen-mission); an ambassador who is in post need not return.",
    holds: subject("recalled", "barred", "expelled", "charge"),
  },
  "mission-open": {
    sentence: "The mission must be open.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 45",
    remedy: "The mission reopens first, with the host's consent (reopen-mission).",
    holds: subject("ambassador", "recalled", "barred", "expelled", "charge"),
  },
  "staff-abroad": {
    sentence: "There must be staff to withdraw: the mission is open, or relations are severed and it goes home.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 43(a), 44, 45",
    remedy: "The mission reopens first, with the host's consent (reopen-mission).",
    holds: (event) => [
      { relations: "severed" },
      ...subject("ambassador", "recalled", "barred", "expelled", "charge")(event),
    ],
  },
  "mission-above-charge": {
    sentence: "The mission must be headed by an ambassador, or have lost one to a recall, a bar or an expulsion.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 14, 15",
    remedy: "The ambassador returns first; a mission without one cannot be lowered further except by closing it.",
    holds: subject("ambassador", "recalled", "barred", "expelled"),
  },
  "accredited-or-expected": {
    sentence: "The person declared persona non grata must be accredited or about to return.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 9",
    remedy: "The other state sends a head of mission first; one already expelled cannot be expelled again.",
    holds: subject("ambassador", "recalled", "barred", "charge"),
  },
  "free-to-bar": {
    sentence: "The ambassador who is barred must be in post or free to return.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 9",
    remedy: "None is needed: the ambassador cannot return as it is.",
    holds: subject("ambassador", "recalled"),
  },
  "host-consents": {
    sentence: "An ambassador who was barred or expelled returns only if the host consents.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 4, 9",
    remedy: "Both parties agree on terms, or the host grants its consent (grant-agrement).",
    holds: (event) => [{ terms: "pending" }, ...subject("ambassador", "recalled", "charge", "closed")(event)],
  },
  "mission-closed": {
    sentence: "The mission must be closed.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 2, 45",
    remedy: "None is needed: the mission is open; an ambassador comes by return-ambassador.",
    holds: (event) =>
      event.by === "both" ? [{ missionA: "closed" }, { missionB: "closed" }] : subject("closed")(event),
  },
  "reopening-agreed": {
    sentence: "A closed mission reopens by mutual consent.",
    rule: "Vienna Convention on Diplomatic Relations, Art. 2",
    remedy:
      "Both parties reopen it in one joint act, or agree on terms that have it reopened (agree, restore-relations).",
    holds: ({ by }) => (by === "both" ? ALWAYS : [{ terms: "pending" }]),
  },
  "crisis-open": {
    sentence: "There must be a crisis that can fade.",
    rule: "Convention of the chart: only what is open ends",
    remedy:
      "None is needed where relations are normal; what stands is lifted first, and a war ends by a truce or a peace.",
    holds: () => [
      { course: ["strike", "ambassadors-recalled.withdrawn", "retaliation.answered", "retaliation.exchange"] },
      { course: ["reconciliation.overture", "reconciliation.talks", "reconciliation.settled"] },
      { course: "strained", measures: "none" },
      { course: "reconciliation.truce", posture: ["none", "threat", "display", "force"] },
      { course: "ambassadors-recalled.severed", ledger: ["by-a", "by-b", "both"] },
      { course: "ambassadors-recalled.severed", posture: ["threat", "display", "force", "war"] },
    ],
  },
  "no-terms-pending": {
    sentence: "Nothing agreed may still be waiting to be carried out.",
    rule: "Convention of the chart: pending terms keep a crisis open",
    remedy: "The commitments are kept or suspended, or their deadlines pass.",
    holds: () => [{ terms: "none" }],
  },
};
frozen(requirements);

/** The requirements of an event's act, its actor's entitlement first. What others do is not this relation's to judge. */
export function requirementsOf(event: ChartEvent): readonly RequirementId[] {
  if (isOfOthers(event)) return ["entitled-actor"];
  return ["entitled-actor", ...actOf(event.type).requires];
}

/**
 * The requirements of an event that a situation does not meet; none when the event is valid.
 *
 * @example
 * ```ts
 * import { PEACE, unmet } from "demarche/machine";
 * unmet(PEACE, { type: "restore-relations", by: "a" }); // => ["mutual-consent", "relations-severed"]
 * ```
 */
export function unmet(situation: Situation, event: ChartEvent): readonly RequirementId[] {
  return requirementsOf(event).filter((id) => !requirements[id].holds(event).some((p) => matches(situation, p)));
}
