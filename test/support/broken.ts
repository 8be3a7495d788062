/** The system with one thing broken on purpose: for each law a way to break it, so that it is seen to fail. */
import { setup } from "xstate";
import { EMPTY } from "../../src/dossier/index.ts";
import { actsOfClass, type DiplomaticEvent } from "../../src/events/index.ts";
import { type Branch, begin, type History, historyOf, QUIET } from "../../src/history/index.ts";
import { type ChartStep, type System, system } from "../../src/laws/index.ts";
import {
  type ChartEvent,
  isVoidIn,
  matches,
  nextIn,
  type Situation,
  sharedTable,
  symbols,
  type Verdict,
} from "../../src/machine/index.ts";
import { nth } from "../../src/problem/index.ts";

/** A chart in which some steps are otherwise: the shared table, but for the answers that are changed. */
function table(
  change: (step: ChartStep) => Partial<Pick<ChartStep, "verdict" | "after">> | undefined,
): Partial<System> {
  const answer = (id: number, symbol: number): number => {
    const step = {
      before: sharedTable.situationOf(id),
      event: nth(symbols, symbol),
      verdict: sharedTable.verdict(id, symbol),
      after: sharedTable.situationOf(sharedTable.next(id, symbol)),
    };
    const otherwise = change(step);
    if (otherwise === undefined) return sharedTable.answer(id, symbol);
    const { verdict, after } = { ...step, ...otherwise };
    return VERDICTS.indexOf(verdict) + 3 * sharedTable.idOf(after);
  };
  const next = (id: number, symbol: number): number => nextIn(answer(id, symbol));
  const verdict = (id: number, symbol: number): Verdict => nth(VERDICTS, answer(id, symbol) % 3);
  return { table: { ...sharedTable, answer, next, verdict, judging: "other" } };
}

/** By what an answer of a table leaves when it is divided by three. */
const VERDICTS: readonly Verdict[] = ["applied", "noted", "void"];

/** A chart in which what an act leads to is otherwise. */
function leading(acts: readonly string[], change: (step: ChartStep) => Partial<Situation>): Partial<System> {
  return table((step) =>
    step.verdict === "applied" && (acts.length === 0 || acts.includes(step.event.type))
      ? { after: { ...step.after, ...change(step) } }
      : undefined,
  );
}

/** A fold, alone or in parts, after which something is otherwise. */
function folded(change: (history: History) => History): Partial<System> {
  return {
    fold: (...given) => change(system.fold(...given)),
    extend: (...given) => change(system.extend(...given)),
  };
}

/** A fold that is told other events than it was given. */
function hearing(change: (events: readonly DiplomaticEvent[]) => readonly DiplomaticEvent[]): Partial<System> {
  return { fold: (events, ...rest) => system.fold(change(events), ...rest) };
}

/** Branches in which something is otherwise. */
function branched(change: (made: Branch, parent: Branch) => Branch): Partial<System> {
  return { branch: (parent, ...rest) => change(system.branch(parent, ...rest), parent) };
}

const FORCE = actsOfClass("force");
const refused = ({ before }: ChartStep) => ({ verdict: "void", after: before }) as const;
const isNormal = (situation: Situation): boolean => matches(situation, { course: "normal" });
/** Histories that a fold has made: what it remembers of them stands in no history. */
const remembered = new WeakSet<History>();
let calls = 0;

/** A ledger whose transition leaves its region. */
const conflicting = setup({ types: { events: {} as ChartEvent | { readonly type: "calm" } } }).createMachine({
  id: "relation",
  type: "parallel",
  states: {
    course: { id: "course", initial: "normal", states: { normal: {}, strike: { id: "struck" } } },
    ledger: { initial: "clear", states: { clear: { on: { strike: { target: "#struck" } } } } },
  },
});

/** For each law, by its name, what is broken in the system so that the law is. */
export const breakages: Readonly<Record<string, () => Partial<System>>> = {
  "severed-closes-missions": () => leading(["break-relations"], ({ before }) => ({ missionB: before.missionB })),
  "severed-is-the-headline": () => leading(["break-relations"], ({ before }) => ({ relations: before.relations })),
  "normal-needs-relations": () =>
    leading(["crisis-faded"], ({ before }) => (before.relations === "severed" ? { course: "normal.reduced" } : {})),
  "normal-has-no-measures": () =>
    leading(["crisis-faded"], ({ after }) => (after.course === "strained" ? { course: "normal.reduced" } : {})),
  "full-normality": () =>
    leading([], ({ after }) => (after.course === "normal.reduced" ? { course: "normal.full" } : {})),
  "normality-is-calm": () => leading([], ({ before, after }) => (isNormal(after) ? { ledger: before.ledger } : {})),
  "strained-is-without-force": () => leading(["strike"], ({ before }) => ({ course: before.course })),
  "strike-is-one-sided": () => leading(FORCE, ({ before }) => (before.course === "strike" ? { course: "strike" } : {})),
  "retaliation-is-mutual": () =>
    leading(FORCE, ({ before, after }) => (matches(after, { course: "retaliation" }) ? { ledger: before.ledger } : {})),
  "force-is-remembered": () => leading(["strike"], ({ before }) => ({ posture: before.posture })),
  "settled-is-to-be-carried-out": () => leading(["agree"], ({ before }) => ({ terms: before.terms })),

  "only-what-applies-changes": () => table(({ event }) => (event.type === "strike" ? { verdict: "void" } : undefined)),
  "others-move-nothing": () =>
    table(({ event, before }) =>
      event.type === "strike" && event.by === "other" && before.ledger === "clear"
        ? { verdict: "applied", after: { ...before, course: "strike", ledger: "by-a", posture: "force" } }
        : undefined,
    ),
  "promises-outlive-force": () => leading(FORCE, () => ({ terms: "none" })),
  "threats-strain": () => leading(["impose-sanctions"], ({ before }) => ({ course: before.course })),
  "force-is-strike-or-retaliation": () => leading(["strike"], ({ before }) => ({ ledger: before.ledger })),
  "rupture-is-the-headline": () => leading(["recall-ambassador"], ({ before }) => ({ course: before.course })),
  "conciliation-reconciles": () => leading(["offer-talks"], ({ before }) => ({ course: before.course })),
  "agreement-settles": () => leading(["agree"], () => ({ course: "reconciliation.talks" })),
  "contact-opens-channels": () => leading(["meet"], () => ({ channels: "suspended" })),
  "contact-answers-an-overture": () => leading(["meet"], ({ before }) => ({ course: before.course })),
  "terms-are-owed-until-done": () => leading(["commitment-kept"], ({ before }) => ({ terms: before.terms })),
  "resumed-terms-settle-again": () => leading(["terms-resumed"], ({ before }) => ({ course: before.course })),
  "restored-relations-exist": () => leading(["restore-relations"], ({ before }) => ({ relations: before.relations })),
  "posture-falls-to-none-alone": () =>
    leading([], ({ before }) => (before.posture === "display" ? { posture: "threat" } : {})),
  "hostility-is-remembered": () => leading(["raise-alert"], ({ before }) => ({ posture: before.posture })),
  "words-move-nothing": () =>
    table(({ event, before }) =>
      event.type === "condemn" && before.channels === "open"
        ? { verdict: "applied", after: { ...before, channels: "suspended" } }
        : undefined,
    ),

  "the-last-measure-ends-what-it-strained": () =>
    leading(["measure-ended"], ({ before }) => ({ course: before.course })),
  "what-begins-stands": () => leading(["impose-sanctions"], ({ before }) => ({ measures: before.measures })),
  "measures-are-their-own": () =>
    leading(["apologize"], ({ before, event }) =>
      before.measures === "by-b" && event.by === "a" ? { measures: "none" } : {},
    ),
  "ending-nothing-moves-nothing": () =>
    table(({ event, before }) =>
      event.type === "lift-sanctions" && event.detail === "nothing" && before.course === "strained"
        ? { verdict: "applied", after: { ...before, course: "reconciliation.overture.by-a" } }
        : undefined,
    ),
  "a-crisis-ends-where-it-must": () =>
    leading(["sign-agreement"], ({ after }) => (isNormal(after) ? { course: "strained" } : {})),
  "a-war-does-not-fade": () =>
    table(({ event, before }) =>
      event.type === "crisis-faded" && event.by === "other" && before.course === "retaliation.war"
        ? { verdict: "applied", after: { ...before, course: "normal.reduced", ledger: "clear", posture: "none" } }
        : undefined,
    ),
  "return-leaves-what-holds": () =>
    leading(["return-ambassador"], ({ event }) => (event.detail === "held" ? { course: "normal.reduced" } : {})),
  "truce-is-no-settlement": () =>
    leading(["commitment-kept"], ({ before }) =>
      before.course === "reconciliation.truce" ? { course: "reconciliation.talks" } : {},
    ),

  "own-mission-only": () =>
    leading(["recall-ambassador"], ({ before, event }) =>
      event.by === "a" ? { missionA: before.missionA, missionB: "recalled" } : {},
    ),
  "mission-acts-move-missions": () =>
    leading(["downgrade-relations"], ({ before: { missionA, missionB } }) => ({ missionA, missionB })),
  "return-after-leaving": () =>
    table(({ event, before }) =>
      event.type === "return-ambassador" && event.detail === undefined && before.missionA === "ambassador"
        ? { verdict: "noted" }
        : undefined,
    ),
  "return-by-consent": () =>
    table(({ event, before }) =>
      event.type === "return-ambassador" &&
      event.by === "a" &&
      event.detail === undefined &&
      before.missionA === "expelled"
        ? { verdict: "applied", after: { ...before, missionA: "ambassador" } }
        : undefined,
    ),

  "normal-can-return": () => table((step) => (step.before.posture === "war" ? refused(step) : undefined)),
  "no-act-is-dead": () => table((step) => (step.event.type === "seize" ? refused(step) : undefined)),
  "no-conflict": () => ({ chart: conflicting }),
  "neither-party-is-favoured": () =>
    table((step) => (step.event.type === "strike" && step.event.by === "b" ? refused(step) : undefined)),

  "judged-by-the-chart": () => table((step) => (step.event.type === "strike" ? refused(step) : undefined)),
  "every-event-once": () =>
    folded((history) => ({ ...history, steps: history.steps.filter(({ event }) => event.act !== "strike") })),
  "time-never-falls": () =>
    folded((history) => ({
      ...history,
      steps: history.steps.map((step, k) => (k === 1 ? { ...step, minute: step.minute - 1_000_000 } : step)),
    })),
  "alone-among-others": () => ({
    fold: (events, { states: _, ...beginning }, until) => system.fold(events, beginning, until),
  }),
  "no-event-falls-between": () => ({
    fold: (events, beginning, until) => {
      const heard = beginning.states === undefined ? events : events.filter(({ from }) => !from.includes("CCC"));
      return system.fold(heard, beginning, until);
    },
  }),
  "one-clock-for-all": () =>
    folded((history) => {
      const late = history.dyad.b === "BBB" ? 0 : 1;
      return { ...history, steps: history.steps.map((step) => ({ ...step, minute: step.minute + late })) };
    }),
  "fold-in-parts": () => ({ extend: (history, events) => system.extend({ ...history, dossier: EMPTY }, events) }),
  "fold-is-repeatable": () => folded((history) => ({ ...history, now: history.now + calls++ })),
  "snapshot-changes-nothing": () => ({
    extend: (history, events) => {
      const known = history.steps.length === 0 || remembered.has(history);
      const next = system.extend(known ? history : { ...history, dossier: EMPTY }, events);
      remembered.add(next);
      return next;
    },
  }),
  "clock-in-steps": () => ({
    advance: (history, until) => {
      const next = system.advance(history, until);
      return { ...next, quietSince: next.now };
    },
  }),

  "verdicts-ignore-claims": () => hearing((events) => events.filter(({ claims }) => claims.length === 0)),
  "commitments-end-once": () =>
    folded((history) => ({
      ...history,
      dossier: { ...history.dossier, commitments: { ...history.dossier.commitments, ended: [] } },
    })),
  "claims-never-vanish": () =>
    folded((history) => ({
      ...history,
      dossier: { ...history.dossier, claims: Object.fromEntries(Object.entries(history.dossier.claims).slice(-1)) },
    })),
  "casualties-never-shrink": () =>
    folded((history) => ({
      ...history,
      dossier: { ...history.dossier, claims: Object.fromEntries(Object.entries(history.dossier.claims).slice(-1)) },
    })),
  "scores-are-sums": () =>
    folded((history) => {
      const { aToB } = history.dossier.scores;
      const scores = { ...history.dossier.scores, aToB: { ...aToB, goldstein: aToB.goldstein * 2 } };
      return { ...history, dossier: { ...history.dossier, scores } };
    }),

  "measures-are-those-of-the-dossier": () =>
    folded((history) => ({ ...history, dossier: { ...history.dossier, measures: [] } })),
  // A clock that has forgotten what stands when the events have been told.
  "nothing-fades-while-something-holds": () => ({
    fold: (events, beginning, until = 0) => {
      const { dossier, ...history } = system.extend(begin(beginning), events);
      return system.advance({ ...history, dossier: { ...dossier, measures: [] } }, until);
    },
  }),
  "nothing-fades-before-its-time": () => ({
    fold: (events, { quiet = QUIET, ...beginning }, until) => ({
      ...system.fold(events, { ...beginning, quiet: 1440 }, until),
      quiet,
    }),
  }),
  "what-is-aimed-elsewhere-moves-nothing": () => hearing((events) => events.map((one) => ({ ...one, to: [] }))),

  mirror: () => hearing((events) => events.filter(({ from }) => from[0] !== "BBB")),
  relabelling: () => ({
    fold: (events, beginning, until) =>
      system.fold(events, beginning.dyad.a === "AAA" ? { ...beginning, quiet: 14_400 } : beginning, until),
  }),
  "shifted-dates": () => hearing((events) => events.filter(({ at }) => !at.startsWith("2025"))),
  "outsiders-commute": () =>
    hearing((events) => events.filter((_, k) => !["OUTSIDER", "CCC"].includes(events[k - 1]?.from[0] ?? ""))),

  "export-and-import": () => ({
    toCloudEvent: (event, source) => system.toCloudEvent({ ...event, because: [] }, source),
  }),
  "upcasting-commutes": () => ({
    upcast: ({ form: _, ...stored }) => (stored["version"] === 1 ? { ...stored, version: 2 } : stored),
  }),
  "moves-are-judged-as-events": () => ({
    decide: (history, move) => {
      const decision = system.decide(history, move);
      return decision.valid || move.act === "strike"
        ? decision
        : system.decide(system.fold([], { dyad: history.dyad, from: history.now }), move);
    },
  }),

  "branch-is-a-history": () =>
    branched((made, parent) => ({ ...made, end: { ...made.end, situation: parent.end.situation } })),
  "parent-stays": () =>
    branched((made, parent) => {
      Object.assign(parent.end, { now: parent.end.now + 1 });
      return made;
    }),
  "shared-beginning": () =>
    branched((made) => ({ ...made, shared: { ...made.shared, steps: 0 }, tail: historyOf(made).steps })),
  "branch-in-order": () => branched((made) => ({ ...made, events: made.events.toReversed() })),
  "no-edit-no-difference": () => branched((made) => ({ ...made, until: 1 })),
  "edits-can-be-taken-back": () => ({ inverse: () => [] }),
  "pruning-follows-causes": () => ({
    branch: (parent, edits, then) => system.branch(parent, edits, then === "prune" ? "keep" : then),
  }),
  "keeping-keeps-all": () => ({
    branch: (parent, edits, then) => system.branch(parent, edits, then === "keep" ? "prune" : then),
  }),
  "stopping-tells-the-beginning": () => branched((made) => ({ ...made, left: [] })),

  "doctrines-act-validly": () => ({
    createSimulator: (model, seed, watches, bound) => {
      const answer = (id: number, symbol: number): number => {
        const told = sharedTable.answer(id, symbol);
        return isVoidIn(told) ? told - 1 : told;
      };
      return system.createSimulator(model, seed, watches, bound, { answer });
    },
  }),
  "futures-replay": () => ({
    createSimulator: (model, seed, watches, bound) => {
      const simulator = system.createSimulator(model, seed, watches, bound);
      return { ...simulator, run: (run) => ({ ...simulator.run(run), situation: 0 }) };
    },
  }),
  "seed-and-input-alone": () => ({
    createSimulator: (...given) => {
      const simulator = system.createSimulator(...given);
      let before = 0;
      return { ...simulator, run: (run) => simulator.run(run + before++) };
    },
  }),
  "prefix-ignores-horizon": () => ({
    createSimulator: (model, seed, ...rest) =>
      system.createSimulator(model, seed + (model.setup.horizon % 1000), ...rest),
  }),
};
