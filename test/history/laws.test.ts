/** What holds of every history, on random records with lawful and unlawful events. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { casualtiesOf, claimsOf, EMPTY, recordWithPatches } from "../../src/dossier/index.ts";
import { actOf, type DiplomaticEvent, formatWhen, when } from "../../src/events/index.ts";
import { advance, begin, dossierAfter, extend, fold, type History, situationAt } from "../../src/history/index.ts";
import { judge, keyOf, PEACE, project } from "../../src/machine/index.ts";
import { recordArbitrary } from "../../src/testing/index.ts";

const dyad = { a: "AAA", b: "BBB" };
const beginning = { dyad, from: when("2024-01-01").start };
const end = when("2026-12-31").end;
const records = recordArbitrary({ dyad });
const folded = (record: readonly DiplomaticEvent[]): History => fold(record, beginning, end);

function holds(law: (record: readonly DiplomaticEvent[]) => void): void {
  fc.assert(
    fc.property(records, (record) => {
      law(record);
    }),
  );
}

describe("folding", () => {
  test("in two parts is folding the whole", () => {
    fc.assert(
      fc.property(records, fc.nat(12), (record, at) => {
        const parts = extend(extend(begin(beginning), record.slice(0, at)), record.slice(at));
        expect(parts).toEqual(extend(begin(beginning), record));
      }),
    );
  });

  test("twice gives the same bytes", () => {
    holds((record) => expect(JSON.stringify(folded(record))).toBe(JSON.stringify(folded(record))));
  });

  test("judges each event as the judge does, and chains situations without a gap", () => {
    holds((record) => {
      let situation = PEACE;
      for (const { event, before, after, verdict } of folded(record).steps) {
        expect(keyOf(before)).toBe(keyOf(situation));
        expect(verdict).toBe(judge(before, project(event, dyad)).verdict);
        if (verdict !== "applied") expect(after).toBe(before);
        situation = after;
      }
    });
  });

  test("keeps every event of the record once, in order, and time never falls", () => {
    holds((record) => {
      const { steps } = folded(record);
      const written = steps.filter(({ event }) => event.source !== "clock").map(({ event }) => event.id);
      expect(written).toEqual(record.map(({ id }) => id));
      steps.forEach(({ minute }, k) => {
        expect(minute).toBeGreaterThanOrEqual(steps[k - 1]?.minute ?? minute);
      });
    });
  });

  test("shifted by days is the same, shifted by days", () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 2000 }), (record, days) => {
        const later = (at: string): string => formatWhen(when(at).start + days * 1440, when(at).precision);
        const moved = record.map((event): DiplomaticEvent => {
          const shifted = { ...event, at: later(event.at) };
          if (shifted.act === "agree") {
            return {
              ...shifted,
              terms: shifted.terms.map((t) => (t.before === undefined ? t : { ...t, before: later(t.before) })),
            };
          }
          return "deadline" in shifted && shifted.deadline !== undefined
            ? { ...shifted, deadline: later(shifted.deadline) }
            : shifted;
        });
        const shift = days * 1440;
        const there = fold(moved, { ...beginning, from: beginning.from + shift }, end + shift);
        expect(there.steps.map(({ verdict }) => verdict)).toEqual(folded(record).steps.map(({ verdict }) => verdict));
        expect(there.steps.map(({ minute }) => minute - shift)).toEqual(
          folded(record).steps.map(({ minute }) => minute),
        );
        expect(there.situation).toEqual(folded(record).situation);
      }),
    );
  });

  test("with other names for the actors is the same with other names", () => {
    holds((record) => {
      const renamed: readonly DiplomaticEvent[] = JSON.parse(
        JSON.stringify(record).replaceAll("AAA", "XXX").replaceAll("BBB", "YYY"),
      );
      const there = fold(renamed, { ...beginning, dyad: { a: "XXX", b: "YYY" } }, end);
      const here = folded(record);
      expect(there.steps.map(({ after }) => after)).toEqual(here.steps.map(({ after }) => after));
      expect(JSON.stringify(there.dossier)).toBe(
        JSON.stringify(here.dossier).replaceAll("AAA", "XXX").replaceAll("BBB", "YYY"),
      );
    });
  });
});

describe("the dossier", () => {
  test("is the sum of the differences that the events made, and never enters a verdict", () => {
    holds((record) => {
      const history = folded(record);
      expect(dossierAfter(history, history.steps.length)).toEqual(history.dossier);
      const bare = fold(
        record.map((event) => ({ ...event, claims: [] })),
        beginning,
        end,
      );
      expect(bare.steps.map(({ verdict }) => verdict)).toEqual(history.steps.map(({ verdict }) => verdict));
    });
  });

  test("ends every commitment exactly once", () => {
    holds((record) => {
      const { dossier, steps } = folded(record);
      const agreed = steps.flatMap(({ event, verdict }) =>
        event.act === "agree" && verdict !== "unlawful" ? event.terms.map((_, k) => `${event.id}-${k + 1}`) : [],
      );
      const ids = [...dossier.commitments.open, ...dossier.commitments.ended].map(({ id }) => id);
      expect(ids.toSorted()).toEqual(agreed.toSorted());
      expect(dossier.commitments.ended.every(({ status }) => status !== "pending")).toBe(true);
    });
  });

  test("loses no claim, and the highest figure of casualties never falls", () => {
    holds((record) => {
      const { steps } = folded(record);
      let dossier = EMPTY;
      for (const { event, verdict, minute } of steps) {
        const [next] = recordWithPatches(dossier, { event, verdict, minute, dyad });
        expect(claimsOf(next)).toEqual(expect.arrayContaining([...claimsOf(dossier)]));
        for (const { in: place, killed } of casualtiesOf(dossier)) {
          const after = casualtiesOf(next).find((one) => one.in === place);
          expect(after?.killed[1]).toBeGreaterThanOrEqual(killed[1]);
        }
        dossier = next;
      }
    });
  });

  test("scores what the events score", () => {
    holds((record) => {
      const { dossier, steps } = folded(record);
      const sum = (side: "a" | "b"): number =>
        steps.reduce((total, { event }) => {
          const { by } = project(event, dyad);
          return by === side || by === "both" ? total + (actOf(event.act).goldstein ?? 0) : total;
        }, 0);
      expect(dossier.scores.aToB.goldstein).toBeCloseTo(sum("a"), 8);
      expect(dossier.scores.bToA.goldstein).toBeCloseTo(sum("b"), 8);
    });
  });
});

test("the situation at the end of a day is that after its last event", () => {
  holds((record) => {
    const history = folded(record);
    for (const { minute } of history.steps) {
      const last = history.steps.findLast((step) => step.minute <= minute);
      expect(situationAt(history, minute)).toBe(last?.after);
    }
  });
});

test("letting the clock run on to where it stands changes nothing", () => {
  holds((record) => expect(advance(folded(record), end)).toEqual(folded(record)));
});
