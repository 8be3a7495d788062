/** The table of commands: what help, completion and the documentation say, and where each one's code is. */
import type { CommandRow, OptionRow } from "./command.ts";

const width: OptionRow = {
  flags: "--width <columns>",
  does: "columns of the output; those of the terminal by default",
};
const json: OptionRow = { flags: "--json", does: "one JSON document" };

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
      width,
    ],
    examples: [
      ["demarche replay iran-pakistan-2024", "the bundled scenario, whole"],
      ["demarche replay iran-pakistan-2024 --until course=retaliation", "up to the first retaliation"],
    ],
    load: () => import("./commands/replay.ts"),
  },
];
