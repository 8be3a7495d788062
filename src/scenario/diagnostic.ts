/** Diagnostics: what is wrong with a file, where, what was expected and what to try. */
import { frozen } from "../problem/index.ts";

/** Every code a diagnostic can have, with what it means and how to mend it. Codes never change their meaning. */
export const diagnosticCodes = {
  empty: { meaning: "The file holds nothing.", mend: "Start from a template: demarche new NAME." },
  binary: { meaning: "The file is not text.", mend: "Save it as UTF-8 text." },
  "too-large": {
    meaning:
      "The file is larger than 10 MB, a mapping has more than 50000 keys, or there are more values than 20000 and one more for every 6 characters, or than 500000.",
    mend: "Split the record, or leave out what is not needed.",
  },
  "too-deep": { meaning: "Values are nested more than 64 deep.", mend: "No part of the format nests deeper than ten." },
  "too-many-aliases": { meaning: "Aliases would blow the file up.", mend: "Write the values out." },
  syntax: { meaning: "The text is not YAML.", mend: "Look at the line shown and the one before it." },
  tab: { meaning: "A tab is used for indentation, which YAML forbids.", mend: "Indent with spaces." },
  "duplicate-key": { meaning: "A key stands twice in one mapping.", mend: "Keep one of them." },
  "several-documents": {
    meaning: "The file holds more than one YAML document.",
    mend: "One scenario, one file: remove ---.",
  },
  tag: { meaning: "A YAML tag is used.", mend: "Write plain values; tags are not read." },
  directive: { meaning: "A YAML directive is used.", mend: "Remove the line that begins with %." },
  "complex-key": { meaning: "A key is a list or a mapping.", mend: "Write a word as the key." },
  "unknown-anchor": {
    meaning: "An alias has no anchor above it, or stands within what it names.",
    mend: "Write the value out.",
  },
  "hidden-character": {
    meaning: "A character stands here that can't be seen.",
    mend: "Remove it, and type the text anew.",
  },
  blank: {
    meaning: "A no-break space or another blank stands where YAML needs a space.",
    mend: "Type a space in its place; such blanks come with text that was copied.",
  },
  "another-kind": {
    meaning: "The file is no scenario but looks like a file of another kind.",
    mend: "Name a scenario file, or start one from a template: demarche new NAME.",
  },
  "yaml-ambiguous": { meaning: "YAML 1.1 and 1.2 read this value differently.", mend: "Put it in quotes." },
  "curly-quotes": {
    meaning: "A whole value stands in curly quotation marks, which are part of its text.",
    mend: "Type straight ones in their place, or around them.",
  },
  "comment-in-text": {
    meaning: "A # after a space ends a text without quotes: what follows is a comment to YAML, and is lost.",
    mend: "Put the whole text in quotes; a comment that is meant has a space after its #.",
  },
  "wrong-type": { meaning: "A value is of the wrong kind.", mend: "Write what was expected." },
  missing: { meaning: "A necessary key is missing.", mend: "Add it." },
  "unknown-key": { meaning: "The format has no such key here.", mend: "Use the nearest valid key, or remove it." },
  "unknown-word": { meaning: "The value is none of the words allowed here.", mend: "Use one of the words listed." },
  "unknown-act": { meaning: "The catalogue has no such act.", mend: "demarche acts lists them." },
  "clock-act": {
    meaning: "An act of the clock is written by hand.",
    mend: "Remove it: the replay makes it when it is due.",
  },
  "bad-value": { meaning: "The value does not have the form it needs.", mend: "Write it as described." },
  "bad-date": {
    meaning: "This is no date, or the day does not exist.",
    mend: 'Write "YYYY-MM-DD" or "YYYY-MM-DDThh:mm".',
  },
  "delay-backwards": {
    meaning: "A delay runs backwards: its shortest is longer than its longest.",
    mend: "The shortest first, as in 1d..4d.",
  },
  "out-of-range": { meaning: "A number or a list is too small or too large.", mend: "Stay within the bounds named." },
  "unknown-version": {
    meaning: "The event's version is unknown to this release.",
    mend: "Leave `version` out, or update demarche.",
  },
  "two-parties": {
    meaning: "A scenario has two parties at least and thirty at most.",
    mend: "List states with which no relation is followed under `others`.",
  },
  "no-relation": {
    meaning: "This is no relation between two parties of the file, or none that it follows.",
    mend: "Add the pair under `relations`, or mend the codes.",
  },
  "no-group": {
    meaning: "This can't be a group, or is no member that a group can have.",
    mend: "Give the group a name of its own and list its states.",
  },
  "unknown-actor": {
    meaning: "No party and no other has this code.",
    mend: "Declare it under `others`, or mend the code.",
  },
  "unknown-source": { meaning: "No source has this id.", mend: "Add it under `sources`, or mend the id." },
  "unknown-event": { meaning: "No event has this id.", mend: "Use the id of an event of this file." },
  "duplicate-id": { meaning: "Two events have the same id.", mend: "Give one of them another id." },
  "reserved-id": { meaning: "Ids that begin with clock- belong to the clock.", mend: "Choose another id." },
  "answers-later": {
    meaning: "An event answers a later one, or itself.",
    mend: "`of` and `instead-of` name an event further up.",
  },
  "answers-another": {
    meaning: "An event answers one that it can't answer, so it ends nothing.",
    mend: "Name the event that began what this one ends, or leave `of` out.",
  },
  "effect-before-cause": {
    meaning: "An event names a later one, or itself, as its cause.",
    mend: "Causes come earlier in the file.",
  },
  circle: { meaning: "Events cause each other in a circle.", mend: "Remove one of the links named." },
  "out-of-order": { meaning: "An event stands after a later one.", mend: "Sort the events by date." },
  "counted-twice": {
    meaning: "A claimant's second count of the same casualties would be added to the first.",
    mend: "Say what the count replaces, or whom each counts.",
  },
  "part-too-large": {
    meaning: "A part of the casualties is larger than the total of the same claimant.",
    mend: "Correct one of the figures.",
  },
  "other-day": {
    meaning: "The times of a file have several offsets and no zone, and an event counts on another day than written.",
    mend: "Name the zone: that of the days that sources report.",
  },
  "outside-window": {
    meaning: "A date lies outside the scenario's window.",
    mend: "Widen the window or mend the date.",
  },
  "effect-before-declaration": {
    meaning: "An act is said to take effect, or to be held, before it is done.",
    mend: "Mend the date; as a rule it is the year.",
  },
  "on-itself": {
    meaning: "Somebody acts on themselves.",
    mend: "`to` names another actor; leave it out where the act concerns nobody else.",
  },
  "named-twice": {
    meaning: "The same cause, source, party, claim or option stands twice in one list.",
    mend: "Keep one of them.",
  },
  "unused-actor": {
    meaning: "Nothing in the file names this actor.",
    mend: "Let an event, a claim or a doctrine name it, or remove it.",
  },
  "unused-source": { meaning: "Nothing cites this source.", mend: "Cite it, or remove it." },
  "holds-at-start": {
    meaning: "What an outcome waits for is so at its start already, so it says nothing.",
    mend: "Count from a later event with `since`, or name another situation.",
  },
  "deadline-passed": {
    meaning: "A deadline lies before the event that sets it.",
    mend: "Mend the date; as a rule it is the year.",
  },
  "empty-pattern": {
    meaning: "A pattern names no part of the situation, so it always matches.",
    mend: "Name what is expected or forbidden, such as course: strike.",
  },
  "inside-window": {
    meaning: "An entry of `context` is dated within the window, and context is what went before.",
    mend: "Make an event of it, or mend the date.",
  },
  "empty-window": { meaning: "The window ends before it begins.", mend: "Exchange `from` and `to`." },
  "actor-cannot": {
    meaning: "An actor of this kind cannot do this act.",
    mend: "demarche acts ACT says who can; a third state's acts have the same names as a party's.",
  },
  "act-of-its-own": {
    meaning: "The event's id tells of an act that the catalogue has, and a broader act is written.",
    mend: "Write that act; or give the event another id, if it tells something else.",
  },
  "not-a-situation": {
    meaning: "The opening contradicts itself.",
    mend: "Change one of the parts that it names; the nearest that holds stands beside.",
  },
  "edited-twice": { meaning: "Two edits of one what-if concern the same event.", mend: "Make one edit of them." },
  "range-without-value": {
    meaning: "An assumption's range does not contain its value.",
    mend: "Lowest first, with the value in between.",
  },
  "no-basis": {
    meaning: "An assumption, or a rule with numbers of its own, does not say what it rests on.",
    mend: "Add `basis`.",
  },
  "unknown-assumption": { meaning: "No assumption has this name.", mend: "Add it under `assume`, or mend the name." },
  "unused-assumption": {
    meaning: "Nothing rests on this assumption.",
    mend: "Name it as a chance or a parameter of a doctrine, or remove it.",
  },
  "unknown-parameter": {
    meaning: "The strategy has no such parameter.",
    mend: "docs/reference/doctrines.md lists those it has.",
  },
  "unusual-parameter": {
    meaning: "A strategy's parameter lies outside what is thought possible.",
    mend: "Keep to the range named, or make it an assumption with a basis.",
  },
  "strategy-not-party": {
    meaning: "A named strategy is given to an actor that is not a party.",
    mend: "Strategies answer the other party; give a third actor rules.",
  },
  "answer-to-nobody": {
    meaning: "A rule answers what nobody else can do.",
    mend: "Declare who does it under `others`, or answer something else.",
  },
  "consent-of-nobody": {
    meaning: "A rule proposes what needs both parties, and the other's doctrine never proposes it.",
    mend: "Give the other party a rule with the same act.",
  },
  "endless-doctrines": {
    meaning: "Doctrines answer each other for ever, or need never stop, faster than a future may hold events.",
    mend: "Give a rule a chance below 1, `at-most`, `if` or a delay; a strategy smaller `answers` or `goes-on`.",
  },
  "rule-without-occasion": {
    meaning: "A rule says neither what it answers nor how often.",
    mend: "Give `answer` or `every`, not both.",
  },
  "answer-not-an-option": {
    meaning: "The answer is none of the options.",
    mend: "Repeat one of the options word for word.",
  },
  "impossible-pattern": {
    meaning: "A pattern speaks of a situation that contradicts itself, so that it can never be.",
    mend: "Mend the pattern: docs/explanation/semantics.md says what goes together.",
  },
  "duplicate-name": {
    meaning: "Two contracts in one place have the same name.",
    mend: "Give one of them another name.",
  },
  "unknown-contract": {
    meaning: "No contract of the file has this name.",
    mend: "Use the name of one under `never`, `always` or `leads-to` at the top of the file.",
  },
  "unknown-outcome": { meaning: "No outcome has this name.", mend: "Add it under `outcomes`, or mend the name." },
  "no-futures": {
    meaning: "Something is expected of the outcomes of a what-if that has no futures.",
    mend: "Futures need `then: model` and `doctrines`.",
  },
  "measure-misfit": {
    meaning: "This measure can't be taken of this outcome.",
    mend: "share: of reached, first and final; mean: of count and peak; median: of first, longest, count and peak.",
  },
  "never-settled": {
    meaning: "No number of futures could show that a share is exactly 0 or 1.",
    mend: "Write a bound beside it, such as at-least: 0.99; or state a contract.",
  },
  "name-differs": { meaning: "The scenario is not named as its file.", mend: "Rename one of them." },
} as const satisfies Record<string, { meaning: string; mend: string }>;
frozen(diagnosticCodes);

/** The stable name of a kind of problem. */
export type DiagnosticCode = keyof typeof diagnosticCodes;

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
