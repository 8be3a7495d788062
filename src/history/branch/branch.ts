/** Branches: the record, and histories that share its beginning and go on otherwise. Nothing ever changes the record. */
import { type DiplomaticEvent, dayStart, MINUTES_PER_DAY, when } from "../../events/index.ts";
import { isProblem, nth, Problem, wordArgument } from "../../problem/index.ts";
import { type Beginning, begin } from "../fold.ts";
import type { History, Step } from "../history.ts";
import { refuseRepeatedIds } from "../order.ts";
import { type Change, carryOut, type Edited } from "./carry-out.ts";
import { type Consequences, consequences, type Reached } from "./consequences.ts";
import { type Edit, type Policy, policies, type Slot } from "./edit.ts";
import type { Fault } from "./faults.ts";
import { type Checkpoint, foldWithCheckpoints } from "./fold-with-checkpoints.ts";

/** The record, or a branch of it: a pointer to what it shares with its parent, and its own steps after that. */
export interface Branch {
  /** What it branched from; absent for the record. */
  readonly parent?: Branch;
  /** How many steps and how many events it shares with its parent, from the beginning on. */
  readonly shared: { readonly steps: number; readonly events: number };
  /** Its own steps and its own events, after the shared ones. Those of the clock are steps only. */
  readonly tail: readonly Step[];
  readonly events: readonly DiplomaticEvent[];
  /** Checkpoints from which folding can go on; its own steps were folded from the first. */
  readonly marks: readonly Checkpoint[];
  /** The history at its end, without steps: {@link historyOf} has them. */
  readonly end: History;
  /** The minute up to which the clock runs; absent where it stops with the last event. */
  readonly until?: number;
  /** Ids beside those of its events that may be named as causes. */
  readonly background: ReadonlySet<string>;
  readonly edits: readonly Edit[];
  /** What became of later events; absent for the record. */
  readonly then?: Policy;
  /** What each edit changed. */
  readonly changes: readonly Change[];
  /** Events that lost a cause. With `keep` they stand all the same, else they are gone. */
  readonly orphaned: readonly Reached[];
  /** Events that stand on a cause that is not what it was. */
  readonly reopened: readonly Reached[];
  /** Events of the parent after the last edit that nobody has decided about: with `stop` and `model`, else none. */
  readonly left: readonly DiplomaticEvent[];
  /** How many events of the parent come no later than the last edit. */
  readonly reach: number;
}

/** `bad-edit`: edits are impossible, with every fault. */
function editProblem(faults: readonly Fault[]): Problem<readonly Fault[]> {
  const sentence = faults.map(({ message, expected }) => `${message} Expected: ${expected}.`).join("\n");
  return new Problem("bad-edit", sentence, { data: faults });
}

/** Whether edits are impossible. */
export function isEditProblem(error: unknown): error is Problem<readonly Fault[]> {
  return isProblem(error, "bad-edit");
}

const NO_CHANGE = { edits: [], changes: [], orphaned: [], reopened: [], left: [], reach: 0 } as const;

/** Where a record begins and how far it goes. */
export interface Scope extends Beginning {
  /** The minute up to which its clock runs; by default it stops with the last event. */
  readonly until?: number;
  /** Ids beside those of its events that may be named as causes. */
  readonly background?: ReadonlySet<string>;
}

/**
 * The record as the line that others branch from.
 *
 * @throws Problem `out-of-order` and `duplicate-id`, as `fold` does
 */
export function mainLine(events: readonly DiplomaticEvent[], scope: Scope): Branch {
  refuseRepeatedIds(events);
  const { until, background = new Set(), ...beginning } = scope;
  const { steps, checkpoints, end } = foldWithCheckpoints(
    { events: 0, steps: 0, state: begin(beginning) },
    events,
    until,
  );
  const own = { shared: { steps: 0, events: 0 }, tail: steps, events, marks: checkpoints, end, background };
  return { ...own, ...(until === undefined ? {} : { until }), ...NO_CHANGE };
}

/**
 * A branch: edits of a record or of another branch, and what becomes of the events after them. Only what comes after
 * the first edit is folded anew.
 *
 * @throws Problem `bad-edit` when an edit is impossible; `bad-option` for an unknown policy
 * @example
 * ```ts
 * import { branch, event, historyOf, mainLine } from "demarche";
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const record = mainLine([strike], { dyad: { a: "IRN", b: "PAK" } });
 * const without = branch(record, [{ kind: "drop", id: "strike" }], "prune");
 * historyOf(without).situation.course; // => "normal.full"
 * historyOf(record).situation.course; // => "strike"
 * ```
 */
export function branch(parent: Branch, edits: readonly Edit[], then: Policy): Branch {
  wordArgument("policy", then, policies);
  const events = eventsOf(parent);
  const edited = carryOut(edits, events, parent.end.dyad, parent.background, beginningOf(parent));
  if (edited.faults.length > 0) throw editProblem(edited.faults);
  const { orphaned, reopened } = consequences(edited.slots);
  const { remaining, left, until, later } = applyPolicy(edited, { orphaned, reopened }, then, parent.until);
  const firstChange = remaining.findIndex((event, k) => event !== events[edited.head + k]);
  const sharedEvents =
    edited.head + (firstChange < 0 ? Math.min(remaining.length, events.length - edited.head) : firstChange);
  const checkpoint = checkpointBefore(parent, sharedEvents);
  const allEvents = [...events.slice(0, edited.head), ...remaining];
  const folded = foldWithCheckpoints(checkpoint, allEvents.slice(checkpoint.events), until);
  const inherited = historyOf(parent).steps;
  const firstDifference = folded.steps.findIndex((step, k) => !isSameStep(step, inherited[checkpoint.steps + k]));
  const repeatedSteps = firstDifference < 0 ? folded.steps.length : firstDifference;
  return {
    parent,
    shared: { steps: checkpoint.steps + repeatedSteps, events: sharedEvents },
    tail: folded.steps.slice(repeatedSteps),
    events: allEvents.slice(sharedEvents),
    marks: folded.checkpoints,
    end: folded.end,
    background: parent.background,
    ...(until === undefined ? {} : { until }),
    edits,
    then,
    changes: edited.changes,
    orphaned,
    reopened,
    left,
    reach: events.findLastIndex(({ id }) => !later.has(id)) + 1,
  };
}

/** The history of a branch, with all its steps. */
export function historyOf(branch: Branch): History {
  return { ...branch.end, steps: collect(branch, ({ tail, shared }) => [tail, shared.steps]) };
}

/** From the branch back to the record: of each only what all after it share. Nothing is copied twice. */
function collect<T>(branch: Branch, of: (line: Branch) => readonly [own: readonly T[], shared: number]): readonly T[] {
  if (branch.parent === undefined) return of(branch)[0];
  const parts: (readonly T[])[] = [];
  let upTo = Number.POSITIVE_INFINITY;
  for (let line: Branch | undefined = branch; line !== undefined && upTo > 0; line = line.parent) {
    const [own, shared] = of(line);
    if (upTo > shared) parts.push(own.slice(0, upTo - shared));
    upTo = Math.min(upTo, shared);
  }
  return parts.reverse().flat();
}

/** The record that a branch goes back to; itself for the record. */
export function rootOf(branch: Branch): Branch {
  let line = branch;
  while (line.parent !== undefined) line = line.parent;
  return line;
}

/** The first minute of the record that a branch goes back to, where one was given. */
export function beginningOf(branch: Branch): number {
  return nth(rootOf(branch).marks, 0).state.now;
}

/** The events of a branch, without those of the clock. */
export function eventsOf(branch: Branch): readonly DiplomaticEvent[] {
  return collect(branch, ({ events, shared }) => [events, shared.events]);
}

interface PolicyOutcome {
  readonly remaining: readonly DiplomaticEvent[];
  readonly left: readonly DiplomaticEvent[];
  readonly until?: number | undefined;
  /** The ids of the events after the last edit. */
  readonly later: ReadonlySet<string>;
}

/** What remains of the edited list under a policy, and up to which minute its history runs. */
function applyPolicy({ slots }: Edited, { orphaned }: Consequences, then: Policy, until?: number): PolicyOutcome {
  const gone = new Set(then === "keep" ? [] : orphaned.map(({ event }) => event.id));
  const remainingIn = (some: readonly Slot[]): readonly DiplomaticEvent[] =>
    some.flatMap(({ event, edit }) => (edit?.kind === "drop" || gone.has(event.id) ? [] : [event]));
  const last = slots.findLastIndex(({ edit }) => edit !== undefined);
  const at = slots[last]?.event.at;
  const later = new Set(slots.slice(last + 1).map(({ event }) => event.id));
  if (then === "keep" || then === "prune" || at === undefined) {
    return { remaining: remainingIn(slots), left: [], until, later };
  }
  const { start } = when(at);
  const moment = then === "model" ? start : dayStart(start) + MINUTES_PER_DAY - 1;
  return {
    remaining: remainingIn(slots.slice(0, last + 1)),
    left: remainingIn(slots.slice(last + 1)),
    until: Math.min(moment, until ?? moment),
    later,
  };
}

/** The latest checkpoint from which a place can be reached. */
function checkpointBefore(branch: Branch, events: number): Checkpoint {
  // A line begins with a checkpoint of its parent: before that, the parent's checkpoints are right for both.
  for (let line: Branch | undefined = branch; line !== undefined; line = line.parent) {
    const own = line.marks.findLast((checkpoint) => checkpoint.events <= events);
    if (own !== undefined) return own;
  }
  throw new RangeError("A record has a mark at its beginning: a defect of ours.");
}

function isSameStep(step: Step, otherStep: Step | undefined): boolean {
  if (otherStep === undefined || step.minute !== otherStep.minute) return false;
  if (step.event === otherStep.event) return true;
  return step.event.source === "clock" && JSON.stringify(step.event) === JSON.stringify(otherStep.event);
}
