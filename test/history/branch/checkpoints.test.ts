/** Checkpoints: the points in a long record from which folding goes on. What is folded from them is in large.test.ts. */
import { describe, expect, test } from "vitest";
import { type DiplomaticEvent, event, formatWhen, when } from "../../../src/events/index.ts";
import {
  type Branch,
  branch,
  digestOf,
  eventsOf,
  fold,
  historyOf,
  mainLine,
  unedited,
} from "../../../src/history/index.ts";
import { PEACE } from "../../../src/machine/index.ts";
import { dropped, scope, told } from "../../support/branches.ts";

/** A statement an hour, and now and then a strike: the clock has something to do in between. */
const record: readonly DiplomaticEvent[] = Array.from({ length: 2_100 }, (_, k) => {
  const at = formatWhen(when("2022-02-01").start + k * 600, "minute");
  return event({ id: `e${k}`, act: k % 500 === 0 ? "strike" : "make-statement", at, from: ["AAA"], to: ["BBB"] });
});
const main = mainLine(record, scope);

function at(place: number): DiplomaticEvent {
  const one = record[place];
  if (one === undefined) throw new RangeError(`The record has no place ${place}.`);
  return one;
}

function isFolded(some: Branch): void {
  expect(told(some)).toEqual(told(fold(eventsOf(some), scope, some.until)));
}

test("a record has a checkpoint at its beginning and after every 1024 events, each with the steps before it", () => {
  expect(main.marks.map(({ events }) => events)).toEqual([0, 1024, 2048]);
  const { steps } = historyOf(main);
  for (const { events, steps: count, state } of main.marks.slice(1)) {
    expect(steps.slice(0, count).at(-1)?.event.id).toBe(`e${events - 1}`);
    expect(state.steps).toEqual([]);
    expect(state.situation).toEqual(steps[count - 1]?.after);
  }
  expect(steps.length).toBeGreaterThan(record.length);
});

test("a record that ends at a checkpoint has it, too, and one an event shorter has not", () => {
  const marks = (length: number) => mainLine(record.slice(0, length), scope).marks.map(({ events }) => events);
  expect(marks(1024)).toEqual([0, 1024]);
  expect(marks(1023)).toEqual([0]);
});

describe("an edit", () => {
  test.each([
    [0, 0],
    [1023, 0],
    [1024, 1024],
    [2050, 2048],
  ])("of event %i folds on from the checkpoint before event %i, and shares all before it", (place, checkpoint) => {
    const made = branch(main, dropped(at(place)), "keep");
    expect(made.marks[0]?.events).toBe(checkpoint);
    expect(made.shared.events).toBe(place);
    const shared = historyOf(main).steps.slice(0, made.shared.steps);
    expect(shared.at(-1)?.event.id).toBe(place === 0 ? undefined : `e${place - 1}`);
    expect(made.tail[0]?.event.id).toBe(`e${place + 1}`);
    isFolded(made);
  });

  test("of a branch goes on from its own checkpoints, or from its parent's before these", () => {
    const late = branch(main, dropped(at(2_060)), "keep");
    expect(late.marks.map(({ events }) => events)).toEqual([2048]);
    const again = branch(late, dropped(at(2_050)), "keep");
    expect(again.marks[0]).toBe(main.marks[2]);
    const early = branch(late, dropped(at(1_500)), "keep");
    expect(early.marks[0]).toBe(main.marks[1]);
    for (const one of [again, early]) isFolded(one);
  });
});

describe("where a branch is handed over without its edit, the record", () => {
  test("is as it was up to the last edit", () => {
    const made = branch(main, dropped(at(3), at(5)), "model");
    const { history, reopened } = unedited(made);
    expect(history.steps.map(({ event: { id } }) => id)).toEqual(["e0", "e1", "e2", "e3", "e4", "e5"]);
    expect(history.now).toBe(when(at(5).at).start);
    expect(reopened.map(({ id }) => id)).toEqual(record.slice(6).map(({ id }) => id));
  });

  test("has not begun where the edit comes before everything", () => {
    const early = { ...at(0), id: "early", at: "2022-01-20" };
    const { history, reopened } = unedited(branch(main, [{ kind: "add", event: early }], "model"));
    expect(history).toMatchObject({ steps: [], now: when(at(0).at).start });
    expect(reopened).toEqual(record);
    expect(() => unedited(main)).toThrow("The record is no branch: nothing was edited.");
  });
});

test("digests tell apart what differs in parties, opening, quiet, beginning, end or any event, and nothing else", () => {
  const few = record.slice(0, 4);
  const line = mainLine(few, scope);
  const others = [
    mainLine(few, { ...scope, dyad: { a: "AAA", b: "CCC" } }),
    mainLine(few, { ...scope, opening: { ...PEACE, channels: "suspended" } }),
    mainLine(few, { ...scope, quiet: 1 }),
    mainLine(few, { ...scope, from: when("2022-01-02").start }),
    mainLine(few, { ...scope, until: when("2027-01-01").end }),
    mainLine(few.slice(1), scope),
    mainLine([...few.slice(0, 3), { ...at(3), note: "so" }], scope),
  ];
  const digests = [line, ...others].map(digestOf);
  expect(new Set(digests).size).toBe(digests.length);
  for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(digestOf(branch(mainLine(record.slice(0, 5), scope), dropped(at(4)), "keep"))).toBe(digests[0]);
});
