/** The review asks four questions in order, sees what it is to see, and never stands in the way. */
import { expect, test } from "vitest";
import { type Hint, type OwnWhatIf, open } from "../../src/notebook/index.ts";

const whole = await open("iran-pakistan-2024");

function hints(whatIf: OwnWhatIf): readonly Hint[] {
  return whole.whatIf(whatIf).review().hints;
}

function about(whatIf: OwnWhatIf, kind: Hint["about"]): Hint {
  const found = hints(whatIf).filter((hint) => hint.about === kind);
  return found.find(({ look }) => look) ?? found[0] ?? { about: kind, question: "", look: false, says: "" };
}

const drop: OwnWhatIf = { edit: { drop: "reprisal" }, then: "prune", because: "Its generals wait." };

test("the questions come in order: reason, minimal, possible, what it reopens", () => {
  expect(hints(drop).map((hint) => hint.about)).toEqual(["reason", "minimal", "possible", "reopens"]);
});

test("a reason that is missing is asked for, and one that is given is told", () => {
  const { because: _, ...silent } = drop;
  expect(about(silent, "reason")).toMatchObject({ look: true });
  expect(about(drop, "reason")).toMatchObject({ look: false, says: "It says: Its generals wait." });
});

test("an edit without which all goes the same is one too many", () => {
  const more: OwnWhatIf = { ...drop, edit: [{ drop: "reprisal" }, { drop: "summons" }] };
  expect(about(more, "minimal").look).toBe(true);
  expect(about(more, "minimal").says).toContain("drop summons");
  expect(about(drop, "minimal").look).toBe(false);
});

test("an act that was not valid at that moment is told with what would make it so", () => {
  const back = { id: "back", at: "2024-01-18", act: "return-ambassador", from: "IRN", to: "PAK", because: ["bar"] };
  const hint = about({ edit: { add: back }, then: "keep", because: "x" }, "possible");
  expect(hint.look).toBe(true);
  expect(hint.says).toContain("void there");
  expect(hint.says).toContain("What would give it effect");
});

test("what rests on a report that was not out yet could not be known", () => {
  const early = {
    id: "early",
    at: "2024-01-18",
    act: "condemn",
    from: "IRN",
    to: "PAK",
    because: ["recall"],
    cite: ["morrow"],
  };
  expect(about({ edit: { add: early }, then: "keep", because: "x" }, "possible").says).toContain(
    "morrow, published after its date",
  );
});

test("an event of the record keeps its sources when it is rewritten, and nothing is said of them", () => {
  const call: OwnWhatIf = { edit: { replace: "call", with: { at: "2024-01-17", because: ["strike"] } }, then: "prune" };
  expect(
    hints(call)
      .map(({ says }) => says)
      .join(),
  ).not.toContain("published after");
});

test("a reason still to be written is no mistake, and is asked for", () => {
  expect(about({ ...drop, because: " " }, "reason")).toMatchObject({ look: true });
});

test("an event without a cause is asked what its actor knew", () => {
  const bare = { id: "bare", at: "2024-01-18", act: "condemn", from: "IRN", to: "PAK" };
  expect(about({ edit: { add: bare }, then: "keep", because: "x" }, "possible").says).toContain("names no cause");
});

test("what loses a cause is named, whatever becomes of it", () => {
  expect(about(drop, "reopens").says).toContain("summons, council");
  expect(about({ ...drop, then: "keep" }, "reopens").says).toContain("stand all the same");
  expect(about({ edit: { drop: "remark" }, then: "prune", because: "x" }, "reopens")).toMatchObject({ look: false });
});

test("it is no gate: what it doubts is carried out all the same", () => {
  const odd = whole.whatIf({ edit: [{ drop: "reprisal" }, { drop: "remark" }], then: "keep" });
  expect(odd.review().hints.some(({ look }) => look)).toBe(true);
  expect(odd.compare().missing).toContain("reprisal");
});
