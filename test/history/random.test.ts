/** What can be asked of any history, on random records with valid and void events. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DiplomaticEvent } from "../../src/events/index.ts";
import { when } from "../../src/events/index.ts";
import { advance, dossierAfter, fold, type History, situationAt } from "../../src/history/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";

const dyad = { a: "AAA", b: "BBB" };
const end = when("2026-12-31").end;

function holds(law: (history: History) => void): void {
  const folded = (record: readonly DiplomaticEvent[]): History =>
    fold(record, { dyad, from: when("2024-01-01").start }, end);
  fc.assert(
    fc.property(recordArbitrary({ dyad }), (record) => {
      law(folded(record));
    }),
  );
}

test("the dossier after all steps is the one at the end: the sum of the differences that the events made", () => {
  holds((history) => expect(dossierAfter(history, history.steps.length)).toEqual(history.dossier));
});

test("the situation at the end of a day is that after its last event", () => {
  holds((history) => {
    for (const { minute } of history.steps) {
      const last = history.steps.findLast((step) => step.minute <= minute);
      expect(situationAt(history, minute)).toBe(last?.after);
    }
  });
});

test("letting the clock run on to where it stands changes nothing", () => {
  holds((history) => expect(advance(history, end)).toEqual(history));
});
