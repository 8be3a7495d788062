/** Words: regions and their states as people read them, and as a pattern writes them. */
import type { DiplomaticEvent } from "../events/index.ts";
import type { Dyad, Region, Situation } from "../machine/index.ts";

/** A region's name as patterns write it: `missionB` as `missions.PAK`. */
export function regionKey(region: Region, { a, b }: Dyad): string {
  if (region === "missionA") return `missions.${a}`;
  return region === "missionB" ? `missions.${b}` : region;
}

/** The region of a key: `missions.PAK` as `missionB`; undefined when it is none. */
export function regionOfKey(key: string, dyad: Dyad): Region | undefined {
  return REGIONS.find((region) => regionKey(region, dyad) === key);
}

/** The keys of all regions in a dyad. */
export function regionKeys(dyad: Dyad): readonly string[] {
  return REGIONS.map((region) => regionKey(region, dyad));
}

/** A region's name in a table: `mission PAK`. */
export function regionName(region: Region, dyad: Dyad): string {
  return regionKey(region, dyad).replace("missions.", "mission ");
}

/** A state as patterns write it, parties by code: `by-a` as `by-IRN`. */
export function stateWord(state: string, { a, b }: Dyad): string {
  return state.replace(/\bby-a$/, `by-${a}`).replace(/\bby-b$/, `by-${b}`);
}

/** Who did it, to whom: `IRN → PAK`, `IRN + PAK`, `the clock`. */
export function whoText({ from, to }: Pick<DiplomaticEvent, "from" | "to">): string {
  if (from.length === 0) return "clock";
  const others = to.filter((code) => !from.includes(code));
  const actors = from.join(" + ");
  return others.length === 0 ? actors : `${actors} → ${others.join(", ")}`;
}

/** Names of parties by code, for sentences. */
export interface Names {
  readonly a: string;
  readonly b: string;
}

/** One sentence for each state of a region. */
export function sentence<R extends Region>(region: R, situation: Situation, names: Names): string {
  return SENTENCES[region](situation[region], names);
}

const REGIONS: readonly Region[] = [
  "course",
  "ledger",
  "missionA",
  "missionB",
  "relations",
  "channels",
  "posture",
  "terms",
];

const SENTENCES: Readonly<Record<Region, (state: string, names: Names) => string>> = {
  course: (state, names) => courseSentence(state, names),
  ledger: (state, { a, b }) => {
    if (state === "clear") return "no force between the parties in this crisis";
    if (state === "both") return "both have used force in this crisis";
    return `only ${state === "by-a" ? a : b} has used force in this crisis`;
  },
  missionA: (state, { a, b }) => missionSentence(state, a, b),
  missionB: (state, { a, b }) => missionSentence(state, b, a),
  relations: (state) =>
    state === "established" ? "diplomatic relations exist" : "diplomatic relations are broken off",
  channels: (state) => (state === "open" ? "officials talk to each other" : "official talks are suspended"),
  posture: (state) => POSTURES[state] ?? state,
  terms: (state) =>
    state === "none" ? "nothing agreed is waiting to be done" : "something agreed is still to be done",
};

const POSTURES: Readonly<Record<string, string>> = {
  none: "no hostility",
  threat: "threats are the most hostile thing done in this crisis",
  display: "shows of force are the most hostile thing done in this crisis",
  force: "force has been used in this crisis",
  war: "war",
};

function courseSentence(state: string, { a, b }: Names): string {
  const sentences: Readonly<Record<string, string>> = {
    "normal.full": "normal relations, both ambassadors in post",
    "normal.reduced": "normal relations at a lower level: an ambassador is missing",
    strike: "one party has struck, the other has not struck back",
    "ambassadors-recalled": "ambassadors are withdrawn or kept away",
    "retaliation.answered": "the party that was struck has struck back",
    "retaliation.exchange": "blow follows blow",
    "retaliation.war": "war",
    "reconciliation.overture.by-a": `${a} has made a step towards ${b}`,
    "reconciliation.overture.by-b": `${b} has made a step towards ${a}`,
    "reconciliation.talks": "the parties are talking about an end of the crisis",
    "reconciliation.settled": "the parties have settled; what they agreed is to be carried out",
  };
  return sentences[state] ?? state;
}

function missionSentence(state: string, sender: string, host: string): string {
  const sentences: Readonly<Record<string, string>> = {
    ambassador: `the ambassador of ${sender} is in post in ${host}`,
    recalled: `${sender} has called its ambassador home from ${host}`,
    barred: `${host} does not let the ambassador of ${sender} come back`,
    expelled: `${host} has expelled the ambassador of ${sender}`,
    charge: `the embassy of ${sender} in ${host} is led by a chargé d'affaires`,
    closed: `the embassy of ${sender} in ${host} is closed`,
  };
  return sentences[state] ?? state;
}
