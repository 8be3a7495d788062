/** Laws of steps about agreements and restored relations: what they oblige to, and until when. */
import type { ActId } from "../../events/index.ts";
import { matches } from "../../machine/index.ts";
import type { Listed, StepLaw } from "../law.ts";
import { byParties, valid } from "./step.ts";

/** What ends what is owed, where nothing else is. */
const DONE: ReadonlySet<ActId> = new Set(["commitment-kept", "commitment-lapsed", "terms-suspended"]);

export const agreementLaws: readonly Listed<StepLaw>[] = [
  {
    name: "agreement-settles",
    sentence:
      "A valid agreement on terms settles a crisis and reduced relations, or makes a truce of a crisis; full relations need none.",
    basis: "Agreement needs both parties; what they agreed is then to be carried out.",
    about: byParties(({ type }) => type === "agree"),
    holds: valid(({ before, after, event: { detail } }) => {
      if (matches(before, { course: "normal.full" })) return after.course === before.course;
      if (detail !== "truce") return matches(after, { course: "reconciliation.settled", terms: "pending" });
      const stays = matches(before, { course: ["normal", "reconciliation.settled"] });
      return after.course === (stays ? before.course : "reconciliation.truce");
    }),
  },
  {
    name: "terms-are-owed-until-done",
    sentence:
      "Terms that bind or are resumed are owed until the last is kept, lapses or is suspended; then nothing is, and what is done late is owed no longer.",
    basis: "Vienna Convention on the Law of Treaties, Art. 26, 57 and 60: an agreement binds until it is performed.",
    about: ({ type, by }) =>
      DONE.has(type) ||
      type === "terms-resumed" ||
      (by !== "other" && (type === "agree" || type === "restore-relations")),
    holds: valid(({ before, after, event: { type, detail } }) => {
      if (DONE.has(type)) return after.terms === (detail === undefined ? "none" : before.terms);
      const binds =
        type === "agree"
          ? !matches(before, { course: detail === "truce" ? "normal" : "normal.full" })
          : type === "terms-resumed" || detail === "terms";
      return after.terms === (binds ? "pending" : before.terms);
    }),
  },
  {
    name: "resumed-terms-settle-again",
    sentence: "Terms of a settlement that are resumed in talks or a truce settle the crisis again.",
    basis: "Vienna Convention on the Law of Treaties, Art. 72: a suspension leaves the agreement in force.",
    about: ({ type, detail }) => type === "terms-resumed" && detail !== "truce",
    holds: valid(
      ({ before, after }) =>
        !matches(before, { course: ["reconciliation.talks", "reconciliation.truce"] }) ||
        after.course === "reconciliation.settled",
    ),
  },
  {
    name: "restored-relations-exist",
    sentence: "Relations that are validly restored exist again, with or without terms.",
    basis: "Vienna Convention on Diplomatic Relations, Art. 2: relations are established by mutual consent.",
    about: byParties(({ type }) => type === "restore-relations"),
    holds: valid(({ after }) => after.relations === "established"),
  },
];
