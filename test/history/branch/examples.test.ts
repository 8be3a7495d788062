/** Examples of edits and comparisons, by the crisis of January 2024 in small. */
import { describe, expect, test } from "vitest";
import { event, when } from "../../../src/events/index.ts";
import {
  branch,
  compare,
  coneOf,
  type Edit,
  editedId,
  editText,
  eventsOf,
  historyOf,
  inverse,
  keysThatDiffer,
  mainLine,
} from "../../../src/history/index.ts";
import { dropped, ids } from "../../support/branches.ts";
import {
  accord,
  bar,
  beginning,
  call,
  comeback,
  crisis,
  on,
  overture,
  recall,
  reprisal,
  strike,
} from "../../support/crisis.ts";

const record = mainLine(crisis, { ...beginning, until: when("2024-02-15").end });
const compared = (edits: readonly Edit[], then: "keep" | "prune" = "prune") =>
  compare(historyOf(record), historyOf(branch(record, edits, then)));
const eventIds = (steps: readonly { readonly event: { readonly id: string } }[]) =>
  steps.map(({ event: one }) => one.id);

test("an edit is told in the words of the command line, with the event that it is put before", () => {
  const statement = on(18, "make-statement", ["IRN"]);
  const edits: readonly Edit[] = [
    { kind: "drop", id: strike.id },
    { kind: "add", event: statement },
    { kind: "add", event: statement, before: reprisal.id },
    { kind: "move", id: call.id, to: "2024-01-21" },
    { kind: "move", id: call.id, to: "2024-01-22", before: accord.id },
    { kind: "replace", id: bar.id, event: bar },
    { kind: "replace", id: bar.id, event: bar, before: recall.id },
    { kind: "swap", id: overture.id },
  ];
  expect(edits.map(editText)).toEqual([
    "drop strike-16",
    "add make-statement-18",
    "add make-statement-18 before strike-18",
    "move consult-by-phone-19 to 2024-01-21",
    "move consult-by-phone-19 to 2024-01-22 before agree-22",
    "replace bar-ambassador-17",
    "replace bar-ambassador-17 before recall-ambassador-17",
    "swap express-deescalation-19",
  ]);
  expect(edits.map(editedId)).toEqual([
    ...[strike.id, statement.id, statement.id, call.id, call.id, bar.id, bar.id, overture.id],
  ]);
});

describe("what becomes of commitments", () => {
  const outlineOf = ({ appeared, vanished, otherwise }: ReturnType<typeof compare>["commitments"]) => ({
    appeared: ids(appeared),
    vanished: ids(vanished),
    otherwise: otherwise.map(({ one, other }) => `${one.id}: ${one.status} and ${other.status}`),
  });

  test("is that they end otherwise, when what keeps them is dropped", () => {
    const { commitments, missing, added } = compared(dropped(comeback));
    expect(outlineOf(commitments)).toEqual({ appeared: [], vanished: [], otherwise: ["agree-22-1: kept and lapsed"] });
    expect(eventIds(missing)).toEqual([comeback.id, "clock-kept-agree-22-1"]);
    expect(eventIds(added)).toEqual(["clock-lapsed-agree-22-1"]);
  });

  test("is that they end by another act, when another one keeps them", () => {
    const again = { ...comeback, id: "again" };
    const { commitments } = compared([...dropped(comeback), { kind: "add", event: again }], "keep");
    expect(outlineOf(commitments).otherwise).toEqual(["agree-22-1: kept and kept"]);
    expect(commitments.otherwise.map(({ other }) => other.endedBy)).toEqual(["again"]);
  });

  test("is that they vanish with their agreement, and the other way round appear", () => {
    const without = historyOf(branch(record, dropped(accord), "prune"));
    expect(outlineOf(compare(historyOf(record), without).commitments)).toEqual({
      ...{ appeared: [], vanished: ["agree-22-1"], otherwise: [] },
    });
    expect(outlineOf(compare(without, historyOf(record)).commitments)).toEqual({
      ...{ appeared: ["agree-22-1"], vanished: [], otherwise: [] },
    });
  });

  test("is nothing where they end as they did", () => {
    expect(
      outlineOf(compared([{ kind: "replace", id: strike.id, event: { ...strike, note: "at dawn" } }]).commitments),
    ).toEqual({
      ...{ appeared: [], vanished: [], otherwise: [] },
    });
  });
});

describe("a comparison", () => {
  test("parts at the first event that is another one, is missing, or comes at another minute", () => {
    const replaced = { ...recall, note: "with effect at once" };
    const changed = compared([{ kind: "replace", id: recall.id, event: replaced }]);
    expect(changed.shared).toBe(1);
    expect(changed.divergence).toMatchObject({
      minute: when(recall.at).start,
      one: { event: recall },
      other: { event: replaced },
    });
    expect(changed.changed.map(({ one, other }) => [one.event, other.event])).toEqual([[recall, replaced]]);
    expect(changed.parted).toBeUndefined();
    const moved = compared([{ kind: "move", id: overture.id, to: "2024-01-18T12:00" }], "keep");
    expect(moved.divergence).toMatchObject({ minute: when("2024-01-18T12:00").start });
    expect(eventIds(moved.changed.map(({ one }) => one))).toEqual([overture.id]);
  });

  test("parts where one of them has ended", () => {
    const short = mainLine(crisis.slice(0, 3), beginning);
    const long = mainLine(crisis.slice(0, 4), beginning);
    const [one, other] = [historyOf(short), historyOf(long)];
    expect(compare(one, other).divergence).toEqual({ minute: when(reprisal.at).start, other: other.steps[3] });
    expect(compare(other, one).divergence).toEqual({ minute: when(reprisal.at).start, one: other.steps[3] });
    expect(compare(one, one)).not.toHaveProperty("divergence");
    expect(compare(one, other).days.map(({ day }) => day)).toEqual([when(reprisal.at).start]);
  });

  test("names what is judged otherwise, what is unfit, and how both end", () => {
    const { verdicts, unfit, end, missing } = compared(dropped(accord), "keep");
    expect(verdicts.map(({ one, other }) => [one.event.id, one.verdict, other.verdict])).toEqual([
      [comeback.id, "applied", "void"],
    ]);
    expect(eventIds(unfit)).toEqual([comeback.id]);
    expect(eventIds(missing)).toEqual([accord.id, "clock-kept-agree-22-1"]);
    expect(end).toContainEqual({ region: "course", from: "normal.full", to: "reconciliation.talks" });
  });
});

test("the causal cone of an event is what names it as a cause, and what names that, without itself", () => {
  expect(eventIds(coneOf(historyOf(record), [overture.id]))).toEqual([
    ...[call.id, accord.id, comeback.id, "clock-kept-agree-22-1"],
  ]);
  expect(eventIds(coneOf(historyOf(record), [strike.id, recall.id]))).toEqual([bar.id, reprisal.id]);
  expect(coneOf(historyOf(record), [])).toEqual([]);
});

test("edits are taken back: what was dropped is added before the next, what was added is dropped, a move goes back", () => {
  const statement = on(18, "make-statement", ["IRN"]);
  const back = (edits: readonly Edit[]) => inverse(branch(record, edits, "keep").changes, crisis).map(editText);
  expect(back(dropped(recall))).toEqual(["add recall-ambassador-17 before bar-ambassador-17"]);
  expect(back(dropped(comeback))).toEqual(["add return-ambassador-26"]);
  expect(back([{ kind: "add", event: statement }])).toEqual(["drop make-statement-18"]);
  expect(back([{ kind: "move", id: call.id, to: "2024-01-21" }])).toEqual([
    "replace consult-by-phone-19 before agree-22",
  ]);
  expect(back([{ kind: "swap", id: reprisal.id }])).toEqual(["swap strike-18"]);
});

test("a last event that was put before others comes back to the end by bringing these before it", () => {
  const day = [on(20, "make-statement", ["IRN"], { id: "x" }), on(20, "make-statement", ["IRN"], { id: "y" })];
  const events = [strike, ...day];
  const main = mainLine(events, beginning);
  const made = branch(main, [{ kind: "move", id: "y", to: "2024-01-20", before: "x" }], "keep");
  expect(ids(eventsOf(made))).toEqual([strike.id, "y", "x"]);
  const back = inverse(made.changes, events);
  expect(back.map(editText)).toEqual(["move x to 2024-01-20 before y", "replace y"]);
  expect(eventsOf(branch(made, back, "keep"))).toEqual(events);
});

test("two events differ in the parts that only one has, too", () => {
  const [one, other] = [
    event({ id: "e", act: "strike", at: "2024-01-16", from: ["IRN"], note: "so" }),
    event({ id: "e", act: "strike", at: "2024-01-17", from: ["IRN"], cite: ["press"] }),
  ];
  expect(keysThatDiffer(one, other).toSorted()).toEqual(["at", "cite", "note"]);
  expect(keysThatDiffer(one, structuredClone(one))).toEqual([]);
});
