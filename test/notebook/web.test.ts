/** A crisis of several relations in a notebook. */
import { expect, test } from "vitest";
import { openText } from "../../src/notebook/index.ts";
import { gulf } from "../support/web.ts";

test("names its relations, and turns from one to another", () => {
  const crisis = openText(gulf, "gulf");
  expect(crisis.relations).toEqual(["SAU,QAT", "ARE,QAT", "EGY,QAT", "QAT,KWT"]);
  const egypt = crisis.between("qat,egy");
  expect(egypt.title).toBe("A rift among five: Egypt and Qatar");
  expect(egypt.parties.map(({ code }) => code)).toEqual(["EGY", "QAT"]);
  expect(egypt.between("SAU,QAT").title).toBe("A rift among five: Saudi Arabia and Qatar");
  expect(egypt.events.map(({ id }) => id)).not.toContain("nothing");
});

test("knows nothing of later, whichever relation is looked at", () => {
  const early = openText(gulf, "gulf").until("offer");
  const kuwait = early.between("QAT,KWT");
  expect(kuwait.events.map(({ id }) => id)).toEqual(["severance", "offer"]);
  expect(kuwait.whatIfs).toEqual([]);
  expect(
    early
      .between("EGY,QAT")
      .until("severance")
      .events.map(({ id }) => id),
  ).toEqual(["severance"]);
});

test("a relation that is not followed is told with the nearest", () => {
  expect(() => openText(gulf, "gulf").between("QAT,KWW")).toThrow(/Did you mean QAT,KWT/);
});

test("a what-if of its own is carried out in the relation that is looked at", () => {
  const egypt = openText(gulf, "gulf").between("EGY,QAT");
  const calm = egypt.whatIf({ edit: { drop: "severance" }, then: "prune", because: "Nobody breaks with Qatar." });
  expect(calm.compare().missing).toContain("severance");
});
