/** Long records, where folding goes on from a checkpoint in the middle, and long chains of branches. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DiplomaticEvent } from "../../../src/events/index.ts";
import {
  type Branch,
  branch,
  compare,
  digestOf,
  type Edit,
  eventsOf,
  fold,
  historyOf,
  inverse,
  mainLine,
  type Policy,
} from "../../../src/history/index.ts";
import { editsArbitrary } from "../../../src/testing/index.ts";
import { bytes, dropped, longRecord, scope, told } from "../../support/branches.ts";
import { inFull, ofAll } from "../../support/enduring.ts";

const dyad = scope.dyad;
const LENGTH = 2_600;

const record = longRecord(LENGTH);
const main = mainLine(record, scope);
const whole = JSON.stringify(historyOf(main));

const places = inFull([0, 1023, 1024, 1025, 2048, LENGTH - 1], ofAll([0, 1024, LENGTH - 1], [1024]));

function isFolded(some: Branch): void {
  const [mine, folded] = [historyOf(some), fold(eventsOf(some), scope, some.until)];
  // As text first: part by part, so long a history takes long to compare.
  if (JSON.stringify(mine) !== JSON.stringify(folded)) expect(told(mine)).toEqual(told(folded));
  expect(digestOf(some)).toBe(
    digestOf(mainLine(eventsOf(some), { ...scope, ...(some.until ? { until: some.until } : {}) })),
  );
}

function at(place: number): DiplomaticEvent {
  const event = record[place];
  if (event === undefined) throw new RangeError(`The record has no place ${place}.`);
  return event;
}

describe("on a long record", () => {
  test("the sample is as long as it has to be", () => expect(record.length).toBe(LENGTH));

  test.each(places)("an edit of event %i, of each kind, is what folding everything gives", (place) => {
    const { id } = at(place);
    const added = { ...at(place), id: "new", because: [] };
    const edits: readonly Edit[] = [
      { kind: "drop", id },
      { kind: "add", event: added, before: id },
      { kind: "swap", id },
      { kind: "replace", id, event: { ...at(place), act: "make-statement", note: "otherwise" } as DiplomaticEvent },
    ];
    for (const edit of edits) isFolded(branch(main, [edit], place % 2 === 0 ? "keep" : "prune"));
    for (const then of ["stop", "model"] as const) isFolded(branch(main, [{ kind: "drop", id }], then));
  });

  test("any edits, and any edits of these, are what folding everything gives, and can be taken back", () => {
    const policies = fc.constantFrom<Policy>("keep", "prune", "stop", "model");
    fc.assert(
      fc.property(editsArbitrary(record, dyad), fc.nat(), policies, (edits, seed, then) => {
        const once = branch(main, edits, "keep");
        const [again = []] = fc.sample(editsArbitrary(eventsOf(once), dyad), { numRuns: 1, seed });
        const twice = branch(once, again, then);
        isFolded(once);
        isFolded(twice);
        expect(bytes(branch(once, inverse(once.changes, record), "keep"))).toBe(bytes(main));
        expect(digestOf(branch(once, inverse(once.changes, record), "keep"))).toBe(digestOf(main));
      }),
      { numRuns: inFull(6, ofAll(2, 1)) },
    );
    expect(JSON.stringify(historyOf(main))).toBe(whole);
  });

  test("an edit of a branch goes on from the checkpoints of that branch", () => {
    const early = branch(main, dropped(at(600), at(1_500)), "keep");
    const middle = branch(main, dropped(at(1_500)), "keep");
    for (const parent of [early, middle, branch(middle, dropped(at(1_100)), "keep")]) {
      for (const place of ofAll([500, 1_200, 2_400], [1_200])) isFolded(branch(parent, dropped(at(place)), "keep"));
    }
  });

  test("a late edit folds only what comes after the checkpoint before it", () => {
    const late = branch(main, dropped(at(2_500)), "keep");
    expect(late.marks[0]?.events).toBe(2_048);
    expect(late.shared.events).toBe(2_500);
    const again = branch(late, dropped(at(2_499)), "keep");
    expect(again.marks[0]).toBe(late.marks[0]);
  });
});

describe("a long chain of branches", () => {
  const short = record.slice(0, 300);

  test("each of the one before, is what folding gives, without delay", () => {
    const length = ofAll(200, 30);
    let last = mainLine(short, scope);
    for (let k = 0; k < length; k++) last = branch(last, dropped(at(k)), "keep");
    isFolded(last);
    expect(eventsOf(last).length).toBe(short.length - length);
  });

  test("of thousands needs no deeper stack", () => {
    let last = mainLine(short.slice(0, 3), scope);
    for (let k = 0; k < ofAll(4_000, 1_500); k++) last = branch(last, [{ kind: "swap", id: "e0" }], "keep");
    expect(bytes(last)).toBe(bytes(mainLine(short.slice(0, 3), scope)));
    expect(compare(historyOf(last), historyOf(mainLine(short.slice(0, 3), scope)))).not.toHaveProperty("divergence");
    expect(digestOf(last)).toBe(digestOf(mainLine(short.slice(0, 3), scope)));
  });
});
