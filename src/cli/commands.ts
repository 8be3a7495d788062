/** The table of commands: what help, completion and the documentation say, with examples. */
import type { CommandRow, OptionRow } from "./command.ts";

const width: OptionRow = {
  flags: "--width <columns>",
  does: "columns of the output; those of the terminal by default",
};
const json: OptionRow = { flags: "--json", does: "one JSON document" };
const on: OptionRow = {
  flags: "--on [address]",
  does: "a PostgreSQL server, postgres://user@host/database; that of DEMARCHE_DATABASE without an address",
};
const whatIf: OptionRow = { flags: "--what-if <name>", does: "of this what-if instead of the record" };

/** Every command. */
export const commands: readonly CommandRow[] = [
  {
    name: "replay",
    summary: "play a record: what happened, what each act did, where it ended",
    args: "<file>",
    options: [
      { flags: "--at <date>", does: "only the events of this day, and where it stood at its end" },
      {
        flags: "--until <where>",
        does: "stop after a date, an event's id, or the first situation that matches a pattern",
      },
      { flags: "--step", does: "wait for a key before each event" },
      { flags: "--speed <rate>", does: "play live at this rate, such as 1d/s" },
      { flags: "--max-gap <time>", does: "with --speed: no pause is longer than this, such as 2s" },
      json,
      { flags: "--jsonl", does: "a stream of JSON: a line for the head, each step and the end" },
      whatIf,
      width,
    ],
    examples: [
      ["demarche replay iran-pakistan-2024", "the bundled scenario, whole"],
      ["demarche replay iran-pakistan-2024 --until course=retaliation", "up to the first retaliation"],
    ],
  },
  {
    name: "check",
    summary: "check files: schema, references, laws, expectations, contracts",
    args: "<files...>",
    options: [
      { flags: "--watch", does: "check again whenever a file changes" },
      { flags: "--assumptions", does: "list every number that futures of the file rest on, with range and basis" },
      {
        flags: "--format <format>",
        does: "how findings are written; text by default",
        choices: ["text", "json", "sarif", "github"],
      },
    ],
    examples: [
      ["demarche check scenarios/*.yaml", "all scenarios of a folder"],
      ["demarche check --format sarif crisis.yaml > crisis.sarif", "for a code host"],
    ],
  },
  {
    name: "show",
    summary: "show one moment, whole; what differs, why it is so, what stands in the way",
    args: "<file>",
    options: [
      { flags: "--at <date>", does: "the end of this day; the end of the window by default" },
      { flags: "--diff <date>", does: "what differs between that day and --at" },
      {
        flags: "--why <key>",
        does: "the causes of a part (course, ledger, missions.CODE, relations, channels, posture, terms) or of an event",
      },
      { flags: "--why-not <act>", does: "whether the act would be lawful, and what would make it so" },
      { flags: "--by <code>", does: "with --why-not: who would do it, a code or both" },
      whatIf,
      json,
      width,
    ],
    examples: [
      ["demarche show iran-pakistan-2024 --at 2024-01-18 --why course", "why relations stood as they did"],
      [
        "demarche show iran-pakistan-2024 --at 2024-01-19 --why-not return-ambassador --by IRN",
        "what kept Iran's ambassador away",
      ],
    ],
  },
  {
    name: "what-if",
    summary: "rewrite history: what each what-if changes, orphans, reopens and makes unlawful",
    args: "<file> [names...]",
    options: [
      { flags: "--against <name>", does: "compare with this what-if instead of the record" },
      {
        flags: "--edit <edit>",
        does: "try an edit that is not in the file, such as 'drop reprisal' or 'move call to 2024-01-19 before warning'; may be given several times",
        many: true,
      },
      {
        flags: "--then <policy>",
        does: "with --edit: what becomes of later events",
        choices: ["keep", "prune", "stop", "model"],
      },
      { flags: "--because <reason>", does: "with --edit: why history might have gone so" },
      { flags: "--save <name>", does: "with --edit: write it into the file under this name, and change nothing else" },
      { flags: "--futures <number>", does: "how many futures follow a what-if with then: model; 2000 by default" },
      { flags: "--seed <seed>", does: "the seed of their chances; 1 by default" },
      { flags: "--exact", does: "compute outcomes exactly too, where every delay is exponential" },
      { flags: "--run <number>", does: "one of these futures, written out and replayed" },
      { flags: "--svg", does: "the outcomes without the edit and with it as a picture, with alternative text" },
      { flags: "--mermaid", does: "the record and the what-ifs as a Mermaid git graph" },
      json,
      width,
    ],
    examples: [
      ["demarche what-if iran-pakistan-2024 restraint", "if Pakistan had not struck back"],
      [
        "demarche what-if iran-pakistan-2024 --edit 'drop accord' --then keep",
        "tries one, and prints the lines to put into the file",
      ],
    ],
  },
  {
    name: "search",
    summary: "find the shortest lawful way to a situation, prove that there is none, or find the least edit",
    args: "<file>",
    options: [
      { flags: "--goal <pattern>", does: "the situation that is looked for, such as course=retaliation.war" },
      {
        flags: "--from <where>",
        does: "where the way begins: after a date, an event's id, or the first situation that matches a pattern; the end of the window by default",
      },
      {
        flags: "--only <words>",
        does: "only these acts, classes of acts and actors, with commas between them; may be given several times",
        many: true,
      },
      {
        flags: "--without <words>",
        does: "none of these acts, classes and actors; both forbids joint acts, clock what comes of itself with time",
        many: true,
      },
      { flags: "--ways <number>", does: "how many ways that differ in what they pass through; 1 by default" },
      {
        flags: "--least-edit",
        does: "instead, the smallest edit of the record after which the goal holds at some moment; --ways of them",
      },
      { flags: "--never", does: "with --least-edit: after which the goal holds at no moment" },
      { flags: "--then <policy>", does: "with --least-edit: what becomes of later events", choices: ["keep", "prune"] },
      { flags: "--most <number>", does: "with --least-edit: so many edits together at most; 2 by default" },
      {
        flags: "--budget <number>",
        does: "how much is tried: situations expanded, 100000 by default; with --least-edit events folded, 500000",
      },
      { flags: "--save <name>", does: "write the first answer into the file as a what-if, and change nothing else" },
      whatIf,
      json,
      width,
    ],
    examples: [
      [
        "demarche search iran-pakistan-2024 --from 2024-01-18 --goal course=normal.full --ways 3",
        "three ways back to full relations",
      ],
      [
        "demarche search iran-pakistan-2024 --goal course=retaliation --never --least-edit --then prune",
        "the least that had to be different for it never to come to retaliation",
      ],
    ],
  },
  {
    name: "test",
    summary: "hold a file to itself, to the laws, and to random histories that would break its contracts",
    args: "<file>",
    options: [
      {
        flags: "--runs <number>",
        does: "how many random what-ifs of the record are tried; 500 by default, fewer for a long record",
      },
      { flags: "--futures <number>", does: "how many futures decide what a what-if expects of them; 2000 by default" },
      { flags: "--seed <seed>", does: "the seed of all chances; 1 by default" },
      { flags: "--only <name>", does: "hunt for what breaks this contract or law, and nothing else" },
      {
        flags: "--save <name>",
        does: "write the first counterexample into the file as a what-if of this name that says what it breaks, and change nothing else",
      },
      { flags: "--coverage", does: "show the lines of the file beside counts of how often they were reached" },
      json,
      width,
    ],
    examples: [
      [
        "demarche test iran-pakistan-2024",
        "what the record, its what-ifs and their futures are held to, and what could have been",
      ],
      [
        "demarche test iran-pakistan-2024 --only talks-follow --seed 7",
        "how fighting could have gone on without talks, in as few edits as can be",
      ],
    ],
  },
  {
    name: "tournament",
    summary: "play named strategies against each other from one opening under the same luck",
    args: "<file>",
    options: [
      { flags: "--strategies <names>", does: "which, with commas between them; all by default" },
      {
        flags: "--from <where>",
        does: "a date or an event's id after which they take over; the first act of force by default, or else the first hostile act",
      },
      { flags: "--futures <number>", does: "how many futures of each pair; 1000 by default" },
      { flags: "--seed <seed>", does: "the seed of their chances; 1 by default" },
      { flags: "--horizon <time>", does: "how long a future is; 180d by default" },
      {
        flags: "--set <parameter>",
        does: "a parameter of all strategies that have it, such as answers=0.9; may be given several times",
        many: true,
      },
      {
        flags: "--war <pattern>",
        does: "what counts as war, such as course=retaliation.war; that either party has declared it by default",
      },
      json,
      { flags: "--svg", does: "heat maps as SVG" },
      width,
    ],
    examples: [
      [
        "demarche tournament iran-pakistan-2024 --strategies bullying,reciprocating,stonewalling,restraint",
        "four strategies of influence",
      ],
      ["demarche tournament iran-pakistan-2024 --svg > tournament.svg", "all strategies as a picture"],
    ],
  },
  {
    name: "play",
    summary: "decide for one party; the others act by their doctrines",
    args: "<file>",
    options: [
      { flags: "--as <code>", does: "the party that you play" },
      {
        flags: "--from <where>",
        does: "leave the record after a date or an event's id; after its first event by default",
      },
      { flags: "--what-if <name>", does: "leave the record with this what-if instead" },
      { flags: "--seed <number>", does: "of chance: the same seed and moves give the same game; 1 by default" },
      width,
    ],
    examples: [
      ["demarche play iran-pakistan-2024 --as PAK", "from Iran's strike on; .help lists what can be said"],
      [
        "printf 'condemn\\n.wait\\n.quit\\n' | demarche play iran-pakistan-2024 --as PAK --from recall",
        "moves from a pipe: a transcript",
      ],
    ],
  },
  {
    name: "sweep",
    summary: "run many futures over the ranges of the assumptions, on all cores; kept in a folder, and gone on with",
    args: "[file]",
    options: [
      { flags: "--what-if <name>", does: "what follows this what-if; the first with then: model by default" },
      { flags: "--from <where>", does: "what follows the record up to a date, an event's id, or a pattern, instead" },
      { flags: "--futures <number>", does: "futures at each point, under the same luck; 200 by default" },
      {
        flags: "--points <number>",
        does: "points beside the central values; 100 by default, with a grid at most so many",
      },
      {
        flags: "--design <design>",
        does: "how the points are chosen: a Latin hypercube, by default, or a full grid",
        choices: ["lhs", "grid"],
      },
      { flags: "--over <name>", does: "vary only this assumption; may be given several times", many: true },
      { flags: "--seed <seed>", does: "the seed of all chances; 1 by default" },
      { flags: "--out <folder>", does: "keep a row for each future here; the same command goes on where it ended" },
      { flags: "--format <format>", does: "of the table; csv by default", choices: ["csv", "jsonl", "parquet"] },
      { flags: "--workers <number>", does: "threads; as many as cores by default. The result is the same" },
      { ...on, does: `spread it from ${on.does}` },
      { flags: "--shard <futures>", does: "with --on: futures of a shard; 200000 by default" },
      {
        flags: "--patience <time>",
        does: "with --on: a shard goes to another worker when nothing is heard of its own for so long; 2m by default",
      },
      { flags: "--tries <number>", does: "with --on: how often a shard is tried in all; 5 by default" },
      { flags: "--detach", does: "with --on: leave it to the workers, and write its id" },
      { flags: "--status [id]", does: "with --on and no file: where the sweeps there stand, or one of them" },
      { flags: "--forget <id>", does: "with --on and no file: delete a sweep there and what landed of it" },
      { flags: "--svg", does: "a picture of the outcomes, with alternative text" },
      json,
      width,
    ],
    examples: [
      [
        "demarche sweep iran-pakistan-2024",
        "how each outcome is distributed, at the central values and over the ranges",
      ],
      [
        "demarche sweep iran-pakistan-2024 --from reprisal --points 500 --out runs && demarche explain runs",
        "from the reprisal on, kept, and explained",
      ],
    ],
  },
  {
    name: "worker",
    summary: "work out shards of sweeps that are spread from a server, until it is stopped",
    args: "",
    options: [
      { ...on, does: `for ${on.does}, or without this` },
      { flags: "--workers <number>", does: "shards at a time; as many as cores by default" },
      { flags: "--poll <time>", does: "how long it waits before it looks into an empty queue again; 2s by default" },
      { flags: "--until-done", does: "end when the queue has nothing to do and nothing under way" },
    ],
    examples: [
      [
        "demarche worker --on postgres://me@example.org/crises",
        "on each machine that helps with a sweep --on that server; Ctrl-C ends it",
      ],
      ["DEMARCHE_DATABASE=postgres://… demarche worker --until-done", "in a batch job, that ends by itself"],
    ],
  },
  {
    name: "explain",
    summary: "say which assumptions of a kept sweep decide its outcomes, and which ranges separate them",
    args: "<folder>",
    options: [
      {
        flags: "--when <condition>",
        does: "where this holds: an outcome, a sign and a number (days for times), such as 'uses-of-force>=2'",
      },
      json,
      width,
    ],
    examples: [
      ["demarche explain runs", "how far each assumption decides each outcome"],
      [
        "demarche explain runs --when 'uses-of-force>=5'",
        "the ranges in which that happens most often, or that it is noise",
      ],
    ],
  },
  {
    name: "draw",
    summary: "draw the chart as it stood, or the timeline, as Mermaid, DOT or SVG",
    args: "[file]",
    options: [
      { flags: "--chart", does: "the bare chart; needs no file" },
      { flags: "--as <format>", does: "mermaid by default", choices: ["mermaid", "dot", "svg"] },
      {
        flags: "--what <what>",
        does: "chart by default; branches: the record and its what-ifs as a Mermaid git graph",
        choices: ["chart", "timeline", "branches"],
      },
      { flags: "--at <date>", does: "as it stood at the end of this day" },
      whatIf,
    ],
    examples: [
      ["demarche draw iran-pakistan-2024 --at 2024-01-18 --as svg > chart.svg", "where relations stood, in the chart"],
      ["demarche draw iran-pakistan-2024 --what timeline", "the timeline in Mermaid"],
    ],
  },
  {
    name: "laws",
    summary: "list the laws that always hold, explain one, or check them in every situation",
    args: "[name]",
    options: [
      { flags: "--check", does: "hold them to everything that can be reached, and say how much that is" },
      json,
      width,
    ],
    examples: [
      ["demarche laws return-by-consent", "where a law comes from, how it is checked, in which tests"],
      ["demarche laws --check", "every law of the chart, in every situation that can be reached"],
    ],
  },
  {
    name: "acts",
    summary: "list the acts there are, or explain one",
    args: "[act]",
    options: [{ flags: "--class <class>", does: "only this class, such as rupture" }, json, width],
    examples: [
      ["demarche acts --class rupture", "the ways to break with a state"],
      ["demarche acts bar-ambassador", "who may do it, when it is lawful, its codes and scores"],
    ],
  },
  {
    name: "schema",
    summary: "print the JSON Schema of scenario files or of an output",
    args: "[name]",
    options: [{ flags: "--out <folder>", does: "write every schema into this folder" }],
    examples: [
      ["demarche schema > scenario.schema.json", "for an editor"],
      ["demarche schema replay", "of replay --json"],
    ],
  },
  {
    name: "new",
    summary: "write a commented scenario to go on from",
    args: "<name>",
    options: [{ flags: "--from <template>", does: "start from a template instead" }],
    examples: [
      ["demarche new border-2025 && demarche check border-2025.yaml", "writes border-2025.yaml here and checks it"],
      ["demarche new border-2025 --from border-incident", "a whole small lesson to change; or expulsion-spiral"],
    ],
  },
  {
    name: "lesson",
    summary: "build lessons: of one Markdown file two notebooks, a page and slides; or check the file",
    args: "<task> [files...]",
    options: [],
    examples: [
      ["demarche lesson build", "builds every notebooks/*/lesson.md beside it; runs the cells of the lesson"],
      ["demarche lesson check notebooks/1-events/lesson.md", "says what is wrong with it, and runs nothing of it"],
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
