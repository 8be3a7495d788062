/** The single edits that a search for the least edit tries: which, in which order, and how what is invented looks. */
import { expect, test } from "vitest";
import { type DiplomaticEvent, event, when } from "../../src/events/index.ts";
import { type Edit, editText, mainLine } from "../../src/history/index.ts";
import { candidates } from "../../src/search/candidates.ts";
import { type Constraints, leastEdit } from "../../src/search/index.ts";

const dyad = { a: "AAA", b: "BBB" };
const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["AAA"], to: ["BBB"] });
const recall = event({
  id: "recall",
  act: "recall-ambassador",
  at: "2024-01-16T12:00",
  from: ["BBB"],
  to: ["AAA"],
  because: ["strike"],
  cite: ["paper"],
  claims: [{ by: "BBB", about: "intent", says: "to consult" }],
  recordedAt: "2024-01-20",
});
const appeal = event({ id: "appeal", act: "appeal-restraint", at: "2024-01-18", from: ["USA"], to: ["AAA"] });

const few: Constraints = { acts: { only: ["strike", "recall-ambassador", "issue-ultimatum", "negotiate"] } };

function tried(
  kind: Edit["kind"],
  events: readonly DiplomaticEvent[] = [strike, recall, appeal],
  from: string | undefined = "2024-01-15",
): readonly string[] {
  const record = mainLine(events, from === "" ? { dyad } : { dyad, from: when(from).start });
  return [...candidates(record, few)].flatMap((edit) => {
    if (edit.kind !== kind) return [];
    const made = "event" in edit ? `: ${edit.event.at} ${edit.event.from.join("+")} ${edit.event.act}` : "";
    return [`${editText(edit)}${made}`];
  });
}

test("first each event is dropped, then moved, then replaced; then something is added", () => {
  const kinds = [...candidates(mainLine([strike, recall, appeal], { dyad }), few)].map(({ kind }) => kind);
  expect(kinds.filter((kind, k) => kind !== kinds[k - 1])).toEqual(["drop", "move", "replace", "add"]);
  expect(tried("drop")).toEqual(["drop strike", "drop recall", "drop appeal"]);
});

test("an event is moved first and last on the day of each other one, but not to where it stands", () => {
  expect(tried("move")).toEqual([
    "move strike to 2024-01-16 before recall",
    "move strike to 2024-01-18 before appeal",
    "move strike to 2024-01-18",
    "move recall to 2024-01-16 before strike",
    "move recall to 2024-01-18 before appeal",
    "move recall to 2024-01-18",
    "move appeal to 2024-01-16 before strike",
    "move appeal to 2024-01-16",
  ]);
  const three = [strike, { ...strike, id: "again" }, recall];
  expect(tried("move", three).slice(0, 2)).toEqual([
    "move strike to 2024-01-16 before again",
    "move strike to 2024-01-16",
  ]);
});

test("in the place of a party's act come others that it could validly do there and that lead elsewhere", () => {
  expect(tried("replace")).toEqual([
    "replace strike: 2024-01-16 AAA issue-ultimatum",
    "replace strike: 2024-01-16 AAA recall-ambassador",
    "replace recall: 2024-01-16T12:00 BBB issue-ultimatum",
    "replace recall: 2024-01-16T12:00 BBB strike",
  ]);
});

test("what replaces an event keeps its id, date, causes, sources and claims", () => {
  const all = [...candidates(mainLine([strike, recall], { dyad }), few)];
  const instead = all.find((edit) => edit.kind === "replace" && edit.id === "recall");
  expect(instead).toMatchObject({
    event: {
      ...recall,
      act: "issue-ultimatum",
      deadline: "2024-01-23",
      note: "Invented by a search for the least edit.",
    },
  });
  const first = all.find((edit) => edit.kind === "replace" && edit.id === "strike");
  expect(first).not.toHaveProperty("event.recordedAt");
});

test("what is added is on the day of the event before it, or on the first day, and is put before the next of that day", () => {
  const added = tried("add");
  expect(added.filter((line) => line.startsWith("add added-strike: 2024-01-15"))).toEqual([
    "add added-strike: 2024-01-15 AAA strike",
    "add added-strike: 2024-01-15 BBB strike",
    "add added-strike: 2024-01-15 AAA+BBB strike",
  ]);
  const days = added.map((line) => line.replace(/add added-[a-z-]+/, "").replace(/ \S+ \S+$/, ""));
  expect([...new Set(days)]).toEqual([
    ": 2024-01-15",
    " before recall: 2024-01-16",
    ": 2024-01-16T12:00",
    ": 2024-01-18",
  ]);
});

test("where no beginning is given, what is added first is on the day of the first event, before it", () => {
  expect(tried("add", [strike], "")[0]).toMatch(/^add added-\S+ before strike: 2024-01-16 AAA /);
});

test("of acts that lead to one situation, one is added, under an id that is free", () => {
  const taken = event({ id: "added-negotiate", act: "make-statement", at: "2024-01-18", from: ["AAA"] });
  const added = tried("add", [strike, taken]).filter((line) => line.includes("2024-01-18"));
  expect(added).toEqual([
    "add added-negotiate-2: 2024-01-18 AAA+BBB negotiate",
    "add added-strike: 2024-01-18 BBB strike",
    "add added-recall-ambassador: 2024-01-18 AAA recall-ambassador",
    "add added-recall-ambassador: 2024-01-18 BBB recall-ambassador",
    "add added-recall-ambassador: 2024-01-18 AAA+BBB recall-ambassador",
  ]);
});

test("what would be void is neither added nor put in the place of an event", () => {
  const back: Constraints = { acts: { only: ["return-ambassador"] } };
  const made = [...candidates(mainLine([strike, recall], { dyad }), back)].flatMap((edit) =>
    "event" in edit ? [`${editText(edit)} by ${edit.event.from.join("+")}`] : [],
  );
  expect(made).toEqual(["add added-return-ambassador by BBB"]);
});

test("what is added at the minute of the next event is put before it", () => {
  const noon = { ...strike, at: "2024-01-16T12:00" };
  expect(tried("add", [noon, recall]).filter((line) => line.includes(" before recall: 2024-01-16T12:00"))).not.toEqual(
    [],
  );
});

test("a record with neither a beginning nor an event has nothing to edit, and a search in it ends", () => {
  const empty = mainLine([], { dyad });
  expect([...candidates(empty)]).toEqual([]);
  expect(leastEdit({ record: empty, goal: { course: "strike" }, then: "keep" })).toMatchObject({ kind: "none" });
  const begun = mainLine([], { dyad, from: when("2024-01-15").start });
  expect(leastEdit({ record: begun, goal: { course: "strike" }, then: "keep" })).toMatchObject({ kind: "found" });
  const quietRecord = mainLine([], { dyad, until: when("2024-01-15").end });
  expect(leastEdit({ record: quietRecord, goal: { course: "strike" }, then: "keep" })).toMatchObject({ kind: "found" });
});
