/** What a language must say. */
import type { ActId } from "../../events/index.ts";

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
