/** The commands under “What if” in the help: what-ifs, searches, tests, tournaments and games. */
import { type CommandRow, rowsOf } from "../command.ts";
import { between, json, whatIf, width } from "./shared.ts";

export const whatIfCommands: readonly CommandRow[] = rowsOf({
  "what-if": {
    summary: "rewrite history: what each what-if changes, orphans, reopens and makes void",
    args: "<file> [names...]",
    options: {
      ...between,
      "--against <name>": "compare with this what-if instead of the record",
      "--edit <edit>": {
        does: "try an edit that is not in the file, such as 'drop reprisal' or 'move call to 2024-01-19 before warning'; may be given several times",
        many: true,
      },
      "--then <policy>": {
        does: "with --edit: what becomes of later events",
        choices: ["keep", "prune", "stop", "model"],
      },
      "--because <reason>": "with --edit: why history might have gone this way",
      "--save <name>": "with --edit: write it into the file under this name, and change nothing else",
      "--futures <number>": "how many futures follow a what-if with then: model; 2000 by default",
      "--seed <seed>": "the seed of their random draws; 1 by default",
      "--all": "every what-if whole, where none is named",
      "--assumptions": "every number that the futures rest on, with its basis",
      "--exact": "compute outcomes exactly too, where every delay is exponential",
      "--run <number>": "one of these futures, written out and replayed",
      "--svg": "the outcomes without the edit and with it as a picture, with alternative text",
      "--mermaid": "the record and the what-ifs as a Mermaid git graph",
      ...json,
      ...width,
    },
    examples: {
      "demarche what-if iran-pakistan-2024 restraint": "if Pakistan had not struck back",
      "demarche what-if iran-pakistan-2024 --edit 'drop accord' --then keep":
        "tries one, and prints the lines to put into the file",
    },
  },
  search: {
    summary: "find the shortest valid way to a situation, prove that there is none, or find the least edit",
    args: "<file>",
    options: {
      ...between,
      "--goal <pattern>": "the situation that is looked for, such as course=retaliation.war",
      "--from <where>":
        "where the way begins: after a date, an event's id, or the first situation that matches a pattern; the end of the window by default",
      "--only <words>": {
        does: "only these acts, classes of acts and actors, separated by commas; may be given several times",
        many: true,
      },
      "--without <words>": {
        does: "none of these acts, classes and actors; both forbids joint acts, clock forbids what time alone brings",
        many: true,
      },
      "--ways <number>": "how many ways that have no situation in common; 1 by default",
      "--least-edit":
        "instead, the smallest edit of the record after which the goal holds at some moment; --ways says how many answers",
      "--never": "with --least-edit: after which the goal holds at no moment",
      "--then <policy>": { does: "with --least-edit: what becomes of later events", choices: ["keep", "prune"] },
      "--most <number>": "with --least-edit: at most this many edits together; 2 by default",
      "--budget <number>":
        "the most that is tried: situations expanded (100000 by default), or with --least-edit events folded (500000)",
      "--save <name>": "write the first answer into the file as a what-if, and change nothing else",
      ...whatIf,
      ...json,
      ...width,
    },
    examples: {
      "demarche search iran-pakistan-2024 --from 2024-01-18 --goal course=normal.full --ways 3":
        "three ways back to full relations",
      "demarche search iran-pakistan-2024 --goal course=retaliation --never --least-edit --then prune":
        "the smallest change after which it never comes to retaliation",
    },
  },
  test: {
    summary: "check a file against itself and the laws, and hunt for random histories that break its contracts",
    args: "<file>",
    options: {
      ...between,
      "--runs <number>": "how many random what-ifs of the record are tried; 500 by default, fewer for a long record",
      "--futures <number>": "how many futures decide what a what-if expects of them; 2000 by default",
      "--seed <seed>": "the seed of every random draw; 1 by default",
      "--only <name>": "hunt for what breaks this contract or law, and nothing else",
      "--save <name>":
        "write the first counterexample into the file as a what-if of this name that says what it breaks, and change nothing else",
      "--coverage": "show the lines of the file beside counts of how often they were reached",
      ...json,
      ...width,
    },
    examples: {
      "demarche test iran-pakistan-2024":
        "what the record, its what-ifs and their futures are held to, and what could have been",
      "demarche test iran-pakistan-2024 --only talks-follow --seed 7":
        "how fighting could have gone on without talks, in the fewest edits",
    },
  },
  tournament: {
    summary: "play named strategies against each other from one opening under the same luck",
    args: "<file>",
    options: {
      ...between,
      "--strategies <names>": "the strategies, separated by commas; all by default",
      "--from <where>":
        "the moment after which they take over: a date, an event's id, or the first situation that matches a pattern; the first act of force by default, or else the first hostile act",
      "--futures <number>": "how many futures of each pair; 1000 by default",
      "--seed <seed>": "the seed of their random draws; 1 by default",
      "--horizon <time>": "how long a future is; 730d by default, since a crisis fades after 180 quiet days",
      "--set <parameter>": {
        does: "a parameter of all strategies that have it, such as answers=0.9; may be given several times",
        many: true,
      },
      "--war <pattern>":
        "what counts as war, such as course=retaliation.war; that either party has declared it by default",
      ...json,
      "--svg": "heat maps as SVG",
      ...width,
    },
    examples: {
      "demarche tournament iran-pakistan-2024 --strategies bullying,reciprocating,stonewalling,restraint":
        "four strategies of influence",
      "demarche tournament iran-pakistan-2024 --svg > tournament.svg": "all strategies as a picture",
    },
  },
  play: {
    summary: "decide for one party; the others act by their doctrines",
    args: "<file>",
    options: {
      ...between,
      "--as <code>": "the party that you play",
      "--from <where>":
        "leave the record after a date, an event's id, or the first situation that matches a pattern; after its first event by default",
      "--what-if <name>": "leave the record with this what-if instead",
      "--seed <number>": "the seed of the random draws: the same seed and moves give the same game; 1 by default",
      ...width,
    },
    examples: {
      "demarche play iran-pakistan-2024 --as PAK": "from Iran's strike on; .help lists what can be said",
      "demarche play 'case.db#game' --as PAK":
        "two players: another person plays IRN on the same journal, and each sees the other's acts as they come",
    },
  },
});
