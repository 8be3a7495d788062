/** What can be wrong with a lesson beside its YAML: every code, with what it means and how to mend it. */
import type { Remark } from "../views/index.ts";

/** Codes of a lesson's own problems. Those of YAML are a scenario's. Codes never change their meaning. */
export const lessonCodes = {
  "no-front-matter": {
    meaning: "The file does not begin with front matter.",
    mend: "Begin with a line of three hyphens, the keys, and three hyphens again.",
  },
  "no-section": { meaning: "The lesson has no section.", mend: "Begin each part with a heading: ## Briefing." },
  "lesson-heading": {
    meaning: "A heading has the wrong rank.",
    mend: "Sections are ##, their parts ###; the title comes from the front matter.",
  },
  "lesson-html": { meaning: "HTML stands in the text.", mend: "Write it in Markdown; HTML is not read." },
  "lesson-comment": {
    meaning: "A comment says something else than minutes, or stands elsewhere than under a heading.",
    mend: "Write <!-- minutes: 4 --> on the line under a heading.",
  },
  "lesson-minutes": {
    meaning: "The parts take longer than the lesson.",
    mend: "Shorten a part, or raise `minutes` in the front matter.",
  },
  "lesson-picture": {
    meaning: "A picture has no source, or is not beside the lesson.",
    mend: 'Put it beside the lesson and say where it is from: ![A map of the Gulf](gulf.png "CIA World Factbook, 2017").',
  },
  "lesson-link": {
    meaning: "A link can't be followed from every build.",
    mend: "Write the address in place: [words](https://…).",
  },
  "hidden-character": {
    meaning: "A character stands here that can't be seen.",
    mend: "Remove it, and type the text anew.",
  },
  "unknown-tag": { meaning: "A fence has a tag that lessons do not have.", mend: "Use one of the tags listed." },
  "tag-language": { meaning: "A tag stands after the wrong language.", mend: "Write the language named." },
  "tag-nested": {
    meaning: "A tagged fence stands inside a list or a quotation.",
    mend: "Begin it at the left margin, outside of other blocks.",
  },
  "open-fence": { meaning: "A fence is never closed.", mend: "End it with as many backticks as it began with." },
  "answer-without-start": {
    meaning: "An answer has no exercise before it.",
    mend: "Put a `ts start` fence directly before it.",
  },
  "start-without-answer": {
    meaning: "An exercise has no answer.",
    mend: "Put a `ts answer` fence directly after it.",
  },
  "quiz-without-right": { meaning: "No option of a question is right.", mend: "Mark one with `right: true`." },
  "unknown-option": { meaning: "No option of the prediction has this name.", mend: "Use the name of an option." },
  "too-few-options": { meaning: "A prediction has fewer than two options.", mend: "Give two or more." },
  "no-scenario": {
    meaning: "A part needs a scenario and none is named.",
    mend: "Name one in the front matter: scenario: iran-pakistan-2024.",
  },
  "unknown-scenario": { meaning: "There is no such scenario.", mend: "Use a bundled name, or a path that exists." },
  "scenario-outside": {
    meaning: "A scenario's path leads out of the lesson's folder.",
    mend: "Copy the file beside the lesson; a lesson and its cases move together.",
  },
  "broken-scenario": { meaning: "The scenario has errors of its own.", mend: "demarche check FILE shows them." },
  "unknown-event": { meaning: "The scenario has no event of this id.", mend: "Use the id of one of its events." },
  "event-elsewhere": {
    meaning: "The event is of another relation of the scenario than the one that is looked at.",
    mend: "Name the relation that it is of: between: [EGY, ISR].",
  },
  "unknown-relation": {
    meaning: "The scenario follows no relation between these two.",
    mend: "Name the two parties of a relation that it follows.",
  },
  "between-without-effect": {
    meaning: "A relation is named, and the scenario has only one.",
    mend: "Leave `between` out.",
  },
  "nothing-shows-it": {
    meaning: "No event after the pause has the act that is said to have happened.",
    mend: "Name the event that shows it: event: reprisal.",
  },
  "walk-backwards": { meaning: "A walk ends before it begins.", mend: "Exchange `from` and `to`." },
  "cell-failed": { meaning: "A cell of the lesson failed when it was run.", mend: "Mend the cell." },
  "cell-syntax": { meaning: "A cell is not TypeScript.", mend: "Look at the line shown." },
  "lost-value": {
    meaning: "A cell has two values to show, and shows the last.",
    mend: "Give each a cell of its own.",
  },
  "unsafe-output": {
    meaning: "A cell's output holds what could act in a page.",
    mend: "Show tables, text and pictures only.",
  },
} as const satisfies Record<string, { readonly meaning: string; readonly mend: string }>;

/** The stable name of a problem of a lesson. */
export type LessonCode = keyof typeof lessonCodes;

/** What is wrong at a place of a lesson, before the file is known. */
export interface LessonIssue {
  readonly code: LessonCode;
  /** From 1. */
  readonly line: number;
  /** From 1; the line's beginning by default. */
  readonly column?: number;
  /** How many characters are marked; one by default. */
  readonly length?: number;
  readonly message: string;
  readonly expected?: string;
  readonly suggestion?: string | undefined;
}

export function remarksOf(issues: readonly LessonIssue[], file: string): readonly Remark[] {
  return issues.map(({ code, line, column = 1, length = 1, message, expected, suggestion }) => ({
    code,
    severity: "error",
    message,
    file,
    path: "",
    line,
    column,
    endLine: line,
    endColumn: column + length,
    ...(expected === undefined ? {} : { expected }),
    ...(suggestion === undefined ? {} : { suggestion }),
  }));
}
