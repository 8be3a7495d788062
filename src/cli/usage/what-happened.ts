/** The commands under “What happened” in the help. */
import { type CommandRow, rowsOf } from "../command.ts";
import { between, json, whatIf, width } from "./shared.ts";

export const whatHappenedCommands: readonly CommandRow[] = rowsOf({
  replay: {
    summary: "play a record: what happened, what each act did, where it ended",
    args: "<file>",
    options: {
      ...between,
      "--at <date>": "only the events of this day, and where it stood at its end",
      "--until <where>": "stop after a date, an event's id, or the first situation that matches a pattern",
      "--step": "wait for a key before each event",
      "--speed <rate>": "play live at this rate, such as 1d/s",
      "--max-gap <time>": "with --speed: no pause is longer than this, such as 2s",
      ...json,
      "--jsonl": "a stream of JSON: a line for the head, each step and the end",
      ...whatIf,
      ...width,
    },
    examples: {
      "demarche replay iran-pakistan-2024": "the bundled scenario, whole",
      "demarche replay iran-pakistan-2024 --until course=retaliation": "up to the first retaliation",
    },
  },
  check: {
    summary: "check files: schema, references, laws, expectations, contracts",
    args: "<files...>",
    options: {
      "--watch": "check again whenever a file changes",
      "--assumptions": "list every number that futures of the file rest on, with range and basis",
      "--format <format>": {
        does: "how findings are written; text by default",
        choices: ["text", "json", "sarif", "github"],
      },
    },
    examples: {
      "demarche check scenarios/*.yaml": "all scenarios of a folder",
      "demarche check --format sarif crisis.yaml > crisis.sarif": "for the code scanning of a site such as GitHub",
    },
  },
  show: {
    summary: "show one moment in full; what differs, why it is so, what stands in the way",
    args: "<file>",
    options: {
      ...between,
      "--at <date>": "the end of this day; the end of the window by default",
      "--diff <date>": "what differs between that day and --at",
      "--why <key>":
        "the causes of a part (course, ledger, missions.CODE, relations, channels, posture, terms) or of an event",
      "--why-not <act>": "whether the act would be valid, and what would make it so",
      "--by <code>": "with --why-not: who would do it, a code or both",
      ...whatIf,
      ...json,
      ...width,
    },
    examples: {
      "demarche show iran-pakistan-2024 --at 2024-01-18 --why course": "why relations stood as they did",
      "demarche show iran-pakistan-2024 --at 2024-01-19 --why-not return-ambassador --by IRN":
        "what kept Iran's ambassador away",
    },
  },
});
