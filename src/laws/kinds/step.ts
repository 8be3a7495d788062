/** Laws of every step of the chart: of an act in a situation, and where it leads. */
import { type ActClass, type ActId, actOf, actsOfClass, hostilityLevel } from "../../events/index.ts";
import { type ChartEvent, isOfOthers, matches, type Pattern, regions, type Situation } from "../../machine/index.ts";
import type { ChartStep, Listed, StepLaw } from "../law.ts";

const NORMAL: Pattern = { course: "normal" };
const WAR: Pattern = { course: "retaliation.war" };
const DISPLACING: readonly ActId[] = [
  "recall-ambassador",
  "bar-ambassador",
  "expel-ambassador",
  "downgrade-relations",
  "close-mission",
  "order-mission-closed",
  "break-relations",
];
/** What the parties may do to a relation without anybody's being threatened, displaced or struck. */
const STRAINING = ofClasses("threat", "display", "sanction", "rupture");

/** What leaves channels open, and what leaves them suspended. */
const OPENING: ReadonlySet<ActId> = new Set([...actsOfClass("contact"), ...actsOfClass("agreement"), "negotiate"]);
const SUSPENDING: ReadonlySet<ActId> = new Set(["suspend-talks", "break-relations"]);

/** The laws of steps; those of missions, of measures and of the ends of crises have files of their own. */
export const courseLaws: readonly Listed<StepLaw>[] = [
  {
    name: "only-what-applies-changes",
    sentence: "A void or noted event leaves the chart as it was, and an applied one changes it.",
    basis: "A fact is never refused, and what is void has no effect in law.",
    holds: ({ before, verdict, after }) => (verdict === "applied") === (after !== before),
  },
  {
    name: "others-move-nothing",
    sentence: "What others do moves nothing, and neither does what a party does to others.",
    basis: "The chart is what the two parties' acts make of their relation; only the clock adds to it.",
    about: isOfOthers,
    holds: ({ before, after }) => after === before,
  },
  {
    name: "words-move-nothing",
    sentence: "Statements, protests, third parties and non-state groups move nothing in the chart.",
    basis: "What is said and what others do stands in the dossier.",
    about: ofClasses("statement", "protest", "third-party", "non-state"),
    holds: ({ before, after }) => after === before,
  },
  {
    name: "force-is-strike-or-retaliation",
    sentence: "Valid force makes a strike or retaliation, and marks the ledger of who used it.",
    basis: "The headlines: force is a strike until the other party answers it.",
    about: byParties(ofClasses("force")),
    holds: valid(({ after, event: { by } }) =>
      matches(after, {
        course: ["strike", "retaliation"],
        ledger: by === "a" ? ["by-a", "both"] : by === "b" ? ["by-b", "both"] : "both",
        posture: ["force", "war"],
      }),
    ),
  },
  {
    name: "promises-outlive-force",
    sentence: "Force and severance leave terms pending as they are.",
    basis:
      "Vienna Convention on the Law of Treaties, Art. 63, 65, 70: what was agreed stays owed until it is suspended or ended.",
    about: ({ type }) => actOf(type).class === "force" || DISPLACING.includes(type),
    holds: ({ before, after }) => after.terms === before.terms,
  },
  {
    name: "threats-strain",
    sentence:
      "A valid threat, display or sanction, and a rupture that displaces no head of mission, strains normal relations, and moves no other course, unless talks are suspended.",
    basis:
      "A relation in which the parties threaten each other or cut their ties is not normal, and yet nobody was struck.",
    about: byParties((event) => STRAINING(event) && !DISPLACING.includes(event.type)),
    holds: valid(({ before, after, event: { type, detail } }) => {
      if (matches(before, NORMAL)) return after.course === "strained";
      return after.course === before.course || (type === "suspend-talks" && detail === undefined);
    }),
  },
  {
    name: "rupture-is-the-headline",
    sentence:
      "A valid rupture that displaces a head of mission leads to withdrawn or, if relations are broken, to severed; it leads out of no retaliation and no truce.",
    basis: "An act that displaces an ambassador is the crisis, unless both already use force or have only stopped.",
    about: byParties(({ type }) => DISPLACING.includes(type)),
    holds: valid(({ before, after, event: { type } }) => {
      const stays = matches(before, { course: ["retaliation", "reconciliation.truce"] });
      const displaces = before.missionA !== after.missionA || before.missionB !== after.missionB;
      if (type === "break-relations" && !stays) return after.course === "ambassadors-recalled.severed";
      return after.course === (stays || !displaces ? before.course : "ambassadors-recalled.withdrawn");
    }),
  },
  {
    name: "conciliation-reconciles",
    sentence:
      "A valid step towards the other leads a crisis to reconciliation, or ends it where what it ends was the last that was open.",
    basis: "One party's step is an overture, both parties' are talks; only a truce or a surrender leads out of a war.",
    about: byParties((event) => ofClasses("conciliation")(event) && event.type !== "return-ambassador"),
    holds: valid(({ before, after, event: { type, by, detail } }) => {
      const vain =
        detail === "nothing" ||
        (actOf(type).ends !== undefined && !hasOwn(before, by)) ||
        (type === "grant-agrement" && !isAwaited(before, by));
      if (matches(before, NORMAL) || vain) return after.course === before.course;
      const stops = type === "surrender" || (type === "declare-ceasefire" && by === "both");
      if (matches(before, WAR)) return after.course === (stops ? "reconciliation.truce" : before.course);
      if (matches(after, { course: "reconciliation" })) return true;
      return actOf(type).ends !== undefined && matches(after, { ...OVER, measures: "none" });
    }),
  },
  {
    name: "contact-opens-channels",
    sentence:
      "Any valid contact, negotiation or agreement leaves the channels open; suspended talks and broken relations leave them suspended, and a single track that stops leaves them as they are.",
    basis: "Who talks has a channel.",
    about: byParties(({ type }) => OPENING.has(type) || SUSPENDING.has(type)),
    holds: valid(({ before, after, event: { type, detail } }) => {
      if (detail === "track") return after.channels === before.channels;
      return after.channels === (SUSPENDING.has(type) ? "suspended" : "open");
    }),
  },
  {
    name: "contact-answers-an-overture",
    sentence: "A valid contact leads from one party's overture to talks.",
    basis: "Who talks with a state that has made an overture has taken it up.",
    about: byParties(ofClasses("contact")),
    holds: valid(
      ({ before, after }) =>
        !matches(before, { course: "reconciliation.overture" }) || after.course === "reconciliation.talks",
    ),
  },
  {
    name: "posture-falls-to-none-alone",
    sentence: "The posture falls only to none, and only where a crisis ends.",
    basis: "It is the highest hostility level of the crisis, as the MID data code it.",
    holds: ({ before, after }) =>
      after.posture === before.posture || rank(after) > rank(before) || matches(after, OVER),
  },
  {
    name: "hostility-is-remembered",
    sentence:
      "A valid threat, display, use of force or war between the parties leaves a posture of at least its level.",
    basis: "The hostility levels 2 to 5 of the MID data are threat, display, use of force and war.",
    about: byParties(({ type }) => hostilityLevel(type) >= 2),
    holds: valid(({ after, event: { type } }) => rank(after) >= hostilityLevel(type) - 1),
  },
];

/** A crisis that is over, whatever outlives it. */
const OVER: Pattern = {
  course: ["normal", "strained", "ambassadors-recalled.severed"],
  ledger: "clear",
  posture: "none",
};

/** Whether the actor has a measure standing that could be ended. */
function hasOwn({ measures }: Situation, by: ChartEvent["by"]): boolean {
  return measures !== "none" && (by === "both" || measures === "both" || measures === `by-${by}`);
}

/** Whether an ambassador of the other waits for consent. */
function isAwaited({ missionA, missionB }: Situation, by: ChartEvent["by"]): boolean {
  const theirs = by === "both" ? [missionA, missionB] : [by === "a" ? missionB : missionA];
  return theirs.some((mission) => mission === "barred" || mission === "expelled");
}

function ofClasses(...classes: readonly ActClass[]): (event: ChartEvent) => boolean {
  const acts = new Set(classes.flatMap(actsOfClass));
  return ({ type }) => acts.has(type);
}

function rank({ posture }: Situation): number {
  return regions.posture.indexOf(posture);
}

/** Events of one party or both; what others do is not theirs, and moves nothing. */
export function byParties(about: (event: ChartEvent) => boolean): (event: ChartEvent) => boolean {
  return (event) => event.by !== "other" && about(event);
}

export function valid(holds: (step: ChartStep) => boolean): (step: ChartStep) => boolean {
  return (step) => step.verdict === "void" || holds(step);
}
