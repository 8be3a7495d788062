/** Laws of steps about what stands and what ends: measures, truces, and where a crisis leads when it is over. */
import { actOf } from "../../events/index.ts";
import { matches, type Pattern, type Situation } from "../../machine/index.ts";
import type { ChartStep, Listed, StepLaw } from "../law.ts";

/** Nothing is open but measures. */
const ALONE: Pattern = {
  course: ["strained", "reconciliation"],
  ...{ ledger: "clear", posture: "none", terms: "none", missionA: "ambassador", missionB: "ambassador" },
};

export const endingLaws: readonly Listed<StepLaw>[] = [
  {
    name: "what-begins-stands",
    sentence: "A valid act of a party that begins a measure leaves that party with a measure that stands.",
    basis: "What was imposed stands until it is lifted.",
    about: ({ type, by }) => by !== "other" && actOf(type).begins !== undefined,
    holds: ({ verdict, after, event: { by } }) =>
      verdict === "void" || [...(by === "both" ? (["a", "b"] as const) : [by])].every((who) => hasMeasures(after, who)),
  },
  {
    name: "measures-are-their-own",
    sentence: "Only a party's own act begins or ends its measures, and what it does not end stands.",
    basis: "A sanction is lifted by who imposed it; an agreement and a last day end what they were about by the clock.",
    holds: ({ before, after, event: { type, by, detail } }) => {
      if (before.measures === after.measures) return true;
      const { begins, ends } = actOf(type);
      return (["a", "b"] as const).every((who) => {
        const [had, has] = [hasMeasures(before, who), hasMeasures(after, who)];
        if (had === has) return true;
        if (type === "measure-ended") return had && (detail === `last-of-${who}` || detail === "last-of-both");
        const othersStand = detail === "others" || detail === `others-${who}`;
        return (by === who || by === "both") && (has ? begins !== undefined : ends !== undefined && !othersStand);
      });
    },
  },
  {
    name: "ending-nothing-moves-nothing",
    sentence: "An act that ends what does not stand moves nothing.",
    basis: "Who lifts what was never imposed takes no step towards the other.",
    about: ({ detail }) => detail === "nothing",
    holds: ({ before, after }) => after === before,
  },
  {
    name: "the-last-measure-ends-what-it-strained",
    sentence:
      "Where the last measure ends, both ambassadors are in post and nothing else is open, a strain or a reconciliation is over.",
    basis: "What strains a relation by measures alone is over with them.",
    about: ({ type }) => type === "measure-ended",
    holds: ({ before, verdict, after }) =>
      verdict !== "applied" ||
      after.measures !== "none" ||
      !matches(before, ALONE) ||
      matches(after, { course: "normal" }),
  },
  {
    name: "a-crisis-ends-where-it-must",
    sentence:
      "A crisis that fades, or that a signed agreement ends, goes to severed if relations are, else to strained if measures stand, else to normal.",
    basis: "What outlives a crisis is not forgotten with it.",
    about: ({ type, by }) => type === "crisis-faded" || (type === "sign-agreement" && by === "both"),
    holds: ({ before, verdict, after }) => {
      if (verdict === "void" || matches(before, { course: "normal" })) return after.course === before.course;
      const { relations, measures } = before;
      const left = measures === "none" ? "normal" : "strained";
      return matches(after, {
        course: relations === "severed" ? "ambassadors-recalled.severed" : left,
        ledger: "clear",
        posture: "none",
        measures,
      });
    },
  },
  {
    name: "a-war-does-not-fade",
    sentence:
      "Neither a war nor the truce of one fades, nor what pending terms hold open, nor what strains by measures alone.",
    basis: "A war ends by a truce, a settlement, a peace or a defeat; a sanction ends when it is lifted.",
    about: ({ type }) => type === "crisis-faded",
    holds: ({ before, verdict }) =>
      verdict === "void" ||
      (before.terms === "none" &&
        !matches(before, { course: ["normal", "retaliation.war"] }) &&
        !matches(before, { course: "reconciliation.truce", posture: "war" }) &&
        (!matches(before, { course: "strained" }) || before.measures === "none")),
  },
  {
    name: "return-leaves-what-holds",
    sentence: "An ambassador's return ends no crisis while something holds.",
    basis: "Who sits in the embassy makes no difference to land or persons that are held, or to a war.",
    about: ({ type, detail }) => type === "return-ambassador" && detail === "held",
    holds: ({ before, after }) =>
      matches(before, { course: "normal" }) ||
      before.measures === "none" ||
      (!matches(after, { course: "normal" }) && after.ledger === before.ledger && after.posture === before.posture),
  },
  {
    name: "truce-is-no-settlement",
    sentence:
      "Terms that are kept, lapse or are suspended leave a truce as it is, and so do contacts and steps towards the other.",
    basis: "A truce stops the fighting; only a settlement, a signed peace or a long quiet ends what it was about.",
    holds: ({ before, after, event: { type } }) => {
      if (before.course !== "reconciliation.truce" || after.course === before.course) return true;
      const { class: kind, ends } = actOf(type);
      const leaves = kind === "force" || kind === "agreement" || type === "crisis-faded" || type === "terms-resumed";
      return leaves || ends !== undefined || type === "measure-ended";
    },
  },
];

function hasMeasures({ measures }: ChartStep["before"] | Situation, who: "a" | "b" | "other"): boolean {
  return measures === "both" || measures === `by-${who}`;
}
