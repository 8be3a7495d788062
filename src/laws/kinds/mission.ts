/** Laws of steps about missions: who may move an ambassador, and on which condition one comes back. */
import type { ActId } from "../../events/index.ts";
import { matches, type Situation } from "../../machine/index.ts";
import type { ChartStep, Listed, StepLaw } from "../law.ts";

/** Acts by which a state disposes of its own mission. */
const OWN: ReadonlySet<ActId> = new Set([
  "recall-ambassador",
  "return-ambassador",
  "downgrade-relations",
  "close-mission",
  "reopen-mission",
  "vacate-post",
]);
/** Acts by which it receives or refuses the other's. */
const HOSTS: ReadonlySet<ActId> = new Set([
  "bar-ambassador",
  "expel-ambassador",
  "order-mission-closed",
  "grant-agrement",
]);
const MOVING: ReadonlySet<ActId> = new Set([...OWN, ...HOSTS]);
const KEPT_OUT: ReadonlySet<string> = new Set(["barred", "expelled", "closed"]);
/** What is noted where the head is kept out, since Art. 9(1) obliges to it; and consent, where nobody waits for it. */
const DUTIES: ReadonlySet<ActId> = new Set(["recall-ambassador", "downgrade-relations"]);

export const missionLaws: readonly Listed<StepLaw>[] = [
  {
    name: "own-mission-only",
    sentence: "A mission changes only by an act of the state that diplomatic law entitles to it.",
    basis:
      "Vienna Convention on Diplomatic Relations: the sending state recalls, returns, downgrades, closes and reopens (Art. 2, 4, 14, 43); the host bars, expels, consents and orders closed (Art. 4, 9, 11); either breaks relations (Art. 45).",
    holds: (step) => movedMissions(step).every((mission) => isEntitled(step, mission)),
  },
  {
    name: "mission-acts-move-missions",
    sentence:
      "A valid act about a mission's head does move a mission, unless the head is kept out already or nobody waits for consent; severance leaves both closed.",
    basis: "Art. 9(1) obliges the sending state to recall whom the host refused; all else that is valid has an effect.",
    about: ({ type, by }) => by !== "other" && (MOVING.has(type) || type === "break-relations"),
    holds: (step) => {
      const { verdict, event, after } = step;
      if (verdict === "void") return true;
      if (event.type === "break-relations") return matches(after, { missionA: "closed", missionB: "closed" });
      const moves = movedMissions(step).length > 0;
      const own = missions(step).filter((one) => isEntitled(step, one));
      const keptOut = own.filter(({ from }) => from === "barred" || from === "expelled");
      if (DUTIES.has(event.type)) return moves || keptOut.length > 0;
      return event.type === "grant-agrement" ? moves === keptOut.length > 0 : moves;
    },
  },
  {
    name: "return-after-leaving",
    sentence: "An ambassador returns only to a mission that was left.",
    basis: "Practice: an ambassador who is in post has nowhere to return to.",
    about: ({ type, by }) => type === "return-ambassador" && by !== "other",
    holds: ({ before, verdict, event: { by } }) =>
      verdict === "void" ||
      ((by === "b" || before.missionA !== "ambassador") && (by === "a" || before.missionB !== "ambassador")),
  },
  {
    name: "return-by-consent",
    sentence:
      "An ambassador who was barred or expelled comes back, and a closed mission reopens, only by consent: the host's agrément for him, terms agreed for either, or both for the mission.",
    basis: "Vienna Convention on Diplomatic Relations, Art. 2, 4 and 9: the receiving state need give no reasons.",
    holds: (step) =>
      movedMissions(step).every(({ from, to }) => {
        if (!KEPT_OUT.has(from) || KEPT_OUT.has(to)) return true;
        const { type, by } = step.event;
        const agreed = step.before.terms === "pending";
        if (from === "closed") return type === "reopen-mission" && (agreed || by === "both");
        return type === "grant-agrement" || (type === "return-ambassador" && agreed);
      }),
  },
];

interface MissionStep {
  readonly from: Situation["missionA"];
  readonly to: Situation["missionA"];
  readonly sending: "a" | "b";
  readonly host: "a" | "b";
}

/** Both missions in a step, each with the state that sends it and the one that receives it. */
function missions({ before, after }: ChartStep): readonly MissionStep[] {
  return [
    { from: before.missionA, to: after.missionA, sending: "a", host: "b" },
    { from: before.missionB, to: after.missionB, sending: "b", host: "a" },
  ];
}

/** The missions that a step moves, for most steps none. */
function movedMissions(step: ChartStep): readonly MissionStep[] {
  const { before, after } = step;
  if (before.missionA === after.missionA && before.missionB === after.missionB) return [];
  return missions(step).filter(({ from, to }) => from !== to);
}

function isEntitled(
  { verdict, event: { type, by, detail } }: ChartStep,
  { sending, host }: Pick<MissionStep, "sending" | "host">,
): boolean {
  if (verdict === "void" || detail === "contrary") return false;
  if (OWN.has(type)) return by === sending || by === "both";
  if (HOSTS.has(type)) return by === host || by === "both";
  return type === "break-relations" && by !== "other";
}
