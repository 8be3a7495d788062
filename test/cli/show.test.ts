import { expect, test } from "vitest";
import { demarche } from "../support/cli.ts";

const short = "test/fixtures/short-crisis.yaml";
const show = (...args: readonly string[]) => demarche(["show", short, ...args]);

test("a moment, whole: the situation, what is owed and what is waiting", () => {
  const { out, code } = show("--at", "2024-01-24");
  expect(code).toBe(0);
  expect(out).toMatch(/course +reconciliation \(settled\) +2024-01-22/);
  expect(out).toContain("… pending: return-ambassador owed by both by 2024-01-26");
  expect(out).toMatch(/2024-01-27 +lapses unless it is done before/);
});

test("a moment within a day is called by its minute, a day by its end", () => {
  expect(show("--at", "2024-01-19T14:00Z").out).toContain("As it stood at 2024-01-19 14:00\n");
  expect(show("--at", "2024-01-19").out).toContain("As it stood at the end of 2024-01-19\n");
  expect(show("--at", "2024-01-19T14:00Z", "--diff", "2024-01-19").out).toMatch(
    /^From 2024-01-19 14:00 to the end of 2024-01-19: 1 event\n/,
  );
  const { out } = show("--at", "2024-01-19T15:00+02:00", "--why-not", "strike", "--by", "PAK");
  expect(out.replace(/\s+/g, " ")).toContain("by PAK, at 2024-01-19 13:00: valid");
  expect(demarche(["replay", short, "--until", "2024-01-19T14:00Z"]).out).toContain("Where it stood, 2024-01-19 14:00");
});

test("--why is the tree of causes behind a part of the situation, or behind an event", () => {
  const { out } = show("--at", "2024-01-18", "--why", "course");
  expect(out.split("\n")[0]).toBe("course: retaliation (answered)");
  expect(out).toMatch(/PAK → IRN Strike \[reprisal\][\s\S]*└─ 2024-01-16 IRN → PAK Strike \[strike\]/);
  expect(show("--why", "call").out).toContain("[overture]");
});

test("--why of a part that never moved says so", () => {
  expect(show("--why", "relations").out).toContain("It has stood there from the opening");
});

test("--why-not names what stands in the way, the rule and the remedy", () => {
  const { out, code } = show("--at", "2024-01-18", "--why-not", "return-ambassador", "--by", "IRN");
  const text = out.replace(/\s+/g, " ");
  expect(code).toBe(0);
  expect(text).toContain("returns only if the host consents. (Vienna Convention on Diplomatic Relations, Art. 4, 9)");
  expect(text).toContain("What would give it effect: Both parties agree on terms");
});

test("--why-not of a valid act says what it would do", () => {
  expect(show("--at", "2024-01-16", "--why-not", "recall-ambassador", "--by", "PAK").out).toContain(
    "it would change the situation",
  );
  expect(show("--at", "2024-01-16", "--why-not", "warn", "--by", "PAK").out.replace(/\s+/g, " ")).toContain(
    "it would change nothing",
  );
});

test("--diff says what changed between two days, in either order", () => {
  const forward = show("--at", "2024-01-19", "--diff", "2024-01-17");
  expect(forward.out).toBe(show("--at", "2024-01-17", "--diff", "2024-01-19").out);
  expect(forward.out).toMatch(/course +ambassadors-recalled → reconciliation \(talks\)/);
  expect(forward.out).toContain("unchanged: measures, mission IRN, mission PAK, relations");
  expect(forward.out).toContain("newly disputed: casualties of reprisal");
  expect(show("--at", "2024-01-20", "--diff", "2024-01-21").out).toContain("Nothing happened between the two.");
});

test("--json is the same moment as data", () => {
  const data = JSON.parse(show("--at", "2024-01-18", "--why-not", "return-ambassador", "--by", "IRN", "--json").out);
  expect(data).toMatchObject({
    situation: { course: "retaliation.answered", ledger: "both", missions: { IRN: "barred", PAK: "recalled" } },
    whyNot: { verdict: "void", reasons: [{ requirement: "host-consents" }] },
    last: "appeal",
  });
  expect(JSON.parse(show("--why", "course", "--json").out).why.causes).toContainEqual(
    expect.objectContaining({ event: "reprisal", because: ["strike"] }),
  );
});
