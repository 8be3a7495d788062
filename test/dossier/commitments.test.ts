import { describe, expect, test } from "vitest";
import { fulfilled, overdueFrom } from "../../src/dossier/index.ts";
import { when } from "../../src/events/index.ts";
import { accord, bar, comeback, crisis, folded, lines, on, overture, recall, strike } from "../support/crisis.ts";

const agreed = [strike, recall, bar, overture, accord];

test("a commitment carried out in time is kept, and the last one kept brings normal relations back", () => {
  const { dossier, situation, steps } = folded();
  expect(dossier.commitments.open).toEqual([]);
  expect(dossier.commitments.ended).toMatchObject([{ status: "kept", endedBy: comeback.id, doneBy: ["IRN", "PAK"] }]);
  expect(steps.at(-1)).toMatchObject({ event: { act: "commitment-kept", source: "clock" }, verdict: "applied" });
  expect(situation.course).toBe("normal.full");
});

test("a commitment of both is kept only when both have done their part", () => {
  const one = on(24, "return-ambassador", ["PAK"]);
  const other = on(25, "return-ambassador", ["IRN"]);
  expect(folded([...agreed, one]).dossier.commitments.open).toMatchObject([{ doneBy: ["PAK"], status: "pending" }]);
  expect(folded([...agreed, one, other]).dossier.commitments.ended).toMatchObject([{ status: "kept" }]);
});

test("a commitment whose deadline passes lapses on its own, the day after it", () => {
  const history = folded(agreed, "2024-02-15");
  expect(lines(history).at(-1)).toBe(`2024-01-27 clock-lapsed-${accord.id}-1 applied`);
  expect(history.situation).toMatchObject({ course: "reconciliation.talks", terms: "none" });
  expect(history.dossier.commitments.ended).toMatchObject([{ status: "lapsed" }]);
});

test("the deadline's own day is still in time", () => {
  expect(folded([...agreed, comeback]).dossier.commitments.ended).toMatchObject([{ status: "kept" }]);
  const late = on(27, "return-ambassador", ["IRN", "PAK"]);
  expect(folded([...agreed, late]).dossier.commitments.ended).toMatchObject([{ status: "lapsed" }]);
});

test("force between the parties breaks what is pending, and voids the terms", () => {
  const renewed = on(23, "strike", ["IRN"]);
  const { dossier, situation } = folded([...agreed, renewed]);
  expect(dossier.commitments.ended).toMatchObject([{ status: "broken", endedBy: renewed.id }]);
  expect(situation.terms).toBe("none");
});

test("a void agreement binds nobody", () => {
  const alone = on(22, "agree", ["PAK"], { terms: [{ act: "return-ambassador", by: "both" }] });
  expect(folded([strike, alone]).dossier.commitments).toEqual({ open: [], ended: [] });
});

test("while other commitments are outstanding, one kept leaves the terms pending", () => {
  const terms = [
    { act: "return-ambassador", by: "both", before: "2024-01-26" },
    { act: "visit", by: "IRN", before: "2024-01-31" },
  ];
  const two = on(22, "agree", ["IRN", "PAK"], { terms });
  const history = folded([strike, recall, bar, overture, two, comeback]);
  expect(history.steps.at(-1)).toMatchObject({ event: { act: "commitment-kept", outstanding: 1 }, verdict: "noted" });
  expect(history.situation.terms).toBe("pending");
  const visited = folded([strike, recall, bar, overture, two, comeback, on(29, "visit", ["IRN"])]);
  expect(visited.situation).toMatchObject({ course: "normal.full", terms: "none" });
});

test("the crisis in these tests has no void event", () => {
  expect(folded(crisis).steps.filter(({ verdict }) => verdict === "void")).toEqual([]);
});

describe("of two commitments of one agreement", () => {
  const terms = [
    { act: "return-ambassador", by: "both", before: "2024-01-26" },
    { act: "visit", by: "IRN" },
  ];
  const two = on(22, "agree", ["IRN", "PAK"], { terms });
  const then = (...events: Parameters<typeof folded>[0] & object) =>
    folded([strike, recall, bar, two, ...events]).dossier.commitments;
  const told = ({ open, ended }: ReturnType<typeof then>) => ({
    open: open.map(({ id, doneBy }) => `${id}: ${doneBy.join(" ")}`),
    ended: ended.map(({ id, status, endedBy }) => `${id}: ${status} by ${endedBy}`),
  });

  test("each has a number, what is owed and by whom, and a deadline only where one was agreed", () => {
    expect(then().open).toEqual([
      { id: "agree-22-1", event: "agree-22", ...terms[0], doneBy: [], status: "pending" },
      { id: "agree-22-2", event: "agree-22", ...terms[1], doneBy: [], status: "pending" },
    ]);
    expect(then().open.map(overdueFrom)).toEqual([when("2024-01-27").start, undefined]);
  });

  test("the act of one carries out that one, by the party that owes it", () => {
    expect(told(then(on(23, "visit", ["IRN"])))).toEqual({
      open: ["agree-22-1: "],
      ended: ["agree-22-2: kept by visit-23"],
    });
    expect(told(then(on(23, "visit", ["PAK"])))).toEqual({ open: ["agree-22-1: ", "agree-22-2: "], ended: [] });
  });

  test("what one party has done already stays done when the other does its part", () => {
    expect(told(then(on(23, "return-ambassador", ["IRN"])))).toMatchObject({
      open: ["agree-22-1: IRN", "agree-22-2: "],
    });
  });

  test("one lapses, and the other stays owed", () => {
    expect(told(then(on(28, "make-statement", ["IRN"])))).toEqual({
      open: ["agree-22-2: "],
      ended: ["agree-22-1: lapsed by clock-lapsed-agree-22-1"],
    });
  });

  test("a further agreement takes on more and takes nothing away", () => {
    expect(told(then(on(23, "agree", ["IRN", "PAK"], { terms: [{ act: "invite", by: "PAK" }] }))).open).toEqual([
      "agree-22-1: ",
      "agree-22-2: ",
      "agree-23-1: ",
    ]);
  });

  test("force between the parties breaks both, and so does severance; force by or against others does not", () => {
    const broken = (by: string) => ({
      open: [],
      ended: [`agree-22-1: broken by ${by}`, `agree-22-2: broken by ${by}`],
    });
    expect(told(then(on(23, "seize", ["PAK"])))).toEqual(broken("seize-23"));
    expect(told(then(on(23, "break-relations", ["IRN"])))).toEqual(broken("break-relations-23"));
    expect(told(then(on(23, "cyber-attack", ["USA"], { to: ["IRN"] }))).ended).toEqual([]);
    expect(told(then(on(23, "lodge-protest", ["IRN"]))).ended).toEqual([]);
  });
});

test("what has been carried out awaits the clock", () => {
  const [owed] = folded(agreed).dossier.commitments.open;
  if (owed === undefined) throw new Error("The accord is owed.");
  expect(fulfilled({ open: [owed, { ...owed, endedBy: comeback.id }], ended: [] })).toEqual([
    { ...owed, endedBy: comeback.id },
  ]);
});
