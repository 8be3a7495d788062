/** A lesson: what its one Markdown file says, as plain data. */
import type * as z from "zod";
import type { Place } from "../scenario/index.ts";
import type { frontMatter, prediction, question, walk } from "./schema.ts";

export interface LessonFile {
  readonly head: FrontMatter;
  /** Where the keys of the front matter stand. */
  readonly at: Spots;
  /** What stands before the first section. */
  readonly opening: readonly LessonBlock[];
  readonly sections: readonly Section[];
}

/** What a lesson says of itself: number, title, goals, minutes, level, needs, scenario. */
export type FrontMatter = z.infer<typeof frontMatter>;

/** A part of a lesson, begun by a heading of the second rank. */
export interface Section {
  readonly title: string;
  /** A name for links and for the ids of cells, no two alike in a lesson. */
  readonly slug: string;
  /** How many minutes it takes, its parts included; 0 where the lesson gives none. */
  readonly minutes: number;
  readonly blocks: readonly LessonBlock[];
}

/** A stretch of a line, counted from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Where the value of each key stands. */
export type Spots = Readonly<Record<string, Spot>>;

/** Where a block stands: the line of the file on which its content begins, from 1. */
interface Placed {
  readonly line: number;
}

/** Markdown that is read. */
export interface Prose extends Placed {
  readonly kind: "text" | "teacher" | "hint";
  readonly markdown: string;
}

/** TypeScript: run everywhere, an exercise's beginning, its answer, or only shown. */
export interface Code extends Placed {
  readonly kind: "run" | "start" | "answer" | "show";
  readonly language: string;
  readonly code: string;
}

/** Questions with options. */
export interface Quiz extends Placed {
  readonly kind: "quiz";
  readonly questions: readonly Question[];
}

export type Question = z.infer<typeof question>;

/** A prediction to lock and reveal. */
export interface Predict extends Placed {
  readonly kind: "predict";
  readonly prediction: z.infer<typeof prediction>;
  readonly at: Spots;
}

/** A walk through the record, step by step. */
export interface Walk extends Placed {
  readonly kind: "step";
  readonly walk: z.infer<typeof walk>;
  readonly at: Spots;
}

export type LessonBlock = Prose | Code | Quiz | Predict | Walk;

/** Every block of a lesson, in order. */
export function blocksOf({ opening, sections }: LessonFile): readonly LessonBlock[] {
  return [...opening, ...sections.flatMap(({ blocks }) => blocks)];
}

/** Where a path of the data stands. */
export type SpotOf = (path: readonly PropertyKey[]) => Spot;

/** Places, as stretches of their first line. */
export function spotIn(placeOf: (path: readonly PropertyKey[]) => Place): SpotOf {
  return (path) => {
    const { line, column, endLine, endColumn } = placeOf(path);
    return { line, column, length: endLine === line ? Math.max(1, endColumn - column) : 1 };
  };
}

/** The spot of each key's value. */
export function spotsOf(value: object, spot: SpotOf): Spots {
  return Object.fromEntries(Object.keys(value).map((key) => [key, spot([key])]));
}
