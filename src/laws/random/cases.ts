/** Random cases: histories, branches and futures to check laws against, and the same with one thing less. */
import fc from "fast-check";
import type { Doctrine, Rule } from "../../doctrine/index.ts";
import { type ActId, type DiplomaticEvent, MINUTES_PER_DAY, when } from "../../events/index.ts";
import { type Edit, editedId, eventsOf, mainLine, type Scope } from "../../history/index.ts";
import { unlessRefused } from "../../problem/index.ts";
import { recordArbitrary, setupArbitrary, whatIfArbitrary } from "../../testing/index.ts";
import type { Account, Made, Simulated } from "../cases.ts";
import type { System } from "../system.ts";
import { PARTIES } from "../words.ts";

/** Where random records begin, and a clock that runs on long enough for deadlines and fading. */
const SCOPE = { dyad: PARTIES, from: when("2023-12-31").start, until: when("2026-12-31").end } as const;
/** What-ifs may move an event by more than a year. */
export const EARLY: Scope = { ...SCOPE, from: when("2022-01-01").start };

const choice = fc.nat(5000);

/** Acts by which crises begin, are settled and end. */
const TURNING: readonly ActId[] = [
  "strike",
  "recall-ambassador",
  "bar-ambassador",
  "expel-ambassador",
  "break-relations",
  "restore-relations",
  "return-ambassador",
  "offer-talks",
  "agree",
];

/** Acts by which something is promised, and kept, suspended or resumed. */
const PROMISING: readonly ActId[] = [
  "agree",
  "visit",
  "withdraw-forces",
  "recall-ambassador",
  "suspend-treaty",
  "resume-treaty",
];

/** Acts by which something begins to stand and ends. */
const STANDING: readonly ActId[] = [
  "occupy-territory",
  "seize",
  "impose-sanctions",
  "suspend-treaty",
  "withdraw-forces",
  "release-persons",
  "lift-sanctions",
  "resume-treaty",
  "agree",
];

/** Records of any acts, and such in which most events are valid and move the chart, or keep what was agreed. */
export function accountArbitrary({ fold }: Pick<System, "fold">): fc.Arbitrary<Account> {
  const records = fc.oneof(
    recordArbitrary({ dyad: PARTIES }),
    recordArbitrary({ dyad: PARTIES, acts: TURNING, maxPause: 20 }),
    recordArbitrary({ dyad: PARTIES, acts: PROMISING, maxPause: 3, maxLength: 20 }),
    recordArbitrary({ dyad: PARTIES, acts: STANDING, maxPause: 200 }),
    recordArbitrary({ dyad: PARTIES, maxPause: 1 }),
  );
  const { until, ...beginning } = SCOPE;
  return fc
    .tuple(records, choice)
    .map(([events, chosen]) => ({ events, beginning, until, history: fold(events, beginning, until), choice: chosen }));
}

/** Branches of random records, made by possible edits under any policy. */
export function madeArbitrary({ branch }: Pick<System, "branch">): fc.Arbitrary<Made> {
  const whatIfs = fc.oneof(
    whatIfArbitrary({ dyad: PARTIES }),
    whatIfArbitrary({ dyad: PARTIES, acts: TURNING, maxPause: 1, maxEdits: 8 }),
  );
  return fc.tuple(whatIfs, choice).map(([{ record, edits, then }, chosen]) => {
    const parent = mainLine(record, EARLY);
    return { parent, edits, then, branch: branch(parent, edits, then), choice: chosen };
  });
}

/** Acts of futures in which agreements come often. */
const AGREEABLE: readonly ActId[] = [
  "agree",
  "recall-ambassador",
  "return-ambassador",
  "strike",
  "offer-talks",
  "restore-relations",
  "break-relations",
  "mediate",
];

/** Futures of random setups in general, and of such in which both parties want agreements and sometimes break them. */
export function simulatedArbitrary(): fc.Arbitrary<Simulated> {
  const setups = fc.oneof(
    setupArbitrary(),
    setupArbitrary({ acts: AGREEABLE, minEvents: 1, maxRules: 6 }).map(({ doctrines, ...setup }) => ({
      ...setup,
      doctrines: { ...doctrines, AAA: withAgreementRules(doctrines["AAA"]), BBB: withAgreementRules(doctrines["BBB"]) },
    })),
  );
  const seed = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  return fc.record({ setup: setups, seed, run: fc.nat(100_000), choice: fc.nat(400_000) });
}

/** A doctrine that wants an agreement whenever an ambassador was recalled, beside what else it does. */
function withAgreementRules(doctrine: Doctrine | undefined): Doctrine {
  const rules = doctrine?.kind === "rules" ? doctrine.rules : [];
  const wish: Rule = {
    answer: ["recall-ambassador"],
    every: 5 * MINUTES_PER_DAY,
    with: "agree",
    chance: 1,
    after: { kind: "between", least: 0, most: 0 },
    if: { relations: "established" },
    atMost: 3,
  };
  return { kind: "rules", rules: [wish, { ...wish, answer: [] }, ...rules] };
}

/** The accounts that lack one event of an account; nothing names it as a cause any more. */
export function fewerEvents(
  { events, beginning, until, choice }: Account,
  { fold }: Pick<System, "fold">,
): readonly Account[] {
  return events.map(({ id }) => {
    const remaining = without(id, events);
    const end = until === undefined ? {} : { until };
    return { events: remaining, beginning, ...end, history: fold(remaining, beginning, until), choice };
  });
}

/** The branches that lack one edit, or one event of the record that no edit concerns. */
export function fewerEdits(
  { parent, edits, then, choice }: Made,
  scope: Scope,
  { branch }: Pick<System, "branch">,
): readonly Made[] {
  const record = eventsOf(parent);
  const concerned = new Set(edits.flatMap((edit) => [editedId(edit), "before" in edit ? edit.before : undefined]));
  const made = (events: readonly DiplomaticEvent[], some: readonly Edit[]): readonly Made[] => {
    const line = events === record ? parent : mainLine(events, scope);
    // The others may be impossible without it: an edit names a cause that it brought.
    const fewer = unlessRefused("bad-edit", () => branch(line, some, then));
    return fewer === undefined ? [] : [{ parent: line, edits: some, then, branch: fewer, choice }];
  };
  return [
    ...edits.flatMap((_, k) => made(record, edits.toSpliced(k, 1))),
    ...record.flatMap(({ id }) =>
      concerned.has(id)
        ? []
        : made(
            without(id, record),
            edits.map((edit) => ("event" in edit ? { ...edit, event: withoutCause(id, edit.event) } : edit)),
          ),
    ),
  ];
}

function without(id: string, events: readonly DiplomaticEvent[]): readonly DiplomaticEvent[] {
  return events.flatMap((event) => (event.id === id ? [] : [withoutCause(id, event)]));
}

function withoutCause(id: string, event: DiplomaticEvent): DiplomaticEvent {
  return event.because.includes(id) ? { ...event, because: event.because.filter((cause) => cause !== id) } : event;
}
