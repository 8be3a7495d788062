/** Comparing, the causal cone, swaps and rebasing, on random what-ifs. */

import fc from "fast-check";
import { applyPatches } from "immer";
import { describe, expect, test } from "vitest";
import { patchesBetween } from "../../../src/dossier/index.ts";
import { event } from "../../../src/events/index.ts";
import {
  branch,
  type Comparison,
  compare,
  coneOf,
  differenceBetween,
  dossierAfter,
  type History,
  historyOf,
  type Pair,
  type Step,
} from "../../../src/history/index.ts";
import type { Situation } from "../../../src/machine/index.ts";
import type { WhatIfDraft } from "../../../src/testing/index.ts";
import { holds, make, whatIfs } from "../../support/branches.ts";

/** One agreement obliges somebody to the same act twice: the order of both pairs is that of the one branch. */
const twoTermsOfOneAgreement: WhatIfDraft = {
  record: [
    event({
      id: "e0",
      at: "2024-01-01",
      act: "agree",
      from: ["AAA", "BBB"],
      terms: [
        { act: "return-ambassador", by: "AAA", before: "2024-01-02" },
        { act: "return-ambassador", by: "AAA", before: "2024-01-01" },
      ],
    }),
  ],
  edits: [{ kind: "move", id: "e0", to: "2024-01-01" }],
  then: "model",
};

describe("comparing", () => {
  test("the other way round is the same in a mirror", () => {
    fc.assert(
      fc.property(whatIfs(), fc.nat(), (whatIf, cut) => {
        const { main, edits, made } = make(whatIf);
        // Two variations, or a variation and its record.
        const other = branch(main, edits.slice(0, cut % (edits.length + 1)).filter(isDrop), "prune");
        const [here, there] = [historyOf(made), historyOf(other)];
        const { unfit, ...compared } = compare(here, there);
        expect(sorted(compared)).toEqual(sorted(mirrored(compare(there, here))));
      }),
      { examples: [[twoTermsOfOneAgreement, 0]] },
    );
  });

  test("names as unfit what is void in the other and was valid, or was not, in the one", () => {
    holds(({ main, made }) => {
      const [here, there] = [historyOf(main), historyOf(made)];
      const voids = ({ steps }: History): readonly string[] =>
        steps.filter(({ verdict }) => verdict === "void").map(({ event }) => event.id);
      const wanted = voids(there).filter((id) => !voids(here).includes(id));
      expect(compare(here, there).unfit.map(({ event }) => event.id)).toEqual(wanted);
    });
  });

  test("finds no divergence exactly when the same happens at the same time", () => {
    holds(({ main, made }) => {
      const [here, there] = [historyOf(main), historyOf(made)];
      const same = JSON.stringify(here.steps.map(happened)) === JSON.stringify(there.steps.map(happened));
      expect("divergence" in compare(here, there)).toBe(!same);
    });
  });

  test("accounts for every event of both: shared, missing, added, changed or as it was", () => {
    holds(({ main, made }) => {
      const [here, there] = [historyOf(main), historyOf(made)];
      const { shared, missing, added, changed } = compare(here, there);
      expect(here.steps.slice(0, shared).map(happened)).toEqual(there.steps.slice(0, shared).map(happened));
      const out = new Set<Step>([...missing, ...changed.map(({ one }) => one)]);
      const brought = new Set<Step>([...added, ...changed.map(({ other }) => other)]);
      const left = here.steps.filter((step) => !out.has(step)).map(({ event }) => JSON.stringify(event));
      const right = there.steps.filter((step) => !brought.has(step)).map(({ event }) => JSON.stringify(event));
      expect(left.toSorted()).toEqual(right.toSorted());
    });
  });

  test("tells of each day what happened on it, and at its end how they stand", () => {
    holds(({ main, made }) => {
      const [here, there] = [historyOf(main), historyOf(made)];
      const { shared, days, parted } = compare(here, there);
      expect(days.flatMap(({ one }) => one.steps)).toEqual(here.steps.slice(shared));
      expect(days.flatMap(({ other }) => other.steps)).toEqual(there.steps.slice(shared));
      for (const { one, other, differs, day } of days) {
        expect(one.situation).toBe(here.steps.findLast(({ minute }) => minute < day + 1440)?.after ?? here.opening);
        expect(differs.length > 0).toBe(JSON.stringify(one.situation) !== JSON.stringify(other.situation));
      }
      expect(parted).toBe(days.find(({ one, other }) => !alike(one.situation, other.situation)));
    });
  });

  test("gives patches that make of one dossier the other, at any two moments", () => {
    fc.assert(
      fc.property(whatIfs(), fc.nat(12), fc.nat(12), (whatIf, early, late) => {
        const { main, made } = make(whatIf);
        const [here, there] = [historyOf(main), historyOf(made)];
        const [one, other] = [Math.min(early, here.steps.length), Math.min(late, there.steps.length)];
        const { dossier, situation } = differenceBetween(here, one, there, other);
        expect(applyPatches(dossierAfter(here, one), [...dossier])).toEqual(dossierAfter(there, other));
        const moved = Object.fromEntries(situation.map(({ region, to }) => [region, to]));
        expect({ ...(here.steps[one - 1]?.after ?? here.opening), ...moved }).toEqual(
          there.steps[other - 1]?.after ?? there.opening,
        );
        expect(applyPatches(here.dossier, [...patchesBetween(here.dossier, there.dossier)])).toEqual(there.dossier);
        expect(patchesBetween(here.dossier, structuredClone(here.dossier))).toEqual([]);
      }),
    );
  });
});

describe("the causal cone", () => {
  test("is every step from which a chain of causes leads back to the events asked for", () => {
    fc.assert(
      fc.property(whatIfs(), fc.array(fc.nat(12), { maxLength: 3 }), (whatIf, asked) => {
        const { made, record } = make(whatIf);
        const history = historyOf(made);
        const ids = asked.flatMap((k) => record[k]?.id ?? []);
        const place = new Map(history.steps.map(({ event }, k) => [event.id, k]));
        // The other way about: from each step back through its causes, as far as they stand before it.
        const leadsBack = (id: string): boolean => {
          const here = place.get(id) ?? -1;
          return (history.steps[here]?.event.because ?? []).some(
            (cause) => ids.includes(cause) || ((place.get(cause) ?? here) < here && leadsBack(cause)),
          );
        };
        const wanted = history.steps.filter(({ event: { id } }) => !ids.includes(id) && leadsBack(id));
        expect(coneOf(history, ids)).toEqual(wanted);
      }),
    );
  });
});

describe("a swap", () => {
  test("at the first event mirrors the whole history", () => {
    holds(({ record, main }) => {
      const [first] = record;
      fc.pre(first !== undefined);
      const [here, there] = [historyOf(main), historyOf(branch(main, [{ kind: "swap", id: first.id }], "prune"))];
      expect(there.steps.map(({ verdict, minute }) => [verdict, minute])).toEqual(
        here.steps.map(({ verdict, minute }) => [verdict, minute]),
      );
      expect(there.steps.map(({ after }) => after)).toEqual(here.steps.map(({ after }) => mirror(after)));
      expect(there.dossier.scores.aToB).toEqual(here.dossier.scores.bToA);
    });
  });

  test("twice, at two events, turns only what is between them", () => {
    fc.assert(
      fc.property(whatIfs({ maxEdits: 0 }), fc.nat(), fc.nat(), (whatIf, some, more) => {
        const { main, record } = make(whatIf);
        fc.pre(record.length > 1);
        const early = some % (record.length - 1);
        const late = early + 1 + (more % (record.length - 1 - early));
        const [first, last] = [record[early], record[late]];
        if (first === undefined || last === undefined) throw new Error("There are two events.");
        const both = branch(
          main,
          [first, last].map(({ id }) => ({ kind: "swap", id }) as const),
          "keep",
        );
        const after = branch(
          branch(main, [{ kind: "swap", id: first.id }], "keep"),
          [{ kind: "swap", id: last.id }],
          "keep",
        );
        expect(historyOf(both).steps).toEqual(historyOf(after).steps);
      }),
    );
  });
});

function isDrop({ kind }: { readonly kind: string }): boolean {
  return kind === "drop";
}

function alike(one: Situation, other: Situation): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function happened({ event, minute }: Step): unknown {
  return { event, minute };
}

function mirror(situation: Situation): Situation {
  const turned: Situation = JSON.parse(
    JSON.stringify(situation).replace(/by-[ab]/g, (by) => (by === "by-a" ? "by-b" : "by-a")),
  );
  return { ...turned, missionA: situation.missionB, missionB: situation.missionA };
}

/** What of a comparison is the same the other way round. */
type Swapped = { readonly [key in keyof Omit<Comparison, "unfit">]: object | number } & {
  readonly commitments: object;
};

/** A comparison as it would be the other way round. */
function mirrored(there: Comparison): Swapped {
  const turned = ({ one, other }: Pair): Pair => ({ one: other, other: one });
  const back = ({ region, from, to }: Comparison["end"][number]): object => ({ region, from: to, to: from });
  const day = ({ day, one, other, differs }: Comparison["days"][number]): object => ({
    day,
    one: other,
    other: one,
    differs: differs.map(back),
  });
  const { divergence, parted, commitments, unfit, ...rest } = there;
  const { minute, one, other } = divergence ?? {};
  return {
    ...rest,
    ...(divergence && { divergence: { minute, ...(other && { one: other }), ...(one && { other: one }) } }),
    ...(parted && { parted: day(parted) }),
    missing: rest.added,
    added: rest.missing,
    changed: rest.changed.map(turned),
    verdicts: rest.verdicts.map(turned),
    commitments: {
      appeared: commitments.vanished,
      vanished: commitments.appeared,
      otherwise: commitments.otherwise.map(({ one, other }) => ({ one: other, other: one })),
    },
    days: rest.days.map(day),
    end: rest.end.map(back),
  };
}

/** With lists in an order of their own: pairs stand in the order of the one branch. */
function sorted(compared: Swapped): unknown {
  const text = (value: unknown): string => JSON.stringify(value);
  const inOrder = (some: object): object =>
    Object.fromEntries(
      Object.entries(some).map(([key, value]) => [
        key,
        Array.isArray(value) && key !== "days" ? value.toSorted((a, b) => (text(a) < text(b) ? -1 : 1)) : value,
      ]),
    );
  return { ...inOrder(compared), commitments: inOrder(compared.commitments) };
}
