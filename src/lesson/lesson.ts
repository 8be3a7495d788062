/** A lesson: what its one Markdown file says, as plain data. */
import type * as z from "zod/mini";
import type { Place } from "../scenario/index.ts";
import type { frontMatter, prediction, question, walk } from "./schema.ts";

export interface LessonFile {
  readonly head: FrontMatter;
  /** Where the keys of the front matter stand. */
  readonly at: KeyRanges;
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

/** A range of one line; line and column count from 1. */
export interface LineRange {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** The range of each key's value. */
export type KeyRanges = Readonly<Record<string, LineRange>>;

/** Where a block stands: the line of the file on which its content begins, from 1. */
interface OnLine {
  readonly line: number;
}

/** Markdown that is read. */
export interface Prose extends OnLine {
  readonly kind: "text" | "teacher" | "hint";
  readonly markdown: string;
}

/** TypeScript: run everywhere, an exercise's beginning, its answer, or only shown. */
export interface Code extends OnLine {
  readonly kind: "run" | "start" | "answer" | "show";
  readonly language: string;
  readonly code: string;
}

/** Questions with options. */
export interface Quiz extends OnLine {
  readonly kind: "quiz";
  readonly questions: readonly Question[];
}

export type Question = z.infer<typeof question>;

/** A prediction to lock and reveal. */
export interface Predict extends OnLine {
  readonly kind: "predict";
  readonly prediction: z.infer<typeof prediction>;
  readonly at: KeyRanges;
}

/** A walk through the record, step by step. */
export interface Walk extends OnLine {
  readonly kind: "step";
  readonly walk: z.infer<typeof walk>;
  readonly at: KeyRanges;
}

export type LessonBlock = Prose | Code | Quiz | Predict | Walk;

/** Every block of a lesson, in order. */
export function blocksOf({ opening, sections }: LessonFile): readonly LessonBlock[] {
  return [...opening, ...sections.flatMap(({ blocks }) => blocks)];
}

/** Finds the range of a path in the data. */
export type RangeOf = (path: readonly PropertyKey[]) => LineRange;

/** Finds ranges by places: each place is cut to its first line. */
export function rangesIn(placeOf: (path: readonly PropertyKey[]) => Place): RangeOf {
  return (path) => {
    const { line, column, endLine, endColumn } = placeOf(path);
    return { line, column, length: endLine === line ? Math.max(1, endColumn - column) : 1 };
  };
}

export function keyRangesOf(value: object, rangeOf: RangeOf): KeyRanges {
  return Object.fromEntries(Object.keys(value).map((key) => [key, rangeOf([key])]));
}
