/** The rules of docs/explanation/semantics.md, each as given, when, then. The names are quoted there: change both. */
import { describe, expect, test } from "vitest";
import { type ActId, event, type RequirementId } from "../../src/events/index.ts";
import {
  type ChartEvent,
  type Detail,
  judge,
  matches,
  type Pattern,
  PEACE,
  project,
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
const both = (type: ActId, detail?: Detail): ChartEvent => by("both", type, detail);
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

  test("force is not always a strike: a seizure, an occupation or a blockade leads to the same course", () => {
    for (const act of ["seize", "occupy-territory", "blockade"] as const) {
      reaches(given(a(act)), { course: "strike", ledger: "by-a", posture: "force", measures: "by-a" });
    }
  });

  test("ramming a vessel or destroying property is force too, and holds nothing", () => {
    reaches(given(a("damage-property")), { course: "strike", ledger: "by-a", posture: "force", measures: "none" });
    reaches(given(a("damage-property"), b("damage-property")), { course: "retaliation.answered", measures: "none" });
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
    reaches(given(a("threaten-force")), { course: "strained", posture: "threat" });
    reaches(given(a("mobilize"), b("threaten-force")), { posture: "display" });
    reaches(given(a("strike"), b("threaten-force"), b("offer-talks")), { posture: "force" });
  });
});

describe("strained relations", () => {
  test("a threat, a display, a sanction or a rupture that displaces no head of mission strains normal relations", () => {
    const acts = [
      "warn",
      "threaten-force",
      "show-force",
      "impose-sanctions",
      "expel-nationals",
      "expel-diplomats",
      "close-consulate",
    ] as const;
    for (const act of [...acts, "suspend-talks"] as const) {
      reaches(given(a(act)), { course: "strained", ledger: "clear", missionA: "ambassador", missionB: "ambassador" });
    }
  });

  test("words and protests move nothing", () => {
    for (const act of ["make-statement", "grant-asylum", "accuse", "condemn", "lodge-protest", "realign"] as const)
      noted(PEACE, a(act));
    noted(given(a("breach-mission")), other("give-ruling"));
  });

  test("in strained relations force, displacement and steps towards the other do what they do in any crisis", () => {
    const strained = [a("impose-sanctions")] as const;
    reaches(given(...strained, b("strike")), { course: "strike", ledger: "by-b" });
    reaches(given(...strained, b("recall-ambassador")), { course: "ambassadors-recalled.withdrawn" });
    reaches(given(...strained, b("break-relations")), { course: "ambassadors-recalled.severed" });
    reaches(given(...strained, b("offer-talks")), { course: "reconciliation.overture.by-b" });
    reaches(given(...strained, both("negotiate")), { course: "reconciliation.talks" });
    reaches(given(...strained, both("agree")), { course: "reconciliation.settled", terms: "pending" });
  });

  test("when the last measure ends and nothing else is open, the crisis is over, from strained and from reconciliation alike", () => {
    reaches(given(a("impose-sanctions"), a("lift-sanctions")), { course: "normal.full", measures: "none" });
    reaches(given(a("impose-sanctions"), b("offer-talks"), a("lift-sanctions")), { course: "normal.full" });
    reaches(given(both("impose-sanctions"), a("lift-sanctions")), {
      course: "reconciliation.overture.by-a",
      measures: "by-b",
    });
    reaches(given(a("threaten-force"), a("impose-sanctions"), a("lift-sanctions")), {
      course: "reconciliation.overture.by-a",
      posture: "threat",
    });
    reaches(given(b("close-airspace"), other("measure-ended", "last-of-b")), { course: "normal.full" });
  });
});

describe("measures", () => {
  test("what a party begins stands until that party ends it", () => {
    reaches(given(a("close-border")), { measures: "by-a" });
    reaches(given(a("close-border"), b("cap-staff")), { measures: "both" });
    reaches(given(a("close-border"), b("cap-staff"), a("lift-measure")), { measures: "by-b" });
    reaches(given(a("close-border"), a("suspend-trade"), a("lift-measure", "others")), { measures: "by-a" });
  });

  test("ending what does not stand is noted and moves nothing: no overture comes of it", () => {
    const struck = given(a("strike"));
    for (const act of [
      "lift-sanctions",
      "withdraw-forces",
      "release-persons",
      "lift-measure",
      "resume-treaty",
    ] as const) {
      noted(struck, b(act, "nothing"));
      noted(struck, both(act, "nothing"));
    }
  });

  test("expulsions, passing displays, strikes and clashes begin nothing that stands", () => {
    for (const event of [a("expel-diplomats"), a("show-force"), a("strike"), a("damage-property"), both("clash")]) {
      reaches(given(event), { measures: "none" });
    }
  });
});

describe("missions", () => {
  test("a recall by the sending state displaces its own ambassador and nobody else's", () => {
    reaches(given(a("recall-ambassador")), {
      course: "ambassadors-recalled.withdrawn",
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
    isVoid(given(a("recall-ambassador")), a("recall-ambassador"), "ambassador-in-post", "Art. 9(1), 43");
  });

  test("after a bar or an expulsion the sending state may recall or downgrade: noted, since Art. 9(1) obliges it to", () => {
    for (const act of ["bar-ambassador", "expel-ambassador"] as const) {
      noted(given(b(act)), a("recall-ambassador"));
      noted(given(b(act)), a("downgrade-relations"));
    }
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

  test("consent to a new ambassador can be given at any time; where nothing waits for it, it is noted (VCDR 4)", () => {
    noted(PEACE, b("grant-agrement"));
    noted(given(a("strike")), b("grant-agrement"));
    noted(given(a("close-mission")), b("grant-agrement"));
    isVoid(given(a("break-relations")), b("grant-agrement"), "relations-established", "Art. 2, 45");
  });

  test("a closed mission reopens by mutual consent, with a chargé, and never by consent to an ambassador alone", () => {
    const closed = given(a("close-mission"));
    isVoid(closed, a("return-ambassador"), "ambassador-away", "only after leaving");
    expect(unmet(closed, a("return-ambassador"))).toEqual(["ambassador-away"]);
    isVoid(closed, a("reopen-mission"), "reopening-agreed", "Art. 2");
    isVoid(PEACE, both("reopen-mission"), "mission-closed", "Art. 2, 45");
    reaches(given(a("close-mission"), both("reopen-mission")), { missionA: "charge", missionB: "ambassador" });
    reaches(given(a("close-mission"), both("agree"), a("reopen-mission"), a("return-ambassador")), {
      missionA: "ambassador",
    });
  });

  test("the host may order a mission closed (VCDR 11)", () => {
    reaches(given(b("order-mission-closed")), { course: "ambassadors-recalled.withdrawn", missionA: "closed" });
    isVoid(PEACE, b("order-mission-closed", "contrary"), "receiving-state", "Art. 4, 9, 11");
    isVoid(given(b("order-mission-closed")), b("order-mission-closed"), "mission-open", "Art. 45");
  });

  test("a bar needs an ambassador who could come, and an expulsion one who is accredited or expected, a chargé too (VCDR 9)", () => {
    isVoid(given(b("expel-ambassador")), b("bar-ambassador"), "free-to-bar", "Art. 9");
    isVoid(given(b("expel-ambassador")), b("expel-ambassador"), "accredited-or-expected", "Art. 9");
    reaches(given(a("downgrade-relations"), b("expel-ambassador")), { missionA: "expelled" });
    reaches(given(b("bar-ambassador"), b("expel-ambassador")), { missionA: "expelled" });
  });

  test("a downgrade leaves a chargé, and only a mission with an ambassador can be downgraded", () => {
    const lowered = given(a("downgrade-relations"));
    reaches(lowered, { missionA: "charge", course: "ambassadors-recalled.withdrawn" });
    isVoid(lowered, a("downgrade-relations"), "mission-above-charge", "Art. 14, 15");
  });

  test("an ambassador whose term ends leaves a chargé, and no crisis (VCDR 19, 43)", () => {
    reaches(given(a("vacate-post")), { course: "normal.reduced", missionA: "charge" });
    isVoid(given(a("recall-ambassador")), a("vacate-post"), "in-ordinary-post", "Art. 19, 43(a)");
    noted(PEACE, a("appoint-ambassador"));
  });

  test("expelling diplomats and capping staff need an open mission and leave its head in place", () => {
    for (const act of ["expel-diplomats", "cap-staff"] as const) {
      reaches(given(a(act)), { course: "strained", missionA: "ambassador", missionB: "ambassador" });
      noted(given(a(act)), a("expel-diplomats"));
      isVoid(given(b("close-mission")), a(act), "mission-open", "Art. 45");
    }
  });

  test("staff leaves an open mission, and goes home after a severance: noted, since it has to go (VCDR 44, 45)", () => {
    reaches(given(a("withdraw-staff")), { course: "strained", missionA: "ambassador" });
    noted(given(b("break-relations")), a("withdraw-staff"));
    noted(given(a("break-relations"), both("negotiate")), both("withdraw-staff"));
    isVoid(given(b("order-mission-closed")), a("withdraw-staff"), "staff-abroad", "43(a), 44, 45");
    isVoid(given(a("break-relations")), b("withdraw-staff", "contrary"), "sending-state", "43(a)");
  });

  test.each([
    "recall-ambassador",
    "bar-ambassador",
    "expel-ambassador",
    "downgrade-relations",
    "close-mission",
    "order-mission-closed",
    "break-relations",
  ] as const)(
    "%s is a rupture that becomes the headline, from normal and strained relations and from a strike",
    (act) => {
      const course = act === "break-relations" ? "ambassadors-recalled.severed" : "ambassadors-recalled.withdrawn";
      for (const event of [a(act), b(act), both(act)]) {
        reaches(given(event), { course, ledger: "clear" });
        reaches(given(a("warn"), event), { course, ledger: "clear" });
        reaches(given(a("strike"), event), { course, ledger: "by-a" });
      }
    },
  );

  test("what both do jointly about their missions happens to both", () => {
    const called = given(both("recall-ambassador"));
    reaches(called, { missionA: "recalled", missionB: "recalled" });
    reaches(given(both("recall-ambassador"), both("return-ambassador")), { course: "normal.full" });
    isVoid(given(a("recall-ambassador")), both("recall-ambassador"), "ambassador-in-post", "Art. 9(1), 43");
  });

  test("an act that displaces an ambassador in retaliation or in a truce leaves the headline", () => {
    reaches(given(a("strike"), b("strike"), b("recall-ambassador")), { course: "retaliation", missionB: "recalled" });
    reaches(given(both("clash"), both("declare-ceasefire"), b("recall-ambassador")), {
      course: "reconciliation.truce",
      missionB: "recalled",
    });
  });

  test("an act that displaces an ambassador ends other reconciliation", () => {
    reaches(given(a("strike"), a("apologize"), b("recall-ambassador")), { course: "ambassadors-recalled.withdrawn" });
  });
});

describe("relations", () => {
  test("either party may break relations, which closes both missions and the channels (VCDR 45)", () => {
    for (const event of [a("break-relations"), b("break-relations")]) {
      reaches(given(event), {
        course: "ambassadors-recalled.severed",
        relations: "severed",
        missionA: "closed",
        missionB: "closed",
        channels: "suspended",
      });
    }
  });

  test("severed relations are never normal: a crisis that ends leaves them severed (VCDR 2)", () => {
    const severed = { course: "ambassadors-recalled.severed", ledger: "clear", posture: "none" } as const;
    reaches(given(a("strike"), b("break-relations"), other("crisis-faded")), severed);
    reaches(given(a("break-relations"), both("negotiate"), other("crisis-faded")), severed);
    reaches(given(a("strike"), b("break-relations"), both("sign-agreement")), severed);
    isVoid(given(a("break-relations")), other("crisis-faded"), "crisis-open", "only what is open ends");
  });

  test("talks while severed are reconciliation", () => {
    reaches(given(a("break-relations"), both("negotiate")), { course: "reconciliation.talks", relations: "severed" });
  });

  test("one side cannot restore relations", () => {
    isVoid(given(a("break-relations")), b("restore-relations"), "mutual-consent", "Art. 2");
  });

  test("both restore relations and leave the missions closed, with terms settled and without them normal (VCDR 2)", () => {
    const closed = { relations: "established", missionA: "closed", missionB: "closed" } as const;
    const severed = a("break-relations");
    reaches(given(severed, both("restore-relations")), { ...closed, course: "normal.reduced", terms: "none" });
    reaches(given(severed, both("restore-relations", "terms")), {
      ...closed,
      course: "reconciliation.settled",
      terms: "pending",
    });
    reaches(given(severed, both("restore-relations"), both("reopen-mission"), both("return-ambassador")), {
      course: "normal.full",
    });
  });

  test("there is nothing to restore while relations exist, and nothing to break when they do not", () => {
    isVoid(PEACE, both("restore-relations"), "relations-severed", "Art. 2");
    isVoid(given(a("break-relations")), b("break-relations"), "relations-established", "Art. 2, 45");
    isVoid(given(a("break-relations")), a("recall-ambassador"), "relations-established", "Art. 2, 45");
  });

  test("a single track of talks that stops leaves the channels open and the talks going on", () => {
    reaches(given(a("suspend-talks", "track")), { channels: "open", course: "strained" });
    noted(given(a("strike"), both("negotiate")), b("suspend-talks", "track"));
  });

  test("suspended talks close the channels and any contact opens them", () => {
    reaches(given(a("suspend-talks")), { channels: "suspended", course: "strained" });
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

  test("a demand that is met is a step towards the other", () => {
    reaches(given(a("issue-ultimatum")), { course: "strained", posture: "threat" });
    reaches(given(a("issue-ultimatum"), b("meet-demand")), { course: "reconciliation.overture.by-b" });
    noted(given(a("issue-ultimatum")), other("deadline-passed"));
  });

  test("a mere contact does not begin reconciliation", () => {
    reaches(given(a("strike"), b("consult-by-phone")), { course: "strike" });
  });

  test("a contact answers an overture", () => {
    reaches(given(a("strike"), b("offer-talks"), a("visit")), { course: "reconciliation.talks" });
  });

  test("what third states do is noted, under whatever name", () => {
    const struck = given(a("strike"));
    const acts = ["appeal-restraint", "offer-mediation", "mediate", "make-statement", "take-side"] as const;
    const parties = ["break-relations", "expel-ambassador", "recall-ambassador", "restore-relations"] as const;
    const hostile = ["threaten-force", "show-force", "strike", "clash", "war-battle"] as const;
    for (const act of [...acts, ...parties, ...hostile]) noted(struck, other(act));
  });

  test("what a party does to others, or to itself, is noted: an apology is no overture, a strike no retaliation", () => {
    const struck = given(a("strike"));
    const done = (act: "apologize" | "strike", to: readonly string[]) =>
      project(event({ id: "done", act, at: "2024-01-17", from: ["BBB"], to: [...to] }), { a: "AAA", b: "BBB" });
    for (const act of ["apologize", "strike"] as const) {
      for (const to of [["CCC"], ["BBB"], ["BBB", "CCC"]]) noted(struck, done(act, to));
      for (const to of [["AAA"], ["CCC", "AAA"], []]) {
        expect(judge(struck, done(act, to)).verdict).toBe("applied");
      }
    }
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

  test("the host's consent to an ambassador who waits for it is a hand stretched out", () => {
    reaches(given(b("expel-ambassador"), b("grant-agrement")), { course: "reconciliation.overture.by-b" });
  });

  test("an agreement needs both, and settles with terms pending; a signed one ends the crisis", () => {
    isVoid(given(a("strike")), a("agree"), "mutual-consent", "mutual consent");
    reaches(given(a("strike"), both("agree")), { course: "reconciliation.settled", terms: "pending" });
    expect(given(a("strike"), both("sign-agreement"))).toEqual(PEACE);
  });

  test("an agreement in full normal relations changes nothing in the chart", () => {
    noted(PEACE, both("agree"));
    noted(PEACE, both("agree", "truce"));
    noted(PEACE, both("sign-agreement"));
    noted(given(a("vacate-post")), both("sign-agreement"));
  });

  test("non-state groups and operations against them move nothing", () => {
    noted(PEACE, other("non-state-attack"));
    noted(PEACE, a("counter-terror-operation"));
  });
});

describe("truce", () => {
  const clash = both("clash");

  test("a ceasefire by both, or an agreement on a truce, is a truce", () => {
    reaches(given(clash, both("declare-ceasefire")), { course: "reconciliation.truce", ledger: "both", terms: "none" });
    reaches(given(clash, both("agree", "truce")), { course: "reconciliation.truce", ledger: "both", terms: "pending" });
    reaches(given(clash, a("declare-ceasefire")), { course: "reconciliation.overture.by-a" });
  });

  test("its terms, kept, leave the truce; a settlement, a signed peace or fading ends the crisis", () => {
    const truce = [clash, both("agree", "truce")] as const;
    reaches(given(...truce, other("commitment-kept")), { course: "reconciliation.truce", terms: "none" });
    reaches(given(...truce, other("commitment-lapsed")), { course: "reconciliation.truce", terms: "none" });
    reaches(given(...truce, both("agree")), { course: "reconciliation.settled" });
    reaches(given(...truce, other("commitment-kept"), other("crisis-faded")), { course: "normal.full" });
    expect(given(clash, both("declare-ceasefire"), both("sign-agreement"))).toEqual(PEACE);
  });

  test("the truce of a war does not fade", () => {
    const truce = given(both("war-battle"), both("declare-ceasefire"));
    reaches(truce, { course: "reconciliation.truce", posture: "war" });
    isVoid(truce, other("crisis-faded"), "crisis-open", "only what is open ends");
  });

  test("a war ends by a truce, a settlement, a signed peace or a surrender, and by no step of one party", () => {
    const war = given(both("war-battle"));
    noted(war, a("offer-talks"));
    noted(war, both("negotiate"));
    noted(war, a("declare-ceasefire"));
    isVoid(war, other("crisis-faded"), "crisis-open", "only what is open ends");
    reaches(step(war, both("declare-ceasefire")), { course: "reconciliation.truce" });
    reaches(step(war, both("agree")), { course: "reconciliation.settled" });
    reaches(step(war, both("agree", "truce")), { course: "reconciliation.truce" });
    reaches(step(war, a("surrender")), { course: "reconciliation.truce", terms: "none" });
    reaches(given(both("war-battle"), other("measure-ended", "last-of-both")), { course: "retaliation.war" });
  });

  test("a signed peace ends a war, and what still stands then strains the relation until it ends", () => {
    const peace = given(both("war-battle"), both("sign-agreement"));
    reaches(peace, { course: "strained", measures: "both", ledger: "clear", posture: "none" });
    expect(step(peace, other("measure-ended", "last-of-both"))).toEqual(PEACE);
  });

  test("force breaks a truce (Hague IV 40)", () => {
    reaches(given(clash, both("declare-ceasefire"), a("strike")), { course: "retaliation" });
    reaches(given(both("war-battle"), both("declare-ceasefire"), a("strike")), { course: "retaliation.war" });
  });
});

describe("back to normal", () => {
  const settled = [a("strike"), b("recall-ambassador"), both("agree")] as const;

  test("terms that are kept bring normal relations back, and clear ledger and posture", () => {
    const home = given(...settled, b("return-ambassador"), other("commitment-kept"));
    expect(home).toEqual(PEACE);
    reaches(given(...settled, other("commitment-kept")), { course: "normal.reduced", missionB: "recalled" });
  });

  test("where measures stand a crisis ends in strained relations, which fade only once none does", () => {
    const strained = given(a("impose-sanctions"), b("strike"), other("crisis-faded"));
    reaches(strained, { course: "strained", measures: "by-a", ledger: "clear", posture: "none" });
    isVoid(strained, other("crisis-faded"), "crisis-open", "only what is open ends");
    reaches(given(a("impose-sanctions"), both("agree"), other("commitment-kept")), { course: "strained" });
    reaches(given(a("impose-sanctions"), a("recall-ambassador"), a("return-ambassador")), { course: "strained" });
    reaches(given(a("warn"), other("crisis-faded")), { course: "normal.full" });
  });

  test.each([
    ["fades", [a("strike"), other("crisis-faded")]],
    ["is settled by terms that are kept", [a("strike"), both("agree"), other("commitment-kept")]],
    ["is ended by a signed peace", [a("strike"), both("sign-agreement")]],
  ] as const)(
    "a crisis that %s goes to severed, else to strained where measures stand, else to normal",
    (_, events) => {
      const over = { ledger: "clear", posture: "none", terms: "none" } as const;
      const [first, ...rest] = events;
      reaches(given(...events), { ...over, course: "normal.full" });
      reaches(given(b("close-border"), ...events), { ...over, course: "strained" });
      const severed = { ...over, course: "ambassadors-recalled.severed" } as const;
      reaches(given(first, b("close-border"), b("break-relations"), ...rest), severed);
    },
  );

  test("terms outlive a rupture, and can still be kept or lapse after it", () => {
    const ruptured = [a("strike"), both("agree"), b("recall-ambassador")] as const;
    reaches(given(...ruptured), { course: "ambassadors-recalled.withdrawn", terms: "pending" });
    reaches(given(...ruptured, other("commitment-lapsed")), { course: "ambassadors-recalled", terms: "none" });
  });

  test("while commitments are outstanding, one kept or lapsed changes nothing", () => {
    noted(given(...settled), other("commitment-kept", "outstanding"));
    noted(given(...settled), other("commitment-lapsed", "outstanding"));
  });

  test("terms that lapse or are suspended leave the parties in talks, or in the truce of a war (VCLT 57, 60, 72)", () => {
    for (const act of ["commitment-lapsed", "terms-suspended"] as const) {
      reaches(given(...settled, other(act)), { course: "reconciliation.talks", terms: "none" });
    }
    reaches(given(both("war-battle"), both("agree"), other("terms-suspended")), { course: "reconciliation.truce" });
  });

  test("terms that are resumed settle the crisis again, those of a truce do not", () => {
    const suspended = [...settled, other("terms-suspended")] as const;
    reaches(given(...suspended, other("terms-resumed")), { course: "reconciliation.settled", terms: "pending" });
    reaches(given(...suspended, other("terms-resumed", "truce")), { course: "reconciliation.talks", terms: "pending" });
  });

  test("a term carried out late ends the crisis where its lapse had thrown the parties back to talks", () => {
    const lapsed = [...settled, other("commitment-lapsed")] as const;
    reaches(given(...lapsed, other("commitment-kept", "late")), { course: "normal.reduced", ledger: "clear" });
    noted(given(...lapsed, a("strike")), other("commitment-kept", "late"));
  });

  test("promises outlive force and severance (VCLT 63)", () => {
    reaches(given(...settled, a("strike")), { course: "strike", terms: "pending" });
    reaches(given(...settled, a("break-relations")), { course: "ambassadors-recalled.severed", terms: "pending" });
    reaches(given(...settled, a("strike"), other("commitment-kept")), { course: "strike", terms: "none" });
  });

  test("the return of the last displaced ambassador brings normal relations back", () => {
    const gone = [a("recall-ambassador"), b("recall-ambassador")] as const;
    reaches(given(...gone, a("return-ambassador")), { course: "reconciliation.overture.by-a" });
    reaches(given(...gone, a("return-ambassador"), b("return-ambassador")), { course: "normal.full" });
    reaches(given(...gone, both("return-ambassador")), { course: "normal.full" });
  });

  test("an ambassador's return ends no crisis in which something holds: the course is what the ledger says", () => {
    const away = b("recall-ambassador");
    const back = b("return-ambassador", "held");
    reaches(given(a("occupy-territory"), away, back), { course: "strike", ledger: "by-a", measures: "by-a" });
    reaches(given(both("clash"), a("occupy-territory"), away, both("agree"), other("commitment-lapsed"), back), {
      course: "reconciliation.talks",
      ledger: "both",
    });
    reaches(given(a("detain-persons"), away, back), { course: "strained", ledger: "clear" });
    reaches(given(away, both("clash"), a("seize"), back), { course: "retaliation.exchange", missionB: "ambassador" });
  });

  test("an ambassador's return does not end a war", () => {
    reaches(given(a("recall-ambassador"), both("war-battle"), a("return-ambassador")), { course: "retaliation.war" });
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
  isVoid(PEACE, a("crisis-faded"), "entitled-actor", "who may do it");
  isVoid(PEACE, a("mediate"), "entitled-actor", "who may do it");
});
