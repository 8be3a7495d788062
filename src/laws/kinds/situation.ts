/** Laws of every situation that can be reached. */
import { matches, type Pattern, type Situation } from "../../machine/index.ts";
import type { SituationLaw } from "../law.ts";

/** The laws of situations. */
export const situationLaws: readonly SituationLaw[] = [
  {
    of: "situation",
    name: "severed-closes-missions",
    sentence: "While relations are severed, both missions are closed.",
    basis: "Vienna Convention on Diplomatic Relations, Art. 45: breaking off relations ends the missions.",
    holds: whenThen({ relations: "severed" }, { missionA: "closed", missionB: "closed" }),
  },
  {
    of: "situation",
    name: "full-normality",
    sentence:
      "Full normal relations mean that relations exist, both ambassadors are in post, no force was used in this crisis and nothing agreed is pending.",
    basis: "What the word full promises; a reader of normal.full need not look at the other regions.",
    holds: whenThen(
      { course: "normal.full" },
      {
        relations: "established",
        missionA: "ambassador",
        missionB: "ambassador",
        ledger: "clear",
        terms: "none",
      },
    ),
  },
  {
    of: "situation",
    name: "reduced-lacks-an-ambassador",
    sentence: "Reduced normal relations mean that an ambassador is missing.",
    basis: "A relation may settle at a lower level; with both ambassadors in post it is full again.",
    holds: ({ course, missionA, missionB }) =>
      course !== "normal.reduced" || missionA !== "ambassador" || missionB !== "ambassador",
  },
  {
    of: "situation",
    name: "normality-is-calm",
    sentence: "Normal relations have a clear ledger, no terms pending and no force in the posture.",
    basis: "A crisis is over when its force is remembered no longer and what ended it is done.",
    holds: whenThen({ course: "normal" }, { ledger: "clear", terms: "none", posture: ["none", "threat", "display"] }),
  },
  {
    of: "situation",
    name: "strike-is-one-sided",
    sentence: "A strike means that exactly one party has used force.",
    basis: "The mission's own distinction between a strike and its retaliation.",
    holds: whenThen({ course: "strike" }, { ledger: ["by-a", "by-b"] }),
  },
  {
    of: "situation",
    name: "retaliation-is-mutual",
    sentence: "Retaliation means that both parties have used force.",
    basis: "Retaliation is force by the party that was struck.",
    holds: whenThen({ course: "retaliation" }, { ledger: "both" }),
  },
  {
    of: "situation",
    name: "force-is-remembered",
    sentence: "The posture is force or war exactly while the ledger says who has used force.",
    basis: "Two views of one thing: who has used force, and that it was the highest hostility reached.",
    holds: ({ ledger, posture }) => (ledger !== "clear") === (posture === "force" || posture === "war"),
  },
  {
    of: "situation",
    name: "terms-belong-to-reconciliation",
    sentence: "Terms are pending only in reconciliation, or after a rupture of it.",
    basis: "Force and severance void what was agreed; a recall or an expulsion does not.",
    holds: whenThen({ terms: "pending" }, { course: ["reconciliation", "ambassadors-recalled"] }),
  },
];

function whenThen(when: Pattern, then: Pattern): (situation: Situation) => boolean {
  return (situation) => !matches(situation, when) || matches(situation, then);
}
