import { expect, test } from "vitest";
import { HALF_LIFE, scoreAt } from "../../src/dossier/index.ts";
import { catalogue } from "../../src/events/index.ts";
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
