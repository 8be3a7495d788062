/** The table of commands: what help, completion and the documentation say, with examples. */
import type { CommandRow } from "./command.ts";
import { measured } from "./usage/evidence.ts";
import { kept } from "./usage/keep.ts";
import { looked } from "./usage/look.ts";
import { spread } from "./usage/spread.ts";
import { supposed } from "./usage/suppose.ts";
import { record } from "./usage/tell.ts";

/** What the help says above each group of commands. */
export const groups: readonly (readonly [title: string, members: readonly CommandRow[]])[] = [
  ["What happened", record],
  ["What if", supposed],
  ["Many futures", spread],
  ["Evidence", measured],
  ["Pictures and reference", looked],
  ["Keeping and teaching", kept],
];

/** Every command, in the order in which help lists them. */
export const commands: readonly CommandRow[] = groups.flatMap(([, members]) => members);
