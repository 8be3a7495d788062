import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { demarche, fileWith, flagship } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";
import { DOMParser } from "../support/page.ts";

const few = ["--strategies", "bullying,reciprocating", "--futures", ofAll("40", "5"), "--horizon", "120d"];

test("the same seed gives the same bytes, and the line it prints gives them again", () => {
  const first = demarche(["tournament", flagship, ...few, "--from", "recall", "--set", "answers=0.9"]);
  expect(first).toMatchObject({ code: 0, err: "" });
  const again = /Again: (demarche [\s\S]*)$/.exec(first.out)?.[1]?.replace(/\s+/g, " ").trim() ?? "";
  expect(demarche(again.split(" ").slice(1)).out).toBe(first.out);
  expect(demarche(["tournament", flagship, ...few, "--seed", "2"]).out).not.toBe(
    demarche(["tournament", flagship, ...few]).out,
  );
});

test("strategies take over after the first act of force, after an event, or at the end of a day", () => {
  const opening = (...args: readonly string[]) =>
    JSON.parse(demarche(["tournament", flagship, ...few, "--json", ...args]).out).opening;
  expect(opening()).toEqual({ event: "strike", at: "2024-01-16T00:00" });
  expect(opening("--from", "reprisal").event).toBe("reprisal");
  expect(opening("--from", "2024-01-17")).toEqual({ event: "suspension", at: "2024-01-17T23:59" });
});

test.each([
  [["--strategies", "reciprocal"], 'There is no strategy "reciprocal". Did you mean reciprocating?'],
  [["--strategies", ","], "no strategy is named"],
  [["--from", "recal"], 'There is no event "recal" so far. Did you mean recall?'],
  [["--from", "2025-01-01"], "outside the scenario's window"],
  [["--futures", "-1"], "--futures"],
  [["--futures", "1e99"], "--futures"],
  [["--seed", "0.5"], "--seed"],
  [["--horizon", "soon"], "--horizon soon: expected a length of time"],
  [["--horizon", "0d"], "--horizon 0d"],
  [["--set", "answer=1"], "Did you mean answers?"],
  [["--set", "answers=1.2"], "expected a number from 0 to 1"],
  [["--set", "answers="], "expected a number from 0 to 1"],
  [["--war", "course=retaliation.wr"], "--war"],
  [["--json", "--svg"], "Either --json or --svg."],
  [["--width", "10"], "--width 10"],
] as const)("%j is a mistake that is explained", (args, message) => {
  const { code, err, out } = demarche(["tournament", flagship, ...args]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(message);
});

test("a record in which nobody is hostile needs to be told where to begin", () => {
  const text = readFileSync("test/fixtures/short-crisis.yaml", "utf8");
  const protest = '{ id: protest, at: "2024-01-16", act: lodge-protest, from: IRN, to: PAK, cite: morrow }';
  const file = fileWith(`${text.slice(0, text.indexOf("\nevents:"))}\nevents:\n  - ${protest}\n`);
  const { code, err } = demarche(["tournament", file, ...few]);
  expect(code).toBe(2);
  expect(err).toContain("Say where to begin: --from DATE or ID.");
  expect(demarche(["tournament", file, ...few, "--from", "protest"]).code).toBe(0);
});

test("no future at all is no answer, and is told so", () => {
  expect(demarche(["tournament", flagship, "--strategies", "grim,grim", "--futures", "0"])).toMatchObject({
    code: 3,
    err: "No future was played: there is no number here.\n",
  });
});

test("the picture is an SVG that says in words what it shows, and the same one again", () => {
  const { out, code } = demarche(["tournament", flagship, ...few, "--svg"]);
  expect(code).toBe(0);
  expect(demarche(["tournament", flagship, ...few, "--svg"]).out).toBe(out);
  const root = new DOMParser().parseFromString(out, "image/svg+xml").documentElement;
  expect(root.getAttribute("role")).toBe("img");
  expect(root.querySelector("title")?.textContent).toContain("Tournament: ");
  expect(root.querySelector("desc")?.textContent).toMatch(/Not a forecast\.[\s\S]*reciprocating/);
  expect(out).toContain("Again: demarche tournament");
});
