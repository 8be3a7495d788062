/** What a language must say. */
import type { ActClass, ActId, MeasureKind, RequirementId } from "../../events/index.ts";
import type { Policy } from "../../history/index.ts";
import type { By, Detail, Region, Requirement, Situation, Verdict } from "../../machine/index.ts";

import type { LessonWords, TableWords } from "./lesson.ts";

/** A language that pictures speak, as HTML names it. */
export type Language = "en" | "fr";

/** The headline of the course, as the band shows it. */
export type Headline =
  | "normal"
  | "strained"
  | "reconciliation"
  | "recalled"
  | "severed"
  | "strike"
  | "retaliation"
  | "war";

/** What became of an event of the record in a branch. */
export type Fate = "dropped" | "orphaned" | "reopened" | "left" | "added";

/** What an act is, as its glyph shows it. */
export type Kind = "force" | "rupture" | "threat" | "words" | "contact" | "conciliation";

/** A requirement of an act: what is demanded, the rule behind it, and what would give the act effect. */
export type RequirementWords = Omit<Requirement, "holds">;

/** Everything that pictures say in one language. Names and what sources say come from the file. */
export interface Words {
  readonly language: Language;
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly dayOfMonth: (day: number) => string;
  /** The last minute of a day: `the end of 2024-01-17`. */
  readonly endOf: (day: string) => string;
  /** Between who and what, and between the digits of a number. */
  readonly colon: string;
  readonly point: string;
  /** An act in a few words, said of one who does it: `Recalls its ambassador`. */
  readonly acts: Readonly<Record<ActId, string>>;
  /** The same said of both, where it differs. */
  readonly jointly: Readonly<Partial<Record<ActId, string>>>;
  readonly requirements: Readonly<Record<RequirementId, RequirementWords>>;
  readonly courses: Readonly<Record<Headline, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  /** What the fill of a glyph says, and the sign of a dispute. */
  readonly filled: string;
  readonly hollow: string;
  readonly crossed: string;
  readonly disputed: string;
  /** The lane between the parties. */
  readonly together: string;
  readonly both: string;
  readonly nothing: string;
  /** `Iran and Pakistan`. */
  readonly list: (names: readonly string[]) => string;
  /** A pause in a time line: so many days without an event. */
  readonly pause: (days: number) => string;
  /** More than there is room for. */
  readonly more: (count: number) => string;
  readonly orderWithinDay: string;
  readonly measuresOf: (name: string) => string;
  readonly applied: string;
  readonly noted: string;
  readonly void: string;
  /** What a picture up to a moment says of what comes after it. */
  readonly fog: string;
  /** `Sources`, `because of`. */
  readonly cameOf: string;
  readonly severed: string;
  /** What a report says around its pictures. */
  readonly report: ReportWords;
  readonly bet: BetWords;
  /** How a mission stands, said of who sends and who receives. */
  readonly posts: Readonly<Record<Situation["missionA"], (sender: string, host: string) => string>>;
  readonly missionOf: (sender: string) => string;
  readonly inCountry: (host: string) => string;
  readonly since: (date: string) => string;
  readonly home: string;
  readonly doorShut: string;
  readonly relations: Readonly<Record<Situation["relations"], string>>;
  readonly channels: Readonly<Record<Situation["channels"], string>>;
  /** What stands, and what was promised. */
  readonly measure: Readonly<Record<MeasureKind, string>>;
  readonly statuses: Readonly<
    Record<"pending" | "kept" | "kept late" | "suspended" | "lapsed" | "broken" | "holds", string>
  >;
  readonly truce: string;
  readonly agreed: string;
  readonly nothingStands: string;
  readonly from: (date: string) => string;
  readonly span: (from: string, to: string) => string;
  /** Claims. */
  readonly says: (name: string) => string;
  readonly silent: string;
  readonly subjects: Readonly<Record<string, string>>;
  readonly noClaims: string;
  readonly moreClaims: (count: number) => string;
  /** Casualties. */
  readonly figures: Readonly<Record<"killed" | "injured" | "captured", (place: string | undefined) => string>>;
  readonly counted: Readonly<Record<"killed" | "injured" | "captured", (count: string) => string>>;
  readonly saidBy: (what: string, name: string) => string;
  readonly noFigure: (name: string) => string;
  readonly noCasualties: string;
  readonly logarithmic: string;
  readonly range: (low: number, high: number) => string;
  /** Branches. */
  readonly instead: string;
  readonly fates: Readonly<Record<Fate, string>>;
  readonly books: (count: { readonly lost: number; readonly reopened: number; readonly unlawful: number }) => string;
  readonly policies: Readonly<Record<Policy, string>>;
  /** Titles of pictures. */
  readonly titles: {
    readonly band: (title: string) => string;
    /** Of several relations: the course of each, and how all stood at a moment. */
    readonly bands: (title: string) => string;
    readonly web: (moment: string) => string;
    readonly record: (title: string) => string;
    readonly posts: string;
    readonly stands: string;
    readonly claims: string;
    readonly casualties: string;
    readonly branch: (title: string, name: string) => string;
  };
  readonly states: StateWords;
  readonly futures: FuturesWords;
  readonly chart: ChartWords;
  readonly score: ScoreWords;
  readonly lesson: LessonWords;
  /** The record as tables. */
  readonly table: TableWords;
  readonly reliability: ReliabilityWords;
}

/** The names of the parties. */
export interface Names {
  readonly a: string;
  readonly b: string;
}

/** What each state of the chart is called, and those that hold several. */
export interface StateWords {
  readonly of: { readonly [R in Region]: Readonly<Record<Situation[R], (names: Names) => string>> };
  /** `reconciliation`, `normal`, `retaliation` and the like, of the course alone. */
  readonly wholes: Readonly<Record<string, string>>;
  readonly or: string;
  readonly and: string;
}

/** What pictures of many futures say. */
export interface FuturesWords {
  readonly title: (title: string, name: string) => string;
  readonly runs: (futures: string, seed: number) => string;
  readonly notAForecast: string;
  /** The line that makes the picture again. */
  readonly again: (command: string) => string;
  readonly without: string;
  readonly with: string;
  readonly central: string;
  readonly sweep: string;
  /** Under all points of a sweep: from the lowest mean to the highest. */
  readonly between: string;
  /** `59.1 to 63.3`. */
  readonly to: (low: string, high: string) => string;
  readonly interval: string;
  readonly record: string;
  readonly difference: string;
  readonly differenceHead: string;
  readonly notReached: string;
  readonly noFuture: string;
  readonly noOutcome: string;
  readonly other: string;
  readonly axes: Readonly<Record<"share" | "days" | "times" | "level", string>>;
  readonly levels: readonly string[];
  readonly since: (day: string) => string;
  readonly by: (name: string) => string;
  readonly observes: {
    readonly first: (what: string) => string;
    readonly reached: (what: string) => string;
    readonly longest: (what: string) => string;
    readonly count: (what: string) => string;
    readonly final: (region: string) => string;
    readonly peak: string;
  };
  readonly yes: string;
  readonly no: string;
  readonly days: (count: string) => string;
  /** What a mean of times counts where one is never reached. */
  readonly points: string;
  readonly toTheEnd: string;
  readonly inTheMean: string;
  readonly ofOne: string;
  readonly classes: Readonly<Record<ActClass, string>>;
  readonly reached: (name: string) => string;
  readonly dayAxis: (from: string) => string;
  readonly reachedAxis: string;
  readonly neverPiled: string;
  readonly ends: (name: string) => string;
  readonly assumptions: string;
  readonly assumptionsNote: string;
  readonly range: (low: string, value: string, high: string) => string;
  readonly decides: (share: string) => string;
  readonly noBasis: string;
  readonly unranged: (count: number) => string;
  readonly noAssumption: string;
  readonly sensitivity: (count: string) => string;
  readonly sensitivityNote: string;
  readonly sensitivityKey: readonly [none: string, all: string];
  readonly noise: string;
  /** Of a time that may not be reached: whether it is, and how long it takes. */
  readonly first: readonly [reached: string, days: string];
  /** Standings of strategies by the mean share of futures with war. */
  readonly strategies: string;
  readonly sweepNote: string;
  readonly tournamentNote: (a: string, b: string) => string;
  readonly darkIsBad: string;
  readonly key: readonly [good: string, bad: string];
  readonly unit: Readonly<Record<"share" | "days" | "count", string>>;
}

/** What pictures of the chart say. */
export interface ChartWords {
  readonly title: (title: string) => string;
  readonly moment: (moment: string) => string;
  readonly course: string;
  readonly regions: Readonly<Record<Region, (names: Names) => string>>;
  readonly stays: string;
  readonly any: Readonly<Record<ActClass, string>>;
  /** The same where some acts of the class lead elsewhere. */
  readonly anyOther: Readonly<Record<ActClass, string>>;
  readonly more: (count: number) => string;
  readonly details: Readonly<Record<Detail, string>>;
  readonly description: string;
  readonly courseDescription: string;
  readonly courseStands: (state: string) => string;
  /** The parties of a chart without a crisis. */
  readonly sides: Names;
  readonly legend: { readonly from: string; readonly others: string; readonly both: string };
  readonly leads: (acts: string, state: string) => string;
  readonly by: Readonly<Record<By | "either", (names: Names) => string>>;
}

/** What the picture of calibration says. */
export interface ReliabilityWords {
  readonly title: string;
  readonly diagonal: string;
  readonly axes: string;
  readonly percent: (value: string) => string;
  /** How many chances there were around one, and how many came. */
  readonly point: (said: string, came: string, count: number) => string;
}

/** What the ruler of scores says. */
export interface ScoreWords {
  readonly title: string;
  readonly you: string;
  readonly group: string;
  readonly naive: string;
  readonly best: string;
  readonly worst: string;
  readonly closer: string;
  readonly further: string;
  readonly same: string;
}

/** What a report says around its pictures. */
export interface ReportWords {
  /** A link that keyboards meet first. */
  readonly skip: string;
  /** The heading of the record as tables. */
  readonly paper: string;
  readonly sources: string;
  readonly counted: (events: number, sources: number) => string;
  /** What the record is and is not. */
  readonly standing: string;
  /** How it was made. */
  readonly made: (version: string, hash: string) => string;
  readonly play: string;
  readonly pause: string;
  readonly first: string;
  readonly back: string;
  readonly on: string;
  readonly last: string;
  readonly scrub: string;
  readonly transport: string;
  readonly keys: string;
  readonly place: (at: number, of: number, where: string) => string;
  /** Before a list of relations. */
  readonly relation: string;
  /** Before lists of events, and where none of them is chosen. */
  readonly event: string;
  readonly none: string;
  /** Before the first event. */
  readonly opening: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly remedy: string;
  readonly because: string;
  readonly led: string;
  readonly reported: string;
  readonly unsourced: string;
  readonly everything: string;
  readonly whatIfs: string;
  readonly record: string;
  /** What is known when one guesses. */
  readonly known: (day: string) => string;
  readonly guess: (questions: number) => string;
  readonly next: string;
  readonly all: string;
  readonly give: string;
  readonly came: string;
  readonly along: AlongWords;
}

/** What stands at and under a picture that is taken along. */
export interface AlongWords {
  readonly cite: (title: string, version: string) => string;
  readonly menu: string;
  /** A file of the picture in a format: `SVG`. */
  readonly save: (format: string) => string;
}

/** What a bet says. */
export interface BetWords {
  readonly sum: (percent: number) => string;
  /** Why it can't be locked: so many per cent are left, or too many were given. */
  readonly unlocked: (left: number) => string;
  readonly because: string;
  readonly rest: string;
  readonly hundred: string;
  readonly lock: string;
  readonly locked: string;
  readonly reveal: string;
  readonly forget: string;
}
