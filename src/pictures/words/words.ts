/** What a language must say. */
import type { ActId, MeasureKind } from "../../events/index.ts";
import type { Policy } from "../../history/index.ts";
import type { Situation } from "../../machine/index.ts";

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
  readonly counts: (what: string, count: string) => string;
  readonly owedBy: (what: string, who: string) => string;
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
    readonly record: (title: string) => string;
    readonly posts: string;
    readonly stands: string;
    readonly claims: string;
    readonly casualties: string;
    readonly branch: (title: string, name: string) => string;
  };
}
