import { applyPatches, enablePatches } from "immer";
import { describe, expect, test } from "vitest";
import { EMPTY, recordWithPatches } from "../../src/dossier/index.ts";
import { when } from "../../src/events/index.ts";
import { changes, difference, dossierAfter, situationAfter, situationAt, stepsUntil } from "../../src/history/index.ts";
import { PEACE } from "../../src/machine/index.ts";
import { folded } from "../support/crisis.ts";

enablePatches();
const history = folded();

test("the situation at the end of a day counts all events of that day", () => {
  const courses = ["15", "16", "17", "18", "19", "22", "25", "26"].map(
    (day) => situationAt(history, when(`2024-01-${day}`).end).course,
  );
  expect(courses).toEqual([
    "normal.full",
    "strike",
    "ambassadors-recalled.withdrawn",
    "retaliation.answered",
    "reconciliation.talks",
    "reconciliation.settled",
    "reconciliation.settled",
    "normal.full",
  ]);
});

test("before the first event stands the opening", () => {
  expect(stepsUntil(history, when("2024-01-15").end)).toBe(0);
  expect(situationAfter(history, 0)).toBe(PEACE);
});

describe("the difference between two moments", () => {
  test("names the regions that differ, from and to", () => {
    expect(changes(situationAfter(history, 0), situationAfter(history, 1))).toEqual([
      { region: "course", from: "normal.full", to: "strike" },
      { region: "ledger", from: "clear", to: "by-a" },
      { region: "posture", from: "none", to: "force" },
    ]);
  });

  test("carries patches that turn the earlier dossier into the later one", () => {
    const count = history.steps.length;
    for (let earlier = 0; earlier <= count; earlier++) {
      for (let later = earlier; later <= count; later++) {
        const { dossier } = difference(history, earlier, later);
        const patched = applyPatches(dossierAfter(history, earlier), [...dossier]);
        expect(patched).toEqual(dossierAfter(history, later));
      }
    }
  });

  test("is nothing between a moment and itself", () => {
    expect(difference(history, 3, 3)).toEqual({ steps: [], situation: [], dossier: [] });
  });
});

test("the dossier after all steps is the history's own, and each event's difference adds up to it", () => {
  expect(dossierAfter(history, history.steps.length)).toEqual(history.dossier);
  const one = history.steps.reduce((dossier, { event, verdict, minute }) => {
    const [after, patches] = recordWithPatches(dossier, { event, verdict, minute, dyad: history.dyad });
    expect(applyPatches(dossier, [...patches])).toEqual(after);
    return after;
  }, EMPTY);
  expect(one).toEqual(history.dossier);
});
