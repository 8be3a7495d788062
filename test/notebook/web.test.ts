/** A crisis of several relations in a notebook. */
import { expect, test } from "vitest";
import { open, openText } from "../../src/notebook/index.ts";
import { gulf } from "../support/web.ts";

test("names its relations, and turns from one to another", () => {
  const crisis = openText(gulf, "gulf");
  expect(crisis.relations).toEqual(["SAU,QAT", "ARE,QAT", "EGY,QAT", "QAT,KWT"]);
  expect(crisis.title).toBe("A rift among five: Saudi Arabia and Qatar");
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

test("a relation keeps the causes of its events that lie in others, and no event of the same day that comes later", () => {
  const crisis = openText(gulf.replace('"2017-06-06", act: mediate', '"2017-06-05", act: mediate'), "gulf");
  const kuwait = crisis.between("QAT,KWT");
  expect(kuwait.until("visit").event("visit").event.because).toEqual(["border"]);
  expect(
    crisis
      .until("severance")
      .between("KWT,QAT")
      .events.map(({ id }) => id),
  ).toEqual(["severance"]);
  expect(
    crisis
      .until("2017-06-05")
      .between("KWT,QAT")
      .events.map(({ id }) => id),
  ).toEqual(["severance", "offer"]);
});

test.each(["gulf-rift-2017", "expulsions-2018", "suez-1956"])(
  "any relation of %s is cut after any event",
  async (name) => {
    const crisis = await open(name);
    const ids = crisis.events.map(({ id }) => id);
    for (const pair of crisis.relations.slice(0, 8)) {
      const whole = crisis.between(pair);
      expect(whole.between(pair).title).toBe(whole.title);
      for (const [k, { id }] of whole.events.entries()) {
        if (k % 6 === 0) expect(whole.until(id).events).toEqual(whole.events.slice(0, k + 1));
      }
    }
    expect(crisis.between(crisis.relations[0] ?? "").events.map(({ id }) => id)).toEqual(ids);
  },
);

test("a relation that is not followed is told with the nearest", () => {
  expect(() => openText(gulf, "gulf").between("QAT,KWW")).toThrow(/Did you mean QAT,KWT/);
});

test("everything that is shown says of which relation it is", async () => {
  for (const [crisis, who] of [
    [openText(gulf, "gulf"), "Saudi Arabia and Qatar"],
    [openText(gulf, "gulf").between("EGY,QAT"), "Egypt and Qatar"],
  ] as const) {
    const raid = crisis.whatIf("raid");
    const shown = [
      crisis,
      crisis.timeline(),
      crisis.situation(),
      crisis.dossier(),
      crisis.until("2017-07-01"),
      raid,
      raid.compare(),
      raid.timeline(),
      await raid.futures({ runs: 20 }),
    ];
    for (const one of shown) expect(String(one).replace(/\s+/g, " ")).toContain(who);
  }
});

test("what decides the futures is asked of all relations together, as by a sweep", async () => {
  const ranged = gulf.replace(
    "outcomes:",
    "assume: { anger: { value: 0.5, range: [0, 1], basis: judgement } }\noutcomes:",
  );
  const egypt = openText(ranged.replace("with: accuse, chance: 0.5", "with: accuse, chance: anger"), "gulf").between(
    "EGY,QAT",
  );
  const { decisions } = await egypt.whatIf("raid").sensitivity({ points: 20, runs: 20 });
  const anger = decisions.flatMap(({ shares }) => shares.filter(({ name }) => name === "anger"));
  // Egypt accuses every month while Saudi Arabia and Qatar are at blows, which is not for long.
  const most = Math.max(...anger.flatMap(({ means }) => means));
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(10);
});

test("a what-if of its own is carried out in the relation that is looked at", () => {
  const egypt = openText(gulf, "gulf").between("EGY,QAT");
  const calm = egypt.whatIf({ edit: { drop: "severance" }, then: "prune", because: "Nobody breaks with Qatar." });
  expect(calm.compare().missing).toContain("severance");
});
