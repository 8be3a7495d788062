/** English of the pictures of the chart, of many futures and of scores. */
import type { By, Region, Situation } from "../../machine/index.ts";
import type { Names } from "./words.ts";

/** What each state of the chart is called. */
const states: { readonly [R in Region]: Readonly<Record<Situation[R], (names: Names) => string>> } = {
  course: {
    "normal.full": () => "normal",
    "normal.reduced": () => "normal, a post empty",
    strained: () => "strained",
    strike: () => "strike",
    "ambassadors-recalled.withdrawn": () => "ambassadors recalled",
    "ambassadors-recalled.severed": () => "relations severed",
    "retaliation.answered": () => "retaliation",
    "retaliation.exchange": () => "blow for blow",
    "retaliation.war": () => "war",
    "reconciliation.overture.by-a": ({ a }) => `a step by ${a}`,
    "reconciliation.overture.by-b": ({ b }) => `a step by ${b}`,
    "reconciliation.talks": () => "talks",
    "reconciliation.truce": () => "truce",
    "reconciliation.settled": () => "settled",
  },
  measures: {
    none: () => "no measures",
    "by-a": ({ a }) => `measures by ${a}`,
    "by-b": ({ b }) => `measures by ${b}`,
    both: () => "measures by both",
  },
  ledger: {
    clear: () => "no force",
    "by-a": ({ a }) => `force by ${a}`,
    "by-b": ({ b }) => `force by ${b}`,
    both: () => "force by both",
  },
  missionA: mission(
    ({ a }) => a,
    ({ b }) => b,
  ),
  missionB: mission(
    ({ b }) => b,
    ({ a }) => a,
  ),
  relations: { established: () => "relations established", severed: () => "relations severed" },
  channels: { open: () => "channels open", suspended: () => "channels suspended" },
  posture: {
    none: () => "no threat",
    threat: () => "threat",
    display: () => "show of force",
    force: () => "use of force",
    war: () => "war",
  },
  terms: { none: () => "nothing to carry out", pending: () => "terms to carry out" },
};

/** States of the course that contain several. */
const wholes: Readonly<Record<string, string>> = {
  normal: "normal",
  "ambassadors-recalled": "ambassadors recalled or relations severed",
  retaliation: "retaliation",
  reconciliation: "reconciliation",
  "reconciliation.overture": "a step by one side",
};

const regions: Readonly<Record<Region, (names: Names) => string>> = {
  course: () => "the course of relations",
  measures: () => "measures that stand",
  ledger: () => "force used in this crisis",
  missionA: ({ a, b }) => `${possessive(a)} mission in ${b}`,
  missionB: ({ a, b }) => `${possessive(b)} mission in ${a}`,
  relations: () => "diplomatic relations",
  channels: () => "channels",
  posture: () => "the most hostile thing done",
  terms: () => "what was agreed",
};

const actors: Readonly<Record<By | "either", (names: Names) => string>> = {
  a: ({ a }) => a,
  b: ({ b }) => b,
  either: ({ a, b }) => `${a} or ${b}`,
  both: () => "Both together",
  other: () => "By itself",
};

/** States, futures, chart and scores in English. */
export const futures = {
  states: {
    of: states,
    wholes,
    or: " or ",
    and: " and ",
  },
  futures: {
    title: (title: string, name: string) => `${title}: what if, ${name}`,
    runs: (futures: string, seed: number) => `${futures} futures each, seed ${seed}`,
    /** The command that makes the picture again. */
    again: (command: string) => `Again: ${command}`,
    notAForecast: "What the assumptions imply, not a forecast.",
    without: "without the edit",
    with: "with it",
    central: "at the central values",
    sweep: "over the whole sweep",
    /** Among all points of a sweep, from the lowest mean to the highest. */
    between: "from the lowest point of the sweep to the highest",
    to: (low: string, high: string) => `${low} to ${high}`,
    interval: "95 % interval",
    record: "the record",
    difference: "difference",
    differenceHead: "Difference with the edit, 95 % interval",
    notReached: "not reached",
    noFuture: "no future",
    noOutcome: "The file asks for no outcome.",
    other: "other",
    axes: {
      share: "Share of futures",
      days: "Days, median",
      times: "Number of acts, mean",
      level: "Level of hostility, mean",
    },
    levels: ["none", "threat", "display", "force", "war"],
    since: (day: string) => `, from ${day} on`,
    by: (name: string) => ` by ${name}`,
    observes: {
      first: (what: string) => `Days until: ${what}`,
      reached: (what: string) => `Ever reached: ${what}`,
      longest: (what: string) => `Longest spell: ${what}`,
      count: (what: string) => `How many: ${what}`,
      final: (region: string) => `Where it ends: ${region}`,
      peak: "Highest level of hostility",
    },
    yes: "yes",
    no: "no",
    days: (count: string) => `${count} d`,
    /** What a mean of times counts if one is never reached. */
    toTheEnd: "on average, counted to the end where it is not reached",
    points: "points",
    inTheMean: "on average",
    ofOne: "of one future",
    classes: {
      statement: "statements",
      protest: "protests",
      threat: "threats",
      display: "shows of force",
      force: "uses of force",
      rupture: "ruptures of ties",
      posting: "postings",
      sanction: "sanctions",
      contact: "contacts",
      conciliation: "steps of conciliation",
      agreement: "agreements",
      "third-party": "acts of third parties",
      "non-state": "attacks by groups",
      clock: "entries of the clock",
    },
    reached: (name: string) => `${name}: share reached by day`,
    dayAxis: (from: string) => `days from ${from}`,
    reachedAxis: "share of futures that have reached it",
    neverPiled: "Futures that never reach it count too.",
    ends: (name: string) => `${name}: where futures end`,
    assumptions: "What the futures rest on",
    assumptionsNote: "Each bar is the range that is thought possible; the tick is the value that is used.",
    range: (low: string, value: string, high: string) => `${value}, from ${low} to ${high}`,
    decides: (share: string) => `decides ${share} %`,
    noBasis: "No basis given",
    unranged: (count: number) => (count === 1 ? "And 1 more without a range." : `And ${count} more without a range.`),
    noAssumption: "The futures rest on no assumption.",
    sensitivity: (count: string) => `What each assumption decides by itself: ${count}`,
    sensitivityNote: "Numbers stand where the share exceeds the noise. About the model, not the world; not a forecast.",
    sensitivityKey: ["decides nothing", "decides all"] as [none: string, all: string],
    /** For a time that may not be reached: whether it is, and how long it takes. */
    first: ["whether", "when"] as [reached: string, days: string],
    /** Standings of strategies by the mean share of futures with war. */
    strategies: "Mean share of futures with war",
    noise: "nothing beyond noise",
    sweepNote: "Over the sweep every point of the ranges counts the same, which is no probability. Not a forecast.",
    tournamentNote: (a: string, b: string) => `Rows are what ${a} plays, columns what ${b} plays. Not a forecast.`,
    darkIsBad: "The stronger the colour, the worse, in every panel.",
    key: ["better", "worse"] as [good: string, bad: string],
    unit: { share: "% of futures", days: "mean", count: "mean" },
  },
  chart: {
    title: (title: string) => `${title}: what leads out of here`,
    moment: (moment: string) =>
      `Where it stands at ${moment}, and what leads out of it. Only acts that would be in order now are named.`,
    course: "The course: every state and every way between them",
    regions,
    stays: "No act leads out of it now.",
    any: {
      statement: "any statement",
      protest: "any protest",
      threat: "any threat",
      display: "any show of force",
      force: "any use of force",
      rupture: "any rupture of ties",
      posting: "any posting",
      sanction: "any sanction",
      contact: "any contact",
      conciliation: "any step of conciliation",
      agreement: "any agreement",
      "third-party": "any act of a third party",
      "non-state": "any attack by a group",
      clock: "any entry of the clock",
    },
    /** The same if some acts of the class lead elsewhere. */
    anyOther: {
      statement: "any other statement",
      protest: "any other protest",
      threat: "any other threat",
      display: "any other show of force",
      force: "any other use of force",
      rupture: "any other rupture of ties",
      posting: "any other posting",
      sanction: "any other sanction",
      contact: "any other contact",
      conciliation: "any other step of conciliation",
      agreement: "any other agreement",
      "third-party": "any other act of a third party",
      "non-state": "any other attack by a group",
      clock: "any other entry of the clock",
    },
    more: (count: number) => `${count} more`,
    details: {
      contrary: "of the wrong mission",
      outstanding: "more is outstanding",
      late: "late",
      truce: "only to stop the fighting",
      terms: "with terms to carry out",
      nothing: "nothing of it stands",
      others: "other measures stay",
      "others-a": "others of the first party stay",
      "others-b": "others of the second party stay",
      "last-of-a": "the last of the first party",
      "last-of-b": "the last of the second party",
      "last-of-both": "the last of both",
      held: "something else still stands",
      track: "of a single track",
    },
    description: "At the left where each part of the relation stands, at the right what acts lead to.",
    courseDescription: "States as boxes, ways between them as arrows.",
    courseStands: (state: string) => `States as boxes, ways between them as arrows. It stands at: ${state}.`,
    /** The parties of a chart without a crisis. */
    sides: { a: "one side", b: "the other side" },
    legend: { from: "leads out of the present state", others: "any other way", both: "a head at each end: both ways" },
    leads: (acts: string, state: string) => `${acts} → ${state}`,
    by: actors,
  },
  reliability: {
    title: "Chances given, and how often each came true",
    diagonal: "On the dashed line, things came true as often as their chance said; below it, less often.",
    axes: "Across: the chance that was given. Up: how often it came. The larger a mark, the more chances.",
    percent: (value: string) => `${value} %`,
    /** How many chances there were around one, and how many came. */
    point: (said: string, came: string, count: number) => `given ${said}, came ${came}, of ${count}`,
  },
  score: {
    title: "How far off the bet was",
    you: "you",
    group: "class",
    naive: "knows nothing",
    best: "0 is best: all on what happened",
    worst: "2 is worst: all on something else",
    closer: "Closer than a guess that knows nothing.",
    further: "Further off than a guess that knows nothing.",
    same: "As far off as a guess that knows nothing.",
  },
};

function possessive(name: string): string {
  return `${name}${name.endsWith("s") ? "’" : "’s"}`;
}

/** The states of a mission by its sender and its host. */
function mission(sender: (names: Names) => string, host: (names: Names) => string) {
  return {
    ambassador: (names: Names) => `${possessive(sender(names))} ambassador in post`,
    recalled: (names: Names) => `${possessive(sender(names))} ambassador recalled`,
    barred: (names: Names) => `${possessive(sender(names))} ambassador barred by ${host(names)}`,
    expelled: (names: Names) => `${possessive(sender(names))} ambassador expelled by ${host(names)}`,
    charge: (names: Names) => `${possessive(sender(names))} chargé d’affaires`,
    closed: (names: Names) => `${possessive(sender(names))} embassy closed`,
  };
}
