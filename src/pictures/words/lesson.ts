/** What a language must say around a lesson, and in the record as tables. */
import type { fieldLabels } from "../../events/index.ts";

/** What stands around a lesson: in its page, its slides, its handout, its cards and its notebooks. */
export interface LessonWords {
  readonly title: (number: number, title: string) => string;
  readonly minutes: (minutes: number) => string;
  readonly needs: (what: string) => string;
  readonly lesson: (number: number) => string;
  readonly goals: string;
  readonly skip: string;
  readonly sections: string;
  readonly contents: string;
  readonly showAll: string;
  readonly showAllShort: string;
  /** What stands where a later round will: with scripts, and without. */
  readonly fog: { readonly label: string; readonly opens: string; readonly needs: string; readonly paper: string };
  readonly save: string;
  readonly forget: string;
  readonly kept: string;
  readonly made: string;
  readonly needsScript: string;
  readonly hint: string;
  readonly hintToOpen: string;
  readonly cell: (number: number) => string;
  readonly exercise: (number: number) => string;
  readonly exerciseNote: string;
  readonly showCode: string;
  readonly output: string;
  readonly handout: string;
  readonly slides: string;
  readonly cards: string;
  readonly key: string;
  readonly roleCards: string;
  readonly teacher: string;
  /** The name of the file of answers, without its ending. */
  readonly answers: string;
  readonly bet: {
    readonly label: (number: number) => string;
    readonly because: string;
    readonly happened: string;
    readonly said: string;
    readonly locked: string;
    readonly open: string;
  };
  readonly quiz: {
    readonly label: (number: number) => string;
    readonly check: string;
    readonly several: string;
    readonly right: string;
    readonly wrong: string;
    readonly told: (right: number, of: number, open: number) => string;
    readonly open: string;
  };
  readonly slide: {
    readonly slides: string;
    readonly back: string;
    readonly on: string;
    readonly one: string;
    readonly at: (at: number) => string;
    readonly place: (at: number, of: number) => string;
  };
  readonly walk: {
    readonly label: (number: number) => string;
    readonly back: string;
    readonly on: string;
    readonly without: string;
    readonly place: (at: number, of: number, when: string) => string;
    readonly shown: string;
    readonly other: string;
    readonly text: string;
    readonly record: (from: string, to: string) => string;
    readonly sources: string;
  };
  readonly reported: string;
  readonly source: string;
  readonly unknown: string;
}

/** The record as tables. */
export interface TableWords {
  readonly record: (events: number) => string;
  readonly when: string;
  readonly who: string;
  readonly act: string;
  readonly changed: string;
  readonly details: string;
  readonly verdict: string;
  readonly sources: string;
  readonly because: string;
  readonly nothing: string;
  /** Of a date that is known only roughly. */
  readonly about: (when: string) => string;
  /** `agreed: withdraw forces, by both, by 22 Mar 2030`. */
  readonly agreed: (what: string, by: string, before: string | undefined) => string;
  readonly fields: { readonly [F in keyof typeof fieldLabels]: string | null };
}
