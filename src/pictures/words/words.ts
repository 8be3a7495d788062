/** What a language must say. */
import type { ActId } from "../../events/index.ts";
import type { Verdict } from "../../machine/index.ts";

/** The headline of the course, as the band shows it. */
export type Course =
  | "normal"
  | "strained"
  | "reconciliation"
  | "recalled"
  | "severed"
  | "strike"
  | "retaliation"
  | "war";

/** What an act is, as its glyph shows it. */
export type Kind = "force" | "rupture" | "threat" | "words" | "contact" | "conciliation";

/** Everything that pictures say in one language. Names and what sources say come from the file. */
export interface Words {
  /** As HTML names it: `en`. */
  readonly language: string;
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  /** An act in a few words, said of one who does it: `Recalls its ambassador`. */
  readonly acts: Readonly<Record<ActId, string>>;
  /** The same said of both, where it differs. */
  readonly jointly: Readonly<Partial<Record<ActId, string>>>;
  readonly courses: Readonly<Record<Course, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  /** What the fill of a glyph says, and the sign of a dispute. */
  readonly filled: string;
  readonly hollow: string;
  readonly crossed: string;
  readonly disputed: string;
  /** The lane between the parties. */
  readonly together: string;
  readonly both: string;
  readonly opening: string;
  readonly nothing: string;
  readonly unknown: string;
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
  /** Titles of pictures. */
  readonly titles: {
    readonly band: (title: string) => string;
    readonly record: (title: string) => string;
    readonly posts: string;
    readonly stands: string;
    readonly claims: string;
    readonly casualties: string;
    readonly branch: (title: string, name: string) => string;
  };
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
  readonly choose: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly remedy: string;
  readonly because: string;
  readonly led: string;
  readonly reported: string;
  readonly unsourced: string;
  readonly everything: string;
  readonly whatIfs: string;
  readonly record: string;
  readonly assumptions: string;
  /** What is known when one guesses. */
  readonly known: (day: string) => string;
  readonly guess: (questions: number) => string;
  readonly next: string;
  readonly all: string;
  readonly give: string;
  readonly came: string;
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
