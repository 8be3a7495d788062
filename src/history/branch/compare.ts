/** Comparing two branches: where they part, which events and verdicts differ, and how commitments end. */
import type { Patch } from "immer";
import { type Commitment, patchesBetween } from "../../dossier/index.ts";
import { dayStart, MINUTES_PER_DAY } from "../../events/index.ts";
import type { Situation } from "../../machine/index.ts";
import type { History, Step } from "../history.ts";
import { changes, dossierAfter, type RegionChange, situationAfter, situationAt, stepsUntil } from "../moment.ts";

/** The same event in both branches. */
export interface Pair {
  readonly one: Step;
  readonly other: Step;
}

/** A commitment as it is in both branches. */
export interface CommitmentPair {
  readonly one: Commitment;
  readonly other: Commitment;
}

/** The first place where two histories differ. */
export interface Divergence {
  readonly minute: number;
  /** What happened there in each; absent where it has ended. */
  readonly one?: Step;
  readonly other?: Step;
}

/** One day in both branches. */
export interface ComparedDay {
  /** The first minute of the day. */
  readonly day: number;
  readonly one: { readonly steps: readonly Step[]; readonly situation: Situation };
  readonly other: { readonly steps: readonly Step[]; readonly situation: Situation };
  /** The regions in which the situations at its end differ: `from` in the one, `to` in the other. */
  readonly differs: readonly RegionChange[];
}

/** What differs between two branches. */
export interface Comparison {
  /** How many steps they have in common from the beginning on. */
  readonly shared: number;
  /** Absent when nothing differs. */
  readonly divergence?: Divergence;
  /** The first day on whose end the situations differ; absent when they never do. */
  readonly parted?: ComparedDay;
  /** What happens only in the one, and only in the other. */
  readonly missing: readonly Step[];
  readonly added: readonly Step[];
  /** Events that happen in both, with another date, actor or content. */
  readonly changed: readonly Pair[];
  /** Events that happen in both and are judged differently. */
  readonly verdicts: readonly Pair[];
  /** What is void in the other, and in the one is valid or not there. */
  readonly unfit: readonly Step[];
  readonly commitments: {
    readonly appeared: readonly Commitment[];
    readonly vanished: readonly Commitment[];
    readonly otherwise: readonly CommitmentPair[];
  };
  /** Every day, from the divergence on, on which something happens in either or their situations differ. */
  readonly days: readonly ComparedDay[];
  /** The regions in which they end differently; what differs in their dossiers: {@link differenceBetween}. */
  readonly end: readonly RegionChange[];
}

/** How one moment differs from another, of the same branch or not. */
export interface MomentDifference {
  readonly situation: readonly RegionChange[];
  /** Patches that make the dossier of the other of that of the one. */
  readonly dossier: readonly Patch[];
}

/**
 * What differs between two histories, from the one to the other.
 *
 * @example
 * ```ts
 * import { branch, compare, event, historyOf, mainLine } from "demarche";
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const record = mainLine([strike], { dyad: { a: "IRN", b: "PAK" } });
 * const without = branch(record, [{ kind: "drop", id: "strike" }], "prune");
 * compare(historyOf(record), historyOf(without)).missing.map(({ event }) => event.id); // => ["strike"]
 * ```
 */
export function compare(one: History, other: History): Comparison {
  const shared = sharedSteps(one, other);
  const mine = new Map(one.steps.slice(shared).map((step) => [step.event.id, step]));
  const theirs = new Map(other.steps.slice(shared).map((step) => [step.event.id, step]));
  const pairs = [...mine].flatMap(([id, step]): readonly Pair[] => {
    const theirStep = theirs.get(id);
    return theirStep === undefined ? [] : [{ one: step, other: theirStep }];
  });
  const days = daysOf(one, other, shared);
  const divergence = divergenceAt(one, other, shared);
  const parted = days.find(({ differs }) => differs.length > 0);
  return {
    shared,
    ...(divergence === undefined ? {} : { divergence }),
    ...(parted === undefined ? {} : { parted }),
    missing: [...mine.values()].filter(({ event }) => !theirs.has(event.id)),
    added: [...theirs.values()].filter(({ event }) => !mine.has(event.id)),
    changed: pairs.filter((pair) => !isSameEvent(pair.one, pair.other)),
    verdicts: pairs.filter((pair) => pair.one.verdict !== pair.other.verdict),
    unfit: [...theirs.values()].filter(
      ({ event, verdict }) => verdict === "void" && mine.get(event.id)?.verdict !== "void",
    ),
    commitments: commitmentsOf(one, other),
    days,
    end: changes(one.situation, other.situation),
  };
}

/** How the state after some steps of one history differs from the state after some steps of another. */
export function differenceBetween(one: History, count: number, other: History, otherCount: number): MomentDifference {
  return {
    situation: changes(situationAfter(one, count), situationAfter(other, otherCount)),
    dossier: patchesBetween(dossierAt(one, count), dossierAt(other, otherCount)),
  };
}

function dossierAt(history: History, count: number) {
  return count === history.steps.length ? history.dossier : dossierAfter(history, count);
}

function sharedSteps(one: History, other: History): number {
  const parted = one.steps.findIndex((step, k) => {
    const otherStep = other.steps[k];
    return (
      otherStep === undefined ||
      (step !== otherStep && !(step.minute === otherStep.minute && isSameEvent(step, otherStep)))
    );
  });
  return parted < 0 ? one.steps.length : parted;
}

function isSameEvent(one: Step, other: Step): boolean {
  return one.event === other.event || JSON.stringify(one.event) === JSON.stringify(other.event);
}

function divergenceAt({ steps }: History, other: History, shared: number): Divergence | undefined {
  const [one, two] = [steps[shared], other.steps[shared]];
  if (one === undefined && two === undefined) return undefined;
  const minute = Math.min(one?.minute ?? Number.POSITIVE_INFINITY, two?.minute ?? Number.POSITIVE_INFINITY);
  return { minute, ...(one === undefined ? {} : { one }), ...(two === undefined ? {} : { other: two }) };
}

function commitmentsOf(one: History, other: History): Comparison["commitments"] {
  const mine = new Map(commitmentsIn(one).map((commitment) => [commitment.id, commitment]));
  const theirs = commitmentsIn(other);
  const theirIds = new Set(theirs.map(({ id }) => id));
  return {
    appeared: theirs.filter(({ id }) => !mine.has(id)),
    vanished: [...mine.values()].filter(({ id }) => !theirIds.has(id)),
    otherwise: theirs.flatMap((commitment): readonly CommitmentPair[] => {
      const before = mine.get(commitment.id);
      const isSame =
        before === undefined || (before.status === commitment.status && before.endedBy === commitment.endedBy);
      return isSame ? [] : [{ one: before, other: commitment }];
    }),
  };
}

function commitmentsIn({ dossier: { commitments } }: History): readonly Commitment[] {
  const { ended, lapsed, suspended, open } = commitments;
  return [...ended, ...lapsed, ...suspended, ...open];
}

function daysOf(one: History, other: History, shared: number): readonly ComparedDay[] {
  const later = [...one.steps.slice(shared), ...other.steps.slice(shared)];
  const days = [...new Set(later.map(({ minute }) => dayStart(minute)))].sort((a, b) => a - b);
  return days.map((day) => {
    const [left, right] = [dayOf(one, day, shared), dayOf(other, day, shared)];
    return { day, one: left, other: right, differs: changes(left.situation, right.situation) };
  });
}

function dayOf(history: History, day: number, shared: number): ComparedDay["one"] {
  const end = day + MINUTES_PER_DAY - 1;
  const steps = history.steps.slice(Math.max(shared, stepsUntil(history, day - 1)), stepsUntil(history, end));
  return { steps, situation: situationAt(history, end) };
}
