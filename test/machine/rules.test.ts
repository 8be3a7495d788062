/** The rules of docs/explanation/semantics.md, each as given, when, then. The names are quoted there: change both. */
import { describe, expect, test } from "vitest";
import type { ActId, RequirementId } from "../../src/events/index.ts";
import {
  type ChartEvent,
  type Detail,
  judge,
  matches,
  type Pattern,
  PEACE,
  type Situation,
  step,
  unmet,
} from "../../src/machine/index.ts";

type By = ChartEvent["by"];

function given(...events: readonly ChartEvent[]): Situation {
  return events.reduce((situation, event) => {
    expect(unmet(situation, event)).toEqual([]);
    return step(situation, event);
  }, PEACE);
}

const by = (actor: By, type: ActId, detail?: Detail): ChartEvent => ({
  type,
  by: actor,
  ...(detail === undefined ? {} : { detail }),
});
const a = (type: ActId, detail?: Detail): ChartEvent => by("a", type, detail);
const b = (type: ActId, detail?: Detail): ChartEvent => by("b", type, detail);
const both = (type: ActId): ChartEvent => by("both", type);
const other = (type: ActId, detail?: Detail): ChartEvent => by("other", type, detail);

function reaches(situation: Situation, pattern: Pattern): void {
  expect({ situation, pattern, matches: matches(situation, pattern) }).toMatchObject({ matches: true });
}

function isVoid(situation: Situation, event: ChartEvent, requirement: RequirementId, rule: string): void {
  const { verdict, after, reasons } = judge(situation, event);
  expect(verdict).toBe("void");
  expect(after).toBe(situation);
  const reason = reasons.find((one) => one.requirement === requirement);
  expect(reason?.rule).toContain(rule);
  expect(reason?.remedy.length).toBeGreaterThan(10);
}

function noted(situation: Situation, event: ChartEvent): void {
  expect(judge(situation, event)).toMatchObject({ verdict: "noted" });
}

describe("force", () => {
  test("force by one party alone is a strike, however often", () => {
    reaches(given(a("strike")), { course: "strike", ledger: "by-a", posture: "force" });
    reaches(given(a("strike"), a("seize")), { course: "strike", ledger: "by-a" });
  });

  test("force by the party that was struck is retaliation", () => {
    reaches(given(a("strike"), b("strike")), { course: "retaliation.answered", ledger: "both" });
  });

  test("force after retaliation is an exchange", () => {
    reaches(given(a("strike"), b("strike"), a("strike")), { course: "retaliation.exchange" });
  });

  test("a clash is force by both, since nobody knows who began", () => {
    reaches(given(both("clash")), { course: "retaliation.answered", ledger: "both" });
  });

  test("a declaration or battle of war makes retaliation war, and it stays war", () => {
    reaches(given(a("strike"), b("declare-war")), { course: "retaliation.war", posture: "war" });
    reaches(given(a("declare-war")), { course: "strike", posture: "war" });
    reaches(given(a("declare-war"), b("strike")), { course: "retaliation.war" });
    reaches(given(both("war-battle"), a("strike")), { course: "retaliation.war" });
  });

  test("force during reconciliation ends it, and the ledger remembers", () => {
    const settled = [a("strike"), b("strike"), both("agree")] as const;
    reaches(given(...settled, a("strike")), { course: "retaliation.exchange" });
    reaches(given(a("strike"), a("apologize"), a("strike")), { course: "strike", ledger: "by-a" });
    reaches(given(a("strike"), b("offer-talks"), b("strike")), { course: "retaliation.answered" });
  });

  test("recall need not precede force, nor force recall", () => {
    reaches(given(a("strike"), b("recall-ambassador"), b("strike")), { course: "retaliation", missionB: "recalled" });
    reaches(given(a("recall-ambassador"), b("recall-ambassador"), a("strike"), b("strike")), { course: "retaliation" });
  });

  test("the posture is the highest hostility level reached and never falls in a crisis", () => {
    reaches(given(a("threaten-force")), { course: "normal.full", posture: "threat" });
    reaches(given(a("mobilize"), b("threaten-force")), { posture: "display" });
    reaches(given(a("strike"), b("threaten-force"), b("offer-talks")), { posture: "force" });
  });
});

describe("missions", () => {
  test("a recall by the sending state displaces its own ambassador and nobody else's", () => {
    reaches(given(a("recall-ambassador")), {
      course: "ambassadors-recalled",
      missionA: "recalled",
      missionB: "ambassador",
    });
  });

  test("a bar by the receiving state concerns the other's ambassador", () => {
    reaches(given(b("bar-ambassador")), { missionA: "barred", missionB: "ambassador" });
    reaches(given(a("recall-ambassador"), b("bar-ambassador")), { missionA: "barred" });
  });

  test("a persona non grata declared by the sending state is void", () => {
    isVoid(PEACE, a("expel-ambassador", "contrary"), "receiving-state", "Art. 4, 9");
    reaches(given(b("expel-ambassador")), { missionA: "expelled" });
  });

  test("a recall of the other's ambassador is void", () => {
    isVoid(PEACE, a("recall-ambassador", "contrary"), "sending-state", "43(a)");
  });

  test("nobody recalls an ambassador who is not in post", () => {
    isVoid(given(a("recall-ambassador")), a("recall-ambassador"), "ambassador-in-post", "Art. 43");
  });

  test("nobody returns from a mission that they did not leave", () => {
    isVoid(PEACE, a("return-ambassador"), "ambassador-away", "Practice");
  });

  test("an ambassador recalled by its own side simply returns", () => {
    reaches(given(a("recall-ambassador"), a("return-ambassador")), { missionA: "ambassador", course: "normal.full" });
  });

  test.each(["bar-ambassador", "expel-ambassador"] as const)(
    "after %s the ambassador returns only with the host's consent",
    (act) => {
      const away = given(b(act));
      isVoid(away, a("return-ambassador"), "host-consents", "Art. 4, 9");
      reaches(step(step(away, both("agree")), a("return-ambassador")), { missionA: "ambassador" });
      reaches(given(b(act), b("grant-agrement"), a("return-ambassador")), { missionA: "ambassador" });
    },
  );

  test("a closed mission reopens only with the host's consent", () => {
    const closed = given(a("close-mission"));
    isVoid(closed, a("return-ambassador"), "host-consents", "Art. 4, 9");
    reaches(given(a("close-mission"), b("grant-agrement")), { missionA: "charge" });
    reaches(given(a("close-mission"), both("agree"), a("return-ambassador")), { missionA: "ambassador" });
  });

  test("consent needs something to consent to", () => {
    isVoid(PEACE, b("grant-agrement"), "return-barred", "Art. 4");
  });

  test("a bar needs an ambassador who could come, and an expulsion one who is accredited or expected", () => {
    isVoid(given(b("expel-ambassador")), b("bar-ambassador"), "free-to-bar", "Art. 9");
    isVoid(given(a("downgrade-relations")), b("expel-ambassador"), "accredited-or-expected", "Art. 9");
    reaches(given(b("bar-ambassador"), b("expel-ambassador")), { missionA: "expelled" });
  });

  test("a downgrade leaves a chargé, and only a mission with an ambassador can be downgraded", () => {
    const lowered = given(a("downgrade-relations"));
    reaches(lowered, { missionA: "charge", course: "ambassadors-recalled" });
    isVoid(lowered, a("downgrade-relations"), "mission-above-charge", "Art. 14, 15");
  });

  test("expelling diplomats and capping staff need an open mission and leave its head in place", () => {
    noted(PEACE, a("expel-diplomats"));
    noted(PEACE, a("cap-staff"));
    isVoid(given(b("close-mission")), a("expel-diplomats"), "mission-open", "Art. 45");
  });

  test.each([
    "recall-ambassador",
    "bar-ambassador",
    "expel-ambassador",
    "downgrade-relations",
    "close-mission",
    "break-relations",
  ] as const)("%s is a rupture that becomes the headline, from normal relations and from a strike", (act) => {
    for (const event of [a(act), b(act), both(act)]) {
      reaches(given(event), { course: "ambassadors-recalled", ledger: "clear" });
      reaches(given(a("strike"), event), { course: "ambassadors-recalled", ledger: "by-a" });
    }
  });

  test("what both do jointly about their missions happens to both", () => {
    const called = given(both("recall-ambassador"));
    reaches(called, { missionA: "recalled", missionB: "recalled" });
    reaches(given(both("recall-ambassador"), both("return-ambassador")), { course: "normal.full" });
    isVoid(given(a("recall-ambassador")), both("recall-ambassador"), "ambassador-in-post", "Art. 43");
  });

  test("an act that displaces an ambassador in retaliation leaves the headline", () => {
    reaches(given(a("strike"), b("strike"), b("recall-ambassador")), { course: "retaliation", missionB: "recalled" });
  });

  test("an act that displaces an ambassador ends reconciliation", () => {
    reaches(given(a("strike"), a("apologize"), b("recall-ambassador")), { course: "ambassadors-recalled" });
  });
});

describe("relations", () => {
  test("either party may break relations, which closes both missions and the channels", () => {
    for (const event of [a("break-relations"), b("break-relations")]) {
      reaches(given(event), { relations: "severed", missionA: "closed", missionB: "closed", channels: "suspended" });
    }
  });

  test("one side cannot restore relations", () => {
    isVoid(given(a("break-relations")), b("restore-relations"), "mutual-consent", "Art. 2");
  });

  test("both restore relations, and chargés reopen the missions", () => {
    const restored = given(a("break-relations"), both("restore-relations"));
    reaches(restored, {
      relations: "established",
      missionA: "charge",
      missionB: "charge",
      course: "reconciliation.settled",
    });
    reaches(given(a("break-relations"), both("restore-relations"), a("return-ambassador")), {
      course: "normal.reduced",
    });
  });

  test("there is nothing to restore while relations exist, and nothing to break when they do not", () => {
    isVoid(PEACE, both("restore-relations"), "relations-severed", "Art. 2");
    isVoid(given(a("break-relations")), b("break-relations"), "relations-established", "Art. 2, 45");
    isVoid(given(a("break-relations")), a("recall-ambassador"), "relations-established", "Art. 2, 45");
  });

  test("suspended talks close the channels and any contact opens them", () => {
    reaches(given(a("suspend-talks")), { channels: "suspended", course: "normal.full" });
    reaches(given(a("suspend-talks"), b("consult-by-phone")), { channels: "open" });
  });
});

describe("reconciliation", () => {
  test("one party's conciliatory act is an overture, both parties' are talks", () => {
    reaches(given(a("strike"), b("offer-talks")), { course: "reconciliation.overture.by-b" });
    reaches(given(a("strike"), b("offer-talks"), b("apologize")), { course: "reconciliation.overture.by-b" });
    reaches(given(a("strike"), b("offer-talks"), a("apologize")), { course: "reconciliation.talks" });
    reaches(given(a("strike"), both("negotiate")), { course: "reconciliation.talks" });
  });

  test("a mere contact does not begin reconciliation", () => {
    reaches(given(a("strike"), b("consult-by-phone")), { course: "strike" });
  });

  test("a contact answers an overture", () => {
    reaches(given(a("strike"), b("offer-talks"), a("visit")), { course: "reconciliation.talks" });
  });

  test("third parties' appeals and offers move nothing", () => {
    const struck = given(a("strike"));
    for (const act of ["appeal-restraint", "offer-mediation", "mediate", "make-statement", "take-side"] as const)
      noted(struck, other(act));
  });

  test("accepted mediation opens talks", () => {
    reaches(given(a("strike"), other("offer-mediation"), both("accept-mediation")), { course: "reconciliation.talks" });
    reaches(given(a("strike"), a("accept-mediation"), b("accept-mediation")), { course: "reconciliation.talks" });
  });

  test("suspending talks leaves the other party's hand stretched out", () => {
    reaches(given(a("strike"), both("negotiate"), a("suspend-talks")), { course: "reconciliation.overture.by-b" });
    reaches(given(a("strike"), both("negotiate"), b("suspend-talks")), { course: "reconciliation.overture.by-a" });
  });

  test("talks that both suspend stay talks, with the channels closed", () => {
    reaches(given(a("strike"), both("negotiate"), both("suspend-talks")), {
      course: "reconciliation.talks",
      channels: "suspended",
    });
  });

  test("the host's consent to an ambassador is a hand stretched out", () => {
    reaches(given(b("expel-ambassador"), b("grant-agrement")), { course: "reconciliation.overture.by-b" });
  });

  test("an agreement needs both, and settles with terms pending", () => {
    isVoid(given(a("strike")), a("agree"), "mutual-consent", "mutual consent");
    reaches(given(a("strike"), both("agree")), { course: "reconciliation.settled", terms: "pending" });
    reaches(given(a("strike"), both("sign-agreement")), { course: "reconciliation.settled", terms: "none" });
  });

  test("an agreement in full normal relations changes nothing in the chart", () => {
    noted(PEACE, both("agree"));
  });

  test("non-state groups and operations against them move nothing", () => {
    noted(PEACE, other("non-state-attack"));
    noted(PEACE, a("counter-terror-operation"));
  });
});

describe("back to normal", () => {
  const settled = [a("strike"), b("recall-ambassador"), both("agree")] as const;

  test("terms that are kept bring normal relations back, and clear ledger and posture", () => {
    const home = given(...settled, b("return-ambassador"), other("commitment-kept"));
    expect(home).toEqual(PEACE);
    reaches(given(...settled, other("commitment-kept")), { course: "normal.reduced", missionB: "recalled" });
  });

  test("terms outlive a rupture, and can still be kept or lapse after it", () => {
    const ruptured = [a("strike"), both("agree"), b("recall-ambassador")] as const;
    reaches(given(...ruptured), { course: "ambassadors-recalled", terms: "pending" });
    reaches(given(...ruptured, other("commitment-kept")), { course: "normal.reduced", terms: "none" });
    reaches(given(...ruptured, other("commitment-lapsed")), { course: "ambassadors-recalled", terms: "none" });
  });

  test("while commitments are outstanding, one kept or lapsed changes nothing", () => {
    noted(given(...settled), other("commitment-kept", "outstanding"));
    noted(given(...settled), other("commitment-lapsed", "outstanding"));
  });

  test("terms that lapse leave the parties in talks", () => {
    reaches(given(...settled, other("commitment-lapsed")), { course: "reconciliation.talks", terms: "none" });
  });

  test("force or severance voids pending terms", () => {
    reaches(given(...settled, a("strike")), { terms: "none" });
    reaches(given(...settled, a("break-relations")), { terms: "none" });
  });

  test("the return of the last displaced ambassador brings normal relations back", () => {
    const gone = [a("recall-ambassador"), b("recall-ambassador")] as const;
    reaches(given(...gone, a("return-ambassador")), { course: "reconciliation.overture.by-a" });
    reaches(given(...gone, a("return-ambassador"), b("return-ambassador")), { course: "normal.full" });
    reaches(given(...gone, both("return-ambassador")), { course: "normal.full" });
  });

  test("an ambassador's return does not end a war", () => {
    reaches(given(a("recall-ambassador"), both("war-battle"), a("return-ambassador")), {
      course: "reconciliation.overture.by-a",
    });
  });

  test("after an agreement that settles a war, the last ambassador's return ends the crisis", () => {
    const settledWar = [a("recall-ambassador"), both("war-battle"), both("sign-agreement")] as const;
    reaches(given(...settledWar), { course: "reconciliation.settled", posture: "war" });
    reaches(given(...settledWar, a("return-ambassador")), { course: "normal.full", posture: "none", ledger: "clear" });
  });

  test("a crisis fades to the level that the missions have", () => {
    reaches(given(a("strike"), other("crisis-faded")), { course: "normal.full", ledger: "clear", posture: "none" });
    reaches(given(b("expel-ambassador"), other("crisis-faded")), { course: "normal.reduced", missionA: "expelled" });
    reaches(given(a("threaten-force"), other("crisis-faded")), { posture: "none" });
  });

  test("nothing fades in peace, nor while terms are pending", () => {
    isVoid(PEACE, other("crisis-faded"), "crisis-open", "only what is open ends");
    isVoid(given(...settled), other("crisis-faded"), "no-terms-pending", "pending terms");
  });

  test("reduced relations become full when the ambassadors are back", () => {
    const lower = [b("recall-ambassador"), other("crisis-faded")] as const;
    reaches(given(...lower), { course: "normal.reduced" });
    reaches(given(...lower, b("return-ambassador")), { course: "normal.full" });
  });

  test("parties with reduced relations can agree on raising them", () => {
    reaches(given(b("expel-ambassador"), other("crisis-faded"), both("agree")), {
      course: "reconciliation.settled",
      terms: "pending",
    });
  });
});

test("an act by an actor whom the catalogue does not name is void", () => {
  isVoid(PEACE, other("strike"), "entitled-actor", "who may do it");
  isVoid(PEACE, a("mediate"), "entitled-actor", "who may do it");
});
