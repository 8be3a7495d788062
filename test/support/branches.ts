/** Random what-ifs as branches, and what tests of branches ask again and again. */
import fc from "fast-check";
import { type DiplomaticEvent, formatWhen, when } from "../../src/events/index.ts";
import {
  type Branch,
  branch,
  type Edit,
  eventsOf,
  type History,
  historyOf,
  mainLine,
  type Policy,
  type Scope,
} from "../../src/history/index.ts";
import {
  type EditConstraints,
  type RecordConstraints,
  recordArbitrary,
  type WhatIfDraft,
  whatIfArbitrary,
} from "../../src/testing/index.ts";

type Constraints = RecordConstraints & EditConstraints;

const dyad = { a: "AAA", b: "BBB" };

/** Where the random records begin, and a clock that runs on long enough for deadlines and fading. */
export const scope: Scope = { dyad, from: when("2022-01-01").start, until: when("2026-12-31").end };

/** A what-if and what it makes of its record. */
export interface Made extends WhatIfDraft {
  readonly main: Branch;
  readonly made: Branch;
}

/** Carries a what-if out; under another policy when one is given. */
export function make(whatIf: WhatIfDraft, then: Policy = whatIf.then): Made {
  const main = mainLine(whatIf.record, scope);
  return { ...whatIf, then, main, made: branch(main, whatIf.edits, then) };
}

/** Random what-ifs between the parties of {@link scope}. */
export function whatIfs(constraints: Constraints = {}): fc.Arbitrary<WhatIfDraft> {
  return whatIfArbitrary({ ...constraints, dyad });
}

/** States a law of every what-if, or of every what-if under one policy. */
export function holds(law: (made: Made) => void, { then, ...constraints }: Constraints & { then?: Policy } = {}): void {
  fc.assert(
    fc.property(whatIfs(constraints), (whatIf) => {
      law(make(whatIf, then));
    }),
  );
}

/** The events of a branch as text. */
export function bytes(some: Branch): string {
  return JSON.stringify(eventsOf(some));
}

/** Ids in their order. */
export function ids(events: readonly { readonly id: string }[]): readonly string[] {
  return events.map(({ id }) => id);
}

/** The ids of the events of a branch. */
export function idsOf(some: Branch): readonly string[] {
  return ids(eventsOf(some));
}

/** Everything that a history says, without how it is held in memory. */
export function told(some: Branch | History): unknown {
  const history = "steps" in some ? some : historyOf(some);
  return JSON.parse(JSON.stringify(history));
}

/** A what-if that edits nothing but these events. */
export function dropped(...some: readonly DiplomaticEvent[]): readonly Edit[] {
  return some.map(({ id }) => ({ kind: "drop", id }));
}

/** A record as long as asked for: one event every six hours, every third without a cause, the others by the one before. */
export function longRecord(length: number): readonly DiplomaticEvent[] {
  const some = fc.sample(recordArbitrary({ dyad, maxLength: 40 }), { numRuns: length, seed: 4 }).flat();
  return some.slice(0, length).map((event, k) => ({
    ...event,
    id: `e${k}`,
    at: formatWhen(when("2023-01-01").start + k * 360, k % 2 === 0 ? "minute" : "day"),
    because: k % 3 === 0 ? [] : [`e${k - 1}`],
  }));
}
