import { expect, test } from "vitest";
import { casualtiesOf, claimsOf, disputesIn, type FiledClaim } from "../../src/dossier/index.ts";
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
