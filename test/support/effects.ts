/** What leads where: for every state the acts that lead into it, written by hand beside the chart and not from it. */
import { type ActId, actsOfClass } from "../../src/events/index.ts";
import type { Region } from "../../src/machine/index.ts";

const FORCE = actsOfClass("force");
const WAR: readonly ActId[] = ["declare-war", "war-battle"];
const SHORT_OF_WAR = FORCE.filter((act) => !WAR.includes(act));
const BY_ONE = FORCE.filter((act) => act !== "clash" && act !== "war-battle");
const DISPLACING: readonly ActId[] = [
  "recall-ambassador",
  "bar-ambassador",
  "expel-ambassador",
  "downgrade-relations",
  "close-mission",
  "order-mission-closed",
];
const CONCILIATION = actsOfClass("conciliation");
const CONCILIATION_BY_ONE = CONCILIATION.filter((act) => act !== "negotiate" && act !== "surrender");
/** What ends measures of the party that does it. */
const LIFTING: readonly ActId[] = [
  "release-persons",
  "lift-sanctions",
  "withdraw-forces",
  "stand-down",
  "lift-measure",
  "resume-treaty",
];
/** What a crisis with force in it ends by. */
const ENDING: readonly ActId[] = [
  "return-ambassador",
  "commitment-kept",
  "crisis-faded",
  "sign-agreement",
  "restore-relations",
];
/** What any crisis ends by. */
const CALMING: readonly ActId[] = [...ENDING, "measure-ended", ...LIFTING];
const BEGINNING: readonly ActId[] = [
  "seize",
  "blockade",
  "occupy-territory",
  ...WAR,
  "mobilize",
  "fortify-border",
  "cap-staff",
  "impose-sanctions",
  "close-border",
  "close-airspace",
  "suspend-treaty",
  "suspend-visas",
  "suspend-flights",
  "suspend-trade",
  "detain-persons",
];
const BY_A_PARTY = BEGINNING.filter((act) => act !== "war-battle");
const ENDS: readonly ActId[] = [...LIFTING, "measure-ended"];

const mission: Readonly<Record<string, readonly ActId[]>> = {
  ambassador: ["return-ambassador"],
  recalled: ["recall-ambassador", "grant-agrement"],
  barred: ["bar-ambassador"],
  expelled: ["expel-ambassador"],
  charge: ["downgrade-relations", "vacate-post", "reopen-mission"],
  closed: ["close-mission", "order-mission-closed", "break-relations"],
};

/** For every state of a region, all acts that lead into it from another state of that region. */
export const effects: Readonly<Record<Region, Readonly<Record<string, readonly ActId[]>>>> = {
  course: {
    // Who restores relations leaves the missions closed.
    "normal.full": CALMING.filter((act) => act !== "restore-relations"),
    "normal.reduced": [...CALMING, "vacate-post"],
    strained: [
      ...(["threat", "display", "sanction"] as const).flatMap(actsOfClass),
      ...actsOfClass("rupture").filter((act) => ![...DISPLACING, "break-relations"].includes(act)),
      ...ENDING,
    ],
    strike: [...BY_ONE, "return-ambassador"],
    "ambassadors-recalled.withdrawn": DISPLACING,
    "ambassadors-recalled.severed": [
      "break-relations",
      "crisis-faded",
      "sign-agreement",
      "commitment-kept",
      "measure-ended",
      ...LIFTING,
    ],
    "retaliation.answered": [...SHORT_OF_WAR, "return-ambassador"],
    "retaliation.exchange": SHORT_OF_WAR,
    "retaliation.war": [...FORCE, "return-ambassador"],
    "reconciliation.overture.by-a": [...CONCILIATION_BY_ONE, "suspend-talks"],
    "reconciliation.overture.by-b": [...CONCILIATION_BY_ONE, "suspend-talks"],
    "reconciliation.talks": [
      ...CONCILIATION.filter((act) => act !== "surrender"),
      ...actsOfClass("contact"),
      "commitment-lapsed",
      "terms-suspended",
    ],
    "reconciliation.truce": ["declare-ceasefire", "surrender", "agree", "commitment-lapsed", "terms-suspended"],
    "reconciliation.settled": ["agree", "restore-relations", "terms-resumed"],
  },
  measures: { none: ENDS, "by-a": [...BY_A_PARTY, ...ENDS], "by-b": [...BY_A_PARTY, ...ENDS], both: BEGINNING },
  ledger: { clear: ENDING, "by-a": BY_ONE, "by-b": BY_ONE, both: FORCE },
  missionA: mission,
  missionB: mission,
  relations: { established: ["restore-relations"], severed: ["break-relations"] },
  channels: {
    open: [...actsOfClass("contact"), ...actsOfClass("agreement"), "negotiate"],
    suspended: ["suspend-talks", "break-relations"],
  },
  posture: {
    none: ENDING,
    threat: ["threaten-force", "issue-ultimatum"],
    display: actsOfClass("display"),
    force: SHORT_OF_WAR,
    war: WAR,
  },
  terms: {
    none: ["commitment-kept", "commitment-lapsed", "terms-suspended"],
    pending: ["agree", "restore-relations", "terms-resumed"],
  },
};
