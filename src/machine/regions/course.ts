/** The course: the headline of the relation, from normal through strain, force and rupture to reconciliation and back. */
import { all, any, by, detailed, inSituation, unless } from "../guards.ts";
import { CONCILIATION, CONTACT, DISPLACING, ENDING, FORCE, on, STRAINING, WAR } from "../on.ts";
import type { Pattern } from "../pattern.ts";
import type { Guard, Handlers, Transition } from "../types.ts";

const NORMAL = "#course.normal";
const STRAINED = "#course.strained";
const STRIKE = "#course.strike";
const WITHDRAWN = "#course.ambassadors-recalled.withdrawn";
const SEVERED = "#course.ambassadors-recalled.severed";
const ANSWERED = "#course.retaliation.answered";
const EXCHANGE = "#course.retaliation.exchange";
const WAR_STATE = "#course.retaliation.war";
const OVERTURE_A = "#course.reconciliation.overture.by-a";
const OVERTURE_B = "#course.reconciliation.overture.by-b";
const TALKS = "#course.reconciliation.talks";
const TRUCE = "#course.reconciliation.truce";
const SETTLED = "#course.reconciliation.settled";

const bothInPost = inSituation({ missionA: "ambassador", missionB: "ambassador" });
const atWar = inSituation({ posture: "war" });
const nothingMore = detailed();
const wholly = unless(detailed("track"));

/** What is left once nothing is open but measures. */
const OPEN_NO_MORE: Pattern = {
  ledger: "clear",
  posture: "none",
  terms: "none",
  missionA: ["ambassador", "charge", "closed"],
  missionB: ["ambassador", "charge", "closed"],
};

/** What can outlive a crisis that ends there. */
interface Outliving {
  /** Relations may be severed. */
  readonly severed?: boolean;
  /** Measures may stand. */
  readonly measures?: boolean;
}

/** The crisis is over: where it goes depends on what outlives it, relations severed or measures that stand. */
function over(guard: Guard, { severed = true, measures = true }: Outliving = {}): readonly Transition[] {
  const measured = { guard: all([guard, unless(inSituation({ measures: "none" }))]), target: STRAINED };
  return [
    ...(severed ? [{ guard: all([guard, inSituation({ relations: "severed" })]), target: SEVERED }] : []),
    ...(measures ? [measured] : []),
    { guard, target: NORMAL },
  ].map((transition) => ({ ...transition, calms: true }));
}

/** Only the party that acts has measures standing, and these are its last; or both act, and lift all. */
const liftsTheLast: Guard = any([
  all([by("a"), detailed(), inSituation({ measures: "by-a" })]),
  all([by("b"), detailed(), inSituation({ measures: "by-b" })]),
  all([by("both"), detailed(), unless(inSituation({ measures: "none" }))]),
]);

const lastEnds: Guard = any([
  all([detailed("last-of-a", "last-of-both"), inSituation({ measures: "by-a" })]),
  all([detailed("last-of-b", "last-of-both"), inSituation({ measures: "by-b" })]),
  all([detailed("last-of-both"), inSituation({ measures: "both" })]),
]);

const openNoMore = inSituation(OPEN_NO_MORE);
const lifting = over(all([liftsTheLast, openNoMore]), { measures: false });
const running: Handlers = on(["measure-ended"], ...over(all([lastEnds, openNoMore]), { measures: false }));

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

/** Something holds the clock. */
const held: Guard = all([detailed("held"), unless(inSituation({ measures: "none" }))]);
const leavesForce: Guard = all([lastReturns, any([held, atWar])]);

/** No ambassador returns while relations are severed. */
const endsByReturn = over(all([lastReturns, unless(held), unless(atWar)]), { severed: false });

/** The last ambassador is back, and yet something holds: the course is what the ledger says. */
const backToForce: readonly Transition[] = [
  { guard: all([leavesForce, atWar, inSituation({ ledger: "both" })]), target: WAR_STATE },
  { guard: all([leavesForce, inSituation({ ledger: "both" })]), target: ANSWERED },
  { guard: all([leavesForce, inSituation({ ledger: ["by-a", "by-b"] })]), target: STRIKE },
  { guard: leavesForce, target: STRAINED },
];

/** Force out of normal or strained relations: a strike, or both at once. */
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

/** A head of mission does leave: after a bar or an expulsion the sending state only does its duty. */
const headLeaves: Guard = any([
  all([by("a", "both"), inSituation({ missionA: ["ambassador", "recalled"] })]),
  all([by("b", "both"), inSituation({ missionB: ["ambassador", "recalled"] })]),
]);
const BY_THE_SENDER = ["recall-ambassador", "downgrade-relations"] as const;
const displacing = DISPLACING.filter((id) => id !== "break-relations" && !BY_THE_SENDER.some((own) => own === id));
const rupture: Handlers = {
  ...on(displacing, { target: WITHDRAWN }),
  ...on(BY_THE_SENDER, { guard: headLeaves, target: WITHDRAWN }),
  ...on(["break-relations"], { target: SEVERED }),
};

/** The mission of the other party waits for the host's consent. */
const consentAwaited: Guard = any([
  all([by("a", "both"), inSituation({ missionB: ["barred", "expelled"] })]),
  all([by("b", "both"), inSituation({ missionA: ["barred", "expelled"] })]),
]);

/** Who acts has something standing, and the act ends some of it. */
const endsSomething: Guard = all([
  unless(detailed("nothing")),
  any([
    all([by("a"), inSituation({ measures: ["by-a", "both"] })]),
    all([by("b"), inSituation({ measures: ["by-b", "both"] })]),
    all([by("both"), unless(inSituation({ measures: "none" }))]),
  ]),
]);

function only(guard: Guard, transitions: readonly Transition[]): readonly Transition[] {
  return transitions.map((one) => ({ ...one, guard: one.guard === undefined ? guard : all([guard, one.guard]) }));
}

/** What the end of a measure does: it may be the last that was open, and else it is a step. What ends nothing is none. */
function ending(lifted: readonly Transition[], transitions: readonly Transition[]): Handlers {
  return on(ENDING, ...lifted, ...only(endsSomething, transitions));
}

/** What a step towards the other does, by all acts that are one. */
function steps(...transitions: readonly Transition[]): Handlers {
  return {
    ...on(CONCILIATION, ...transitions),
    ...ending([], transitions),
    ...on(["grant-agrement"], ...only(consentAwaited, transitions)),
    ...on(["declare-ceasefire"], { by: ["both"], target: TRUCE }, ...transitions.filter(isOfOne)),
    ...on(["surrender"], { target: TRUCE }),
  };
}

/** Whether one party alone can take it. */
function isOfOne({ by: actors }: Transition): boolean {
  return actors?.some((who) => who !== "both") ?? true;
}

const step: readonly Transition[] = [
  { by: ["both"], target: TALKS },
  { by: ["a"], target: OVERTURE_A },
  { by: ["b"], target: OVERTURE_B },
];

/** A step towards the other out of a crisis: one party's is an overture, both parties' are talks. */
const conciliation: Handlers = steps(...step);
/** An ambassador's return out of a crisis in which force stands as the ledger says. */
const returning: Handlers = on(
  ["return-ambassador"],
  ...endsByReturn,
  ...step.map((one) => ({ ...one, guard: unless(leavesForce) })),
);

const signed: Handlers = on(["sign-agreement"], ...over(by("both")));
const restored: Handlers = on(
  ["restore-relations"],
  { guard: detailed("terms"), target: SETTLED },
  { guard: unless(inSituation({ measures: "none" })), target: STRAINED, calms: true },
  { target: NORMAL, calms: true },
);
const agreed: Handlers = on(["agree"], { guard: detailed("truce"), target: TRUCE }, { target: SETTLED });
const settlement: Handlers = { ...agreed, ...signed, ...restored };
const fading: Handlers = on(["crisis-faded"], ...over(by("other")));
/** What was agreed is done and nothing else is open, though the parties have fallen out since. */
const closing: Handlers = {
  ...on(["commitment-kept"], ...over(all([nothingMore, inSituation({ ...OPEN_NO_MORE, terms: "pending" })]))),
  ...running,
};

/** The same where nothing can be severed: strained relations, which fade once nothing stands. */
const ALONE = { severed: false, measures: false } as const;
const relaxing: Handlers = {
  ...ending(over(all([liftsTheLast, openNoMore]), ALONE), step),
  ...on(["measure-ended"], ...over(all([lastEnds, openNoMore]), ALONE)),
  ...on(
    ["commitment-kept"],
    ...over(all([nothingMore, inSituation({ ...OPEN_NO_MORE, terms: "pending", measures: "none" })]), ALONE),
  ),
  ...on(["sign-agreement"], ...over(by("both"), { severed: false })),
  ...on(["crisis-faded"], ...over(by("other"), ALONE)),
};

/** During reconciliation one who already stretched out a hand does not become two. */
function overture(answer: "a" | "b"): { readonly on: Handlers } {
  const joined = { by: [answer, "both"], target: TALKS } as const;
  return {
    on: {
      ...steps(joined),
      ...ending(lifting, [joined]),
      ...on(["return-ambassador"], ...endsByReturn, joined),
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
      on: { ...firstForce, ...rupture, ...on(STRAINING, { target: STRAINED }) },
      states: {
        full: { always: { guard: unless(bothInPost), target: "reduced" } },
        reduced: {
          always: { guard: bothInPost, target: "full" },
          on: on(["agree"], { guard: unless(detailed("truce")), target: SETTLED }),
        },
      },
    },
    strained: {
      on: { ...firstForce, ...rupture, ...conciliation, ...returning, ...agreed, ...relaxing },
    },
    strike: { on: { ...answeringForce, ...rupture, ...conciliation, ...returning, ...settlement, ...fading } },
    "ambassadors-recalled": {
      initial: "withdrawn",
      on: { ...renewedForce, ...conciliation, ...settlement, ...fading, ...closing },
      states: {
        withdrawn: {
          on: {
            ...on(["return-ambassador"], ...endsByReturn, ...backToForce, ...step),
            ...on(["break-relations"], { target: SEVERED }),
          },
        },
        severed: {},
      },
    },
    retaliation: {
      initial: "answered",
      on: { ...settlement, ...fading },
      states: {
        answered: {
          on: { ...conciliation, ...returning, ...on(FORCE, { target: "exchange" }), ...on(WAR, { target: "war" }) },
        },
        exchange: { on: { ...conciliation, ...returning, ...on(WAR, { target: "war" }) } },
        // A war ends by what both do, or by a surrender: no step of one leads out of it, and no talks while it goes on.
        war: {
          on: {
            ...on(["declare-ceasefire"], { by: ["both"], target: TRUCE }),
            ...on(["surrender"], { target: TRUCE }),
          },
        },
      },
    },
    reconciliation: {
      initial: "overture",
      on: { ...renewedForce, ...on(ENDING, ...lifting), ...settlement, ...fading, ...closing },
      states: {
        overture: {
          initial: "by-a",
          on: rupture,
          states: { "by-a": overture("b"), "by-b": overture("a") },
        },
        talks: {
          on: {
            ...rupture,
            ...on(["declare-ceasefire"], { by: ["both"], target: TRUCE }),
            ...on(["surrender"], { target: TRUCE }),
            ...on(["return-ambassador"], ...endsByReturn),
            ...on(
              ["suspend-talks"],
              { by: ["a"], guard: wholly, target: OVERTURE_B },
              { by: ["b"], guard: wholly, target: OVERTURE_A },
            ),
            ...on(["commitment-kept"], ...over(all([detailed("late"), inSituation({ terms: "none" })]))),
            ...on(["terms-resumed"], { guard: unless(detailed("truce")), target: "settled" }),
          },
        },
        truce: {
          on: {
            ...on(["agree"], { guard: unless(detailed("truce")), target: "settled" }),
            ...on(["commitment-kept"], { target: "truce" }),
            ...on(["terms-resumed"], { guard: unless(detailed("truce")), target: "settled" }),
          },
        },
        settled: {
          on: {
            ...rupture,
            ...on(["agree"], { target: "settled" }),
            ...on(["commitment-kept"], ...over(all([nothingMore, inSituation({ terms: "pending" })]))),
            ...on(
              ["commitment-lapsed", "terms-suspended"],
              { guard: all([nothingMore, atWar]), target: "truce" },
              { guard: nothingMore, target: "talks" },
            ),
          },
        },
      },
    },
  },
} as const;
