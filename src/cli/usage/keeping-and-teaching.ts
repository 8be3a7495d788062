/** The commands under “Keeping and teaching” in the help: journals, lessons and completion. */
import { type CommandRow, rowsOf } from "../command.ts";
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

export type JournalTask = keyof typeof journalTasks;

export const keepingAndTeachingCommands: readonly CommandRow[] = rowsOf({
  journal: {
    summary:
      "keep a crisis in a file or on a server: init, append, list, show, fork, diff, verify, export, import, serve",
    args: "<task> [journals...]",
    tasks: journalTasks,
    options: {
      "--from <file>": "init, append: a scenario's file; import: what was exported, standard input by default",
      "--stream <name>": "init: what the crisis is called in the journal; the scenario's name by default",
      "--event <event>": {
        does: "append: '{ id: ID, at: DATE, act: ACT, from: CODE, cite: SOURCE }', or - for one on each line of standard input; may be given several times",
        many: true,
      },
      "--correct <id>": "append: correct this event; --event holds the keys that change",
      "--withdraw <id>": "append: this event did not happen",
      "--because <reason>": "append: why it is corrected or withdrawn",
      "--expected <version>":
        "append: the version that the stream must have, or none, exists or any; the version that was read by default",
      "--as <name>": "fork: what the fork is called",
      "--at <date>": "list, show, fork: what had happened by the end of this day",
      "--actor <code>": "list: who did it, or was aimed at",
      "--act <act>": "list: this act only",
      "--after <position>": "list: after this position",
      "--all": "list: every stream of the journal",
      "--follow": "list: go on as others append, until Ctrl-C",
      "--known <hash>": "verify: a hash noted earlier, which must be among the records",
      "--format <format>": {
        does: "export, import: the format; by the file's ending, else jsonl",
        choices: ["jsonl", "cloudevents", "yaml"],
      },
      "--out <file>": "export: into a file that is not there yet",
      "--port <port>": "serve: the port; 4100 by default",
      "--host <address>": "serve: who can reach it; 127.0.0.1, this machine alone, by default",
      ...json,
      "--jsonl": "list: a line of JSON for each record",
      ...width,
    },
    examples: {
      "demarche journal init case.db --from iran-pakistan-2024": "a file that the crisis is kept in from now on",
      "demarche show 'case.db#@12'": "any command takes a journal where it takes a file; here as of position 12",
    },
  },
  lesson: {
    summary: "build lessons: notebooks, page, slides and handout from one Markdown file; or check the file",
    args: "<task> [files...]",
    tasks: { build: ["force", "watch"], check: [] },
    options: {
      "--force": "build: overwrite files that were changed since they were built",
      "--watch": "build: again after every change, until Ctrl-C",
    },
    examples: {
      "demarche lesson build --watch notebooks/1-what-is-an-event/lesson.md":
        "shows while you write: load the page anew to see it",
      "demarche lesson build": "builds every notebooks/*/lesson.md beside it; runs the cells of the lesson",
    },
  },
  completion: {
    summary: "print the completion script of a shell: bash, zsh or fish",
    args: "<shell>",
    options: {},
    examples: {
      "source <(demarche completion bash)": "for this bash session",
      "demarche completion fish | source": "for this fish session",
    },
  },
});
