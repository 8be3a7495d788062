/** The commands under “Pictures and reference” in the help. */
import { type CommandRow, rowsOf } from "../command.ts";
import type { DrawingName } from "../draw-picture.ts";
import { between, json, lang, whatIf, width } from "./shared.ts";

/** Help is shown without loading what draws; a word that is missing here, or drawn by nothing, is a mistake of types. */
const drawingNames = {
  chart: 0,
  timeline: 0,
  band: 0,
  posts: 0,
  stands: 0,
  claims: 0,
  casualties: 0,
  branches: 0,
  web: 0,
  bands: 0,
} satisfies Record<DrawingName, 0>;

export const pictureAndReferenceCommands: readonly CommandRow[] = rowsOf({
  report: {
    summary: "write a crisis as one page: its pictures, what-ifs and futures, to open from disk with the network off",
    args: "<file>",
    options: {
      ...between,
      "-o, --out <file>": "where to write it; the scenario's name and .html by default",
      "--until <moment>": "as it was known at an event, a date or a pattern: nothing later is in the page",
      "--guess": "begin with the file's first question: nothing later is shown before the reader has guessed",
      "--futures <number>": "futures of each what-if that doctrines decide; 2,000 by default",
      "--seed <seed>": "seed of the futures; 1 by default",
      ...lang,
      "--force": "write over a file that was changed since it was written",
    },
    examples: {
      "demarche report iran-pakistan-2024 -o crisis.html": "the whole record, its what-ifs and what may follow them",
      "demarche report iran-pakistan-2024 --guess -o class.html": "for a class that guesses what comes next",
    },
  },
  draw: {
    summary: "draw the chart as it stood, or a picture of the crisis",
    args: "[file]",
    options: {
      ...between,
      "--chart": "the bare chart; needs no file",
      "--as <format>": {
        does: "mermaid by default, svg of a picture; with --chart, scxml for other state machines and json for xstate",
        choices: ["mermaid", "dot", "svg", "png", "text", "scxml", "json"],
      },
      "--what <what>": {
        does: "chart by default; branches: the record and its what-ifs as a tree, or with --what-if one of them as a picture; web and bands: all relations of a file with several, at a moment and through time",
        choices: Object.keys(drawingNames),
      },
      "--at <date>": "as it stood at the end of this day",
      ...whatIf,
      "--pixels <number>": "how wide a picture is, 1280 by default; below 600 it is laid out for a phone",
      "--dark": "a picture on dark paper",
      ...lang,
      "--to-scale": "the timeline true to time; by default each day is as wide as its words",
      "-o, --out <file>": "where to write it, instead of standard output; its ending says the format",
      "--force": "write over a file that is there",
    },
    examples: {
      "demarche draw iran-pakistan-2024 --at 2024-01-18 -o chart.svg": "where relations stood, in the chart",
      "demarche draw iran-pakistan-2024 --what timeline -o record.svg":
        "what happened, on whose side, and what came of what",
    },
  },
  laws: {
    summary: "list the laws that always hold, explain one, or check them in every situation",
    args: "[name]",
    options: {
      "--check": "check them in every situation that can be reached, and say how many there are",
      ...json,
      ...width,
    },
    examples: {
      "demarche laws return-by-consent": "where a law comes from, how it is checked, in which tests",
      "demarche laws --check": "every law of the chart, in every situation that can be reached",
    },
  },
  acts: {
    summary: "list the acts there are, find some, or explain one",
    args: "[act]",
    options: {
      "--class <class>": "only this class, such as rupture",
      ...json,
      ...width,
    },
    examples: {
      "demarche acts --class rupture": "the ways to break with a state",
      "demarche acts bar-ambassador": "who may do it, when it has effect, its codes and scores",
    },
  },
  schema: {
    summary: "print the JSON Schema of scenario files or of an output",
    args: "[name]",
    options: {
      "--out <folder>": "write every schema into this folder",
    },
    examples: {
      "demarche schema > scenario.schema.json": "for an editor",
      "demarche schema replay": "of replay --json",
    },
  },
  "new": {
    summary: "write a commented scenario to start from",
    args: "<name>",
    options: {
      "--from <template>": "start from a template instead",
    },
    examples: {
      "demarche new border-2025 && demarche check border-2025.yaml": "writes border-2025.yaml here and checks it",
      "demarche new border-2025 --from border-incident":
        "a whole small lesson to change; three-states and bloc have several relations",
    },
  },
});
