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

/** Force out of normal relations: a strike, or both at once. */
const firstForce: Handlers = {
  ...on(FORCE, { by: ["both"], target: ANSWERED }, { by: ["a", "b"], target: STRIKE }),
  ...on(WAR, { by: ["both"], target: WAR_STATE }, { by: ["a", "b"], target: STRIKE }),
};

/** Force after a strike: retaliation if the other party uses it, and still a strike if the same one does again. */
const answeringForce: Handlers = {
  ...on(FORCE, { guard: all([answers, atWar]), target: WAR_STATE }, { guard: answers, target: ANSWERED }),
  ...on(WAR, { guard: answers, target: WAR_STATE }),
};

/** Force after a rupture or during reconciliation: what it is depends on who has used it before. */
const renewedForce: Handlers = {
  ...on(
    FORCE,
    { guard: all([answers, atWar]), target: WAR_STATE },
    { guard: inSituation({ ledger: "both" }), target: EXCHANGE },
    { guard: answers, target: ANSWERED },
    { by: ["a", "b"], target: STRIKE },
  ),
  ...on(WAR, { guard: answers, target: WAR_STATE }, { by: ["a", "b"], target: STRIKE }),
};

const step: readonly Transition[] = [
  { by: ["both"], target: TALKS },
  { by: ["a"], target: OVERTURE_A },
  { by: ["b"], target: OVERTURE_B },
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
  const joined = { by: [answer, "both"], target: TALKS } as const;
  return {
    on: {
      ...on(CONCILIATION, joined),
      ...on(["return-ambassador"], { guard: all([lastReturns, unless(atWar)]), target: NORMAL }, joined),
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
      on: { ...firstForce, ...rupture },
      states: {
        full: { always: { guard: unless(bothInPost), target: "reduced" } },
        reduced: {
          always: { guard: bothInPost, target: "full" },
          on: settlement,
        },
      },
    },
    strike: { on: { ...answeringForce, ...rupture, ...conciliation, ...settlement, ...fading } },
    "ambassadors-recalled": { on: { ...renewedForce, ...conciliation, ...settlement, ...fading, ...kept } },
    retaliation: {
      initial: "answered",
      on: { ...conciliation, ...settlement, ...fading },
      states: {
        answered: { on: { ...on(FORCE, { target: "exchange" }), ...on(WAR, { target: "war" }) } },
        exchange: { on: on(WAR, { target: "war" }) },
        war: {},
      },
    },
    reconciliation: {
      initial: "overture",
      on: { ...renewedForce, ...rupture, ...settlement, ...fading, ...kept },
      states: {
        overture: {
          initial: "by-a",
          states: { "by-a": overture("b"), "by-b": overture("a") },
        },
        talks: {
          on: {
            ...on(["return-ambassador"], { guard: all([lastReturns, unless(atWar)]), target: NORMAL }),
            ...on(["suspend-talks"], { by: ["a"], target: OVERTURE_B }, { by: ["b"], target: OVERTURE_A }),
          },
        },
        settled: {
          on: {
            ...on(["return-ambassador"], { guard: lastReturns, target: NORMAL }),
            ...on(["commitment-lapsed"], { guard: nothingOutstanding, target: "talks" }),
          },
        },
      },
    },
  },
} as const;
