import { describe, expect, test } from "vitest";
import { casualtiesOf, claimsOf, disputesIn, type FiledClaim } from "../../src/dossier/index.ts";
import type { DiplomaticEvent } from "../../src/events/index.ts";
import { folded, on, strike } from "../support/crisis.ts";

const target = (by: string, says: string): FiledClaim => ({ event: "e", about: "target", by, says });

test("two parties' differing claims about the same thing of the same event are a dispute", () => {
  const [dispute, ...others] = disputesIn(claimsOf(folded().dossier));
  expect(others).toEqual([]);
  expect(dispute).toMatchObject({ event: strike.id, about: "target" });
  expect(dispute?.claims.map(({ by }) => by)).toEqual(["IRN", "PAK"]);
});

test("the same words from both are no dispute, nor are two claims of one actor", () => {
  expect(disputesIn([target("IRN", "a camp"), target("PAK", " A camp ")])).toEqual([]);
  expect(disputesIn([target("IRN", "a camp"), target("IRN", "a depot")])).toEqual([]);
});

test("claims about different things or different events are no dispute", () => {
  const other: FiledClaim = { ...target("PAK", "a village"), about: "intent" };
  expect(disputesIn([target("IRN", "a camp"), other])).toEqual([]);
  expect(disputesIn([target("IRN", "a camp"), { ...target("PAK", "a village"), event: "f" }])).toEqual([]);
});

test("a claim about anything but casualties lies nowhere", () => {
  const claims = claimsOf(folded().dossier).filter(({ about }) => about === "target");
  expect(claims.map((claim) => claim.in)).toEqual([undefined, undefined]);
});

test("a casualties claim lies where the event was aimed unless it says where", () => {
  const claims = claimsOf(folded().dossier).filter(({ about }) => about === "casualties");
  expect(claims.map((claim) => claim.in)).toEqual(["PAK"]);
});

test("casualties are kept for each claimant and their total is a range over claimants", () => {
  const both = on(18, "strike", ["PAK"], {
    claims: [
      { by: "IRN", about: "casualties", killed: 9, of: "foreign nationals" },
      { by: "PAK", about: "casualties", killed: [3, 20], injured: 1 },
    ],
  });
  const [iran] = casualtiesOf(folded([both]).dossier);
  expect(iran?.in).toBe("IRN");
  expect(iran?.tolls.map(({ by, killed }) => [by, killed])).toEqual([
    ["IRN", [9, 9]],
    ["PAK", [3, 20]],
  ]);
  expect(iran?.killed).toEqual([3, 20]);
  expect(iran?.injured).toEqual([0, 1]);
});

test("one claimant's figures for different people of one event add up, and events add up", () => {
  const claims = [
    { by: "PAK", about: "casualties", killed: 2, of: "children" },
    { by: "PAK", about: "casualties", killed: 3, of: "adults" },
  ];
  const history = folded([on(16, "strike", ["IRN"], { claims }), on(17, "strike", ["IRN"], { claims })]);
  expect(casualtiesOf(history.dossier)[0]?.killed).toEqual([10, 10]);
});

test("two say the same when the order and the outer spaces of their words differ, and nothing else", () => {
  const claimsBy = (by: string, ...words: readonly string[]) => words.map((says) => target(by, says));
  expect(disputesIn([...claimsBy("IRN", "a camp", "a depot"), ...claimsBy("PAK", "A depot ", " a Camp")])).toEqual([]);
  expect(disputesIn([...claimsBy("IRN", "a camp", "a depot"), ...claimsBy("PAK", "a camp")])).toHaveLength(1);
  expect(disputesIn([...claimsBy("IRN", "a\ncamp"), ...claimsBy("PAK", "a", "camp")])).toHaveLength(1);
});

describe("a dispute can be about", () => {
  const claimed: FiledClaim = { event: "e", about: "casualties", by: "IRN", killed: 1, injured: 2, captured: 3 };
  const whole: FiledClaim = { ...claimed, group: "JAA", of: "fighters", says: "none were ours" };

  test.each<Partial<FiledClaim>>([
    { killed: 2 },
    { killed: [1, 2] },
    { injured: 1 },
    { captured: 0 },
    { group: "BLF" },
    { of: "children" },
    { says: "all were ours" },
  ])("one part of a claim alone: %j", (part) => {
    const claims = [whole, { ...whole, by: "PAK", ...part }];
    expect(disputesIn(claims)).toEqual([{ event: "e", about: "casualties", claims }]);
    expect(disputesIn([whole, { ...whole, by: "PAK" }])).toEqual([]);
  });
});

test("claims are kept in the order of the record, filed under the months of their events", () => {
  const later = { ...strike, id: "later", at: "2024-02-01" };
  const { dossier } = folded([strike, on(17, "make-statement", ["PAK"]), later]);
  expect(Object.keys(dossier.claims)).toEqual(["2024-01", "2024-02"]);
  expect(claimsOf(dossier).map(({ event, says }) => [event, says])).toEqual(
    [strike.id, "later"].flatMap((id) => strike.claims.map(({ says }) => [id, says])),
  );
});

test("a casualties claim lies nowhere when the event was aimed at several places or none", () => {
  const claims = [{ by: "IRN", about: "casualties", killed: 1 }];
  const places = (to: readonly string[]) =>
    claimsOf(folded([on(16, "strike", ["IRN"], { to, claims })]).dossier).map((claim) => claim.in);
  expect(places(["PAK", "AFG"])).toEqual([undefined]);
  expect(places([])).toEqual([undefined]);
});

describe("casualties", () => {
  const counted = (...claims: readonly object[]) =>
    casualtiesOf(
      folded([on(16, "strike", ["IRN"], { claims: claims.map((one) => ({ by: "PAK", about: "casualties", ...one })) })])
        .dossier,
    );

  const none = { killed: [0, 0], injured: [0, 0], captured: [0, 0] };

  test("a figure that says whom it counts is a part of one that doesn't, and is not added to it", () => {
    const tolls = counted({ killed: 2, of: "children" }, { killed: 3 }, { killed: 1, of: "guards" })[0]?.tolls;
    expect(tolls).toEqual([
      {
        event: "strike-16",
        by: "PAK",
        killed: [3, 3],
        injured: [0, 0],
        captured: [0, 0],
        counts: [{ ...none, killed: [3, 3] }],
        parts: [
          { ...none, killed: [2, 2], of: "children" },
          { ...none, killed: [1, 1], of: "guards" },
        ],
      },
    ]);
  });

  test("only figures of the same kind are parts of each other", () => {
    const [toll] = counted({ killed: 7 }, { killed: 3, injured: 5, of: "children" })[0]?.tolls ?? [];
    expect(toll).toMatchObject({ killed: [7, 7], injured: [5, 5] });
    expect(toll?.counts).toEqual([
      { ...none, killed: [7, 7] },
      { ...none, injured: [5, 5], of: "children" },
    ]);
    expect(toll?.parts).toEqual([{ ...none, killed: [3, 3], of: "children" }]);
  });

  test("a later count stands in the place of the same claimant's earlier ones, in one event and in later ones", () => {
    const revised = [{ killed: 2 }, { killed: 5, "instead-of": "strike-16" }];
    const claims = [...revised, { killed: 4, by: "UNO" }].map((one) => ({ by: "PAK", about: "casualties", ...one }));
    const update = (day: number, killed: number, earlier: string) =>
      on(day, "make-statement", ["PAK"], {
        to: [],
        claims: [{ by: "PAK", about: "casualties", killed, in: "PAK", "instead-of": earlier }],
      });
    const raid = on(16, "strike", ["IRN"], { claims });
    const killed = (...later: readonly DiplomaticEvent[]) => casualtiesOf(folded([raid, ...later]).dossier)[0]?.killed;
    expect(killed()).toEqual([4, 5]);
    expect(killed(update(17, 7, "strike-16"))).toEqual([4, 7]);
    expect(killed(update(17, 7, "strike-16"), update(18, 6, "make-statement-17"))).toEqual([4, 6]);
  });

  test("are killed, injured or captured; a claim without a figure is none", () => {
    expect(counted({ says: "there were none" })).toEqual([]);
    expect(counted({ injured: 4 })).toMatchObject([{ killed: [0, 0], injured: [4, 4] }]);
    expect(counted({ captured: [1, 2] })[0]?.tolls).toMatchObject([{ killed: [0, 0], captured: [1, 2] }]);
  });

  test("are told by place, unknown where no claim says, and by claimant", () => {
    const places = casualtiesOf(
      folded([
        on(16, "clash", ["IRN", "PAK"], {
          to: [],
          claims: [
            { by: "IRN", about: "casualties", killed: 1 },
            { by: "IRN", about: "casualties", killed: 2, in: "PAK" },
            { by: "PAK", about: "casualties", killed: 4, in: "PAK" },
          ],
        }),
      ]).dossier,
    );
    expect(places.map(({ in: place, tolls, killed }) => [place, tolls.map(({ by }) => by), killed])).toEqual([
      ["?", ["IRN"], [1, 1]],
      ["PAK", ["IRN", "PAK"], [2, 4]],
    ]);
  });
});
