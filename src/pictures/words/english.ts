/** English, which defines what every language must say. Names, and what sources say, come from the file. */
import type { RequirementId } from "../../events/index.ts";
import { requirements as law, type Situation } from "../../machine/index.ts";
import { acts, jointly } from "./english-acts.ts";
import { futures } from "./english-futures.ts";
import { lesson } from "./english-lesson.ts";
import type { Language, RequirementWords } from "./words.ts";

const requirements: Readonly<Record<RequirementId, RequirementWords>> = law;

/** A country's name within a sentence: `the United Kingdom`. */
function withArticle(name: string): string {
  const plural =
    /^(United|Soviet) |(Republic|Union|Kingdom|States|Islands|Emirates|Nations|Netherlands|Philippines|Maldives|Bahamas|Gambia)$/;
  return plural.test(name) ? `the ${name}` : name;
}

/** The state of a mission, by its sender and its host. */
const posts: Readonly<Record<Situation["missionA"], (sender: string, host: string) => string>> = {
  ambassador: () => "in post",
  recalled: (sender) => `recalled by ${withArticle(sender)}`,
  barred: (_, host) => `kept away by ${withArticle(host)}`,
  expelled: (_, host) => `expelled by ${withArticle(host)}`,
  charge: () => "only a chargé d'affaires",
  closed: () => "embassy closed",
};

/** What claims are about. Other subjects are shown in the file's words. */
const subjects: Readonly<Record<string, string>> = {
  target: "What was hit",
  casualties: "Casualties",
  intent: "What was meant",
  responsibility: "Who did it",
  legality: "Was it lawful?",
  act: "What was done",
  timing: "When it was",
  terms: "What was agreed",
  mediation: "Who mediated",
  aircraft: "Aircraft",
  prisoners: "Prisoners",
  relation: "The relation",
  reason: "Why",
  territory: "Whose land it is",
  deployment: "What was deployed",
  justification: "Why it was done",
  proposal: "What is proposed",
  demand: "What is demanded",
};

/** The words of the pictures in English. */
export const english = {
  language: "en" as Language,
  weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  dayOfMonth: (day: number) => String(day),
  /** The last minute of a day. */
  endOf: (day: string) => `the end of ${day}`,
  /** Between who and what; and below, between the digits of a number. */
  colon: ": ",
  point: ".",
  acts,
  jointly,
  requirements,
  courses: {
    normal: "normal",
    strained: "strained",
    reconciliation: "reconciliation",
    recalled: "ambassadors recalled",
    severed: "relations severed",
    strike: "strike",
    retaliation: "retaliation",
    war: "war",
  },
  kinds: {
    force: "force",
    rupture: "rupture of ties",
    threat: "threat",
    words: "protest, words",
    contact: "contact",
    conciliation: "conciliation",
  },
  /** The meanings of a glyph's fill and of the sign of a dispute. */
  filled: "filled: it changed the situation",
  hollow: "hollow: in order, no change",
  crossed: "crossed: void, without effect",
  disputed: "disputed",
  /** The lane between the parties. */
  together: "together and third parties",
  both: "Both",
  nothing: "No event so far.",
  list: (names: readonly string[]) =>
    names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`,
  /** A pause in a timeline: a number of days without an event. */
  pause: (days: number) =>
    days < 60 ? `${days} d` : days < 700 ? `${Math.round(days / 30.44)} mo` : `${(days / 365.25).toFixed(1)} y`,
  /** How many there is no room for. */
  more: (count: number) => `+${count}`,
  orderWithinDay: "order within a day: the file's",
  measuresOf: (name: string) => `measures of ${withArticle(name)} in force`,
  applied: "changed the situation",
  noted: "in order, no change",
  void: "void, without effect",
  /** What a picture up to a moment says about what comes next. */
  fog: "What comes next is not shown yet",
  cameOf: "came of",
  severed: "relations severed",
  /** What a report says around its pictures. */
  report: {
    skip: "Skip to the record as tables",
    paper: "The whole record as tables",
    sources: "Sources",
    counted: (events: number, sources: number) => `${events} events, ${sources} sources`,
    /** What the record is and is not. */
    standing: "what sources report, judged by the rules of a model; not a forecast",
    made: (version: string, hash: string) =>
      `Made with Démarche ${version} from a scenario whose text has the SHA-256 hash ${hash}.`,
    play: "▶ Play",
    pause: "❚❚ Pause",
    first: "To the beginning",
    back: "One event back",
    on: "One event forward",
    last: "To the end",
    scrub: "Place in the record",
    transport: "Playing the record",
    keys: "space: play · ← → one event · Home, End",
    place: (at: number, of: number, where: string) => `event ${at} of ${of}, ${where}`,
    event: "Event",
    none: "none chosen",
    opening: "before the first event",
    verdicts: {
      applied: "it changed the situation",
      noted: "in order, and the situation stayed",
      void: "without effect in law",
    },
    remedy: "What would give it effect:",
    because: "Caused by:",
    led: "It led to:",
    reported: "Reported by",
    unsourced: "No source: the clock, or an invented event.",
    everything: "Everything that the record says of it",
    relation: "Relation",
    whatIfs: "What if?",
    record: "the record, as it happened",
    /** The day whose knowledge a guess starts from. */
    known: (day: string) => `as known on ${day}`,
    guess: (questions: number) =>
      questions === 1 ? "Guess what comes next" : `Guess what comes next: ${questions} questions`,
    next: "Go on to the next question",
    all: "See the whole record",
    give: "Stop guessing, and see the whole record",
    came: "What came next:",
    /** The menu of a picture that can be saved, and its caption. */
    along: {
      cite: (title: string, version: string) => `Cite as: The Démarche developers, “${title}”, version ${version}.`,
      menu: "Take along",
      save: (format: string) => `Save as ${format}`,
    },
  },
  bet: {
    sum: (percent: number) => `${percent} of 100 per cent are given.`,
    /** Why it can't be locked: some per cent are left, or too many were given. */
    unlocked: (left: number) =>
      left > 0 ? `Give ${left} more before you lock.` : `Take ${-left} away before you lock.`,
    because: "Why? (A sentence is worth more than the numbers.)",
    rest: "Share out the rest",
    hundred: "Make it 100",
    lock: "Lock my bet",
    locked: "Locked: it can't be changed any more.",
    reveal: "Show what happened",
    forget: "Forget my answers",
  },
  posts,
  missionOf: (sender: string) => `Ambassador of ${withArticle(sender)}`,
  inCountry: (host: string) => `In ${withArticle(host)}`,
  since: (date: string) => `since ${date}`,
  home: "home",
  doorShut: "door shut",
  relations: { established: "Diplomatic relations exist", severed: "Diplomatic relations are broken off" },
  channels: { open: "officials talk to each other", suspended: "official talks are suspended" },
  measure: {
    war: "war",
    occupation: "occupation",
    blockade: "blockade",
    held: "persons or property held",
    readiness: "forces in readiness",
    sanctions: "sanctions",
    border: "border closed",
    airspace: "airspace closed",
    visas: "visas suspended",
    flights: "flights suspended",
    trade: "trade suspended",
    treaty: "treaty suspended",
    "staff-cap": "cap on staff",
  },
  statuses: {
    pending: "pending",
    kept: "kept",
    "kept late": "kept late",
    suspended: "suspended",
    lapsed: "lapsed",
    broken: "broken",
    holds: "holds",
  },
  truce: "truce",
  agreed: "Agreed",
  nothingStands: "Nothing stands between them, and nothing is owed.",
  from: (date: string) => `from ${date}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  says: (name: string) => `${name} says`,
  silent: "says nothing",
  subjects,
  noClaims: "Nobody claims anything so far.",
  moreClaims: (count: number) => `and ${count} more`,
  figures: {
    killed: (place: string | undefined) => (place === undefined ? "Killed" : `Killed in ${withArticle(place)}`),
    injured: (place: string | undefined) => (place === undefined ? "Injured" : `Injured in ${withArticle(place)}`),
    captured: (place: string | undefined) => (place === undefined ? "Captured" : `Captured in ${withArticle(place)}`),
  },
  counted: {
    killed: (count: string) => `${count} killed`,
    injured: (count: string) => `${count} injured`,
    captured: (count: string) => `${count} captured`,
  },
  saidBy: (what: string, name: string) => `${what}, says ${withArticle(name)}`,
  noFigure: (name: string) => `${name}: no figure`,
  noCasualties: "No casualties are claimed so far.",
  logarithmic: "Each step of the scale is about three times the one before.",
  range: (low: number, high: number) => (low === high ? String(low) : `${low} to ${high}`),
  instead: "Instead",
  fates: {
    dropped: "taken out",
    orphaned: "lost a cause",
    reopened: "reopened: a cause has changed",
    left: "left open",
    added: "brought in",
  },
  books: ({ lost, reopened, unlawful }: { lost: number; reopened: number; unlawful: number }) =>
    `${lost} ${lost === 1 ? "event" : "events"} lost a cause · ${reopened} reopened · ${unlawful} void`,
  policies: {
    keep: "what lost a cause stands all the same",
    prune: "what lost a cause is gone",
    stop: "history ends with the last edit",
    model: "from the last edit on the actors decide",
  },
  titles: {
    band: (title: string) => `${title}: the course`,
    bands: (title: string) => `${title}: the course of each relation`,
    web: (moment: string) => `How the states stood with each other at ${moment}`,
    record: (title: string) => `${title}: the record`,
    posts: "Who is at which post",
    stands: "What stands",
    claims: "What each side says",
    casualties: "Casualties, as claimed",
    branch: (title: string, name: string) => `${title}: ${name}`,
  },
  ...futures,
  ...lesson,
};

/** Everything that pictures say in one language. */
export type Words = typeof english;
