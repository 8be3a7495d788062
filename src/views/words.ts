/** Words: regions and their states as people read them, and as a pattern writes them. */
import type { DiplomaticEvent } from "../events/index.ts";
import type { Dyad, Region, Situation } from "../machine/index.ts";
import { regionKey, stateWord } from "../scenario/index.ts";

/** A region's name in a table: `mission PAK`. */
export function regionName(region: Region, dyad: Dyad): string {
  return regionKey(region, dyad).replace("missions.", "mission ");
}

/** A state as people read it: `reconciliation (overture by PAK)`, `force by IRN`, `barred by PAK`. */
export function stateText(region: Region, state: string, dyad: Dyad): string {
  const { a, b } = dyad;
  if (region === "course") return courseText(stateWord(state, dyad));
  if (region === "missionA" || region === "missionB")
    return AWAY.has(state) ? `${state} by ${region === "missionA" ? b : a}` : (TEXTS[state] ?? state);
  if (region !== "ledger" && region !== "measures") return state;
  if (state === "clear" || state === "none") return state;
  const word = region === "ledger" ? "force " : "";
  return state === "both" ? `${word}by both` : `${word}${stateWord(state, dyad)}`.replace("-", " ");
}

/** A region with its state: `mission PAK barred by IRN`. */
export function regionText(region: Region, state: string, dyad: Dyad): string {
  return `${regionName(region, dyad)} ${stateText(region, state, dyad)}`;
}

/** `retaliation.answered` as `retaliation (answered)`. */
function courseText(word: string): string {
  const own = COURSES[word];
  if (own !== undefined) return own;
  const [headline = "", ...rest] = word.split(".");
  return rest.length === 0 ? headline : `${headline} (${rest.join(" ").replace("-", " ")})`;
}

/** What people call states for which the dotted word would say too much or too little. */
const COURSES: Readonly<Record<string, string>> = {
  "ambassadors-recalled.withdrawn": "ambassadors-recalled",
  "ambassadors-recalled.severed": "relations severed",
};

const AWAY: ReadonlySet<string> = new Set(["barred", "expelled"]);
const TEXTS: Readonly<Record<string, string>> = { ambassador: "in post", charge: "chargé d'affaires" };

/** A situation as data, parties by code. */
export function situationData(situation: Situation, dyad: Dyad) {
  const { course, measures, ledger, missionA, missionB, ...others } = situation;
  return {
    course: stateWord(course, dyad),
    measures: stateWord(measures, dyad),
    ledger: stateWord(ledger, dyad),
    missions: { [dyad.a]: missionA, [dyad.b]: missionB },
    ...others,
  };
}

/** Who did it, to whom: `IRN → PAK`, `IRN + PAK`, `clock`, `unknown → PAK`. */
export function whoText({ from, to, source }: Pick<DiplomaticEvent, "from" | "to" | "source">): string {
  if (source === "clock") return "clock";
  if (from.length === 0) return to.length === 0 ? "unknown" : `unknown → ${to.join(", ")}`;
  const others = to.filter((code) => !from.includes(code));
  const actors = from.join(" + ");
  return others.length === 0 ? actors : `${actors} → ${others.join(", ")}`;
}

/** Names of parties by code, for sentences. */
export interface Names {
  readonly a: string;
  readonly b: string;
}

/**
 * One sentence for each state of a region.
 *
 * @param act the label of the act that brought the region there, where that is known
 */
export function sentence<R extends Region>(region: R, situation: Situation, names: Names, act?: string): string {
  return region === "course" ? courseSentence(situation, names, act) : SENTENCES[region](situation[region], names);
}

const SENTENCES: Readonly<Record<Region, (state: string, names: Names) => string>> = {
  course: (state) => state,
  measures: (state, { a, b }) => {
    if (state === "none") return "neither has a measure standing against the other";
    if (state === "both") return "both have measures standing against each other";
    return state === "by-a" ? `${a} has measures standing against ${b}` : `${b} has measures standing against ${a}`;
  },
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
  none: "no force threatened or used",
  threat: "threats are the most hostile thing done in this crisis",
  display: "shows of force are the most hostile thing done in this crisis",
  force: "force has been used in this crisis",
  war: "war",
};

function courseSentence(situation: Situation, { a, b }: Names, act: string | undefined): string {
  const { course: state, missionA, missionB, ledger, terms } = situation;
  const [striker, struck] = ledger === "by-b" ? [b, a] : [a, b];
  const which = act === undefined ? "" : ` (${act.toLowerCase()})`;
  const posted = missionA === "ambassador" ? `only ${a}` : missionB === "ambassador" ? `only ${b}` : "neither";
  const sentences: Readonly<Record<string, string>> = {
    "normal.full": "no crisis; both ambassadors in post",
    "normal.reduced": `no crisis; ${posted} has an ambassador in post`,
    strained: strainedSentence(situation),
    strike: `${striker} has used force${which}, ${struck} has not answered by force`,
    "ambassadors-recalled.withdrawn": "ambassadors are withdrawn or kept away",
    "ambassadors-recalled.severed": "the parties have no diplomatic relations",
    "retaliation.answered": "the party against which force was used has answered by force",
    "retaliation.exchange": "blow follows blow",
    "retaliation.war": "war",
    "reconciliation.overture.by-a": `${a} has made a step towards ${b}`,
    "reconciliation.overture.by-b": `${b} has made a step towards ${a}`,
    "reconciliation.talks": "the parties are talking about an end of the crisis",
    "reconciliation.truce": "the fighting has stopped; nothing is settled",
    "reconciliation.settled":
      terms === "pending"
        ? "the parties have settled; what they agreed is to be carried out"
        : "the parties have settled",
  };
  return sentences[state] ?? state;
}

/** What lies between parties that keep relations, post their heads of mission and use no force. */
function strainedSentence({ measures, posture }: Situation): string {
  const hostile = posture === "none" ? "" : posture === "threat" ? "a threat" : "a show of force";
  const standing = measures === "none" ? "" : "what still stands";
  const between = [hostile, standing].filter((one) => one !== "").join(" and ");
  if (between === "") return "relations are strained by a hostile act";
  return `relations are strained: ${between} ${hostile !== "" && standing !== "" ? "lie" : "lies"} between the parties`;
}

function missionSentence(state: string, sender: string, host: string): string {
  const whose = `${sender}${sender.endsWith("s") ? "'" : "'s"}`;
  const sentences: Readonly<Record<string, string>> = {
    ambassador: `${whose} ambassador is in ${host}`,
    recalled: `${sender} has called its ambassador home from ${host}`,
    barred: `${host} keeps ${whose} ambassador from coming back`,
    expelled: `${host} has expelled ${whose} ambassador`,
    charge: `${whose} embassy in ${host} has a chargé, no ambassador`,
    closed: `${whose} embassy in ${host} is closed`,
  };
  return sentences[state] ?? state;
}
