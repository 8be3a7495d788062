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

test("relations that an agreement owes are restored in its fulfilment, which may carry terms of its own", () => {
  const owing = on(22, "agree", ["IRN", "PAK"], { terms: [{ act: "restore-relations", by: "both" }] });
  const terms = [{ act: "visit", by: "IRN" }];
  const { dossier } = folded([
    on(17, "break-relations", ["PAK"]),
    owing,
    on(26, "restore-relations", ["IRN", "PAK"], { terms }),
  ]);
  expect(dossier.commitments).toMatchObject({
    ended: [{ act: "restore-relations", status: "kept" }],
    open: [{ act: "visit" }],
  });
});

test("what a third state promised both of them, it carries out itself", () => {
  const three = on(22, "agree", ["IRN", "PAK", "SAU"], { terms: [{ act: "lift-sanctions", by: "SAU" }] });
  const away = on(24, "lift-sanctions", ["PAK"], { to: ["SAU"] });
  const kept = on(25, "lift-sanctions", ["SAU"], { to: ["IRN"] });
  expect(folded([strike, three, away]).dossier.commitments.open).toMatchObject([{ by: "SAU", doneBy: [] }]);
  const { dossier, situation } = folded([strike, three, away, kept]);
  expect(dossier.commitments).toMatchObject({ open: [], ended: [{ status: "kept", endedBy: kept.id }] });
  expect(situation).toMatchObject({ course: "normal.full", terms: "none" });
});

test("a commitment whose deadline passes lapses on its own, the day after it", () => {
  const history = folded(agreed, "2024-02-15");
  expect(lines(history).at(-1)).toBe(`2024-01-27 clock-lapsed-${accord.id}-1 applied`);
  expect(history.situation).toMatchObject({ course: "reconciliation.talks", terms: "none" });
  expect(history.dossier.commitments).toMatchObject({ ended: [], lapsed: [{ status: "lapsed", settles: true }] });
});

test("the deadline's own day is still in time", () => {
  expect(folded([...agreed, comeback]).dossier.commitments.ended).toMatchObject([{ status: "kept" }]);
  const late = on(27, "return-ambassador", ["IRN", "PAK"]);
  // The host's consent has lapsed with the terms, and what is void carries out nothing.
  expect(folded([...agreed, late]).dossier.commitments).toMatchObject({ ended: [], lapsed: [{ status: "lapsed" }] });
});

describe("what is carried out after its deadline is kept late, and", () => {
  const lapsing = on(22, "agree", ["IRN", "PAK"], { terms: [{ act: "visit", by: "IRN", before: "2024-01-26" }] });
  const late = on(28, "visit", ["IRN"]);

  test("ends the crisis where its lapse had thrown the parties back to talks", () => {
    const { dossier, situation, steps } = folded([strike, lapsing, late]);
    expect(dossier.commitments).toMatchObject({ lapsed: [], ended: [{ status: "kept late", endedBy: late.id }] });
    expect(steps.at(-1)).toMatchObject({ event: { act: "commitment-kept", late: true }, verdict: "applied" });
    expect(situation.course).toBe("normal.full");
  });

  test("ends none in which force was used since, or in which the lapse settled nothing", () => {
    const after = folded([strike, lapsing, on(27, "strike", ["IRN"]), late]);
    expect(after.dossier.commitments.ended).toMatchObject([{ status: "kept late" }]);
    expect(after.steps.at(-1)).toMatchObject({ event: { act: "commitment-kept" }, verdict: "noted" });
    expect(after.situation.course).toBe("strike");
    const before = folded([strike, lapsing, on(24, "strike", ["IRN"]), late]);
    expect(before.situation.course).toBe("strike");
  });
});

test("promises outlive force: what was agreed stays owed, and can be kept or lapse", () => {
  const renewed = on(23, "strike", ["IRN"]);
  const { dossier, situation } = folded([...agreed, renewed]);
  expect(dossier.commitments.open).toMatchObject([{ status: "pending" }]);
  expect(situation).toMatchObject({ course: "strike", terms: "pending" });
  expect(folded([...agreed, renewed, comeback])).toMatchObject({
    situation: { terms: "none" },
    dossier: { commitments: { ended: [{ status: "kept" }] } },
  });
});

describe("an agreement that a party suspends", () => {
  const suspended = on(23, "suspend-treaty", ["PAK"], { of: accord.id });
  const resumed = on(24, "resume-treaty", ["PAK"], { of: accord.id });

  test("is not owed meanwhile, falls back to talks, and does not lapse", () => {
    const { dossier, situation, steps } = folded([...agreed, suspended], "2024-02-15");
    expect(dossier.commitments).toMatchObject({ open: [], lapsed: [], suspended: [{ status: "suspended" }] });
    expect(situation).toMatchObject({ course: "reconciliation.talks", terms: "none", measures: "by-b" });
    expect(steps.at(-1)?.event).toMatchObject({ act: "terms-suspended", because: [suspended.id] });
  });

  test("is owed again when it is resumed, and can be kept", () => {
    const { dossier, situation } = folded([...agreed, suspended, resumed]);
    expect(dossier.commitments).toMatchObject({ suspended: [], open: [{ status: "pending" }] });
    expect(situation).toMatchObject({ course: "reconciliation.settled", terms: "pending", measures: "none" });
    expect(folded([...agreed, suspended, resumed, comeback]).situation.course).toBe("normal.full");
  });

  test("is another than one that is not named: a treaty that is suspended leaves what was agreed owed", () => {
    const other = on(23, "suspend-treaty", ["PAK"], { of: "some-other-treaty" });
    expect(folded([...agreed, other]).dossier.commitments).toMatchObject({ open: [{ status: "pending" }] });
  });
});

test("a void agreement binds nobody", () => {
  const alone = on(22, "agree", ["PAK"], { terms: [{ act: "return-ambassador", by: "both" }] });
  expect(folded([strike, alone]).dossier.commitments).toEqual({ open: [], suspended: [], lapsed: [], ended: [] });
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
  const statusOf = ({ open, lapsed, ended }: ReturnType<typeof then>) => ({
    open: open.map(({ id, doneBy }) => `${id}: ${doneBy.join(" ")}`),
    ended: [
      ...lapsed.map(({ id, status }) => `${id}: ${status}`),
      ...ended.map(({ id, status, endedBy }) => `${id}: ${status} by ${endedBy}`),
    ],
  });

  test("each has a number, what is owed and by whom, and a deadline only where one was agreed", () => {
    expect(then().open).toEqual([
      { id: "agree-22-1", event: "agree-22", ...terms[0], doneBy: [], status: "pending" },
      { id: "agree-22-2", event: "agree-22", ...terms[1], doneBy: [], status: "pending" },
    ]);
    expect(then().open.map(overdueFrom)).toEqual([when("2024-01-27").start, undefined]);
  });

  test("the act of one carries out that one, by the party that owes it", () => {
    expect(statusOf(then(on(23, "visit", ["IRN"])))).toEqual({
      open: ["agree-22-1: "],
      ended: ["agree-22-2: kept by visit-23"],
    });
    expect(statusOf(then(on(23, "visit", ["PAK"])))).toEqual({ open: ["agree-22-1: ", "agree-22-2: "], ended: [] });
  });

  test("what one party has done already stays done when the other does its part", () => {
    expect(statusOf(then(on(23, "return-ambassador", ["IRN"])))).toMatchObject({
      open: ["agree-22-1: IRN", "agree-22-2: "],
    });
  });

  test("one lapses, and the other stays owed", () => {
    expect(statusOf(then(on(28, "make-statement", ["IRN"])))).toEqual({
      open: ["agree-22-2: "],
      ended: ["agree-22-1: lapsed"],
    });
  });

  test("a further agreement takes on more and takes nothing away", () => {
    expect(statusOf(then(on(23, "agree", ["IRN", "PAK"], { terms: [{ act: "invite", by: "PAK" }] }))).open).toEqual([
      "agree-22-1: ",
      "agree-22-2: ",
      "agree-23-1: ",
    ]);
  });

  test("force and severance between the parties leave both as they are", () => {
    const owed = { open: ["agree-22-1: ", "agree-22-2: "], ended: [] };
    for (const act of ["seize", "break-relations", "lodge-protest"] as const) {
      expect(statusOf(then(on(23, act, ["PAK"])))).toEqual(owed);
    }
  });

  test("an act that a party does to others carries out nothing", () => {
    expect(statusOf(then(on(23, "visit", ["IRN"], { to: ["USA"] }))).ended).toEqual([]);
  });
});

test("relations that are restored with terms leave these to be carried out", () => {
  const severed = on(17, "break-relations", ["PAK"]);
  const terms = [{ act: "reopen-mission", by: "both", before: "2024-01-30" }];
  const restored = on(22, "restore-relations", ["IRN", "PAK"], { terms });
  const open = folded([severed, restored]);
  expect(open.dossier.commitments.open).toMatchObject([{ id: "restore-relations-22-1", act: "reopen-mission" }]);
  expect(open.situation).toMatchObject({ course: "reconciliation.settled", terms: "pending", missionA: "closed" });
  const done = folded([severed, restored, on(24, "reopen-mission", ["IRN", "PAK"])]);
  expect(done.situation).toMatchObject({ course: "normal.reduced", missionA: "charge", missionB: "charge" });
});

test("what has been carried out awaits the clock", () => {
  const [owed] = folded(agreed).dossier.commitments.open;
  if (owed === undefined) throw new Error("The accord is owed.");
  expect(fulfilled({ open: [owed, { ...owed, endedBy: comeback.id }], suspended: [], lapsed: [], ended: [] })).toEqual([
    { ...owed, endedBy: comeback.id },
  ]);
});
