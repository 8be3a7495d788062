import { expect, test } from "vitest";
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

test("an unlawful agreement binds nobody", () => {
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

test("the crisis in these tests has no unlawful event", () => {
  expect(folded(crisis).steps.filter(({ verdict }) => verdict === "unlawful")).toEqual([]);
});
