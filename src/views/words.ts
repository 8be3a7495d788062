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

/** A state as people read it: `reconciliation (overture by PAK)`, `force by IRN`, `barred by PAK`. */
export function stateText(region: Region, state: string, dyad: Dyad): string {
  const { a, b } = dyad;
  if (region === "course") return courseText(stateWord(state, dyad));
  if (region === "missionA") return AWAY.has(state) ? `${state} by ${b}` : (TEXTS[state] ?? state);
  if (region === "missionB") return AWAY.has(state) ? `${state} by ${a}` : (TEXTS[state] ?? state);
  if (region !== "ledger") return state;
  return state === "clear"
    ? state
    : state === "both"
      ? "force by both"
      : `force ${stateWord(state, dyad)}`.replace("-", " ");
}

/** `retaliation.answered` as `retaliation (answered)`. */
function courseText(word: string): string {
  const [headline = "", ...rest] = word.split(".");
  return rest.length === 0 ? headline : `${headline} (${rest.join(" ").replace("-", " ")})`;
}

const AWAY: ReadonlySet<string> = new Set(["barred", "expelled"]);
const TEXTS: Readonly<Record<string, string>> = { ambassador: "in post", charge: "chargé d'affaires" };

/** A situation as data, parties by code. */
export function situationData(situation: Situation, dyad: Dyad) {
  const { course, ledger, missionA, missionB, ...others } = situation;
  return {
    course: stateWord(course, dyad),
    ledger: stateWord(ledger, dyad),
    missions: { [dyad.a]: missionA, [dyad.b]: missionB },
    ...others,
  };
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
    if (state === "clear") return "no force between them in this crisis";
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
    "normal.full": "no crisis; both ambassadors in post",
    "normal.reduced": "no crisis; an ambassador is missing",
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
    ambassador: `${sender}'s ambassador is in ${host}`,
    recalled: `${sender} has called its ambassador home from ${host}`,
    barred: `${host} keeps ${sender}'s ambassador from coming back`,
    expelled: `${host} has expelled ${sender}'s ambassador`,
    charge: `${sender}'s embassy in ${host} has a chargé, no ambassador`,
    closed: `${sender}'s embassy in ${host} is closed`,
  };
  return sentences[state] ?? state;
}
