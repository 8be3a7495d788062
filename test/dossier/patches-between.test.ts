/** Patches that make one dossier of another, and recording event by event. */
import { applyPatches, enablePatches } from "immer";
import { describe, expect, test } from "vitest";
import { type Dossier, EMPTY, patchesBetween, record, recordWithPatches } from "../../src/dossier/index.ts";
import { accord, bar, call, comeback, crisis, folded, on, overture, recall, strike } from "../support/crisis.ts";

enablePatches();

/** The dossier of the crisis after each of its events, and of another one. */
const dossiers: readonly Dossier[] = [
  ...Array.from({ length: crisis.length + 1 }, (_, k) => folded(crisis.slice(0, k)).dossier),
  folded([{ ...strike, claims: [] }, on(17, "make-statement", ["USA"]), recall, bar, overture, accord, comeback])
    .dossier,
];

const patchTexts = (from: Dossier, to: Dossier): readonly string[] =>
  patchesBetween(from, to).map(({ op, path, value }) => `${op} ${path.join(".")}: ${JSON.stringify(value)}`);

test("the patches between any two dossiers make of the one the other", () => {
  for (const from of dossiers) {
    for (const to of dossiers) {
      expect(applyPatches(from, [...patchesBetween(from, to)])).toEqual(to);
      expect(applyPatches(from, [...patchesBetween(from, structuredClone(to))])).toEqual(to);
    }
  }
});

describe("the patches between two dossiers are no more than what differs", () => {
  const base = folded().dossier;

  test("nothing where nothing does, down to single values", () => {
    expect(patchesBetween(base, base)).toEqual([]);
    expect(patchesBetween(base, structuredClone(base))).toEqual([]);
    const later = structuredClone(base);
    const other = { ...later, contacts: { count: later.contacts.count + 1, last: call.id } };
    expect(patchTexts(base, other)).toEqual([`replace contacts.count: ${base.contacts.count + 1}`]);
  });

  test("what the other has alone is added, what the one has alone is removed", () => {
    const claims = { "2024-02": [{ by: "IRN", about: "target", says: "a camp", event: "e" }] };
    const more = { ...base, claims: { ...base.claims, ...claims } };
    expect(patchTexts(base, more)).toEqual([`add claims.2024-02: ${JSON.stringify(claims["2024-02"])}`]);
    expect(patchTexts(more, base)).toEqual(["remove claims.2024-02: undefined"]);
    expect(patchTexts(EMPTY, { ...EMPTY, contacts: { count: 0, last: "visit" } })).toEqual([
      'replace contacts.last: "visit"',
    ]);
    expect(patchTexts({ ...EMPTY, contacts: { count: 0, last: "visit" } }, EMPTY)).toEqual([
      "replace contacts.last: null",
    ]);
  });

  test("a list gets shorter at its end, longer at its end, and otherwise where it differs", () => {
    const claim = (says: string) => ({ by: "IRN", about: "target", says, event: "e" });
    const dossierSaying = (...words: readonly string[]): Dossier => ({
      ...EMPTY,
      claims: { "2024-01": words.map(claim) },
    });
    expect(patchTexts(dossierSaying("a", "b", "c"), dossierSaying("a"))).toEqual([
      "remove claims.2024-01.2: undefined",
      "remove claims.2024-01.1: undefined",
    ]);
    expect(patchTexts(dossierSaying("a"), dossierSaying("a", "b"))).toEqual([
      `add claims.2024-01.1: ${JSON.stringify(claim("b"))}`,
    ]);
    expect(patchTexts(dossierSaying("a", "b"), dossierSaying("a", "c"))).toEqual([
      'replace claims.2024-01.1.says: "c"',
    ]);
    const figures = (killed: number | readonly [number, number]): Dossier => ({
      ...EMPTY,
      claims: {
        "2024-01": [
          { by: "IRN", about: "casualties", killed: typeof killed === "number" ? killed : [...killed], event: "e" },
        ],
      },
    });
    expect(patchTexts(figures(1), figures([1, 2]))).toEqual(["replace claims.2024-01.0.killed: [1,2]"]);
    expect(patchTexts(figures([1, 2]), figures([1, 3]))).toEqual(["replace claims.2024-01.0.killed.1: 3"]);
    expect(patchTexts(figures([1, 2]), figures(2))).toEqual(["replace claims.2024-01.0.killed: 2"]);
  });
});

test("an event is recorded in a new dossier, and the old one stays; the patches lead from the one to the other", () => {
  const { steps, dyad } = folded();
  const entries = steps.map(({ event, verdict, minute }) => ({ event, verdict, minute, dyad }));
  const [after, patches] = recordWithPatches(EMPTY, ...entries);
  expect(after).toEqual(entries.reduce(record, EMPTY));
  expect(after).toEqual(folded().dossier);
  expect(applyPatches(EMPTY, [...patches])).toEqual(after);
  expect(EMPTY.contacts).toEqual({ count: 0, last: null });
  expect(recordWithPatches(after)).toEqual([after, []]);
});
