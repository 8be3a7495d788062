/** The commands under “Many futures” in the help: sweeps over the ranges of assumptions. */
import { type CommandRow, rowsOf } from "../command.ts";
import { between, json, SERVER_ADDRESS, width } from "./shared.ts";

export const manyFuturesCommands: readonly CommandRow[] = rowsOf({
  sweep: {
    summary: "run many futures over the ranges of the assumptions, on all cores; keep them in a folder, and resume",
    args: "[file]",
    options: {
      ...between,
      "--what-if <name>": "what follows this what-if; the first with then: model by default",
      "--from <where>": "what follows the record up to a date, an event's id, or a pattern, instead",
      "--futures <number>": "futures at each point, under the same luck; 200 by default",
      "--points <number>": "points beside the central values; 100 by default; for a grid, the maximum",
      "--design <design>": {
        does: "how the points are chosen: a Latin hypercube, by default, or a full grid",
        choices: ["lhs", "grid"],
      },
      "--over <name>": { does: "vary only this assumption; may be given several times", many: true },
      "--seed <seed>": "the seed of every random draw; 1 by default",
      "--out <folder>": "keep a row for each future here; the same command goes on where it ended",
      "--format <format>": { does: "of the table; csv by default", choices: ["csv", "jsonl", "parquet"] },
      "--workers <number>": "threads; as many as cores by default. The result is the same",
      "--on [address]": `spread it from ${SERVER_ADDRESS}`,
      "--shard <futures>": "with --on: futures in each shard; 200000 by default",
      "--patience <time>":
        "with --on: give a shard to another worker when its own has not reported for this long; 2m by default",
      "--tries <number>": "with --on: how many times a shard is tried; 5 by default",
      "--detach": "with --on: leave it to the workers, and print its id",
      "--status [id]": "with --on and no file: where the sweeps there stand, or one of them",
      "--forget <id>": "with --on and no file: delete a sweep there, with the rows that have arrived",
      "--svg": "a picture of the outcomes, with alternative text",
      ...json,
      ...width,
    },
    examples: {
      "demarche sweep iran-pakistan-2024": "how each outcome is distributed, at the central values and over the ranges",
      "demarche sweep iran-pakistan-2024 --from reprisal --points 500 --out runs && demarche explain runs":
        "from the reprisal on, kept, and explained",
    },
  },
  worker: {
    summary: "work on shards of sweeps that a server hands out, until stopped",
    args: "",
    options: {
      "--on [address]": `for ${SERVER_ADDRESS}, or without this`,
      "--workers <number>": "shards at a time; as many as cores by default",
      "--poll <time>": "how long to wait before looking into an empty queue again; 2s by default",
      "--until-done": "end when nothing is queued and nothing is running",
    },
    examples: {
      "demarche worker --on postgres://me@example.org/crises":
        "on each machine that helps with a sweep --on that server; Ctrl-C ends it",
      "DEMARCHE_DATABASE=postgres://… demarche worker --until-done": "in a batch job that ends by itself",
    },
  },
  explain: {
    summary: "say which assumptions of a kept sweep decide its outcomes, and which ranges separate them",
    args: "<folder>",
    options: {
      "--when <condition>":
        "where this holds: an outcome, a sign and a number (days for times), such as 'uses-of-force>=2'",
      ...json,
      ...width,
    },
    examples: {
      "demarche explain runs": "how far each assumption decides each outcome",
      "demarche explain runs --when 'uses-of-force>=5'":
        "the ranges in which that happens most often, if it is more than noise",
    },
  },
});
