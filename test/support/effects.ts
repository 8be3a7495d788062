/** What leads where: for every state the acts that lead into it, written by hand beside the chart and not from it. */
import { type ActId, actsOfClass } from "../../src/events/index.ts";
import type { Region } from "../../src/machine/index.ts";

const FORCE = actsOfClass("force");
const WAR: readonly ActId[] = ["declare-war", "war-battle"];
const SHORT_OF_WAR = FORCE.filter((act) => !WAR.includes(act));
const BY_ONE = FORCE.filter((act) => act !== "clash" && act !== "war-battle");
const CALMING: readonly ActId[] = ["return-ambassador", "commitment-kept", "crisis-faded"];
const DISPLACING: readonly ActId[] = [
  "recall-ambassador",
  "bar-ambassador",
  "expel-ambassador",
  "downgrade-relations",
  "close-mission",
  "break-relations",
];
const CONCILIATION = actsOfClass("conciliation");
const CONCILIATION_BY_ONE = CONCILIATION.filter((act) => act !== "negotiate");

const mission: Readonly<Record<string, readonly ActId[]>> = {
  ambassador: ["return-ambassador"],
  recalled: ["recall-ambassador", "grant-agrement"],
  barred: ["bar-ambassador"],
  expelled: ["expel-ambassador"],
  charge: ["downgrade-relations", "grant-agrement", "restore-relations"],
  closed: ["close-mission", "break-relations"],
};

/** For every state of a region, all acts that lead into it from another state of that region. */
export const effects: Readonly<Record<Region, Readonly<Record<string, readonly ActId[]>>>> = {
  course: {
    "normal.full": CALMING,
    "normal.reduced": CALMING,
    strike: BY_ONE,
    "ambassadors-recalled": DISPLACING,
    "retaliation.answered": SHORT_OF_WAR,
    "retaliation.exchange": SHORT_OF_WAR,
    "retaliation.war": FORCE,
    "reconciliation.overture.by-a": [...CONCILIATION_BY_ONE, "suspend-talks"],
    "reconciliation.overture.by-b": [...CONCILIATION_BY_ONE, "suspend-talks"],
    "reconciliation.talks": [...CONCILIATION, ...actsOfClass("contact"), "commitment-lapsed"],
    "reconciliation.settled": actsOfClass("agreement"),
  },
  ledger: { clear: CALMING, "by-a": BY_ONE, "by-b": BY_ONE, both: FORCE },
  missionA: mission,
  missionB: mission,
  relations: { established: ["restore-relations"], severed: ["break-relations"] },
  channels: {
    open: [...actsOfClass("contact"), ...actsOfClass("agreement"), "negotiate"],
    suspended: ["suspend-talks", "break-relations"],
  },
  posture: {
    none: CALMING,
    threat: ["threaten-force"],
    display: actsOfClass("display"),
    force: SHORT_OF_WAR,
    war: WAR,
  },
  terms: { none: [...FORCE, "break-relations", "commitment-kept", "commitment-lapsed"], pending: ["agree"] },
};
