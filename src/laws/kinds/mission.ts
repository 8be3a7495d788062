/** Laws of steps about missions: who may move an ambassador, and on which condition one comes back. */
import type { ActId } from "../../events/index.ts";
import { matches, type Situation } from "../../machine/index.ts";
import type { ChartStep, StepLaw } from "../law.ts";

/** Acts by which a state disposes of its own mission. */
const OWN: ReadonlySet<ActId> = new Set([
  "recall-ambassador",
  "return-ambassador",
  "downgrade-relations",
  "close-mission",
]);
/** Acts by which it receives or refuses the other's. */
const HOSTS: ReadonlySet<ActId> = new Set(["bar-ambassador", "expel-ambassador", "grant-agrement"]);
const MOVING: ReadonlySet<ActId> = new Set([...OWN, ...HOSTS, "restore-relations"]);
const KEPT_OUT: ReadonlySet<string> = new Set(["barred", "expelled", "closed"]);

/** The laws of missions. */
export const missionLaws: readonly StepLaw[] = [
  {
    of: "step",
    name: "own-mission-only",
    sentence: "A mission changes only by an act of the state that diplomatic law entitles to it.",
    basis:
      "Vienna Convention on Diplomatic Relations: the sending state recalls, returns, downgrades and closes (Art. 4, 14, 43); the host bars, expels and consents (Art. 4, 9); either breaks relations (Art. 45), only both restore them (Art. 2).",
    holds: (step) =>
      missions(step).every(({ from, to, sending, host }) => from === to || isEntitled(step, { sending, host })),
  },
  {
    of: "step",
    name: "mission-acts-move-missions",
    sentence: "A valid act about a mission's head does move a mission, and severance leaves both closed.",
    basis: "An act that is valid and has no effect would be a rule that forgets to say what it does.",
    about: ({ type }) => MOVING.has(type) || type === "break-relations",
    holds: (step) => {
      if (step.verdict === "void") return true;
      if (step.event.type === "break-relations") return matches(step.after, { missionA: "closed", missionB: "closed" });
      return missions(step).some(({ from, to }) => from !== to);
    },
  },
  {
    of: "step",
    name: "return-after-leaving",
    sentence: "An ambassador returns only to a mission that was left.",
    basis: "Practice: an ambassador who is in post has nowhere to return to.",
    about: ({ type }) => type === "return-ambassador",
    holds: ({ before, verdict, event: { by } }) =>
      verdict === "void" ||
      ((by === "b" || before.missionA !== "ambassador") && (by === "a" || before.missionB !== "ambassador")),
  },
  {
    of: "step",
    name: "return-by-consent",
    sentence:
      "An ambassador who was barred or expelled, or whose mission was closed, comes back only by consent: terms agreed, the host's agrément, or relations restored.",
    basis: "Vienna Convention on Diplomatic Relations, Art. 4 and 9: the receiving state need give no reasons.",
    holds: (step) =>
      missions(step).every(({ from, to }) => {
        if (!KEPT_OUT.has(from) || from === to || KEPT_OUT.has(to)) return true;
        const { type, by } = step.event;
        if (type === "return-ambassador") return step.before.terms === "pending";
        return type === "grant-agrement" || (type === "restore-relations" && by === "both");
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

function isEntitled(
  { verdict, event: { type, by, detail } }: ChartStep,
  { sending, host }: Pick<MissionStep, "sending" | "host">,
): boolean {
  if (verdict === "void" || detail === "contrary") return false;
  if (OWN.has(type)) return by === sending || by === "both";
  if (HOSTS.has(type)) return by === host || by === "both";
  return type === "break-relations" ? by !== "other" : type === "restore-relations" && by === "both";
}
