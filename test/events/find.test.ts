import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actIds, actOf, actsFor, actsTold, nearestAct } from "../../src/events/index.ts";
import { ofAll } from "../support/enduring.ts";

describe("acts are found", () => {
  test.each([
    ["sanctions", ["impose-sanctions", "lift-sanctions"]],
    ["hostages", ["detain-persons", "release-persons", "non-state-attack"]],
    ["freeze of assets", ["impose-sanctions"]],
    ["deportation", ["expel-nationals"]],
    ["ramming", ["damage-property"]],
    ["barracks", ["blockade"]],
    ["refuge", ["grant-asylum"]],
    ["judgment", ["give-ruling"]],
    ["expell", ["expel-diplomats", "expel-ambassador", "expel-nationals"]],
    ["persona non grata", ["expel-ambassador", "bar-ambassador", "expel-diplomats"]],
    ["ultimatm", ["issue-ultimatum"]],
  ])("by a name, a meaning, a plural or with a typing error: %s", (text, found) => {
    expect(actsFor(text).toSorted()).toEqual(found.toSorted());
  });

  test("the one whose name it is before those whose definition has it", () => {
    expect(actsFor("embassies")).toEqual(
      expect.arrayContaining(["close-mission", "reopen-mission", "break-relations"]),
    );
    expect(actsFor("attack")[0]).toBe("strike");
  });

  test("and none by words that say nothing of an act", () => {
    expect([actsFor("constructor"), actsFor("no such act"), actsFor("")]).toEqual([[], [], []]);
  });

  test("each by its own name and by its own label, first", () => {
    const acts = actIds.filter((one) => actOf(one).class !== "clock");
    for (const id of acts.filter((_, k) => k % ofAll(1, 4) === 0)) {
      expect([id, actsFor(id)[0]]).toEqual([id, id]);
      expect([id, actsFor(actOf(id).label)]).toEqual([id, expect.arrayContaining([id])]);
    }
  });

  test("in any text, without breaking off", () => {
    fc.assert(fc.property(fc.string(), (text) => actsFor(text).every((id) => actIds.includes(id))));
  });
});

describe("the acts that an id tells", () => {
  const third = actIds.filter((id) => actOf(id).by.includes("third") && id !== "take-side");

  test.each([
    ["bahrain-breaks-relations", "break-relations"],
    ["un-mediates", "mediate"],
    ["eu-condemns", "condemn"],
    ["allies-expel-envoys", "expel-diplomats"],
    ["recalled-by-kuwait", "recall-ambassador"],
    ["french-sanctions", "impose-sanctions"],
  ])("%s", (id, act) => {
    expect(actsTold(id, third)[0]).toBe(act);
  });

  test.each(["four-leaders", "security-council", "european-union", "washington-decides", "oas", ""])(
    "none for what names no act: %s",
    (id) => {
      expect(actsTold(id, third)).toEqual([]);
    },
  );

  test("never one that is the opposite", () => {
    const sanctions = actIds.filter((id) => actOf(id).class === "sanction");
    expect(actsTold("lift-sanctions", sanctions)).toEqual([]);
    expect(actsTold("resume-flights", sanctions)).toEqual([]);
    expect(actsTold("no-flights", sanctions)).toContain("suspend-flights");
  });
});

describe("the nearest act", () => {
  test.each([
    ["open-mission", "reopen-mission"],
    ["reopen-embassy", "reopen-mission"],
    ["lift-blockade", "lift-measure"],
    ["end-sanctions", "lift-sanctions"],
    ["impose-embargo", "impose-sanctions"],
    ["begin-war", "declare-war"],
    ["upgrade-relations", "restore-relations"],
    ["resume-flights", "lift-measure"],
    ["demobilize", "stand-down"],
    ["sever-relations", "break-relations"],
    ["protst", "lodge-protest"],
    ["end-imunity", "end-immunity"],
  ])("says what was meant, never the opposite: %s", (text, act) => {
    expect(nearestAct(text)).toBe(act);
  });

  test.each(["start-talks", "unrecall-ambassador", "open-border"])("is no opposite of %s", (text) => {
    const near = nearestAct(text);
    expect(near).toBeDefined();
    expect(["suspend-talks", "recall-ambassador", "bar-ambassador", "close-border"]).not.toContain(near);
  });

  test("is one of the words that are allowed", () => {
    expect(nearestAct("reopen-embassy", ["close-mission"])).toBeUndefined();
    expect(nearestAct("frce", ["strike", "force"])).toBe("force");
  });
});
