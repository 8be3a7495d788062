/** Laws of every step of the chart: of an act in a situation, and where it leads. */
import { type ActClass, type ActId, actOf, actsOfClass } from "../../events/index.ts";
import { type ChartEvent, matches, type Pattern, regions, type Situation } from "../../machine/index.ts";
import type { ChartStep, StepLaw } from "../law.ts";

const CRISIS: Pattern = { course: ["strike", "ambassadors-recalled", "retaliation", "reconciliation"] };
const RUPTURES: readonly ActId[] = [
  "recall-ambassador",
  "bar-ambassador",
  "expel-ambassador",
  "downgrade-relations",
  "close-mission",
  "break-relations",
];

/** The laws of steps; those of missions have a file of their own. */
export const courseLaws: readonly StepLaw[] = [
  {
    of: "step",
    name: "only-what-applies-changes",
    sentence: "A void or noted event leaves the chart as it was, and an applied one changes it.",
    basis: "A fact is never refused, and what is void has no effect in law.",
    holds: ({ before, verdict, after }) => (verdict === "applied") === (after !== before),
  },
  {
    of: "step",
    name: "force-is-strike-or-retaliation",
    sentence: "Valid force makes a strike or retaliation, marks the ledger of who used it and voids pending terms.",
    basis: "The five headlines: force is a strike until the other party answers it.",
    about: ofClasses("force"),
    holds: valid(({ after, event: { by } }) =>
      matches(after, {
        course: ["strike", "retaliation"],
        ledger: by === "a" ? ["by-a", "both"] : by === "b" ? ["by-b", "both"] : "both",
        posture: ["force", "war"],
        terms: "none",
      }),
    ),
  },
  {
    of: "step",
    name: "rupture-is-the-headline",
    sentence: "A valid rupture of missions ends with ambassadors recalled, or leaves retaliation as it was.",
    basis: "An act that displaces an ambassador is the crisis, unless both already use force.",
    about: ({ type }) => RUPTURES.includes(type),
    holds: valid(({ before, after }) =>
      matches(before, { course: "retaliation" })
        ? after.course === before.course
        : after.course === "ambassadors-recalled",
    ),
  },
  {
    of: "step",
    name: "conciliation-reconciles",
    sentence:
      "A valid act of conciliation in a crisis leads to reconciliation, or by an ambassador's return back to normal relations.",
    basis: "One party's step is an overture, both parties' are talks; out of a crisis there is no other way back.",
    about: ofClasses("conciliation"),
    holds: valid(({ before, after, event: { type } }) => {
      if (!matches(before, CRISIS)) return matches(after, { course: "normal" });
      return matches(after, { course: type === "return-ambassador" ? ["reconciliation", "normal"] : "reconciliation" });
    }),
  },
  {
    of: "step",
    name: "agreement-settles",
    sentence: "A valid agreement settles the crisis, except terms in full normal relations, which have none.",
    basis: "Agreement needs both parties; what they agreed is then to be carried out.",
    about: ofClasses("agreement"),
    holds: valid(({ before, after }) =>
      before.course === "normal.full" ? after.course === "normal.full" : after.course === "reconciliation.settled",
    ),
  },
  {
    of: "step",
    name: "contact-opens-channels",
    sentence: "Any valid contact leaves the channels open, and suspended talks leave them suspended.",
    basis: "Who talks has a channel.",
    about: ({ type }) => actOf(type).class === "contact" || type === "suspend-talks",
    holds: valid(({ after, event: { type } }) => after.channels === (type === "suspend-talks" ? "suspended" : "open")),
  },
  {
    of: "step",
    name: "posture-falls-to-none-alone",
    sentence: "The posture falls only to none, and only where a crisis ends.",
    basis: "It is the highest hostility level of the crisis, as the MID data code it.",
    holds: ({ before, after, event: { type } }) =>
      rank(after) >= rank(before) ||
      (after.posture === "none" && (matches(after, { course: "normal" }) || type === "crisis-faded")),
  },
  {
    of: "step",
    name: "words-move-nothing",
    sentence: "Statements, protests, sanctions, third parties and non-state groups move nothing in the chart.",
    basis: "The chart is what the two parties' acts make of their relation; the rest is in the dossier.",
    about: ofClasses("statement", "protest", "sanction", "third-party", "non-state"),
    holds: ({ before, after }) => after === before,
  },
];

function ofClasses(...classes: readonly ActClass[]): (event: ChartEvent) => boolean {
  const acts = new Set(classes.flatMap(actsOfClass));
  return ({ type }) => acts.has(type);
}

function valid(holds: (step: ChartStep) => boolean): (step: ChartStep) => boolean {
  return (step) => step.verdict === "void" || holds(step);
}

function rank({ posture }: Situation): number {
  return regions.posture.indexOf(posture);
}
