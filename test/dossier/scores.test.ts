import { expect, test } from "vitest";
import { HALF_LIFE, scoreAt } from "../../src/dossier/index.ts";
import { catalogue, when } from "../../src/events/index.ts";
import { folded, on, strike } from "../support/crisis.ts";

test("scores are sums of published values in the direction of the act", () => {
  const protest = on(16, "lodge-protest", ["PAK"]);
  const { aToB, bToA } = folded([strike, protest]).dossier.scores;
  expect(aToB).toMatchObject({ goldstein: catalogue.strike.goldstein, plover: -9.5, acts: 1 });
  expect(bToA).toMatchObject({ goldstein: catalogue["lodge-protest"].goldstein, plover: -3.5, acts: 1 });
});

test("what both do jointly counts in both directions, what others do in none", () => {
  const { aToB, bToA } = folded([on(20, "negotiate", ["IRN", "PAK"]), on(21, "mediate", ["CHN"])]).dossier.scores;
  expect([aToB.goldstein, bToA.goldstein]).toEqual([7, 7]);
  expect([aToB.acts, bToA.acts]).toEqual([1, 1]);
});

test("an act without a published value is counted and said to be unscored", () => {
  const { bToA } = folded([on(20, "realign", ["PAK"])]).dossier.scores;
  expect(bToA).toMatchObject({ goldstein: 0, acts: 1, unscored: 1 });
});

test("a decayed score halves in a half-life and the plain one stays", () => {
  const { aToB } = folded([strike]).dossier.scores;
  const later = scoreAt(aToB, aToB.asOf + HALF_LIFE);
  expect(later.decayed.goldstein).toBeCloseTo(-5, 10);
  expect(later.goldstein).toBe(-10);
});

test("decay between two acts is the same whether or not one looks in between", () => {
  const { aToB } = folded([strike, on(30, "strike", ["IRN"])]).dossier.scores;
  const first = folded([strike]).dossier.scores.aToB;
  expect(aToB.decayed.goldstein).toBeCloseTo(scoreAt(first, aToB.asOf).decayed.goldstein - 10, 10);
});

test("both scales are kept, plain and decayed, and the plain sums have one decimal", () => {
  const { aToB } = folded([on(16, "lodge-protest", ["IRN"]), on(16, "lodge-protest", ["IRN"], { id: "again" })]).dossier
    .scores;
  const { goldstein } = catalogue["lodge-protest"];
  expect(aToB).toEqual({
    goldstein: Math.round(20 * (goldstein ?? 0)) / 10,
    plover: -7,
    decayed: { goldstein: 2 * (goldstein ?? 0), plover: -7 },
    ...{ asOf: when("2024-01-16").start, acts: 2, unscored: 0 },
  });
  const many = Array.from({ length: 7 }, (_, k) => on(16, "visit", ["IRN"], { id: `visit-${k}` }));
  const { plover } = folded(many).dossier.scores.aToB;
  expect(plover).toBe(Math.round(plover * 10) / 10);
  expect(scoreAt(aToB, aToB.asOf + HALF_LIFE).decayed.plover).toBeCloseTo(-3.5, 10);
});

test("a score looked at in the past is as it is, and the first act of a direction has nothing to decay", () => {
  const { aToB, bToA } = folded([strike, on(17, "strike", ["PAK"])]).dossier.scores;
  expect(scoreAt(aToB, aToB.asOf - HALF_LIFE).decayed).toEqual(aToB.decayed);
  expect(bToA).toMatchObject({ decayed: { goldstein: -10 }, asOf: when("2024-01-17").start, acts: 1 });
});
