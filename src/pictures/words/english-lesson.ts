/** English of lessons and of the record as tables. */
import { fieldLabels } from "../../events/index.ts";

/** The names of an act's own fields; null for those that are not shown. */
const fields: { readonly [F in keyof typeof fieldLabels]: string | null } = fieldLabels;

const minutes = (count: number): string => `${count} minute${count === 1 ? "" : "s"}`;

/** The words around a lesson, and in tables, in English. */
export const lesson = {
  lesson: {
    title: (number: number, title: string) => `Lesson ${number}: ${title}`,
    minutes,
    needs: (what: string) => `needs ${what}`,
    lesson: (number: number) => `lesson ${number}`,
    goals: "Afterwards you can:",
    skip: "Skip to the lesson",
    sections: "Sections",
    contents: "In this lesson:",
    showAll: "Show all (for the teacher): rounds open without a bet",
    showAllShort: "Show all (for the teacher)",
    /** Placeholders for later rounds: with scripts, and without. */
    fog: {
      label: "What comes next",
      opens: "What comes next opens here, when you have locked your bet and seen what happened.",
      needs: "What comes next opens after the bet, for which scripts must be allowed in the browser.",
      paper: "On paper:",
    },
    save: "Save my answers",
    forget: "Forget my answers",
    kept: "What you enter is kept in this browser and sent nowhere.",
    made: "Made with Démarche from one Markdown file. What sources report is judged by the rules of a model; nothing here is a forecast.",
    needsScript: "This part needs scripts to be allowed in the browser.",
    hint: "Hint",
    hintToOpen: "Hint (click to open)",
    cell: (number: number) => `cell ${number}`,
    exercise: (number: number) => `exercise ${number}`,
    exerciseNote: "Exercise: in the notebook, or on paper.",
    showCode: "Show the code of the notebook",
    output: "Output",
    handout: "handout",
    slides: "slides",
    cards: "cards",
    key: "key",
    roleCards: "Role cards",
    teacher: "For the teacher.",
    /** The name of the file of answers, without its ending. */
    answers: "my-answers",
    bet: {
      label: (number: number) => `Bet ${number}`,
      because: "Because:",
      happened: "What happened",
      said: "What there is to say of each",
      locked: "locked",
      open: "not locked",
    },
    quiz: {
      label: (number: number) => `Quiz ${number}`,
      check: "Check the answers",
      several: "(more than one)",
      right: "Right:",
      wrong: "No:",
      told: (right: number, of: number, open: number) =>
        `${right} of ${of} right${open === 0 ? "" : `, ${open} not answered`}.`,
      open: "not answered",
    },
    slide: {
      slides: "Slides",
      back: "Previous slide",
      on: "Next slide",
      one: "Slide",
      at: (at: number) => `Slide ${at}`,
      place: (at: number, of: number) => `Slide ${at} of ${of}`,
    },
    walk: {
      label: (number: number) => `Walk through the record ${number}`,
      back: "Previous event",
      on: "Next event",
      without: "What if it had not happened?",
      place: (at: number, of: number, when: string) => `Event ${at} of ${of}: ${when}`,
      shown: "The event",
      other: "Without it",
      text: "The same in words",
      record: (from: string, to: string) =>
        from === to ? `The record of ${from}` : `The record from ${from} to ${to}`,
      sources: "Sources, as known then",
    },
    reported: "Where it is reported",
    source: "Source:",
    unknown: "Unknown",
  },
  table: {
    record: (events: number) => `What happened (${events} events)`,
    when: "Date",
    who: "Who",
    act: "Act",
    changed: "What it changed",
    details: "Details",
    verdict: "Verdict",
    sources: "Sources",
    because: "Caused by",
    nothing: "nothing",
    /** A date that is known only roughly. */
    about: (when: string) => `about ${when}`,
    agreed: (what: string, by: string, before: string | undefined) =>
      `agreed: ${what}, by ${by}${before === undefined ? "" : `, by ${before}`}`,
    fields,
  },
};
