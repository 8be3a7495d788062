/** The course: the headline of the relation, from normal through strike and rupture to reconciliation and back. */
import { all, any, by, inSituation, nothingOutstanding, unless } from "../guards.ts";
import { CONCILIATION, CONTACT, DISPLACING, FORCE, on, SETTLING, WAR } from "../on.ts";
import type { Guard, Handlers, Transition } from "../types.ts";

const NORMAL = "#course.normal";
const STRIKE = "#course.strike";
const RECALLED = "#course.ambassadors-recalled";
const ANSWERED = "#course.retaliation.answered";
const EXCHANGE = "#course.retaliation.exchange";
const WAR_STATE = "#course.retaliation.war";
const OVERTURE_A = "#course.reconciliation.overture.by-a";
const OVERTURE_B = "#course.reconciliation.overture.by-b";
const TALKS = "#course.reconciliation.talks";
const SETTLED = "#course.reconciliation.settled";

const bothInPost = inSituation({ missionA: "ambassador", missionB: "ambassador" });

/** After this act of force both parties have used it. */
const answers: Guard = any([
  by("both"),
  all([by("a"), inSituation({ ledger: ["by-b", "both"] })]),
  all([by("b"), inSituation({ ledger: ["by-a", "both"] })]),
]);

/** The last ambassador whom the crisis displaced comes back and nothing agreed is open. */
const lastReturns: Guard = all([
  inSituation({ terms: "none" }),
  any([
    by("both"),
    all([by("a"), inSituation({ missionB: ["ambassador", "charge", "closed"] })]),
    all([by("b"), inSituation({ missionA: ["ambassador", "charge", "closed"] })]),
  ]),
]);

const atWar = inSituation({ posture: "war" });

/** Force, from anywhere but retaliation: a strike if one side alone has used it, else retaliation. */
const force: Handlers = {
  ...on(
    FORCE,
    { guard: all([answers, atWar]), target: WAR_STATE },
    { guard: inSituation({ ledger: "both" }), target: EXCHANGE },
    { guard: answers, target: ANSWERED },
    { target: STRIKE },
  ),
  ...on(WAR, { guard: answers, target: WAR_STATE }, { target: STRIKE }),
};

const step: readonly Transition[] = [
  { guard: by("both"), target: TALKS },
  { guard: by("a"), target: OVERTURE_A },
  { guard: by("b"), target: OVERTURE_B },
];

/** A step towards the other out of a crisis: one party's is an overture, both parties' are talks. */
const conciliation: Handlers = {
  ...on(CONCILIATION, ...step),
  ...on(["return-ambassador"], { guard: all([lastReturns, unless(atWar)]), target: NORMAL }, ...step),
};

const rupture: Handlers = on(DISPLACING, { target: RECALLED });
const settlement: Handlers = on(SETTLING, { target: SETTLED });
const fading: Handlers = on(["crisis-faded"], { target: NORMAL });
const kept: Handlers = on(["commitment-kept"], {
  guard: all([nothingOutstanding, inSituation({ terms: "pending" })]),
  target: NORMAL,
});

/** During reconciliation one who already stretched out a hand does not become two. */
function overture(answer: "a" | "b"): { readonly on: Handlers } {
  const joined = by(answer, "both");
  return {
    on: {
      ...on(CONCILIATION, { guard: joined, target: TALKS }),
      ...on(
        ["return-ambassador"],
        { guard: all([lastReturns, unless(atWar)]), target: NORMAL },
        { guard: joined, target: TALKS },
      ),
      ...on(CONTACT, { target: TALKS }),
    },
  };
}

export const course = {
  id: "course",
  initial: "normal",
  states: {
    normal: {
      initial: "full",
      entry: "announceCalm",
      on: { ...force, ...rupture },
      states: {
        full: { always: { guard: unless(bothInPost), target: "reduced" } },
        reduced: {
          always: { guard: bothInPost, target: "full" },
          on: settlement,
        },
      },
    },
    strike: { on: { ...force, ...rupture, ...conciliation, ...settlement, ...fading } },
    "ambassadors-recalled": { on: { ...force, ...conciliation, ...settlement, ...fading, ...kept } },
    retaliation: {
      initial: "answered",
      on: { ...conciliation, ...settlement, ...fading },
      states: {
        answered: {
          on: { ...on(FORCE, { guard: atWar, target: "war" }, { target: "exchange" }), ...on(WAR, { target: "war" }) },
        },
        exchange: { on: { ...on(FORCE, { guard: atWar, target: "war" }), ...on(WAR, { target: "war" }) } },
        war: {},
      },
    },
    reconciliation: {
      initial: "overture",
      on: { ...force, ...rupture, ...settlement, ...fading },
      states: {
        overture: {
          initial: "by-a",
          states: { "by-a": overture("b"), "by-b": overture("a") },
        },
        talks: {
          on: {
            ...on(["return-ambassador"], { guard: all([lastReturns, unless(atWar)]), target: NORMAL }),
            ...on(["suspend-talks"], { guard: by("a"), target: OVERTURE_B }, { guard: by("b"), target: OVERTURE_A }),
          },
        },
        settled: {
          on: {
            ...on(["return-ambassador"], { guard: lastReturns, target: NORMAL }),
            ...on(["commitment-lapsed"], { guard: nothingOutstanding, target: "talks" }),
            ...kept,
          },
        },
      },
    },
  },
} as const;
