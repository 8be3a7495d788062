/** Diagnostics: what is wrong with a file, where, what was expected and what to try. */
import { frozen } from "../problem/index.ts";

/** What each code of a diagnostic means, and how to mend it. */
const codes = {
  empty: ["The file holds nothing.", "Start from a template: demarche new NAME."],
  binary: ["The file is not text.", "Save it as UTF-8 text."],
  "too-large": [
    "The file is larger than 10 MB, a mapping has more than 50000 keys, or there are more values than 20000 and one more for every 6 characters, or than 500000.",
    "Split the record, or leave out what is not needed.",
  ],
  "too-deep": ["Values are nested more than 64 deep.", "No part of the format nests deeper than ten."],
  "too-many-aliases": ["Aliases would blow the file up.", "Write the values out."],
  syntax: ["The text is not YAML.", "Look at the line shown and the one before it."],
  tab: ["A tab is used for indentation, which YAML forbids.", "Indent with spaces."],
  "duplicate-key": ["A key stands twice in one mapping.", "Keep one of them."],
  "several-documents": ["The file holds more than one YAML document.", "One scenario, one file: remove ---."],
  tag: ["A YAML tag is used.", "Write plain values; tags are not read."],
  directive: ["A YAML directive is used.", "Remove the line that begins with %."],
  "complex-key": ["A key is a list or a mapping.", "Write a word as the key."],
  "unknown-anchor": ["An alias has no anchor above it, or stands within what it names.", "Write the value out."],
  "hidden-character": ["A character stands here that can't be seen.", "Remove it, and type the text anew."],
  blank: [
    "A no-break space or another blank stands where YAML needs a space.",
    "Type a space in its place; such blanks come with text that was copied.",
  ],
  "another-kind": [
    "The file is no scenario but looks like a file of another kind.",
    "Name a scenario file, or start one from a template: demarche new NAME.",
  ],
  "yaml-ambiguous": ["YAML 1.1 and 1.2 read this value differently.", "Put it in quotes."],
  "curly-quotes": [
    "A whole value stands in curly quotation marks, which are part of its text.",
    "Type straight ones in their place, or around them.",
  ],
  "comment-in-text": [
    "A # after a space ends a text without quotes: what follows is a comment to YAML, and is lost.",
    "Put the whole text in quotes; a comment that is meant has a space after its #.",
  ],
  "wrong-type": ["A value is of the wrong kind.", "Write what was expected."],
  missing: ["A necessary key is missing.", "Add it."],
  "unknown-key": ["The format has no such key here.", "Use the nearest valid key, or remove it."],
  "unknown-word": ["The value is none of the words allowed here.", "Use one of the words listed."],
  "unknown-act": ["The catalogue has no such act.", "demarche acts lists them."],
  "clock-act": ["An act of the clock is written by hand.", "Remove it: the replay makes it when it is due."],
  "bad-value": ["The value does not have the form it needs.", "Write it as described."],
  "bad-date": ["This is no date, or the day does not exist.", 'Write "YYYY-MM-DD" or "YYYY-MM-DDThh:mm".'],
  "delay-backwards": [
    "A delay runs backwards: its shortest is longer than its longest.",
    "The shortest first, as in 1d..4d.",
  ],
  "out-of-range": ["A number or a list is too small or too large.", "Stay within the bounds named."],
  "unknown-version": ["The event's version is unknown to this release.", "Leave `version` out, or update demarche."],
  "two-parties": [
    "A scenario has two parties at least and thirty at most.",
    "List states with which no relation is followed under `others`.",
  ],
  "no-relation": [
    "This is no relation between two parties of the file, or none that it follows.",
    "Add the pair under `relations`, or mend the codes.",
  ],
  "no-group": [
    "This can't be a group, or is no member that a group can have.",
    "Give the group a name of its own and list its states.",
  ],
  "unknown-actor": ["No party and no other has this code.", "Declare it under `others`, or mend the code."],
  "unknown-source": ["No source has this id.", "Add it under `sources`, or mend the id."],
  "unknown-event": ["No event has this id.", "Use the id of an event of this file."],
  "duplicate-id": ["Two events have the same id.", "Give one of them another id."],
  "reserved-id": ["Ids that begin with clock- belong to the clock.", "Choose another id."],
  "answers-later": ["An event answers a later one, or itself.", "`of` and `instead-of` name an event further up."],
  "answers-another": [
    "An event answers one that it can't answer, so it ends nothing.",
    "Name the event that began what this one ends, or leave `of` out.",
  ],
  "effect-before-cause": ["An event names a later one, or itself, as its cause.", "Causes come earlier in the file."],
  circle: ["Events cause each other in a circle.", "Remove one of the links named."],
  "out-of-order": ["An event stands after a later one.", "Sort the events by date."],
  "counted-twice": [
    "A claimant's second count of the same casualties would be added to the first.",
    "Say what the count replaces, or whom each counts.",
  ],
  "part-too-large": [
    "A part of the casualties is larger than the total of the same claimant.",
    "Correct one of the figures.",
  ],
  "other-day": [
    "The times of a file have several offsets and no zone, and an event counts on another day than written.",
    "Name the zone: that of the days that sources report.",
  ],
  "outside-window": ["A date lies outside the scenario's window.", "Widen the window or mend the date."],
  "effect-before-declaration": [
    "An act is said to take effect, or to be held, before it is done.",
    "Mend the date; as a rule it is the year.",
  ],
  "on-itself": [
    "Somebody acts on themselves.",
    "`to` names another actor; leave it out where the act concerns nobody else.",
  ],
  "named-twice": ["The same cause, source, party, claim or option stands twice in one list.", "Keep one of them."],
  "unused-actor": [
    "Nothing in the file names this actor.",
    "Let an event, a claim or a doctrine name it, or remove it.",
  ],
  "unused-source": ["Nothing cites this source.", "Cite it, or remove it."],
  "holds-at-start": [
    "What an outcome waits for is so at its start already, so it says nothing.",
    "Count from a later event with `since`, or name another situation.",
  ],
  "deadline-passed": ["A deadline lies before the event that sets it.", "Mend the date; as a rule it is the year."],
  "empty-pattern": [
    "A pattern names no part of the situation, so it always matches.",
    "Name what is expected or forbidden, such as course: strike.",
  ],
  "inside-window": [
    "An entry of `context` is dated within the window, and context is what went before.",
    "Make an event of it, or mend the date.",
  ],
  "empty-window": ["The window ends before it begins.", "Exchange `from` and `to`."],
  "actor-cannot": [
    "An actor of this kind cannot do this act.",
    "demarche acts ACT says who can; a third state's acts have the same names as a party's.",
  ],
  "act-of-its-own": [
    "The event's id tells of an act that the catalogue has, and a broader act is written.",
    "Write that act; or give the event another id, if it tells something else.",
  ],
  "not-a-situation": [
    "The opening contradicts itself.",
    "Change one of the parts that it names; the nearest that holds stands beside.",
  ],
  "edited-twice": ["Two edits of one what-if concern the same event.", "Make one edit of them."],
  "range-without-value": [
    "An assumption's range does not contain its value.",
    "Lowest first, with the value in between.",
  ],
  "no-basis": ["An assumption, or a rule with numbers of its own, does not say what it rests on.", "Add `basis`."],
  "unknown-assumption": ["No assumption has this name.", "Add it under `assume`, or mend the name."],
  "unused-assumption": [
    "Nothing rests on this assumption.",
    "Name it as a chance or a parameter of a doctrine, or remove it.",
  ],
  "unknown-parameter": ["The strategy has no such parameter.", "docs/reference/doctrines.md lists those it has."],
  "unusual-parameter": [
    "A strategy's parameter lies outside what is thought possible.",
    "Keep to the range named, or make it an assumption with a basis.",
  ],
  "strategy-not-party": [
    "A named strategy is given to an actor that is not a party.",
    "Strategies answer the other party; give a third actor rules.",
  ],
  "answer-to-nobody": [
    "A rule answers what nobody else can do.",
    "Declare who does it under `others`, or answer something else.",
  ],
  "consent-of-nobody": [
    "A rule proposes what needs both parties, and the other's doctrine never proposes it.",
    "Give the other party a rule with the same act.",
  ],
  "endless-doctrines": [
    "Doctrines answer each other for ever, or need never stop, faster than a future may hold events.",
    "Give a rule a chance below 1, `at-most`, `if` or a delay; a strategy smaller `answers` or `goes-on`.",
  ],
  "rule-without-occasion": [
    "A rule says neither what it answers nor how often.",
    "Give `answer` or `every`, not both.",
  ],
  "answer-not-an-option": ["The answer is none of the options.", "Repeat one of the options word for word."],
  "impossible-pattern": [
    "A pattern speaks of a situation that contradicts itself, so that it can never be.",
    "Mend the pattern: docs/explanation/semantics.md says what goes together.",
  ],
  "duplicate-name": ["Two contracts in one place have the same name.", "Give one of them another name."],
  "unknown-contract": [
    "No contract of the file has this name.",
    "Use the name of one under `never`, `always` or `leads-to` at the top of the file.",
  ],
  "unknown-outcome": ["No outcome has this name.", "Add it under `outcomes`, or mend the name."],
  "no-futures": [
    "Something is expected of the outcomes of a what-if that has no futures.",
    "Futures need `then: model` and `doctrines`.",
  ],
  "measure-misfit": [
    "This measure can't be taken of this outcome.",
    "share: of reached, first and final; mean: of count and peak; median: of first, longest, count and peak.",
  ],
  "never-settled": [
    "No number of futures could show that a share is exactly 0 or 1.",
    "Write a bound beside it, such as at-least: 0.99; or state a contract.",
  ],
  "name-differs": ["The scenario is not named as its file.", "Rename one of them."],
} as const;

/** The stable name of a kind of problem. */
export type DiagnosticCode = keyof typeof codes;

/** Every code a diagnostic can have, with what it means and how to mend it. Codes never change their meaning. */
export const diagnosticCodes = frozen(
  Object.fromEntries(Object.entries(codes).map(([code, [meaning, mend]]) => [code, { meaning, mend }])),
) as Readonly<Record<DiagnosticCode, { readonly meaning: string; readonly mend: string }>>;

/** A place in a text, from one character to before another. Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One problem of a file. An error keeps the scenario from being read; a warning does not. */
export interface Diagnostic extends Place {
  readonly code: DiagnosticCode;
  readonly severity: "error" | "warning";
  /** One sentence: what was found. */
  readonly message: string;
  readonly file: string;
  /** Where in the data: `events[3].act`. */
  readonly path: string;
  readonly expected?: string;
  /** The nearest valid word. */
  readonly suggestion?: string;
}

/** Where in the data something is: keys and indices from the top. */
export type Path = readonly PropertyKey[];

/** A problem before its place is looked up. */
export interface UnplacedProblem {
  readonly code: DiagnosticCode;
  readonly severity?: "error" | "warning";
  readonly message: string;
  readonly path: Path;
  /** Point at the key of the last step of the path, not at its value. */
  readonly atKey?: boolean;
  readonly expected?: string;
  readonly suggestion?: string | undefined;
  /** Where the suggestion is to be looked for, once it is known that the problem is shown. */
  readonly among?: { readonly word: string; readonly known: readonly string[] };
}

export type Problems = readonly UnplacedProblem[];

/** A problem that is already placed in the text, by character offsets. */
export interface TextProblem extends Omit<UnplacedProblem, "path" | "atKey"> {
  readonly from: number;
  readonly to: number;
}
