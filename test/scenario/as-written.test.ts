/** As written: what is read is always a list, and problems name what the file wrote; a replacement is a new event. */
import { expect, test } from "vitest";
import { base, broken, read } from "../support/scenario.ts";

test.each([
  ["cite: press\n    claims", "cite: pres\n    claims", "events[0].cite"],
  ["cite: [press]", "cite: [pres]", "events[1].cite[0]"],
  ["because: strike", "because: strik", "events[1].because"],
  ["because: [recall]", "because: [recal]", "events[2].because[0]"],
  ["course: retaliation.war", "ledger: by-USA", "never[0].ledger"],
  ["course: retaliation.war", "ledger: [clear, by-USA]", "never[0].ledger[1]"],
])("%s becomes %s: the problem is at %s", (part, by, path) => {
  expect(broken(part, by).map((one) => one.path)).toContain(path);
});

test("an event that an edit replaces has the version of its act, not of the act it had", () => {
  const older = base
    .replace("act: recall-ambassador", "act: expel-ambassador\n    version: 2")
    .replace("- drop: strike", "- replace: recall\n        with: { act: lodge-protest }")
    .replace("missions: { PAK: recalled }", "channels: open")
    .replace("course: ambassadors-recalled, ", "");
  const { scenario, diagnostics } = read(older);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const [edit] = scenario?.whatIfs["calm"]?.edits ?? [];
  expect(edit).toMatchObject({
    kind: "replace",
    id: "recall",
    event: { act: "lodge-protest", version: 1, cite: ["press"] },
  });
  expect(edit).not.toHaveProperty("with");
});
