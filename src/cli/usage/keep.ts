/** Commands that keep a case, build lessons, and complete words. */
import type { CommandRow } from "../command.ts";
import { json, width } from "./shared.ts";

/** The tasks of `journal`, with the options that each understands. */
export const journalTasks = {
  init: ["from", "stream"],
  append: ["from", "event", "correct", "withdraw", "because", "expected", "json"],
  list: ["actor", "act", "after", "at", "all", "follow", "jsonl", "width"],
  show: ["at", "json", "width"],
  fork: ["as", "at"],
  diff: ["width"],
  verify: ["known", "json"],
  export: ["format", "out"],
  import: ["from", "format", "json"],
  serve: ["port", "host"],
} as const;

/** A task of `journal`. */
export type JournalTask = keyof typeof journalTasks;

export const kept: readonly CommandRow[] = [
  {
    name: "journal",
    summary:
      "keep a crisis in a file or on a server: init, append, list, show, fork, diff, verify, export, import, serve",
    args: "<task> [journals...]",
    tasks: journalTasks,
    options: [
      {
        flags: "--from <file>",
        does: "init, append: a scenario's file; import: what was exported, standard input by default",
      },
      {
        flags: "--stream <name>",
        does: "init: what the crisis is called in the journal; the scenario's name by default",
      },
      {
        flags: "--event <event>",
        does: "append: '{ id: ID, at: DATE, act: ACT, from: CODE, cite: SOURCE }', or - for one on each line of standard input; may be given several times",
        many: true,
      },
      {
        flags: "--correct <id>",
        does: "append: correct this event; --event holds the keys that change",
      },
      { flags: "--withdraw <id>", does: "append: this event did not happen" },
      { flags: "--because <reason>", does: "append: why it is corrected or withdrawn" },
      {
        flags: "--expected <version>",
        does: "append: the version that the stream must have, or none, exists or any; the version that was read by default",
      },
      { flags: "--as <name>", does: "fork: what the fork is called" },
      { flags: "--at <date>", does: "list, show, fork: what had happened by the end of this day" },
      { flags: "--actor <code>", does: "list: who did it, or was aimed at" },
      { flags: "--act <act>", does: "list: this act only" },
      { flags: "--after <position>", does: "list: after this position" },
      { flags: "--all", does: "list: every stream of the journal" },
      { flags: "--follow", does: "list: go on as others append, until Ctrl-C" },
      { flags: "--known <hash>", does: "verify: a hash noted earlier, which must be among the records" },
      {
        flags: "--format <format>",
        does: "export, import: the format; by the file's ending, else jsonl",
        choices: ["jsonl", "cloudevents", "yaml"],
      },
      { flags: "--out <file>", does: "export: into a file that is not there yet" },
      { flags: "--port <port>", does: "serve: the port; 4100 by default" },
      { flags: "--host <address>", does: "serve: who can reach it; 127.0.0.1, this machine alone, by default" },
      json,
      { flags: "--jsonl", does: "list: a line of JSON for each record" },
      width,
    ],
    examples: [
      ["demarche journal init case.db --from iran-pakistan-2024", "a file that the crisis is kept in from now on"],
      ["demarche show 'case.db#@12'", "any command takes a journal where it takes a file; here as of position 12"],
    ],
  },
  {
    name: "lesson",
    summary: "build lessons: notebooks, page, slides and handout from one Markdown file; or check the file",
    args: "<task> [files...]",
    tasks: { build: ["force", "watch"], check: [] },
    options: [
      { flags: "--force", does: "build: overwrite files that were changed since they were built" },
      { flags: "--watch", does: "build: again after every change, until Ctrl-C" },
    ],
    examples: [
      [
        "demarche lesson build --watch notebooks/1-what-is-an-event/lesson.md",
        "shows while you write: load the page anew to see it",
      ],
      ["demarche lesson build", "builds every notebooks/*/lesson.md beside it; runs the cells of the lesson"],
    ],
  },
  {
    name: "completion",
    summary: "print the completion script of a shell: bash, zsh or fish",
    args: "<shell>",
    options: [],
    examples: [
      ["source <(demarche completion bash)", "for this bash session"],
      ["demarche completion fish | source", "for this fish session"],
    ],
  },
];
