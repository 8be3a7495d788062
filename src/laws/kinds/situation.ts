/** Laws of every situation that can be reached. */
import { matches, type Pattern, type Situation } from "../../machine/index.ts";
import type { Listed, SituationLaw } from "../law.ts";

export const situationLaws: readonly Listed<SituationLaw>[] = [
  {
    name: "severed-closes-missions",
    sentence: "While relations are severed, both missions are closed.",
    basis: "Vienna Convention on Diplomatic Relations, Art. 45: breaking off relations ends the missions.",
    holds: whenThen({ relations: "severed" }, { missionA: "closed", missionB: "closed" }),
  },
  {
    name: "severed-is-the-headline",
    sentence: "The course is severed only while relations are, and strained or withdrawn only while they exist.",
    basis:
      "Vienna Convention on Diplomatic Relations, Art. 2, 45: who has broken off relations has withdrawn more than a head of mission.",
    holds: (situation) =>
      whenThen({ course: "ambassadors-recalled.severed" }, { relations: "severed" })(situation) &&
      whenThen({ course: ["strained", "ambassadors-recalled.withdrawn"] }, { relations: "established" })(situation),
  },
  {
    name: "normal-needs-relations",
    sentence: "Normal relations mean that diplomatic relations exist.",
    basis: "Relations that were broken off are not normal, however long it has been quiet.",
    holds: whenThen({ course: "normal" }, { relations: "established" }),
  },
  {
    name: "normal-has-no-measures",
    sentence: "In normal relations neither party has a measure standing against the other, nor a threat or a display.",
    basis: "A sanction, a closed border or forces in readiness lie between the parties until they are lifted.",
    holds: whenThen({ course: "normal" }, { measures: "none", posture: "none" }),
  },
  {
    name: "normality-is-calm",
    sentence: "In normal relations nobody has used force.",
    basis: "A crisis is over when its force is remembered no longer.",
    holds: whenThen({ course: "normal" }, { ledger: "clear" }),
  },
  {
    name: "full-normality",
    sentence: "Normal relations are full exactly while both ambassadors are in post.",
    basis: "A relation may settle at a lower level; with both ambassadors in post it is full again.",
    holds: (situation) =>
      !matches(situation, { course: "normal" }) ||
      matches(situation, { course: "normal.full" }) ===
        matches(situation, { missionA: "ambassador", missionB: "ambassador" }),
  },
  {
    name: "strained-is-without-force",
    sentence: "In strained relations nobody has used force.",
    basis: "What strains a relation is a threat, a display, a retorsion or a sanction; a blow is a strike.",
    holds: whenThen({ course: "strained" }, { ledger: "clear", posture: ["none", "threat", "display"] }),
  },
  {
    name: "strike-is-one-sided",
    sentence: "A strike means that exactly one party has used force.",
    basis: "The mission's own distinction between a strike and its retaliation.",
    holds: whenThen({ course: "strike" }, { ledger: ["by-a", "by-b"] }),
  },
  {
    name: "retaliation-is-mutual",
    sentence: "Retaliation means that both parties have used force, and war that a war was declared or fought.",
    basis: "Retaliation is force by the party that was struck.",
    holds: (situation) =>
      whenThen({ course: "retaliation" }, { ledger: "both" })(situation) &&
      whenThen({ course: "retaliation.war" }, { posture: "war" })(situation),
  },
  {
    name: "force-is-remembered",
    sentence: "The posture is force or war exactly while the ledger says who has used force.",
    basis: "Two views of one thing: who has used force, and that it was the highest hostility reached.",
    holds: ({ ledger, posture }) => (ledger !== "clear") === (posture === "force" || posture === "war"),
  },
  {
    name: "settled-is-to-be-carried-out",
    sentence: "A crisis is settled only while something that was agreed is still to be carried out.",
    basis:
      "An agreement that leaves nothing to be carried out ends the crisis, and so does the last term that is kept.",
    holds: whenThen({ course: "reconciliation.settled" }, { terms: "pending" }),
  },
];

function whenThen(when: Pattern, then: Pattern): (situation: Situation) => boolean {
  return (situation) => !matches(situation, when) || matches(situation, then);
}
