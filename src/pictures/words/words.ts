/** Types that the words of every language share. */
import type { Requirement } from "../../machine/index.ts";

/** The languages that pictures speak, as HTML names them. */
export const languages = ["en", "fr"] as const;

export type Language = (typeof languages)[number];

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

/** The names of the parties. */
export interface Names {
  readonly a: string;
  readonly b: string;
}
